import type { DebriefTurn, MindState, Move } from '@sellmeapen/api-client';

export const STRANDS = ['interest', 'trust', 'patience'] as const;
export type Strand = (typeof STRANDS)[number];

export interface PlotSize {
  width: number;
  height: number;
}

export interface Bend {
  /** 0-based index of the turn that moved something. */
  turn: number;
  moves: Move[];
  at: Record<Strand, { x: number; y: number }>;
}

const PAD = { start: 34, end: 12, top: 10, bottom: 10 };

export function xOf(step: number, steps: number, { width }: PlotSize): number {
  return PAD.start + (steps === 0 ? 0 : (step / steps) * (width - PAD.start - PAD.end));
}

export function yOf(value: number, { height }: PlotSize): number {
  return PAD.top + (1 - value / 100) * (height - PAD.top - PAD.bottom);
}

/** One line of ink: it starts with the state before the first word, then one step a turn. */
export function strandPath(strand: Strand, start: MindState | undefined, turns: DebriefTurn[], size: PlotSize): string {
  // Without a known beginning the line starts at the first turn; the first place stays empty.
  const values = [...(start ? [start[strand]] : []), ...turns.map(({ state }) => state[strand])];
  const first = start ? 0 : 1;
  return values
    .map(
      (value, at) =>
        `${at === 0 ? 'M' : 'L'}${xOf(at + first, turns.length, size).toFixed(1)} ${yOf(value, size).toFixed(1)}`,
    )
    .join('');
}

/** One rule that fired more than once in a turn is told once, with its sum; the weightiest stands first. */
export function merged(moves: Move[]): Move[] {
  const sums = new Map<string, Move>();
  for (const move of moves) {
    const key = `${move.what} ${move.rule}`;
    const known = sums.get(key);
    sums.set(key, known ? { ...known, by: known.by + move.by } : move);
  }
  return [...sums.values()].sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
}

/** What one rule did stands in one line. */
export function byRule(moves: Move[]): [Move, ...Move[]][] {
  const rules = new Map<string, [Move, ...Move[]]>();
  for (const move of moves) {
    const known = rules.get(move.rule);
    if (known) known.push(move);
    else rules.set(move.rule, [move]);
  }
  return [...rules.values()];
}

/** The turns at which something moved; each is one place to stop at. */
export function bends(turns: DebriefTurn[], size: PlotSize): Bend[] {
  return turns.flatMap((turn, at) => {
    if (turn.moved.length === 0) return [];
    const x = xOf(at + 1, turns.length, size);
    const point = (strand: Strand) => ({ x, y: yOf(turn.state[strand], size) });
    return [
      {
        turn: turn.i,
        moves: merged(turn.moved),
        at: { interest: point('interest'), trust: point('trust'), patience: point('patience') },
      },
    ];
  });
}

/** Labels at the ends of the lines, pushed apart until none covers another. */
export function spread(values: number[], least: number, lowest: number, highest: number): number[] {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  let floor = lowest;
  for (const one of order) {
    one.value = Math.max(one.value, floor);
    floor = one.value + least;
  }
  let ceiling = highest;
  for (const one of [...order].reverse()) {
    one.value = Math.min(one.value, ceiling);
    ceiling = one.value - least;
  }
  return order.sort((a, b) => a.at - b.at).map(({ value }) => value);
}
