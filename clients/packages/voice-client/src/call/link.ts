import { CLOSED, type ClientMessage, type Ready, type ServerMessage, type Ticket } from '../protocol/messages';
import { Numbered } from '../protocol/numbered';

/** What one socket tells. After `closed` it says nothing more. */
export interface SocketEvents {
  opened(): void;
  text(frame: string): void;
  sound(pcm: ArrayBuffer): void;
  closed(code: number): void;
}

export interface Socket {
  text(frame: string): void;
  sound(pcm: Int16Array<ArrayBuffer>): void;
  /** Bytes that are written but not yet on the way. */
  backlog(): number;
  close(): void;
}

export interface LinkPorts {
  /** Milliseconds that only run forward. */
  now(): number;
  after(ms: number, run: () => void): () => void;
  /** 0 to 1. */
  chance(): number;
  /** Rejects with `TicketRefused`, or with anything else where there was no answer. */
  ticket(): Promise<Ticket>;
  connect(ticket: Ticket, events: SocketEvents): Socket;
}

export type TicketRefusal = 'signed_out' | 'taken_over' | 'over' | 'refused';

export class TicketRefused extends Error {
  constructor(readonly why: TicketRefusal) {
    super(`no ticket: ${why}`);
  }
}

/** `paused`: until somebody goes on; a new socket would end the pause by itself. */
export type LinkEnd = TicketRefusal | 'left' | 'paused';

export type LinkState =
  | { is: 'connecting'; attempt: number }
  | { is: 'open' }
  | { is: 'waiting'; attempt: number; forMs: number }
  | { is: 'closed'; why: LinkEnd };

export interface LinkEvents {
  /** The first words on a new socket. */
  hello(): ClientMessage;
  ready(ready: Ready): void;
  message(message: ServerMessage): void;
  sound(pcm: ArrayBuffer): void;
  state(state: LinkState): void;
}

const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 5_000;
const READY_WITHIN_MS = 10_000;
const PING_EVERY_MS = 5_000;
const DEAD_AFTER_MS = 12_000;
/** A link that lasted so long starts to count anew. */
const STABLE_AFTER_MS = 10_000;
const MOST_REFUSED_HANDSHAKES = 2;
const MOST_FAULTS_OF_OURS = 3;

const OURS: number[] = [CLOSED.tooBig, CLOSED.notUnderstood, CLOSED.tooFast];
const FINAL: Record<number, LinkEnd> = {
  [CLOSED.signInEnded]: 'signed_out',
  [CLOSED.takenOver]: 'taken_over',
  [CLOSED.over]: 'over',
  [CLOSED.paused]: 'paused',
};

/** The way to the server through drops: a new ticket for every socket, waiting 0.3 to 5 s between them. */
export class Link {
  readonly #ports: LinkPorts;
  readonly #events: LinkEvents;
  #state: LinkState = { is: 'closed', why: 'left' };
  #socket: Socket | undefined;
  #numbers = new Numbered();
  /** Tells the events of this socket from those of one given up. */
  #generation = 0;
  #attempt = 0;
  #refusedHandshakes = 0;
  #faults = 0;
  #seenAt = 0;
  #timers: (() => void)[] = [];

  constructor(ports: LinkPorts, events: LinkEvents) {
    this.#ports = ports;
    this.#events = events;
  }

  get state(): LinkState {
    return this.#state;
  }

  get garbage(): number {
    return this.#numbers.garbage;
  }

  open(): void {
    this.#attempt = 0;
    this.#refusedHandshakes = 0;
    this.#faults = 0;
    void this.#try();
  }

