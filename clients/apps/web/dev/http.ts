import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
  headers: IncomingMessage['headers'];
  cookies: Record<string, string>;
  response: ServerResponse;
}

export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(detail);
  }
}

export const missing = () => new Refused(404, 'not-found', 'There is nothing here, or it is not yours to see.');

export type Answer = { status: number; body?: unknown; headers?: Record<string, string> } | 'handled';
export type Handler = (call: Call, ...ids: string[]) => Answer | Promise<Answer>;

export const ok = (body: unknown, headers?: Record<string, string>): Answer => ({
  status: 200,
  body,
  ...(headers ? { headers } : {}),
});
export const created = (body: unknown): Answer => ({ status: 201, body });
export const done = (): Answer => ({ status: 204 });

export async function readCall(request: IncomingMessage, response: ServerResponse): Promise<Call> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  let text = '';
  for await (const chunk of request) text += String(chunk);
  const cookies = Object.fromEntries(
    (request.headers.cookie ?? '').split('; ').map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
  return {
    method: request.method ?? 'GET',
    path: url.pathname.replace(/^\/api\/v1/, ''),
    query: url.searchParams,
    body:
      text && !request.headers['content-type']?.includes('octet-stream')
        ? (JSON.parse(text) as Record<string, unknown>)
        : {},
    headers: request.headers,
    cookies,
    response,
  };
}

export function write(response: ServerResponse, answer: Exclude<Answer, 'handled'>): void {
  response.statusCode = answer.status;
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if (answer.body === undefined) {
    response.end();
    return;
  }
  if (!response.hasHeader('Content-Type')) response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(answer.body));
}

export function writeRefusal(response: ServerResponse, refused: Refused): void {
  const { status, code, detail, headers } = refused;
  write(response, {
    status,
    headers: { ...headers, 'Content-Type': 'application/problem+json' },
    body: { type: `/problems/${code}`, title: detail, status, detail, code, request_id: crypto.randomUUID() },
  });
}
