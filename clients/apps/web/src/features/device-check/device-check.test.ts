import { describe, expect, it } from 'vitest';
import { judgeEcho, judgeMicrophone, judgeNetwork } from './judge';
import { melody, melodyIn, MELODY_MS, RATE, toneIn } from './tones';

const noise = (amplitude: number, length = 480) =>
  Int16Array.from({ length }, (_, i) => amplitude * 32_000 * Math.sin(i * i * 0.37));

describe('the three notes', () => {
  it('are as long as they say and never too loud', () => {
    const notes = melody();
    expect(notes.length).toBe((MELODY_MS * RATE) / 1000);
    expect(Math.max(...notes)).toBeLessThan(8_000);
  });

  it('are found again in a frame, and nowhere else', () => {
    const frame = melody().slice(2_400, 2_880);
    expect(melodyIn(frame)).toBeCloseTo(7_000 / 0x8000, 1);
    expect(toneIn(frame, 2_000)).toBeLessThan(0.01);
    expect(melodyIn(noise(0.1))).toBeLessThan(0.02);
  });
});

describe('echo', () => {
  const frames = (amplitude: number) =>
    Array.from({ length: 30 }, (_, i) => {
      const at = (i * 480) % 18_000;
      return melodyIn(
        melody()
          .slice(at, at + 480)
          .map((sample) => sample * amplitude),
      );
    });
  it('is heard where the microphone has the notes', () => {
    expect(judgeEcho([0.0002], frames(0.2))).toBe('weak');
  });
  it('is none where they were taken away, or drown in noise', () => {
    expect(judgeEcho([0.0002], frames(0.001))).toBe('good');
    expect(judgeEcho([0.05, 0.06], frames(0.2))).toBe('good');
  });
  it('is not judged before anything was played', () => {
    expect(judgeEcho([0.01], [])).toBe('waiting');
  });
});

it('judges a microphone by its loudest moment', () => {
  expect([0, 0.0005, 0.008, 0.1].map(judgeMicrophone)).toEqual(['waiting', 'waiting', 'weak', 'good']);
});

it('judges a network by its quickest answer', () => {
  expect([30, 400, undefined].map(judgeNetwork)).toEqual(['good', 'weak', 'bad']);
});
