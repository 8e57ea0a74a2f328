import type { DebriefTurn } from '@sellmeapen/api-client';
import { expect, it } from 'vitest';
import { bends, merged, spread, strandPath, xOf, yOf } from './plot';

const size = { width: 446, height: 120 };
const turn = (i: number, trust: number, moved = 0): DebriefTurn => ({
  i,
  speaker: 'rep',
  text: '',
  phase: 'greeting',
  at: '',
  acts: [],
  state: { interest: 50, trust, patience: 50, mood: '' },
  moved: moved === 0 ? [] : [{ turn: i, what: 'trust', by: moved, rule: 'r', why: '' }],
});

it('starts with the state before the first word', () => {
  const path = strandPath('trust', { interest: 0, trust: 100, patience: 0, mood: '' }, [turn(0, 0)], size);
  expect(path).toBe(
    `M${xOf(0, 1, size).toFixed(1)} ${yOf(100, size).toFixed(1)}L${xOf(1, 1, size).toFixed(1)} ${yOf(0, size).toFixed(1)}`,
  );
});

it('starts at the first turn where the beginning is not known', () => {
  expect(strandPath('trust', undefined, [turn(0, 0)], size)).toBe(
    `M${xOf(1, 1, size).toFixed(1)} ${yOf(0, size).toFixed(1)}`,
  );
});

it('bends only where something moved', () => {
  const found = bends([turn(0, 50), turn(1, 38, -12), turn(2, 38)], size);
  expect(found.map((bend) => bend.turn)).toEqual([1]);
  expect(found[0]?.at.trust.y).toBeCloseTo(yOf(38, size));
});

it('draws more trust higher up', () => {
  expect(yOf(80, size)).toBeLessThan(yOf(20, size));
});

it('pushes labels apart and keeps them inside', () => {
  const placed = spread([50, 50, 52], 14, 0, 100);
  expect(placed[1]! - placed[0]!).toBeGreaterThanOrEqual(14);
  expect(spread([99, 98], 14, 0, 100).every((value) => value <= 100)).toBe(true);
});

it('tells a rule that fired twice once, with its sum, the weightiest first', () => {
  const move = (what: string, by: number, rule: string) => ({ turn: 0, what, by, rule, why: '' });
  expect(merged([move('trust', 2, 'a'), move('trust', -9, 'b'), move('trust', 2, 'a')])).toEqual([
    move('trust', -9, 'b'),
    move('trust', 4, 'a'),
  ]);
});
