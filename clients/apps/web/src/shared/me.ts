import { body, type Me, type Permission } from '@sellmeapen/api-client';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api } from './api';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => body(api.GET('/api/v1/me')),
  staleTime: 60_000,
  retry: false,
});

export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

export function useMay(permission: Permission): boolean {
  return useMe().permissions.includes(permission);
}
