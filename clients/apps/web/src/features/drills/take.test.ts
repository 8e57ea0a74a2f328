import { expect, it } from 'vitest';
import { aimOf, louder, mostlyUnheard } from './take';
import { wavOf } from './wav';

it('keeps the loudest of each column', () => {
  let columns: number[] = [];
  for (const [at, rms] of [
    [0, 0.1],
    [100, 0.4],
    [180, 0.2],
    [650, 0.3],
  ] as const)
    columns = louder(columns, at, rms);
  expect(columns).toEqual([0.4, 0, 0, 0.3]);
});

it('tells an aim from one side, from both, or none', () => {
  const check = { of: 10, says: '' };
  expect(aimOf({ ...check, at_least: 2 })).toEqual({ is: 'least', n: 2 });
  expect(aimOf({ ...check, at_most: 0 })).toEqual({ is: 'most', n: 0 });
  expect(aimOf({ ...check, at_least: 1, at_most: 2 })).toEqual({ is: 'between', low: 1, high: 2 });
  expect(aimOf(check)).toBeUndefined();
});

it('writes a WAV file that says how long it is', async () => {
  const wav = wavOf([Int16Array.of(1, -2), Int16Array.of(3)], 16_000);
  const bytes = new DataView(await new Response(wav).arrayBuffer());
  expect(bytes.byteLength).toBe(50);
  expect(String.fromCharCode(bytes.getUint8(0), bytes.getUint8(1))).toBe('RI');
  expect(bytes.getUint32(4, true)).toBe(42);
  expect(bytes.getUint32(24, true)).toBe(16_000);
  expect(bytes.getUint32(28, true)).toBe(32_000);
  expect(bytes.getUint32(40, true)).toBe(6);
  expect([44, 46, 48].map((at) => bytes.getInt16(at, true))).toEqual([1, -2, 3]);
});

it('knows when a score tells only of the lesser part', () => {
  const hedges = { says: 'hedges', of: 60 };
  const loudness = { says: 'loudness', of: 40, value: 1, points: 40 };
  expect(mostlyUnheard([hedges, loudness])).toBe(true);
  expect(mostlyUnheard([{ ...hedges, of: 40 }, loudness])).toBe(false);
  expect(mostlyUnheard([{ ...hedges, points: 0 }, loudness])).toBe(false);
});
