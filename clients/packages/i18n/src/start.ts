import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type en from '../messages/en.json';
import type more from '../messages/en.more.json';
import { PSEUDO_LANGUAGES, type Messages, type PseudoLanguage } from './pseudo';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en & typeof more };
  }
}

const RIGHT_TO_LEFT = new Set(['ar', 'he', 'fa', 'ur']);

export const LANGUAGES = ['en'] as const;

export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

function isPseudo(language: string): language is PseudoLanguage {
  return (PSEUDO_LANGUAGES as readonly string[]).includes(language);
}

async function inLanguage(language: string, english: Messages): Promise<{ language: string; messages: Messages }> {
  if (!isPseudo(language)) return { language: 'en', messages: english };
  const { pseudo } = await import('./pseudo');
  return { language, messages: pseudo(english, language) };
}

let moreComing: Promise<void> | undefined;

/** The words of pages that few people open at once; asked for with such a page, fetched once. */
export function moreWords(): Promise<void> {
  moreComing ??= (async () => {
    const english = (await import('../messages/en.more.json')).default as Messages;
    const { language, messages } = await inLanguage(i18next.language, english);
    i18next.addResourceBundle(language, 'translation', messages, true, true);
  })();
  moreComing.catch(() => (moreComing = undefined)); // whoever comes next asks again
  return moreComing;
}

/** Loads one language; only that one travels over the wire. */
export async function startI18n(wanted: string): Promise<i18n> {
  const { language, messages } = await inLanguage(wanted, (await import('../messages/en.json')).default as Messages);
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: messages } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return i18next;
}
