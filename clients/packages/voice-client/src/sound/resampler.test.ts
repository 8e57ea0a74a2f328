import { describe, expect, it } from 'vitest';
import { loudness } from './pcm';
import { Resampler } from './resampler';

const tone = (hz: number, rate: number, seconds: number) =>
  Float32Array.from({ length: Math.round(rate * seconds) }, (_, i) => 0.5 * Math.sin((2 * Math.PI * hz * i) / rate));

function inQuanta(resampler: Resampler, input: Float32Array, size = 128): Float32Array {
  const parts: number[] = [];
  for (let at = 0; at < input.length; at += size) parts.push(...resampler.push(input.subarray(at, at + size)));
  parts.push(...resampler.flush());
  return Float32Array.from(parts);
}

describe.each([
  [48_000, 24_000],
  [48_000, 16_000],
  [44_100, 24_000],
  [24_000, 16_000],
  [24_000, 48_000],
  [24_000, 44_100],
])('from %i to %i', (from, to) => {
  it('keeps a tone where it was, sample by sample', () => {
    const out = inQuanta(new Resampler(from, to), tone(440, from, 0.5));
    const wanted = tone(440, to, 0.5);
    expect(Math.abs(out.length - wanted.length)).toBeLessThanOrEqual(2);
    let worst = 0;
    for (let i = 100; i < wanted.length - 100; i++) worst = Math.max(worst, Math.abs((out[i] ?? 9) - (wanted[i] ?? 0)));
    expect(worst).toBeLessThan(0.003);
  });

  it('gives the same whatever the size of the pieces', () => {
    const input = tone(700, from, 0.2);
    const small = inQuanta(new Resampler(from, to), input, 37);
    const large = inQuanta(new Resampler(from, to), input, 4096);
    expect([...small].slice(0, 3000)).toEqual([...large].slice(0, 3000));
  });
});

it('takes away what the lower rate cannot carry', () => {
  const out = inQuanta(new Resampler(48_000, 16_000), tone(11_000, 48_000, 0.3));
  expect(loudness(out, 200, out.length - 200)).toBeLessThan(0.001);
});

it('leaves equal rates alone', () => {
  const input = tone(440, 24_000, 0.1);
  expect(new Resampler(24_000, 24_000).push(input)).toBe(input);
});
