import { created, done, missing, ok } from './http.ts';
import type { Route } from './route.ts';
import { SCRIPT, type PretendedVoice, type VoiceScript } from './voice.ts';

/** Tickets and what speaks here; under `/pretend` whatever a check wants to set or look at. */
export const voiceRoutes = (voice: PretendedVoice): Route[] => [
  [
    'GET',
    /^\/voice$/,
    () => () =>
      ok({
        ear: voice.script.ear === 'none' ? { why: 'no-ear' } : { id: 'scripted', local: true },
        mouth: voice.script.mouth
          ? { id: 'espeak-ng', quality: 'preview', local: true }
          : { why: 'language-not-spoken' },
        recording: true,
      }),
  ],
  [
    'POST',
    /^\/sessions\/([^/]+)\/voice-tickets$/,
    (world) => (call, id) => {
      const session = world.sessions.get(id ?? '');
      if (!session) throw missing();
      const ticket = voice.ticket(session.id, call.body['recording'] === true);
      return created({
        url: `ws://${call.headers.host ?? ''}/voice`,
        subprotocol: `sellmeapen.voice.1.${ticket}`,
        ticket,
        expires_at: new Date(Date.now() + 30_000).toISOString(),
        rates: { up: 24_000, down: 24_000 },
      });
    },
  ],
  ['GET', /^\/pretend\/voice$/, () => () => ok({ now: performance.now(), lines: voice.logs })],
  [
    'POST',
    /^\/pretend\/voice$/,
    () => (call) => {
      voice.logs.length = 0;
      voice.script = { ...SCRIPT, hears: [...SCRIPT.hears], ...(call.body as Partial<VoiceScript>) };
      return done();
    },
  ],
  [
    'POST',
    /^\/pretend\/voice\/drop$/,
    () => () => {
      voice.drop();
      return done();
    },
  ],
];
