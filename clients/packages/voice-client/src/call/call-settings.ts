import type { EarKind } from '../protocol/messages';

export interface CallSettings {
  language: string;
  /** Whose turns are one's own. */
  mine: 'rep' | 'buyer';
  recording: boolean;
  /** How long a thinking pause may be; the server's own where absent. */
  patienceMs?: number;
  ear: EarKind;
  headphones: boolean;
  /** The person wants to see how they speak. */
  gauge: boolean;
  /** The last counterpart's turn that need not be spoken any more. */
  lastHeardTurn: number | null;
}
