import type {
  Debrief,
  Invitation,
  Level,
  Organisation,
  Permission,
  Person,
  Recording,
  Role,
  Scenario,
  Scorecard,
  Session,
  SessionLine,
  Team,
} from '@sellmeapen/api-client';
import { people, teams } from './data/people.ts';
import { scenarios } from './data/scenarios.ts';
import { CRITERIA } from './data/criteria.ts';
import { spokenTurns } from './tape.ts';
import { ENDING, START, transcript } from './data/transcript.ts';

const DAY = 86_400_000;
const MAY: Record<Role, Permission[]> = {
  owner: [
    'rehearse',
    'see_team',
    'see_organisation',
    'manage_people',
    'manage_teams',
    'manage_organisation',
    'see_audit',
    'author_scenarios',
    'see_reports',
  ],
  admin: ['rehearse', 'see_organisation', 'manage_people', 'manage_teams', 'manage_organisation', 'see_audit'],
  manager: ['rehearse', 'see_team', 'see_reports'],
  author: ['rehearse', 'author_scenarios'],
  analyst: ['rehearse', 'see_organisation', 'see_reports'],
  trainee: ['rehearse'],
  auditor: ['see_audit'],
};

const spoken = (from: number, honest = false) =>
  transcript(from, honest).map(({ i, speaker, text, phase, at }) => ({ i, speaker, text, phase, at: at ?? '' }));

export const permissionsOf = (role: Role) => MAY[role];

/** Everything the pretended server remembers; gone with the process. */
export class World {
  readonly people: Person[] = people();
  readonly teams: Pick<Team, 'id' | 'name'>[] = teams();
  readonly scenarios: Scenario[] = scenarios();
  readonly sessions = new Map<string, Session>();
  readonly scorecards = new Map<string, Scorecard>();
  readonly leases = new Map<string, { holder: string; until: number }>();
  readonly replies = new Map<string, unknown>();
  readonly appearance = new Map<string, 'system' | 'light' | 'dark'>();
  readonly languages = new Map<string, string>();
  readonly invitations: Invitation[] = [];
  /** Why a spoken session has no recording. */
  readonly unrecorded = new Map<string, NonNullable<Recording['absent_because']>>();
  organisation: Organisation = {
    id: 'o-1',
    name: 'Harbour & Quill',
    language: 'en',
    managers_see: 'shared',
    owners_may_delete_sessions: true,
    keep_sessions_days: 365,
    record_voice: true,
    keep_recordings_days: 90,
    demo: true,
  };

  constructor(now = Date.now()) {
    const reps = ['p-rep', 'p-rep2', 'p-rep3', 'p-rep4', 'p-rep5'];
    const levels: Level[] = ['easy', 'medium', 'medium', 'hard'];
    reps.forEach((rep, r) => {
      for (let n = 0; n < 9 - r * 2; n++) {
        const scenario = this.scenarios[(n + r) % 3] as Scenario;
        const total = [51, 58, 55, 63, 61, 70, 68, 74, 72][n] ?? 60;
        this.addScored(rep, scenario, levels[n % 4] ?? 'easy', now - (20 - n * 2) * DAY, total - r * 6, n > 2);
      }
    });
    const first = [...this.sessions.values()].findLast(({ person }) => person.id === 'p-rep');
    if (first) {
      const take = this.addScored('p-rep', this.scenario(first.scenario.id), first.level, now - DAY, 81, false);
      take.retry_of = { session_id: first.id, turn: 15 };
      take.turns = spoken(now - DAY, true);
      const card = this.scorecards.get(take.id);
      if (card) {
        card.criteria = card.criteria.map((one) =>
          one.id === 'stayed_honest_no_pressure'
            ? {
                ...one,
                verdict: 'yes',
                points: 7,
                why: 'The deadline was named as it is.',
                better_line: undefined,
                evidence: [{ turn: 15, quote: 'there is no hurry from my side', shows: 'supports' }],
              }
            : one,
        );
        card.fix_first = {
          criterion: 'acknowledged_objection_before_answering',
          name: 'Took objections in first',
          turn: 3,
          why: 'The price was contradicted before it was heard; it cost 12 patience in one line.',
          better_line: 'It is a lot of money. Compared with what, if I may ask?',
        };
      }
    }
    this.holdAloud(now);
    const open = this.newSession('p-rep', this.scenario('dental-practice-discovery'), 'medium');
    open.stage = 'paused';
    open.started_at = new Date(now - DAY / 2).toISOString();
    open.elapsed_s = 141;
    open.turns = spoken(now - DAY / 2).slice(0, 3);
  }

  /** Some conversations were spoken: recorded, one with a turn typed in between, or not recorded, each for its reason. */
  private holdAloud(now: number): void {
    const aloud = (person: string, days: number) => {
      const session = this.addScored(
        person,
        this.scenario('dental-practice-discovery'),
        'medium',
        now - days * DAY,
        66,
        true,
      );
      session.turns = spokenTurns(session.turns);
      return session;
    };
    aloud('p-owner', 3);
    const typed = aloud('p-rep', 0.4).turns[13];
    delete typed?.start_ms;
    delete typed?.end_ms;
    const reasons = ['not_agreed', 'switched_off', 'removed', 'expired', 'not_made'] as const;
    reasons.forEach((why, n) => this.unrecorded.set(aloud('p-rep2', 4 + n).id, why));
  }

  person(id: string): Person {
    return this.people.find((person) => person.id === id) as Person;
  }

  scenario(id: string): Scenario {
    return this.scenarios.find((scenario) => scenario.id === id) as Scenario;
  }

