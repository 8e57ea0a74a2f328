import type { Invitation, Organisation, Person, Role } from '@sellmeapen/api-client';
import { type Call, Refused, created, done, missing, ok } from './http.ts';
import type { Route } from './route.ts';
import type { World } from './world.ts';

function needVersion(call: Call): void {
  if (!call.headers['if-match']) throw new Refused(428, 'version-missing', 'Send If-Match.');
}

function team(world: World, id: string) {
  const named = world.teams.find((one) => one.id === id);
  if (!named) throw missing();
  const members = world.people.filter((person) => person.active && person.teams.some((one) => one.id === id));
  return {
    ...named,
    members: members.length,
    leads: members
      .filter((person) => person.teams.some((one) => one.id === id && one.lead))
      .map(({ id: leadId, name }) => ({ id: leadId, name })),
  };
}

function person(world: World, id: string | undefined): Person {
  const found = world.people.find((one) => one.id === id);
  if (!found) throw missing();
  return found;
}

const link = (kind: string) => `${kind}-${crypto.randomUUID()}`;

function overview(world: World) {
  const rows = world.people
    .filter(({ role, active }) => role === 'trainee' && active)
    .map(({ id, name }) => {
      const scored = world
        .of(id)
        .filter(({ stage }) => stage === 'scored')
        .sort((a, b) => (a.started_at ?? '').localeCompare(b.started_at ?? ''));
      const points = scored.flatMap((one) => {
        const card = world.scorecards.get(one.id);
        return card?.total !== undefined && card.band
          ? [{ session_id: one.id, at: card.issued_at ?? '', total: card.total, ...card.band }]
          : [];
      });
      const [first, last] = [points[0], points.at(-1)];
      const change =
        points.length < 3 || !first || !last
          ? 'too_few'
          : last.low > first.high
            ? 'better'
            : last.high < first.low
              ? 'worse'
              : 'unchanged';
      return {
        person: { id, name },
        sessions: scored.length,
        ...(last ? { last_at: last.at } : {}),
        points,
        change,
        ...(points.length > 2
          ? {
              weakest: {
                criterion: 'asked_open_questions',
                name: 'Asked open questions',
                misses: 4,
                of: points.length,
              },
            }
          : {}),
      };
    });
  const pick = (id: string) => world.of(id).find(({ stage, shared }) => stage === 'scored' && shared);
  const coach = ['p-rep2', 'p-rep3'].flatMap((id, at) => {
    const session = pick(id);
    if (!session) return [];
    const said = session.turns[at === 0 ? 3 : 15];
    return [
      {
        person: session.person,
        criterion: at === 0 ? 'acknowledged_objection_before_answering' : 'stayed_honest_no_pressure',
        name: at === 0 ? 'Took objections in first' : 'Stayed honest, no pressure',
        misses: at === 0 ? 4 : 2,
        of: 5,
        session_id: session.id,
        ...(said ? { turn: said.i, quote: said.text } : {}),
      },
    ];
  });
  return { rows, coach };
}

const AUDIT: [action: string, actor: string | undefined, subject: string][] = [
  ['person.signed_in', 'p-admin', 'Casper Nyholm'],
  ['invitation.created', 'p-admin', 'new.person@harbour-and-quill.example'],
  ['person.role_changed', 'p-owner', 'Noor Halvorsen'],
  ['session.shared', 'p-rep', 'Too expensive, again'],
  ['organisation.changed', 'p-owner', 'Harbour & Quill'],
  ['session.deleted', 'p-rep2', 'Sell me this pen'],
  ['audit.sealed', undefined, 'entries 1 to 412'],
];

