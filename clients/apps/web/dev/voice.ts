import type { Session, Turn } from '@sellmeapen/api-client';
import type { ClientMessage, Ready, ServerMessage } from '@sellmeapen/voice-client';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { answerTo } from './buyer.ts';
import { clausesOf, FRAME, soundOf, toneFor } from './voice-sound.ts';
import type { World } from './world.ts';

/** How the pretended voice behaves, and what it understands: the next line of `hears` for every speech that ends. */
export interface VoiceScript {
  ear: 'server' | 'none';
  mouth: boolean;
  hears: string[];
  /** Words so far, told this long after speech began. */
  partial?: { after_ms: number; text: string };
  commit_ms: number;
  answer_ms: number;
  /** A steady tone can be measured; speech is what a person hears. */
  sound: 'speech' | 'tone';
  /** A frame of 20 ms is sent every so many milliseconds. */
  pace_ms: number;
  /** Handshakes that are still to be refused. */
  refuse: number;
}

export const SCRIPT: VoiceScript = {
  ear: 'server',
  mouth: true,
  hears: ['Good morning.', 'What happened the last time it let you down?', 'What did that cost you?'],
  commit_ms: 200,
  answer_ms: 120,
  sound: 'speech',
  pace_ms: 6,
  refuse: 0,
};

/** What came over the line, for whoever looks at it afterwards. */
export interface LineLog {
  session: string;
  frames: { at: number; bytes: number; rms: number }[];
  messages: { at: number; message: Record<string, unknown> }[];
  sent: { at: number; type: string; turn?: number }[];
  closed?: number;
}

type Told<T extends ServerMessage['type']> = Omit<Extract<ServerMessage, { type: T }>, 'type'>;

/** A counterpart with a voice for `npm run dev` and the browser checks: it understands by a script and speaks for real. */
export class PretendedVoice {
  script: VoiceScript = { ...SCRIPT };
  readonly logs: LineLog[] = [];
  readonly open = new Set<WebSocket>();
  readonly #world: World;
  readonly #tickets = new Map<string, { sessionId: string; recording: boolean }>();
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #finish: (session: Session) => void;

  constructor(world: World, finish: (session: Session) => void) {
    this.#world = world;
    this.#finish = finish;
  }

  ticket(sessionId: string, recording: boolean): string {
    const ticket = crypto.randomUUID();
    this.#tickets.set(ticket, { sessionId, recording });
    return ticket;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = /^sellmeapen\.voice\.1\.(.+)$/.exec(String(request.headers['sec-websocket-protocol']))?.[1] ?? '';
    const given = this.#tickets.get(ticket);
    const session = this.#world.sessions.get(given?.sessionId ?? '');
    this.#tickets.delete(ticket);
    if (!session || this.script.refuse > 0) {
      this.script.refuse = Math.max(0, this.script.refuse - 1);
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (line) => {
      this.open.add(line);
      line.on('close', () => this.open.delete(line));
      const log: LineLog = { session: session.id, frames: [], messages: [], sent: [] };
      this.logs.push(log);
      new Line(line, session, this.script, log, this.#finish, given?.recording === true);
    });
  }

  /** As when a server dies: no goodbye. */
  drop(): void {
    for (const line of this.open) line.terminate();
  }
}

const clocks = new Map<string, number>();

class Line {
  #seq = 0;
  #speaking: { turn: number; cancelled: boolean } | undefined;
  #pending: ReturnType<typeof setTimeout>[] = [];
  #endedAt = 0;

  constructor(
    private readonly socket: WebSocket,
    private readonly session: Session,
    private readonly script: VoiceScript,
    private readonly log: LineLog,
    private readonly finish: (session: Session) => void,
    private readonly recording: boolean,
  ) {
    socket.on('message', (data: Buffer, binary: boolean) => {
      if (binary) this.#frame(data);
      else this.#heard(JSON.parse(data.toString()) as ClientMessage);
    });
    socket.on('close', (code) => {
      this.log.closed = code;
      this.#cancel();
    });
  }

  get #mine() {
    return this.session.seat === 'seller' ? 'rep' : 'buyer';
  }

  #tell<T extends ServerMessage['type']>(type: T, fields: Told<T>): void {
    const { turn } = fields as { turn?: unknown };
    this.log.sent.push({ at: performance.now(), type, ...(typeof turn === 'number' ? { turn } : {}) });
    this.socket.send(JSON.stringify({ v: 1, seq: ++this.#seq, type, ...fields }));
  }

  #frame(data: Buffer): void {
    let sum = 0;
    for (let at = 0; at + 1 < data.length; at += 2) sum += (data.readInt16LE(at) / 0x8000) ** 2;
    this.log.frames.push({ at: performance.now(), bytes: data.length, rms: Math.sqrt(sum / (data.length / 2)) });
    clocks.set(this.session.id, (clocks.get(this.session.id) ?? 0) + 20);
  }

  #heard(message: ClientMessage): void {
    this.log.messages.push({ at: performance.now(), message });
    if (message.type === 'hello') this.#hello(message);
    if (message.type === 'mic' && message.state === 'open') clocks.set(this.session.id, message.at_ms);
    if (message.type === 'speech' && message.state === 'started') this.#started();
    if (message.type === 'speech' && message.state === 'stopped') this.#ended();
    if (message.type === 'talk' && message.state === 'released') this.#ended();
    if (message.type === 'heard_text' && message.last) this.#commit(message.text);
    if (message.type === 'typed') this.#commit(message.text);
    if (message.type === 'gauge' && message.on) this.#gauge();
    if (message.type === 'interrupted') this.#interrupted(message.turn, message.played_ms);
    if (message.type === 'ping')
      this.#tell('pong', { sent_ms: message.sent_ms, clock_ms: clocks.get(this.session.id) ?? 0 });
  }

