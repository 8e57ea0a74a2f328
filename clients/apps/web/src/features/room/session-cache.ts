import type { Session } from '@sellmeapen/api-client';
import type { QueryClient } from '@tanstack/react-query';
import { sessionQuery } from '../../shared/queries';

const OVER = ['ended', 'scored'];

/**
 * Changes what is known of a session between two tellings of the server. The time of the last telling stays, because
 * the clock counts on from the seconds that were told then. What is over stays over: an answer that was under way when the
 * conversation ended still says that it goes on.
 */
export function patchSession(queryClient: QueryClient, id: string, patch: (known: Session) => Session): void {
  const { queryKey } = sessionQuery(id);
  const updatedAt = queryClient.getQueryState(queryKey)?.dataUpdatedAt;
  queryClient.setQueryData<Session>(
    queryKey,
    (known) => known && stillOver(known, patch(known)),
    updatedAt === undefined ? {} : { updatedAt },
  );
}

function stillOver(before: Session, after: Session): Session {
  return OVER.includes(before.stage) && !OVER.includes(after.stage) ? { ...after, stage: before.stage } : after;
}
