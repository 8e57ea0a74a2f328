import { isRefusal, speak, type Session, type TurnAnswer } from '@sellmeapen/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { send } from '../../shared/api';
import { dropPending, goesBack, keepPending, mergeTurns, restorePending, type PendingTurn } from './pending-turn';
import { patchSession } from './session-cache';
import { holder } from './use-lease';

export interface Conversation {
  pending: PendingTurn | undefined;
  /** The counterpart's words so far, while they are still speaking. */
  words: string;
  /** What was refused, to be put back where it was typed; {@link error} says why. */
  returned: { text: string } | undefined;
  latencyMs: number | undefined;
  error: unknown;
  say: (text: string) => void;
  sayAgain: () => void;
  discard: () => void;
}

export function useConversation(session: Session): Conversation {
  const queryClient = useQueryClient();
  const id = session.id;
  const [pending, setPending] = useState<PendingTurn | undefined>(() => restorePending(id));
  const [words, setWords] = useState('');
  const [returned, setReturned] = useState<{ text: string }>();
  const [latencyMs, setLatency] = useState<number>();
  const [error, setError] = useState<unknown>();

  const take = useCallback(
    (answer: Partial<TurnAnswer>) => {
      patchSession(queryClient, id, (known) => {
        const { turns = [], heard, turn, ...rest } = answer;
        const added = [...turns, ...(heard ? [heard] : []), ...(turn ? [turn] : [])];
        return { ...known, ...rest, turns: mergeTurns(known.turns, added) };
      });
    },
    [queryClient, id],
  );

  const attempt = useCallback(
    async (turn: PendingTurn) => {
      setPending({ ...turn, state: 'saving' });
      setError(undefined);
      setReturned(undefined);
      setWords('');
      keepPending(id, turn);
      const began = performance.now();
      const arrived = () => setLatency((before) => before ?? Math.round(performance.now() - began));
      setLatency(undefined);
      try {
        const answer = await speak(send, {
          baseUrl: location.origin,
          sessionId: id,
          text: turn.text,
          idempotencyKey: turn.key,
          leaseHolder: holder(),
          onHeard: (heard) => {
            arrived();
            dropPending(id);
            setPending(undefined);
            take({ heard });
          },
          onWord: (word) => setWords((said) => said + word),
        });
        arrived();
        dropPending(id);
        setPending(undefined);
        take(answer);
        if (answer.stage === 'ended' || answer.stage === 'scored') {
          void queryClient.invalidateQueries({ queryKey: ['session', id] });
        }
      } catch (trouble) {
        setError(trouble);
        if (goesBack(trouble)) {
          dropPending(id);
          setPending(undefined);
          setReturned({ text: turn.text });
        }
        // Only the first acknowledged turn makes it safe to forget; until then the words stay here.
        setPending((now) => (now ? { ...turn, state: 'failed' } : now));
        if (!isRefusal(trouble) || trouble.status === 409)
          void queryClient.invalidateQueries({ queryKey: ['session', id] });
      } finally {
        setWords('');
      }
    },
    [id, queryClient, take],
  );

  return {
    pending,
    words,
    returned,
    latencyMs,
    error,
    say: (text) => void attempt({ text, key: crypto.randomUUID(), state: 'saving' }),
    sayAgain: () => {
      if (pending) void attempt(pending);
    },
    discard: () => {
      dropPending(id);
      setPending(undefined);
      setError(undefined);
    },
  };
}
