/** Zero crossings on each side: passes up to 0.8 of the lower half rate, 40 dB down where it folds back. */
const LOBES = 10;
const PASSED = 0.9;

export interface Resampler {
  hear(sample: number): void;
  /** Whether `next` has a sample to give. */
  ready(): boolean;
  next(): number;
  reset(): void;
}

/**
 * Sound at another rate, a sample at a time: band-limited by a windowed sinc, so that time neither drifts nor shifts. The
 * n-th sample out lies at n / rate seconds; it is there as soon as the half filter behind it has been heard. The filters
 * of LiveResampled.java.
 */
export function createResampler(from: number, to: number): Resampler {
  const common = gcd(from, to);
  const up = to / common;
  const down = from / common;
  const cut = PASSED * Math.min(1, up / down);
  const half = Math.ceil(LOBES / cut);
  const size = 2 * half + 1;
  const phases = filters(up, half, cut);
  const window = new Float32Array(2 * size); // the last samples, twice: in one piece wherever the ring begins
  let at = 0;
  let heard = 0;
  let made = 0;

  return {
    hear(sample) {
      window[at] = sample;
      window[at + size] = sample;
      at = at + 1 === size ? 0 : at + 1;
      heard++;
    },
    ready: () => Math.floor((made * down) / up) + half < heard,
    next() {
      const late = heard - 1 - half - Math.floor((made * down) / up);
      const filter = phases[(made * down) % up]!;
      let start = at - late;
      if (start < 0) start += size;
      made++;
      let sum = 0;
      for (let i = 0; i < size; i++) sum += filter[i]! * window[start + i]!;
      return sum;
    },
    reset() {
      window.fill(0);
      at = 0;
      heard = 0;
      made = 0;
    },
  };
}

function filters(up: number, half: number, cut: number): Float32Array[] {
  return Array.from({ length: up }, (_, phase) => {
    const taps = Array.from({ length: 2 * half + 1 }, (__, i) => {
      const t = i - half - phase / up;
      const x = Math.PI * t * cut;
      const sinc = Math.abs(x) < 1e-9 ? 1 : Math.sin(x) / x;
      return Math.abs(t) > half ? 0 : sinc * (0.5 + 0.5 * Math.cos((Math.PI * t) / half));
    });
    const sum = taps.reduce((a, b) => a + b, 0);
    return Float32Array.from(taps, (tap) => tap / sum);
  });
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
