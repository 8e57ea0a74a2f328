import { expect, it } from 'vitest';
import { commandOf } from './keys';

const press = (key: string, held: Partial<Record<'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey', boolean>> = {}) =>
  commandOf({ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...held });

it('moves by five seconds, with Shift by one', () => {
  expect(press('ArrowRight')).toEqual({ kind: 'by', ms: 5_000 });
  expect(press('ArrowLeft')).toEqual({ kind: 'by', ms: -5_000 });
  expect(press('ArrowUp', { shiftKey: true })).toEqual({ kind: 'by', ms: 1_000 });
  expect(press('ArrowDown', { shiftKey: true })).toEqual({ kind: 'by', ms: -1_000 });
});

it('goes to the ends, by turns, plays and pauses', () => {
  expect([press('Home'), press('End'), press('['), press(']'), press(' ')]).toEqual([
    { kind: 'to', where: 'start' },
    { kind: 'to', where: 'end' },
    { kind: 'turn', step: -1 },
    { kind: 'turn', step: 1 },
    { kind: 'toggle' },
  ]);
});

it('leaves every other key and every combination of the browser alone', () => {
  expect([
    press('Tab'),
    press('a'),
    press('ArrowLeft', { altKey: true }),
    press('Home', { ctrlKey: true }),
    press('ArrowRight', { metaKey: true }),
  ]).toEqual([undefined, undefined, undefined, undefined, undefined]);
});
