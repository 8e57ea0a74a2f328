import { useFormats, useTranslation } from '@sellmeapen/i18n';
import classes from './listen.module.css';
import { PlayQuote } from './play-quote';
import type { Recorded } from './recorded';
import { shaded, type Silence } from './wave';

/** The waveform for whoever reads or hears a table: every turn and every shaded pause, in order. */
export function TurnTimes({
  recorded,
  pauses,
  nameOf,
}: {
  recorded: Recorded;
  pauses: Silence[];
  nameOf: (speaker: 'rep' | 'buyer') => string;
}) {
  const { t } = useTranslation();
  const { clock, number } = useFormats();
  const seconds = (ms: number) => t('listen.seconds', { s: number(ms / 1000, 1) });
  const silences = shaded(pauses).map(({ start_ms: start, end_ms: end }) => ({ turn: undefined, start, end }));
  const rows = [...recorded.turns.map((turn) => ({ turn, start: turn.start, end: turn.end })), ...silences].sort(
    (a, b) => a.start - b.start,
  );
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('listen.table')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('listen.who')}</th>
            <th scope="col">{t('listen.words')}</th>
            <th scope="col" className={classes.number}>
              {t('listen.from')}
            </th>
            <th scope="col" className={classes.number}>
              {t('listen.length')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ turn, start, end }) => (
            <tr key={`${turn?.i ?? 'silence'} ${start}`}>
              {turn ? (
                <th scope="row">
                  <a href={`#turn-${turn.i}`}>{t('common.Turn', { n: turn.i + 1 })}</a>, {nameOf(turn.speaker)}
                </th>
              ) : (
                <th scope="row" className="quiet">
                  {t('listen.silence')}
                </th>
              )}
              <td className={classes.clipped} dir="auto">
                {turn && (
                  <>
                    {turn.text}
                    <PlayQuote turn={turn.i} from={0} to={turn.text.length} />
                  </>
                )}
              </td>
              <td className={`${classes.number} num`} data-name={t('listen.from')}>
                <span className={classes.value}>{clock(start / 1000)}</span>
              </td>
              <td className={`${classes.number} num`} data-name={t('listen.length')}>
                <span className={classes.value}>{seconds(end - start)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
