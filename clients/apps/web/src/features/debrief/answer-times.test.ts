import type { AnswerTime } from '@sellmeapen/api-client';
import { expect, it } from 'vitest';
import { median, rowOf, slowest } from './answer-times';

it('sets the waiting of the rule apart from what the machine needed', () => {
  const stages: AnswerTime['stages'] = [
    { stage: 'text', ms: 420 },
    { stage: 'first_word', ms: 610 },
    { stage: 'first_audio', ms: 680 },
  ];
  expect(rowOf({ turn: 4, waited_ms: 600, stages })).toEqual({
    turn: 4,
    waited: 600,
    stages: { text: 420, first_word: 610, first_audio: 680, playing: undefined },
    own: 80,
  });
  expect(rowOf({ turn: 4, waited_ms: 600, stages: [...stages, { stage: 'playing', ms: 790 }] }).own).toBe(190);
  expect(rowOf({ turn: 4, waited_ms: 600, stages: stages.slice(0, 2) }).own).toBeUndefined();
});

it('finds the median and the slowest of what was measured', () => {
  expect([median([900, undefined, 500, 700]), median([900, 501]), median([undefined]), median([])]).toEqual([
    700,
    701,
    undefined,
    undefined,
  ]);
  expect([slowest([3, 9, undefined]), slowest([undefined])]).toEqual([9, undefined]);
});
