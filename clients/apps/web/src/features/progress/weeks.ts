import type { SpeechFigureTrend } from '@sellmeapen/api-client';

type Week = SpeechFigureTrend['weeks'][number];

const WEEK_MS = 7 * 24 * 3_600_000;

/** Weeks since the first one: a week in which nobody spoke leaves its place empty. */
export function placeOf(week: string, first: string): number {
  return Math.round((Date.parse(week) - Date.parse(first)) / WEEK_MS);
}

export interface Range {
  low: number;
  high: number;
}

/** What the picture has to hold, with a little room up to the most there can be; never so narrow that noise looks like a mountain. */
export function rangeOf(weeks: Week[], most = Infinity): Range {
  const values = weeks.flatMap(({ mean, low, high }) => [mean, low ?? mean, high ?? mean]);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const least = 0.2 * Math.max(Math.abs(high), Math.abs(low)) || 1;
  const spare = Math.max(0.08 * (high - low), (least - (high - low)) / 2);
  return { low: low >= 0 ? Math.max(0, low - spare) : low - spare, high: Math.min(most, high + spare) };
}

/** A change that is none stands in grey. */
export const isQuiet = (change: SpeechFigureTrend['change']) => change === 'unchanged' || change === 'too_few';
