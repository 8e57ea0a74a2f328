import type { RecordingPeaks, Session } from '@sellmeapen/api-client';

const RATE = 8_000;
const HEADING = 44;
const LETTER_MS = 62;

type Turn = Session['turns'][number];

/** Gives a typed transcript the times of a spoken one: so many letters a second, a breath or a thought between turns. */
export function spokenTurns(turns: Turn[]): Turn[] {
  let at = 900;
  return turns.map((turn, n) => {
    const start_ms = at;
    const end_ms = start_ms + turn.text.length * LETTER_MS;
    at = end_ms + [450, 1_300, 700, 2_100][n % 4]!;
    return { ...turn, start_ms, end_ms };
  });
}

export interface Tape {
  seconds: number;
  wav: Buffer;
  peaks: (buckets: number) => RecordingPeaks;
}

const isThinking = (turn: Turn, ms: number) => {
  // Long turns hold a thought of a second in their middle.
  const middle = ((turn.start_ms ?? 0) + (turn.end_ms ?? 0)) / 2;
  return turn.text.length > 110 && Math.abs(ms - middle) < 500;
};

/** Two humming voices, one a channel; syllables and words come and go as they do in speech. */
function sampleOf(turn: Turn, ms: number): number {
  if (isThinking(turn, ms)) return 0;
  const s = ms / 1000;
  const pitch = (turn.speaker === 'rep' ? 118 : 196) * (1 + 0.06 * Math.sin(2 * Math.PI * 0.7 * s));
  const syllable = Math.max(0, Math.sin(2 * Math.PI * 2.3 * s)) ** 0.6;
  const word = 0.55 + 0.45 * Math.sin(2 * Math.PI * 0.41 * s + turn.i);
  const voice = [1, 2, 3, 4, 5].reduce((sum, n) => sum + Math.sin(2 * Math.PI * pitch * n * s) / n, 0);
  return 0.22 * voice * syllable * word;
}

export function tapeOf(turns: Turn[]): Tape {
  const spoken = turns.filter(({ start_ms: start }) => start !== undefined);
  const seconds = Math.ceil((spoken.at(-1)?.end_ms ?? 0) / 1000) + 1;
  const frames = seconds * RATE;
  const wav = Buffer.alloc(HEADING + frames * 4);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(2, 22);
  wav.writeUInt32LE(RATE, 24);
  wav.writeUInt32LE(RATE * 4, 28);
  wav.writeUInt16LE(4, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(frames * 4, 40);
  const lanes = { rep: new Float32Array(frames), buyer: new Float32Array(frames) };
  for (const turn of spoken) {
    const to = Math.min(frames, Math.floor(((turn.end_ms ?? 0) / 1000) * RATE));
    for (let at = Math.floor(((turn.start_ms ?? 0) / 1000) * RATE); at < to; at++) {
      const value = sampleOf(turn, (at / RATE) * 1000);
      lanes[turn.speaker][at] = value;
      wav.writeInt16LE(Math.round(value * 32_767), HEADING + at * 4 + (turn.speaker === 'rep' ? 0 : 2));
    }
  }
  const loudest = (lane: Float32Array, buckets: number) =>
    Array.from({ length: buckets }, (_, bucket) => {
      const from = Math.floor((bucket * frames) / buckets);
      const to = Math.floor(((bucket + 1) * frames) / buckets);
      return (
        Math.round(lane.subarray(from, to).reduce((most, value) => Math.max(most, Math.abs(value)), 0) * 1000) / 1000
      );
    });
  const between = spoken.slice(1).map((turn, n) => ({
    start_ms: spoken[n]?.end_ms ?? 0,
    end_ms: turn.start_ms ?? 0,
    between: true,
  }));
  const inside = spoken
    .filter(({ text }) => text.length > 110)
    .map(({ start_ms: start = 0, end_ms: end = 0 }) => ({
      start_ms: (start + end) / 2 - 500,
      end_ms: (start + end) / 2 + 500,
      between: false,
    }));
  return {
    seconds,
    wav,
    peaks: (buckets) => ({
      seconds,
      rep: loudest(lanes.rep, buckets),
      buyer: loudest(lanes.buyer, buckets),
      pauses: [...between, ...inside].sort((a, b) => a.start_ms - b.start_ms),
    }),
  };
}
