import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export interface Formats {
  number: (value: number, digits?: number) => string;
  signed: (value: number) => string;
  percent: (share: number) => string;
  day: (at: string) => string;
  moment: (at: string) => string;
  ago: (at: string, now: number) => string;
  clock: (seconds: number) => string;
  list: (words: string[]) => string;
  /** Of a BCP 47 code; the code itself where nobody has a word for it. */
  language: (code: string) => string;
  /** US dollars; small sums keep two digits that say something. */
  money: (usd: number) => string;
  bytes: (count: number) => string;
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

const SIZES: [number, string][] = [
  [1, 'byte'],
  [1000, 'kilobyte'],
  [1_000_000, 'megabyte'],
  [1_000_000_000, 'gigabyte'],
];

export function formatsFor(language: string, today: string): Formats {
  // The invented languages borrow the digits and dates of real ones.
  const locale = language === 'ar-XB' ? 'en' : language;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const dayOfYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const moment = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const list = new Intl.ListFormat(locale);
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const dollars = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const;
  const money = new Intl.NumberFormat(locale, dollars);
  const smallMoney = new Intl.NumberFormat(locale, { ...dollars, maximumSignificantDigits: 2 });
  return {
    number: (value, digits) =>
      digits === undefined ? number.format(value) : value.toLocaleString(locale, { maximumFractionDigits: digits }),
    signed: (value) => signed.format(value).replace('-', '−'),
    percent: (share) => percent.format(share),
    language: (code) => languages.of(code) ?? code,
    // The year only where it is not this one.
    day: (at) => (at.slice(0, 4) === today.slice(0, 4) ? day : dayOfYear).format(new Date(at)),
    moment: (at) => moment.format(new Date(at)),
    ago: (at, now) => {
      const seconds = (Date.parse(at) - now) / 1000;
      const [unit, size] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? ['minute', 60];
      return relative.format(Math.round(seconds / size), unit);
    },
    clock: (seconds) => {
      const whole = Math.max(0, Math.floor(seconds));
      return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
    },
    list: (words) => list.format(words),
    money: (usd) => (usd !== 0 && Math.abs(usd) < 0.1 ? smallMoney : money).format(usd),
    bytes: (count) => {
      const step = SIZES.findLastIndex(([size]) => count >= size);
      const [size, unit] = SIZES[Math.max(0, step)] ?? [1, 'byte'];
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: step > 0 ? 'short' : 'long',
        maximumFractionDigits: step > 0 ? 1 : 0,
      }).format(count / size);
    },
  };
}

export function useFormats(): Formats {
  const { i18n } = useTranslation();
  return useMemo(() => formatsFor(i18n.language, new Date().toISOString()), [i18n.language]);
}
