import type { HeardNews } from '../playout/playout-line';
import type { ClientMessage, ServerMessage, VoiceTurn } from '../protocol/messages';
import { Captions } from './captions';
import type { CallPorts, StageNews } from './ports';

type TurnMessage = Extract<ServerMessage, { type: 'turn' }>;
type ClauseMessage = Extract<ServerMessage, { type: 'clause' }>;

/** One turn of the counterpart between being made and being heard. */
interface Reply {
  record: VoiceTurn | undefined;
  news: StageNews;
  sound: boolean;
  said: boolean;
  over: 'played' | 'stopped' | undefined;
}

const CUT_WITHIN_MS = 3_000;

/** The counterpart as it is heard: captions with the sound, the record only once it was heard or cut. */
export class CounterpartVoice {
  readonly captions = new Captions();
  readonly #ports: Pick<CallPorts, 'audio' | 'listener' | 'after'>;
  readonly #send: (message: ClientMessage) => void;
  readonly #replies = new Map<number, Reply>();
  #clause: { turn: number; n: number } | undefined;
  #sounding: number | undefined;
  #whenStopped: (() => void)[] = [];
  #lastHeard: number | null;
  /** Stage news that must not overtake the last words. */
  #held: StageNews | undefined;
  /** There is a voice at all. */
  speaks = true;

  constructor(
    ports: Pick<CallPorts, 'audio' | 'listener' | 'after'>,
    send: (message: ClientMessage) => void,
    lastHeard: number | null,
  ) {
    this.#ports = ports;
    this.#send = send;
    this.#lastHeard = lastHeard;
  }

  /** The turn that sounds now. */
  get sounding(): number | undefined {
    return this.#sounding;
  }

  /** Something is still to be heard. */
  get busy(): boolean {
    return this.#sounding !== undefined || [...this.#replies.values()].some(({ sound, over }) => sound && !over);
  }

  get heardTurn(): number | null {
    return this.#lastHeard;
  }

  turn(message: TurnMessage): void {
    const { turn, stage, phase, outcome, ending } = message;
    const news = present({ stage, phase, outcome, ending });
    if (!this.speaks) {
      this.#lastHeard = turn.i;
      this.#ports.listener.turns([turn], news);
      return;
    }
    const reply = this.#reply(turn.i);
    reply.record = turn;
    reply.news = news;
    if (reply.over === 'played' || (reply.said && !reply.sound)) this.#release(turn.i);
  }

  clause({ turn, n, text }: ClauseMessage): void {
    this.#reply(turn);
    this.#clause = { turn, n };
    this.captions.coming(turn, n, text);
  }

  sound(buffer: ArrayBuffer): void {
    if (!this.#clause || buffer.byteLength === 0 || buffer.byteLength % 2 !== 0) return;
    const { turn, n } = this.#clause;
    this.#reply(turn).sound = true;
    this.#ports.audio.play({ type: 'audio', turn, clause: n, pcm: new Int16Array(buffer) });
  }

  said(turn: number): void {
    const reply = this.#reply(turn);
    reply.said = true;
    this.#ports.audio.play({ type: 'said', turn });
    // Nothing could be synthesised: then reading is all there is.
    if (!reply.sound) {
      this.#lastHeard = turn;
      if (reply.record) this.#release(turn);
    }
  }

  /** What the record keeps of an interrupted turn. */
  cut(turn: number, text: string): void {
    const reply = this.#replies.get(turn);
    this.captions.cut(turn, text);
    if (reply?.record && text !== '') {
      reply.record = { ...reply.record, text };
      this.#release(turn);
    } else {
      this.#replies.delete(turn);
      this.#ports.listener.resync();
    }
  }

  stage(news: StageNews): void {
    // An end waits for the last words. A pause is now, and would be untrue later.
    if (this.busy && news.stage !== 'paused') this.#held = { ...this.#held, ...news };
    else this.#ports.listener.turns([], news);
  }

  heard(news: HeardNews): void {
    if (news.type === 'playing') {
      this.#sounding = news.turn;
      this.#send({ type: 'playing', turn: news.turn, from_ms: Math.round(news.fromMs), at_ms: Math.round(news.atMs) });
    } else if (news.type === 'clause') {
      this.captions.sounds(news.turn, news.clause);
    } else if (news.type === 'played') {
      this.#send({ type: 'played', turn: news.turn, at_ms: Math.round(news.atMs) });
      this.#over(news.turn, 'played');
    } else if (news.type === 'stopped') {
      this.#send({
        type: 'interrupted',
        turn: news.turn,
        played_ms: Math.round(news.playedMs),
        at_ms: Math.round(news.atMs),
      });
      this.#over(news.turn, 'stopped');
      for (const run of this.#whenStopped.splice(0)) run();
    }
  }

  /** Stops what sounds here at once; `then` runs when it is silent and the server was told. */
  stop(then?: () => void): void {
    const turn = this.#sounding ?? this.#waiting();
    if (turn === undefined) {
      then?.();
      return;
    }
    if (then) this.#whenStopped.push(then);
    this.#ports.audio.play({ type: 'stop', turn });
  }

  /**
   * A new socket asks what was heard. A turn that is here to its last sample will be heard to its end; of any other the
   * rest is thrown away, because the server speaks it again from its start.
   */
  lastHeard(): number | null {
    const unfinished = [...this.#replies].filter(([, reply]) => reply.sound && !reply.over);
    for (const [turn, reply] of unfinished) {
      if (reply.said) {
        this.#lastHeard = turn;
        continue;
      }
      this.#replies.delete(turn);
      this.#sounding = undefined;
      this.#clause = undefined;
      this.captions.forget();
      this.#ports.audio.play({ type: 'reset' });
    }
    return this.#lastHeard;
  }

  /** Nothing more will sound (text goes on alone): what is known becomes readable. */
  giveUp(): void {
    this.speaks = false;
    this.#ports.audio.play({ type: 'reset' });
    this.#sounding = undefined;
    for (const [turn, { record }] of [...this.#replies]) if (record) this.#release(turn);
    this.#replies.clear();
    this.#tellHeld();
  }

  #waiting(): number | undefined {
    return [...this.#replies].find(([, { sound, over }]) => sound && !over)?.[0];
  }

  #over(turn: number, how: 'played' | 'stopped'): void {
    this.#sounding = undefined;
    this.#lastHeard = Math.max(this.#lastHeard ?? -1, turn);
    const reply = this.#replies.get(turn);
    if (reply) {
      reply.over = how;
      if (how === 'played' && reply.record) this.#release(turn);
      if (how === 'stopped') {
        this.#ports.after(CUT_WITHIN_MS, () => {
          if (this.#replies.delete(turn)) this.#ports.listener.resync();
        });
      }
    }
    this.#tellHeld();
  }

  #release(turn: number): void {
    const reply = this.#replies.get(turn);
    this.#replies.delete(turn);
    if (reply?.record) this.#ports.listener.turns([reply.record], reply.news);
    this.#tellHeld();
  }

  #tellHeld(): void {
    if (!this.#held || this.busy) return;
    const news = this.#held;
    this.#held = undefined;
    this.#ports.listener.turns([], news);
  }

  #reply(turn: number): Reply {
    let reply = this.#replies.get(turn);
    if (!reply) {
      reply = { record: undefined, news: {}, sound: false, said: false, over: undefined };
      this.#replies.set(turn, reply);
    }
    return reply;
  }
}

export function present<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