  #hello({ ear, last_heard_turn, activity }: Extract<ClientMessage, { type: 'hello' }>): void {
    const why = { why: 'no-recogniser' };
    const ready: Omit<Ready, 'type'> = {
      session: this.session.id,
      mode: 'pipeline',
      clock_ms: clocks.get(this.session.id) ?? 0,
      rates: { up: 24_000, down: 24_000 },
      next_turn: this.session.turns.length,
      ear:
        ear === 'browser' ? { kind: 'browser' } : { kind: this.script.ear, ...(this.script.ear === 'none' ? why : {}) },
      mouth: this.script.mouth ? { id: 'espeak-ng', quality: 'preview' } : { why: 'language-not-spoken' },
      activity,
      recording: this.recording,
      patience_ms: 1500,
    };
    this.#tell('ready', ready);
    const last = this.session.turns.at(-1);
    if (last && last.speaker !== this.#mine && last.i > (last_heard_turn ?? -1)) void this.#say(last);
  }

  #gauge(): void {
    this.#tell('gauge', {
      over_s: 30,
      words_per_minute: 152.4,
      words_per_minute_estimated: true,
      talk_ratio: 0.46,
      fillers: this.session.turns.filter(({ speaker }) => speaker === this.#mine).length,
    });
  }

  #started(): void {
    this.#stopTimers();
    const { partial } = this.script;
    if (partial) this.#later(partial.after_ms, () => this.#tell('partial', { text: partial.text }));
  }

  #ended(): void {
    this.#stopTimers();
    const text = this.script.hears.shift();
    if (text === undefined || text === '') return;
    this.#tell('partial', { text });
    this.#later(this.script.commit_ms, () => this.#commit(text));
  }

  #commit(text: string): void {
    if (this.session.stage !== 'live') return;
    this.#cancel();
    this.#endedAt = performance.now();
    const { heard, turn, stage, phase, outcome, ending } = answerTo(this.session, text);
    if (heard) this.#tell('turn', { turn: heard, stage: 'live', phase });
    this.#later(this.script.answer_ms, () => {
      if (!turn) return;
      void this.#say(turn);
      this.#tell('turn', { turn, stage, phase, ...(outcome ? { outcome } : {}), ...(ending ? { ending } : {}) });
      this.#tell('latency', {
        turn: turn.i,
        waited_ms: this.script.commit_ms,
        text_ms: this.script.commit_ms + 5,
        first_word_ms: this.script.commit_ms + this.script.answer_ms - 10,
        first_audio_ms: Math.round(this.script.commit_ms + performance.now() - this.#endedAt),
      });
      if (stage === 'ended') this.finish(this.session);
    });
  }

  async #say(turn: Turn): Promise<void> {
    const speaking = { turn: turn.i, cancelled: false };
    this.#speaking = speaking;
    let from = 0;
    for (const [n, text] of (this.script.mouth ? clausesOf(turn.text) : []).entries()) {
      const sound = this.#sound(text);
      this.#tell('clause', { turn: turn.i, n, text, from_ms: Math.round(from / 24) });
      for (let at = 0; at < sound.length; at += FRAME) {
        if (speaking.cancelled) return;
        this.socket.send(Buffer.from(sound.buffer, at * 2, FRAME * 2));
        await new Promise((resolve) => setTimeout(resolve, this.script.pace_ms));
      }
      from += sound.length;
    }
    if (!speaking.cancelled) this.#tell('said', { turn: turn.i, audio_ms: Math.round(from / 24) });
  }

  #sound(text: string): Int16Array<ArrayBuffer> {
    return this.script.sound === 'tone' ? toneFor(text) : soundOf(text);
  }

  #interrupted(i: number, playedMs: number): void {
    const turn = this.session.turns[i];
    if (!turn) return;
    if (this.#speaking?.turn === i) this.#speaking.cancelled = true;
    const total = clausesOf(turn.text).reduce((sum, clause) => sum + this.#sound(clause).length / 24, 0);
    const text = `${turn.text.slice(0, Math.max(3, Math.round((turn.text.length * playedMs) / total)))}…`;
    this.session.turns = this.session.turns.map((one) => (one.i === i ? { ...one, text } : one));
    this.#tell('cut', { turn: i, text, heard_ms: playedMs });
  }

  #cancel(): void {
    this.#stopTimers();
    if (this.#speaking) this.#speaking.cancelled = true;
  }

  #later(ms: number, run: () => void): void {
    this.#pending.push(setTimeout(run, ms));
  }

  #stopTimers(): void {
    for (const timer of this.#pending.splice(0)) clearTimeout(timer);
  }
}
