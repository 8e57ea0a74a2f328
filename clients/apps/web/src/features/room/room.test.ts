// @vitest-environment jsdom
import type { Session, Turn } from '@sellmeapen/api-client';
import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dropPending, keepPending, mergeTurns, restorePending } from './pending-turn';
import { patchSession } from './session-cache';

vi.stubGlobal('fetch', () => Promise.reject(new Error('no network in tests')));

const turn = (i: number, text: string): Turn => ({ i, speaker: 'rep', text, phase: 'greeting', at: '' });

describe('words that are not saved yet', () => {
  beforeEach(() => localStorage.clear());

  it('come back as not saved, with the same key', () => {
    keepPending('s1', { text: 'Hello', key: 'k1', state: 'saving' });
    expect(restorePending('s1')).toEqual({ text: 'Hello', key: 'k1', state: 'failed' });
    expect(restorePending('s2')).toBeUndefined();
  });

  it('are forgotten once acknowledged', () => {
    keepPending('s1', { text: 'Hello', key: 'k1', state: 'saving' });
    dropPending('s1');
    expect(restorePending('s1')).toBeUndefined();
  });

  it('do not break on what somebody else put there', () => {
    localStorage.setItem('sellmeapen.unsaid.s1', '{"text":7');
    expect(restorePending('s1')).toBeUndefined();
  });
});

it('shows a turn once however often it is told, in order', () => {
  expect(mergeTurns([turn(0, 'a')], [turn(2, 'c'), turn(1, 'b'), turn(0, 'A')]).map(({ text }) => text)).toEqual([
    'A',
    'b',
    'c',
  ]);
});

it('lets the clock run on from the last telling of the server', () => {
  const queryClient = new QueryClient();
  queryClient.setQueryData(['session', 's1'], { elapsed_s: 60 } as Session, { updatedAt: 1000 });
  patchSession(queryClient, 's1', (known) => ({ ...known, hints_used: 1 }));
  expect(queryClient.getQueryState(['session', 's1'])?.dataUpdatedAt).toBe(1000);
  expect(queryClient.getQueryData(['session', 's1'])).toMatchObject({ elapsed_s: 60, hints_used: 1 });
});

it('takes nobody back into a conversation that is over, whatever comes late', () => {
  const queryClient = new QueryClient();
  queryClient.setQueryData(['session', 's1'], { stage: 'ended', outcome: 'sale', turns: [] } as unknown as Session);
  patchSession(queryClient, 's1', (known) => ({ ...known, stage: 'live', phase: 'closing', turns: [turn(0, 'late')] }));
  expect(queryClient.getQueryData(['session', 's1'])).toMatchObject({
    stage: 'ended',
    outcome: 'sale',
    turns: [{ text: 'late' }],
  });
});
