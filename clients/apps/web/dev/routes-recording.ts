import type { Recording, Session } from '@sellmeapen/api-client';
import { type Call, Refused, done, missing, ok } from './http.ts';
import type { Route } from './route.ts';
import { type Tape, tapeOf } from './tape.ts';
import type { World } from './world.ts';

const tapes = new Map<string, Tape>();

export function seen(world: World, me: string, id: string | undefined): Session {
  const session = world.sessions.get(id ?? '');
  const leads = ['manager', 'owner'].includes(world.person(me).role);
  if (!session || !(session.person.id === me || (leads && session.shared))) throw missing();
  return session;
}

const isSpoken = (session: Session) => session.turns.some(({ start_ms: start }) => start !== undefined);

export function absence(world: World, session: Session): Recording['absent_because'] {
  return world.unrecorded.get(session.id) ?? (isSpoken(session) ? undefined : 'typed');
}

function kept(world: World, me: string, id: string | undefined): Tape {
  const session = seen(world, me, id);
  if (absence(world, session)) throw missing();
  const tape = tapes.get(session.id) ?? tapeOf(session.turns);
  tapes.set(session.id, tape);
  return tape;
}

/** One range of bytes, as a player asks for it. */
function sendPart({ headers, response, method }: Call, whole: Buffer): 'handled' {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '');
  response.setHeader('Content-Type', 'audio/wav');
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('Cache-Control', 'no-store');
  let [from, to] = [0, whole.length];
  if (headers.range) {
    from = asked?.[1] ? Number(asked[1]) : whole.length - Number(asked?.[2] ?? Number.NaN);
    to = asked?.[1] && asked[2] ? Math.min(whole.length, Number(asked[2]) + 1) : whole.length;
    if (!(from >= 0 && from < to)) throw new Refused(416, 'range-not-there', 'No such range.');
    response.statusCode = 206;
    response.setHeader('Content-Range', `bytes ${from}-${to - 1}/${whole.length}`);
  }
  response.setHeader('Content-Length', to - from);
  response.end(method === 'HEAD' ? undefined : whole.subarray(from, to));
  return 'handled';
}

export const recordingRoutes: Route[] = [
  [
    'GET',
    /^\/sessions\/([^/]+)\/recording$/,
    (world, me) => (_, id) => {
      const session = seen(world, me, id);
      const why = absence(world, session);
      if (why) return ok({ state: 'none', absent_because: why });
      const started = Date.parse(session.started_at ?? session.created_at);
      return ok({
        state: 'complete',
        seconds: kept(world, me, id).seconds,
        started_at: new Date(started).toISOString(),
        kept_until: new Date(started + world.organisation.keep_recordings_days * 86_400_000).toISOString(),
      });
    },
  ],
  [
    'GET',
    /^\/sessions\/([^/]+)\/recording\/peaks$/,
    (world, me) => (call, id) => ok(kept(world, me, id).peaks(Number(call.query.get('buckets') ?? 1000))),
  ],
  [
    'GET',
    /^\/sessions\/([^/]+)\/recording\/audio$/,
    (world, me) => (call, id) => sendPart(call, kept(world, me, id).wav),
  ],
  [
    'DELETE',
    /^\/sessions\/([^/]+)\/recording$/,
    (world, me) => (_, id) => {
      kept(world, me, id);
      const session = seen(world, me, id);
      if (session.person.id !== me) throw missing();
      world.unrecorded.set(session.id, 'removed');
      return done();
    },
  ],
  [
    'GET',
    /^\/sessions\/([^/]+)\/answer-times$/,
    (world, me) => (_, id) => {
      const session = seen(world, me, id);
      const other = session.seat === 'seller' ? 'buyer' : 'rep';
      const answers = session.turns
        .filter(({ i, speaker, start_ms: start }) => i > 0 && speaker === other && start !== undefined)
        .map(({ i }) => {
          const waited = 500 + (i % 5) * 100;
          const text = waited - 180;
          return {
            turn: i,
            waited_ms: waited,
            stages: [
              { stage: 'text', ms: text },
              { stage: 'first_word', ms: waited + 12 },
              { stage: 'first_audio', ms: waited + 64 + i },
              ...(i === 6 ? [] : [{ stage: 'playing', ms: waited + 151 + i * 3 }]),
            ],
          };
        });
      return ok({ answers });
    },
  ],
  [
    'POST',
    /^\/voice\/self-test$/,
    () => async () => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      return ok({
        verdict: 'good',
        word_error_rate: 0.083,
        real_time_factor: 0.21,
        heard: 'a pen is sold by asking what the last one failed to right',
        provider: 'whisper-1 at localhost',
      });
    },
  ],
];
