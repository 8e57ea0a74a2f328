import { NativeSelect } from '@mantine/core';
import { body, type TeamOverview } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { Blank, EmptyState, Page, Section, Sparkline } from '@sellmeapen/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../shared/api';
import { LinkButton } from '../../shared/link-button';
import { Loaded } from '../../shared/loaded';
import { useMe } from '../../shared/me';
import { useTitle } from '../../shared/use-title';
import classes from './team-page.module.css';

export function TeamPage() {
  const { t } = useTranslation();
  const me = useMe();
  const [teamId, setTeamId] = useState('');
  const overview = useQuery({
    queryKey: ['team-overview', teamId],
    queryFn: () => body(api.GET('/api/v1/team-overview', { params: { query: teamId ? { team_id: teamId } : {} } })),
    placeholderData: (before) => before,
  });
  useTitle(t('team.title'));
  return (
    <Page
      wide
      title={t('team.title')}
      lead={t('team.lead')}
      aside={
        me.teams.length > 1 && (
          <NativeSelect
            aria-label={t('team.team')}
            value={teamId}
            onChange={(event) => setTeamId(event.target.value)}
            data={[
              { value: '', label: t('team.all_teams') },
              ...me.teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )
      }
    >
      <Loaded query={overview} blank={<Blank lines={6} height="4rem" />}>
        {(data) =>
          data.rows.length === 0 ? (
            <EmptyState title={t('team.empty_title')} why={t('team.empty')} />
          ) : (
            <div className={classes.columns}>
              <Section title={t('team.rows')}>
                <ul>
                  {data.rows.map((row) => (
                    <Row key={row.person.id} row={row} />
                  ))}
                </ul>
              </Section>
              <Section title={t('team.coach')}>
                <Coach coach={data.coach} />
              </Section>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function Row({ row }: { row: TeamOverview['rows'][number] }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const quiet = row.change === 'unchanged' || row.change === 'too_few';
  const scores = row.points.map(({ total }) => total);
  return (
    <li className={classes.row}>
      <div className={classes.who}>
        <Link to="/history" search={{ person_id: row.person.id }} className={classes.name}>
          {row.person.name}
        </Link>
        <span className="quiet small">
          {t('team.sessions', { count: row.sessions })}
          {row.last_at && `, ${t('team.last', { when: day(row.last_at) })}`}
        </span>
      </div>
      <div className={classes.spark}>
        <Sparkline
          points={row.points.slice(-12)}
          quiet={quiet}
          label={t('team.spark', { name: row.person.name, scores: scores.slice(-12).join(', ') })}
        />
        {scores.length > 0 ? (
          <b className="num">{scores.at(-1)}</b>
        ) : (
          <span className="quiet">{t('team.unscored')}</span>
        )}
      </div>
      <div className={classes.change}>
        <span data-change={row.change}>
          <Arrow change={row.change} /> {t(`team.change_${row.change}`)}
        </span>
        {row.weakest && <span className="quiet">{t('team.weakest', row.weakest)}</span>}
      </div>
    </li>
  );
}

function Arrow({ change }: { change: TeamOverview['rows'][number]['change'] }) {
  return <span aria-hidden="true">{{ better: '↗', worse: '↘', unchanged: '→', too_few: '·' }[change]}</span>;
}

function Coach({ coach }: { coach: TeamOverview['coach'] }) {
  const { t } = useTranslation();
  if (coach.length === 0) {
    return (
      <div>
        <h3>{t('team.coach_none_title')}</h3>
        <p className="quiet">{t('team.coach_none')}</p>
      </div>
    );
  }
  return (
    <ol className={classes.coach}>
      {coach.map((one) => (
        <li key={`${one.person.id}-${one.criterion}`}>
          <Link to="/history" search={{ person_id: one.person.id }} className={classes.person}>
            {one.person.name}
          </Link>
          <h3>{one.name}</h3>
          <p>{t('team.reason', { misses: one.misses, of: one.of })}</p>
          {one.quote && <blockquote dir="auto">“{one.quote}”</blockquote>}
          <div>
            <LinkButton
              to="/sessions/$id"
              params={{ id: one.session_id }}
              hash={one.turn === undefined ? '' : `turn-${one.turn}`}
              variant="default"
            >
              {t('team.clip')}
            </LinkButton>
          </div>
        </li>
      ))}
    </ol>
  );
}
