import { useFormats, useTranslation } from '@sellmeapen/i18n';
import type { SpeechTimeline } from '@sellmeapen/api-client';
import listen from '../listen.module.css';
import type { SpokenEvent, Voice } from './timeline';

/** The picture as numbers: every turn, pause, filler and overlap in order, then the pace. */
export function EventTable({
  events,
  pace,
  nameOf,
}: {
  events: SpokenEvent[];
  pace: SpeechTimeline['pace'];
  nameOf: (voice: Voice) => string;
}) {
  const { t } = useTranslation();
  const { clock, number } = useFormats();
  return (
    <>
      <div className={listen.scroll} tabIndex={0} role="group" aria-label={t('said.table')}>
        <table className={listen.table}>
          <thead>
            <tr>
              <th scope="col">{t('said.what_happened')}</th>
              <th scope="col">{t('listen.who')}</th>
              <th scope="col" className={listen.number}>
                {t('listen.from')}
              </th>
              <th scope="col" className={listen.number}>
                {t('listen.length')}
              </th>
            </tr>
          </thead>
          <tbody>
            {events.map(({ kind, by, start, end, word }, at) => (
              <tr key={at}>
                <th scope="row">
                  {t(`said.event.${kind}`)} {word && <q dir="auto">{word}</q>}
                </th>
                <td data-name={t('listen.who')}>{by ? nameOf(by) : t('said.both')}</td>
                <td className={`${listen.number} num`} data-name={t('listen.from')}>
                  <span className={listen.value}>{clock(start)}</span>
                </td>
                <td className={`${listen.number} num`} data-name={t('listen.length')}>
                  <span className={listen.value}>
                    {end === undefined ? '–' : t('listen.seconds', { s: number(end - start, 2) })}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pace.length > 0 && (
        <div className={listen.scroll} tabIndex={0} role="group" aria-label={t('said.pace_table')}>
          <table className={listen.table}>
            <thead>
              <tr>
                <th scope="col">{t('said.at')}</th>
                <th scope="col" className={listen.number}>
                  {t('said.pace_column')}
                </th>
              </tr>
            </thead>
            <tbody>
              {pace.map(({ at_s: at, words_per_minute: words }) => (
                <tr key={at}>
                  <th scope="row" className="num">
                    {clock(at)}
                  </th>
                  <td className={`${listen.number} num`} data-name={t('said.pace_column')}>
                    {number(words)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
