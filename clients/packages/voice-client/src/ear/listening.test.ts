import { expect, it } from 'vitest';
import type { SpeechDetector, SpeechListener } from '../activity';
import type { ActivityNews } from './activity-line';
import { Listening } from './listening';

/** Calls everything above a half speech, at once, and over after one quiet frame. */
function scripted(rate: number, listener: SpeechListener): SpeechDetector {
  let clock = 0;
  let since: number | undefined;
  let last = 0;
  return {
    accept(samples) {
      const loud = (samples[0] ?? 0) > 0.5;
      const began = clock;
      clock += (samples.length * 1000) / rate;
      if (loud) {
        last = clock;
        if (since === undefined) {
          since = began;
          listener.started(began, clock);
        }
      } else if (since !== undefined) {
        since = undefined;
        listener.stopped(last, clock);
      }
    },
    reset(ms) {
      clock = ms;
      since = undefined;
    },
    clockMs: () => clock,
    speaking: () => since !== undefined,
    spokenMs: () => (since === undefined ? 0 : last - since),
    silentMs: () => clock - last,
  };
}

function heard(frames: [number, boolean][]): ActivityNews[] {
  const told: ActivityNews[] = [];
  const listening = new Listening(scripted, (news) => told.push(news));
  for (const [atMs, loud] of frames)
    listening.accept({ samples: new Float32Array(320).fill(loud ? 1 : 0), rate: 16_000, atMs });
  return told;
}

it('tells on the call clock how far speech has come and where it ended', () => {
  expect(
    heard([
      [5000, false],
      [5020, true],
      [5040, true],
      [5060, false],
    ]),
  ).toEqual([
    { type: 'speech', sinceMs: 5020, untilMs: 5040 },
    { type: 'speech', sinceMs: 5020, untilMs: 5060 },
    { type: 'over', endedMs: 5060 },
  ]);
});

it('ends speech where the frames end, and begins anew where they go on', () => {
  expect(
    heard([
      [0, true],
      [20, true],
      [9000, true],
    ]),
  ).toEqual([
    { type: 'speech', sinceMs: 0, untilMs: 20 },
    { type: 'speech', sinceMs: 0, untilMs: 40 },
    { type: 'over', endedMs: 40 },
    { type: 'speech', sinceMs: 9000, untilMs: 9020 },
  ]);
});
