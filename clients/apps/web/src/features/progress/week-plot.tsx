import type { SpeechFigureTrend } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { useFigureWords } from '../../shared/speech';
import classes from './progress.module.css';
import { placeOf, rangeOf } from './weeks';

const WIDTH = 320;
const HEIGHT = 110;
const PAD = { start: 40, end: 8, top: 8, bottom: 22 };

const mostOf = (name: string) => (name.endsWith('_score') ? 100 : name === 'talk_ratio' ? 1 : Infinity);

/** One figure by weeks, two at least, on its band of noise; grey where it did not change beyond it. */
export function WeekPlot({ trend, quiet }: { trend: SpeechFigureTrend; quiet: boolean }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { nameOf, numberOf } = useFigureWords();
  const { weeks, name } = trend;
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) return null;
  const { low, high } = rangeOf(weeks, mostOf(name));
  const span = Math.max(1, placeOf(last.week, first.week));
  const inner = WIDTH - PAD.start - PAD.end;
  const x = (week: string) => PAD.start + (placeOf(week, first.week) / span) * inner;
  const share = (value: number) => (Math.max(low, Math.min(high, value)) - low) / (high - low);
  const y = (value: number) => PAD.top + (1 - share(value)) * (HEIGHT - PAD.top - PAD.bottom);
  const points = (value: (week: (typeof weeks)[number]) => number) =>
    weeks.map((week) => `${x(week.week).toFixed(1)},${y(value(week)).toFixed(1)}`);
  const banded = weeks.every((week) => week.low !== undefined);
  const band = [...points((week) => week.high ?? week.mean), ...points((week) => week.low ?? week.mean).reverse()];
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className={classes.plot}
      data-quiet={quiet || undefined}
      role="img"
      aria-label={t('progress.plot', { name: nameOf(name), first: day(first.week), last: day(last.week) })}
    >
      {[low, high].map((value) => (
        <g key={value}>
          <line x1={PAD.start} x2={WIDTH - PAD.end} y1={y(value)} y2={y(value)} className={classes.rule} />
          <text x={PAD.start - 6} y={y(value) + 4} textAnchor="end">
            {numberOf(name, value)}
          </text>
        </g>
      ))}
      {banded && <polygon points={band.join(' ')} className={classes.band} />}
      <polyline points={points(({ mean }) => mean).join(' ')} className={classes.line} />
      {weeks.map(({ week, mean }) => (
        <circle key={week} cx={x(week)} cy={y(mean)} r="3" className={classes.dot} />
      ))}
      <text x={PAD.start} y={HEIGHT - 5}>
        {day(first.week)}
      </text>
      <text x={WIDTH - PAD.end} y={HEIGHT - 5} textAnchor="end">
        {day(last.week)}
      </text>
    </svg>
  );
}