  newSession(personId: string, scenario: Scenario, level: Level): Session {
    const { id, address, title, category, persona, minutes } = scenario;
    const session: Session = {
      id: crypto.randomUUID(),
      scenario: { id, address, title, category, persona, minutes },
      level,
      seat: scenario.seat,
      language: 'en',
      stage: 'lobby',
      phase: 'greeting',
      created_at: new Date().toISOString(),
      time_limit_s: scenario.time_limit_s,
      elapsed_s: 0,
      hints_used: 0,
      hints: [],
      person: { id: personId, name: this.person(personId).name },
      shared: false,
      version: 1,
      turns: [],
      open_elsewhere: false,
    };
    this.sessions.set(session.id, session);
    return session;
  }

  private addScored(
    personId: string,
    scenario: Scenario,
    level: Level,
    at: number,
    total: number,
    shared: boolean,
  ): Session {
    const session = this.newSession(personId, scenario, level);
    Object.assign(session, {
      stage: 'scored',
      shared,
      phase: 'closing',
      created_at: new Date(at).toISOString(),
      started_at: new Date(at).toISOString(),
      ended_at: new Date(at + 290_000).toISOString(),
      end_reason: 'decided',
      elapsed_s: 290,
      outcome: total > 70 ? 'next_step' : total > 55 ? 'undecided' : 'no_sale',
      ending: ENDING,
      turns: spoken(at),
    });
    this.score(session, total);
    return session;
  }

  score(session: Session, total: number): Scorecard {
    const before = this.scorecards.get(session.id);
    const card: Scorecard = {
      id: crypto.randomUUID(),
      session_id: session.id,
      revision: (before?.revision ?? 0) + 1,
      by: 'judge',
      issued_at: session.ended_at ?? new Date().toISOString(),
      total,
      band: { low: total - 5, high: Math.min(100, total + 4) },
      observed_weight: 96,
      outcome: session.outcome ?? 'undecided',
      ...(session.ending ? { ending: session.ending } : {}),
      criteria: CRITERIA.map((one) => ({
        ...one,
        evidence: one.evidence.filter(({ turn }) => turn < session.turns.length),
      })),
      fix_first: {
        criterion: 'stayed_honest_no_pressure',
        name: 'Stayed honest, no pressure',
        turn: Math.min(15, session.turns.length - 1),
        why: 'You had her. The invented deadline cost 14 trust, more than any other line, and she caught it one turn later.',
        better_line: 'The offer stands until June, so there is no hurry from my side.',
      },
      rubric: 'sellmeapen/core@1',
      judge: 'built-in 1.0',
      hints_used: session.hints_used,
      not_available: [{ name: 'Pace of speech', reason: 'This was a conversation in text.' }],
    };
    this.scorecards.set(session.id, card);
    return card;
  }

  line(session: Session): SessionLine {
    const { id, scenario, level, seat, stage, started_at, ended_at, outcome, person, retry_of, shared } = session;
    const card = this.scorecards.get(id);
    const { title, category, persona } = scenario;
    return {
      id,
      scenario: { id: scenario.id, address: scenario.address, title, category, persona_name: persona.name },
      level,
      seat,
      stage,
      created_at: session.created_at,
      person,
      shared,
      ...(started_at ? { started_at } : {}),
      ...(ended_at ? { ended_at } : {}),
      ...(outcome ? { outcome } : {}),
      ...(card?.total === undefined ? {} : { total: card.total }),
      ...(card?.band ? { band: card.band } : {}),
      ...(retry_of ? { retry_of } : {}),
    };
  }

  of(personId: string): Session[] {
    return [...this.sessions.values()].filter(({ person }) => person.id === personId);
  }

  debrief(session: Session, mine: boolean): Debrief {
    const honest = session.turns[15]?.text.startsWith('The offer stands') ?? false;
    const told = transcript(Date.parse(session.started_at ?? session.created_at), honest);
    const scripted = session.turns[1]?.text === told[1]?.text;
    const turns = scripted
      ? told.slice(0, session.turns.length)
      : session.turns.map((turn) => ({ ...turn, acts: [], state: { ...START, mood: 'guarded' }, moved: [] }));
    const card = this.scorecards.get(session.id);
    const rep = session.turns.filter(({ speaker }) => speaker === 'rep');
    const words = (text: string) => text.split(/\s+/).length;
    const all = session.turns.reduce((sum, { text }) => sum + words(text), 0);
    const longest = rep.reduce(
      (best, turn) => (words(turn.text) > best.words ? { turn: turn.i, words: words(turn.text) } : best),
      { turn: 0, words: 0 },
    );
    const root = session.retry_of?.session_id ?? session.id;
    const takes = [...this.sessions.values()]
      .filter((other) => other.id === root || other.retry_of?.session_id === root)
      .map((other) => ({
        session_id: other.id,
        started_at: other.started_at ?? other.created_at,
        ...(other.retry_of ? { retry_of: other.retry_of } : {}),
        ...(this.scorecards.get(other.id)?.total === undefined ? {} : { total: this.scorecards.get(other.id)?.total }),
        ...(other.outcome ? { outcome: other.outcome } : {}),
      }));
    return {
      session,
      turns,
      start_state: { ...START, mood: 'guarded' },
      scorecard_being_made: !card,
      ...(card ? { scorecard: card } : {}),
      figures: {
        rep_word_share: all === 0 ? 0 : rep.reduce((sum, { text }) => sum + words(text), 0) / all,
        rep_questions: rep.filter(({ text }) => text.includes('?')).length,
        longest_monologue: longest,
        phases_reached: [...new Set(session.turns.map(({ phase }) => phase))],
        turns: session.turns.length,
      },
      takes,
      may: { delete: mine, share: mine, retry: mine, rescore: mine },
    };
  }
}
