import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react';
import { quoteSpan, type TimedTurn } from './moments';
import classes from './play-quote.module.css';
import { usePlayer, useRecorded, type Recorded } from './recorded';

interface Place {
  turn: number;
  from: number;
  to: number;
}

/** Plays these characters of a turn; nothing where there is no sound of them. */
export function PlayQuote({ turn, from, to }: Place) {
  const recorded = useRecorded();
  const timed = recorded?.turns.find(({ i }) => i === turn);
  if (!recorded || !timed || from < 0) return null;
  return <Button recorded={recorded} turn={timed} from={from} to={to} />;
}

function Button({ recorded, turn, from, to }: { recorded: Recorded; turn: TimedTurn; from: number; to: number }) {
  const { t } = useTranslation();
  const { clock } = useFormats();
  const name = `${turn.i}:${from}:${to}`;
  const span = quoteSpan(turn, from, to);
  const sounding = usePlayer(recorded.player, ({ stretch }) => stretch === name);
  const label = sounding ? t('listen.stop_quote') : t('listen.play_quote', { clock: clock(span.start / 1000) });
  const Icon = sounding ? IconPlayerStopFilled : IconPlayerPlayFilled;
  return (
    <button
      type="button"
      className={`${classes.play} no-print`}
      aria-label={label}
      title={label}
      data-sounding={sounding || undefined}
      onClick={() => recorded.player.playStretch(name, span)}
    >
      <Icon size={12} aria-hidden="true" />
    </button>
  );
}
