import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSilero } from './silero';
import { readSileroWeights } from './silero-weights';
import { createSpeechDetector, STANDARD_SETTINGS, type SpeechDetectorSettings } from './speech-detector';

const RATE = 16_000;
const top = new URL('../../../../../', import.meta.url);
const bytes = (path: string): ArrayBuffer => {
  const file = readFileSync(new URL(path, top));
  return file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;
};
const weights = readSileroWeights(bytes('content/audio/silero-v5-16k.bin'));
const reference = new Int16Array(bytes('evals/activity/reference.wav').slice(44));
/** The first sentence lies between 600 and 4,060 ms. */
const sentence = Float32Array.from(reference.subarray(0, RATE * 4.5), (sample) => sample / 32_768);

type Event = ['started' | 'stopped', number, number];

interface Heard {
  events: Event[];
  loud: boolean[];
}

function hear(
  samples: Int16Array | Float32Array,
  block = 320,
  rate = RATE,
  settings: SpeechDetectorSettings = STANDARD_SETTINGS,
): Heard {
  const events: Event[] = [];
  const loud: boolean[] = [];
  const detector = createSpeechDetector(
    weights,
    rate,
    {
      started: (atMs, nowMs) => events.push(['started', atMs, nowMs]),
      stopped: (atMs, nowMs) => events.push(['stopped', atMs, nowMs]),
      frame: (frame) => loud.push(frame.loud),
    },
    settings,
  );
  for (let at = 0; at < samples.length; at += block) {
    detector.accept(samples, at, Math.min(block, samples.length - at));
  }
  return { events, loud };
}

const made = (sample: (i: number) => number) => Float32Array.from({ length: 10 * RATE }, (_, i) => sample(i));
const changed = (change: (sample: number, i: number) => number) =>
  sentence.map((sample, i) => Math.max(-1, Math.min(1, change(sample, i))));

/** Noise that is the same in every run. */
function dice(): () => number {
  let seed = 1;
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (seed / 1_073_741_824 - 1) * 1.7;
  };
}

function expectTheSentence(samples: Float32Array, toleranceMs: number) {
  const { events } = hear(samples);
  expect(events.map(([kind]) => kind)).toEqual(['started', 'stopped']);
  expect(Math.abs(events[0]![1] - 600)).toBeLessThanOrEqual(toleranceMs);
  expect(Math.abs(events[1]![1] - 4060)).toBeLessThanOrEqual(toleranceMs);
}

describe('the network', () => {
  it('says what the onnx runtime says of the same model', () => {
    const expected = readFileSync(new URL('evals/activity/reference.txt', top), 'utf8').trim().split('\n').map(Number);
    const silero = createSilero(weights);
    const chunk = new Float32Array(512);
    let worst = 0;
    expected.forEach((probability, i) => {
      for (let k = 0; k < 512; k++) chunk[k] = reference[i * 512 + k]! / 32_768;
      worst = Math.max(worst, Math.abs(silero.probability(chunk) - probability));
    });
    expect(expected).toHaveLength(reference.length / 512);
    expect(worst).toBeLessThan(1e-5);
  });

  it('refuses weights that are none', () => {
    expect(() => readSileroWeights(new TextEncoder().encode('<!doctype html>').buffer)).toThrow('not the weights');
    expect(() => readSileroWeights(new ArrayBuffer(974_512))).toThrow('not the weights');
  });
});

