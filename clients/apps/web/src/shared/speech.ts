import { body } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { queryOptions } from '@tanstack/react-query';
import { api } from './api';
import { filled } from './queries';

const ASK_AGAIN_MS = 2_000;

/** How a session was said; asked again while it is being measured. */
export const speechQuery = (id: string) =>
  queryOptions({
    queryKey: ['speech', id],
    queryFn: () => body(api.GET('/api/v1/sessions/{id}/speech', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'measuring' ? ASK_AGAIN_MS : false),
  });

export const speechTrendsQuery = (personId?: string, language?: string) =>
  queryOptions({
    queryKey: ['speech-trends', personId, language],
    queryFn: () =>
      body(api.GET('/api/v1/speech-trends', { params: { query: filled({ person_id: personId, language }) } })),
  });

export const speechMetricsQuery = queryOptions({
  queryKey: ['speech-metrics'],
  queryFn: () => body(api.GET('/api/v1/speech-metrics')),
  staleTime: 60_000,
});

/** With how many digits each figure is told; a share is told as a percentage. */
export const FIGURES = {
  words_per_minute: 0,
  articulation_syllables_per_second: 1,
  fillers_per_minute: 1,
  hedges_per_100_words: 1,
  mean_pause_s: 2,
  pauses_per_minute: 1,
  long_pauses_per_minute: 1,
  longest_monologue_s: 0,
  talk_ratio: 'share',
  interruptions: 0,
  mean_response_delay_s: 2,
  level_wanders_db: 1,
  clarity_score: 0,
  confidence_score: 0,
  pace_of_fast: 'share',
  word_confidence: 'share',
  speech_s: 0,
} as const;

export type FigureName = keyof typeof FIGURES;

export const figureName = (name: string): FigureName | undefined =>
  Object.hasOwn(FIGURES, name) ? (name as FigureName) : undefined;

export interface FigureWords {
  nameOf: (figure: string) => string;
  /** The number alone. */
  numberOf: (figure: string, value: number) => string;
  /** The number with what it counts. */
  valueOf: (figure: string, value: number) => string;
  /** What the number counts, alone. */
  unitOf: (figure: string) => string;
}

/** The words and digits of each figure; one of a newer server is told by its own name. */
export function useFigureWords(): FigureWords {
  const { t } = useTranslation();
  const { number, percent } = useFormats();
  const numberOf = (figure: string, value: number) => {
    const known = figureName(figure);
    const digits = known ? FIGURES[known] : 2;
    return digits === 'share' ? percent(value) : number(value, digits);
  };
  const valueOf = (figure: string, value: number) => {
    const known = figureName(figure);
    const n = numberOf(figure, value);
    return known ? t(`figure.${known}.value`, { n }) : n;
  };
  return {
    nameOf: (figure) => {
      const known = figureName(figure);
      return known ? t(`figure.${known}.name`) : figure.replaceAll('_', ' ');
    },
    numberOf,
    valueOf,
    unitOf: (figure) => {
      const known = figureName(figure);
      return known ? t(`figure.${known}.value`, { n: '' }).trim() : '';
    },
  };
}
