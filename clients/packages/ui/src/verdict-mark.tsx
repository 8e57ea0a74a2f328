import { useTranslation } from '@sellmeapen/i18n';
import classes from './verdict-mark.module.css';

export type VerdictName = 'yes' | 'partial' | 'no' | 'not_observed';

const SHAPES: Record<VerdictName, React.ReactNode> = {
  yes: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  partial: (
    <>
      <circle cx="8" cy="8" r="5.200" fill="none" stroke="currentColor" strokeWidth="1.600" />
      <path d="M8 2.800a5.200 5.200 0 0 0 0 10.400z" fill="currentColor" />
    </>
  ),
  no: <path d="M3.500 3.500l9 9m0-9l-9 9" stroke="currentColor" strokeWidth="2.200" strokeLinecap="round" />,
  not_observed: <circle cx="8" cy="8" r="5.200" fill="none" stroke="currentColor" strokeWidth="1.600" />,
};

/** The shape alone, 16 by 16, to be placed in a picture of another part; the picture says the colour. */
export function VerdictShape({ verdict }: { verdict: VerdictName }) {
  return SHAPES[verdict];
}

/** A verdict by shape and colour: filled disc, half disc, cross, ring. */
export function VerdictMark({ verdict, word = false }: { verdict: VerdictName; word?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={classes.verdict} data-verdict={verdict}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className={classes.shape}>
        {SHAPES[verdict]}
      </svg>
      <span className={word ? undefined : 'sr'}>{t(`verdict.${verdict}`)}</span>
    </span>
  );
}
