import type { Socket, SocketEvents } from '../call/link';
import { CLOSED, type Ticket } from '../protocol/messages';

/** One socket of the browser; it is silent once it was closed from here. */
export function connectSocket(ticket: Ticket, events: SocketEvents): Socket {
  let over = false;
  const end = (code: number) => {
    if (over) return;
    over = true;
    events.closed(code);
  };
  let socket: WebSocket;
  try {
    socket = new WebSocket(ticket.url, ticket.subprotocol);
  } catch {
    // An address the content policy or the browser does not take.
    queueMicrotask(() => end(CLOSED.noHandshake));
    return { text: () => undefined, sound: () => undefined, backlog: () => 0, close: () => (over = true) };
  }
  socket.binaryType = 'arraybuffer';
  socket.onopen = () => {
    if (!over) events.opened();
  };
  socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
    if (over) return;
    if (typeof data === 'string') events.text(data);
    else events.sound(data);
  };
  socket.onclose = ({ code }) => end(code);
  const send = (data: string | Int16Array<ArrayBuffer>) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(data);
  };
  return {
    text: send,
    sound: send,
    backlog: () => socket.bufferedAmount,
    close: () => {
      over = true;
      socket.close(1000);
    },
  };
}

export const wallClock = {
  now: () => performance.now(),
  after: (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  chance: () => Math.random(),
};
