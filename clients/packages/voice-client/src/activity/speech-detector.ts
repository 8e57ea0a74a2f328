import { createEnergyGate } from './energy-gate';
import { createHighPass } from './high-pass';
import { createResampler } from './resample';
import { CHUNK, createSilero } from './silero';
import type { SileroWeights } from './silero-weights';

const RATE = 16_000;
const FRAME_MS = 10;
const FRAME = (RATE / 1000) * FRAME_MS;
const RECENT = 64;

/** Keeps digital silence finite. */
const NO_POWER = 1e-12;
const LONGEST_REACH_MS = 500;

/** When a detector is sure. */
export interface SpeechDetectorSettings {
  /** Probability from which on a frame may begin speech. */
  readonly onset: number;
  /** Probability below which speech that goes on is over. */
  readonly release: number;
  /** So much voice must have been heard before it is called speech: a click is none. */
  readonly minSpeechMs: number;
  /** So long must nothing have been heard before speech is called over. */
  readonly minSilenceMs: number;
  /** What may be missing inside the first sounds of a word. */
  readonly bridgeMs: number;
  /** A word begins softer than it is: so far back its beginning is looked for. */
  readonly reachMs: number;
}

/** What was measured in `evals/activity`; the server's are the same. */
export const STANDARD_SETTINGS: SpeechDetectorSettings = {
  onset: 0.5,
  release: 0.35,
  minSpeechMs: 50,
  minSilenceMs: 300,
  bridgeMs: 60,
  reachMs: 150,
};

/** The answer for a hundredth of a second, before any smoothing; comes up to four at a time. */
export interface ActivityFrame {
  /** Where the frame begins. */
  readonly atMs: number;
  /** Of speech, by the model, in the 32 ms around. */
  readonly probability: number;
  /** Below full scale, without what is below a voice. */
  readonly levelDb: number;
  /** Whether it is loud enough for a voice to begin. */
  readonly loud: boolean;
  /** Whether model and level both say so, given whether somebody spoke just before. */
  readonly voice: boolean;
}

/** All times are milliseconds of the detector's clock, which begins with the first sample. */
export interface SpeechListener {
  /** The voice began at `atMs`, a little in the past; the detector had listened to `nowMs` when it was sure. */
  started(atMs: number, nowMs: number): void;
  /** The voice ended at `atMs`, at least `minSilenceMs` before `nowMs`. */
  stopped(atMs: number, nowMs: number): void;
  frame?(frame: ActivityFrame): void;
}

export interface SpeechDetector {
  /** Hears the next samples: Int16 of a wire or Float32 (-1 to 1) of an AudioWorklet. How they are cut makes no difference. */
  accept(samples: Int16Array | Float32Array, from?: number, length?: number): void;
  /** Forgets everything, also that somebody speaks, which the listener is not told. The clock goes on from there. */
  reset(clockMs: number): void;
  /** How far it has heard. */
  clockMs(): number;
  /** Whether the listener was last told that speech started. */
  speaking(): boolean;
  /** 0 while nobody speaks; else from the beginning of the speech to its last sound so far. */
  spokenMs(): number;
  /** Since the last sound that was a voice; since the beginning where there was none. */
  silentMs(): number;
}

/**
 * Hears one person's microphone as it comes and says when they speak: where the Silero network AND the energy gate say
 * so. SpeechDetector.java is the same: the same sound gives the same events.
 *
 * @param rate of the samples that will come, 16,000 or more
 */
