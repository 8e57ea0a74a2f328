import { Button, PasswordInput, TextInput } from '@mantine/core';
import { body, isRefusal } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Dialog, ErrorNote } from '@sellmeapen/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api } from '../../shared/api';
import { meQuery } from '../../shared/me';
import { Trouble } from '../../shared/problem';
import { useTitle } from '../../shared/use-title';
import { Frame } from './frame';

/** Only a path of this very site may follow a sign-in. */
export function safeNext(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/';
}

export function SignInPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { next } = useSearch({ from: '/sign-in' });
  const [recovering, setRecovering] = useState(false);
  useTitle(t('sign_in.title'));
  const signIn = useMutation({
    mutationFn: (form: { email: string; password: string }) => body(api.POST('/api/v1/sign-in', { body: form })),
    onSuccess: (me) => {
      queryClient.clear();
      queryClient.setQueryData(meQuery.queryKey, me);
      router.history.push(safeNext(next));
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate({ email: String(form.get('email')), password: String(form.get('password')) });
  };
  return (
    <Frame title={t('sign_in.title')} lead={t('sign_in.lead')}>
      <form onSubmit={submit}>
        {!window.isSecureContext && <ErrorNote what={t('sign_in.insecure')} />}
        {signIn.error &&
          (isRefusal(signIn.error, 'wrong-credentials') ? (
            <ErrorNote what={t('sign_in.wrong')} />
          ) : (
            <Trouble error={signIn.error} />
          ))}
        <TextInput
          name="email"
          type="email"
          label={t('sign_in.email')}
          autoComplete="username"
          required
          autoFocus
          withAsterisk={false}
        />
        <PasswordInput
          name="password"
          label={t('sign_in.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
        />
        <Button type="submit" loading={signIn.isPending}>
          {t('sign_in.submit')}
        </Button>
      </form>
      <div>
        <Button variant="subtle" ms="-0.6rem" onClick={() => setRecovering(true)}>
          {t('sign_in.forgot')}
        </Button>
      </div>
      <Recovery open={recovering} onClose={() => setRecovering(false)} />
    </Frame>
  );
}

function Recovery({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const ask = useMutation({
    mutationFn: (email: string) => api.POST('/api/v1/recovery', { body: { email } }),
  });
  return (
    <Dialog open={open} title={t('sign_in.recovery_title')} onClose={onClose}>
      <p>{ask.isSuccess ? t('sign_in.recovery_done') : t('sign_in.recovery_what')}</p>
      {ask.error && <Trouble error={ask.error} />}
      {!ask.isSuccess && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            ask.mutate(String(new FormData(event.currentTarget).get('email')));
          }}
        >
          <TextInput name="email" type="email" label={t('sign_in.email')} required withAsterisk={false} mb="md" />
          <Button type="submit" loading={ask.isPending}>
            {t('sign_in.recovery_send')}
          </Button>
        </form>
      )}
    </Dialog>
  );
}
