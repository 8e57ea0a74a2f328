import { Button, PasswordInput } from '@mantine/core';
import { isRefusal } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { ErrorNote, useTell } from '@sellmeapen/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api } from '../../shared/api';
import { PasswordField } from '../../shared/password-field';
import { Trouble } from '../../shared/problem';
import classes from './me-page.module.css';

export function ChangePassword() {
  const { t } = useTranslation();
  const tell = useTell();
  const queryClient = useQueryClient();
  const [round, setRound] = useState(0);
  const change = useMutation({
    mutationFn: (form: FormData) =>
      api.PUT('/api/v1/me/password', {
        body: { current: String(form.get('current')), password: String(form.get('password')) },
      }),
    onSuccess: () => {
      setRound((before) => before + 1);
      tell(t('me.changed'));
      return queryClient.invalidateQueries({ queryKey: ['sign-ins'] });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    change.mutate(new FormData(event.currentTarget));
  };
  const refused = isRefusal(change.error, 'password-too-common')
    ? t('welcome.common')
    : isRefusal(change.error, 'password-too-short')
      ? t('welcome.too_short')
      : undefined;
  return (
    <form key={round} onSubmit={submit} className={classes.form}>
      {isRefusal(change.error, 'wrong-credentials') ? (
        <ErrorNote what={t('me.wrong')} />
      ) : (
        change.error && !refused && <Trouble error={change.error} />
      )}
      <PasswordInput
        name="current"
        label={t('me.current')}
        autoComplete="current-password"
        required
        withAsterisk={false}
      />
      <PasswordField name="password" label={t('me.new')} {...(refused ? { error: refused } : {})} />
      <div>
        <Button type="submit" variant="default" loading={change.isPending}>
          {t('me.change')}
        </Button>
      </div>
    </form>
  );
}
