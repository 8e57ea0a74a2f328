import { Button } from '@mantine/core';
import { body } from '@sellmeapen/api-client';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, type ReactNode } from 'react';
import { api } from '../../shared/api';
import { Trouble } from '../../shared/problem';
import classes from './retry-button.module.css';

/** Opens a second take that starts at this very turn; the first stays as it was. */
export function RetryButton({
  sessionId,
  turn,
  variant,
  children,
}: {
  sessionId: string;
  turn: number;
  variant?: 'quiet';
  children: ReactNode;
}) {
  const navigate = useNavigate();
  const key = useRef(crypto.randomUUID());
  const retry = useMutation({
    mutationFn: () =>
      body(
        api.POST('/api/v1/sessions/{id}/retries', {
          params: { path: { id: sessionId } },
          headers: { 'Idempotency-Key': key.current },
          body: { turn },
        }),
      ),
    onSuccess: (session) => navigate({ to: '/room/$sessionId', params: { sessionId: session.id } }),
  });
  return (
    <>
      {variant === 'quiet' ? (
        <button
          type="button"
          className={`${classes.quiet} no-print`}
          onClick={() => retry.mutate()}
          disabled={retry.isPending}
        >
          <IconArrowBackUp size={14} aria-hidden="true" /> {children}
        </button>
      ) : (
        <Button
          className="no-print"
          leftSection={<IconArrowBackUp size={18} />}
          onClick={() => retry.mutate()}
          loading={retry.isPending}
        >
          {children}
        </Button>
      )}
      {retry.error && <Trouble error={retry.error} onRetry={() => retry.mutate()} />}
    </>
  );
}
