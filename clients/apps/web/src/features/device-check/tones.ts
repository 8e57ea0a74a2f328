export const RATE = 24_000;
const NOTES_HZ = [523.25, 659.25, 783.99];
const NOTE_MS = 260;
const EDGE_MS = 30;
export const MELODY_MS = NOTES_HZ.length * NOTE_MS;

/** Three notes, each with soft edges: pleasant to hear, easy to find again in what a microphone gives. */
export function melody(): Int16Array<ArrayBuffer> {
  const note = (RATE * NOTE_MS) / 1000;
  const edge = (RATE * EDGE_MS) / 1000;
  return Int16Array.from({ length: note * NOTES_HZ.length }, (_, i) => {
    const at = i % note;
    const hz = NOTES_HZ[Math.floor(i / note)] ?? 0;
    const rise = Math.min(1, at / edge, (note - at) / edge);
    return Math.round(7_000 * rise * Math.sin((2 * Math.PI * hz * at) / RATE));
  });
}

/** How strong one frequency is in some samples: amplitude, 0 to 1 (Goertzel). */
export function toneIn(samples: Int16Array, hz: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hz) / RATE);
  let before = 0;
  let last = 0;
  for (const sample of samples) [before, last] = [last, sample / 0x8000 + turn * last - before];
  const power = last * last + before * before - turn * last * before;
  return (2 * Math.sqrt(Math.max(0, power))) / Math.max(1, samples.length);
}

/** The loudest of the three notes in a frame. */
export const melodyIn = (samples: Int16Array) => Math.max(...NOTES_HZ.map((hz) => toneIn(samples, hz)));
