import { DRILLS, METRICS, speechOf, trends } from './data/speech.ts';
import { created, missing, ok } from './http.ts';
import type { Route } from './route.ts';
import { absence, seen } from './routes-recording.ts';

const drillOf = (id: string | undefined) => {
  const found = DRILLS.find((one) => one.id === id);
  if (!found) throw missing();
  return found;
};

export const speechRoutes: Route[] = [
  [
    'GET',
    /^\/sessions\/([^/]+)\/speech$/,
    (world, me) => (_, id) => {
      const session = seen(world, me, id);
      const because = absence(world, session);
      return ok(because ? { state: 'not_measured', because } : speechOf(session));
    },
  ],
  [
    'GET',
    /^\/speech-trends$/,
    (_, me) => (call) => ok(trends(call.query.get('person_id') ?? me, call.query.get('language'))),
  ],
  [
    'GET',
    /^\/speech-overview$/,
    (world, me) => () =>
      ok({
        rows: world.people
          .filter(({ id, active }) => id !== me && active)
          .map(({ id, name }, at) => ({
            person_id: id,
            name,
            language: at === 1 ? 'de' : 'en',
            sessions: 3 + at,
            figures: trends(id)
              .figures.filter((_, place) => (place + at) % 4 > 0)
              .map(({ name: figure, change, by, weeks }) => ({ name: figure, change, by, mean: weeks[0]?.mean ?? 0 })),
          })),
      }),
  ],
  ['GET', /^\/speech-metrics$/, () => () => ok(METRICS)],
  ['PUT', /^\/speech-weights$/, () => (call) => ok({ ...call.body, own: true })],
  ['GET', /^\/drills$/, () => () => ok({ items: DRILLS })],
  ['GET', /^\/drills\/([^/]+)$/, () => (_, id) => ok(drillOf(id))],
  [
    'POST',
    /^\/drills\/([^/]+)\/takes$/,
    () => (_, id) => {
      drillOf(id);
      const checks = [
        { says: 'fillers a minute', at_most: 1, of: 40 },
        { says: 'pauses a minute', value: 9.5, at_least: 8, points: 30, of: 30 },
        { says: 'mean pause, seconds', value: 0.3, at_least: 0.4, at_most: 1.2, points: 20, of: 30 },
      ];
      const take = { id: crypto.randomUUID(), at: new Date().toISOString(), score: 83, checks };
      return created({ take, passed: true, due_at: '2099-03-04T08:00:00Z' });
    },
  ],
];
