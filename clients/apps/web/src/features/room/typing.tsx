import { Button } from '@mantine/core';
import type { Seat } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import classes from './composer.module.css';

const LONGEST = 4000;

/** Enter sends; while an answer is on its way nothing more is said. */
export function Typing({
  seat,
  waiting,
  returned,
  say,
}: {
  seat: Seat;
  waiting: boolean;
  /** Was not taken: stands here again, before what was typed since. */
  returned: { text: string } | undefined;
  say: (text: string) => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!waiting) field.current?.focus({ preventScroll: true });
  }, [waiting]);
  const [tookBack, setTookBack] = useState<{ text: string }>();
  if (returned && returned !== tookBack) {
    setTookBack(returned);
    setText([returned.text, text].filter((part) => part.trim() !== '').join(' '));
  }
  const send = () => {
    const said = text.trim();
    if (said === '' || waiting) return;
    setText('');
    say(said);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className={classes.typing}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={field}
        className={classes.field}
        rows={1}
        maxLength={LONGEST}
        value={text}
        aria-label={t(seat === 'seller' ? 'room.say' : 'room.say_buyer')}
        placeholder={t(seat === 'seller' ? 'room.say' : 'room.say_buyer')}
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
