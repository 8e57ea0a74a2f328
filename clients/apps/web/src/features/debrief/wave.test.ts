import { describe, expect, it } from 'vitest';
import { ceiling, columns, markNear, msOfX, shaded, wavePath, xOfMs } from './wave';

describe('columns of a waveform', () => {
  it('keep the loudest of what they stand for, and lose nothing', () => {
    expect(columns([0.1, 0.9, 0.2, 0.3, 0, 0.4, 0.1], 3)).toEqual([0.9, 0.3, 0.4]);
  });

  it('are never more than there are values', () => {
    expect(columns([0.1, 0.2], 300)).toEqual([0.1, 0.2]);
    expect(columns([], 300)).toEqual([0]);
  });
});

describe('the trace', () => {
  const points = (path: string) => (path.match(/-?[\d.]+ -?[\d.]+/g) ?? []).map((pair) => pair.split(' ').map(Number));

  it('is mirrored on its middle and stays in its lane', () => {
    const values = [0, 0.25, 1, 3];
    const path = wavePath(values, 1, { width: 40, middle: 50, reach: 20 });
    const all = points(path);
    const above = all.slice(1, 5);
    const below = all.slice(6, 10).reverse();
    above.forEach(([x, y], at) => {
      expect(below[at]?.[0]).toBe(x);
      expect((y ?? 0) + (below[at]?.[1] ?? 0)).toBeCloseTo(100, 5);
    });
    expect(above.map(([x]) => x)).toEqual([5, 15, 25, 35]);
    expect(above.map(([, y]) => y)).toEqual([49.5, 41.9, 30, 30]);
    expect(path.endsWith('Z')).toBe(true);
  });

  it('grows with loudness', () => {
    const heights = [0.1, 0.2, 0.4, 0.8].map(
      (value) => 50 - (points(wavePath([value], 1, { width: 10, middle: 50, reach: 20 }))[1]?.[1] ?? 0),
    );
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(new Set(heights).size).toBe(4);
  });

  it('fills its lane with what is loud and not with one click', () => {
    const lane = Array.from({ length: 99 }, () => 0.3);
    expect(ceiling([...lane, 1], [0, 0])).toBe(0.3);
    expect(ceiling([], [0])).toBe(0.02);
  });
});

describe('places', () => {
  it('go from time to picture and back, and stop at the ends', () => {
    expect(xOfMs(30_000, 120_000, 360)).toBe(90);
    expect(msOfX(90, 120_000, 360)).toBe(30_000);
    expect([msOfX(-5, 1_000, 100), msOfX(500, 1_000, 100), xOfMs(5, 0, 100), msOfX(5, 100, 0)]).toEqual([
      0, 1_000, 0, 0,
    ]);
  });

  it('shade pauses from 0.8 s on', () => {
    const pause = (start_ms: number, end_ms: number) => ({ start_ms, end_ms });
    expect(shaded([pause(0, 799), pause(1_000, 1_800), pause(3_000, 9_000)])).toEqual([
      pause(1_000, 1_800),
      pause(3_000, 9_000),
    ]);
  });

  it('give a finger the nearest mark within reach', () => {
    const near = [100, 180, 900].map((start) => ({ start, end: start + 50 }));
    expect([markNear(near, 150, 60)?.start, markNear(near, 500, 60)]).toEqual([180, undefined]);
  });
});
