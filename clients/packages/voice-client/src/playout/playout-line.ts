import type { ClockAnchor } from '../sound/call-clock';
import type { PlayoutNews } from './playout-queue';

export const PLAYOUT_NODE = 'sellmeapen-playout';

export type PlayoutOrder =
  | { type: 'anchor'; anchor: ClockAnchor }
  /** How long from the end of the worklet to the loudspeaker. */
  | { type: 'latency'; ms: number }
  | { type: 'audio'; turn: number; clause: number; pcm: Int16Array }
  | { type: 'said'; turn: number }
  | { type: 'stop'; turn: number }
  | { type: 'duck' | 'restore' | 'hold' | 'release' | 'reset' };

type AtMs<T> = T extends { frame: number } ? Omit<T, 'frame'> & { atMs: number } : never;

/** The queue's news with the moment on the call clock at which it is heard. */
export type HeardNews = AtMs<PlayoutNews>;
