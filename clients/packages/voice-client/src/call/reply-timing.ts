import type { Latency } from '../protocol/messages';

const LONGEST_THOUGHT_MS = 20_000;

/** Between one's own last word and the counterpart's first sound: whether one waits, and for how long it was. */
export class ReplyTiming {
  readonly #after: (ms: number, run: () => void) => () => void;
  readonly #changed: () => void;
  #expected = false;
  #giveUp: () => void = () => undefined;
  #speechOverMs: number | undefined;
  #soundedAfter: { turn: number; ms: number } | undefined;
  #told: Latency | undefined;

  constructor(after: (ms: number, run: () => void) => () => void, changed: () => void) {
    this.#after = after;
    this.#changed = changed;
  }

  get expected(): boolean {
    return this.#expected;
  }

  /** An answer is expected, or not any more; one that never comes must not keep the room waiting. */
  expect(expected: boolean): void {
    this.#giveUp();
    this.#expected = expected;
    if (!expected) return;
    this.#giveUp = this.#after(LONGEST_THOUGHT_MS, () => {
      this.#expected = false;
      this.#changed();
    });
  }

  speechOver(atMs: number | undefined): void {
    this.#speechOverMs = atMs;
  }

  /** The first sound of a turn left the loudspeaker. */
  sounded(turn: number, atMs: number): void {
    if (this.#speechOverMs === undefined) return;
    this.#soundedAfter = { turn, ms: Math.max(0, Math.round(atMs - this.#speechOverMs)) };
    this.#speechOverMs = undefined;
  }

  told(latency: Latency): void {
    this.#told = latency;
  }

  /** What the server told, with what was measured here where it does not know it yet. */
  get latency(): Latency | undefined {
    const told = this.#told;
    const here = this.#soundedAfter;
    if (!told || told.playing_ms !== undefined || here?.turn !== told.turn) return told;
    return { ...told, playing_ms: here.ms };
  }
}
