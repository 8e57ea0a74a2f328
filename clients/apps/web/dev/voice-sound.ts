import { execFileSync } from 'node:child_process';

const RATE = 24_000;
export const FRAME = (RATE * 20) / 1000;

const kept = new Map<string, Int16Array<ArrayBuffer>>();

/** A clause as sound at 24 kHz: spoken where espeak-ng is installed, else hummed in its length. */
export function soundOf(text: string): Int16Array<ArrayBuffer> {
  let sound = kept.get(text);
  if (!sound) {
    sound = whole(spoken(text) ?? hummed(text));
    kept.set(text, sound);
  }
  return sound;
}

function spoken(text: string): Int16Array<ArrayBuffer> | undefined {
  try {
    const wav = execFileSync('espeak-ng', ['-v', 'en-gb', '-s', '165', '--stdout', text], { maxBuffer: 50_000_000 });
    const rate = wav.readUInt32LE(24);
    const data = wav.subarray(44, wav.length - (wav.length % 2));
    const from = new Int16Array(data.length / 2);
    for (let i = 0; i < from.length; i++) from[i] = data.readInt16LE(i * 2);
    return Int16Array.from({ length: Math.floor((from.length * RATE) / rate) }, (_, i) => {
      const at = (i * rate) / RATE;
      const left = Math.floor(at);
      return (from[left] ?? 0) + ((from[left + 1] ?? 0) - (from[left] ?? 0)) * (at - left);
    });
  } catch {
    return undefined;
  }
}

function hummed(text: string): Int16Array<ArrayBuffer> {
  const length = RATE * 0.06 * text.length;
  return Int16Array.from({ length }, (_, i) => {
    const syllable = Math.abs(Math.sin((Math.PI * i) / (RATE * 0.18)));
    return 9_000 * syllable * Math.sin((2 * Math.PI * (150 + 40 * Math.sin(i / 9_000)) * i) / RATE);
  });
}

/** As long as the words would take, and always equally loud. */
export function toneFor(text: string): Int16Array<ArrayBuffer> {
  return whole(
    Int16Array.from({ length: RATE * 0.07 * text.length }, (_, i) => 9_000 * Math.sin((2 * Math.PI * 220 * i) / RATE)),
  );
}

/** Frames of 20 ms, the last filled up with silence. */
function whole(sound: Int16Array<ArrayBuffer>): Int16Array<ArrayBuffer> {
  const filled = new Int16Array(Math.ceil(sound.length / FRAME) * FRAME);
  filled.set(sound);
  return filled;
}

export const clausesOf = (text: string) =>
  text.match(/[^.!?,;]+[.!?,;]*\s*/g)?.map((clause) => clause.trim()) ?? [text];
