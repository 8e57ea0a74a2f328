import type { Me } from '@sellmeapen/api-client';
import { type Answer, type Call, Refused, created, done, missing, ok } from './http.ts';
import type { Route } from './route.ts';
import { peopleRoutes } from './routes-people.ts';
import { recordingRoutes } from './routes-recording.ts';
import { sessionRoutes } from './routes-sessions.ts';
import { speechRoutes } from './routes-speech.ts';
import { voiceRoutes } from './routes-voice.ts';
import type { PretendedVoice } from './voice.ts';
import { permissionsOf, type World } from './world.ts';

export function me(world: World, id: string): Me {
  const person = world.person(id);
  const { id: organisationId, name, demo } = world.organisation;
  const mine = { id: organisationId, name, role: person.role };
  return {
    person: {
      id,
      name: person.name,
      email: person.email,
      language: world.languages.get(id) ?? 'en',
      appearance: world.appearance.get(id) ?? 'system',
    },
    organisation: { id: organisationId, name, demo },
    role: person.role,
    organisations: person.role === 'owner' ? [mine, { id: 'o-2', name: 'Quill Academy', role: 'trainee' }] : [mine],
    teams: person.teams,
    permissions: permissionsOf(person.role),
    csrf_token: 'pretend',
  };
}

function signedIn(world: World, id: string): Answer {
  return ok(me(world, id), {
    'Set-Cookie': `__Host-session=${id}; Path=/; Secure; HttpOnly; SameSite=Lax`,
  });
}

const OPEN: Route[] = [
  [
    'POST',
    /^\/sign-in$/,
    (world) => (call) => {
      const person = world.people.find(({ email, active }) => active && email === call.body['email']);
      if (call.body['password'] === 'slow down') {
        throw new Refused(429, 'too-many-attempts', 'Too many attempts.', { 'Retry-After': '30' });
      }
      // Any password but "wrong" opens: there is nothing here to protect.
      if (!person || call.body['password'] === 'wrong') throw new Refused(401, 'wrong-credentials', 'Wrong.');
      return signedIn(world, person.id);
    },
  ],
  ['POST', /^\/recovery$/, () => () => ({ status: 202 })],
  [
    'POST',
    /^\/links\/look$/,
    () => (call) => {
      const token = String(call.body['token']);
      const expires_at = new Date(Date.now() + 86_400_000).toISOString();
      if (token.startsWith('first')) return ok({ kind: 'first_administrator', expires_at });
      if (token.startsWith('invite')) {
        return ok({
          kind: 'invitation',
          email: 'new.person@harbour-and-quill.example',
          organisation_name: 'Harbour & Quill',
          role: 'trainee',
          expires_at,
        });
      }
      if (token.startsWith('recover'))
        return ok({ kind: 'recovery', email: 'jonah.feldspar@harbour-and-quill.example', expires_at });
      throw new Refused(404, 'link-not-valid', 'This link is not valid.');
    },
  ],
  [
    'POST',
    /^\/links\/accept$/,
    (world) => (call) => {
      if (String(call.body['password']).startsWith('password'))
        throw new Refused(422, 'password-too-common', 'Too common.');
      return signedIn(world, String(call.body['token']).startsWith('first') ? 'p-owner' : 'p-rep');
    },
  ],
];

const MINE: Route[] = [
  ['GET', /^\/me$/, (world, id) => () => ok(me(world, id))],
  [
    'PATCH',
    /^\/me$/,
    (world, id) => (call) => {
      const { name, appearance, language } = call.body as { name?: string; appearance?: 'light'; language?: string };
      if (name) world.person(id).name = name;
      if (appearance) world.appearance.set(id, appearance);
      if (language) world.languages.set(id, language);
      return ok(me(world, id));
    },
  ],
  [
    'PUT',
    /^\/me\/password$/,
    () => (call) => {
      if (call.body['current'] === 'wrong') throw new Refused(401, 'wrong-credentials', 'Wrong.');
      return done();
    },
  ],
  ['PUT', /^\/me\/organisation$/, (world, id) => () => ok(me(world, id))],
  [
    'GET',
    /^\/me\/sign-ins$/,
    () => (call) =>
      ok({
        items: [
          {
            id: 's-1',
            created_at: new Date(Date.now() - 3_600_000).toISOString(),
            last_seen_at: new Date().toISOString(),
            user_agent: String(call.headers['user-agent']),
            current: true,
          },
          {
            id: 's-2',
            created_at: new Date(Date.now() - 5 * 86_400_000).toISOString(),
            last_seen_at: new Date(Date.now() - 86_400_000).toISOString(),
            user_agent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_2 like Mac OS X) Safari/605',
            current: false,
          },
        ],
      }),
  ],
  ['DELETE', /^\/me\/sign-ins\/([^/]+)$/, () => () => done()],
  ['GET', /^\/me\/export$/, () => () => ok({ pretended: true }, { 'Content-Type': 'application/zip' })],
  [
    'GET',
    /^\/tokens$/,
    () => () =>
      ok({
        items: [
          {
            id: 'k-1',
            name: 'Weekly figures',
            scopes: ['read'],
            created_at: '2026-09-01T08:00:00Z',
            last_used_at: '2026-11-16T06:00:00Z',
          },
        ],
      }),
  ],
  [
    'POST',
    /^\/tokens$/,
    () => (call) =>
      created({
        id: crypto.randomUUID(),
        name: call.body['name'],
        scopes: call.body['scopes'],
        created_at: new Date().toISOString(),
        token: `smp_${crypto.randomUUID().replaceAll('-', '')}`,
      }),
  ],
  ['DELETE', /^\/tokens\/([^/]+)$/, () => () => done()],
  [
    'POST',
    /^\/sign-out$/,
    () => () => ({ status: 204, headers: { 'Set-Cookie': '__Host-session=; Path=/; Secure; HttpOnly; Max-Age=0' } }),
  ],
];

const TABLE: Route[] = [...MINE, ...sessionRoutes, ...recordingRoutes, ...speechRoutes, ...peopleRoutes];

function find(routes: Route[], call: Call): [Route, string[]] | undefined {
  for (const route of routes) {
    const [method, pattern] = route;
    const match = method === call.method ? pattern.exec(call.path) : null;
    if (match) return [route, match.slice(1)];
  }
  return undefined;
}

export async function answer(world: World, voice: PretendedVoice, call: Call): Promise<Answer> {
  const open = find(OPEN, call);
  if (open) return open[0][2](world, '')(call, ...open[1]);
  const id = call.cookies['__Host-session'];
  if (!id || !world.people.some((person) => person.id === id)) {
    throw new Refused(401, 'not-signed-in', 'You are not signed in.');
  }
  const found = find([...TABLE, ...voiceRoutes(voice)], call);
  if (!found) throw missing();
  return found[0][2](world, id)(call, ...found[1]);
}
