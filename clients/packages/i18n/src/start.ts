import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type en from '../messages/en.json';
import { PSEUDO_LANGUAGES, type Messages, type PseudoLanguage } from './pseudo';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
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

async function messagesFor(language: string): Promise<{ language: string; messages: Messages }> {
  const english = (await import('../messages/en.json')).default as Messages;
  if (!isPseudo(language)) return { language: 'en', messages: english };
  const { pseudo } = await import('./pseudo');
  return { language, messages: pseudo(english, language) };
}

/** Loads one language; only that one travels over the wire. */
export async function startI18n(wanted: string): Promise<i18n> {
  const { language, messages } = await messagesFor(wanted);
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: messages } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return i18next;
}
