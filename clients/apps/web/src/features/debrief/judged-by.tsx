import type { Scorecard } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { modelTrouble } from '../../shared/model-trouble';

const OWN = ['interrupted', 'not-compared', 'nothing-stood', 'nothing-to-see', 'too-far-apart'] as const;

/** Which model read the conversation, what that took, and where the built-in judge stands in. */
export function JudgedBy({ made }: { made: NonNullable<Scorecard['made']> }) {
  const { t } = useTranslation();
  const { number, list, money, day } = useFormats();
  const { fell_back: fellBack, dropped, filled, built_in_total: builtIn } = made;
  const counted = made.input_tokens >= 0 && made.output_tokens >= 0;
  const own = OWN.find((one) => one === fellBack);
  return (
    <>
      {fellBack !== undefined ? (
        <p>
          {t('debrief.judge_fell_back', {
            why: own ? t(`debrief.judge_why.${own}`) : t(`model_trouble.${modelTrouble(fellBack)}`),
          })}
        </p>
      ) : (
        <p>{t('debrief.judge_model')}</p>
      )}
      {counted && made.input_tokens + made.output_tokens > 0 && (
        <p className="num">
          {t('debrief.judge_tokens', { input: number(made.input_tokens), output: number(made.output_tokens) })}
        </p>
      )}
      {counted && made.input_tokens + made.output_tokens > 0 && (
        <p className="num">
          {made.cost_usd === undefined
            ? t('debrief.judge_cost_unknown')
            : made.prices_as_of === undefined
              ? t('debrief.judge_cost_own', { cost: money(made.cost_usd) })
              : t('debrief.judge_cost', { cost: money(made.cost_usd), day: day(made.prices_as_of) })}
        </p>
      )}
      {(made.sources?.length ?? 0) > 0 && <p>{t('debrief.judge_sources', { sources: list(made.sources ?? []) })}</p>}
      {fellBack === undefined && dropped > 0 && <p>{t('debrief.judge_dropped', { count: dropped })}</p>}
      {filled.length > 0 && <p>{t('debrief.judge_filled', { count: filled.length })}</p>}
      {fellBack === undefined && builtIn !== undefined && (
        <p className="num">{t('debrief.judge_alone', { total: builtIn })}</p>
      )}
    </>
  );
}
