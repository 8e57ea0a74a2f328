import type { Drill, Session, SessionSpeech, SpeechFigure, SpeechMetrics, SpeechTrends } from '@sellmeapen/api-client';

const figure = (
  name: string,
  formula: string,
  unit: string,
  better: string,
  norm?: SpeechFigure['norm'],
): SpeechFigure => ({
  name,
  formula,
  unit,
  better,
  ...(norm ? { norm } : {}),
});

export const FIGURES = [
  figure('words_per_minute', "words including fillers / minutes of one's own turns", '1/min', 'band', {
    of_language: true,
  }),
  figure('fillers_per_minute', "fillers / minutes of one's own turns", '1/min', 'lower', {
    to: 5,
    of_language: false,
    strength: 'secondary',
    source: 'Laske 2024',
  }),
  figure('mean_pause_s', "mean of the silences of 0.25 s and more inside one's own turns", 's', 'band', {
    from: 0.4,
    to: 1,
    of_language: false,
    strength: 'ours',
  }),
  figure('longest_monologue_s', 'longest turn: gaps under 1 s, no reply of 1 s', 's', 'lower'),
  figure('talk_ratio', "one's own turns / all turns, in seconds", '1', 'band'),
  figure('clarity_score', 'weighted sum of its parts', '0-100', 'higher'),
  figure('confidence_score', 'weighted sum of its parts', '0-100', 'higher'),
];

export const METRICS: SpeechMetrics = {
  figures: FIGURES,
  weights: {
    clarity: { pace: 35, fillers: 30, pauses: 20, recognised_words: 15 },
    confidence: { hedges: 30, fillers: 25, long_pauses: 25, steady_level: 20 },
    own: false,
  },
  findings_chosen_by: 'size x reliability x practice',
  never: 'Nothing is inferred of feelings, character, accent, pitch, sex or the quality of a voice.',
};

const drill = (part: Pick<Drill, 'id' | 'kind' | 'title' | 'instruction' | 'due' | 'due_at' | 'takes'>): Drill => ({
  seconds: 75,
  words: 'Um, I think we could maybe look at ten of them, and, you know, see how that goes.',
  language: 'en',
  what: 'fillers',
  session_id: 's-1',
  start_s: 12,
  stage: part.takes.length > 0 ? 1 : 0,
  ...part,
});

export const DRILLS: Drill[] = [
  drill({
    id: 'd-1',
    kind: 'pause_instead_of_filler',
    title: 'A pause instead of a filler',
    instruction: 'Close your mouth wherever a filler wants to come, breathe, go on. Say this three times.',
    due: true,
    due_at: '2026-03-01T08:00:00Z',
    takes: [],
  }),
  drill({
    id: 'd-2',
    kind: 'silence_after_price',
    title: 'Silence after the price',
    instruction:
      'Say the price in one sentence and then nothing for three seconds, however long they feel. Five rounds.',
    due: false,
    due_at: '2099-03-01T08:00:00Z',
    takes: [
      { id: 't-2', at: '2026-03-02T08:00:00Z', score: 84, checks: [] },
      { id: 't-1', at: '2026-03-01T08:00:00Z', score: 46, checks: [] },
    ],
  }),
];

const CHANGES = ['unchanged', 'better', 'worse', 'higher', 'too_few', 'better', 'unchanged'] as const;
const MIDDLE = [158, 6.2, 0.62, 64, 0.58, 71, 66];

/** Half a year that goes up and down; one figure has too few sessions for a band. */
export function trends(person: string, asked?: string | null): SpeechTrends {
  const languages = [
    { language: 'en', sessions: 31 },
    { language: 'de', sessions: 5 },
  ];
  const language = asked ?? 'en';
  return {
    person_id: person,
    language,
    languages,
    not_measured: ['hedges_per_100_words'],
    sessions: languages.find((one) => one.language === language)?.sessions ?? 0,
    figures: FIGURES.map((one, at) => {
      const middle = MIDDLE[at] ?? 1;
      const change = CHANGES[at] ?? 'unchanged';
      const weeks = Array.from({ length: change === 'too_few' ? 3 : 14 }, (_, week) => {
        const drift = change === 'unchanged' ? 0 : (week / 14 - 0.5) * (change === 'better' ? -0.5 : 0.5);
        const mean = middle * (1 + drift + 0.08 * Math.sin(week * 2.1 + at));
        const day = new Date(Date.UTC(2026, 0, 5 + 7 * (week + (week > 8 ? 2 : 0)))).toISOString().slice(0, 10);
        const band = change === 'too_few' ? {} : { low: mean - middle * 0.12, high: mean + middle * 0.12 };
        return { week: day, mean, ...band, sessions: 1 + (week % 3) };
      });
      return { ...one, change, by: change === 'too_few' ? undefined : middle * 0.2, weeks };
    }),
  };
}

