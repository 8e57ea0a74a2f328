/** A Butterworth filter of the second order. */
export function createHighPass(frequency: number, rate: number): { next(x: number): number; reset(): void } {
  const w = (2 * Math.PI * frequency) / rate;
  const alpha = Math.sin(w) / Math.SQRT2;
  const a0 = 1 + alpha;
  const b0 = (1 + Math.cos(w)) / 2 / a0;
  const b1 = -2 * b0;
  const a1 = (-2 * Math.cos(w)) / a0;
  const a2 = (1 - alpha) / a0;
  let x1 = 0;
  let x2 = 0;
  let y1 = 0;
  let y2 = 0;
  return {
    next(x) {
      const y = b0 * (x + x2) + b1 * x1 - a1 * y1 - a2 * y2;
      x2 = x1;
      x1 = x;
      y2 = y1;
      y1 = y;
      return y;
    },
    reset() {
      x1 = 0;
      x2 = 0;
      y1 = 0;
      y2 = 0;
    },
  };
}
