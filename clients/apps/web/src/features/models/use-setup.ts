import { body, isRefusal, type FunctionModels, type ModelEntry } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { useTell } from '@sellmeapen/ui';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api';
import { FUNCTIONS, type FunctionName } from '../../shared/hosts';
import { allowedHostsQuery, setupQuery } from '../../shared/outside';
import { entriesOf, withEntries } from './draft';

export const catalogueQuery = queryOptions({
  queryKey: ['models', 'providers'],
  queryFn: () => body(api.GET('/api/v1/organisation/models/providers')),
  staleTime: Infinity,
});

export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: () => body(api.GET('/api/v1/organisation/keys')),
});

export const priceQuery = (name: FunctionName, provider: string, model: string) =>
  queryOptions({
    queryKey: ['models', 'price', name, provider, model],
    queryFn: () =>
      body(api.GET('/api/v1/organisation/models/prices', { params: { query: { function: name, provider, model } } })),
    staleTime: Infinity,
  });

export interface Change {
  /** Makes the new order out of the one that the server has now. */
  edit: (entries: ModelEntry[]) => ModelEntry[];
  allowHosts?: string[];
  said?: string;
}

/** Saves another order for one function; whoever was overtaken sees what the other one did. */
export function useChange(name: FunctionName) {
  const { t } = useTranslation();
  const tell = useTell();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ edit, allowHosts = [] }: Change) => {
      const { value, etag } = await queryClient.ensureQueryData(setupQuery);
      const { data, response } = await api.PUT('/api/v1/organisation/models', {
        params: { header: { 'If-Match': etag } },
        body: {
          functions: withEntries(value.functions, name, edit(entriesOf(value.functions, name))),
          allow_hosts: allowHosts,
        },
      });
      return { value: data as { functions: FunctionModels[] }, etag: response.headers.get('ETag') ?? '*' };
    },
    onSuccess: async (saved, { said }) => {
      queryClient.setQueryData(setupQuery.queryKey, saved);
      tell(said ?? t('models.saved'));
      await Promise.all(
        [['models', 'state'], ['allowed-hosts']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      );
    },
    onError: (error) => {
      // 412: somebody was faster. 409: a host was taken back meanwhile.
      if (isRefusal(error) && (error.status === 412 || error.status === 409)) {
        void queryClient.invalidateQueries({ queryKey: setupQuery.queryKey });
        void queryClient.invalidateQueries({ queryKey: allowedHostsQuery.queryKey });
      }
    },
  });
}

/** Where nothing may leave for (any more), as the server says it. */
export interface Shut {
  host: string;
  purpose: FunctionName;
}

export function shutOf(error: unknown): Shut | undefined {
  if (!isRefusal(error, 'host-not-allowed-yet') || error.host === undefined) return undefined;
  const purpose = FUNCTIONS.find((one) => one === error.purpose);
  return purpose && { host: error.host, purpose };
}

/** Somebody else saved first. */
export const isOvertaken = (error: unknown): boolean => isRefusal(error) && error.status === 412;
