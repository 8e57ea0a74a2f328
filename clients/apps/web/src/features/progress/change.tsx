import type { SpeechFigureTrend } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { useFigureWords } from '../../shared/speech';
import classes from './progress.module.css';
import { isQuiet } from './weeks';

const ARROWS = { better: '↗', worse: '↘', higher: '↑', lower: '↓', unchanged: '→', too_few: '·' } as const;

/** What truly changed, by how much; grey where it did not. */
export function Change({ trend }: { trend: Pick<SpeechFigureTrend, 'name' | 'change' | 'by'> }) {
  const { t } = useTranslation();
  const { valueOf } = useFigureWords();
  const { name, change, by = 0 } = trend;
  return (
    <span className={classes.change} data-change={change}>
      <span aria-hidden="true">{ARROWS[change]}</span>{' '}
      {isQuiet(change) ? t(`progress.${change}`) : t(`progress.${change}`, { by: valueOf(name, Math.abs(by)) })}
    </span>
  );
}
