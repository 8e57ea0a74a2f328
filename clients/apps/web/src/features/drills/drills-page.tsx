import type { Drill } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { Blank, EmptyState, Page, Section } from '@sellmeapen/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { LinkButton } from '../../shared/link-button';
import { Loaded } from '../../shared/loaded';
import { useTitle } from '../../shared/use-title';
import classes from './drills.module.css';
import { drillsQuery } from './queries';

/** One's own spoken exercises: those whose time has come, then the others. */
export function DrillsPage() {
  const { t } = useTranslation();
  const drills = useQuery(drillsQuery);
  useTitle(t('drills.title'));
  return (
    <Page
      title={t('drills.title')}
      lead={t('drills.lead')}
      aside={
        <Link to="/measures" className="small">
          {t('said.how')}
        </Link>
      }
    >
      <Loaded query={drills} blank={<Blank lines={3} height="4rem" />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('drills.empty_title')} why={t('drills.empty')}>
              <LinkButton to="/library">{t('drills.to_library')}</LinkButton>
            </EmptyState>
          ) : (
            <>
              <Part title={t('drills.due')} drills={items.filter(({ due }) => due)} />
              <Part title={t('drills.later')} drills={items.filter(({ due }) => !due)} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Part({ title, drills }: { title: string; drills: Drill[] }) {
  if (drills.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={classes.list}>
        {drills.map((drill) => (
          <Line key={drill.id} drill={drill} />
        ))}
      </ul>
    </Section>
  );
}

function Line({ drill }: { drill: Drill }) {
  const { t } = useTranslation();
  const { day, number } = useFormats();
  const last = drill.takes[0];
  return (
    <li>
      <Link to="/drills/$id" params={{ id: drill.id }} className={classes.line}>
        <span className={classes.name} dir="auto">
          {drill.title}
        </span>
        <span className="quiet small num">
          {t('drills.seconds', { n: number(drill.seconds) })}
          {drill.stage > 0 && ` · ${t('drills.stage', { count: drill.stage })}`}
        </span>
        <span className={`${classes.facts} num`}>
          {drill.due ? t('drills.is_due') : t('drills.due_on', { when: day(drill.due_at) })}
          {' · '}
          {last ? t('drills.best', { n: last.score }) : t('drills.never')}
        </span>
      </Link>
    </li>
  );
}
