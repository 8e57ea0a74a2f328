import type { TimeSpan } from './moments';

/** What is needed of an audio element. */
export interface Sound {
  currentTime: number;
  playbackRate: number;
  preservesPitch: boolean;
  readonly paused: boolean;
  play: () => Promise<void>;
  pause: () => void;
  addEventListener: (event: string, listener: () => void) => void;
  removeEventListener: (event: string, listener: () => void) => void;
}

export const SPEEDS = [0.75, 1, 1.25, 1.5, 2] as const;

const EVENTS = ['play', 'pause', 'ended', 'seeking', 'seeked', 'timeupdate', 'ratechange', 'error'] as const;

/** Plays the recording, or a stretch of it. Tells its listeners at every picture while it plays. */
export class Player {
  #sound: Sound | undefined;
  #until: number | undefined;
  #stretch: string | undefined;
  #failed = false;
  readonly #listeners = new Set<() => void>();
  readonly #lengthMs: number;
  readonly #eachPicture: (tell: () => void) => () => void;

  /** @param eachPicture calls back before every picture until it is stopped */
  constructor(lengthMs: number, eachPicture: (tell: () => void) => () => void) {
    this.#lengthMs = lengthMs;
    this.#eachPicture = eachPicture;
  }

  /** Takes the element that sounds; answers how to let go of it. */
  attach(sound: Sound): () => void {
    this.#sound = sound;
    sound.preservesPitch = true;
    let stopPictures: (() => void) | undefined;
    const changed = () => {
      if (!sound.paused && !stopPictures) stopPictures = this.#eachPicture(this.#tick);
      if (sound.paused) {
        stopPictures?.();
        stopPictures = undefined;
      }
      this.#tick();
    };
    const failed = () => {
      this.#failed = true;
      this.#tick();
    };
    EVENTS.forEach((event) => sound.addEventListener(event, event === 'error' ? failed : changed));
    return () => {
      EVENTS.forEach((event) => sound.removeEventListener(event, event === 'error' ? failed : changed));
      stopPictures?.();
      sound.pause();
      this.#sound = undefined;
    };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get lengthMs(): number {
    return this.#lengthMs;
  }

  get at(): number {
    return Math.min(this.#lengthMs, (this.#sound?.currentTime ?? 0) * 1000);
  }

  get playing(): boolean {
    return this.#sound !== undefined && !this.#sound.paused;
  }

  /** Which stretch is being played; absent while all of it is. */
  get stretch(): string | undefined {
    return this.playing ? this.#stretch : undefined;
  }

  get failed(): boolean {
    return this.#failed;
  }

  get speed(): number {
    return this.#sound?.playbackRate ?? 1;
  }

  setSpeed(speed: number): void {
    if (this.#sound) this.#sound.playbackRate = speed;
  }

  toggle(): void {
    if (this.playing) {
      this.#sound?.pause();
      return;
    }
    this.#leaveStretch();
    if (this.at >= this.#lengthMs - 50) this.#move(0);
    this.#start();
  }

  /** Goes there; plays on if it plays. A stretch that was being played is left. */
  seek(ms: number): void {
    this.#leaveStretch();
    this.#move(ms);
    this.#tell();
  }

  /** Plays from there to there and stops; the same stretch again while it plays stops it. */
  playStretch(name: string, { start, end }: TimeSpan): void {
    if (this.stretch === name) {
      this.#sound?.pause();
      return;
    }
    this.#move(start);
    this.#until = Math.min(end, this.#lengthMs);
    this.#stretch = name;
    this.#start();
  }

  #start(): void {
    this.#failed = false;
    // Refused where the browser has it so, or the sound cannot be had; the element's own event tells the latter.
    this.#sound?.play().catch(() => this.#tell());
  }

  #move(ms: number): void {
    if (this.#sound) this.#sound.currentTime = Math.max(0, Math.min(this.#lengthMs, ms)) / 1000;
  }

  #leaveStretch(): void {
    this.#until = undefined;
    this.#stretch = undefined;
  }

  #tick = (): void => {
    if (this.#until !== undefined && this.at >= this.#until) {
      this.#leaveStretch();
      this.#sound?.pause();
    }
    this.#tell();
  };

  #tell(): void {
    this.#listeners.forEach((listener) => listener());
  }
}
