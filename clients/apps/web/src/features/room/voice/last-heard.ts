import type { Session } from '@sellmeapen/api-client';

/**
 * What need not be spoken when a voice begins: everything the person has answered or read before. The first words of a
 * conversation, or of a retried moment, are still to be heard.
 */
export function lastHeardTurn(session: Pick<Session, 'turns' | 'seat' | 'retry_of'>): number | null {
  const mine = session.seat === 'seller' ? 'rep' : 'buyer';
  const from = session.retry_of?.turn ?? 0;
  const answered = session.turns.some(({ i, speaker }) => speaker === mine && i >= from);
  const theirs = session.turns.filter(({ speaker }) => speaker !== mine).map(({ i }) => i);
  return (answered ? theirs.at(-1) : theirs.at(-2)) ?? null;
}
