import { body } from '@sellmeapen/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api';
import type { FunctionName } from '../../shared/hosts';
import { allowedHostsQuery } from '../../shared/outside';
import { entryOf, isSpeech, type Draft } from './draft';
import { catalogueQuery, keysQuery } from './use-setup';

interface Asking {
  name: FunctionName;
  draft: Draft;
  allowHosts: string[];
  onKey: (id: string) => void;
}

/** Asks the vendor for whoever fills in the form: whether it works, and which models there are. */
export function useAsking({ name, draft, allowHosts, onKey }: Asking) {
  const queryClient = useQueryClient();
  /** The key's id; one that was only typed is kept first, since it never travels with anything else. */
  const kept = async (): Promise<string> => {
    const value = draft.newKey.trim();
    if (value === '') return draft.keyId;
    const title = queryClient
      .getQueryData(catalogueQuery.queryKey)
      ?.items.find(({ id }) => id === draft.provider)?.title;
    const { id } = await body(
      api.POST('/api/v1/organisation/keys', { body: { name: title ?? draft.provider, value } }),
    );
    await queryClient.invalidateQueries({ queryKey: keysQuery.queryKey });
    onKey(id);
    return id;
  };
  const wish = async () => {
    const entry = entryOf({ ...draft, keyId: await kept() });
    const model = entry.model || (isSpeech(name) ? '' : '-');
    return { function: name, entry: { ...entry, model }, allow_hosts: allowHosts };
  };
  // A host that answered is allowed from then on: the ticks must not ask again.
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: allowedHostsQuery.queryKey });
  const keep = useMutation({ mutationFn: kept });
  const list = useMutation({
    mutationFn: async () => body(api.POST('/api/v1/organisation/models/listings', { body: await wish() })),
    onSuccess,
  });
  const test = useMutation({
    mutationFn: async () => body(api.POST('/api/v1/organisation/models/tests', { body: await wish() })),
    onSuccess: async () => {
      await onSuccess();
      await queryClient.invalidateQueries({ queryKey: ['models', 'state'] });
    },
  });
  return {
    list,
    test,
    error: keep.error ?? list.error ?? test.error,
    keep: () => keep.mutateAsync().catch(() => undefined),
    /** A result belongs to what was asked, not to what stands in the fields now. */
    forget: () => {
      if (!test.isPending) test.reset();
    },
  };
}
