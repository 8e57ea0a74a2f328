import { beforeAll, describe, expect, it } from 'vitest';
import i18next from 'i18next';
import core from '../messages/en.json';
import more from '../messages/en.more.json';
import { formatsFor } from './format';
import { pseudo, type Messages } from './pseudo';
import { directionOf, startI18n } from './start';

const en = { ...core, ...more };

const placeholders = (text: string) => (text.match(/\{\{[^}]*\}\}|<[^>]*>/g) ?? []).sort();

function leaves(messages: Messages, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  );
}

describe('the English messages', () => {
  it('stand in one of the two files', () => {
    expect(Object.keys(core).filter((section) => section in more)).toEqual([]);
  });

  it('are never empty', () => {
    expect(leaves(en).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('have both plural forms wherever they have one', () => {
    const keys = new Set(leaves(en).map(([key]) => key));
    const lonely = [...keys].filter(
      (key) =>
        (key.endsWith('_one') && !keys.has(key.replace(/one$/, 'other'))) ||
        (key.endsWith('_other') && !keys.has(key.replace(/other$/, 'one'))),
    );
    expect(lonely).toEqual([]);
  });
});

describe.each(['en-XA', 'ar-XB'] as const)('the invented language %s', (language) => {
  const invented = new Map(leaves(pseudo(en, language)));

  it('keeps every placeholder and tag', () => {
    for (const [key, text] of leaves(en)) {
      expect([key, placeholders(invented.get(key) ?? '')]).toEqual([key, placeholders(text)]);
    }
  });

  it('changes every text', () => {
    expect(
      leaves(en).filter(
        ([key, text]) => invented.get(key) === text && /[a-z]/i.test(text.replace(/\{\{[^}]*\}\}/g, '')),
      ),
    ).toEqual([]);
  });
});

it('makes short words at least twice as long', () => {
  expect((pseudo({ a: 'Save' }, 'en-XA')['a'] as string).length).toBeGreaterThanOrEqual(8);
});

describe('after a start', () => {
  beforeAll(() => startI18n('en'));

  it('speaks English with plurals', () => {
    expect(i18next.t('common.minutes', { count: 1 })).toBe('1 minute');
    expect(i18next.t('common.minutes', { count: 4 })).toBe('4 minutes');
  });

  it('knows which way a language runs', () => {
    expect([directionOf('ar-XB'), directionOf('he'), directionOf('en-XA')]).toEqual(['rtl', 'rtl', 'ltr']);
  });

  it('formats durations, shares and signed amounts', () => {
    const formats = formatsFor('en', '2026-02-03');
    expect([formats.clock(64.9), formats.percent(0.614), formats.signed(-12)]).toEqual(['1:04', '61%', '−12']);
    expect(formats.ago('2026-01-01T10:00:00Z', Date.parse('2026-01-03T10:00:00Z'))).toBe('2 days ago');
    expect([formats.day('2026-01-01T10:00:00Z'), formats.day('2025-03-05T10:00:00Z')]).toEqual([
      'Jan 1',
      'Mar 5, 2025',
    ]);
  });
});

it('shows small sums and sizes with digits that say something', () => {
  const { money, bytes } = formatsFor('en', '2026-03-02');
  expect([0, 0.000041, 3.8, 1200].map(money)).toEqual(['$0.00', '$0.000041', '$3.80', '$1,200.00']);
  expect([0, 196, 3855, 2_500_000].map(bytes)).toEqual(['0 bytes', '196 bytes', '3.9 kB', '2.5 MB']);
});
