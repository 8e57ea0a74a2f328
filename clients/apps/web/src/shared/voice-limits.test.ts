import { expect, it } from 'vitest';
import { voiceLimits } from './voice-limits';

it('tells beforehand what the voice cannot speak of a language', () => {
  expect(voiceLimits({ mouth: { id: 'espeak', limit: 'kanji-not-spoken' } })).toEqual({
    is: 'limited',
    why: 'kanji-not-spoken',
  });
  expect(voiceLimits({ mouth: { why: 'language-not-intelligible' } })).toEqual({
    is: 'silent',
    why: 'language-not-intelligible',
  });
});

it('tells nothing of a voice that speaks, or that nobody installed', () => {
  expect(voiceLimits({ mouth: { id: 'espeak' } })).toBeUndefined();
  expect(voiceLimits({ mouth: { why: 'voice-not-installed' } })).toBeUndefined();
});
