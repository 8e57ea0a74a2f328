import { Button } from '@mantine/core';
import { useTranslation } from '@sellmeapen/i18n';
import { Dialog } from '@sellmeapen/ui';
import type { CallView } from '@sellmeapen/voice-client';
import { useState, type ReactNode } from 'react';
import { LinkButton } from '../../../shared/link-button';
import { MicrophoneRemedy } from '../../../shared/microphone-remedy';
import { rememberVoice } from '../../../shared/voice-memory';
import { ofTheWords, whyWord } from '../../../shared/why';
import type { VoiceCall } from './use-voice-call';
import classes from './voice-room.module.css';

type On = Extract<VoiceCall, { is: 'on' }>;

/** What is not as it should be, said plainly, with what to do about it. Only the first of these matters at a time. */
export function VoiceNote({
  on,
  view,
  running,
  name,
  onText,
}: {
  on: On;
  view: CallView;
  running: boolean;
  name: string;
  onText: () => void;
}) {
  const { t } = useTranslation();
  const { call, audio } = on;
  const { doing, ready } = view;
  const toText = (
    <Button variant="subtle" onClick={onText}>
      {t('voice.go_on_in_text')}
    </Button>
  );
  if (!running) {
    return (
      <Note what={t('voice.needs_touch', { name })}>
        <Button onClick={() => void audio.resume()}>{t('voice.let_speak', { name })}</Button>
        {toText}
      </Note>
    );
  }
  if (doing.is === 'ended' && doing.why === 'signed_out') {
    return (
      <Note what={t('error.signed_out')}>
        <LinkButton to="/sign-in" search={{ next: location.pathname + location.search }}>
          {t('sign_in.title')}
        </LinkButton>
      </Note>
    );
  }
  if (doing.is === 'ended' && doing.why !== 'over' && doing.why !== 'left') {
    return (
      <Note what={t(doing.why === 'taken_over' ? 'voice.taken_over' : 'voice.refused')}>
        <Button variant="default" onClick={() => call.nudge()}>
          {t('common.retry')}
        </Button>
        {toText}
      </Note>
    );
  }
  if (doing.is === 'reconnecting') {
    return <Note what={t('voice.reconnecting')}>{doing.attempt > 1 && toText}</Note>;
  }
  if (view.mic === 'blocked') {
    return (
      <Note
        what={
          <>
            {t('voice.blocked')} <MicrophoneRemedy />
          </>
        }
      >
        <Button variant="default" onClick={() => void audio.useMicrophone(undefined)}>
          {t('common.retry')}
        </Button>
        {toText}
      </Note>
    );
  }
  if (view.stepped) {
    const { to, why } = view.stepped;
    return (
      <Note what={`${t(`voice.stepped_${to}`, { name })} ${t(`voice.why.${whyWord(why)}`)}`}>
        <Button variant="subtle" onClick={() => call.dismissNotice()}>
          {t('common.close')}
        </Button>
      </Note>
    );
  }
  if (ready?.ear.kind === 'none')
    return <NoEar on={on} name={name} why={t(`voice.why.${whyWord(ready.ear.why ?? 'no-ear')}`)} />;
  if (ready && view.mic === 'none') return <Note what={t('voice.no_microphone', { name })} />;
  if (ready && ready.mouth.id === undefined)
    return <Note what={t('voice.no_mouth', { name, why: t(`voice.why.${whyWord(ready.mouth.why)}`) })}>{toText}</Note>;
  if (view.trouble) {
    const { code, detail } = view.trouble;
    const why = whyWord(code);
    if (ofTheWords(code)) return <Note what={why === 'unknown' ? detail : t(`voice.why.${why}`)} />;
    return <Note what={t('voice.trouble', { why: why === 'unknown' && detail ? detail : t(`voice.why.${why}`) })} />;
  }
  return null;
}

/** Nobody here understands speech: one types, or lets the browser listen, knowing where the sound goes then. */
function NoEar({ on: { call, ear }, name, why }: { on: On; name: string; why: string }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <Note what={t('voice.no_ear', { name, why })}>
      {ear && (
        <Button variant="subtle" onClick={() => setAsking(true)}>
          {t('voice.browser_ear')}
        </Button>
      )}
      <Dialog open={asking} title={t('voice.browser_ear_title')} onClose={() => setAsking(false)}>
        <p>{t('voice.browser_ear_what')}</p>
        <div className={classes.choices}>
          <Button
            onClick={() => {
              rememberVoice({ browserEar: true });
              setAsking(false);
              call.useEar('browser');
            }}
          >
            {t('voice.browser_ear_confirm')}
          </Button>
          <Button variant="subtle" onClick={() => setAsking(false)}>
            {t('common.cancel')}
          </Button>
        </div>
      </Dialog>
    </Note>
  );
}

function Note({ what, children }: { what: ReactNode; children?: ReactNode }) {
  return (
    <div className={classes.note}>
      <p role="status">{what}</p>
      {children && <div className={classes.choices}>{children}</div>}
    </div>
  );
}
