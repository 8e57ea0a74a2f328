import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { body, isRefusal, type Role } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { CopyButton, Dialog, ErrorNote } from '@sellmeapen/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { api } from '../../shared/api';
import { useMe } from '../../shared/me';
import { Trouble } from '../../shared/problem';
import { teamsQuery } from '../../shared/queries';
import { ROLES } from '../../shared/roles';
import classes from './people-page.module.css';

export function Invite({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const me = useMe();
  const queryClient = useQueryClient();
  const teams = useQuery({ ...teamsQuery, enabled: open });
  const invite = useMutation({
    mutationFn: (form: FormData) =>
      body(
        api.POST('/api/v1/invitations', {
          body: {
            email: String(form.get('email')).trim(),
            role: form.get('role') as Role,
            team_ids: form.getAll('team').map(String),
          },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['invitations'] }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    invite.mutate(new FormData(event.currentTarget));
  };
  const close = () => {
    onClose();
    invite.reset();
  };
  if (invite.data) {
    const { email, link, mailed, expires_at: until } = invite.data;
    return (
      <Dialog open={open} title={t('people.invite_done', { email })} onClose={close}>
        <p>{mailed ? t('people.invite_mailed') : t('people.invite_not_mailed', { day: day(until) })}</p>
        {link && (
          <>
            <code className={classes.link}>{link}</code>
            <div>
              <CopyButton text={link} />
            </div>
          </>
        )}
        <div>
          <Button variant="default" onClick={close}>
            {t('common.close')}
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog open={open} title={t('people.invite_title')} onClose={close}>
      <form onSubmit={submit} className={classes.form}>
        {isRefusal(invite.error, 'already-member') ? (
          <ErrorNote what={t('people.already')} />
        ) : (
          invite.error && <Trouble error={invite.error} />
        )}
        <TextInput name="email" type="email" label={t('people.invite_email')} required withAsterisk={false} autoFocus />
        <NativeSelect
          name="role"
          label={t('people.invite_role')}
          defaultValue="trainee"
          data={ROLES.filter((role) => role !== 'owner' || me.role === 'owner').map((role) => ({
            value: role,
            label: t(`role.${role}`),
          }))}
        />
        {(teams.data?.items.length ?? 0) > 0 && (
          <fieldset className={classes.teams}>
            <legend>{t('people.invite_teams')}</legend>
            {teams.data?.items.map(({ id, name }) => (
              <Checkbox key={id} name="team" value={id} label={name} />
            ))}
          </fieldset>
        )}
        <div className={classes.actions}>
          <Button type="submit" loading={invite.isPending}>
            {t('people.invite_send')}
          </Button>
          <Button variant="subtle" onClick={close}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
