import type { FigureName } from '../../shared/speech';

/** How sure anybody can be of a norm, weakest last. */
export type Strength = 'primary' | 'secondary' | 'vendor' | 'ours';

export interface Norm {
  /** Inclusive bounds; one that is absent does not bind. */
  from?: number;
  to?: number;
  strength: Strength;
  /** A name to look up, the same in every language. */
  source?: string;
}

/** What counts as well, with whom it is from. A test holds the bounds beside those by which the scores are reckoned. */
export const NORMS: Partial<Record<FigureName, Norm | 'of_language'>> = {
  words_per_minute: 'of_language',
  fillers_per_minute: { to: 5, strength: 'secondary', source: 'Laske 2024' },
  hedges_per_100_words: { to: 1, strength: 'ours' },
  mean_pause_s: { from: 0.4, to: 1, strength: 'primary', source: 'Frontiers in Psychology 2022' },
  long_pauses_per_minute: { to: 0.5, strength: 'ours' },
  longest_monologue_s: { to: 75, strength: 'vendor', source: 'Gong' },
  talk_ratio: { to: 0.65, strength: 'vendor', source: 'Gong' },
  interruptions: { to: 0, strength: 'vendor', source: 'Revenue.io' },
  level_wanders_db: { to: 3, strength: 'ours' },
};
