import { body, type ScenarioFilter, type SessionFilter } from '@sellmeapen/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from './api';

type Cut<T> = { [K in keyof T]: T[K] | undefined };

/** Absent filters must not travel as empty strings. */
export function filled<T extends object>(filter: Cut<T>): Partial<T> {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''),
  ) as Partial<T>;
}

const page = <T extends { next_cursor?: string }>(last: T) => last.next_cursor;

export const homeQuery = queryOptions({ queryKey: ['home'], queryFn: () => body(api.GET('/api/v1/home')) });

export const scenariosQuery = (filter: Cut<ScenarioFilter>) =>
  queryOptions({
    queryKey: ['scenarios', filled(filter)],
    queryFn: () => body(api.GET('/api/v1/scenarios', { params: { query: filled(filter) as object } })),
    placeholderData: (before) => before,
  });

export const scenarioQuery = (id: string) =>
  queryOptions({
    queryKey: ['scenario', id],
    queryFn: () => body(api.GET('/api/v1/scenarios/{id}', { params: { path: { id } } })),
  });

export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: ['session', id],
    queryFn: () => body(api.GET('/api/v1/sessions/{id}', { params: { path: { id } } })),
  });

export const sessionsQuery = (filter: Cut<SessionFilter>) =>
  infiniteQueryOptions({
    queryKey: ['sessions', filled(filter)],
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/api/v1/sessions', {
          params: { query: { ...(filled(filter) as object), ...filled({ cursor: pageParam }), limit: 25 } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page,
    placeholderData: (before) => before,
  });

export const trendQuery = (personId?: string, scenarioId?: string) =>
  queryOptions({
    queryKey: ['trend', personId, scenarioId],
    queryFn: () =>
      body(api.GET('/api/v1/trend', { params: { query: filled({ person_id: personId, scenario_id: scenarioId }) } })),
  });

export const debriefQuery = (id: string) =>
  queryOptions({
    queryKey: ['debrief', id],
    queryFn: () => body(api.GET('/api/v1/sessions/{id}/debrief', { params: { path: { id } } })),
  });

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: () => body(api.GET('/api/v1/teams', { params: { query: { limit: 100 } } })),
});
