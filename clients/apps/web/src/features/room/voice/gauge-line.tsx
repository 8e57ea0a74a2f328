import { useFormats, useTranslation } from '@sellmeapen/i18n';
import type { Gauge } from '@sellmeapen/voice-client';
import classes from './gauge-line.module.css';

/** How one speaks, in one still line. Nothing announces it: who wants to know looks, or goes there and has it read. */
export function GaugeLine({ gauge }: { gauge: Gauge | undefined }) {
  const { t } = useTranslation();
  const { number, percent } = useFormats();
  const pace = gauge?.words_per_minute;
  const share = gauge?.talk_ratio;
  const fillers = gauge?.fillers;
  return (
    <dl className={`${classes.line} num`} title={t('gauge.what')}>
      <div>
        <dt>{t('gauge.pace')}</dt>
        <dd>{pace === undefined ? t('gauge.not_yet') : t('gauge.words', { n: number(pace, 0) })}</dd>
      </div>
      <div>
        <dt>{t('gauge.share')}</dt>
        <dd>{share === undefined ? t('gauge.not_yet') : percent(share)}</dd>
      </div>
      <div>
        <dt>{t('gauge.fillers')}</dt>
        <dd>
          {gauge?.why_no_fillers !== undefined
            ? t('gauge.not_measured')
            : fillers === undefined
              ? t('gauge.not_yet')
              : number(fillers)}
        </dd>
      </div>
    </dl>
  );
}
