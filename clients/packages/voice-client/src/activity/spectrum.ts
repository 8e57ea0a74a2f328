export const SPECTRUM_SAMPLES = 640;
export const BINS = 129;

const SIZE = 256;
const STEP = 128;

/** The magnitudes of four overlapping Hann windows of 256 samples, 128 apart, as Silero wants them. */
export function createSpectrum(): (samples: Float32Array, into: Float32Array[]) => void {
  const hann = new Float64Array(SIZE);
  const cosine = new Float64Array(SIZE / 2);
  const sine = new Float64Array(SIZE / 2);
  const mirrored = new Uint8Array(SIZE);
  for (let i = 0; i < SIZE; i++) {
    hann[i] = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / SIZE);
    for (let bit = 0; bit < 8; bit++) mirrored[i] = mirrored[i]! | (((i >> bit) & 1) << (7 - bit));
  }
  for (let i = 0; i < SIZE / 2; i++) {
    cosine[i] = Math.cos((2 * Math.PI * i) / SIZE);
    sine[i] = -Math.sin((2 * Math.PI * i) / SIZE);
  }
  const re = new Float64Array(SIZE);
  const im = new Float64Array(SIZE);

  function transform(): void {
    for (let half = 1; half < SIZE; half *= 2) {
      const turn = SIZE / 2 / half;
      for (let start = 0; start < SIZE; start += 2 * half) {
        for (let k = 0; k < half; k++) {
          const a = start + k;
          const b = a + half;
          const cos = cosine[k * turn]!;
          const sin = sine[k * turn]!;
          const r = re[b]! * cos - im[b]! * sin;
          const i = re[b]! * sin + im[b]! * cos;
          re[b] = re[a]! - r;
          im[b] = im[a]! - i;
          re[a] = re[a]! + r;
          im[a] = im[a]! + i;
        }
      }
    }
  }

  /** Two windows in one transform, one as the real and one as the imaginary part: their symmetry tells them apart. */
  function two(samples: Float32Array, from: number, first: Float32Array, second: Float32Array): void {
    for (let i = 0; i < SIZE; i++) {
      const to = mirrored[i]!;
      re[to] = hann[i]! * samples[from + i]!;
      im[to] = hann[i]! * samples[from + STEP + i]!;
    }
    transform();
    for (let k = 0; k < BINS; k++) {
      const mirror = (SIZE - k) & (SIZE - 1);
      first[k] = length(re[k]! + re[mirror]!, im[k]! - im[mirror]!);
      second[k] = length(im[k]! + im[mirror]!, re[k]! - re[mirror]!);
    }
  }

  return (samples, into) => {
    two(samples, 0, into[0]!, into[1]!);
    two(samples, 2 * STEP, into[2]!, into[3]!);
  };
}

function length(twiceRe: number, twiceIm: number): number {
  return 0.5 * Math.sqrt(twiceRe * twiceRe + twiceIm * twiceIm);
}
