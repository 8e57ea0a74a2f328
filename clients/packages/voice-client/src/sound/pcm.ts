/** Floats in -1..1 as 16-bit samples; what is louder than full is clipped, not wrapped. */
export function toPcm16(from: Float32Array): Int16Array<ArrayBuffer> {
  const to = new Int16Array(from.length);
  for (let i = 0; i < from.length; i++) {
    const value = Math.max(-1, Math.min(1, from[i] ?? 0));
    to[i] = Math.round(value < 0 ? value * 0x8000 : value * 0x7fff);
  }
  return to;
}

export function fromPcm16(from: Int16Array): Float32Array<ArrayBuffer> {
  const to = new Float32Array(from.length);
  for (let i = 0; i < from.length; i++) to[i] = (from[i] ?? 0) / 0x8000;
  return to;
}

/** Root mean square of some samples, 0 to 1. */
export function loudness(samples: Float32Array, from = 0, until = samples.length): number {
  if (until <= from) return 0;
  let sum = 0;
  for (let i = from; i < until; i++) sum += (samples[i] ?? 0) ** 2;
  return Math.sqrt(sum / (until - from));
}

const QUIET_DB = -60;

/** Loudness as an ear counts it: 0 at -60 dB and below, 1 at full scale. */
export function meter(rms: number): number {
  if (rms <= 0) return 0;
  return Math.max(0, Math.min(1, 1 - (20 * Math.log10(rms)) / QUIET_DB));
}
