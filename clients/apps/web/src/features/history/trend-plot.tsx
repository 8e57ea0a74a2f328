import { useElementSize } from '@mantine/hooks';
import type { TrendPoint } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { useNavigate } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import classes from './trend-plot.module.css';

const HEIGHT = 200;
const PAD = { start: 30, end: 10, top: 8, bottom: 26 };

/** Scores over time on their band; each dot leads to its conversation. */
export function TrendPlot({ points }: { points: TrendPoint[] }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const navigate = useNavigate();
  const { ref, width: measured } = useElementSize();
  const width = Math.max(measured, 240);
  const step = points.length > 1 ? (width - PAD.start - PAD.end) / (points.length - 1) : 0;
  const x = (at: number) => PAD.start + at * step;
  const y = (value: number) => PAD.top + (1 - value / 100) * (HEIGHT - PAD.top - PAD.bottom);
  const at = (value: (point: TrendPoint) => number) =>
    points.map((point, i) => `${x(i).toFixed(1)},${y(value(point)).toFixed(1)}`);
  const band = [...at(({ high, total }) => high ?? total), ...at(({ low, total }) => low ?? total).reverse()].join(' ');
  const [first, last] = [points[0], points.at(-1)];
  return (
    <div ref={ref} dir="ltr" className={classes.frame}>
      <svg width={width} height={HEIGHT} className={classes.plot} role="group" aria-label={t('history.trend')}>
        {[0, 50, 100].map((value) => (
          <g key={value} aria-hidden="true">
            <line x1={PAD.start} x2={width - PAD.end} y1={y(value)} y2={y(value)} className={classes.rule} />
            <text x={PAD.start - 8} y={y(value) + 4} className={classes.tick}>
              {value}
            </text>
          </g>
        ))}
        <polygon points={band} className={classes.band} />
        <polyline points={at(({ total }) => total).join(' ')} className={classes.line} />
        {points.map((point, i) => {
          const name = t('history.trend_point', {
            ...point,
            low: point.low ?? point.total,
            high: point.high ?? point.total,
            day: day(point.at),
          });
          const href = `/sessions/${point.session_id}`;
          const go = (event: MouseEvent) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            void navigate({ to: '/sessions/$id', params: { id: point.session_id } });
          };
          return (
            <a key={point.session_id} href={href} aria-label={name} className={classes.stop} onClick={go}>
              <title>{name}</title>
              <circle cx={x(i)} cy={y(point.total)} r="12" className={classes.target} />
              <circle cx={x(i)} cy={y(point.total)} r="4" className={classes.dot} />
            </a>
          );
        })}
        {first && last && (
          <g aria-hidden="true">
            <text x={PAD.start} y={HEIGHT - 4} className={classes.date}>
              {day(first.at)}
            </text>
            <text x={width - PAD.end} y={HEIGHT - 4} className={classes.tick}>
              {day(last.at)}
            </text>
          </g>
        )}
      </svg>
    </div>
  );
}
