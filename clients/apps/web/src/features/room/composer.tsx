import { Button } from '@mantine/core';
import { body, type Session } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Confirm } from '@sellmeapen/ui';
import { IconBulb, IconFlag, IconPlayerPause } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { api } from '../../shared/api';
import { Trouble } from '../../shared/problem';
import classes from './composer.module.css';
import type { Conversation } from './use-conversation';
import { patchSession } from './session-cache';
import { holder } from './use-lease';

const LONGEST = 4000;

/** The one row at the bottom: say something, ask for a hint, pause, end. */
export function Composer({
  session,
  conversation,
  onSession,
}: {
  session: Session;
  conversation: Conversation;
  onSession: (session: Session) => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [ending, setEnding] = useState(false);
  const params = { path: { id: session.id }, header: { 'Session-Lease': holder() } };
  const hint = useMutation({
    mutationFn: () => body(api.POST('/api/v1/sessions/{id}/hints', { params })),
    onSuccess: ({ turn, text, hints_used }) =>
      patchSession(queryClient, session.id, (known) => ({
        ...known,
        hints_used,
        hints: [...known.hints, { turn, text }],
      })),
  });
  const pause = useMutation({
    mutationFn: () => body(api.POST('/api/v1/sessions/{id}/pause', { params })),
    onSuccess: onSession,
  });
  const end = useMutation({
    mutationFn: () => body(api.POST('/api/v1/sessions/{id}/end', { params })),
    onSuccess: (ended) => {
      setEnding(false);
      onSession(ended);
      void queryClient.invalidateQueries({ queryKey: ['home'] });
    },
  });
  const trouble = hint.error ?? pause.error ?? end.error;
  const turnNow = session.turns.length;
  const thought = session.hints.findLast((given) => given.turn >= turnNow - 1);
  return (
    <>
      {thought && (
        <p className={classes.hint} role="status">
          <b>{t('room.hint_title')}: </b>
          {thought.text}
        </p>
      )}
      {trouble && <Trouble error={trouble} />}
      <Typing session={session} conversation={conversation} />
      <div className={classes.tools}>
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
      <Confirm
        open={ending}
        title={t('room.end_title')}
        what={t('room.end_what')}
        action={t('room.end_confirm')}
        busy={end.isPending}
        harmless
        onClose={() => setEnding(false)}
        onConfirm={() => end.mutate()}
      />
    </>
  );
}

function Typing({ session, conversation }: { session: Session; conversation: Conversation }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const waiting = conversation.pending !== undefined || conversation.words !== '';
  useEffect(() => {
    if (!waiting) field.current?.focus({ preventScroll: true });
  }, [waiting]);
  const say = () => {
    const said = text.trim();
    if (said === '' || waiting) return;
    setText('');
    conversation.say(said);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    say();
  };
  return (
    <form
      className={classes.typing}
      onSubmit={(event) => {
        event.preventDefault();
        say();
      }}
    >
      <textarea
        ref={field}
        className={classes.field}
        rows={1}
        maxLength={LONGEST}
        value={text}
        aria-label={t(session.seat === 'seller' ? 'room.say' : 'room.say_buyer')}
        placeholder={t(session.seat === 'seller' ? 'room.say' : 'room.say_buyer')}
        aria-describedby="room-keys"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKey}
      />
      <span id="room-keys" className="sr">
        {t('room.keys')}
      </span>
      <Button type="submit" disabled={waiting || text.trim() === ''}>
        {t('room.send')}
      </Button>
    </form>
  );
}
