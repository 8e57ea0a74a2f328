import { VoiceAudio } from '@sellmeapen/voice-client/browser';
import { useCallback, useEffect, useRef, useState } from 'react';
import { sileroWeights } from '../../shared/silero-weights';
import { voiceMemory } from '../../shared/voice-memory';
import { louder } from './take';
import { wavOf } from './wav';

/** What measuring works at; nothing is gained by sending more. */
const RATE = 16_000;
const COUNT_FROM = 3;
const SECOND_MS = 1_000;
const PICTURE_EVERY = 5;

export type Recording =
  | { is: 'idle' }
  | { is: 'opening' }
  | { is: 'impossible'; why: 'blocked' | 'none' | 'insecure' | 'failed' }
  | { is: 'counting'; from: number }
  | { is: 'recording'; leftMs: number; columns: number[] }
  | { is: 'done'; wav: Blob };

export interface Recorder {
  state: Recording;
  begin: () => void;
  /** Ends the take before its time is over; what was said counts. */
  finish: () => void;
  /** Throws the take away. */
  leave: () => void;
}

/** Records one take of so many seconds: opens the microphone, counts down, listens, lets go of it. */
export function useRecorder(seconds: number): Recorder {
  const [state, setState] = useState<Recording>({ is: 'idle' });
  const take = useRef<Take>(undefined);
  useEffect(() => () => take.current?.shut(), []);
  const begin = useCallback(() => {
    take.current?.shut();
    take.current = new Take(seconds * SECOND_MS, setState);
  }, [seconds]);
  const finish = useCallback(() => take.current?.finish(), []);
  const leave = useCallback(() => {
    take.current?.shut();
    setState({ is: 'idle' });
  }, []);
  return { state, begin, finish, leave };
}

class Take {
  readonly #lengthMs: number;
  readonly #tell: (state: Recording) => void;
  readonly #frames: Int16Array<ArrayBuffer>[] = [];
  #columns: number[] = [];
  #heardMs = 0;
  #audio: VoiceAudio | undefined;
  #counting: ReturnType<typeof setInterval> | undefined;
  #over = false;

  constructor(lengthMs: number, tell: (state: Recording) => void) {
    this.#lengthMs = lengthMs;
    this.#tell = tell;
    tell({ is: 'opening' });
    if (!navigator.mediaDevices) this.#fail('insecure');
    else void this.#open();
  }

  async #open(): Promise<void> {
    try {
      const audio = await VoiceAudio.open({
        weights: sileroWeights,
        microphoneId: voiceMemory().microphoneId,
        evensOut: false,
      });
      if (this.#over) return audio.shut();
      this.#audio = audio;
      audio.listen({
        opened: () => undefined,
        closed: () => undefined,
        activity: () => undefined,
        deaf: () => undefined,
        heard: () => undefined,
        microphone: () => this.#microphone(),
        frame: (pcm, _, rms) => this.#frame(pcm, rms),
      });
      this.#microphone();
    } catch {
      this.#fail('failed');
    }
  }

  #microphone(): void {
    const state = this.#audio?.microphone;
    if (this.#over || state === 'asking') return;
    if (state === 'there') {
      if (this.#counting === undefined) this.#count(COUNT_FROM);
    } else if (this.#frames.length > 0) this.finish();
    else this.#fail(state ?? 'failed');
  }

  #count(from: number): void {
    void this.#audio?.resume();
    this.#tell({ is: 'counting', from });
    let left = from;
    this.#counting = setInterval(() => {
      left -= 1;
      if (left > 0) return this.#tell({ is: 'counting', from: left });
      clearInterval(this.#counting);
      this.#tell({ is: 'recording', leftMs: this.#lengthMs, columns: [] });
      this.#audio?.open(RATE);
    }, SECOND_MS);
  }

  #frame(pcm: Int16Array<ArrayBuffer>, rms: number): void {
    if (this.#over) return;
    this.#frames.push(pcm);
    this.#columns = louder(this.#columns, this.#heardMs, rms);
    this.#heardMs += (pcm.length / RATE) * SECOND_MS;
    if (this.#heardMs >= this.#lengthMs) this.finish();
    else if (this.#frames.length % PICTURE_EVERY === 0)
      this.#tell({ is: 'recording', leftMs: this.#lengthMs - this.#heardMs, columns: this.#columns });
  }

  finish(): void {
    if (this.#over || this.#frames.length === 0) return;
    this.shut();
    this.#tell({ is: 'done', wav: wavOf(this.#frames, RATE) });
  }

  #fail(why: 'blocked' | 'none' | 'insecure' | 'failed'): void {
    this.shut();
    this.#tell({ is: 'impossible', why });
  }

  shut(): void {
    this.#over = true;
    clearInterval(this.#counting);
    this.#audio?.shut();
    this.#audio = undefined;
  }
}
