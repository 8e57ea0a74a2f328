import { PROTOCOL, type ClientMessage, type ServerMessage } from './messages';
import { read } from './read';

/** Both directions of one socket: numbers what goes out, reads what comes in once. */
export class Numbered {
  #sent = 0;
  #seen = 0;
  /** Frames that could not be read at all. */
  garbage = 0;

  write(message: ClientMessage): string {
    return JSON.stringify({ v: PROTOCOL, seq: ++this.#sent, ...message });
  }

  /** The message, or nothing where it is unknown, unreadable or was read before. */
  read(frame: string): ServerMessage | undefined {
    const reading = read(frame);
    if (reading.kind === 'garbage') this.garbage += 1;
    if (reading.kind !== 'message') return undefined;
    if (reading.seq <= this.#seen) return undefined;
    this.#seen = reading.seq;
    return reading.message;
  }
}
