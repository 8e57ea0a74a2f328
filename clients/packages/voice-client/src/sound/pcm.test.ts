import { expect, it } from 'vitest';
import { fromPcm16, loudness, meter, toPcm16 } from './pcm';

it('clips what is too loud instead of wrapping it', () => {
  expect([...toPcm16(Float32Array.from([0, 1, -1, 2, -2]))]).toEqual([0, 32767, -32768, 32767, -32768]);
});

it('comes back within half a step', () => {
  const before = Float32Array.from([0.25, -0.125, 0.9, -0.9]);
  const after = fromPcm16(toPcm16(before));
  for (let i = 0; i < before.length; i++) expect(after[i]).toBeCloseTo(before[i] as number, 4);
});

it('reads a loudness as an ear does', () => {
  expect(loudness(Float32Array.from([0.5, -0.5, 0.5]))).toBeCloseTo(0.5);
  expect([meter(0), meter(0.001), meter(1)].map((x) => Number(x.toFixed(2)))).toEqual([0, 0, 1]);
  expect(meter(0.0316)).toBeCloseTo(0.5, 2);
});
