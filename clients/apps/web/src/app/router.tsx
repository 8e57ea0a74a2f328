import { isRefusal, type Permission } from '@sellmeapen/api-client';
import type { QueryClient } from '@tanstack/react-query';
import { moreWords } from '@sellmeapen/i18n';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { meQuery } from '../shared/me';
import {
  text,
  wayOf,
  type AuditSearch,
  type EgressSearch,
  type HistorySearch,
  type LibrarySearch,
  type PeopleSearch,
  type ProgressSearch,
  type RoomSearch,
} from '../shared/search';
import { NothingHere, PageCrash, PageMissing, PagePending } from './pages';
import { Shell } from './shell';

/** A page whose words are not among those that are always there. */
function worded<T>(page: () => Promise<T>): () => Promise<T> {
  return async () => (await Promise.all([page(), moreWords()]))[0];
}

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  notFoundComponent: PageMissing,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string | undefined } => ({ next: text(search['next']) }),
  component: lazyRouteComponent(() => import('../features/sign-in/sign-in-page'), 'SignInPage'),
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('../features/sign-in/welcome-page'), 'WelcomePage'),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(meQuery);
    } catch (error) {
      if (isRefusal(error) && error.status === 401) throw redirect({ to: '/sign-in', search: { next: location.href } });
      throw error;
    }
  },
  component: Outlet,
});

/** A page that shows what only these may do is not there for anybody else. */
const only =
  (...anyOf: Permission[]) =>
  async ({ context }: { context: { queryClient: QueryClient } }) => {
    const { permissions } = await context.queryClient.ensureQueryData(meQuery);
    if (!anyOf.some((one) => permissions.includes(one))) throw notFound();
  };

const room = createRoute({
  getParentRoute: () => signedIn,
  path: '/room/$sessionId',
  validateSearch: (search: Record<string, unknown>): RoomSearch => ({ way: wayOf(search['way']) }),
  component: lazyRouteComponent(() => import('../features/room/room-page'), 'RoomPage'),
});

const shell = createRoute({
  getParentRoute: () => signedIn,
  id: 'shell',
  component: Shell,
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: async ({ context }) => {
    // Whoever does not rehearse starts at the first thing they came for.
    const { permissions } = await context.queryClient.ensureQueryData(meQuery);
    if (permissions.includes('rehearse')) return;
    throw redirect({
      to:
        permissions.includes('see_team') || permissions.includes('see_organisation')
          ? '/team'
          : permissions.includes('see_audit')
            ? '/audit'
            : '/me',
    });
  },
  component: lazyRouteComponent(() => import('../features/home/home-page'), 'HomePage'),
});

const library = createRoute({
  getParentRoute: () => shell,
  path: '/library',
  validateSearch: (search: Record<string, unknown>): LibrarySearch => ({
    q: text(search['q']),
    category: text(search['category']),
    level: text(search['level']),
    industry: text(search['industry']),
    language: text(search['language']),
    seat: text(search['seat']),
  }),
  component: lazyRouteComponent(() => import('../features/library/library-page'), 'LibraryPage'),
});

const briefing = createRoute({
  getParentRoute: () => shell,
  path: '/library/$id',
  validateSearch: (search: Record<string, unknown>): { level?: string | undefined } => ({
    level: text(search['level']),
  }),
  component: lazyRouteComponent(() => import('../features/library/briefing-page'), 'BriefingPage'),
});

const debrief = createRoute({
  getParentRoute: () => shell,
  path: '/sessions/$id',
  component: lazyRouteComponent(() => import('../features/debrief/debrief-page'), 'DebriefPage'),
});

const compare = createRoute({
  getParentRoute: () => shell,
  path: '/sessions/$id/compare/$other',
  component: lazyRouteComponent(
    worded(() => import('../features/debrief/compare-page')),
    'ComparePage',
  ),
});

const history = createRoute({
  getParentRoute: () => shell,
  path: '/history',
  validateSearch: (search: Record<string, unknown>): HistorySearch => ({
    person_id: text(search['person_id']),
    q: text(search['q']),
    level: text(search['level']),
    scenario_id: text(search['scenario_id']),
  }),
  component: lazyRouteComponent(() => import('../features/history/history-page'), 'HistoryPage'),
});

const drills = createRoute({
  getParentRoute: () => shell,
  path: '/drills',
  beforeLoad: only('rehearse'),
  component: lazyRouteComponent(
    worded(() => import('../features/drills/drills-page')),
    'DrillsPage',
  ),
});

