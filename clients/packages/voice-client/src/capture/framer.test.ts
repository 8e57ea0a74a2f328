import { describe, expect, it } from 'vitest';
import { FRAME_MS, Framer } from './framer';

describe.each([
  [24_000, 24_000],
  [48_000, 24_000],
  [44_100, 16_000],
])('a microphone at %i for a server at %i', (contextRate, rate) => {
  it('becomes frames of 20 ms without a gap', () => {
    const framer = new Framer(contextRate, rate);
    const frames = [];
    const quanta = Math.ceil(contextRate / 128);
    for (let q = 0; q < quanta; q++) {
      const input = Float32Array.from(
        { length: 128 },
        (_, i) => 0.5 * Math.sin((2 * Math.PI * 300 * (q * 128 + i)) / contextRate),
      );
      frames.push(...framer.push(input));
    }
    expect(frames.length).toBeGreaterThanOrEqual(49);
    expect(frames.map(({ index }) => index)).toEqual(frames.map((_, i) => i));
    expect(new Set(frames.map(({ pcm }) => pcm.length))).toEqual(new Set([(rate * FRAME_MS) / 1000]));
    // The tone runs on over the seam of two frames.
    const joined = [...(frames[10]?.pcm ?? []), ...(frames[11]?.pcm ?? [])];
    const steps = joined.slice(1).map((value, i) => Math.abs(value - (joined[i] ?? 0)));
    expect(Math.max(...steps)).toBeLessThan((0.5 * 32767 * 2 * Math.PI * 300 * 1.1) / rate + 2);
    for (const { rms } of frames.slice(2)) expect(rms).toBeCloseTo(0.5 / Math.SQRT2, 2);
  });
});
