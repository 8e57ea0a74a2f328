import { NativeSelect } from '@mantine/core';
import { body, type SpeechOverview } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { Blank, EmptyState, Page } from '@sellmeapen/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../shared/api';
import { Loaded } from '../../shared/loaded';
import { useMay, useMe } from '../../shared/me';
import { teamsQuery } from '../../shared/queries';
import { FIGURES, useFigureWords } from '../../shared/speech';
import { useTitle } from '../../shared/use-title';
import { Change } from './change';
import classes from './progress.module.css';

/** How the people one leads speak, or those of the organisation; figures only, nobody's sound. */
export function SpeakingPage() {
  const { t } = useTranslation();
  const [team, setTeam] = useState('');
  const overview = useQuery({
    queryKey: ['speech-overview', team],
    queryFn: () => body(api.GET('/api/v1/speech-overview', { params: { query: team ? { team_id: team } : {} } })),
    placeholderData: (before) => before,
  });
  useTitle(t('speaking.title'));
  return (
    <Page
      wide
      title={t('speaking.title')}
      lead={t('speaking.lead')}
      aside={<TeamChoice team={team} onTeam={setTeam} />}
    >
      <Loaded query={overview} blank={<Blank lines={6} height="4rem" />}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={t('speaking.empty_title')} why={t('speaking.empty')} />
          ) : (
            <People rows={rows} />
          )
        }
      </Loaded>
    </Page>
  );
}

function TeamChoice({ team, onTeam }: { team: string; onTeam: (team: string) => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const all = useMay('see_organisation') && me.permissions.includes('manage_teams');
  const known = useQuery({ ...teamsQuery, enabled: all });
  const teams = known.data?.items ?? me.teams;
  if (teams.length < (all ? 1 : 2)) return null;
  return (
    <NativeSelect
      aria-label={t('speaking.team')}
      value={team}
      onChange={(event) => onTeam(event.target.value)}
      data={[{ value: '', label: t('speaking.all') }, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}

function People({ rows }: { rows: SpeechOverview['rows'] }) {
  const { t } = useTranslation();
  const { number, language: languageOf } = useFormats();
  const { nameOf, numberOf, unitOf } = useFigureWords();
  const manyLanguages = new Set(rows.map(({ language }) => language)).size > 1;
  const there = new Set(rows.flatMap(({ figures }) => figures.map(({ name }) => name)));
  const known = Object.keys(FIGURES).filter((name) => there.delete(name));
  const columns = [...known, ...there];
  const gaps = rows.some(({ figures }) => figures.length < columns.length);
  return (
    <>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('speaking.caption')}>
        <table className={classes.people}>
          <caption className="sr">{t('speaking.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('speaking.person')}</th>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {nameOf(name)} <small>{unitOf(name)}</small>
                </th>
              ))}
              <th scope="col">{t('speaking.sessions')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.person_id}>
                <th scope="row">
                  <Link to="/progress" search={{ person_id: row.person_id }} className={classes.person}>
                    {row.name}
                  </Link>
                  {manyLanguages && <small className={classes.spoken}>{languageOf(row.language)}</small>}
                </th>
                {columns.map((name) => {
                  const cell = row.figures.find((one) => one.name === name);
                  return (
                    <td key={name} data-name={`${nameOf(name)} ${unitOf(name)}`}>
                      {cell ? (
                        <span className={classes.cell}>
                          <b className="num">{numberOf(name, cell.mean)}</b>
                          <Change trend={cell} short />
                        </span>
                      ) : (
                        <span className="quiet">{t('speaking.unknown')}</span>
                      )}
                    </td>
                  );
                })}
                <td data-name={t('speaking.sessions')} className="num">
                  {number(row.sessions)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {gaps && <p className="quiet small">{t('speaking.unknown_why')}</p>}
    </>
  );
}