const drill = createRoute({
  getParentRoute: () => shell,
  path: '/drills/$id',
  beforeLoad: only('rehearse'),
  component: lazyRouteComponent(
    worded(() => import('../features/drills/drill-page')),
    'DrillPage',
  ),
});

const progress = createRoute({
  getParentRoute: () => shell,
  path: '/progress',
  validateSearch: (search: Record<string, unknown>): ProgressSearch => ({
    person_id: text(search['person_id']),
    spoken: text(search['spoken']),
  }),
  component: lazyRouteComponent(
    worded(() => import('../features/progress/progress-page')),
    'ProgressPage',
  ),
});

const speaking = createRoute({
  getParentRoute: () => shell,
  path: '/speaking',
  beforeLoad: only('see_team', 'see_organisation'),
  component: lazyRouteComponent(
    worded(() => import('../features/progress/speaking-page')),
    'SpeakingPage',
  ),
});

const measures = createRoute({
  getParentRoute: () => shell,
  path: '/measures',
  component: lazyRouteComponent(
    worded(() => import('../features/measures/measures-page')),
    'MeasuresPage',
  ),
});

const languages = createRoute({
  getParentRoute: () => shell,
  path: '/measures/languages',
  component: lazyRouteComponent(
    worded(() => import('../features/measures/languages-page')),
    'LanguagesPage',
  ),
});

const team = createRoute({
  getParentRoute: () => shell,
  path: '/team',
  beforeLoad: only('see_team', 'see_organisation'),
  component: lazyRouteComponent(
    worded(() => import('../features/team/team-page')),
    'TeamPage',
  ),
});

const knowledge = createRoute({
  getParentRoute: () => shell,
  path: '/knowledge',
  beforeLoad: only('author_scenarios'),
  component: lazyRouteComponent(
    worded(() => import('../features/knowledge/knowledge-page')),
    'KnowledgePage',
  ),
});

const people = createRoute({
  getParentRoute: () => shell,
  path: '/people',
  beforeLoad: only('manage_people'),
  validateSearch: (search: Record<string, unknown>): PeopleSearch => ({
    q: text(search['q']),
    role: text(search['role']),
    team_id: text(search['team_id']),
    active: text(search['active']),
  }),
  component: lazyRouteComponent(
    worded(() => import('../features/people/people-page')),
    'PeoplePage',
  ),
});

const teams = createRoute({
  getParentRoute: () => shell,
  path: '/teams',
  beforeLoad: only('manage_teams'),
  component: lazyRouteComponent(
    worded(() => import('../features/teams/teams-page')),
    'TeamsPage',
  ),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  beforeLoad: only('manage_organisation'),
  component: lazyRouteComponent(
    worded(() => import('../features/organisation/organisation-page')),
    'OrganisationPage',
  ),
});

const models = createRoute({
  getParentRoute: () => shell,
  path: '/models',
  beforeLoad: only('manage_organisation'),
  component: lazyRouteComponent(
    worded(() => import('../features/models/models-page')),
    'ModelsPage',
  ),
});

const egress = createRoute({
  getParentRoute: () => shell,
  path: '/egress',
  beforeLoad: only('manage_organisation', 'see_audit'),
  validateSearch: (search: Record<string, unknown>): EgressSearch => ({
    purpose: text(search['purpose']),
    host: text(search['host']),
    day: text(search['day']),
  }),
  component: lazyRouteComponent(
    worded(() => import('../features/egress/egress-page')),
    'EgressPage',
  ),
});

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  beforeLoad: only('see_audit'),
  validateSearch: (search: Record<string, unknown>): AuditSearch => ({
    action: text(search['action']),
    actor_id: text(search['actor_id']),
    from: text(search['from']),
    to: text(search['to']),
  }),
  component: lazyRouteComponent(
    worded(() => import('../features/audit/audit-page')),
    'AuditPage',
  ),
});

const me = createRoute({
  getParentRoute: () => shell,
  path: '/me',
  component: lazyRouteComponent(() => import('../features/me/me-page'), 'MePage'),
});

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      signIn,
      welcome,
      signedIn.addChildren([
        room,
        shell.addChildren([
          home,
          library,
          briefing,
          debrief,
          compare,
          history,
          drills,
          drill,
          progress,
          team,
          speaking,
          measures,
          languages,
          knowledge,
          people,
          teams,
          settings,
          models,
          egress,
          audit,
          me,
        ]),
      ]),
    ]),
    context: { queryClient },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingComponent: PagePending,
    defaultErrorComponent: PageCrash,
    defaultNotFoundComponent: NothingHere,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
