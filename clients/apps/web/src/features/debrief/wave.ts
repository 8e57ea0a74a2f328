import type { TimeSpan } from './moments';

export interface Silence {
  start_ms: number;
  end_ms: number;
}

/** Shorter ones are there, and would only make the picture restless. */
const SHADED_MS = 800;

export function shaded<T extends Silence>(pauses: T[]): T[] {
  return pauses.filter(({ start_ms: start, end_ms: end }) => end - start >= SHADED_MS);
}

/** The loudest of each column where there are more values than columns. */
export function columns(values: number[], count: number): number[] {
  const wanted = Math.max(1, Math.min(count, values.length));
  return Array.from({ length: wanted }, (_, column) => {
    const from = Math.floor((column * values.length) / wanted);
    const to = Math.max(from + 1, Math.floor(((column + 1) * values.length) / wanted));
    return Math.max(0, ...values.slice(from, to));
  });
}

/** What fills the lane: the loudest but for the odd click, in whichever channel. */
export function ceiling(...lanes: number[][]): number {
  const sorted = lanes
    .flat()
    .filter((value) => value > 0)
    .sort((a, b) => a - b);
  return Math.max(0.02, sorted[Math.floor((sorted.length - 1) * 0.98)] ?? 0);
}

export interface Lane {
  width: number;
  /** Where its silence is drawn. */
  middle: number;
  /** How far its loudest reaches up and down. */
  reach: number;
}

/** Quiet speech is still speech: the eye hears in steps, not in volts. */
const CURVE = 0.65;
const HAIRLINE = 0.5;

/** One closed trace, mirrored on its middle; silence is a hairline. */
export function wavePath(values: number[], top: number, { width, middle, reach }: Lane): string {
  const step = width / values.length;
  const height = (value: number) => Math.max(HAIRLINE, Math.min(1, value / top) ** CURVE * reach);
  const x = (at: number) => ((at + 0.5) * step).toFixed(1);
  const above = values.map((value, at) => `${x(at)} ${(middle - height(value)).toFixed(1)}`);
  const below = values.map((value, at) => `${x(at)} ${(middle + height(value)).toFixed(1)}`).reverse();
  return `M0 ${middle}L${above.join('L')}L${width} ${middle}L${below.join('L')}Z`;
}

export function xOfMs(ms: number, length: number, width: number): number {
  return length === 0 ? 0 : Math.max(0, Math.min(1, ms / length)) * width;
}

export function msOfX(x: number, length: number, width: number): number {
  return width === 0 ? 0 : Math.max(0, Math.min(1, x / width)) * length;
}

/** Whose mark a finger meant. */
export function markNear<T extends TimeSpan>(marks: T[], ms: number, within: number): T | undefined {
  const distance = (mark: T) => Math.abs(mark.start - ms);
  return marks
    .filter((mark) => distance(mark) <= within)
    .reduce<T | undefined>((best, mark) => (best && distance(best) <= distance(mark) ? best : mark), undefined);
}
