import type { Convolution, SileroWeights } from './silero-weights';
import { BINS, createSpectrum, SPECTRUM_SAMPLES } from './spectrum';

/** Samples a step, at 16 kHz: 32 ms. */
export const CHUNK = 512;

/** So much of the chunk before is seen again. */
const CONTEXT = 64;
const WINDOWS = 4;
const STATE = 128;
const GATES = 4 * STATE;

export interface Silero {
  /** How likely the next `CHUNK` samples (-1 to 1) are speech. */
  probability(chunk: Float32Array): number;
  reset(): void;
}

/**
 * The forward pass of Silero v5 for 16 kHz, with what it remembers of the time before: spectrum of four windows, four
 * convolutions, one LSTM cell, one output. The same steps in the same order as SileroVad.java.
 */
export function createSilero(weights: SileroWeights): Silero {
  const heard = new Float32Array(SPECTRUM_SAMPLES);
  const state = new Float32Array(STATE);
  const cell = new Float32Array(STATE);
  const spectrum = createSpectrum();
  const wide = rows(BINS);
  const narrow = rows(STATE);
  const gates = new Float32Array(GATES);

  function remember(seen: Float32Array): void {
    gates.set(weights.recurrentBias);
    add(seen, STATE, weights.recurrent, 0, gates, GATES);
    add(state, STATE, weights.recurrent, STATE * GATES, gates, GATES);
    for (let i = 0; i < STATE; i++) {
      const admit = sigmoid(gates[i]!);
      const keep = sigmoid(gates[STATE + i]!);
      const show = sigmoid(gates[3 * STATE + i]!);
      cell[i] = keep * cell[i]! + admit * Math.tanh(gates[2 * STATE + i]!);
      state[i] = show * Math.tanh(cell[i]!);
    }
  }

  return {
    probability(chunk) {
      heard.copyWithin(0, CHUNK, CHUNK + CONTEXT);
      heard.set(chunk, CONTEXT);
      // The last window reaches over the end: it sees the sound mirrored there.
      for (let i = 0; i < CONTEXT; i++) heard[CONTEXT + CHUNK + i] = heard[CONTEXT + CHUNK - 2 - i]!;
      spectrum(heard, wide);
      convolve(weights.encoder[0], wide, 4, 1, narrow);
      convolve(weights.encoder[1], narrow, 4, 2, wide);
      convolve(weights.encoder[2], wide, 2, 2, narrow);
      convolve(weights.encoder[3], narrow, 1, 1, wide);
      remember(wide[0]!);
      let sum = weights.decoderBias;
      for (let i = 0; i < STATE; i++) sum += weights.decoder[i]! * Math.max(0, state[i]!);
      return sigmoid(sum);
    },
    reset() {
      heard.fill(0);
      state.fill(0);
      cell.fill(0);
    },
  };
}

function rows(length: number): Float32Array[] {
  return Array.from({ length: WINDOWS }, () => new Float32Array(length));
}

/** Three taps, silence before the first and behind the last; what is below zero becomes zero. */
function convolve(
  layer: Convolution,
  from: Float32Array[],
  length: number,
  stride: number,
  into: Float32Array[],
): void {
  const { ins, outs, weights } = layer;
  for (let t = 0; t * stride < length; t++) {
    const out = into[t]!;
    out.set(layer.bias);
    for (let tap = 0; tap < 3; tap++) {
      const at = t * stride + tap - 1;
      if (at >= 0 && at < length) add(from[at]!, ins, weights, tap * ins * outs, out, outs);
    }
    for (let o = 0; o < outs; o++) out[o] = Math.max(0, out[o]!);
  }
}

/** Adds to each sum its share of the inputs, four inputs a turn. */
function add(
  input: Float32Array,
  ins: number,
  weights: Float32Array,
  from: number,
  sums: Float32Array,
  outs: number,
): void {
  let row = from;
  let i = 0;
  for (; i + 3 < ins; i += 4, row += 4 * outs) {
    const a = input[i]!;
    const b = input[i + 1]!;
    const c = input[i + 2]!;
    const d = input[i + 3]!;
    const second = row + outs;
    const third = second + outs;
    const fourth = third + outs;
    for (let o = 0; o < outs; o++) {
      sums[o] =
        sums[o]! +
        a * weights[row + o]! +
        b * weights[second + o]! +
        c * weights[third + o]! +
        d * weights[fourth + o]!;
    }
  }
  for (; i < ins; i++, row += outs) {
    const a = input[i]!;
    for (let o = 0; o < outs; o++) sums[o] = sums[o]! + a * weights[row + o]!;
  }
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
