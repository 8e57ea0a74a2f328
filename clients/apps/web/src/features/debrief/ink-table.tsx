import type { Debrief } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import classes from './ink-line.module.css';
import { STRANDS } from './plot';

/** The plot as numbers, for whoever reads numbers or has the page read out. */
export function InkTable({ debrief }: { debrief: Debrief }) {
  const { t } = useTranslation();
  const { signed } = useFormats();
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('debrief.table')}>
      <table className={`${classes.grid} num`}>
        <thead>
          <tr>
            <th scope="col">{t('debrief.turns')}</th>
            {STRANDS.map((strand) => (
              <th key={strand} scope="col">
                {t(`debrief.${strand}`)}
              </th>
            ))}
            <th scope="col">{t('debrief.moved')}</th>
          </tr>
        </thead>
        <tbody>
          {debrief.turns.map((turn) => (
            <tr key={turn.i}>
              <th scope="row">{turn.i + 1}</th>
              {STRANDS.map((strand) => (
                <td key={strand}>{turn.state[strand]}</td>
              ))}
              <td>
                {turn.moved
                  .map(({ what, by, rule }) =>
                    `${what}${by === 0 ? '' : ` ${signed(by)}`} (${rule})`.replaceAll('_', ' '),
                  )
                  .join('; ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
