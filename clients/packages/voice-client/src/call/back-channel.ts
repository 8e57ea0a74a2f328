import words from './back-channels.json';

const LISTS: Record<string, string[]> = words;

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');

/**
 * Whether these words only say "I am listening". Nothing said is no evidence of more. A language without a list has no
 * such words that we know of: there the length of the speech decides alone, so any text counts as one.
 */
export function isBackChannel(text: string, language: string): boolean {
  const list = LISTS[language.split('-')[0] ?? ''];
  if (!list) return true;
  const said = plain(text);
  const phrases = list.map(plain).sort((a, b) => b.length - a.length);
  let at = 0;
  while (at < said.length) {
    const phrase = phrases.find((one) => one.every((word, i) => said[at + i] === word));
    if (!phrase) return false;
    at += phrase.length;
  }
  return true;
}
