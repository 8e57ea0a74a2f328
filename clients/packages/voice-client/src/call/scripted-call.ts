// For tests: a call with nothing real around it. Time moves only when told, the server says what the test says.
import { PlayoutQueue } from '../playout/playout-queue';
import type { ClientMessage, Ready, ServerMessage, Ticket, VoiceTurn } from '../protocol/messages';
import { Call } from './call';
import type { CallSettings } from './call-settings';
import { TicketRefused, type SocketEvents, type TicketRefusal } from './link';
import type { AudioEvents, CallAudio, MicrophoneState, SpeakerOrder, StageNews, TicketWish } from './ports';

const RATE = 24_000;
const BLOCK = 128;

export class Time {
  #now = 0;
  #timers: { at: number; run: () => void }[] = [];

  now = () => this.#now;

  after = (ms: number, run: () => void) => {
    const timer = { at: this.#now + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  };

  /** To the next millisecond, with everything due by then. */
  tick(): void {
    this.#now += 1;
    for (const timer of this.#timers.filter(({ at }) => at <= this.#now)) {
      if (!this.#timers.includes(timer)) continue;
      this.#timers = this.#timers.filter((one) => one !== timer);
      timer.run();
    }
  }
}

/** One socket as the server sees it. */
export class Line {
  readonly heard: (ClientMessage & { v: number; seq: number })[] = [];
  frames = 0;
  backlog = 0;
  closedByPage = false;
  /** Answers no ping any more. */
  dead = false;
  #seq = 0;

  constructor(readonly events: SocketEvents) {}

  say(message: ServerMessage): void {
    this.events.text(JSON.stringify({ v: 1, seq: ++this.#seq, ...message }));
  }

  hear(frame: string): void {
    const message = JSON.parse(frame) as (typeof this.heard)[number];
    this.heard.push(message);
    if (message.type === 'ping' && !this.dead) this.say({ type: 'pong', sent_ms: message.sent_ms, clock_ms: 0 });
  }

  ready(over: Partial<Ready> = {}): void {
    this.events.opened();
    this.say({
      type: 'ready',
      session: 's',
      mode: 'pipeline',
      clock_ms: 0,
      rates: { up: RATE, down: RATE },
      next_turn: 0,
      ear: { kind: 'server' },
      mouth: { id: 'scripted', quality: 'full' },
      activity: 'browser',
      recording: false,
      patience_ms: 1500,
      ...over,
    });
  }

  turn(turn: Partial<VoiceTurn> & Pick<VoiceTurn, 'i' | 'speaker' | 'text'>, over: { stage?: string } = {}): void {
    this.say({
      type: 'turn',
      turn: { phase: 'greeting', at: '2026-01-01T00:00:00Z', ...turn },
      stage: 'live',
      phase: 'greeting',
      ...over,
    });
  }

  /** A clause with so much sound. */
  clause(turn: number, n: number, text: string, ms: number): void {
    this.say({ type: 'clause', turn, n, text, from_ms: 0 });
    for (let at = 0; at < ms; at += 20) this.events.sound(new Int16Array((RATE * 20) / 1000).fill(8000).buffer);
  }

  of<T extends ClientMessage['type']>(type: T): Extract<ClientMessage, { type: T }>[] {
    return this.heard.filter((message) => message.type === type) as unknown as Extract<ClientMessage, { type: T }>[];
  }
}

class ScriptedAudio implements CallAudio {
  microphone: MicrophoneState = 'there';
  deaf = false;
  speaking = false;
  readonly orders: SpeakerOrder['type'][] = [];
  /** Loudness of the last block that was rendered. */
  loud = 0;
  #events!: AudioEvents;
  #frame = 0;
  #anchor = { frame: 0, ms: 0 };
  #open: { atMs: number; sent: number } | undefined;
  #since: number | undefined;
  #queue = new PlayoutQueue(RATE, ({ frame, ...news }) =>
    this.#events.heard({ ...news, atMs: this.#at(frame) } as Parameters<AudioEvents['heard']>[0]),
  );

  listen(events: AudioEvents): void {
    this.#events = events;
  }

  clockMs = () => this.#at(this.#frame);

  anchor(ms: number): void {
    this.#anchor = { frame: this.#frame, ms };
  }

  open(): void {
    this.#open = { atMs: Math.ceil(this.clockMs()), sent: 0 };
    this.#events.opened(this.#open.atMs);
  }

  close(): void {
    if (this.#open) this.#events.closed(this.#open.atMs + this.#open.sent * 20);
    this.#open = undefined;
    this.#since = undefined;
  }

  play(order: SpeakerOrder): void {
    if (order.type !== 'audio') this.orders.push(order.type);
    if (order.type === 'audio') this.#queue.audio(order.turn, order.clause, order.pcm);
    else if (order.type === 'said' || order.type === 'stop') this.#queue[order.type](order.turn);
    else this.#queue[order.type]();
  }

  become(state: MicrophoneState): void {
    this.microphone = state;
    this.#events.microphone(state);
  }

  lose(): void {
    this.deaf = true;
    this.#events.deaf();
  }

  /** Renders and captures up to `now`. */
  run(now: number): void {
    while (((this.#frame + BLOCK) * 1000) / RATE <= now) {
      const out = new Float32Array(BLOCK);
      this.#queue.render(out, this.#frame);
      this.loud = Math.max(...out.map(Math.abs));
      this.#frame += BLOCK;
    }
    while (this.#open && this.#open.atMs + (this.#open.sent + 1) * 20 <= this.clockMs()) this.#capture(this.#open);
  }

  #capture(open: { atMs: number; sent: number }): void {
    const atMs = open.atMs + open.sent * 20;
    open.sent += 1;
    this.#events.frame(new Int16Array(480), atMs, 0);
    if (this.speaking) {
      this.#since ??= atMs;
      this.#events.activity({ is: 'going_on', sinceMs: this.#since, untilMs: atMs + 20 });
    } else if (this.#since !== undefined) {
      this.#since = undefined;
      this.#events.activity({ is: 'over', endedMs: atMs });
    }
  }

  #at(frame: number): number {
    return this.#anchor.ms + ((frame - this.#anchor.frame) * 1000) / RATE;
  }
}

export class ScriptedCall {
  readonly time = new Time();
  readonly audio = new ScriptedAudio();
  readonly lines: Line[] = [];
  readonly told: { turns: VoiceTurn[]; news: StageNews }[] = [];
  readonly wishes: TicketWish[] = [];
  resyncs = 0;
  refusal: TicketRefusal | 'no_answer' | undefined;
  readonly call: Call;
  #keys = 0;

  constructor(settings: Partial<CallSettings> = {}) {
    this.call = new Call(
      {
        now: this.time.now,
        after: this.time.after,
        chance: () => 0.5,
        ticket: (wish): Promise<Ticket> => {
          this.wishes.push(wish);
          if (this.refusal === 'no_answer') return Promise.reject(new TypeError('no answer'));
          if (this.refusal) return Promise.reject(new TicketRefused(this.refusal));
          return Promise.resolve({ url: 'ws://x', subprotocol: 'p', rates: { up: RATE, down: RATE } });
        },
        connect: (_, events) => {
          const line = new Line(events);
          this.lines.push(line);
          return {
            text: (frame) => line.hear(frame),
            sound: () => (line.frames += 1),
            backlog: () => line.backlog,
            close: () => (line.closedByPage = true),
          };
        },
        newKey: () => `key-${++this.#keys}`,
        audio: this.audio,
        listener: {
          turns: (turns, news) => this.told.push({ turns, news }),
          resync: () => (this.resyncs += 1),
        },
      },
      {
        language: 'en',
        mine: 'rep',
        recording: false,
        ear: 'server',
        headphones: false,
        gauge: false,
        lastHeardTurn: null,
        ...settings,
      },
    );
  }

  get line(): Line {
    return this.lines.at(-1) as Line;
  }

  get doing(): string {
    return this.call.view().doing.is;
  }

  /** Starts and answers the first socket. */
  async begin(over: Partial<Ready> = {}): Promise<this> {
    this.call.start();
    await settled();
    this.line.ready(over);
    return this;
  }

  async pass(ms: number): Promise<void> {
    for (let i = 0; i < ms; i++) {
      this.time.tick();
      this.audio.run(this.time.now());
      if (i % 50 === 0) await settled();
    }
    await settled();
  }

  async speak(ms: number): Promise<void> {
    this.audio.speaking = true;
    await this.pass(ms);
    this.audio.speaking = false;
    await this.pass(40);
  }

  turnsTold(): [number, string][] {
    return this.told.flatMap(({ turns }) => turns.map(({ i, text }): [number, string] => [i, text]));
  }
}

/** Lets promises that are already decided run. */
async function settled(): Promise<void> {
  for (let i = 0; i < 5; i++) await Promise.resolve();
}

export const theirs = (i: number, text = 'Go on.') => ({ i, speaker: 'buyer' as const, text });
export const own = (i: number, text = 'Hello.') => ({ i, speaker: 'rep' as const, text });

/** The counterpart speaks turn 1, in two clauses, for so long. */
export async function spoken(ms: number): Promise<ScriptedCall> {
  const scene = await new ScriptedCall().begin();
  scene.line.turn(theirs(1, 'First. Second.'));
  scene.line.clause(1, 0, 'First.', ms / 2);
  scene.line.clause(1, 1, 'Second.', ms / 2);
  scene.line.say({ type: 'said', turn: 1, audio_ms: ms });
  return scene;
}
