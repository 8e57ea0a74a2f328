import { loudness, toPcm16 } from '../sound/pcm';
import { Resampler } from '../sound/resampler';

export const FRAME_MS = 20;

export interface CaptureFrame {
  /** 20 ms at the rate asked for. */
  pcm: Int16Array<ArrayBuffer>;
  /** The same 20 ms as floats, for whoever listens for speech. */
  samples: Float32Array<ArrayBuffer>;
  /** Frames are counted from the opening: this one begins at `index` * 20 ms after it. */
  index: number;
  rms: number;
}

/** Cuts what a microphone gives into frames of 20 ms, without a gap, at the rate the server asked for. */
export class Framer {
  readonly #resampler: Resampler;
  readonly #size: number;
  #filling: Float32Array<ArrayBuffer>;
  #filled = 0;
  #index = 0;

  constructor(contextRate: number, rate: number) {
    this.#resampler = new Resampler(contextRate, rate);
    this.#size = (rate * FRAME_MS) / 1000;
    this.#filling = new Float32Array(this.#size);
  }

  push(input: Float32Array): CaptureFrame[] {
    const samples = this.#resampler.push(input);
    const frames: CaptureFrame[] = [];
    let at = 0;
    while (at < samples.length) {
      const taken = Math.min(this.#size - this.#filled, samples.length - at);
      this.#filling.set(samples.subarray(at, at + taken), this.#filled);
      this.#filled += taken;
      at += taken;
      if (this.#filled === this.#size) frames.push(this.#full());
    }
    return frames;
  }

  #full(): CaptureFrame {
    const samples = this.#filling;
    this.#filling = new Float32Array(this.#size);
    this.#filled = 0;
    return { pcm: toPcm16(samples), samples, index: this.#index++, rms: loudness(samples) };
  }
}
