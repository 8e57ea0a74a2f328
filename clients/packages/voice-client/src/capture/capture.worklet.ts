import { CallClock } from '../sound/call-clock';
import { scope } from '../sound/worklet-scope';
import { CAPTURE, type CaptureNews, type CaptureOrder, type HeardFrame } from './capture-line';
import { FRAME_MS, Framer } from './framer';

const SILENCE = new Float32Array(128);

class CaptureProcessor extends scope.AudioWorkletProcessor {
  readonly #clock = new CallClock(scope.sampleRate);
  #framer: Framer | undefined;
  #rate = 0;
  #openedAtMs = 0;
  #skip = 0;
  #sent = 0;
  #listener: MessagePort | undefined;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<CaptureOrder>) => this.#obey(data);
  }

  #obey(order: CaptureOrder): void {
    if (order.type === 'anchor') this.#clock.set(order.anchor);
    else if (order.type === 'listener') this.#listener = order.port;
    else if (order.type === 'open') this.#open(order.rate);
    else this.#close();
  }

  #open(rate: number): void {
    const now = this.#clock.at(scope.currentFrame);
    // Frames begin on a whole millisecond: that is what the other side is told.
    this.#openedAtMs = Math.ceil(now);
    this.#skip = Math.round(((this.#openedAtMs - now) * scope.sampleRate) / 1000);
    this.#sent = 0;
    this.#rate = rate;
    this.#framer = new Framer(scope.sampleRate, rate);
    this.#tell({ type: 'opened', atMs: this.#openedAtMs });
  }

  #close(): void {
    if (!this.#framer) return;
    this.#framer = undefined;
    this.#tell({ type: 'closed', atMs: this.#openedAtMs + this.#sent * FRAME_MS });
  }

  process(inputs: Float32Array[][]): boolean {
    if (!this.#framer) return true;
    // A microphone that falls silent or away still takes its time.
    const input = inputs[0]?.[0] ?? SILENCE;
    const skipped = Math.min(this.#skip, input.length);
    this.#skip -= skipped;
    for (const { pcm, samples, index, rms } of this.#framer.push(input.subarray(skipped))) {
      const atMs = this.#openedAtMs + index * FRAME_MS;
      this.#sent = index + 1;
      this.#tell({ type: 'frame', pcm, atMs, rms }, [pcm.buffer]);
      const heard: HeardFrame = { samples, rate: this.#rate, atMs };
      this.#listener?.postMessage(heard, [samples.buffer]);
    }
    return true;
  }

  #tell(news: CaptureNews, moved: Transferable[] = []): void {
    this.port.postMessage(news, moved);
  }
}

scope.registerProcessor(CAPTURE, CaptureProcessor);
