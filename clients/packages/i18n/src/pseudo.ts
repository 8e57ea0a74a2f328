/**
 * Two invented languages that show layout faults before any translator does: `en-XA` is longer and accented,
 * `ar-XB` runs from right to left. Placeholders, tags and nesting stay as they are.
 */
export const PSEUDO_LANGUAGES = ['en-XA', 'ar-XB'] as const;
export type PseudoLanguage = (typeof PSEUDO_LANGUAGES)[number];

export type Messages = { [key: string]: string | Messages };

const KEEP = /(\{\{[^}]*\}\}|<[^>]*>|\$t\([^)]*\))/;
const PLAIN = 'aceilnorsuyzACEILNORSUYZ';
const ACCENTED = 'áçéíłñöřšüýžÁÇÉÍŁÑÖŘŠÜÝŽ';
const FILLER = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const OVERRIDE = '\u202e';
const POP = '\u202c';

const accent = (text: string) => [...text].map((letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter).join('');

/** Short words grow most when translated: double under 20 characters, 40 % above. */
function padding(length: number): string {
  const want = length < 20 ? length : Math.ceil(length * 0.4);
  let text = '';
  for (let i = 0; text.length < want; i++) text += ` ${FILLER[i % FILLER.length]}`;
  return text;
}

const hasLetters = (message: string) => /[a-z]/i.test(message.replaceAll(new RegExp(KEEP, 'g'), ''));

function lengthen(message: string): string {
  const parts = message.split(KEEP);
  return `${parts.map((part, at) => (at % 2 === 0 ? accent(part) : part)).join('')}${hasLetters(message) ? padding(message.length) : ''}`;
}

function mirror(message: string): string {
  return message
    .split(KEEP)
    .map((part, at) => (at % 2 === 0 ? part.replace(/\S+/g, (word) => `${OVERRIDE}${word}${POP}`) : part))
    .join('');
}

export function pseudo(messages: Messages, language: PseudoLanguage): Messages {
  const change = language === 'en-XA' ? lengthen : mirror;
  const result: Messages = {};
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value !== 'string') {
      result[key] = pseudo(value, language);
      continue;
    }
    result[key] = change(value);
    if (language === 'ar-XB' && key.endsWith('_other')) {
      // Arabic has six plural forms where English has two.
      for (const form of ['zero', 'two', 'few', 'many']) result[key.replace(/other$/, form)] = change(value);
    }
  }
  return result;
}
