import type { HeardFrame } from '../capture/capture-line';
import type { SpeechDetector, SpeechListener } from '../activity';
import type { ActivityNews } from './activity-line';

type MakeDetector = (rate: number, listener: SpeechListener) => SpeechDetector;

/** Brings frames to a detector and its findings onto the call clock; a gap in the frames begins anew. */
export class Listening {
  readonly #make: MakeDetector;
  readonly #tell: (news: ActivityNews) => void;
  #detector: SpeechDetector | undefined;
  #rate = 0;
  #nextMs: number | undefined;
  #sinceMs: number | undefined;
  #untilMs = 0;

  constructor(make: MakeDetector, tell: (news: ActivityNews) => void) {
    this.#make = make;
    this.#tell = tell;
  }

  accept({ samples, rate, atMs }: HeardFrame): void {
    const detector = this.#detectorAt(rate, atMs);
    detector.accept(samples);
    this.#nextMs = atMs + (samples.length * 1000) / rate;
    if (this.#sinceMs === undefined) return;
    const untilMs = this.#sinceMs + detector.spokenMs();
    if (untilMs === this.#untilMs) return;
    this.#untilMs = untilMs;
    this.#tell({ type: 'speech', sinceMs: this.#sinceMs, untilMs });
  }

  #detectorAt(rate: number, atMs: number): SpeechDetector {
    if (!this.#detector || rate !== this.#rate) {
      this.#rate = rate;
      this.#detector = this.#make(rate, {
        started: (startMs) => {
          this.#sinceMs = startMs;
          this.#untilMs = startMs;
        },
        stopped: (endedMs) => {
          this.#sinceMs = undefined;
          this.#tell({ type: 'over', endedMs });
        },
      });
      this.#detector.reset(atMs);
      this.#sinceMs = undefined;
    } else if (this.#nextMs !== undefined && Math.abs(atMs - this.#nextMs) > 1) {
      if (this.#sinceMs !== undefined) this.#tell({ type: 'over', endedMs: this.#untilMs });
      this.#sinceMs = undefined;
      this.#detector.reset(atMs);
    }
    return this.#detector;
  }
}
