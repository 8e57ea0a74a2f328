import { body, type Session } from '@sellmeapen/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api';
import { patchSession } from './session-cache';
import { holder } from './use-lease';

/** What one may do beside speaking, the same whether one speaks or types. */
export function useSessionActions(session: Session, onSession: (session: Session) => void) {
  const queryClient = useQueryClient();
  const params = { path: { id: session.id }, header: { 'Session-Lease': holder() } };
  const hint = useMutation({
    mutationFn: () => body(api.POST('/api/v1/sessions/{id}/hints', { params })),
    onSuccess: ({ turn, text, hints_used }) =>
      patchSession(queryClient, session.id, (known) => ({
        ...known,
        hints_used,
        hints: [...known.hints, { turn, text }],
      })),
  });
  const pause = useMutation({
    mutationFn: () => body(api.POST('/api/v1/sessions/{id}/pause', { params })),
    onSuccess: onSession,
  });
  const end = useMutation({
    mutationFn: () => body(api.POST('/api/v1/sessions/{id}/end', { params })),
    onSuccess: (ended) => {
      onSession(ended);
      void queryClient.invalidateQueries({ queryKey: ['home'] });
    },
  });
  const thought = session.hints.findLast((given) => given.turn >= session.turns.length - 1);
  return { hint, pause, end, thought, trouble: hint.error ?? pause.error ?? end.error };
}

export type SessionActions = ReturnType<typeof useSessionActions>;
