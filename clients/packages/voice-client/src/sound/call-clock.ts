/** Where the call clock stands at one frame of the audio context; capture and playout are told the same. */
export interface ClockAnchor {
  frame: number;
  ms: number;
}

/** The call clock: milliseconds of the session, counted in samples of the one audio context. */
export class CallClock {
  #anchor: ClockAnchor = { frame: 0, ms: 0 };

  constructor(readonly rate: number) {}

  set(anchor: ClockAnchor): void {
    this.#anchor = anchor;
  }

  at(frame: number): number {
    return this.#anchor.ms + ((frame - this.#anchor.frame) * 1000) / this.rate;
  }
}
