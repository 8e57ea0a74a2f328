import type { ModelTested } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { VerdictMark } from '@sellmeapen/ui';
import type { FunctionName } from '../../shared/hosts';
import { modelTrouble } from '../../shared/model-trouble';
import classes from './models-page.module.css';

/** What a real round trip came to: how long, how much, or the vendor's own words. */
export function TestResult({ function: name, tested }: { function: FunctionName; tested: ModelTested }) {
  const { t } = useTranslation();
  const { money, number, percent } = useFormats();
  const ms = (value: number) => t('models.test.ms', { ms: number(value) });
  return (
    <div className={classes.tested}>
      <p className={classes.verdict}>
        <VerdictMark verdict={tested.ok ? 'yes' : 'no'} />
        <span>
          <b>{t(tested.ok ? 'models.test.ok' : 'models.test.failed')}</b>{' '}
          {!tested.ok && <span className={classes.why}>{t(`model_trouble.${modelTrouble(tested.code)}`)}</span>}
        </span>
      </p>
      {tested.vendor_words && (
        <figure>
          <figcaption className="quiet small">{t('models.test.vendor')}</figcaption>
          <blockquote dir="auto">{tested.vendor_words}</blockquote>
        </figure>
      )}
      <dl className={classes.times}>
        {tested.first_word_ms !== undefined && (
          <div>
            <dt>{t(name === 'speak' || name === 'realtime' ? 'models.test.first_sound' : 'models.test.first')}</dt>
            <dd className="num">{ms(tested.first_word_ms)}</dd>
          </div>
        )}
        <div>
          <dt>{t('models.test.whole')}</dt>
          <dd className="num">{ms(tested.whole_ms)}</dd>
        </div>
        {tested.word_error_rate !== undefined && (
          <div>
            <dt>{t('models.test.errors')}</dt>
            <dd className="num">{percent(tested.word_error_rate)}</dd>
          </div>
        )}
        {tested.ok && (
          <div>
            <dt>{t('models.test.cost')}</dt>
            <dd className="num">{tested.cost_usd === undefined ? t('models.test.no_cost') : money(tested.cost_usd)}</dd>
          </div>
        )}
        {tested.said && (
          <div>
            <dt>{t(name === 'hear' ? 'models.test.heard' : 'models.test.said')}</dt>
            <dd dir="auto" className="serif">
              {tested.said}
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}
