import { body, versioned } from '@sellmeapen/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from './api';

export const setupQuery = queryOptions({
  queryKey: ['models', 'setup'],
  queryFn: () => versioned(api.GET('/api/v1/organisation/models')),
});

export const modelsStateQuery = queryOptions({
  queryKey: ['models', 'state'],
  queryFn: () => body(api.GET('/api/v1/organisation/models/state')),
  // Money is spent while nobody looks at this page.
  refetchInterval: 60_000,
});

export const allowedHostsQuery = queryOptions({
  queryKey: ['allowed-hosts'],
  queryFn: () => body(api.GET('/api/v1/organisation/allowed-hosts')),
});
