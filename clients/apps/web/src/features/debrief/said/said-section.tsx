import type { Debrief, SessionSpeech } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Blank, Section } from '@sellmeapen/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useMe } from '../../../shared/me';
import { Trouble } from '../../../shared/problem';
import { speechQuery } from '../../../shared/speech';
import listen from '../listen.module.css';
import { EventTable } from './event-table';
import { FigureRows, NotMeasured } from './figure-rows';
import { Findings } from './findings';
import classes from './said.module.css';
import { Scores } from './scores';
import { SpeechPlot } from './speech-plot';
import { adviceRefused, events, type Voice } from './timeline';

const REASONS = ['typed', 'not_agreed', 'switched_off', 'removed', 'expired', 'not_made', 'bought'] as const;

/** How it was said: three things to change, where they are heard, and the whole conversation as a picture. */
export function SaidSection({ debrief }: { debrief: Debrief }) {
  const { t } = useTranslation();
  const speech = useQuery(speechQuery(debrief.session.id));
  return (
    <Section
      id="said"
      title={t('said.title')}
      aside={
        <Link to="/measures" className="no-print small">
          {t('said.how')}
        </Link>
      }
    >
      {speech.data ? (
        <Told debrief={debrief} speech={speech.data} />
      ) : speech.error ? (
        <Trouble error={speech.error} onRetry={() => void speech.refetch()} />
      ) : (
        <Blank lines={3} height="5rem" />
      )}
    </Section>
  );
}

function Told({ debrief, speech }: { debrief: Debrief; speech: SessionSpeech }) {
  const { t } = useTranslation();
  const own = useMe().person.id === debrief.session.person.id;
  if (speech.state === 'measuring') {
    return (
      <p className="quiet" role="status">
        {t('said.measuring')}
      </p>
    );
  }
  const { report, timeline } = speech;
  if (!report || !timeline) {
    const because = REASONS.find((one) => one === speech.because) ?? 'not_made';
    return <NotMeasured why={t(`said.none.${because}`)} />;
  }
  if (timeline.sides.length === 0) return <p className="quiet">{t('said.silent')}</p>;
  return (
    <div className={classes.told}>
      <Findings findings={speech.findings ?? []} refused={adviceRefused(report)} own={own} />
      <Picture debrief={debrief} speech={{ report, timeline }} own={own} />
      <FigureRows speech={speech} />
      <div>
        <p className="quiet small">{t('said.scores_lead')}</p>
        <Scores report={report} />
      </div>
      {speech.chosen_by && <p className="quiet small">{t('said.chosen_by', { formula: speech.chosen_by })}</p>}
    </div>
  );
}

function Picture({
  debrief: { session },
  speech: { report, timeline },
  own,
}: {
  debrief: Debrief;
  speech: Required<Pick<SessionSpeech, 'report' | 'timeline'>>;
  own: boolean;
}) {
  const { t } = useTranslation();
  const nameOf = (voice: Voice) =>
    voice === 'buyer' ? session.scenario.persona.name : own ? t('common.you') : session.person.name;
  const found = useMemo(() => events(timeline, report), [timeline, report]);
  return (
    <figure className={classes.picture}>
      <SpeechPlot timeline={timeline} report={report} nameOf={nameOf} />
      <figcaption className="quiet small">{t('said.plot_lead')}</figcaption>
      <details className={`${listen.more} no-print`}>
        <summary>{t('said.table')}</summary>
        <EventTable events={found} pace={timeline.pace} nameOf={nameOf} />
      </details>
    </figure>
  );
}
