import { useTranslation } from '@sellmeapen/i18n';
import classes from './band-line.module.css';

/** A score on its line from 0 to 100: the band as a soft stretch, the score as a nib mark. */
export function BandLine({ total, low, high }: { total: number; low: number; high: number }) {
  const { t } = useTranslation();
  return (
    <svg
      className={classes.line}
      viewBox="0 0 200 14"
      preserveAspectRatio="none"
      role="img"
      aria-label={`${t('score.total', { n: total })}, ${t('score.band', { low, high })}`}
    >
      <line x1="0" x2="200" y1="7" y2="7" stroke="var(--rule)" strokeWidth="1" vectorEffect="non-scaling-stroke" />
      <line
        x1={low * 2}
        x2={Math.max(high * 2, low * 2 + 1)}
        y1="7"
        y2="7"
        className={classes.band}
        vectorEffect="non-scaling-stroke"
      />
      <line x1={total * 2} x2={total * 2} y1="1" y2="13" className={classes.mark} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
