import { useTranslation } from '@sellmeapen/i18n';
import type { Session } from '@sellmeapen/api-client';
import type { Call, CallView } from '@sellmeapen/voice-client';
import { IconBulb, IconFlag, IconKeyboard, IconPlayerPause } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Trouble } from '../../../shared/problem';
import { EndDialog } from '../end-dialog';
import { HintNote } from '../hint-note';
import { Typing } from '../typing';
import { useSessionActions } from '../use-session-actions';
import { MicButton } from './mic-button';
import classes from './voice-bar.module.css';

/** The one row at the bottom of a call, in reach of one thumb. */
export function VoiceBar({
  session,
  call,
  view,
  level,
  mustType,
  onSession,
  onText,
}: {
  session: Session;
  call: Call;
  view: CallView;
  level: () => number;
  /** There is nobody to hear: the line to write on stays open. */
  mustType: boolean;
  onSession: (session: Session) => void;
  onText: () => void;
}) {
  const { t } = useTranslation();
  const [wantsToType, setWantsToType] = useState(false);
  const [ending, setEnding] = useState(false);
  const { hint, pause, end, thought, trouble } = useSessionActions(session, onSession);
  const typing = wantsToType || mustType || view.returned !== undefined;
  return (
    <>
      <HintNote thought={thought} />
      {trouble && <Trouble error={trouble} />}
      {typing && (
        <div className={classes.typing}>
          <Typing seat={session.seat} waiting={false} returned={view.returned} say={(text) => call.type(text)} />
          <button type="button" className={classes.textOnly} onClick={onText}>
            {t('voice.text_only')}
          </button>
        </div>
      )}
      <div className={classes.bar}>
        <Tool
          word={t('voice.type')}
          pressed={typing}
          disabled={mustType || view.returned !== undefined}
          onClick={() => setWantsToType(!wantsToType)}
          icon={<IconKeyboard size={22} />}
        />
        <Tool
          word={session.hints_used > 0 ? `${t('room.hint')} (${session.hints_used})` : t('room.hint')}
          title={session.hints_used > 0 ? t('room.hint_used', { count: session.hints_used }) : undefined}
          disabled={hint.isPending}
          onClick={() => hint.mutate()}
          icon={<IconBulb size={22} />}
        />
        <MicButton call={call} view={view} level={level} />
        <Tool
          word={t('room.pause')}
          disabled={pause.isPending}
          onClick={() => pause.mutate()}
          icon={<IconPlayerPause size={22} />}
        />
        <Tool word={t('room.end')} onClick={() => setEnding(true)} icon={<IconFlag size={22} />} />
      </div>
      <EndDialog open={ending} end={end} onClose={() => setEnding(false)} />
    </>
  );
}

function Tool({
  word,
  icon,
  pressed,
  ...button
}: {
  word: string;
  icon: ReactNode;
  pressed?: boolean;
  title?: string | undefined;
  disabled?: boolean;
  onClick: () => void;
}) {
  return (
    <button type="button" className={classes.tool} aria-pressed={pressed} {...button}>
      {icon}
      <span className={classes.word}>{word}</span>
    </button>
  );
}
