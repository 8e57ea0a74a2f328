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

/**
 * What the difference of two scores says: nothing for sure where the bands overlap; little about how it was said where
 * one take is much shorter, because what was never reached counts too; unknown where one has no score.
 */
export function meaningOfDifference(
  one: Scorecard | undefined,
  two: Scorecard | undefined,
  turns: { one: number; two: number },
): 'chance' | 'length' | 'more_than_chance' | undefined {
  if (!one?.band || !two?.band) return undefined;
  if (one.band.low <= two.band.high && two.band.low <= one.band.high) return 'chance';
  return Math.min(turns.one, turns.two) * 3 < Math.max(turns.one, turns.two) * 2 ? 'length' : 'more_than_chance';
}
