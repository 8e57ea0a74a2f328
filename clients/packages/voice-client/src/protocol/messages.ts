/** What page and server say to each other beside the sound; `api/voice-protocol.schema.json` is the server's telling of it. */
export const PROTOCOL = 1;

export type EarKind = 'server' | 'browser' | 'none';
export type ActivityBy = 'browser' | 'server';
export type Speaker = 'rep' | 'buyer';

/** A turn as the record of the session has it; further properties travel through untouched. */
export interface VoiceTurn {
  i: number;
  speaker: Speaker;
  text: string;
  phase: string;
  at: string;
}

export interface Rates {
  up: number;
  down: number;
}

export interface Ticket {
  url: string;
  subprotocol: string;
  rates: Rates;
}

export type ClientMessage =
  | { type: 'hello'; last_heard_turn: number | null; activity: ActivityBy; ear: EarKind; headphones: boolean }
  | { type: 'speech'; state: 'started' | 'stopped'; at_ms: number }
  | { type: 'talk'; state: 'pressed' | 'released'; at_ms: number }
  | { type: 'heard_text'; text: string; last: boolean }
  | { type: 'typed'; key: string; text: string }
  | { type: 'mic'; state: 'open' | 'closed'; at_ms: number }
  | { type: 'playing'; turn: number; from_ms: number; at_ms: number }
  | { type: 'interrupted'; turn: number; played_ms: number; at_ms: number }
  | { type: 'played'; turn: number; at_ms: number }
  | { type: 'gauge'; on: boolean }
  | { type: 'ping'; sent_ms: number }
  | { type: 'bye' };

export interface Ready {
  type: 'ready';
  session: string;
  mode: 'pipeline' | 'relay';
  clock_ms: number;
  rates: Rates;
  next_turn: number;
  ear: { kind: EarKind; id?: string; why?: string };
  mouth: { id?: string; quality?: 'preview' | 'full'; why?: string };
  activity: ActivityBy;
  recording: boolean;
  patience_ms: number;
  steering?: 'each_turn' | 'one_turn_late';
}

export interface Latency {
  type: 'latency';
  turn: number;
  /** The turn-taking policy's own waiting; all others count from the end of speech too. */
  waited_ms: number;
  text_ms: number;
  first_word_ms: number;
  first_audio_ms: number;
  playing_ms?: number;
}

/** How the person speaks, over the last half minute; what is absent is not measured, or not yet. */
export interface Gauge {
  type: 'gauge';
  over_s: number;
  words_per_minute?: number;
  words_per_minute_estimated?: boolean;
  talk_ratio?: number;
  /** Since it was asked for. */
  fillers?: number;
  /** A code, where they are not counted. */
  why_no_fillers?: string;
}

export type StepDown = 'next_provider' | 'push_to_talk' | 'text';

export type ServerMessage =
  | Ready
  | Latency
  | Gauge
  | { type: 'partial'; text: string }
  | {
      type: 'turn';
      turn: VoiceTurn;
      stage: string;
      phase: string;
      outcome?: string;
      ending?: { turn: number; sentence: string };
      interrupts?: boolean;
    }
  | { type: 'clause'; turn: number; n: number; text: string; from_ms: number }
  | { type: 'visemes'; turn: number; n: number; list: [number, string][] }
  | { type: 'said'; turn: number; audio_ms: number }
  | { type: 'duck' | 'restore' | 'stop'; turn: number }
  | { type: 'cut'; turn: number; text: string; heard_ms: number }
  | { type: 'stepped_down'; to: StepDown; why: string }
  | { type: 'stage'; stage: string; outcome?: string; ending?: { turn: number; sentence: string } }
  /** Whether it is recorded from now on; told when that is no longer what `ready` told. */
  | { type: 'recording'; on: boolean }
  | { type: 'pong'; sent_ms: number; clock_ms: number }
  /** `key` of typed words that were not taken. */
  | { type: 'trouble'; code: string; detail: string; key?: string };

/** Why the server closed, as far as it matters what to do next. */
export const CLOSED = {
  goingAway: 1001,
  noHandshake: 1006,
  tooBig: 1009,
  fault: 1011,
  notUnderstood: 4400,
  signInEnded: 4401,
  silentTooLong: 4408,
  takenOver: 4409,
  over: 4410,
  paused: 4411,
  tooFast: 4429,
} as const;
