/** To the worker that listens for speech: the weights once, then where the frames come from. */
export type ActivityOrder = { type: 'begin'; weights: string; port: MessagePort };

/** From it, on the call clock. */
export type ActivityNews =
  | { type: 'speech'; sinceMs: number; untilMs: number }
  | { type: 'over'; endedMs: number }
  /** It cannot judge: somebody else has to. */
  | { type: 'deaf'; why: string };
