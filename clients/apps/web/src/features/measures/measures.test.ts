import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import page from '../../../../../../docs/languages.md?raw';
import { readLanguages } from './language-table';
import { NORMS } from './norms';
import { isWhole, sumOf } from './weights';

const scores = readFileSync(
  fileURLToPath(new URL('../../../../../../content/speech/scores.yaml', import.meta.url)),
  'utf8',
);

const bound = (line: string, name: string) => {
  const found = new RegExp(`\\b${name}: ([\\d.]+)`).exec(line)?.[1];
  return found === undefined ? undefined : Number(found);
};

it('tells the bounds by which the scores are reckoned', () => {
  const parts = [...scores.matchAll(/- \{name: .*?of: (\w+).*?\}$/gm)].map(([line, of]) => ({ line, of }));
  const known = parts.filter(({ of }) => of !== 'words_per_minute' && of !== 'word_confidence');
  expect(known.length).toBeGreaterThan(5);
  for (const { line, of } of known) {
    const norm = NORMS[of as keyof typeof NORMS];
    expect([of, typeof norm === 'object' && norm.from, typeof norm === 'object' && norm.to]).toEqual([
      of,
      bound(line, 'full_from'),
      bound(line, 'full_to'),
    ]);
  }
  const limit = (name: string) => bound(scores.split('limits:')[1] ?? '', name);
  expect(NORMS.longest_monologue_s).toMatchObject({ to: limit('monologue_s') });
  expect(NORMS.talk_ratio).toMatchObject({ to: limit('talk_share') });
  expect(NORMS.interruptions).toMatchObject({ to: limit('interruptions') });
});

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
