import type { Drill } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { Blank, Page, Section, Sparkline } from '@sellmeapen/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Loaded } from '../../shared/loaded';
import { useTitle } from '../../shared/use-title';
import classes from './drills.module.css';
import { drillQuery } from './queries';
import { TakePanel } from './take-panel';

/** One exercise: what to say, a minute of speaking, what came of it. */
export function DrillPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/signed-in/shell/drills/$id' });
  const drill = useQuery(drillQuery(id));
  useTitle(drill.data?.title ?? t('drills.title'));
  return (
    <Loaded
      query={drill}
      blank={
        <Page title={<Blank height="2.4rem" width="18rem" />}>
          <Blank lines={4} height="3rem" />
        </Page>
      }
    >
      {(data) => <Exercise key={id} drill={data} />}
    </Loaded>
  );
}

function Exercise({ drill }: { drill: Drill }) {
  const { t } = useTranslation();
  const { number, day } = useFormats();
  return (
    <Page
      title={<span dir="auto">{drill.title}</span>}
      lead={[
        t('drills.seconds', { n: number(drill.seconds) }),
        drill.due ? t('drills.is_due') : t('drills.due_on', { when: day(drill.due_at) }),
        drill.stage > 0 && t('drills.stage', { count: drill.stage }),
      ]
        .filter(Boolean)
        .join(' · ')}
      aside={<Link to="/drills">{t('drills.title')}</Link>}
    >
      <div className={classes.exercise}>
        <p className={classes.instruction} dir="auto">
          {drill.instruction}
        </p>
        {drill.words && (
          <figure className={classes.words}>
            <figcaption className="quiet small">{t('drills.own_words')}</figcaption>
            <blockquote dir="auto">{drill.words}</blockquote>
          </figure>
        )}
        <p className="quiet small">
          <Link to="/sessions/$id" params={{ id: drill.session_id }} hash="said">
            {t('drills.hear_moment')}
          </Link>
        </p>
      </div>
      <TakePanel drill={drill} />
      {drill.takes.length > 0 && <Before takes={drill.takes} />}
    </Page>
  );
}

function Before({ takes }: { takes: Drill['takes'] }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const oldestFirst = takes.toReversed();
  return (
    <Section title={t('drills.before')}>
      {takes.length > 1 && (
        <div className={classes.spark}>
          <Sparkline
            points={oldestFirst.map(({ score }) => ({ total: score }))}
            label={t('drills.spark', { scores: oldestFirst.map(({ score }) => score).join(', ') })}
          />
        </div>
      )}
      <ul className={classes.takes}>
        {takes.map(({ id, at, score }) => (
          <li key={id}>
            <span className="quiet">{moment(at)}</span>
            <b className="num">{t('score.total', { n: score })}</b>
          </li>
        ))}
      </ul>
    </Section>
  );
}
