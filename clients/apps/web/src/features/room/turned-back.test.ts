// @vitest-environment jsdom
import { NoAnswer, Refusal, type Session } from '@sellmeapen/api-client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { createElement, type ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { goesBack } from './pending-turn';
import { useConversation } from './use-conversation';

// Taken hold of when the client is made.
const { fetched } = vi.hoisted(() => {
  const fetched = vi.fn<() => Promise<Response>>();
  globalThis.fetch = fetched;
  return { fetched };
});

const answers = (status: number, code: string) =>
  fetched.mockImplementation(() =>
    Promise.resolve(
      new Response(JSON.stringify({ code, detail: 'So it is.' }), {
        status,
        headers: { 'Content-Type': 'application/problem+json' },
      }),
    ),
  );

const refusal = (status: number, code: string) => new Refusal({ code }, { status, headers: new Headers() });

function conversation() {
  const queryClient = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) =>
    createElement(QueryClientProvider, { client: queryClient }, children);
  return renderHook(() => useConversation({ id: 's1', turns: [] } as unknown as Session), { wrapper }).result;
}

describe('a typed turn that was refused', () => {
  beforeEach(() => localStorage.clear());

  it.each([
    [400, 'turn-too-long'],
    [409, 'session-not-started'],
    [429, 'too-many-requests'],
    [503, 'not-heard-over-cap'],
  ])('goes back to where it was typed, with the reason (%i %s)', async (status, code) => {
    answers(status, code);
    const result = conversation();
    act(() => result.current.say('Good morning.'));
    await waitFor(() => expect(result.current.returned).toEqual({ text: 'Good morning.' }));
    expect(result.current.pending).toBeUndefined();
    expect(result.current.error).toMatchObject({ code });
    expect(localStorage.length).toBe(0);
    act(() => result.current.say('Good.'));
    expect(result.current.returned).toBeUndefined();
  });

  it('is kept as not saved where nobody knows whether it was heard', async () => {
    fetched.mockRejectedValue(new Error('no network in tests'));
    const result = conversation();
    act(() => result.current.say('Good morning.'));
    await waitFor(() => expect(result.current.pending).toMatchObject({ text: 'Good morning.', state: 'failed' }));
    expect(result.current.returned).toBeUndefined();
  });

  it('is known by what the server is sure of', () => {
    expect(goesBack(refusal(400, 'turn-not-text'))).toBe(true);
    expect(goesBack(refusal(401, 'signed-out'))).toBe(false);
    expect(goesBack(refusal(409, 'session-open-elsewhere'))).toBe(false);
    expect(goesBack(refusal(500, 'bug'))).toBe(false);
    expect(goesBack(new NoAnswer('x'))).toBe(false);
  });
});
