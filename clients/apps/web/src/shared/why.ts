/** Codes of the server with words of their own under `voice.why`. */
const KNOWN = [
  'budget-spent',
  'closed',
  'cut-off',
  'garbled',
  'kanji-not-spoken',
  'key-refused',
  'language-not-intelligible',
  'language-not-spoken',
  'language-not-understood',
  'no-credit',
  'no-ear',
  'noise',
  'not-allowed-out',
  'not-found',
  'not-heard',
  'not-heard-late',
  'not-heard-not-set-up',
  'not-heard-over-cap',
  'not-heard-refused',
  'not-heard-unreachable',
  'not-installed',
  'request-refused',
  'text-too-long',
  'timed-out',
  'too-busy',
  'too-large',
  'turn-not-text',
  'turn-too-long',
  'unreachable',
  'vendor-trouble',
  'voice-not-installed',
  'voice-switched-off',
] as const;

export type Why = (typeof KNOWN)[number] | 'unknown';

/** The key of a code's words; those of a newer server are `unknown`. */
export const whyWord = (code: string | undefined): Why => KNOWN.find((known) => known === code) ?? 'unknown';

/** About what was said, and not about the line it was said on. */
export const ofTheWords = (code: string): boolean => code.startsWith('not-heard') || code.startsWith('turn-');
