import type { SpeechMoment } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react';
import { usePlayer, useRecorded, type Recorded } from '../recorded';
import classes from './said.module.css';

/** Before the first sound and after the last, and never so short that nobody hears what is meant. */
const BEFORE_S = 1;
const LEAST_S = 4;

/** A place of a finding: heard at a click where there is a recording, a time or a turn where there is none. */
export function Moment({ name, moment }: { name: string; moment: SpeechMoment }) {
  const { t } = useTranslation();
  const { clock } = useFormats();
  const recorded = useRecorded();
  const { start_s: start, end_s: end, turn, quote } = moment;
  const words = quote && (
    <q className={classes.quote} dir="auto">
      {quote}
    </q>
  );
  if (start === undefined) {
    return (
      <>
        {turn !== undefined && <a href={`#turn-${turn}`}>{t('common.Turn', { n: turn + 1 })}</a>} {words}
      </>
    );
  }
  const from = Math.max(0, start - BEFORE_S);
  const span = { start: from * 1000, end: Math.max(end ?? start, from + LEAST_S) * 1000 };
  return (
    <>
      {recorded ? (
        <Heard recorded={recorded} name={name} span={span} at={start} />
      ) : (
        <span className="num">{clock(start)}</span>
      )}{' '}
      {words}
    </>
  );
}

function Heard({
  recorded,
  name,
  span,
  at,
}: {
  recorded: Recorded;
  name: string;
  span: { start: number; end: number };
  at: number;
}) {
  const { t } = useTranslation();
  const { clock } = useFormats();
  const sounding = usePlayer(recorded.player, ({ stretch }) => stretch === name);
  const Icon = sounding ? IconPlayerStopFilled : IconPlayerPlayFilled;
  return (
    <button
      type="button"
      className={`${classes.hear} num`}
      aria-label={t(sounding ? 'said.stop' : 'said.hear', { clock: clock(at) })}
      data-sounding={sounding || undefined}
      onClick={() => recorded.player.playStretch(name, span)}
    >
      <Icon size={12} aria-hidden="true" className="no-print" />
      {clock(at)}
    </button>
  );
}
