import { NativeSelect } from '@mantine/core';
import { body, type SpeechFigureTrend, type SpeechTrends } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { Blank, EmptyState, Page } from '@sellmeapen/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../shared/api';
import { LinkButton } from '../../shared/link-button';
import { Loaded } from '../../shared/loaded';
import { useMay, useMe } from '../../shared/me';
import { speechTrendsQuery, useFigureWords } from '../../shared/speech';
import { useTitle } from '../../shared/use-title';
import { Change } from './change';
import classes from './progress.module.css';
import { WeekPlot } from './week-plot';
import { isQuiet } from './weeks';

/** How somebody's speaking changed over half a year: one's own, or of whom one may look at. */
export function ProgressPage() {
  const { t } = useTranslation();
  const { list } = useFormats();
  const { nameOf } = useFigureWords();
  const me = useMe();
  const { person_id: asked, spoken } = useSearch({ from: '/signed-in/shell/progress' });
  const person = asked === me.person.id ? undefined : asked;
  const trends = useQuery(speechTrendsQuery(person, spoken));
  const name = useNameOf(person);
  const title = name ? t('progress.title_of', { name }) : t('progress.title');
  useTitle(title);
  return (
    <Page
      wide
      title={title}
      lead={t('progress.lead')}
      aside={
        <Link to="/measures" className="small">
          {t('progress.how')}
        </Link>
      }
    >
      <Loaded query={trends} blank={<Blank lines={4} height="9rem" />}>
        {({ figures, sessions, languages, language: told, not_measured: missing }) =>
          figures.length === 0 && languages.length === 0 ? (
            <EmptyState title={t('progress.empty_title')} why={t(person ? 'progress.empty_of' : 'progress.empty')}>
              {!person && <LinkButton to="/library">{t('progress.to_library')}</LinkButton>}
            </EmptyState>
          ) : (
            <>
              <p className="quiet">{t('progress.sessions', { count: sessions })}</p>
              <LanguageChoice languages={languages} told={told} />
              <ul className={classes.figures}>
                {figures.map((trend) => (
                  <Figure key={trend.name} trend={trend} />
                ))}
              </ul>
              {missing.length > 0 && (
                <p className="quiet small">{t('progress.not_measured', { figures: list(missing.map(nameOf)) })}</p>
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

/** A pace of one language is none of another: each has its own trends. */
function LanguageChoice({ languages, told }: { languages: SpeechTrends['languages']; told: string | undefined }) {
  const { t } = useTranslation();
  const { language: nameOf } = useFormats();
  const navigate = useNavigate({ from: '/progress' });
  const known = languages.map(({ language }) => language);
  const all = told === undefined || known.includes(told) ? known : [told, ...known];
  if (all.length < 2) return null;
  return (
    <NativeSelect
      className={classes.language}
      label={t('progress.language')}
      value={told}
      onChange={(event) =>
        void navigate({ search: (before) => ({ ...before, spoken: event.target.value }), replace: true })
      }
      data={all.map((code) => {
        const count = languages.find(({ language }) => language === code)?.sessions ?? 0;
        return { value: code, label: t('progress.language_sessions', { language: nameOf(code), count }) };
      })}
    />
  );
}

/** The trends tell an id; whose it is stands in the overview of those who may look at others. */
function useNameOf(person: string | undefined): string | undefined {
  const team = useMay('see_team');
  const organisation = useMay('see_organisation');
  const overview = useQuery({
    queryKey: ['speech-overview', ''],
    queryFn: () => body(api.GET('/api/v1/speech-overview')),
    enabled: person !== undefined && (team || organisation),
  });
  return overview.data?.rows.find((row) => row.person_id === person)?.name;
}

function Figure({ trend }: { trend: SpeechFigureTrend }) {
  const { t } = useTranslation();
  const { nameOf, valueOf } = useFigureWords();
  const last = trend.weeks.at(-1);
  return (
    <li className={classes.figure}>
      <h2>{nameOf(trend.name)}</h2>
      <p className={classes.told}>
        {last && (
          <span>
            <b className={`${classes.latest} num`}>{valueOf(trend.name, last.mean)}</b>{' '}
            <span className="quiet">{t('progress.latest')}</span>
          </span>
        )}
        <Change trend={trend} />
      </p>
      {/* One week is a number and no line. */}
      {trend.weeks.length > 1 && <WeekPlot trend={trend} quiet={isQuiet(trend.change)} />}
      <details className={classes.more}>
        <summary>{t('progress.table')}</summary>
        <p className="quiet small">{t('progress.formula', { formula: trend.formula })}</p>
        <Weeks trend={trend} />
      </details>
    </li>
  );
}

function Weeks({ trend: { name, weeks } }: { trend: SpeechFigureTrend }) {
  const { t } = useTranslation();
  const { day, number } = useFormats();
  const { nameOf, numberOf } = useFigureWords();
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={nameOf(name)}>
      <table className={`${classes.table} num`}>
        <thead>
          <tr>
            <th scope="col">{t('progress.week')}</th>
            <th scope="col">{t('progress.mean')}</th>
            <th scope="col">{t('progress.band')}</th>
            <th scope="col">{t('progress.count')}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ week, mean, low, high, sessions }) => (
            <tr key={week}>
              <th scope="row">{day(week)}</th>
              <td>{numberOf(name, mean)}</td>
              <td>
                {low === undefined || high === undefined
                  ? t('progress.no_band')
                  : `${numberOf(name, low)}–${numberOf(name, high)}`}
              </td>
              <td>{number(sessions)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
