import { fromPcm16, loudness } from '../sound/pcm';
import { Resampler } from '../sound/resampler';

/** What a queue tells of what sounds; frames are those of the audio context. */
export type PlayoutNews =
  | { type: 'playing'; turn: number; fromMs: number; frame: number }
  | { type: 'clause'; turn: number; clause: number; frame: number }
  | { type: 'underrun'; turn: number; playedMs: number; nextTargetMs: number; frame: number }
  | { type: 'played'; turn: number; playedMs: number; frame: number }
  | { type: 'stopped'; turn: number; playedMs: number; frame: number }
  | { type: 'level'; rms: number; frame: number };

export interface PlayoutSettings {
  /** How much must be there before it starts, at best and at worst. */
  targetMs: number;
  mostTargetMs: number;
  /** A short clause does not wait for more than this. */
  patienceMs: number;
  /** More than this is not kept. */
  mostMs: number;
}

export const PLAYOUT: PlayoutSettings = { targetMs: 60, mostTargetMs: 200, patienceMs: 120, mostMs: 180_000 };

const DOWN_RATE = 24_000;
const DUCKED = 0.1; // 20 dB
const DUCK_MS = 10;
const RESTORE_MS = 60;
const EDGE_MS = 3;
const LEVEL_EVERY_MS = 40;
const RAISED_BY_MS = 40;

interface Piece {
  turn: number;
  clause: number;
  samples: Float32Array;
}

/**
 * The counterpart's sound on its way to the loudspeaker: collected until there is enough to run on, played without a
 * click, ducked, stopped within one block, and told sample by sample.
 */
export class PlayoutQueue {
  readonly #rate: number;
  readonly #settings: PlayoutSettings;
  readonly #tell: (news: PlayoutNews) => void;
  #pieces: Piece[] = [];
  #offset = 0;
  #queued = 0;
  #said = new Set<number>();
  #played = new Map<number, number>();
  #resampler: { turn: number; by: Resampler } | undefined;
  #silencedUpTo = -1;
  #state: 'waiting' | 'sounding' = 'waiting';
  #waitingSince: number | undefined;
  #current: { turn: number; clause: number } | undefined;
  #target: number;
  #gain = 1;
  #wanted = 1;
  #fadedIn = 0;
  #stopping = false;
  #held: 'no' | 'asked' | 'yes' = 'no';
  #nextLevel = 0;
  #loud = false;

  constructor(rate: number, tell: (news: PlayoutNews) => void, settings: PlayoutSettings = PLAYOUT) {
    this.#rate = rate;
    this.#tell = tell;
    this.#settings = settings;
    this.#target = settings.targetMs;
  }

