import classes from './sparkline.module.css';

export interface SparkPoint {
  total: number;
  low?: number | undefined;
  high?: number | undefined;
}

const WIDTH = 120;
const HEIGHT = 32;

/** A score without a band is its own band. */
const lowOf = ({ low, total }: SparkPoint) => low ?? total;
const highOf = ({ high, total }: SparkPoint) => high ?? total;

/** The last scores as one line over their noise band. `quiet` greys it: nothing truly changed. */
export function Sparkline({ points, label, quiet }: { points: SparkPoint[]; label: string; quiet?: boolean }) {
  if (points.length === 0) return null;
  const x = (at: number) => (points.length === 1 ? WIDTH / 2 : 3 + (at / (points.length - 1)) * (WIDTH - 6));
  // The window is at least 30 points high, so that noise never looks like a mountain.
  const least = Math.min(...points.map(lowOf));
  const most = Math.max(...points.map(highOf));
  const spare = Math.max(0, 30 - (most - least)) / 2;
  const y = (value: number) => HEIGHT - 2 - ((value - least + spare) / (most - least + 2 * spare)) * (HEIGHT - 4);
  const path = (values: number[]) => values.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`);
  const band = [...path(points.map(highOf)), ...path(points.map(lowOf)).reverse()].join(' ');
  const last = points.length - 1;
  return (
    <svg
      className={classes.spark}
      data-quiet={quiet || undefined}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <polygon points={band} className={classes.band} />
      <polyline points={path(points.map((p) => p.total)).join(' ')} className={classes.line} />
      <circle cx={x(last)} cy={y(points[last]?.total ?? 0)} r="2.500" className={classes.dot} />
    </svg>
  );
}
