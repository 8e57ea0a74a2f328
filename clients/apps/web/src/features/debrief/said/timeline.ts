import type { SpeechReport, SpeechTimeline } from '@sellmeapen/api-client';

/** Shorter ones are there, and would only make the picture restless. */
const LONG_S = 2;

export type Voice = 'rep' | 'buyer';

export type EventKind = 'turn' | 'pause' | 'filler' | 'overlap';

/** What happened when, for the table behind the picture. */
export interface SpokenEvent {
  kind: EventKind;
  by: Voice | undefined;
  start: number;
  end: number | undefined;
  word: string | undefined;
}

interface Stretch {
  start_s: number;
  end_s: number;
}

/** The seller's side, or the only one. */
const ownChannel = (report: SpeechReport) => report.channels.find(({ speaker }) => speaker !== 'buyer');

/** Silences inside the seller's own turns. */
export const ownPauses = (report: SpeechReport): Stretch[] => ownChannel(report)?.pauses?.list ?? [];

/** Without counted words the picture has no fillers, which does not mean that there were none. */
export const ownFillersCounted = (report: SpeechReport): boolean => ownChannel(report)?.filler_word_count !== undefined;

/** Why the seller's pace is an estimate; undefined where their words were counted. */
export const whyOwnPaceEstimated = (report: SpeechReport): string | undefined =>
  ownChannel(report)?.words_per_minute_estimated
    ? (report.words_per_minute_estimated_because ?? 'estimated from syllables')
    : undefined;

/** Why the seller's fillers were not counted; the buyer's words may be missing for a reason of their own. */
export function whyOwnFillersUncounted({ not_available: missing }: Pick<SpeechReport, 'not_available'>) {
  const names = ['channels[0].filler_word_count', 'parts.confidence.fillers', 'fillers_per_minute'];
  return names.map((own) => missing.find(({ name }) => name === own)).find(Boolean)?.reason;
}

/** Why nothing is advised at all, which is not the same as nothing being wrong; undefined where advice was looked for. */
export function adviceRefused({ not_available: missing }: Pick<SpeechReport, 'not_available'>): string | undefined {
  return missing.find(({ name }) => name === 'recommendations')?.reason;
}

export const isLong = ({ start_s: start, end_s: end }: Stretch) => end - start >= LONG_S;

const order: EventKind[] = ['turn', 'pause', 'filler', 'overlap'];

/** Everything the picture shows, in the order in which it was heard. What has no time stands in no picture. */
export function events(timeline: SpeechTimeline, report: SpeechReport): SpokenEvent[] {
  const found: SpokenEvent[] = [
    ...timeline.sides.flatMap(({ speaker, turns }) =>
      turns.map(({ start_s: start, end_s: end }) => ({
        kind: 'turn' as const,
        by: speaker ?? ('rep' as const),
        start,
        end,
        word: undefined,
      })),
    ),
    ...ownPauses(report).map(({ start_s: start, end_s: end }) => ({
      kind: 'pause' as const,
      by: 'rep' as const,
      start,
      end,
      word: undefined,
    })),
    ...timeline.fillers.flatMap(({ word, start_s: start, end_s: end }) =>
      start === undefined ? [] : [{ kind: 'filler' as const, by: 'rep' as const, start, end, word }],
    ),
    ...timeline.overlaps.map(({ start_s: start, end_s: end }) => ({
      kind: 'overlap' as const,
      by: undefined,
      start,
      end,
      word: undefined,
    })),
  ];
  return found.sort((a, b) => a.start - b.start || order.indexOf(a.kind) - order.indexOf(b.kind));
}

export interface Axis {
  low: number;
  high: number;
  ticks: number[];
}

/** A scale of pace that begins and ends at a round number and has room for every point. */
export function paceAxis(values: number[]): Axis {
  const STEP = 50;
  const low = Math.floor(Math.min(...values, 100) / STEP) * STEP;
  const high = Math.ceil(Math.max(...values, 200) / STEP) * STEP;
  const ticks = Array.from({ length: (high - low) / STEP + 1 }, (_, at) => low + at * STEP);
  return { low, high, ticks: ticks.length > 5 ? ticks.filter((_, at) => at % 2 === 0) : ticks };
}

/** Where the time is written: every so many seconds, as few as read well. */
export function timeTicks(seconds: number, most: number): number[] {
  const step = [5, 10, 15, 30, 60, 120, 300, 600, 900].find((one) => seconds / one <= most) ?? 1800;
  return Array.from({ length: Math.floor(seconds / step) + 1 }, (_, at) => at * step);
}

const GAP_S = 7.5;

/** The curve of pace; where nobody's pace is known it breaks off. */
export function pacePath(
  points: SpeechTimeline['pace'],
  x: (s: number) => number,
  y: (wordsPerMinute: number) => number,
): string {
  return points
    .map(({ at_s: at, words_per_minute: pace }, i) => {
      const before = points[i - 1];
      const goesOn = before !== undefined && at - before.at_s <= GAP_S;
      return `${goesOn ? 'L' : 'M'}${x(at).toFixed(1)} ${y(pace).toFixed(1)}`;
    })
    .join('');
}

/** A figure on a line: from where to where, so that value, norm and what is usual all have room. */
export function scaleOf(values: number[]): { low: number; high: number } {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const spare = (high - low || Math.abs(high) || 1) * 0.12;
  return { low: low === 0 ? 0 : Math.max(low >= 0 ? 0 : -Infinity, low - spare), high: high + spare };
}
