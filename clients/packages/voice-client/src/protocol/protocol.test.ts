import { describe, expect, it } from 'vitest';
import { Numbered } from './numbered';
import { read } from './read';

const frame = (fields: object) => JSON.stringify({ v: 1, seq: 1, ...fields });
const READY = {
  type: 'ready',
  session: 's',
  mode: 'pipeline',
  clock_ms: 0,
  rates: { up: 24000, down: 24000 },
  next_turn: 1,
  ear: { kind: 'none', why: 'no-recogniser', id: null },
  mouth: { id: 'espeak-ng', quality: 'preview' },
  activity: 'browser',
  recording: true,
  patience_ms: 1500,
};

describe('reading what the server says', () => {
  it('takes a message it knows', () => {
    expect(read(frame({ type: 'partial', text: 'so' }))).toEqual({
      kind: 'message',
      seq: 1,
      message: { type: 'partial', text: 'so' },
    });
    expect(read(frame(READY)).kind).toBe('message');
  });

  it('takes null for absent, and properties it does not know', () => {
    const reading = read(frame({ type: 'stage', stage: 'paused', outcome: null, more: 1 }));
    expect(reading).toMatchObject({ kind: 'message', message: { type: 'stage', stage: 'paused' } });
    expect(reading.kind === 'message' && 'outcome' in reading.message).toBe(false);
  });

  it.each([
    ['{"v":1,'],
    ['null'],
    ['[]'],
    ['"hello"'],
    [frame({ type: 'partial' })],
    [frame({ type: 'clause', turn: '1', n: 0, text: '', from_ms: 0 })],
    [frame({ ...READY, rates: { up: 'fast' } })],
    [frame({ type: 'turn', turn: { i: 0, speaker: 'judge', text: '', phase: '', at: '' }, stage: 'live' })],
    [JSON.stringify({ v: 1, type: 'partial', text: 'no number' })],
  ])('calls %s garbage', (text) => {
    expect(read(text)).toEqual({ kind: 'garbage' });
  });

  it('lets a later server say what this page does not know', () => {
    expect(read(frame({ type: 'weather', sunny: true }))).toMatchObject({ kind: 'unknown', type: 'weather' });
    expect(read(JSON.stringify({ v: 2, seq: 1, type: 'partial', text: '' }))).toMatchObject({ kind: 'unknown' });
    expect(read(frame({ type: 'constructor' }))).toMatchObject({ kind: 'unknown' });
  });
});

describe('numbers', () => {
  it('count what goes out from one', () => {
    const numbered = new Numbered();
    expect(JSON.parse(numbered.write({ type: 'bye' }))).toEqual({ v: 1, seq: 1, type: 'bye' });
    expect(JSON.parse(numbered.write({ type: 'bye' }))).toMatchObject({ seq: 2 });
  });

  it('let nothing be read twice, and garbage be counted', () => {
    const numbered = new Numbered();
    const said = frame({ type: 'partial', text: 'so' });
    expect(numbered.read(said)).toEqual({ type: 'partial', text: 'so' });
    expect(numbered.read(said)).toBeUndefined();
    expect(numbered.read('{')).toBeUndefined();
    expect(numbered.garbage).toBe(1);
  });
});
