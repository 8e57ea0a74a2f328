import { Button } from '@mantine/core';
import { isRefusal, type Drill, type DrillTakeResult } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { ErrorNote, Section } from '@sellmeapen/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { MicrophoneRemedy } from '../../shared/microphone-remedy';
import { Trouble } from '../../shared/problem';
import { microphonesQuery } from '../../shared/voice-api';
import classes from './drills.module.css';
import { sendTake } from './queries';
import { Result } from './result';
import { COLUMN_MS } from './take';
import { useRecorder, type Recorder, type Recording } from './use-recorder';

const LOOK_EVERY_MS = 2_000;

/** Records a take and has it scored at once. */
export function TakePanel({ drill }: { drill: Drill }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const recorder = useRecorder(drill.seconds);
  const { state } = recorder;
  const scoring = useMutation({
    mutationFn: (wav: Blob) => sendTake(drill.id, wav),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['drills'] }),
  });
  const { mutate, reset } = scoring;
  const wav = state.is === 'done' ? state.wav : undefined;
  useEffect(() => {
    if (wav) mutate(wav);
  }, [wav, mutate]);
  const begin = () => {
    reset();
    recorder.begin();
  };
  const plugged = useQuery({
    ...microphonesQuery,
    refetchInterval: ({ state: found }) => (found.data === false ? LOOK_EVERY_MS : false),
  });
  if (state.is === 'idle' && plugged.data === false) {
    return (
      <NeedsMicrophone why={navigator.mediaDevices ? 'none' : 'insecure'} onRetry={() => void plugged.refetch()} />
    );
  }
  if (state.is === 'impossible') return <NeedsMicrophone why={state.why} onRetry={begin} />;
  if (scoring.data) return <Scored drill={drill} result={scoring.data} onAgain={begin} />;
  if (scoring.error) return <NotScored error={scoring.error} onAgain={begin} />;
  return (
    <div className={classes.panel}>
      <Strip state={state} seconds={drill.seconds} />
      <Now state={state} />
      <Buttons recorder={recorder} onBegin={begin} />
      {(state.is === 'idle' || state.is === 'opening') && <p className="quiet small">{t('drills.kept')}</p>}
    </div>
  );
}

function Scored({ drill, result, onAgain }: { drill: Drill; result: DrillTakeResult; onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <Section title={t('drills.result')}>
      <Result result={result} kind={drill.kind} />
      <div>
        <Button onClick={onAgain}>{t('drills.again')}</Button>
      </div>
    </Section>
  );
}

function NotScored({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const { t } = useTranslation();
  if (isRefusal(error) && error.code === 'take-too-short') {
    return <ErrorNote what={`${error.message} ${t('drills.too_quiet')}`} onRetry={onAgain} />;
  }
  return <Trouble error={error} onRetry={onAgain} />;
}

function NeedsMicrophone({ why, onRetry }: { why: 'blocked' | 'none' | 'insecure' | 'failed'; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.needs} role="alert">
      <h2>{t('drills.needs_title')}</h2>
      <p>
        {why === 'blocked' ? (
          <>
            {t('drills.needs_blocked')} <MicrophoneRemedy />
          </>
        ) : (
          t(why === 'none' ? 'drills.needs_none' : why === 'insecure' ? 'drills.needs_secure' : 'drills.failed')
        )}
      </p>
      <div>
        <Button variant="default" onClick={onRetry}>
          {t('drills.needs_retry')}
        </Button>
      </div>
    </div>
  );
}

function Buttons({ recorder: { state, finish, leave }, onBegin }: { recorder: Recorder; onBegin: () => void }) {
  const { t } = useTranslation();
  if (state.is === 'idle') {
    return (
      <div className={classes.buttons}>
        <Button size="md" onClick={onBegin}>
          {t('drills.start')}
        </Button>
      </div>
    );
  }
  if (state.is === 'done') return null;
  return (
    <div className={classes.buttons}>
      {state.is === 'recording' && <Button onClick={finish}>{t('drills.stop')}</Button>}
      <Button variant="subtle" onClick={leave}>
        {t('drills.give_up')}
      </Button>
    </div>
  );
}

const SAY_EVERY_S = 15;

/** What happens right now, in large type and for whoever has it read out. */
function Now({ state }: { state: Recording }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const left = state.is === 'recording' ? Math.ceil(state.leftMs / 1000) : 0;
  const told =
    state.is === 'opening'
      ? t('drills.opening')
      : state.is === 'counting'
        ? t('drills.ready', { n: number(state.from) })
        : state.is === 'done'
          ? t('drills.scoring')
          : undefined;
  return (
    <>
      <p className={`${classes.now} num`} aria-hidden={state.is === 'recording' || undefined}>
        {told ?? (state.is === 'recording' && t('drills.seconds_left', { n: number(left) }))}
      </p>
      <span className="sr" role="status">
        {told ??
          (state.is === 'recording' &&
            (left % SAY_EVERY_S === 0 ? t('drills.seconds_left_say', { count: left }) : t('drills.recording')))}
      </span>
    </>
  );
}

const HEIGHT = 56;
const LOUD = 0.25;
const CURVE = 0.6;

/** The take as a line of ink that fills from its beginning to its end while one speaks. */
function Strip({ state, seconds }: { state: Recording; seconds: number }) {
  const { t } = useTranslation();
  const columns = state.is === 'recording' ? state.columns : [];
  const count = Math.ceil((seconds * 1000) / COLUMN_MS);
  return (
    <svg
      viewBox={`0 0 ${count} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={classes.strip}
      role="img"
      aria-label={t('drills.strip')}
    >
      <line
        x1="0"
        x2={count}
        y1={HEIGHT / 2}
        y2={HEIGHT / 2}
        className={classes.rule}
        vectorEffect="non-scaling-stroke"
      />
      {columns.map((rms, at) => {
        const reach = Math.max(0.6, Math.min(1, rms / LOUD) ** CURVE * (HEIGHT / 2 - 2));
        return (
          <rect key={at} x={at + 0.1} y={HEIGHT / 2 - reach} width="0.8" height={2 * reach} className={classes.ink} />
        );
      })}
    </svg>
  );
}
