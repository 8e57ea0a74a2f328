import { body, isRefusal } from '@sellmeapen/api-client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../../shared/api';

export type LeaseState = 'asking' | 'held' | 'elsewhere' | 'lost' | 'silent';

const HEARTBEAT_MS = 15_000;
const KEY = 'sellmeapen.tab';

/**
 * The name of this tab. It survives a reload, but a duplicated tab finds nothing (the name is put away only while
 * the page is leaving) and gets its own.
 */
function tabName(): string {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  const name = kept ?? crypto.randomUUID();
  addEventListener('pagehide', () => sessionStorage.setItem(KEY, name));
  return name;
}

let tab: string | undefined;

export function holder(): string {
  tab ??= tabName();
  return tab;
}

/** Holds the session for this tab as long as the page is open. */
export function useLease(sessionId: string): {
  state: LeaseState;
  takeOver: () => void;
  /** Asks at once whether it is still ours. */
  check: () => void;
} {
  const [state, setState] = useState<LeaseState>('asking');
  const held = useRef(false);
  const ask = useCallback(
    async (takeOver: boolean) => {
      try {
        await body(
          api.POST('/api/v1/sessions/{id}/lease', {
            params: { path: { id: sessionId } },
            body: takeOver ? { holder: holder(), take_over: true } : { holder: holder() },
          }),
        );
        held.current = true;
        setState('held');
      } catch (error) {
        if (isRefusal(error, 'session-open-elsewhere')) {
          setState(held.current ? 'lost' : 'elsewhere');
          held.current = false;
        } else if (!isRefusal(error)) {
          setState((before) => (before === 'held' ? 'held' : 'silent'));
        } else {
          // Ended, deleted or not ours: the session itself tells the screen what to show.
          setState('held');
        }
      }
    },
    [sessionId],
  );
  const refused = state === 'elsewhere' || state === 'lost';
  useEffect(() => {
    if (refused) return undefined;
    const beat = () => void ask(false);
    const first = setTimeout(beat);
    const every = setInterval(beat, HEARTBEAT_MS);
    return () => {
      clearTimeout(first);
      clearInterval(every);
    };
  }, [ask, refused]);
  return {
    state,
    takeOver: useCallback(() => void ask(true), [ask]),
    check: useCallback(() => void ask(false), [ask]),
  };
}
