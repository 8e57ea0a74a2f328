import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a plain script without types
import { toCss } from '../write-css.mjs';
import { contrast, tokens, type ColorName, type Scheme } from './index';

const schemes = Object.keys(tokens.color) as Scheme[];

function pairs(table: Record<string, string[]>): [ColorName, ColorName][] {
  return Object.entries(table).flatMap(([back, fronts]) =>
    fronts.map((front): [ColorName, ColorName] => [front as ColorName, back as ColorName]),
  );
}

describe.each(schemes)('%s', (scheme) => {
  const palette = tokens.color[scheme];

  it.each(pairs(tokens['text-pairs']))('%s on %s is readable (4.5:1)', (front, back) => {
    expect(contrast(palette[front], palette[back])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(tokens['shape-pairs']))('%s on %s can be told as a shape (3:1)', (front, back) => {
    expect(contrast(palette[front], palette[back])).toBeGreaterThanOrEqual(3);
  });
});

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

it('keeps tokens.css in step with the data', () => {
  expect(readFileSync(new URL('../tokens.css', import.meta.url), 'utf8')).toBe(toCss(tokens));
});
