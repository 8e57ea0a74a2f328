// @vitest-environment jsdom
import type { Person } from '@sellmeapen/api-client';
import { moreWords, startI18n } from '@sellmeapen/i18n';
import { InkProvider, NoticeBoard } from '@sellmeapen/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';

const asked: string[] = [];
let answer = () => new Response(null, { status: 204 });

const gone = {
  id: 'p-7',
  name: 'Ana Gone',
  email: 'ana@example.org',
  role: 'trainee',
  active: false,
  teams: [],
} as unknown as Person;

async function row(person: Person, self = false) {
  const { PersonRow } = await import('./person-row');
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  queries.setQueryData(['me'], { role: 'owner', person: { id: 'p-1' }, permissions: [] });
  const again = vi.spyOn(queries, 'invalidateQueries');
  const nothing = () => undefined;
  render(
    <QueryClientProvider client={queries}>
      <InkProvider>
        <NoticeBoard>
          <PersonRow person={person} self={self} chosen={false} onChoose={nothing} onActive={nothing} />
        </NoticeBoard>
      </InkProvider>
    </QueryClientProvider>,
  );
  return again;
}

const press = (name: string, inside: HTMLElement = document.body) =>
  fireEvent.click(within(inside).getByRole('button', { name }));

beforeAll(async () => {
  vi.stubGlobal('fetch', (request: Request) => {
    asked.push(`${request.method} ${new URL(request.url).pathname}`);
    return Promise.resolve(answer());
  });
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
  // The browser's own modal, which this one lacks.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
  await startI18n('en');
  await moreWords();
});

beforeEach(() => {
  asked.length = 0;
  answer = () => new Response(null, { status: 204 });
});

afterEach(cleanup);

it('erases nobody before it was asked twice, and then says so', async () => {
  const again = await row(gone);
  press('Erase for good');
  const dialog = screen.getByRole('dialog', { name: 'Erase Ana Gone?' });
  expect(dialog.textContent).toContain('Nobody can bring it back');
  expect(asked).toEqual([]);
  press('Erase for good', dialog);
  await waitFor(() => expect(asked).toEqual(['POST /api/v1/people/p-7/erasure']));
  await screen.findByText('Ana Gone was erased.');
  expect(again).toHaveBeenCalledWith({ queryKey: ['people'] });
});

it('lets whoever thinks better of it go', async () => {
  await row(gone);
  press('Erase for good');
  press('Cancel', screen.getByRole('dialog'));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(asked).toEqual([]);
});

it('says where it was asked that nobody was erased', async () => {
  answer = () =>
    new Response(JSON.stringify({ code: 'last-owner', title: 'x', detail: 'The last owner stays.', status: 409 }), {
      status: 409,
      headers: { 'Content-Type': 'application/problem+json' },
    });
  await row(gone);
  press('Erase for good');
  const dialog = screen.getByRole('dialog');
  press('Erase for good', dialog);
  // Behind an open dialog nobody would read it.
  await waitFor(() => expect(within(dialog).getByRole('alert').textContent).toBeTruthy());
  expect(screen.queryByText('Ana Gone was erased.')).toBeNull();
});

it('offers it neither for somebody active nor for oneself', async () => {
  await row({ ...gone, active: true });
  expect(screen.queryByRole('button', { name: 'Erase for good' })).toBeNull();
  cleanup();
  await row(gone, true);
  expect(screen.queryByRole('button', { name: 'Erase for good' })).toBeNull();
});
