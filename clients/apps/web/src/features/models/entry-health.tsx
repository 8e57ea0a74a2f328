import type { ModelState } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { modelTrouble } from '../../shared/model-trouble';
import classes from './models-page.module.css';

/** What was spent of which cap, and what went wrong lately. */
export function EntryHealth({ state, shut }: { state: ModelState | undefined; shut: boolean }) {
  const { t } = useTranslation();
  const { money } = useFormats();
  if (!state) return null;
  const { spent_usd: spent, cap_usd: cap, used, warning, budget_spent: reached, trouble } = state;
  return (
    <div className={classes.health}>
      {(cap !== undefined || spent > 0) && (
        <p className="num small">
          {cap === undefined
            ? t('models.spent', { spent: money(spent) })
            : t('models.spent_of', { spent: money(spent), cap: money(cap) })}
        </p>
      )}
      {used !== undefined && (
        <div className={classes.purse} data-warning={warning || undefined} data-reached={reached || undefined}>
          <span style={{ inlineSize: `${Math.min(100, used * 100)}%` }} />
        </div>
      )}
      {reached ? (
        <p className={classes.trouble}>{t('models.reached')}</p>
      ) : (
        warning && <p className={classes.warning}>{t('models.near')}</p>
      )}
      {trouble && trouble !== 'budget-spent' && !(shut && trouble === 'not-allowed-out') && (
        <p className={classes.warning}>{t('models.lately', { why: t(`models.why.${modelTrouble(trouble)}`) })}</p>
      )}
    </div>
  );
}
