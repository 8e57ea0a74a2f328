import type { HeardNews, PlayoutOrder } from '../playout/playout-line';
import type { VoiceTurn } from '../protocol/messages';
import type { LinkPorts } from './link';

/** Whether there is a microphone to open. */
export type MicrophoneState = 'asking' | 'there' | 'blocked' | 'none';

export type SpeakerOrder = Exclude<PlayoutOrder, { type: 'anchor' | 'latency' }>;

/**
 * Speech as it is judged so far, on the call clock: it goes on, from its beginning to its last sound; or it is over, and
 * ended there.
 */
export type Speech = { is: 'going_on'; sinceMs: number; untilMs: number } | { is: 'over'; endedMs: number };

export interface AudioEvents {
  /** The microphone is open; the next frame begins here on the call clock. */
  opened(atMs: number): void;
  frame(pcm: Int16Array<ArrayBuffer>, atMs: number, rms: number): void;
  closed(atMs: number): void;
  activity(speech: Speech): void;
  /** Nobody can tell speech here (the worker failed): the server has to. */
  deaf(): void;
  /** The microphone went away or came, or its use was forbidden. */
  microphone(state: MicrophoneState): void;
  /** What leaves the loudspeaker, and when. */
  heard(news: HeardNews): void;
}

/** Microphone and loudspeaker behind one clock. */
export interface CallAudio {
  readonly microphone: MicrophoneState;
  readonly deaf: boolean;
  listen(events: AudioEvents): void;
  /** The call clock, milliseconds. */
  clockMs(): number;
  anchor(ms: number): void;
  open(rate: number): void;
  close(): void;
  play(order: SpeakerOrder): void;
}

export interface StageNews {
  stage?: string;
  phase?: string;
  outcome?: string;
  ending?: { turn: number; sentence: string };
}

/** What becomes known of the session; whoever holds it merges it. */
export interface CallListener {
  turns(turns: VoiceTurn[], news: StageNews): void;
  /** Something may have been missed: ask the server for the whole session. */
  resync(): void;
}

/** The order of a ticket. */
export interface TicketWish {
  recording: boolean;
  activity: 'browser' | 'server';
  patience_ms?: number;
}

export interface CallPorts extends Omit<LinkPorts, 'ticket'> {
  ticket(wish: TicketWish): ReturnType<LinkPorts['ticket']>;
  newKey(): string;
  audio: CallAudio;
  listener: CallListener;
}
