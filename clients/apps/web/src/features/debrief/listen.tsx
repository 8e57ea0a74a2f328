import type { Debrief, Recording } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { Blank, Section } from '@sellmeapen/ui';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useMe } from '../../shared/me';
import { Trouble } from '../../shared/problem';
import classes from './listen.module.css';
import { marks } from './moments';
import { PlayerControls } from './player-controls';
import { peaksQuery, usePlayer, type Recorded } from './recorded';
import { TurnTimes } from './turn-times';
import { Waveform } from './waveform';

/** The recording above the letter; where there is none, one line that says why. */
export function Listen({
  debrief,
  recording,
  recorded,
}: {
  debrief: Debrief;
  recording: UseQueryResult<Recording>;
  recorded: Recorded | undefined;
}) {
  const { t } = useTranslation();
  const spoken = debrief.session.turns.some(({ start_ms: start }) => start !== undefined);
  if (recording.data?.state === 'none') return <WhyNone debrief={debrief} recording={recording.data} />;
  if (!spoken && !recording.data) return null;
  return (
    <div className="no-print">
      <Section title={t('listen.title')}>
        {recorded && recording.data ? (
          <Tape debrief={debrief} recording={recording.data} recorded={recorded} />
        ) : recording.error ? (
          <Trouble error={recording.error} onRetry={() => void recording.refetch()} />
        ) : recording.data ? (
          <p className="quiet" role="status">
            {t('listen.being_finished')}
          </p>
        ) : (
          <Blank lines={1} height="13rem" />
        )}
      </Section>
    </div>
  );
}

function WhyNone({ debrief, recording }: { debrief: Debrief; recording: Recording }) {
  const { t } = useTranslation();
  const { person } = debrief.session;
  const own = useMe().person.id === person.id;
  const why = recording.absent_because ?? 'not_made';
  const text =
    !own && (why === 'not_agreed' || why === 'removed')
      ? t(`listen.none.${why}_by`, { name: person.name })
      : t(`listen.none.${why}`);
  return <p className="quiet small">{text}</p>;
}

function Tape({ debrief, recording, recorded }: { debrief: Debrief; recording: Recording; recorded: Recorded }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { session, scorecard } = debrief;
  const own = useMe().person.id === session.person.id;
  const peaks = useQuery(peaksQuery(session.id));
  const sound = useRef<HTMLAudioElement>(null);
  const { player, turns } = recorded;
  useEffect(() => (sound.current ? player.attach(sound.current) : undefined), [player]);
  const failed = usePlayer(player, (one) => one.failed);
  const mine = session.seat === 'seller' ? 'rep' : 'buyer';
  const you = own ? t('common.you') : session.person.name;
  const nameOf = (speaker: 'rep' | 'buyer') => (speaker === mine ? you : session.scenario.persona.name);
  const quoted = marks(turns, scorecard?.criteria ?? []);
  const audio = `/api/v1/sessions/${session.id}/recording/audio`;
  return (
    <div className={classes.tape} role="group" aria-label={t('listen.region')}>
      {/* Whoever opens somebody else's debrief has not listened yet: then nothing is fetched before it is played. */}
      <audio ref={sound} src={audio} preload={own ? 'metadata' : 'none'} />
      {peaks.data ? (
        <Waveform recorded={recorded} peaks={peaks.data} marks={quoted} nameOf={nameOf} />
      ) : peaks.error ? (
        <Trouble error={peaks.error} onRetry={() => void peaks.refetch()} />
      ) : (
        <Blank height="8.875rem" />
      )}
      <PlayerControls debrief={debrief} recorded={recorded} audio={audio} own={own} />
      {failed && (
        <p role="alert" className={classes.failed}>
          {t('listen.failed')}
        </p>
      )}
      <p className="quiet small">
        {t('listen.above', { rep: nameOf('rep'), buyer: nameOf('buyer') })} {quoted.length > 0 && t('listen.marks')}{' '}
        <span className={classes.keys}>{t('listen.keys')} </span>
        {own
          ? recording.kept_until && t('listen.kept_until', { day: day(recording.kept_until) })
          : t('listen.noted', { name: session.person.name })}
      </p>
      <details className={classes.more}>
        <summary>{t('listen.table')}</summary>
        <TurnTimes recorded={recorded} pauses={peaks.data?.pauses ?? []} nameOf={nameOf} />
      </details>
    </div>
  );
}
