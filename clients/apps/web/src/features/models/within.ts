import type { FunctionName } from '../../shared/hosts';

/** What an entry's latency cap is the time of. */
export const WITHIN = {
  talk: 'first_word',
  judge: 'first_word',
  hear: 'text',
  speak: 'first_sound',
  realtime: 'taken',
  embed: 'answer',
} as const satisfies Record<FunctionName, string>;
