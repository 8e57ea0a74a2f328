import type { Session } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { quoteSpan, timedTurns } from './moments';
import classes from './play-quote.module.css';
import { useRecorded } from './recorded';

/** When a turn, or some characters of it, was said, also on paper; of a recorded conversation also why it cannot be heard. */
export function SaidAt({ turn: i, session, from = 0 }: { turn: number; session: Session; from?: number }) {
  const { t } = useTranslation();
  const { clock } = useFormats();
  const recorded = useRecorded();
  const [turn] = timedTurns(session.turns.filter((one) => one.i === i));
  if (turn && from >= 0) {
    const ms = from === 0 ? turn.start : quoteSpan(turn, from, from).start;
    return <span className="num"> · {clock(ms / 1000)}</span>;
  }
  if (!recorded) return null;
  const earlier = session.retry_of !== undefined && i < session.retry_of.turn;
  return (
    <>
      {' · '}
      <abbr className={classes.silent} title={t(earlier ? 'listen.earlier_why' : 'listen.typed_why')}>
        {t(earlier ? 'listen.earlier' : 'listen.typed')}
      </abbr>
    </>
  );
}
