import { body, type DrillTakeResult } from '@sellmeapen/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api, send } from '../../shared/api';

export const drillsQuery = queryOptions({
  queryKey: ['drills'],
  queryFn: () => body(api.GET('/api/v1/drills')),
});

export const drillQuery = (id: string) =>
  queryOptions({
    queryKey: ['drills', id],
    queryFn: () => body(api.GET('/api/v1/drills/{id}', { params: { path: { id } } })),
  });

/** Sends a take as it was recorded; it is measured while it comes and not kept. */
export async function sendTake(id: string, wav: Blob): Promise<DrillTakeResult> {
  const answer = await send(
    new Request(new URL(`/api/v1/drills/${id}/takes`, location.origin), {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/octet-stream', Accept: 'application/json' },
      body: wav,
    }),
  );
  return (await answer.json()) as DrillTakeResult;
}
