// @vitest-environment jsdom
import { startI18n } from '@sellmeapen/i18n';
import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import { createElement } from 'react';
import { beforeAll, expect, it, vi } from 'vitest';
import { Typing } from './typing';

beforeAll(async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
  await startI18n('en');
});

it('puts what was refused back before what was typed since, once', () => {
  const field = (returned: { text: string } | undefined) =>
    createElement(
      MantineProvider,
      null,
      createElement(Typing, { seat: 'seller', waiting: false, returned, say: vi.fn() }),
    );
  const { rerender } = render(field(undefined));
  const line = () => screen.getByRole('textbox') as HTMLTextAreaElement;
  fireEvent.change(line(), { target: { value: 'and more' } });
  const refused = { text: 'Far too long,' };
  rerender(field(refused));
  expect(line().value).toBe('Far too long, and more');
  rerender(field(refused));
  expect(line().value).toBe('Far too long, and more');
});
