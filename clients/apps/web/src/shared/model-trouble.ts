/** Codes of the server with words of their own under `model_trouble`. */
const KNOWN = [
  'blocked',
  'budget-spent',
  'conflict',
  'cut-off',
  'empty',
  'forbidden',
  'garbled',
  'key-refused',
  'no-credit',
  'not-allowed-out',
  'not-found',
  'not-listed',
  'not-set-up',
  'nothing-stood',
  'overloaded',
  'ran-out',
  'refused',
  'request-refused',
  'timed-out',
  'too-busy',
  'too-far-apart',
  'too-large',
  'unreachable',
  'vendor-trouble',
] as const;

export type ModelTrouble = (typeof KNOWN)[number] | 'unknown';

/** The key of a code's words; those of a newer server are `unknown`. */
export const modelTrouble = (code: string | undefined): ModelTrouble =>
  KNOWN.find((known) => known === code) ?? 'unknown';
