import { Button } from '@mantine/core';
import type { Session } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { IconBulb, IconFlag, IconMicrophone, IconPlayerPause } from '@tabler/icons-react';
import { useState } from 'react';
import { Trouble } from '../../shared/problem';
import classes from './composer.module.css';
import { EndDialog } from './end-dialog';
import { HintNote } from './hint-note';
import { Typing } from './typing';
import type { Conversation } from './use-conversation';
import { useSessionActions } from './use-session-actions';

/** The one row at the bottom: say something, ask for a hint, pause, end. */
export function Composer({
  session,
  conversation,
  onSession,
  onVoice,
}: {
  session: Session;
  conversation: Conversation;
  onSession: (session: Session) => void;
  /** Absent where there is no voice to go over to. */
  onVoice?: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const [ending, setEnding] = useState(false);
  const { hint, pause, end, thought, trouble } = useSessionActions(session, onSession);
  return (
    <>
      <HintNote thought={thought} />
      {trouble && <Trouble error={trouble} />}
      {conversation.error !== undefined && !conversation.pending && <Trouble error={conversation.error} />}
      <Typing
        seat={session.seat}
        waiting={conversation.pending !== undefined || conversation.words !== ''}
        returned={conversation.returned}
        say={conversation.say}
      />
      <div className={classes.tools}>
        {onVoice && (
          <Button variant="subtle" leftSection={<IconMicrophone size={18} />} onClick={onVoice}>
            {t('voice.speak')}
          </Button>
        )}
        <Button
          variant="subtle"
          leftSection={<IconBulb size={18} />}
          loading={hint.isPending}
          onClick={() => hint.mutate()}
          title={session.hints_used > 0 ? t('room.hint_used', { count: session.hints_used }) : undefined}
        >
          {t('room.hint')}
          {session.hints_used > 0 && ` (${session.hints_used})`}
        </Button>
        <Button
          variant="subtle"
          leftSection={<IconPlayerPause size={18} />}
          loading={pause.isPending}
          onClick={() => pause.mutate()}
        >
          {t('room.pause')}
        </Button>
        <Button variant="subtle" leftSection={<IconFlag size={18} />} onClick={() => setEnding(true)}>
          {t('room.end')}
        </Button>
      </div>
      <EndDialog open={ending} end={end} onClose={() => setEnding(false)} />
    </>
  );
}
