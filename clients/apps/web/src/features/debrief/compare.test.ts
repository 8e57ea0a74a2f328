import type { Scorecard } from '@sellmeapen/api-client';
import { expect, it } from 'vitest';
import { changedVerdicts, meaningOfDifference, partingTurn } from './compare';

const said = (...texts: string[]) =>
  texts.map((text, i) => ({ text, speaker: i % 2 === 0 ? ('rep' as const) : ('buyer' as const) }));
const card = (verdict: 'yes' | 'no', low: number, high: number) =>
  ({ band: { low, high }, criteria: [{ id: 'a', name: 'A', verdict }] }) as unknown as Scorecard;

it('finds the turn where two takes part', () => {
  expect(partingTurn(said('a', 'b', 'c'), said('a', 'b', 'x', 'y'))).toBe(2);
  expect(partingTurn(said('a'), said('a', 'b'))).toBe(1);
  expect(partingTurn(said('a'), said('b'))).toBe(0);
});

it('names only verdicts that changed', () => {
  expect(changedVerdicts(card('no', 0, 1), card('yes', 0, 1))).toEqual([{ id: 'a', name: 'A', from: 'no', to: 'yes' }]);
  expect(changedVerdicts(card('no', 0, 1), card('no', 0, 1))).toEqual([]);
});

it('says what a difference is worth', () => {
  const alike = { one: 20, two: 18 };
  expect(meaningOfDifference(card('no', 50, 60), card('no', 60, 70), alike)).toBe('chance');
  expect(meaningOfDifference(card('no', 50, 60), card('no', 61, 70), alike)).toBe('more_than_chance');
  expect(meaningOfDifference(card('no', 50, 60), card('no', 61, 70), { one: 20, two: 6 })).toBe('length');
  expect(meaningOfDifference(card('no', 50, 60), undefined, alike)).toBeUndefined();
});
