import createFetchClient, { type Client } from 'openapi-fetch';
import type { paths } from './schema';
import type { Worded } from './wire';
import { NoAnswer, refusalOf } from './refusal';

export interface ClientSettings {
  baseUrl: string;
  /** The value of the CSRF cookie at this moment; absent for programs with a token. */
  csrfToken: () => string | undefined;
  fetch?: typeof globalThis.fetch;
}

type Paths = Worded<paths>;

export type Api = Client<Paths>;

const READS = new Set(['GET', 'HEAD']);

/** Sends one request with the CSRF header where it changes something; refusals and silence become typed errors. */
export function sender(settings: ClientSettings): (request: Request) => Promise<Response> {
  const send = settings.fetch ?? globalThis.fetch;
  return async (request) => {
    const token = settings.csrfToken();
    if (token && !READS.has(request.method)) request.headers.set('X-CSRF-Token', token);
    let response: Response;
    try {
      response = await send(request);
    } catch (cause) {
      if (request.signal.aborted) throw cause;
      throw new NoAnswer(cause);
    }
    if (!response.ok) throw await refusalOf(response);
    return response;
  };
}

export function createApi(settings: ClientSettings): Api {
  return createFetchClient<Paths>({ baseUrl: settings.baseUrl, credentials: 'same-origin', fetch: sender(settings) });
}

/** The body of a call that did not throw. */
export async function body<T>(call: Promise<{ data?: T; response: Response }>): Promise<T> {
  return (await call).data as T;
}

/** The body with its ETag, for a later If-Match. */
export async function versioned<T>(
  call: Promise<{ data?: T; response: Response }>,
): Promise<{ value: T; etag: string }> {
  const { data, response } = await call;
  return { value: data as T, etag: response.headers.get('ETag') ?? '*' };
}