  /** The network came back: no need to wait. */
  nudge(): void {
    if (this.#state.is === 'waiting') void this.#try();
  }

  send(message: ClientMessage): boolean {
    if (this.#state.is !== 'open') return false;
    this.#socket?.text(this.#numbers.write(message));
    return true;
  }

  sound(pcm: Int16Array<ArrayBuffer>): void {
    if (this.#state.is === 'open') this.#socket?.sound(pcm);
  }

  backlog(): number {
    return this.#socket?.backlog() ?? 0;
  }

  close(): void {
    if (this.#state.is === 'open') this.send({ type: 'bye' });
    this.#end('left');
  }

  async #try(): Promise<void> {
    this.#drop();
    const mine = this.#generation;
    this.#become({ is: 'connecting', attempt: this.#attempt });
    let ticket: Ticket;
    try {
      ticket = await this.#ports.ticket();
    } catch (trouble) {
      if (mine !== this.#generation) return;
      if (trouble instanceof TicketRefused) this.#end(trouble.why);
      else this.#again();
      return;
    }
    if (mine !== this.#generation) return;
    this.#connect(ticket, mine);
  }

  #connect(ticket: Ticket, mine: number): void {
    const current = () => mine === this.#generation;
    let opened = false;
    this.#numbers = new Numbered();
    this.#later(READY_WITHIN_MS, () => this.#again());
    this.#socket = this.#ports.connect(ticket, {
      opened: () => {
        if (!current()) return;
        opened = true;
        this.#seenAt = this.#ports.now();
        this.#socket?.text(this.#numbers.write(this.#events.hello()));
      },
      text: (frame) => {
        if (!current()) return;
        this.#seenAt = this.#ports.now();
        const message = this.#numbers.read(frame);
        if (message?.type === 'ready') this.#ready(message);
        else if (message && message.type !== 'pong') this.#events.message(message);
      },
      sound: (pcm) => {
        if (!current()) return;
        this.#seenAt = this.#ports.now();
        this.#events.sound(pcm);
      },
      closed: (code) => {
        if (current()) this.#closed(code, opened);
      },
    });
  }

  #ready(ready: Ready): void {
    this.#stopTimers();
    this.#refusedHandshakes = 0;
    this.#state = { is: 'open' };
    this.#later(STABLE_AFTER_MS, () => {
      this.#attempt = 0;
      this.#faults = 0;
    });
    this.#beat();
    // Clock and rates first: whoever hears that it is open begins to send.
    this.#events.ready(ready);
    this.#events.state(this.#state);
  }

  #beat(): void {
    this.#later(PING_EVERY_MS, () => {
      if (this.#ports.now() - this.#seenAt > DEAD_AFTER_MS) return this.#again();
      this.send({ type: 'ping', sent_ms: Math.round(this.#ports.now()) });
      this.#beat();
    });
  }

  #closed(code: number, opened: boolean): void {
    const final = FINAL[code];
    if (final) return this.#end(final);
    if (!opened && ++this.#refusedHandshakes >= MOST_REFUSED_HANDSHAKES) return this.#end('refused');
    if (OURS.includes(code) && ++this.#faults >= MOST_FAULTS_OF_OURS) return this.#end('refused');
    this.#again();
  }

  #again(): void {
    this.#drop();
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#attempt);
    // Everybody's socket falls at the same moment when a server goes: they must not all come back at the same one.
    const forMs = Math.max(FIRST_WAIT_MS, Math.round(longest * (0.7 + 0.3 * this.#ports.chance())));
    this.#attempt += 1;
    this.#become({ is: 'waiting', attempt: this.#attempt, forMs });
    this.#later(forMs, () => void this.#try());
  }

  #end(why: LinkEnd): void {
    this.#drop();
    this.#become({ is: 'closed', why });
  }

  #drop(): void {
    this.#generation += 1;
    this.#stopTimers();
    this.#socket?.close();
    this.#socket = undefined;
  }

  #become(state: LinkState): void {
    this.#state = state;
    this.#events.state(state);
  }

  #later(ms: number, run: () => void): void {
    this.#timers.push(this.#ports.after(ms, run));
  }

  #stopTimers(): void {
    for (const cancel of this.#timers.splice(0)) cancel();
  }
}
