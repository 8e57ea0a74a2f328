import { expect, it } from 'vitest';
import { isQuiet, placeOf, rangeOf } from './weeks';

const week = (mean: number, low?: number, high?: number) => ({ week: '2026-03-02', mean, low, high, sessions: 2 });

it('leaves the place of a silent week empty, also across a change of the clocks', () => {
  expect(placeOf('2026-03-02', '2026-03-02')).toBe(0);
  expect(placeOf('2026-03-30', '2026-03-02')).toBe(4);
});

it('holds the band and never goes below nothing', () => {
  const { low, high } = rangeOf([week(100, 90, 110), week(140)]);
  expect(low).toBeLessThan(90);
  expect(high).toBeGreaterThan(140);
  expect(rangeOf([week(0.1), week(4)]).low).toBe(0);
  expect(rangeOf([week(80), week(99)], 100).high).toBe(100);
});

it('does not make a mountain of nothing', () => {
  const { low, high } = rangeOf([week(100), week(101)]);
  expect(high - low).toBeGreaterThan(20);
  expect(rangeOf([week(0)])).toEqual({ low: 0, high: 0.5 });
});

it('greys what is no change', () => {
  expect(['unchanged', 'too_few', 'better', 'higher'].map((one) => isQuiet(one as 'better'))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
