import { expect, it } from 'vitest';
import page from '../../../../../../docs/languages.md?raw';
import { readLanguages } from './language-table';
import { isWhole, sumOf } from './weights';

it('reads the page about languages', () => {
  const { rows, sources, mistakes } = readLanguages(page);
  expect(rows).toHaveLength(24);
  for (const row of rows) {
    expect(row.code).toMatch(/^[a-z]{2}$/);
    expect(row.written).toMatch(/^[01]\.\d\d \/ [01]\.\d\d$/);
    expect(row.bare).toMatch(/^[01]\.\d\d \/ [01]\.\d\d$/);
  }
  expect(sources.map(({ code }) => code)).toEqual(rows.map(({ code }) => code));
  expect(mistakes.every(({ text }) => text.length > 0)).toBe(true);
});

it('says so when the page changed its shape', () => {
  expect(() => readLanguages('| code | language |\n|---|---|\n| en | English |')).toThrow('no column');
});

it('lets weights through that make a hundred together, and none outside nothing and all', () => {
  expect(isWhole({ pace: 60, fillers: 40 })).toBe(true);
  expect(isWhole({ pace: 60, fillers: 41 })).toBe(false);
  expect(isWhole({ pace: 120, fillers: -20 })).toBe(false);
  expect(isWhole({ pace: Number.NaN, fillers: 100 })).toBe(false);
  expect(sumOf({ pace: 35, fillers: 30 })).toBe(65);
});
