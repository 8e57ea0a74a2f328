import type { Session, Turn } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Portrait } from '@sellmeapen/ui';
import { useEffect, useRef } from 'react';
import { Button } from '@mantine/core';
import { useProblemText, WayBackIn } from '../../shared/problem';
import classes from './dialogue.module.css';
import { InsteadOfModel } from './instead-of-model';
import { TechniqueTag } from './technique-tag';
import type { Conversation } from './use-conversation';

/** What was said: the counterpart large and in serif, one's own words small beneath. */
export function Dialogue({ session, conversation }: { session: Session; conversation: Conversation }) {
  const { t } = useTranslation();
  const { pending, words } = conversation;
  const mine = session.seat === 'seller' ? 'rep' : 'buyer';
  const persona = session.scenario.persona;
  const end = useRef<HTMLDivElement>(null);
  const lastTurn = session.turns.at(-1);
  const latest = session.turns.findLast(({ speaker }) => speaker !== mine);
  const answering =
    session.stage === 'live' && (words !== '' || pending?.state === 'saving' || lastTurn?.speaker === mine);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [session.turns.length, session.hints_used, words, pending?.state, session.stage]);
  useEffect(() => {
    // A phone's keyboard takes half of the window: the newest words stay in sight.
    const shrunk = () => end.current?.scrollIntoView({ block: 'end' });
    const seen = window.visualViewport ?? window;
    seen.addEventListener('resize', shrunk);
    return () => seen.removeEventListener('resize', shrunk);
  }, []);
  return (
    <div className={classes.dialogue}>
      <div className={classes.who}>
        <Portrait name={persona.name} size={96} speaking={answering} />
        <h1>{persona.name}</h1>
        <p className="quiet">
          {persona.role}
          {persona.company && `, ${persona.company}`}
        </p>
        {session.retry_of && session.turns.length <= session.retry_of.turn + 1 && (
          <p className="quiet small">{t('room.retry_of', { n: session.retry_of.turn + 1 })}</p>
        )}
      </div>
      <ol className={classes.turns} aria-label={t('room.earlier')} aria-live="polite" aria-relevant="additions">
        {session.turns.map((turn) => (
          <Said
            key={turn.i}
            turn={turn}
            mine={turn.speaker === mine}
            large={turn.i === latest?.i && words === ''}
            session={session}
          />
        ))}
      </ol>
      {pending && <Unsaid conversation={conversation} />}
      {answering && (
        <p className={classes.streaming}>
          <span className="sr" role="status">
            {t('room.speaking', { name: persona.name })}
          </span>
          {words === '' ? <InkDots /> : <span aria-hidden="true">{words}</span>}
        </p>
      )}
      <div ref={end} className={classes.end} />
    </div>
  );
}

/** One turn as it was said. */
export function Said({ turn, mine, large, session }: { turn: Turn; mine: boolean; large: boolean; session: Session }) {
  const { t } = useTranslation();
  return (
    <li className={classes.turn} data-mine={mine || undefined} data-large={large || undefined}>
      <span className="sr">{mine ? t('common.you') : session.scenario.persona.name}: </span>
      <p dir="auto">{turn.text}</p>
      {!mine && <InsteadOfModel turn={turn} />}
      {!mine && session.seat === 'buyer' && <TechniqueTag session={session} turn={turn} />}
    </li>
  );
}

function Unsaid({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const problem = useProblemText();
  const { pending, error } = conversation;
  if (!pending) return null;
  const failed = pending.state === 'failed';
  const trouble = failed && error ? problem(error) : undefined;
  return (
    <div className={classes.unsaid}>
      <p dir="auto">{pending.text}</p>
      <p className={classes.state} data-failed={failed || undefined} role="status">
        {t(failed ? 'room.not_saved' : 'room.saving')}
      </p>
      {failed && (
        <div className={classes.again}>
          <p className="small">
            {trouble?.what} {t('room.unsaved_what')}
            {trouble?.reference && ` ${t('error.reference')} ${trouble.reference}`}
          </p>
          <div className={classes.choices}>
            <WayBackIn error={error} />
            <Button variant="default" onClick={conversation.sayAgain}>
              {t('room.send_again')}
            </Button>
            <Button variant="subtle" onClick={conversation.discard}>
              {t('common.delete')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

export function InkDots() {
  return (
    <span className={classes.dots} aria-hidden="true">
      <span />
      <span />
      <span />
    </span>
  );
}
