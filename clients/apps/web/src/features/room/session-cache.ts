import type { Session } from '@sellmeapen/api-client';
import type { QueryClient } from '@tanstack/react-query';
import { sessionQuery } from '../../shared/queries';

/**
 * Changes what is known of a session between two tellings of the server. The time of the last telling stays, because
 * the clock counts on from the seconds that were told then.
 */
export function patchSession(queryClient: QueryClient, id: string, patch: (known: Session) => Session): void {
  const { queryKey } = sessionQuery(id);
  const updatedAt = queryClient.getQueryState(queryKey)?.dataUpdatedAt;
  queryClient.setQueryData<Session>(
    queryKey,
    (known) => known && patch(known),
    updatedAt === undefined ? {} : { updatedAt },
  );
}
