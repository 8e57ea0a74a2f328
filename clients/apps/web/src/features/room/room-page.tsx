import { Button } from '@mantine/core';
import { body, isRefusal, type Session } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Blank, EmptyState } from '@sellmeapen/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../../shared/api';
import { useDeviceCheck } from '../../shared/device-check';
import { LinkButton } from '../../shared/link-button';
import { Loaded } from '../../shared/loaded';
import { Trouble } from '../../shared/problem';
import { sessionQuery } from '../../shared/queries';
import { useTitle } from '../../shared/use-title';
import { voiceQuery } from '../../shared/voice-api';
import { rememberVoice, voiceMemory } from '../../shared/voice-memory';
import { Composer } from './composer';
import { Dialogue } from './dialogue';
import { ConnectionDot, Rail } from './rail';
import { whyWord } from '../../shared/why';
import classes from './room-page.module.css';
import { Tail } from './tail';
import { useConversation } from './use-conversation';
import { holder, useLease } from './use-lease';

// Everything of voice travels only where somebody speaks.
const VoiceRoom = lazy(async () => ({ default: (await import('./voice/voice-room')).VoiceRoom }));

function rememberedWay(): 'voice' | 'text' {
  const { way, checked } = voiceMemory();
  return way === 'voice' && checked ? 'voice' : 'text';
}

export function RoomPage() {
  const { sessionId } = useParams({ from: '/signed-in/room/$sessionId' });
  const session = useQuery({ ...sessionQuery(sessionId), refetchOnWindowFocus: true });
  return (
    <Loaded
      query={session}
      blank={
        <div className={classes.notice}>
          <Blank lines={4} height="2rem" />
        </div>
      }
    >
      {(data) => <Door session={data} countedAt={session.dataUpdatedAt} />}
    </Loaded>
  );
}

/** Lets one tab in at a time. */
function Door({ session, countedAt }: { session: Session; countedAt: number }) {
  const { t } = useTranslation();
  const lease = useLease(session.id);
  const over = session.stage === 'ended' || session.stage === 'scored';
  const name = session.scenario.persona.name;
  useTitle(t('room.title', { title: session.scenario.title, name }));
  if (!over && (lease.state === 'elsewhere' || lease.state === 'lost')) {
    return (
      <main className={classes.notice}>
        <EmptyState
          page
          title={t(lease.state === 'lost' ? 'room.lost_title' : 'room.elsewhere_title')}
          why={t('room.elsewhere')}
        >
          <div className={classes.choices}>
            <Button onClick={lease.takeOver}>{t('room.take_over')}</Button>
            <LinkButton to="/" variant="subtle">
              {t('room.leave')}
            </LinkButton>
          </div>
        </EmptyState>
      </main>
    );
  }
  return (
    <Room
      session={session}
      countedAt={countedAt}
      held={lease.state === 'held'}
      silent={lease.state === 'silent'}
      onRefused={lease.check}
    />
  );
}

function Room({
  session,
  countedAt,
  held,
  silent,
  onRefused,
}: {
  session: Session;
  countedAt: number;
  held: boolean;
  silent: boolean;
  onRefused: () => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const conversation = useConversation(session);
  const elsewhere = isRefusal(conversation.error, 'session-open-elsewhere');
  useEffect(() => {
    if (elsewhere) onRefused();
  }, [elsewhere, onRefused]);
  const params = { path: { id: session.id }, header: { 'Session-Lease': holder() } };
  const refresh = (changed: Session) => queryClient.setQueryData(sessionQuery(session.id).queryKey, changed);
  const start = useMutation({
    mutationFn: () => body(api.POST('/api/v1/sessions/{id}/start', { params })),
    onSuccess: refresh,
  });
  const resume = useMutation({
    mutationFn: () => body(api.POST('/api/v1/sessions/{id}/resume', { params })),
    onSuccess: refresh,
  });
  const { way: wanted } = useSearch({ from: '/signed-in/room/$sessionId' });
  const [way, setWay] = useState(() => wanted ?? rememberedWay());
  // Who comes back to a conversation that is over only reads it.
  const [enteredOver] = useState(session.stage === 'ended' || session.stage === 'scored');
  const [steppedDown, setSteppedDown] = useState<string>();
  const check = useDeviceCheck();
  const voice = useQuery(voiceQuery(session.language)).data;
  const mayVoice = voice !== undefined && (voice.mouth.id !== undefined || voice.ear.id !== undefined);
  const id = session.id;
  const begun = useRef(false);
  useEffect(() => {
    if (session.stage !== 'lobby' || !held || begun.current) return;
    begun.current = true;
    start.mutate();
  }, [session.stage, held, start]);
  const live = session.stage === 'live';
  const over = session.stage === 'ended' || session.stage === 'scored';
  const toText = useCallback(
    (why?: string) => {
      // What was stepped down to is not what the person wished for.
      if (why === undefined) rememberVoice({ way: 'text' });
      setSteppedDown(why);
      setWay('text');
      // Read again what a voice may have held back.
      void queryClient.invalidateQueries({ queryKey: sessionQuery(id).queryKey });
    },
    [queryClient, id],
  );
  const toVoice = async () => {
    const after = voiceMemory().checked ? 'voice' : await check();
    if (after !== 'voice') return;
    rememberVoice({ way: 'voice' });
    setSteppedDown(undefined);
    setWay('voice');
  };
  const foot = (
    <>
      {silent && (
        <p className="quiet small" role="status">
          {t('room.reconnecting')}
        </p>
      )}
      {(start.error ?? resume.error) && (
        <Trouble
          error={start.error ?? resume.error}
          onRetry={() => (session.stage === 'lobby' ? start.mutate() : resume.mutate())}
        />
      )}
      {session.stage === 'paused' && (
        <div className={classes.paused}>
          <p>
            <b>{t('room.paused_title')}.</b> {t('room.paused')}
          </p>
          <Button onClick={() => resume.mutate()} loading={resume.isPending} disabled={!held}>
            {t('room.resume')}
          </Button>
        </div>
      )}
      {over && <Tail session={session} />}
    </>
  );
  if (way === 'voice' && !enteredOver) {
    return (
      <Suspense fallback={<div className={classes.room} />}>
        <VoiceRoom
          session={session}
          countedAt={countedAt}
          held={held}
          onSession={refresh}
          onText={toText}
          foot={foot}
        />
      </Suspense>
    );
  }
  return (
    <div className={classes.room}>
      <Rail session={session} countedAt={countedAt}>
        <ConnectionDot latencyMs={conversation.latencyMs} />
      </Rail>
      <main className={classes.stage}>
        <Dialogue session={session} conversation={conversation} />
      </main>
      <footer className={classes.foot}>
        {steppedDown !== undefined && live && (
          <p className="quiet small" role="status">
            {t('voice.stepped_text')} {t(`voice.why.${whyWord(steppedDown)}`)}
          </p>
        )}
        {foot}
        {live && (
          <Composer
            session={session}
            conversation={conversation}
            onSession={refresh}
            onVoice={mayVoice ? () => void toVoice() : undefined}
          />
        )}
      </footer>
    </div>
  );
}
