import type { SpeechReport, SpeechTimeline } from '@sellmeapen/api-client';
import { expect, it } from 'vitest';
import {
  adviceRefused,
  events,
  ownFillersCounted,
  ownPauses,
  pacePath,
  paceAxis,
  scaleOf,
  timeTicks,
  whyOwnFillersUncounted,
  whyOwnPaceEstimated,
} from './timeline';

const timeline: SpeechTimeline = {
  seconds: 20,
  sides: [
    { speaker: 'rep', turns: [{ start_s: 1, end_s: 9 }], speech: [{ start_s: 1, end_s: 9 }] },
    { speaker: 'buyer', turns: [{ start_s: 8.5, end_s: 12 }], speech: [] },
  ],
  overlaps: [{ start_s: 8.5, end_s: 9 }],
  pace: [],
  fillers: [
    { word: 'um', start_s: 2, end_s: 2.3 },
    { word: 'er', turn: 4 },
  ],
};
const report = {
  channels: [
    { channel: 1, speaker: 'buyer', speech_seconds: 3, pauses: { list: [{ start_s: 10, end_s: 11 }] } },
    { channel: 0, speaker: 'rep', speech_seconds: 8, pauses: { list: [{ start_s: 4, end_s: 6.5 }] } },
  ],
} as unknown as SpeechReport;

it('tells everything in the order in which it was heard, and nothing without a time', () => {
  expect(events(timeline, report).map(({ kind, by, start }) => [kind, by, start])).toEqual([
    ['turn', 'rep', 1],
    ['filler', 'rep', 2],
    ['pause', 'rep', 4],
    ['turn', 'buyer', 8.5],
    ['overlap', undefined, 8.5],
  ]);
});

it('takes the pauses of the seller, whichever channel comes first', () => {
  expect(ownPauses(report)).toEqual([{ start_s: 4, end_s: 6.5 }]);
  const alone = { channels: [{ channel: 0, speech_seconds: 1, pauses: { list: [{ start_s: 1, end_s: 2 }] } }] };
  expect(ownPauses(alone as unknown as SpeechReport)).toHaveLength(1);
  expect(ownPauses({ channels: [] } as unknown as SpeechReport)).toEqual([]);
});

it('has a scale of round numbers with room for every pace', () => {
  expect(paceAxis([])).toEqual({ low: 100, high: 200, ticks: [100, 150, 200] });
  expect(paceAxis([62, 231])).toEqual({ low: 50, high: 250, ticks: [50, 100, 150, 200, 250] });
});

it('writes the time seldom enough', () => {
  expect(timeTicks(20, 5)).toEqual([0, 5, 10, 15, 20]);
  expect(timeTicks(610, 6)).toEqual([0, 120, 240, 360, 480, 600]);
  expect(timeTicks(0, 5)).toEqual([0]);
});

it('breaks the curve where the pace is not known', () => {
  const at = (s: number) => ({ at_s: s, words_per_minute: s });
  const same = (value: number) => value;
  expect(pacePath([at(15), at(20), at(40)], same, same)).toBe('M15.0 15.0L20.0 20.0M40.0 40.0');
});

it('leaves room at both ends of a scale, and does not go below nothing', () => {
  const { low, high } = scaleOf([100, 200]);
  expect(low).toBeCloseTo(88);
  expect(high).toBeCloseTo(212);
  expect(scaleOf([0, 2]).low).toBe(0);
  expect(scaleOf([0.05, 2]).low).toBe(0);
  expect(scaleOf([0, 0])).toEqual({ low: 0, high: 0.12 });
});

it('tells nothing wrong from nothing looked for', () => {
  const reason = '15.7 s of speech; a score needs 20 s';
  expect(adviceRefused({ not_available: [{ name: 'recommendations', reason }] })).toBe(reason);
  expect(
    adviceRefused({ not_available: [{ name: 'filler_words', reason: 'no transcript was given' }] }),
  ).toBeUndefined();
});

it('tells none of the fillers from fillers that nobody counted, by the side of the seller alone', () => {
  const counted = (rep: object, buyer: object) =>
    ({
      channels: [
        { channel: 1, speaker: 'buyer', ...buyer },
        { channel: 0, speaker: 'rep', ...rep },
      ],
    }) as unknown as SpeechReport;
  expect(ownFillersCounted(counted({ filler_word_count: 0 }, {}))).toBe(true);
  expect(ownFillersCounted(counted({}, { filler_word_count: 2 }))).toBe(false);
});

it('marks the pace of the seller as an estimate by their own words, with the reason', () => {
  const estimated = (rep: boolean, buyer: boolean) =>
    ({
      words_per_minute_estimated_because: 'the transcript does not fit the sound',
      channels: [
        { speaker: 'rep', words_per_minute_estimated: rep },
        { speaker: 'buyer', words_per_minute_estimated: buyer },
      ],
    }) as unknown as SpeechReport;
  expect(whyOwnPaceEstimated(estimated(true, false))).toBe('the transcript does not fit the sound');
  expect(whyOwnPaceEstimated(estimated(false, true))).toBeUndefined();
});

it("tells of the seller's fillers why they were not counted, not of the buyer's", () => {
  const missing = [
    { name: 'fillers_per_minute', reason: 'the transcript has no word of these 30 syllables' },
    { name: 'parts.confidence.fillers', reason: 'not-verbatim' },
    { name: 'channels[1].filler_word_count', reason: 'the transcript has no word of these 30 syllables' },
  ];
  expect(whyOwnFillersUncounted({ not_available: missing })).toBe('not-verbatim');
  expect(whyOwnFillersUncounted({ not_available: missing.slice(0, 1) })).toContain('no word');
  expect(whyOwnFillersUncounted({ not_available: [] })).toBeUndefined();
});
