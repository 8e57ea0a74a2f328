import { describe, expect, it } from 'vitest';
import { body, createApi, sender } from './client';
import { readEventStream } from './event-stream';
import { isRefusal, NoAnswer } from './refusal';
import { speak } from './speak';

const BASE = 'https://pen.example';

function answering(...answers: (Response | Error)[]) {
  const seen: Request[] = [];
  const fetch = async (request: Request) => {
    seen.push(request);
    const answer = answers.shift() ?? new Error('no more answers');
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { seen, settings: { baseUrl: BASE, csrfToken: () => 'tok', fetch: fetch as typeof globalThis.fetch } };
}

function stream(...chunks: string[]): Response {
  const encoder = new TextEncoder();
  const bytes = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk));
      controller.close();
    },
  });
  return new Response(bytes, { headers: { 'Content-Type': 'text/event-stream' } });
}

describe('the client', () => {
  it('sends the CSRF token only with changes', async () => {
    const { seen, settings } = answering(Response.json({}), new Response(null, { status: 204 }));
    const api = createApi(settings);
    await body(api.GET('/api/v1/me'));
    await api.POST('/api/v1/sign-out');
    expect(seen.map((request) => request.headers.get('X-CSRF-Token'))).toEqual([null, 'tok']);
  });

  it('turns a problem into a refusal with code, reference and wait', async () => {
    const problem = { title: 'Slow down', status: 429, code: 'too-many-attempts', request_id: 'r-1' };
    const { settings } = answering(Response.json(problem, { status: 429, headers: { 'Retry-After': '30' } }));
    const error = await createApi(settings)
      .GET('/api/v1/me')
      .catch((e: unknown) => e);
    expect(isRefusal(error, 'too-many-attempts')).toBe(true);
    expect(error).toMatchObject({ requestId: 'r-1', retryAfterSeconds: 30, status: 429 });
  });

  it('survives an error page that is not JSON', async () => {
    const { settings } = answering(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    await expect(createApi(settings).GET('/api/v1/me')).rejects.toMatchObject({ code: 'http-502' });
  });

  it('says that nobody answered', async () => {
    const { settings } = answering(new TypeError('failed to fetch'));
    await expect(createApi(settings).GET('/api/v1/me')).rejects.toBeInstanceOf(NoAnswer);
  });
});

describe('speaking a turn', () => {
  const ask = (words: string[]) => ({
    baseUrl: BASE,
    sessionId: 's1',
    text: 'Hello',
    idempotencyKey: 'k1',
    leaseHolder: 'tab',
    onHeard: () => words.push('[heard]'),
    onWord: (word: string) => words.push(word),
  });

  it('follows the words and returns the final answer, however the bytes are cut', async () => {
    const words: string[] = [];
    const { seen, settings } = answering(
      stream(
        'event: heard\ndata: {"i":0}\n\nevent: wo',
        'rd\r\ndata: {"text":"Well"}\r\n\r\n: ping\n\n',
        'event: done\ndata: {"stage":"live"}\n\n',
      ),
    );
    await expect(speak(sender(settings), ask(words))).resolves.toEqual({ stage: 'live' });
    expect(words).toEqual(['[heard]', 'Well']);
    expect(seen[0]?.headers.get('Idempotency-Key')).toBe('k1');
  });

  it('reports a stream that broke before the end as no answer', async () => {
    const { settings } = answering(stream('event: word\ndata: {"text":"Well"}\n\n'));
    await expect(speak(sender(settings), ask([]))).rejects.toBeInstanceOf(NoAnswer);
  });

  it('takes plain JSON too', async () => {
    const { settings } = answering(Response.json({ stage: 'ended' }));
    await expect(speak(sender(settings), ask([]))).resolves.toEqual({ stage: 'ended' });
  });
});

it('joins the data lines of one event', async () => {
  const events = [];
  for await (const event of readEventStream(stream('data: a\ndata: b\n\n').body!)) events.push(event);
  expect(events).toEqual([{ event: 'message', data: 'a\nb' }]);
});
