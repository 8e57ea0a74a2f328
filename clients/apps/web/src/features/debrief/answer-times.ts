import type { AnswerTime } from '@sellmeapen/api-client';

export const STAGES = ['text', 'first_word', 'first_audio', 'playing'] as const;
export type StageName = (typeof STAGES)[number];

/** One answer as a row: each stage in milliseconds after the end of speech, and what is left without the rule's waiting. */
export interface AnswerRow {
  turn: number;
  waited: number;
  stages: Record<StageName, number | undefined>;
  /** From the moment the rule let it answer to the last stage that was measured. */
  own: number | undefined;
}

export function rowOf({ turn, waited_ms: waited, stages }: AnswerTime): AnswerRow {
  const ms = (name: StageName) => stages.find(({ stage }) => stage === name)?.ms;
  const heard = ms('playing') ?? ms('first_audio');
  return {
    turn,
    waited,
    stages: {
      text: ms('text'),
      first_word: ms('first_word'),
      first_audio: ms('first_audio'),
      playing: ms('playing'),
    },
    own: heard === undefined ? undefined : Math.max(0, heard - waited),
  };
}

export function median(values: (number | undefined)[]): number | undefined {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? undefined : Math.round((low + high) / 2);
}

export function slowest(values: (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}
