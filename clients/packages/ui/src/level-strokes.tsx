import { useTranslation } from '@sellmeapen/i18n';
import classes from './level-strokes.module.css';

export const LEVELS = ['easy', 'medium', 'hard', 'expert'] as const;

export type LevelName = (typeof LEVELS)[number];

/** One to four strokes of the pen; with `word` the name stands beside them, without it a reader hears it. */
export function LevelStrokes({ level, word = true }: { level: LevelName; word?: boolean }) {
  const { t } = useTranslation();
  const count = LEVELS.indexOf(level) + 1;
  return (
    <span className={classes.level}>
      <svg viewBox="0 0 26 14" width="26" height="14" fill="none" aria-hidden="true" className={classes.strokes}>
        {LEVELS.map((name, at) => (
          <path
            key={name}
            d={`M${2 + at * 6.4} 12.400c1.200-3.500 2-6.400 2.900-10.600`}
            stroke="currentColor"
            strokeWidth={at < count ? 2.2 : 1}
            strokeLinecap="round"
            className={at < count ? undefined : classes.empty}
          />
        ))}
      </svg>
      <span className={word ? undefined : 'sr'}>{t(`level.${level}`)}</span>
    </span>
  );
}