  audio(turn: number, clause: number, pcm: Int16Array): void {
    // Still in flight when the turn was interrupted.
    if (turn <= this.#silencedUpTo || this.#ms(this.#queued) > this.#settings.mostMs) return;
    if (this.#resampler?.turn !== turn) this.#resampler = { turn, by: new Resampler(DOWN_RATE, this.#rate) };
    this.#add(turn, clause, this.#resampler.by.push(fromPcm16(pcm)));
  }

  /** All of this turn has been handed over. */
  said(turn: number): void {
    if (turn <= this.#silencedUpTo) return;
    if (this.#resampler?.turn === turn) this.#add(turn, this.#pieces.at(-1)?.clause ?? 0, this.#resampler.by.flush());
    this.#said.add(turn);
  }

  duck(): void {
    this.#wanted = DUCKED;
  }

  restore(): void {
    this.#wanted = 1;
  }

  /** Silence within the next block; what is left of this turn, here or on its way, is dropped. */
  stop(turn: number): void {
    this.#silencedUpTo = Math.max(this.#silencedUpTo, turn);
    this.#stopping = true;
  }

  /** Forgets everything; the same turn may be spoken again from its start. */
  reset(): void {
    this.#clear(Number.POSITIVE_INFINITY);
    this.#silencedUpTo = -1;
    this.#played.clear();
    this.#said.clear();
    this.#resampler = undefined;
    this.#stopping = false;
    this.#wanted = 1;
  }

  hold(): void {
    if (this.#held === 'no') this.#held = 'asked';
  }

  release(): void {
    this.#held = 'no';
  }

  /** Fills one block of the context beginning at `frame`. */
  render(out: Float32Array, frame: number): void {
    out.fill(0);
    if (this.#stopping) this.#stopInto(out, frame);
    else if (this.#held === 'asked') this.#holdInto(out, frame);
    else if (this.#held === 'no') {
      if (this.#state === 'waiting') this.#maybeStart(frame);
      if (this.#state === 'sounding') this.#sound(out, frame);
    }
    this.#level(out, frame);
  }

  #stopInto(out: Float32Array, frame: number): void {
    this.#stopping = false;
    const turn = this.#current?.turn ?? this.#silencedUpTo;
    if (this.#state === 'sounding' && turn <= this.#silencedUpTo) {
      this.#fade(out, this.#copy(out, frame));
      this.#tell({ type: 'stopped', turn, playedMs: this.#playedMs(turn), frame: frame + out.length });
    } else {
      this.#tell({ type: 'stopped', turn: this.#silencedUpTo, playedMs: this.#playedMs(this.#silencedUpTo), frame });
    }
    this.#clear(this.#silencedUpTo);
    this.#gain = this.#wanted = 1;
  }

  #holdInto(out: Float32Array, frame: number): void {
    this.#held = 'yes';
    if (this.#state !== 'sounding') return;
    this.#fade(out, this.#copy(out, frame));
    this.#state = 'waiting';
  }

  #maybeStart(frame: number): void {
    const head = this.#pieces[0];
    if (!head) return;
    this.#waitingSince ??= frame;
    const enough = this.#ms(this.#queued) >= this.#target;
    const late = this.#ms(frame - this.#waitingSince) >= this.#settings.patienceMs;
    if (!enough && !late && !this.#said.has(head.turn)) return;
    this.#state = 'sounding';
    this.#waitingSince = undefined;
    this.#fadedIn = 0;
    this.#tell({ type: 'playing', turn: head.turn, fromMs: this.#playedMs(head.turn), frame });
  }

  #sound(out: Float32Array, frame: number): void {
    const turn = this.#pieces[0]?.turn;
    const length = this.#copy(out, frame);
    if (this.#pieces.length > 0 || turn === undefined) return;
    const last = this.#current?.turn ?? turn;
    const end = frame + length;
    this.#state = 'waiting';
    if (this.#said.has(last)) {
      this.#finish(last, end);
      this.#target = Math.max(this.#settings.targetMs, this.#target - RAISED_BY_MS / 2);
      return;
    }
    this.#fade(out, length, Math.min(length, Math.round((EDGE_MS * this.#rate) / 1000)));
    this.#target = Math.min(this.#settings.mostTargetMs, this.#target + RAISED_BY_MS);
    this.#tell({
      type: 'underrun',
      turn: last,
      playedMs: this.#playedMs(last),
      nextTargetMs: this.#target,
      frame: end,
    });
  }

  /** Moves samples into the block with level and edges applied; answers with how many there were. */
  #copy(out: Float32Array, frame: number): number {
    const step = (1 - DUCKED) / ((this.#wanted < this.#gain ? DUCK_MS : RESTORE_MS) * (this.#rate / 1000));
    const edge = (EDGE_MS * this.#rate) / 1000;
    let at = 0;
    while (at < out.length) {
      const piece = this.#pieces[0];
      if (!piece) break;
      this.#announce(piece, frame + at);
      const taken = Math.min(out.length - at, piece.samples.length - this.#offset);
      for (let i = 0; i < taken; i++, at++, this.#offset++) {
        if (this.#gain > this.#wanted) this.#gain = Math.max(this.#wanted, this.#gain - step);
        else if (this.#gain < this.#wanted) this.#gain = Math.min(this.#wanted, this.#gain + step);
        const rise = this.#fadedIn < edge ? this.#fadedIn++ / edge : 1;
        out[at] = (piece.samples[this.#offset] as number) * this.#gain * rise;
      }
      this.#queued -= taken;
      this.#played.set(piece.turn, (this.#played.get(piece.turn) ?? 0) + taken);
      if (this.#offset < piece.samples.length) continue;
      this.#pieces.shift();
      this.#offset = 0;
    }
    return at;
  }

  #announce(piece: Piece, frame: number): void {
    const before = this.#current;
    if (before?.turn === piece.turn && before.clause === piece.clause) return;
    if (before && before.turn !== piece.turn && this.#said.has(before.turn)) {
      this.#finish(before.turn, frame);
      this.#tell({ type: 'playing', turn: piece.turn, fromMs: this.#playedMs(piece.turn), frame });
    }
    this.#current = { turn: piece.turn, clause: piece.clause };
    this.#tell({ type: 'clause', turn: piece.turn, clause: piece.clause, frame });
  }

  #finish(turn: number, frame: number): void {
    this.#said.delete(turn);
    this.#current = undefined;
    this.#tell({ type: 'played', turn, playedMs: this.#playedMs(turn), frame });
    this.#played.delete(turn);
  }

  /** Lets the last `over` of the first `length` samples sink to nothing. */
  #fade(out: Float32Array, length: number, over = length): void {
    for (let i = 0; i < over; i++) {
      const at = length - over + i;
      out[at] = (out[at] as number) * (1 - (i + 1) / over);
    }
    this.#fadedIn = 0;
  }

  #add(turn: number, clause: number, samples: Float32Array): void {
    if (samples.length === 0) return;
    this.#pieces.push({ turn, clause, samples });
    this.#queued += samples.length;
  }

  #clear(upTo: number): void {
    const held = this.#pieces[0];
    this.#pieces = this.#pieces.filter(({ turn }) => turn > upTo);
    if (this.#pieces[0] !== held) this.#offset = 0;
    this.#queued = this.#pieces.reduce((sum, { samples }) => sum + samples.length, 0) - this.#offset;
    if (this.#current && this.#current.turn <= upTo) this.#current = undefined;
    this.#state = 'waiting';
    this.#waitingSince = undefined;
  }

  #level(out: Float32Array, frame: number): void {
    if (frame < this.#nextLevel) return;
    const rms = loudness(out);
    // One zero after the sound is enough.
    if (rms === 0 && !this.#loud) return;
    this.#loud = rms > 0;
    this.#nextLevel = frame + (LEVEL_EVERY_MS * this.#rate) / 1000;
    this.#tell({ type: 'level', rms, frame });
  }

  #ms(samples: number): number {
    return (samples * 1000) / this.#rate;
  }

  #playedMs(turn: number): number {
    return this.#ms(this.#played.get(turn) ?? 0);
  }
}