type Turn = Session['turns'][number];

const s = (ms: number) => Math.round(ms / 10) / 100;
const spans = (turns: Turn[]) =>
  turns.map(({ start_ms: from = 0, end_ms: to = 0 }) => ({ start_s: s(from), end_s: s(to) }));

/** What would be measured of these turns, made up but for their times. */
export function speechOf(session: Session): SessionSpeech {
  const spoken = session.turns.filter(({ start_ms: start }) => start !== undefined);
  const [rep, buyer] = (['rep', 'buyer'] as const).map((one) => spans(spoken.filter(({ speaker }) => speaker === one)));
  const own = rep ?? [];
  const seconds = s(spoken.at(-1)?.end_ms ?? 0) + 1;
  const pauses = own.slice(0, 5).map(({ start_s: from }, at) => ({ start_s: from + 2, end_s: from + 2.4 + at * 0.5 }));
  const usual = { sessions: 7, mean: 4.1, low: 2.8, high: 5.4 };
  const finding = { reliability: 0.8, practice: 1, size: 0.8, rank: 0.64, drill_id: 'd-1' };
  const moments = own.slice(0, 4).map(({ start_s: from }) => ({ start_s: from, end_s: from + 1.2 }));
  const part = { formula: 'all points inside the band, in proportion outside', source: 'ours' };
  return {
    state: 'measured',
    language: 'en',
    ended_at: session.ended_at,
    timeline: {
      seconds,
      sides: [
        {
          speaker: 'rep',
          turns: own,
          speech: own.flatMap(({ start_s: a, end_s: b }) => [
            { start_s: a, end_s: a + (b - a) * 0.4 },
            { start_s: a + (b - a) * 0.5, end_s: b },
          ]),
        },
        { speaker: 'buyer', turns: buyer ?? [], speech: buyer ?? [] },
      ],
      overlaps: (buyer ?? []).slice(2, 4).map(({ start_s: from }) => ({ start_s: from, end_s: from + 0.6 })),
      pace: Array.from({ length: Math.max(0, Math.floor((seconds - 30) / 5)) }, (_, at) => ({
        at_s: 15 + at * 5,
        words_per_minute: 160 + 34 * Math.sin(at / 3),
      })).filter(({ at_s: at }) => at < 60 || at > 80),
      fillers: own
        .slice(0, 6)
        .map(({ start_s: from }, at) => ({ word: at % 2 ? 'you know' : 'um', start_s: from + 1, end_s: from + 1.4 })),
    },
    report: {
      seconds,
      speech_seconds: seconds * 0.8,
      words_per_minute: 168,
      words_per_minute_estimated: true,
      clarity_score: 68,
      parts: {
        clarity: [
          { ...part, name: 'pace', weight: 35, of: 'words_per_minute', value: 168, points: 35 },
          { ...part, name: 'fillers', weight: 30, of: 'fillers_per_minute', value: 7.4, points: 19.7 },
          { ...part, name: 'recognised_words', weight: 15, of: 'word_confidence' },
        ],
        confidence: [],
      },
      recommendations: [],
      channels: [
        { channel: 0, speaker: 'rep', speech_seconds: 60, pauses: { min_s: 0.25, count: pauses.length, list: pauses } },
      ],
      not_available: [
        { name: 'parts.clarity.recognised_words', reason: 'only a recogniser tells how sure it was of each word' },
        { name: 'confidence_score', reason: '12.4 s of speech; a score needs 20 s' },
      ],
    },
    figures: {
      words_per_minute: 168,
      fillers_per_minute: 7.4,
      mean_pause_s: 0.61,
      long_pauses_per_minute: 0.8,
      longest_monologue_s: 38,
      talk_ratio: 0.61,
      interruptions: 1,
    },
    usual: { fillers_per_minute: usual, words_per_minute: { sessions: 7, mean: 160, low: 148, high: 172 } },
    findings: [
      {
        ...finding,
        what: 'fillers',
        figure: 'fillers_per_minute',
        say: 'Close your mouth and pause instead: tell the same thing again with silence where the filler was.',
        value: 7.4,
        norm: 5,
        own: usual,
        formula: 'fillers a minute of talk',
        drill_kind: 'pause_instead_of_filler',
        moments: moments.map((one, at) => ({ ...one, turn: at * 2, quote: 'um, so I thought we could' })),
      },
      {
        ...finding,
        what: 'monologue',
        figure: 'longest_monologue_s',
        say: 'Break it in the middle with a question, and wait for the answer.',
        value: 92,
        norm: 75,
        formula: 'seconds of the longest turn without a reply of a second',
        drill_kind: 'one_breath_value',
        moments,
        reliability: 1,
      },
    ],
    chosen_by: METRICS.findings_chosen_by,
  };
}
