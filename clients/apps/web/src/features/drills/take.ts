import type { DrillCheck } from '@sellmeapen/api-client';

/** How much of a drill one column of the strip holds. */
export const COLUMN_MS = 200;

/** Adds the loudness of a frame to the column in which it was heard. */
export function louder(columns: number[], atMs: number, rms: number): number[] {
  const column = Math.floor(atMs / COLUMN_MS);
  const next = columns.length > column ? [...columns] : [...columns, ...Array(column + 1 - columns.length).fill(0)];
  next[column] = Math.max(next[column] ?? 0, rms);
  return next;
}

export type Aim =
  { is: 'least'; n: number } | { is: 'most'; n: number } | { is: 'between'; low: number; high: number } | undefined;

export function aimOf({ at_least: least, at_most: most }: DrillCheck): Aim {
  if (least !== undefined && most !== undefined) return { is: 'between', low: least, high: most };
  if (least !== undefined) return { is: 'least', n: least };
  return most === undefined ? undefined : { is: 'most', n: most };
}

/** When something is due, as a day from today; nothing where it is now. */
export function dueIn(dueAt: string, now: number): string | undefined {
  return Date.parse(dueAt) > now ? dueAt : undefined;
}

/** Whether most of what a drill is about was not measured, so that its score tells of the rest alone. */
export function mostlyUnheard(checks: DrillCheck[]): boolean {
  const weight = (of: DrillCheck[]) => of.reduce((sum, check) => sum + check.of, 0);
  return 2 * weight(checks.filter(({ points }) => points === undefined)) > weight(checks);
}
