import type { Criterion } from '@sellmeapen/api-client';
import { expect, it } from 'vitest';
import { leading, quoteEndingAt, stretches } from './evidence';

const criterion = (id: string, quote: string, turn = 4): Criterion => ({
  id,
  name: id,
  section: 's',
  verdict: id === 'b' ? 'no' : 'yes',
  unsure: false,
  points: 1,
  of: 1,
  why: '',
  evidence: [{ turn, quote, shows: 'supports' }],
});

const turn = { i: 4, text: 'What did that Monday cost you, all in all?' };

it('leaves an unquoted turn in one piece', () => {
  expect(stretches(turn, [criterion('a', 'Monday', 5)])).toEqual([{ from: 0, text: turn.text, criteria: [] }]);
});

it('cuts around a quote and loses no letter', () => {
  const cut = stretches(turn, [criterion('a', 'that Monday')]);
  expect(cut.map(({ text }) => text).join('')).toBe(turn.text);
  expect(cut[1]).toEqual({ from: 9, text: 'that Monday', criteria: ['a'] });
});

it('lets overlapping quotes share their stretch', () => {
  const cut = stretches(turn, [criterion('a', 'did that Monday'), criterion('b', 'Monday cost')]);
  expect(cut).toContainEqual({ from: 14, text: 'Monday', criteria: ['a', 'b'] });
  expect(leading(['a', 'b'], [criterion('a', ''), criterion('b', '')])).toBe('no');
});

it('never shows a quote that does not stand in the turn', () => {
  expect(stretches(turn, [criterion('a', 'that Tuesday')])).toEqual([{ from: 0, text: turn.text, criteria: [] }]);
});

it('knows where the quote that ends at a place begins, the longest of several', () => {
  const criteria = [criterion('a', 'that Monday'), criterion('b', 'Monday'), criterion('c', 'What')];
  expect([20, 4, 9].map((at) => quoteEndingAt(turn, criteria, at))).toEqual([9, 0, undefined]);
});
