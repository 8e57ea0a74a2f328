import type { DebriefTurn, Scorecard, Verdict } from '@sellmeapen/api-client';

/** How many turns from the start both takes share. */
export function partingTurn(
  one: Pick<DebriefTurn, 'text' | 'speaker'>[],
  two: Pick<DebriefTurn, 'text' | 'speaker'>[],
): number {
  const at = one.findIndex((turn, i) => two[i]?.text !== turn.text || two[i]?.speaker !== turn.speaker);
  return at < 0 ? one.length : at;
}

export interface VerdictChange {
  id: string;
  name: string;
  from: Verdict;
  to: Verdict;
}

export function changedVerdicts(one: Scorecard | undefined, two: Scorecard | undefined): VerdictChange[] {
  const before = new Map(one?.criteria.map((criterion) => [criterion.id, criterion.verdict]));
  return (two?.criteria ?? []).flatMap(({ id, name, verdict }) => {
    const from = before.get(id);
    return from === undefined || from === verdict ? [] : [{ id, name, from, to: verdict }];
  });
}

/** Whether the bands of both scores overlap; unknown where one has no score. */
export function sameWithinNoise(one: Scorecard | undefined, two: Scorecard | undefined): boolean | undefined {
  if (!one?.band || !two?.band) return undefined;
  return one.band.low <= two.band.high && two.band.low <= one.band.high;
}
