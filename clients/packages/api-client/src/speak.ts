import { readEventStream } from './event-stream';
import { NoAnswer } from './refusal';
import type { Turn, TurnAnswer } from './types';

export interface SpeakRequest {
  baseUrl: string;
  sessionId: string;
  text: string;
  /** The same key for every attempt at the same turn: the server answers a repeat with the first result. */
  idempotencyKey: string;
  leaseHolder: string;
  signal?: AbortSignal;
  onHeard: (turn: Turn) => void;
  onWord: (text: string) => void;
}

/** Says one turn and follows the answer word by word; a server that answers plain JSON is fine too. */
export async function speak(send: (request: Request) => Promise<Response>, ask: SpeakRequest): Promise<TurnAnswer> {
  const response = await send(
    new Request(`${ask.baseUrl}/api/v1/sessions/${encodeURIComponent(ask.sessionId)}/turns`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        Accept: 'text/event-stream, application/json;q=0.5',
        'Content-Type': 'application/json',
        'Idempotency-Key': ask.idempotencyKey,
        'Session-Lease': ask.leaseHolder,
      },
      body: JSON.stringify({ text: ask.text }),
      signal: ask.signal ?? null,
    }),
  );
  if (!response.headers.get('Content-Type')?.startsWith('text/event-stream') || !response.body) {
    return (await response.json()) as TurnAnswer;
  }
  try {
    for await (const { event, data } of readEventStream(response.body)) {
      if (event === 'heard') ask.onHeard(JSON.parse(data) as Turn);
      else if (event === 'word') ask.onWord((JSON.parse(data) as { text: string }).text);
      else if (event === 'done') return JSON.parse(data) as TurnAnswer;
    }
  } catch (cause) {
    if (ask.signal?.aborted) throw cause;
    throw new NoAnswer(cause);
  }
  // The stream broke before "done". The caller repeats with the same key and gets the stored answer.
  throw new NoAnswer('stream ended early');
}
