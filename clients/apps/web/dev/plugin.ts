import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Connect, Plugin, PreviewServer, ViteDevServer } from 'vite';
import { Refused, readCall, write, writeRefusal } from './http.ts';
import { answer } from './routes.ts';
import { ended } from './routes-sessions.ts';
import { PretendedVoice } from './voice.ts';
import { World } from './world.ts';

const PAGE = /^\/(?!api\/|assets\/|@|src\/|node_modules\/|.*\.[a-z0-9]+(\?|$))/;

/** A pretended server for `npm run dev` and `npm run preview`. It never ships: the build does not touch it. */
export function fakeServer(): Plugin {
  const world = new World();
  const voice = new PretendedVoice(world, (session) => void ended(world, session));
  const listen = (server: ViteDevServer['httpServer'] | PreviewServer['httpServer']) =>
    server?.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (request.url === '/voice') voice.upgrade(request, socket, head);
    });
  const api: Connect.NextHandleFunction = (request, response, next) => {
    if (!request.url?.startsWith('/api/v1/')) return next();
    void serve(world, voice, request, response);
  };
  return {
    name: 'pretended-server',
    configureServer: (server) => {
      listen(server.httpServer);
      server.middlewares.use(api);
    },
    configurePreviewServer: (server) => {
      listen(server.httpServer);
      server.middlewares.use(api);
      server.middlewares.use(strictPage);
    },
  };
}

async function serve(
  world: World,
  voice: PretendedVoice,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const result = await answer(world, voice, await readCall(request, response));
    if (result !== 'handled') write(response, result);
  } catch (error) {
    writeRefusal(response, error instanceof Refused ? error : new Refused(500, 'internal', String(error)));
  }
}

/** The built page exactly as the real server gives it: a fresh nonce and the strict policy. */
const strictPage: Connect.NextHandleFunction = (request, response, next) => {
  if (request.method !== 'GET' || !PAGE.test(request.url ?? '')) return next();
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const page = readFileSync(new URL('../dist/index.html', import.meta.url), 'utf8').replaceAll('__CSP_NONCE__', nonce);
  response.setHeader(
    'Content-Security-Policy',
    `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic' 'self'; style-src 'self' 'nonce-${nonce}'; ` +
      `img-src 'self'; font-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; worker-src 'self'; ` +
      `frame-ancestors 'none'; base-uri 'none'; form-action 'self'`,
  );
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(page);
};
