import type { Criterion, Session, Verdict } from '@sellmeapen/api-client';

/** A turn with its place on the clock of the recording, in milliseconds. */
export interface TimedTurn {
  i: number;
  speaker: 'rep' | 'buyer';
  text: string;
  start: number;
  end: number;
}

export interface TimeSpan {
  start: number;
  end: number;
}

/** A little before and after, so that no first or last sound is cut. */
const BEFORE_MS = 300;
const AFTER_MS = 400;

/** The turns that were spoken, in the order in which they began. */
export function timedTurns(turns: Session['turns']): TimedTurn[] {
  return turns
    .flatMap(({ i, speaker, text, start_ms: start, end_ms: end }) =>
      start === undefined || end === undefined ? [] : [{ i, speaker, text, start, end: Math.max(start, end) }],
    )
    .sort((a, b) => a.start - b.start || a.i - b.i);
}

/** When a character of a turn is said, were all said equally fast. */
function momentOf({ text, start, end }: TimedTurn, at: number): number {
  return start + ((end - start) * at) / Math.max(1, text.length);
}

/** What to play to hear the characters `from` to `to` of a turn. */
export function quoteSpan(turn: TimedTurn, from: number, to: number): TimeSpan {
  return { start: Math.max(0, momentOf(turn, from) - BEFORE_MS), end: momentOf(turn, to) + AFTER_MS };
}

/** A sentence of a turn: its characters, and when they are said. */
export interface Sentence extends TimeSpan {
  turn: number;
  from: number;
  to: number;
}

/** Spaces between sentences belong to the one before. */
export function sentences(turns: TimedTurn[], language: string): Sentence[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return turns.flatMap((turn) =>
    [...segmenter.segment(turn.text)].map(({ index: from, segment }) => {
      const to = from + segment.length;
      return { turn: turn.i, from, to, start: momentOf(turn, from), end: momentOf(turn, to) };
    }),
  );
}

/** Whatever sounds at that moment; where two things do, the one that began later. */
export function soundingAt<T extends TimeSpan>(inOrder: T[], ms: number): T | undefined {
  return inOrder.findLast(({ start, end }) => start <= ms && ms < end);
}

/** Where a jump by turns leads: back to the beginning of this turn first, unless it has only just begun. */
export function turnFrom(turns: TimedTurn[], ms: number, step: 1 | -1): TimedTurn | undefined {
  const JUST_BEGUN_MS = 1_500;
  return step === 1
    ? turns.find(({ start }) => start > ms + 1)
    : (turns.findLast(({ start }) => start < ms - JUST_BEGUN_MS) ?? turns[0]);
}

export interface Mark extends TimeSpan {
  turn: number;
  verdict: Verdict;
  quote: string;
}

/** Every quote of the scorecard that was spoken, by the moment at which it is. */
export function marks(turns: TimedTurn[], criteria: Criterion[]): Mark[] {
  const seen = new Set<string>();
  return criteria
    .flatMap(({ verdict, evidence }) =>
      evidence.flatMap(({ turn: i, quote }) => {
        const turn = turns.find((one) => one.i === i);
        const from = turn && quote !== '' ? turn.text.indexOf(quote) : -1;
        const key = `${i} ${from} ${verdict}`;
        if (!turn || from < 0 || seen.has(key)) return [];
        seen.add(key);
        return [{ turn: i, verdict, quote, ...quoteSpan(turn, from, from + quote.length) }];
      }),
    )
    .sort((a, b) => a.start - b.start);
}
