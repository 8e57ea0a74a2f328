import type { Criterion, Session } from '@sellmeapen/api-client';
import { describe, expect, it } from 'vitest';
import { marks, quoteSpan, sentences, soundingAt, timedTurns, turnFrom, type TimedTurn } from './moments';

const turn = (i: number, speaker: 'rep' | 'buyer', text: string, start: number, end: number): TimedTurn => ({
  i,
  speaker,
  text,
  start,
  end,
});

const TURNS = [
  turn(0, 'buyer', 'Norrvik, Lindqvist.', 1_000, 2_000),
  turn(1, 'rep', 'Good morning. What happened in August?', 3_000, 6_800),
  turn(3, 'buyer', 'It rang. Nobody was in.', 9_000, 11_300),
];

describe('turns of a recording', () => {
  it('are those that were spoken, in the order in which they began', () => {
    const at = (i: number, start_ms?: number, end_ms?: number) =>
      ({ i, speaker: 'rep', text: 'x', start_ms, end_ms }) as unknown as Session['turns'][number];
    expect(timedTurns([at(0, 500, 900), at(1), at(2, 300, 250)]).map(({ i, start, end }) => [i, start, end])).toEqual([
      [2, 300, 300],
      [0, 500, 900],
    ]);
  });
});

describe('the place of a quote', () => {
  it('is estimated by characters, from 300 ms before to 400 ms after', () => {
    const said = turn(1, 'rep', 'x'.repeat(100), 10_000, 20_000);
    expect(quoteSpan(said, 20, 50)).toEqual({ start: 11_700, end: 15_400 });
  });

  it('never begins before the recording does', () => {
    expect(quoteSpan(turn(0, 'rep', 'abcd', 100, 500), 0, 4)).toEqual({ start: 0, end: 900 });
  });

  it('of an empty turn is the turn', () => {
    expect(quoteSpan(turn(0, 'rep', '', 1_000, 1_000), 0, 0)).toEqual({ start: 700, end: 1_400 });
  });
});

describe('the sentence that sounds', () => {
  const spoken = sentences(TURNS, 'en');

  it('covers every character of every turn once', () => {
    for (const { i, text } of TURNS) {
      const own = spoken.filter((one) => one.turn === i);
      expect(own.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
    }
  });

  it('follows the clock through a turn and is none between turns', () => {
    const at = (ms: number) => {
      const one = soundingAt(spoken, ms);
      return (
        one &&
        TURNS.find(({ i }) => i === one.turn)
          ?.text.slice(one.from, one.to)
          .trim()
      );
    };
    expect([at(500), at(3_000), at(4_300), at(4_500), at(6_799), at(8_000), at(9_100)]).toEqual([
      undefined,
      'Good morning.',
      'Good morning.',
      'What happened in August?',
      'What happened in August?',
      undefined,
      'It rang.',
    ]);
  });

  it('is of whoever began later where two speak at once', () => {
    const both = [turn(0, 'rep', 'One.', 0, 1_000), turn(1, 'buyer', 'Two.', 600, 1_500)];
    expect([500, 700].map((ms) => soundingAt(both, ms)?.i)).toEqual([0, 1]);
  });
});

describe('going by turns', () => {
  it('leads back to the beginning of this turn, or to the one before when it has only just begun', () => {
    expect(turnFrom(TURNS, 5_000, -1)?.i).toBe(1);
    expect(turnFrom(TURNS, 3_500, -1)?.i).toBe(0);
    expect(turnFrom(TURNS, 0, -1)?.i).toBe(0);
  });

  it('leads to the next one, and from the last nowhere', () => {
    expect(turnFrom(TURNS, 3_000, 1)?.i).toBe(3);
    expect(turnFrom(TURNS, 9_000, 1)).toBeUndefined();
  });
});

describe('marks of evidence', () => {
  const criterion = (verdict: Criterion['verdict'], ...quotes: [number, string][]) =>
    ({
      verdict,
      evidence: quotes.map(([at, quote]) => ({ turn: at, quote, shows: 'supports' })),
    }) as unknown as Criterion;

  it('stand at their quotes, each verdict once, and nowhere where a quote was typed or does not stand', () => {
    const found = marks(TURNS, [
      criterion('no', [3, 'Nobody was in.'], [2, 'typed']),
      criterion('yes', [1, 'What happened'], [1, 'What never was']),
      criterion('yes', [1, 'What happened']),
      criterion('partial', [1, 'What happened']),
    ]);
    expect(found.map(({ turn: at, verdict }) => [at, verdict])).toEqual([
      [1, 'yes'],
      [1, 'partial'],
      [3, 'no'],
    ]);
    expect(found[0]?.start).toBe(3_000 + (3_800 * 14) / 38 - 300);
  });
});
