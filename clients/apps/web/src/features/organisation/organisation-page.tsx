import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { body, versioned, type Organisation } from '@sellmeapen/api-client';
import { LANGUAGES, useTranslation } from '@sellmeapen/i18n';
import { Blank, Page, useTell } from '@sellmeapen/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { api } from '../../shared/api';
import { Loaded } from '../../shared/loaded';
import { useMay } from '../../shared/me';
import { Trouble } from '../../shared/problem';
import { useTitle } from '../../shared/use-title';
import classes from './organisation-page.module.css';
import { VoiceParts } from './voice-parts';

const organisationQuery = {
  queryKey: ['organisation'],
  queryFn: () => versioned(api.GET('/api/v1/organisation')),
};

export function OrganisationPage() {
  const { t } = useTranslation();
  const organisation = useQuery(organisationQuery);
  useTitle(t('organisation.title'));
  return (
    <Page title={t('organisation.title')}>
      <Loaded query={organisation} blank={<Blank lines={6} height="3rem" />}>
        {({ value, etag }) => <Settings key={etag} organisation={value} etag={etag} />}
      </Loaded>
      <VoiceParts />
    </Page>
  );
}

function Settings({ organisation, etag }: { organisation: Organisation; etag: string }) {
  const { t } = useTranslation();
  const tell = useTell();
  const queryClient = useQueryClient();
  const fixed = !useMay('manage_organisation');
  const save = useMutation({
    mutationFn: (form: FormData) =>
      body(
        api.PATCH('/api/v1/organisation', {
          params: { header: { 'If-Match': etag } },
          body: {
            name: String(form.get('name')).trim(),
            language: String(form.get('language')),
            managers_see: form.get('managers_see') === 'all' ? 'all' : 'shared',
            owners_may_delete_sessions: form.has('owners_may_delete_sessions'),
            keep_sessions_days: Number(form.get('keep_sessions_days')),
            record_voice: form.has('record_voice'),
            keep_recordings_days: Number(form.get('keep_recordings_days')),
          },
        }),
      ),
    onSuccess: async () => {
      await Promise.all(
        [['organisation'], ['me'], ['voice']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      );
      tell(t('organisation.saved'));
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate(new FormData(event.currentTarget));
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      {organisation.demo && <p className="quiet">{t('organisation.demo')}</p>}
      {save.error && (
        <Trouble
          error={save.error}
          onRetry={() => void queryClient.invalidateQueries({ queryKey: ['organisation'] })}
        />
      )}
      <TextInput
        name="name"
        label={t('organisation.name')}
        defaultValue={organisation.name}
        required
        maxLength={120}
        disabled={fixed}
        withAsterisk={false}
      />
      <NativeSelect
        name="language"
        label={t('organisation.language')}
        defaultValue={organisation.language}
        disabled={fixed}
        data={LANGUAGES.map((language) => ({ value: language, label: t(`language.${language}`) }))}
      />
      <NativeSelect
        name="managers_see"
        label={t('organisation.managers_see')}
        defaultValue={organisation.managers_see}
        disabled={fixed}
        data={(['shared', 'all'] as const).map((what) => ({
          value: what,
          label: t(`organisation.managers_see_${what}`),
        }))}
      />
      <Checkbox
        name="owners_may_delete_sessions"
        label={t('organisation.may_delete')}
        description={t('organisation.may_delete_what')}
        defaultChecked={organisation.owners_may_delete_sessions}
        disabled={fixed}
      />
      <TextInput
        name="keep_sessions_days"
        type="number"
        label={t('organisation.keep')}
        description={t('organisation.keep_what')}
        defaultValue={organisation.keep_sessions_days}
        min={1}
        max={3650}
        required
        disabled={fixed}
        withAsterisk={false}
      />
      <Checkbox
        name="record_voice"
        label={t('organisation.record_voice')}
        description={t('organisation.record_voice_what')}
        defaultChecked={organisation.record_voice}
        disabled={fixed}
      />
      <TextInput
        name="keep_recordings_days"
        type="number"
        label={t('organisation.keep_recordings')}
        description={t('organisation.keep_recordings_what')}
        defaultValue={organisation.keep_recordings_days}
        min={1}
        max={3650}
        required
        disabled={fixed}
        withAsterisk={false}
      />
      {!fixed && (
        <div>
          <Button type="submit" loading={save.isPending}>
            {t('common.save')}
          </Button>
        </div>
      )}
    </form>
  );
}
