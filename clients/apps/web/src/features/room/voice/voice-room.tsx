import type { Session } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Button } from '@mantine/core';
import { IconHeadphones } from '@tabler/icons-react';
import { useCallback, useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { useDeviceCheck } from '../../../shared/device-check';
import { gaugeWanted, voiceMemory } from '../../../shared/voice-memory';
import { Rail } from '../rail';
import roomClasses from '../room-page.module.css';
import { GaugeLine } from './gauge-line';
import { LatencyStrip } from './latency-strip';
import { useVoiceCall, type VoiceCall } from './use-voice-call';
import { VoiceBar } from './voice-bar';
import { VoiceNote } from './voice-notes';
import classes from './voice-room.module.css';
import { VoiceStage } from './voice-stage';

export interface VoiceRoomProps {
  session: Session;
  countedAt: number;
  /** This tab holds the session. */
  held: boolean;
  onSession: (session: Session) => void;
  /** The conversation goes on in text; `why` where the person did not ask for it. */
  onText: (why?: string) => void;
  /** What stands at the foot while nobody can speak. */
  foot: ReactNode;
}

/** The room with sound. */
export function VoiceRoom(props: VoiceRoomProps) {
  const { session, held, onText } = props;
  const state = useVoiceCall(session, held && session.stage === 'live');
  const { t } = useTranslation();
  if (state.is === 'impossible') {
    return (
      <Frame {...props} signs={null}>
        <main className={roomClasses.notice}>
          <p>{t('voice.impossible')}</p>
          <Button onClick={() => onText()}>{t('voice.go_on_in_text')}</Button>
        </main>
      </Frame>
    );
  }
  if (state.is === 'opening') {
    return (
      <Frame {...props} signs={null}>
        <main className={roomClasses.notice}>
          <p role="status">{t('voice.opening')}</p>
        </main>
      </Frame>
    );
  }
  return <Calling {...props} on={state} />;
}

function Calling({ on, ...props }: VoiceRoomProps & { on: Extract<VoiceCall, { is: 'on' }> }) {
  const { call, audio, ear } = on;
  const { session, onSession, onText, foot } = props;
  const { t } = useTranslation();
  const view = useSyncExternalStore(call.subscribe, call.view);
  const running = useSyncExternalStore(
    useCallback((changed) => audio.onRunning(changed), [audio]),
    () => audio.running,
  );
  const check = useDeviceCheck();
  const name = session.scenario.persona.name;
  const live = session.stage === 'live';
  const paused = session.stage === 'paused';

  const over = session.stage === 'ended' || session.stage === 'scored';
  useEffect(() => {
    if (paused) call.hold();
    else if (!over) call.resume();
  }, [call, paused, over]);
  // What decided was heard before it is known here; whoever ended it by hand wants no more of it.
  useEffect(() => {
    if (over) call.leave();
  }, [call, over]);
  const listens = view.ready?.ear.kind === 'browser' && view.mic === 'open' && live;
  useEffect(() => ear?.be(listens), [ear, listens]);
  const stepped = view.stepped?.to === 'text' ? view.stepped.why : undefined;
  useEffect(() => {
    if (stepped !== undefined) onText(stepped);
  }, [stepped, onText]);

  const look = async () => {
    call.hold();
    await check();
    await audio.useMicrophone(voiceMemory().microphoneId);
    call.showGauge(gaugeWanted(session.seat));
    if (!paused) call.resume();
  };
  const mustType = view.mic === 'blocked' || view.mic === 'none' || view.ready?.ear.kind === 'none';
  return (
    <Frame
      {...props}
      signs={
        <>
          {view.ready?.recording && live && (
            <span className={classes.recording} title={t('voice.recording_why')}>
              <span aria-hidden="true" />
              {t('voice.recording')}
            </span>
          )}
          <button
            type="button"
            className={classes.check}
            onClick={() => void look()}
            aria-label={t('voice.check')}
            title={t('voice.check')}
          >
            <IconHeadphones size={18} />
          </button>
          <LatencyStrip latency={view.latency} />
        </>
      }
    >
      <main className={`${roomClasses.stage} ${classes.main}`} tabIndex={0}>
        <VoiceStage session={session} view={view} level={() => audio.levels.counterpart} />
      </main>
      <footer className={roomClasses.foot}>
        {live && <VoiceNote on={on} view={view} running={running} name={name} onText={() => onText()} />}
        {foot}
        {live && gaugeWanted(session.seat) && <GaugeLine gauge={view.gauge} />}
        {live && (
          <VoiceBar
            session={session}
            call={call}
            view={view}
            level={() => audio.levels.own}
            mustType={mustType}
            onSession={onSession}
            onText={() => onText()}
          />
        )}
      </footer>
    </Frame>
  );
}

function Frame({
  session,
  countedAt,
  signs,
  children,
}: Pick<VoiceRoomProps, 'session' | 'countedAt'> & { signs: ReactNode; children: ReactNode }) {
  return (
    <div className={roomClasses.room}>
      <Rail session={session} countedAt={countedAt}>
        {signs}
      </Rail>
      {children}
    </div>
  );
}
