export type PartWeights = Record<string, number>;

/** What the parts of one score weigh together. */
export const WHOLE = 100;

export const sumOf = (weights: PartWeights) => Object.values(weights).reduce((sum, weight) => sum + weight, 0);

export const isWhole = (weights: PartWeights) =>
  sumOf(weights) === WHOLE && Object.values(weights).every((weight) => weight >= 0 && weight <= WHOLE);
