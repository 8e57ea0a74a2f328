import type { SpeechFigureTrend } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { useFigureWords } from '../../shared/speech';
import classes from './progress.module.css';
import { isQuiet } from './weeks';

const ARROWS = { better: '↗', worse: '↘', higher: '↑', lower: '↓', unchanged: '→', too_few: '' } as const;

/** What truly changed, by how much; grey where it did not. `short` leaves out what is counted. */
export function Change({
  trend,
  short = false,
}: {
  trend: Pick<SpeechFigureTrend, 'name' | 'change' | 'by'>;
  short?: boolean;
}) {
  const { t } = useTranslation();
  const { numberOf, valueOf } = useFigureWords();
  const { name, change, by = 0 } = trend;
  // A difference of scores is not "of 100".
  const told = short || name.endsWith('_score') ? numberOf : valueOf;
  return (
    <span className={classes.change} data-change={change}>
      {ARROWS[change] && <span aria-hidden="true">{ARROWS[change]} </span>}
      {isQuiet(change)
        ? t(short ? `speaking.${change}` : `progress.${change}`)
        : t(`progress.${change}`, { by: told(name, Math.abs(by)) })}
    </span>
  );
}