export const peopleRoutes: Route[] = [
  [
    'GET',
    /^\/people$/,
    (world) => (call) => {
      const q = (call.query.get('q') ?? '').toLowerCase();
      const active = call.query.get('active');
      return ok({
        items: world.people
          .filter((one) => `${one.name} ${one.email}`.toLowerCase().includes(q))
          .filter((one) => !call.query.get('role') || one.role === call.query.get('role'))
          .filter((one) => !call.query.get('team_id') || one.teams.some(({ id }) => id === call.query.get('team_id')))
          .filter((one) => active === null || String(one.active) === active),
      });
    },
  ],
  ['GET', /^\/people\/([^/]+)$/, (world) => (_, id) => ok(person(world, id), { ETag: '"1"' })],
  [
    'PATCH',
    /^\/people\/([^/]+)$/,
    (world) => (call, id) => {
      needVersion(call);
      return ok(Object.assign(person(world, id), call.body as { role?: Role; active?: boolean }), { ETag: '"2"' });
    },
  ],
  [
    'POST',
    /^\/people\/([^/]+)\/recovery-links$/,
    (world) => (_, id) => {
      person(world, id);
      return created({
        link: `http://localhost:18200/welcome#${link('recover')}`,
        expires_at: new Date(Date.now() + 86_400_000).toISOString(),
      });
    },
  ],
  [
    'GET',
    /^\/invitations$/,
    (world) => () => ok({ items: world.invitations.map((one) => ({ ...one, link: undefined })) }),
  ],
  [
    'POST',
    /^\/invitations$/,
    (world) => (call) => {
      const { email, role } = call.body as { email: string; role: Role };
      if (world.people.some((one) => one.email === email))
        throw new Refused(409, 'already-member', 'This person is a member already.');
      const invitation: Invitation & { link: string; mailed: boolean } = {
        id: crypto.randomUUID(),
        email,
        role,
        team_ids: (call.body['team_ids'] as string[] | undefined) ?? [],
        created_at: new Date().toISOString(),
        expires_at: new Date(Date.now() + 7 * 86_400_000).toISOString(),
        link: `http://localhost:18200/welcome#${link('invite')}`,
        mailed: false,
      };
      world.invitations.push(invitation);
      return created(invitation);
    },
  ],
  [
    'DELETE',
    /^\/invitations\/([^/]+)$/,
    (world) => (_, id) => {
      const at = world.invitations.findIndex((one) => one.id === id);
      if (at < 0) throw missing();
      world.invitations.splice(at, 1);
      return done();
    },
  ],
  ['GET', /^\/teams$/, (world) => () => ok({ items: world.teams.map(({ id }) => team(world, id)) })],
  [
    'POST',
    /^\/teams$/,
    (world) => (call) => {
      const made = { id: crypto.randomUUID(), name: String(call.body['name']) };
      world.teams.push(made);
      return created(team(world, made.id));
    },
  ],
  ['GET', /^\/teams\/([^/]+)$/, (world) => (_, id) => ok(team(world, id ?? ''), { ETag: '"1"' })],
  [
    'PATCH',
    /^\/teams\/([^/]+)$/,
    (world) => (call, id) => {
      needVersion(call);
      const found = world.teams.find((one) => one.id === id);
      if (!found) throw missing();
      found.name = String(call.body['name']);
      return ok(team(world, found.id));
    },
  ],
  [
    'DELETE',
    /^\/teams\/([^/]+)$/,
    (world) => (_, id) => {
      world.teams.splice(
        world.teams.findIndex((one) => one.id === id),
        1,
      );
      for (const one of world.people) one.teams = one.teams.filter((in_) => in_.id !== id);
      return done();
    },
  ],
  [
    'GET',
    /^\/teams\/([^/]+)\/members$/,
    (world) => (_, id) =>
      ok({
        items: world.people
          .filter((one) => one.teams.some((in_) => in_.id === id))
          .map((one) => ({
            id: one.id,
            name: one.name,
            role: one.role,
            active: one.active,
            lead: one.teams.some((in_) => in_.id === id && in_.lead),
          })),
      }),
  ],
  [
    'PUT',
    /^\/teams\/([^/]+)\/members\/([^/]+)$/,
    (world) => (call, id, personId) => {
      const one = person(world, personId);
      const named = world.teams.find((in_) => in_.id === id);
      if (!named) throw missing();
      one.teams = [...one.teams.filter((in_) => in_.id !== id), { ...named, lead: call.body['lead'] === true }];
      return done();
    },
  ],
  [
    'DELETE',
    /^\/teams\/([^/]+)\/members\/([^/]+)$/,
    (world) => (_, id, personId) => {
      const one = person(world, personId);
      one.teams = one.teams.filter((in_) => in_.id !== id);
      return done();
    },
  ],
  ['GET', /^\/organisation$/, (world) => () => ok(world.organisation, { ETag: '"1"' })],
  [
    'PATCH',
    /^\/organisation$/,
    (world) => (call) => {
      needVersion(call);
      world.organisation = { ...world.organisation, ...(call.body as Partial<Organisation>) };
      return ok(world.organisation, { ETag: '"2"' });
    },
  ],
  [
    'GET',
    /^\/audit-entries$/,
    (world) => (call) => {
      const items = Array.from({ length: 60 }, (_, at) => {
        const [action, actor, subject] = AUDIT[at % AUDIT.length]!;
        return {
          sequence: 472 - at,
          at: new Date(Date.now() - at * 5_400_000).toISOString(),
          ...(actor ? { actor: { id: actor, name: world.person(actor).name } } : {}),
          action,
          subject,
          detail: action === 'person.role_changed' ? { from: 'trainee', to: 'author' } : {},
          sealed: at > 2,
        };
      }).filter((entry) => !call.query.get('action') || entry.action === call.query.get('action'));
      const from = Number(call.query.get('cursor') ?? 0);
      return ok({
        items: items.slice(from, from + 25),
        ...(from + 25 < items.length ? { next_cursor: String(from + 25) } : {}),
      });
    },
  ],
  ['GET', /^\/audit-entries\/verification$/, () => () => ok({ ok: true, entries: 472, sealed: 469 })],
  ['GET', /^\/team-overview$/, (world) => () => ok(overview(world))],
];
