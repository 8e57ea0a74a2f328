import { beforeEach, describe, expect, it } from 'vitest';
import { isBackChannel } from './back-channel';
import { BARGE_IN, BargeIn } from './barge-in';

let rule: BargeIn;
beforeEach(() => {
  rule = new BargeIn({ ...BARGE_IN, language: 'en' });
});

/** Frames of 20 ms of speech from `since` up to `until`; what was decided, and when. */
function speak(since: number, until: number): [string, number][] {
  const decided: [string, number][] = [];
  for (let at = since + 20; at <= until; at += 20) {
    const decision = rule.heard({ sinceMs: since, untilMs: at });
    if (decision) decided.push([decision, at - since]);
  }
  return decided;
}

describe('speech over the counterpart', () => {
  it('ducks at 250 ms and stops at 600', () => {
    rule.sounding(0);
    expect(speak(1000, 1700)).toEqual([
      ['duck', 260],
      ['stop', 600],
    ]);
  });

  it('comes back when it ends before', () => {
    rule.sounding(0);
    expect(speak(1000, 1400)).toEqual([['duck', 260]]);
    expect(rule.heard(undefined)).toBe('restore');
    expect(rule.heard(undefined)).toBeUndefined();
  });

  it('does nothing for a cough', () => {
    rule.sounding(0);
    expect(speak(1000, 1200)).toEqual([]);
    expect(rule.heard(undefined)).toBeUndefined();
  });

  it('counts from where the counterpart began, not from where the person did', () => {
    rule.sounding(2000);
    expect(speak(1000, 2240)).toEqual([]);
    expect(rule.heard({ sinceMs: 1000, untilMs: 2260 })).toBe('duck');
  });

  it('is just speech where nothing sounds', () => {
    expect(speak(0, 2000)).toEqual([]);
    rule.sounding(0);
    rule.quiet();
    expect(speak(0, 2000)).toEqual([]);
  });

  it('decides late on a busy page, but not differently', () => {
    rule.sounding(0);
    expect(rule.heard({ sinceMs: 1000, untilMs: 1590 })).toBe('duck');
    expect(rule.heard({ sinceMs: 1000, untilMs: 2000 })).toBe('stop');
  });
});

describe('words over the counterpart', () => {
  it('stop early when they are more than listening', () => {
    rule.sounding(0);
    speak(1000, 1300);
    expect(rule.text('mm-hm')).toBeUndefined();
    expect(rule.text('mm-hm, but wait')).toBe('stop');
  });

  it('decide nothing when they were said before the counterpart began', () => {
    rule.heard({ sinceMs: 1000, untilMs: 1900 });
    rule.sounding(2000);
    expect(rule.text('what does it cost')).toBeUndefined();
  });

  it('decide nothing once nobody speaks', () => {
    rule.sounding(0);
    rule.heard(undefined);
    expect(rule.text('a text that came late')).toBeUndefined();
  });
});

describe('words that only listen', () => {
  it.each(['Mm-hm.', 'Yeah, right', 'okay okay', 'I see.', 'Oh, of course!', ''])('%s', (text) => {
    expect(isBackChannel(text, 'en-GB')).toBe(true);
  });

  it.each(['No', 'Yeah but', 'right now', 'I see a problem', 'stop'])('not %s', (text) => {
    expect(isBackChannel(text, 'en')).toBe(false);
  });

  it('are unknown in a language without a list: there only the length decides', () => {
    expect(isBackChannel('Einen Moment bitte', 'de')).toBe(true);
  });
});
