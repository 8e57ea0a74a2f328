import { CallClock } from '../sound/call-clock';
import { scope } from '../sound/worklet-scope';
import { PLAYOUT_NODE, type HeardNews, type PlayoutOrder } from './playout-line';
import { PlayoutQueue } from './playout-queue';

class PlayoutProcessor extends scope.AudioWorkletProcessor {
  readonly #clock = new CallClock(scope.sampleRate);
  #latencyMs = 0;
  readonly #queue = new PlayoutQueue(scope.sampleRate, ({ frame, ...news }) => {
    const heard = { ...news, atMs: this.#clock.at(frame) + this.#latencyMs } as HeardNews;
    this.port.postMessage(heard);
  });

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<PlayoutOrder>) => this.#obey(data);
  }

  #obey(order: PlayoutOrder): void {
    switch (order.type) {
      case 'anchor':
        return this.#clock.set(order.anchor);
      case 'latency':
        this.#latencyMs = order.ms;
        return;
      case 'audio':
        return this.#queue.audio(order.turn, order.clause, order.pcm);
      case 'said':
        return this.#queue.said(order.turn);
      case 'stop':
        return this.#queue.stop(order.turn);
      case 'duck':
      case 'restore':
      case 'hold':
      case 'release':
      case 'reset':
        return this.#queue[order.type]();
    }
  }

  process(_inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const channels = outputs[0] ?? [];
    const [first] = channels;
    if (!first) return true;
    this.#queue.render(first, scope.currentFrame);
    for (const other of channels.slice(1)) other.set(first);
    return true;
  }
}

scope.registerProcessor(PLAYOUT_NODE, PlayoutProcessor);
