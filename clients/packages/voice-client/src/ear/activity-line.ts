/** To the worker that listens for speech: the weights once (it may fetch nothing itself), and where the frames come from. */
export type ActivityOrder = { type: 'begin'; weights: ArrayBuffer; port: MessagePort };

/** From it, on the call clock. */
export type ActivityNews =
  | { type: 'speech'; sinceMs: number; untilMs: number }
  | { type: 'over'; endedMs: number }
  /** It cannot judge: somebody else has to. */
  | { type: 'deaf'; why: string };
