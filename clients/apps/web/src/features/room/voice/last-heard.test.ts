import type { Turn } from '@sellmeapen/api-client';
import { expect, it } from 'vitest';
import { lastHeardTurn } from './last-heard';

const turns = (...speakers: Turn['speaker'][]): Turn[] =>
  speakers.map((speaker, i) => ({ i, speaker, text: '', phase: 'greeting', at: '' }));

it('still wants the first words of a conversation', () => {
  expect(lastHeardTurn({ seat: 'seller', turns: turns('buyer') })).toBeNull();
  expect(lastHeardTurn({ seat: 'seller', turns: [] })).toBeNull();
});

it('does not want again what was answered before', () => {
  expect(lastHeardTurn({ seat: 'seller', turns: turns('buyer', 'rep', 'buyer') })).toBe(2);
  expect(lastHeardTurn({ seat: 'buyer', turns: turns('rep', 'buyer', 'rep') })).toBe(2);
});

it('wants the words a retried moment starts from', () => {
  const retry_of = { session_id: 's', turn: 3 };
  expect(lastHeardTurn({ seat: 'seller', turns: turns('buyer', 'rep', 'buyer'), retry_of })).toBe(0);
  expect(lastHeardTurn({ seat: 'seller', turns: turns('buyer', 'rep', 'buyer', 'rep', 'buyer'), retry_of })).toBe(4);
});
