const ZERO_CROSSINGS = 16;
const ROLL_OFF = 0.94;

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/**
 * Band-limited resampling of a stream: a windowed sinc with one row of taps a phase. Output sample n lies at input
 * position n * from / to exactly, so nothing is shifted; it only becomes known half a filter later.
 */
export class Resampler {
  readonly #up: number;
  readonly #down: number;
  readonly #half: number;
  readonly #taps: Float32Array[] = [];
  #held: Float32Array = new Float32Array(0);
  /** Index on the input of the first held sample. */
  #heldFrom: number;
  #next = 0;

  constructor(from: number, to: number) {
    const shared = gcd(from, to);
    this.#up = to / shared;
    this.#down = from / shared;
    const cutoff = this.#up === this.#down ? 1 : Math.min(1, to / from) * ROLL_OFF;
    this.#half = this.#up === this.#down ? 0 : Math.ceil(ZERO_CROSSINGS / cutoff);
    this.#heldFrom = -this.#half;
    this.#held = new Float32Array(this.#half);
    if (this.#half > 0) for (let phase = 0; phase < this.#up; phase++) this.#taps.push(this.#row(phase, cutoff));
  }

  #row(phase: number, cutoff: number): Float32Array {
    const shift = phase / this.#up;
    const row = new Float32Array(2 * this.#half);
    let sum = 0;
    for (let k = 0; k < row.length; k++) {
      const at = k - this.#half + 1 - shift;
      const x = Math.PI * at * cutoff;
      const edge = at / this.#half;
      const window =
        Math.abs(edge) >= 1 ? 0 : 0.42 + 0.5 * Math.cos(Math.PI * edge) + 0.08 * Math.cos(2 * Math.PI * edge);
      row[k] = (Math.abs(x) < 1e-9 ? 1 : Math.sin(x) / x) * window;
      sum += row[k] ?? 0;
    }
    return row.map((tap) => tap / sum);
  }

  push(input: Float32Array): Float32Array {
    if (this.#half === 0) return input;
    const held = new Float32Array(this.#held.length + input.length);
    held.set(this.#held);
    held.set(input, this.#held.length);
    const known = this.#heldFrom + held.length;
    const last = Math.floor(((known - this.#half) * this.#up - 1) / this.#down);
    const out = new Float32Array(Math.max(0, last - this.#next + 1));
    for (let n = 0; n < out.length; n++, this.#next++) {
      const whole = Math.floor((this.#next * this.#down) / this.#up);
      const taps = this.#taps[(this.#next * this.#down) % this.#up] as Float32Array;
      const start = whole - this.#half + 1 - this.#heldFrom;
      let sum = 0;
      for (let k = 0; k < taps.length; k++) sum += (taps[k] as number) * (held[start + k] as number);
      out[n] = sum;
    }
    const needed = Math.floor((this.#next * this.#down) / this.#up) - this.#half + 1;
    this.#held = held.slice(Math.max(0, needed - this.#heldFrom));
    this.#heldFrom = Math.max(this.#heldFrom, needed);
    return out;
  }

  /** What silence after the end brings out. */
  flush(): Float32Array {
    return this.push(new Float32Array(this.#half));
  }
}
