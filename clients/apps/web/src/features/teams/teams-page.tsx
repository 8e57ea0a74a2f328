import { Button, TextInput } from '@mantine/core';
import { body, type Team } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { Blank, EmptyState, Page, Section } from '@sellmeapen/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, type FormEvent } from 'react';
import { api } from '../../shared/api';
import { Loaded } from '../../shared/loaded';
import { Trouble } from '../../shared/problem';
import { teamsQuery } from '../../shared/queries';
import { useTitle } from '../../shared/use-title';
import { TeamCare } from './team-care';
import classes from './teams-page.module.css';

export function TeamsPage() {
  const { t } = useTranslation();
  const teams = useQuery(teamsQuery);
  useTitle(t('teams.title'));
  return (
    <Page title={t('teams.title')} lead={t('teams.lead')}>
      <Loaded query={teams} blank={<Blank lines={4} height="4rem" />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('teams.empty_title')} why={t('teams.empty')} />
          ) : (
            <ul className={classes.list}>
              {items.map((team) => (
                <li key={team.id}>
                  <OneTeam team={team} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <Section title={t('teams.new')}>
        <NewTeam />
      </Section>
    </Page>
  );
}

function OneTeam({ team }: { team: Team }) {
  const { t } = useTranslation();
  const { list } = useFormats();
  return (
    <article className={classes.team}>
      <div className={classes.head}>
        <h2>{team.name}</h2>
        <span className="quiet">
          {t('teams.members', { count: team.members })},{' '}
          {team.leads.length > 0
            ? t('teams.led_by', { names: list(team.leads.map(({ name }) => name)) })
            : t('teams.no_lead')}
        </span>
      </div>
      <details>
        <summary className={classes.summary}>{t('teams.manage')}</summary>
        <TeamCare team={team} />
      </details>
    </article>
  );
}

function NewTeam() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const create = useMutation({
    mutationFn: (name: string) => body(api.POST('/api/v1/teams', { body: { name } })),
    onSuccess: () => {
      form.current?.reset();
      return queryClient.invalidateQueries({ queryKey: ['teams'] });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    create.mutate(String(new FormData(event.currentTarget).get('name')).trim());
  };
  return (
    <form ref={form} onSubmit={submit} className={classes.inline}>
      <TextInput name="name" label={t('teams.name')} required maxLength={120} withAsterisk={false} />
      <Button type="submit" loading={create.isPending}>
        {t('teams.create')}
      </Button>
      {create.error && <Trouble error={create.error} />}
    </form>
  );
}
