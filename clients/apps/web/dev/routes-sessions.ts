import type { Level, Session, TurnAnswer } from '@sellmeapen/api-client';
import { answerTo } from './buyer.ts';
import { type Call, Refused, created, done, missing, ok } from './http.ts';
import type { Route } from './route.ts';
import type { World } from './world.ts';

const LEASE_MS = 45_000;
const SCORING_MS = 1_500;
const WORD_MS = 45;

function mine(world: World, me: string, id: string | undefined): Session {
  const session = world.sessions.get(id ?? '');
  const role = world.person(me).role;
  const seen = session && (session.person.id === me || ((role === 'manager' || role === 'owner') && session.shared));
  if (!session || !seen) throw missing();
  return session;
}

function leased(world: World, call: Call, session: Session): void {
  const lease = world.leases.get(session.id);
  if (lease && lease.until > Date.now() && lease.holder !== call.headers['session-lease']) {
    throw new Refused(409, 'session-open-elsewhere', 'This session is open elsewhere.');
  }
}

/** Over: the scorecard comes a little later. */
export function ended(world: World, session: Session): Session {
  setTimeout(() => {
    session.stage = 'scored';
    world.score(session, session.turns.length > 4 ? 64 : 41);
  }, SCORING_MS);
  return session;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function stream(call: Call, answer: TurnAnswer): Promise<'handled'> {
  const { response } = call;
  response.setHeader('Content-Type', 'text/event-stream');
  const tell = (event: string, data: unknown) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  await sleep(120);
  tell('heard', answer.heard);
  await sleep(500);
  for (const word of answer.turn?.text.match(/\S+\s*/g) ?? []) {
    tell('word', { text: word });
    await sleep(WORD_MS);
  }
  if (answer.turn) tell('turn', answer.turn);
  tell('done', answer);
  response.end();
  return 'handled';
}

const timing = (session: Session) => {
  if (session.stage === 'live') session.elapsed_s = Math.min(session.time_limit_s, session.elapsed_s + 9);
};

function page<T>(items: T[], call: Call) {
  const limit = Number(call.query.get('limit') ?? 25);
  const from = Number(call.query.get('cursor') ?? 0);
  const next = from + limit;
  return ok({ items: items.slice(from, next), ...(next < items.length ? { next_cursor: String(next) } : {}) });
}

const newest = (a: Session, b: Session) => (b.started_at ?? b.created_at).localeCompare(a.started_at ?? a.created_at);

export const sessionRoutes: Route[] = [
  [
    'GET',
    /^\/scenarios$/,
    (world, me) => (call) => {
      const q = (call.query.get('q') ?? '').toLowerCase();
      const is = (name: string, value: string) => !call.query.get(name) || call.query.get(name) === value;
      const items = world.scenarios
        .filter(
          (one) =>
            is('category', one.category) &&
            is('industry', one.industry) &&
            is('seat', one.seat) &&
            is('language', one.language),
        )
        .filter((one) => !call.query.get('level') || one.levels.some(({ level }) => level === call.query.get('level')))
        .filter((one) =>
          `${one.title} ${one.persona.name} ${one.persona.role} ${one.summary}`.toLowerCase().includes(q),
        )
        .map((one) => line(world, me, one.id));
      return ok({ items });
    },
  ],
  [
    'GET',
    /^\/scenarios\/([^/]+)$/,
    (world, me) => (_, id) => {
      const scenario = world.scenario(id ?? '');
      if (!scenario) throw missing();
      const { best, attempts } = line(world, me, scenario.id);
      return ok({ ...scenario, attempts, ...(best ? { best } : {}) });
    },
  ],
  [
    'GET',
    /^\/scenario-problems$/,
    () => () =>
      ok({
        items: [
          {
            file: 'own/harbour-crane.yaml',
            line: 41,
            message: 'level "brutal" is not known',
            remedy: 'Use one of easy, medium, hard, expert.',
          },
        ],
      }),
  ],
  [
    'GET',
    /^\/home$/,
    (world, me) => () => {
      const all = world.of(me).sort(newest);
      const openOnes = all.filter(({ stage }) => stage === 'live' || stage === 'paused');
      const scored = all.filter(({ stage }) => stage === 'scored');
      const last = scored[0];
      return ok({
        next: last
          ? {
              kind: 'retry_moment',
              reason: 'fix_first',
              minutes: 4,
              scenario: line(world, me, last.scenario.id),
              level: last.level,
              session_id: last.id,
              turn: 15,
              criterion: 'stayed_honest_no_pressure',
              criterion_name: 'Stayed honest, no pressure',
            }
          : {
              kind: 'rehearse',
              reason: 'first',
              minutes: 5,
              scenario: line(world, me, 'classic-pen'),
              level: 'easy',
            },
        continue: openOnes.map((one) => world.line(one)),
        recent: scored.slice(0, 4).map((one) => world.line(one)),
        streakless: true,
      });
    },
  ],
  [
    'GET',
    /^\/sessions$/,
    (world, me) => (call) => {
      const person = call.query.get('person_id');
      const role = world.person(me).role;
      const items = [...world.sessions.values()]
        .filter((one) =>
          person
            ? one.person.id === person && (one.person.id === me || (role !== 'trainee' && one.shared))
            : one.person.id === me,
        )
        .filter((one) => !call.query.get('level') || one.level === call.query.get('level'))
        .filter((one) => !call.query.get('scenario_id') || one.scenario.id === call.query.get('scenario_id'))
        .filter((one) => one.scenario.title.toLowerCase().includes((call.query.get('q') ?? '').toLowerCase()))
        .sort(newest)
        .map((one) => world.line(one));
      return page(items, call);
    },
  ],
  [
    'POST',
    /^\/sessions$/,
    (world, me) => (call) => {
      const scenario = world.scenario(String(call.body['scenario_id']));
      if (!scenario) throw missing();
      return created(world.newSession(me, scenario, call.body['level'] as Level));
    },
  ],
  ['GET', /^\/sessions\/([^/]+)$/, (world, me) => (_, id) => ok(mine(world, me, id))],
  [
    'DELETE',
    /^\/sessions\/([^/]+)$/,
    (world, me) => (_, id) => {
      world.sessions.delete(mine(world, me, id).id);
      return done();
    },
  ],
  [
    'POST',
    /^\/sessions\/([^/]+)\/lease$/,
    (world, me) => (call, id) => {
      const session = mine(world, me, id);
      const lease = world.leases.get(session.id);
      const holder = String(call.body['holder']);
      if (lease && lease.holder !== holder && lease.until > Date.now() && call.body['take_over'] !== true) {
        throw new Refused(409, 'session-open-elsewhere', 'This session is open elsewhere.');
      }
      const until = Date.now() + LEASE_MS;
      world.leases.set(session.id, { holder, until });
      return ok({ holder, expires_at: new Date(until).toISOString() });
    },
  ],
  [
    'POST',
    /^\/sessions\/([^/]+)\/(start|pause|resume|end)$/,
    (world, me) => (call, id, what) => {
      const session = mine(world, me, id);
      leased(world, call, session);
      const now = new Date().toISOString();
      if (what === 'start' && session.stage === 'lobby') {
        Object.assign(session, { stage: 'live', started_at: now });
        session.turns = [
          {
            i: 0,
            speaker: session.seat === 'seller' ? 'buyer' : 'rep',
            text: world.scenario(session.scenario.id).persona.voice_line,
            phase: 'greeting',
            at: now,
          },
        ];
      }
      if (what === 'pause') session.stage = 'paused';
      if (what === 'resume') session.stage = 'live';
      if (what === 'end') {
        Object.assign(session, { stage: 'ended', end_reason: 'ended_by_person', outcome: 'undecided', ended_at: now });
        return ok(ended(world, session));
      }
      return ok(session);
    },
  ],
  [
    'POST',
    /^\/sessions\/([^/]+)\/turns$/,
    (world, me) => async (call, id) => {
      const session = mine(world, me, id);
      leased(world, call, session);
      const key = String(call.headers['idempotency-key']);
      const answer = (world.replies.get(key) as TurnAnswer | undefined) ?? answerTo(session, String(call.body['text']));
      world.replies.set(key, answer);
      timing(session);
      if (answer.stage === 'ended') ended(world, session);
      return call.headers.accept?.includes('event-stream') ? stream(call, answer) : ok(answer);
    },
  ],
  [
    'POST',
    /^\/sessions\/([^/]+)\/hints$/,
    (world, me) => (_, id) => {
      const session = mine(world, me, id);
      session.hints_used += 1;
      const given = {
        turn: session.turns.length,
        text: 'Ask what happened the last time it went wrong, and then wait for the whole story.',
      };
      session.hints = [...session.hints, given];
      return ok({ ...given, hints_used: session.hints_used });
    },
  ],
  [
    'PUT',
    /^\/sessions\/([^/]+)\/technique-tags\/(\d+)$/,
    (world, me) => (call, id, turn) => {
      const session = mine(world, me, id);
      session.turns = session.turns.map((one) =>
        one.i === Number(turn) ? { ...one, technique_tag: String(call.body['technique']) } : one,
      );
      return done();
    },
  ],
  ['DELETE', /^\/sessions\/([^/]+)\/technique-tags\/(\d+)$/, () => () => done()],
  [
    'GET',
    /^\/sessions\/([^/]+)\/scorecards\/latest$/,
    (world, me) => (_, id) => {
      const card = world.scorecards.get(mine(world, me, id).id);
      return card ? ok(card) : { status: 202, body: { status: 'being_made' } };
    },
  ],
  [
    'POST',
    /^\/sessions\/([^/]+)\/scorecards$/,
    (world, me) => (_, id) => {
      const session = mine(world, me, id);
      world.score(session, world.scorecards.get(session.id)?.total ?? 50);
      return { status: 202, body: { status: 'being_made' } };
    },
  ],
  [
    'GET',
    /^\/sessions\/([^/]+)\/debrief$/,
    (world, me) => (_, id) => {
      const session = mine(world, me, id);
      if (session.stage !== 'ended' && session.stage !== 'scored')
        throw new Refused(409, 'session-not-ended', 'The conversation has not ended yet.');
      return ok(world.debrief(session, session.person.id === me));
    },
  ],
  [
    'POST',
    /^\/sessions\/([^/]+)\/retries$/,
    (world, me) => (call, id) => {
      const before = mine(world, me, id);
      const turn = Number(call.body['turn']);
      const session = world.newSession(me, world.scenario(before.scenario.id), before.level);
      session.turns = before.turns.filter(({ i }) => i < turn);
      Object.assign(session, {
        stage: 'live',
        started_at: new Date().toISOString(),
        retry_of: { session_id: before.id, turn },
        phase: session.turns.at(-1)?.phase ?? 'greeting',
      });
      return created(session);
    },
  ],
  [
    'PUT',
    /^\/sessions\/([^/]+)\/sharing$/,
    (world, me) => (call, id) => {
      const session = mine(world, me, id);
      session.shared = call.body['shared'] === true;
      return ok(session);
    },
  ],
  [
    'GET',
    /^\/trend$/,
    (world, me) => (call) => {
      const items = world
        .of(call.query.get('person_id') ?? me)
        .filter((one) => !call.query.get('scenario_id') || one.scenario.id === call.query.get('scenario_id'))
        .sort((a, b) => -newest(a, b))
        .flatMap((one) => {
          const card = world.scorecards.get(one.id);
          if (card?.total === undefined || !card.band) return [];
          return [
            {
              session_id: one.id,
              at: one.started_at ?? one.created_at,
              total: card.total,
              ...card.band,
              scenario_id: one.scenario.id,
              title: one.scenario.title,
              level: one.level,
            },
          ];
        });
      return ok({ items });
    },
  ],
];

function line(world: World, me: string, id: string) {
  const { levels, ...scenario } = world.scenario(id);
  const taken = world.of(me).filter((one) => one.scenario.id === id && one.stage === 'scored');
  const best = taken
    .map((one) => ({ total: world.scorecards.get(one.id)?.total ?? 0, session_id: one.id, level: one.level }))
    .sort((a, b) => b.total - a.total)[0];
  return { ...scenario, levels: levels.map(({ level }) => level), attempts: taken.length, ...(best ? { best } : {}) };
}
