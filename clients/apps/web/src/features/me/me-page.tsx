import { Button, NativeSelect, TextInput } from '@mantine/core';
import { body, type Appearance } from '@sellmeapen/api-client';
import { LANGUAGES, useTranslation } from '@sellmeapen/i18n';
import { Page, Section, useTell } from '@sellmeapen/ui';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { api } from '../../shared/api';
import { meQuery, useMe } from '../../shared/me';
import { Trouble } from '../../shared/problem';
import { useTitle } from '../../shared/use-title';
import { ChangePassword } from './change-password';
import classes from './me-page.module.css';
import { SignIns } from './sign-ins';
import { Tokens } from './tokens';

const APPEARANCES = ['system', 'light', 'dark'] as const;

export function MePage() {
  const { t } = useTranslation();
  useTitle(t('me.title'));
  return (
    <Page title={t('me.title')}>
      <Section title={t('me.person')}>
        <PersonForm />
      </Section>
      <Section title={t('me.password')}>
        <ChangePassword />
      </Section>
      <Section title={t('me.sign_ins')}>
        <SignIns />
      </Section>
      <Section title={t('me.tokens')}>
        <Tokens />
      </Section>
      <Section title={t('me.data')}>
        <p>{t('me.data_lead')}</p>
        <div>
          <Button
            component="a"
            href="/api/v1/me/export"
            download
            variant="default"
            leftSection={<IconDownload size={18} />}
          >
            {t('me.download')}
          </Button>
        </div>
      </Section>
    </Page>
  );
}

function PersonForm() {
  const { t } = useTranslation();
  const me = useMe();
  const tell = useTell();
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: (change: { name?: string; language?: string; appearance?: Appearance }) =>
      body(api.PATCH('/api/v1/me', { body: change })),
    onSuccess: (changed) => {
      queryClient.setQueryData(meQuery.queryKey, changed);
      tell(t('me.saved'));
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate({ name: String(new FormData(event.currentTarget).get('name')).trim() });
  };
  return (
    <div className={classes.form}>
      {save.error && <Trouble error={save.error} />}
      <form onSubmit={submit} className={classes.inline}>
        <TextInput
          name="name"
          label={t('me.name')}
          defaultValue={me.person.name}
          required
          maxLength={120}
          withAsterisk={false}
        />
        <Button type="submit" variant="default" loading={save.isPending}>
          {t('common.save')}
        </Button>
      </form>
      <p className={classes.fixed}>
        <b>{t('me.email')}</b>
        <span>{me.person.email}</span>
      </p>
      <NativeSelect
        label={t('me.appearance')}
        value={me.person.appearance}
        onChange={(event) => save.mutate({ appearance: event.target.value as Appearance })}
        data={APPEARANCES.map((appearance) => ({ value: appearance, label: t(`me.appearance_${appearance}`) }))}
      />
      <NativeSelect
        label={t('me.language')}
        value={me.person.language}
        onChange={(event) => save.mutate({ language: event.target.value })}
        data={LANGUAGES.map((language) => ({ value: language, label: t(`language.${language}`) }))}
      />
    </div>
  );
}
