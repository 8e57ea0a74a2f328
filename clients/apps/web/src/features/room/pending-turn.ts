import { isRefusal, type Turn } from '@sellmeapen/api-client';

/** Words the person said that the server has not acknowledged yet. They outlive a closed tab. */
export interface PendingTurn {
  text: string;
  /** Sent with every attempt, so that the server never hears the same words twice. */
  key: string;
  state: 'saving' | 'saved' | 'failed';
}

const place = (sessionId: string) => `sellmeapen.unsaid.${sessionId}`;

export function keepPending(sessionId: string, pending: PendingTurn): void {
  localStorage.setItem(place(sessionId), JSON.stringify({ text: pending.text, key: pending.key }));
}

export function dropPending(sessionId: string): void {
  localStorage.removeItem(place(sessionId));
}

/** What an earlier visit left unsaid comes back as "not saved", to be sent again or thrown away. */
export function restorePending(sessionId: string): PendingTurn | undefined {
  const kept = localStorage.getItem(place(sessionId));
  if (!kept) return undefined;
  try {
    const { text, key } = JSON.parse(kept) as { text?: unknown; key?: unknown };
    return typeof text === 'string' && typeof key === 'string' ? { text, key, state: 'failed' } : undefined;
  } catch {
    return undefined;
  }
}

/** The server was sure that it was not said: it goes back to where it was typed. Whoever was signed out sends it again later. */
export function goesBack(trouble: unknown): boolean {
  if (!isRefusal(trouble)) return false;
  if (trouble.status === 401 || trouble.code === 'session-open-elsewhere') return false;
  return trouble.status < 500 || trouble.code.startsWith('not-heard');
}

/** Puts new turns into the known ones; a turn told twice stands once, later telling wins. */
export function mergeTurns(known: Turn[], added: Turn[]): Turn[] {
  const byIndex = new Map(known.map((turn) => [turn.i, turn]));
  for (const turn of added) byIndex.set(turn.i, turn);
  return [...byIndex.values()].sort((a, b) => a.i - b.i);
}
