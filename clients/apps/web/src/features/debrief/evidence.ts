import type { Criterion, DebriefTurn } from '@sellmeapen/api-client';

/** A stretch of a turn: plain, or quoted by one or more criteria. */
export interface Stretch {
  /** Where in the turn it begins. */
  from: number;
  text: string;
  criteria: string[];
}

interface Span {
  from: number;
  to: number;
  criterion: string;
}

function spansIn(turn: Pick<DebriefTurn, 'i' | 'text'>, criteria: Criterion[]): Span[] {
  return criteria.flatMap(({ id, evidence }) =>
    evidence
      .filter((one) => one.turn === turn.i && one.quote !== '')
      .flatMap(({ quote }) => {
        const from = turn.text.indexOf(quote);
        // A quote that does not stand there is never shown as if it did.
        return from < 0 ? [] : [{ from, to: from + quote.length, criterion: id }];
      }),
  );
}

/** Cuts a turn at every border of a quote; overlapping quotes share their stretch. */
export function stretches(turn: Pick<DebriefTurn, 'i' | 'text'>, criteria: Criterion[]): Stretch[] {
  const spans = spansIn(turn, criteria);
  const borders = [...new Set([0, turn.text.length, ...spans.flatMap(({ from, to }) => [from, to])])].sort(
    (a, b) => a - b,
  );
  return borders.slice(0, -1).map((from, at) => {
    const to = borders[at + 1] ?? from;
    const covering = spans.filter((span) => span.from <= from && span.to >= to);
    return {
      from,
      text: turn.text.slice(from, to),
      criteria: [...new Set(covering.map(({ criterion }) => criterion))],
    };
  });
}

/** Where the quote that ends there begins; of several the longest, since it holds the others. */
export function quoteEndingAt(
  turn: Pick<DebriefTurn, 'i' | 'text'>,
  criteria: Criterion[],
  at: number,
): number | undefined {
  const begins = spansIn(turn, criteria).flatMap(({ from, to }) => (to === at ? [from] : []));
  return begins.length === 0 ? undefined : Math.min(...begins);
}

/** The heaviest verdict decides how a shared stretch is underlined. */
export function leading(ids: string[], criteria: Criterion[]): Criterion['verdict'] {
  const verdicts = criteria.filter(({ id }) => ids.includes(id)).map(({ verdict }) => verdict);
  return (['no', 'partial', 'yes'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'not_observed';
}
