import { isRefusal, type Debrief } from '@sellmeapen/api-client';
import { moreWords, useFormats, useTranslation } from '@sellmeapen/i18n';
import { Blank, EmptyState, Page, Section } from '@sellmeapen/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { LinkButton } from '../../shared/link-button';
import { Loaded } from '../../shared/loaded';
import { debriefQuery } from '../../shared/queries';
import { useTitle } from '../../shared/use-title';
import { Actions } from './actions';
import { Answers } from './answers';
import { Criteria } from './criteria';
import classes from './debrief-page.module.css';
import { FigureList } from './figures';
import { InkLine } from './ink-line';
import { Letter } from './letter';
import { RecordedContext, useRecording } from './recorded';
import { Takes } from './takes';
import { Verdict } from './verdict';

/** Comes after the words and their score, which are read first. */
const Listen = lazy(() => import('./listen').then((part) => ({ default: part.Listen })));
const SaidSection = lazy(async () => {
  const [part] = await Promise.all([import('./said/said-section'), moreWords()]);
  return { default: part.SaidSection };
});

const ASK_AGAIN_MS = 1000;

/** A first scorecard or a new revision is on its way. */
const waits = (debrief: Debrief | undefined) =>
  debrief !== undefined && (debrief.scorecard_being_made || !debrief.scorecard);

export function DebriefPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/signed-in/shell/sessions/$id' });
  const debrief = useQuery({
    ...debriefQuery(id),
    refetchInterval: ({ state }) => (waits(state.data) ? ASK_AGAIN_MS : false),
  });
  const title = debrief.data?.session.scenario.title;
  useTitle(title && t('debrief.title', { title }));
  if (isRefusal(debrief.error) && debrief.error.status === 409) {
    return (
      <EmptyState page title={t('debrief.not_ended_title')} why={t('debrief.not_ended')}>
        <LinkButton to="/room/$sessionId" params={{ sessionId: id }}>
          {t('home.go_continue')}
        </LinkButton>
      </EmptyState>
    );
  }
  return (
    <Loaded
      query={debrief}
      blank={
        <Page title={<Blank height="2.4rem" width="18rem" />} wide>
          <Blank lines={3} height="4rem" />
          <Blank lines={8} height="1.6rem" />
        </Page>
      }
    >
      {(data) => <Annotated key={id} debrief={data} />}
    </Loaded>
  );
}

function Annotated({ debrief }: { debrief: Debrief }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { session, scorecard } = debrief;
  const [lit, setLit] = useState<string[]>([]);
  const at = session.ended_at ?? session.started_at;
  const { recording, recorded } = useRecording(debrief);
  return (
    <RecordedContext value={recorded}>
      <Page
        wide
        title={session.scenario.title}
        lead={[
          t('debrief.meta', { name: session.scenario.persona.name, level: t(`level.${session.level}`) }),
          session.retry_of && t('common.retry_badge', { n: session.retry_of.turn + 1 }),
          at && day(at),
        ]
          .filter(Boolean)
          .join(' · ')}
        aside={<Actions debrief={debrief} />}
      >
        {scorecard ? (
          <Verdict debrief={debrief} scorecard={scorecard} />
        ) : (
          <EmptyState title={t('debrief.scoring_title')} why={t('debrief.scoring')} />
        )}
        <Section title={t('debrief.line')}>
          <InkLine debrief={debrief} />
        </Section>
        <Suspense fallback={null}>
          <Listen debrief={debrief} recording={recording} recorded={recorded} />
        </Suspense>
        <div className={classes.columns}>
          <Section title={t('debrief.conversation')}>
            <Letter debrief={debrief} lit={lit} onLight={setLit} />
          </Section>
          {scorecard && (
            <Section title={t('debrief.criteria')}>
              <Criteria criteria={scorecard.criteria} session={session} lit={lit} onLight={setLit} />
            </Section>
          )}
        </div>
        <Section title={t('debrief.figures')}>
          <FigureList debrief={debrief} />
          <Answers debrief={debrief} />
        </Section>
        <Suspense fallback={<Blank lines={3} height="5rem" />}>
          <SaidSection debrief={debrief} />
        </Suspense>
        {debrief.takes.length > 1 && (
          <Section title={t('debrief.takes')}>
            <Takes debrief={debrief} />
          </Section>
        )}
      </Page>
    </RecordedContext>
  );
}