export function createSpeechDetector(
  weights: SileroWeights,
  rate: number,
  listener: SpeechListener,
  settings: SpeechDetectorSettings = STANDARD_SETTINGS,
): SpeechDetector {
  check(rate, settings);
  const resampler = rate === RATE ? undefined : createResampler(rate, RATE);
  const silero = createSilero(weights);
  const gate = createEnergyGate();
  const belowVoice = createHighPass(80, RATE);
  const chunk = new Float32Array(CHUNK);
  const levels = new Float32Array(RECENT); // of the last frames
  const loud = new Uint8Array(RECENT); // enough to begin
  const fading = new Uint8Array(RECENT); // enough to go on

  let origin = 0; // where the clock stood at the first sample
  let heard = 0; // samples, at the rate they came
  let samples = 0; // at 16 kHz
  let power = 0;
  let probability = 0;
  let frames = 0; // measured
  let judged = 0; // frames, too

  let state: 'quiet' | 'perhaps' | 'speaking' = 'quiet';
  let first = 0; // voiced frame, of the speech that may be or is
  let last = 0;
  let voiced = 0;
  let over = 0; // frame behind the speech before

  const now = () => origin + Math.floor((samples * 1000) / RATE);
  const clockMs = () => origin + Math.floor((heard * 1000) / rate);

  function hear(sample: number): void {
    chunk[samples % CHUNK] = sample;
    const above = belowVoice.next(chunk[samples % CHUNK]!);
    power += above * above;
    samples++;
    if (samples % FRAME === 0) measure();
    if (samples % CHUNK === 0) probability = silero.probability(chunk);
    // A frame belongs to the chunk that holds its middle.
    while (judged < frames && judged * FRAME + FRAME / 2 < samples - (samples % CHUNK)) {
      judge(judged);
      judged++;
    }
  }

  function measure(): void {
    const level = 10 * Math.log10(power / FRAME + NO_POWER);
    power = 0;
    gate.hear(level);
    const slot = frames % RECENT;
    levels[slot] = level;
    loud[slot] = Number(level >= gate.threshold());
    fading[slot] = Number(level >= gate.fading());
    frames++;
  }

  function judge(frame: number): void {
    const slot = frame % RECENT;
    const speaking = state === 'speaking';
    const likely = probability >= (speaking ? settings.release : settings.onset);
    const voice = likely && (speaking ? fading : loud)[slot] === 1;
    listener.frame?.({
      atMs: origin + frame * FRAME_MS,
      probability,
      levelDb: levels[slot]!,
      loud: loud[slot] === 1,
      voice,
    });
    switch (state) {
      case 'quiet':
        if (voice) {
          state = 'perhaps';
          first = frame;
          last = frame;
          voiced = 1;
          startIfSure();
        }
        break;
      case 'perhaps':
        if (voice) {
          last = frame;
          voiced++;
          startIfSure();
        } else if ((frame - last) * FRAME_MS > settings.bridgeMs) {
          state = 'quiet';
        }
        break;
      case 'speaking':
        if (voice) {
          last = frame;
        } else if ((frame - last) * FRAME_MS >= settings.minSilenceMs) {
          state = 'quiet';
          over = last + 1;
          listener.stopped(origin + over * FRAME_MS, now());
        }
        break;
    }
  }

  function startIfSure(): void {
    if (voiced * FRAME_MS < settings.minSpeechMs) return;
    state = 'speaking';
    first = beginning();
    listener.started(origin + first * FRAME_MS, now());
  }

  /** Back to where the sound came out of the quiet. */
  function beginning(): number {
    const earliest = Math.max(0, over, frames - RECENT, first - Math.floor(settings.reachMs / FRAME_MS));
    let frame = first;
    while (frame > earliest && fading[(frame - 1) % RECENT] === 1) frame--;
    return frame;
  }

  return {
    accept(input, from = 0, length = input.length - from) {
      const scale = input instanceof Int16Array ? 1 / 32_768 : 1;
      for (let i = from; i < from + length; i++) {
        const sample = input[i]! * scale;
        heard++;
        if (!resampler) {
          hear(sample);
        } else {
          resampler.hear(sample);
          while (resampler.ready()) hear(resampler.next());
        }
      }
    },
    reset(toMs) {
      resampler?.reset();
      silero.reset();
      gate.reset();
      belowVoice.reset();
      origin = toMs;
      heard = 0;
      samples = 0;
      power = 0;
      probability = 0;
      frames = 0;
      judged = 0;
      state = 'quiet';
      over = 0;
    },
    clockMs,
    speaking: () => state === 'speaking',
    spokenMs: () => (state === 'speaking' ? (last + 1 - first) * FRAME_MS : 0),
    silentMs: () => Math.max(0, clockMs() - origin - (state === 'speaking' ? last + 1 : over) * FRAME_MS),
  };
}

function check(rate: number, settings: SpeechDetectorSettings): void {
  const { onset, release, minSpeechMs, minSilenceMs, bridgeMs, reachMs } = settings;
  if (!(rate >= RATE)) throw new RangeError(`A voice is not heard at ${rate} Hz`);
  if (!(0 < release && release <= onset && onset < 1)) {
    throw new RangeError(`0 < release <= onset < 1, not ${release} and ${onset}`);
  }
  if (minSpeechMs < 10 || minSilenceMs < 10 || bridgeMs < 0 || reachMs < 0 || reachMs > LONGEST_REACH_MS) {
    throw new RangeError(`Times of ${minSpeechMs}, ${minSilenceMs}, ${bridgeMs} and ${reachMs} ms cannot be kept`);
  }
}
