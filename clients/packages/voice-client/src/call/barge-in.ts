import { isBackChannel } from './back-channel';

export interface BargeInSettings {
  language: string;
  duckMs: number;
  stopMs: number;
}

export const BARGE_IN = { duckMs: 250, stopMs: 600 };

export type BargeInDecision = 'duck' | 'stop' | 'restore';

/**
 * Own speech over the counterpart's: after 250 ms theirs is turned down, after 600 ms, or earlier on words that are more
 * than "mm-hm", it is stopped; otherwise it comes back when own speech ends. Counted on the call clock, in what was
 * heard, so that a busy page decides late but never differently.
 */
export class BargeIn {
  readonly #settings: BargeInSettings;
  #soundingSince: number | undefined;
  #speakingSince: number | undefined;
  #ducked = false;

  constructor(settings: BargeInSettings) {
    this.#settings = settings;
  }

  get ducked(): boolean {
    return this.#ducked;
  }

  /** The counterpart is heard from here on. */
  sounding(atMs: number): void {
    this.#soundingSince ??= atMs;
  }

  /** Nothing of the counterpart sounds any more. */
  quiet(): void {
    this.#soundingSince = undefined;
    this.#ducked = false;
  }

  /** Speech from its beginning to its last sound so far (not to now: what follows may be silence), or none. */
  heard(speech: { sinceMs: number; untilMs: number } | undefined): BargeInDecision | undefined {
    this.#speakingSince = speech?.sinceMs;
    if (this.#soundingSince === undefined) return undefined;
    if (speech === undefined) {
      if (!this.#ducked) return undefined;
      this.#ducked = false;
      return 'restore';
    }
    const over = speech.untilMs - Math.max(speech.sinceMs, this.#soundingSince);
    if (over >= this.#settings.stopMs) return this.#stop();
    if (over < this.#settings.duckMs || this.#ducked) return undefined;
    this.#ducked = true;
    return 'duck';
  }

  /** What the recogniser has so far of the speech going on now. */
  text(soFar: string): 'stop' | undefined {
    if (this.#soundingSince === undefined || this.#speakingSince === undefined) return undefined;
    // Words that began before the counterpart did are not said over them.
    if (this.#speakingSince < this.#soundingSince && !this.#ducked) return undefined;
    return isBackChannel(soFar, this.#settings.language) ? undefined : this.#stop();
  }

  #stop(): 'stop' {
    this.quiet();
    return 'stop';
  }
}