describe('the detector', () => {
  it('hears a sentence begin and end', () => {
    expectTheSentence(sentence, 50);
    const { events } = hear(sentence);
    expect(events[0]![2]).toBeLessThan(750);
    expect(events[1]![2] - events[1]![1]).toBeGreaterThanOrEqual(300);
  });

  it('hears the events that the server hears, within a frame', () => {
    // Written by the evaluation from SpeechDetector.java.
    const server = readFileSync(new URL('evals/activity/reference.events.txt', top), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    const { events } = hear(reference);
    expect(events.map(([kind]) => kind)).toEqual(server.map(([kind]) => kind));
    events.forEach(([, atMs], i) => expect(Math.abs(atMs - Number(server[i]![1]))).toBeLessThanOrEqual(10));
  });

  it('hears nothing in silence, noise, hum, clicks or a shifted zero', () => {
    const random = dice();
    expect(hear(made(() => 0)).events).toEqual([]);
    expect(hear(made(() => 0.05 * random())).events).toEqual([]);
    expect(hear(made((i) => 0.2 * Math.sin((2 * Math.PI * 50 * i) / RATE))).events).toEqual([]);
    expect(hear(made((i) => (i % 8000 < 40 ? 0.5 * random() : 0))).events).toEqual([]);
    expect(hear(made(() => 0.3)).events).toEqual([]);
  });

  it('takes a hum that stays for the quiet', () => {
    const { loud } = hear(made((i) => 0.2 * Math.sin((2 * Math.PI * 120 * i) / RATE)));
    expect(loud.slice(0, 40).every(Boolean)).toBe(true);
    expect(loud.slice(500).some(Boolean)).toBe(false);
  });

  it('hears the same sentence over hum, over a shifted zero, very soft and clipped', () => {
    expectTheSentence(
      changed((sample, i) => sample + 0.01 * Math.sin((2 * Math.PI * 50 * i) / RATE)),
      70,
    );
    expectTheSentence(
      changed((sample) => sample + 0.05),
      50,
    );
    expectTheSentence(
      changed((sample) => 0.02 * sample),
      100,
    );
    expectTheSentence(
      changed((sample) => 8 * sample),
      60,
    );
  });

  it('makes no difference how the sound is cut, nor whether it comes as integers', () => {
    const { events } = hear(reference);
    expect(events.length).toBeGreaterThan(6);
    expect(hear(reference, 7).events).toEqual(events);
    expect(hear(reference, RATE).events).toEqual(events);
    const floats = Float32Array.from(reference, (sample) => sample / 32_768);
    expect(hear(floats, 128).events).toEqual(events);
  });

  it('hears at 48 kHz what it hears at 16 kHz', () => {
    // Three times the rate by a straight line between samples: coarse, but what a voice is made of stays.
    const faster = Float32Array.from({ length: 3 * sentence.length }, (_, i) => {
      const from = Math.floor(i / 3);
      const next = sentence[from + 1] ?? 0;
      return sentence[from]! + ((i % 3) / 3) * (next - sentence[from]!);
    });
    const slow = hear(sentence).events;
    const { events } = hear(faster, 960, 48_000);
    expect(events).toHaveLength(slow.length);
    events.forEach(([, atMs], i) => expect(Math.abs(atMs - slow[i]![1])).toBeLessThanOrEqual(10));
  });

  it('hears after a reset as if for the first time, and its clock goes on', () => {
    const events: Event[] = [];
    const detector = createSpeechDetector(weights, RATE, {
      started: (atMs, nowMs) => events.push(['started', atMs, nowMs]),
      stopped: (atMs, nowMs) => events.push(['stopped', atMs, nowMs]),
    });
    detector.accept(sentence, 0, 2 * RATE);
    expect(detector.speaking()).toBe(true);
    expect(detector.spokenMs()).toBeGreaterThan(1300);
    events.length = 0;
    detector.reset(10_000);
    expect(detector.speaking()).toBe(false);
    expect(detector.clockMs()).toBe(10_000);
    detector.accept(sentence);
    const later = hear(sentence).events.map(([kind, atMs, nowMs]) => [kind, atMs + 10_000, nowMs + 10_000]);
    expect(events).toEqual(later);
    expect(detector.silentMs()).toBeGreaterThan(350);
    expect(detector.spokenMs()).toBe(0);
  });

  it('refuses what cannot be heard', () => {
    expect(() => hear(sentence, 320, 8000)).toThrow(RangeError);
    expect(() => hear(sentence, 320, RATE, { ...STANDARD_SETTINGS, minSilenceMs: 0 })).toThrow(RangeError);
    expect(() => hear(sentence, 320, RATE, { ...STANDARD_SETTINGS, release: 0.9 })).toThrow(RangeError);
  });
});
