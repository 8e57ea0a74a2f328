import captureUrl from '../capture/capture.worklet.ts?worker&url';
import { CAPTURE, type CaptureNews, type CaptureOrder } from '../capture/capture-line';
import type { AudioEvents, CallAudio, MicrophoneState, SpeakerOrder } from '../call/ports';
import type { ActivityNews, ActivityOrder } from '../ear/activity-line';
import playoutUrl from '../playout/playout.worklet.ts?worker&url';
import { PLAYOUT_NODE, type HeardNews, type PlayoutOrder } from '../playout/playout-line';
import { CallClock } from '../sound/call-clock';

const BEST_RATE = 24_000;
const LATENCY_EVERY_MS = 1_000;

export interface VoiceAudioSettings {
  /** Address of `silero-v5-16k.bin`. */
  weights: string;
  /** Which microphone, by its id; the browser's choice where absent. */
  microphoneId: string | undefined;
  /**
   * The browser may even out how loud somebody is. It helps a recogniser to a soft voice, and makes every voice steady:
   * of sound whose loudness will be told it must not.
   */
  evensOut: boolean;
}

/** What moves too fast for a screen's state: read it once a frame. */
export interface Levels {
  own: number;
  counterpart: number;
}

const NOBODY: AudioEvents = {
  opened: () => undefined,
  frame: () => undefined,
  closed: () => undefined,
  activity: () => undefined,
  deaf: () => undefined,
  microphone: () => undefined,
  heard: () => undefined,
};

/** A browser's microphone and loudspeaker in one audio context, so that both are counted by one clock. */
export class VoiceAudio implements CallAudio {
  readonly levels: Levels = { own: 0, counterpart: 0 };
  readonly #context: AudioContext;
  readonly #capture: AudioWorkletNode;
  readonly #playout: AudioWorkletNode;
  readonly #clock: CallClock;
  readonly #worker: Worker;
  readonly #ticking: ReturnType<typeof setInterval>;
  #events: AudioEvents = NOBODY;
  #stream: MediaStream | undefined;
  #source: MediaStreamAudioSourceNode | undefined;
  #open = false;
  #closed = false;
  #microphoneId: string | undefined;
  readonly #evensOut: boolean;
  microphone: MicrophoneState = 'asking';
  deaf = false;

  private constructor(context: AudioContext, settings: VoiceAudioSettings) {
    this.#context = context;
    this.#clock = new CallClock(context.sampleRate);
    this.#microphoneId = settings.microphoneId;
    this.#evensOut = settings.evensOut;
    this.#playout = new AudioWorkletNode(context, PLAYOUT_NODE, { numberOfInputs: 0, outputChannelCount: [1] });
    this.#playout.connect(context.destination);
    this.#playout.port.onmessage = ({ data }: MessageEvent<HeardNews>) => this.#heard(data);
    // Its output is silence: only what leads to the loudspeaker is sure to be computed.
    this.#capture = new AudioWorkletNode(context, CAPTURE, { channelCount: 1, channelCountMode: 'explicit' });
    this.#capture.connect(context.destination);
    this.#capture.port.onmessage = ({ data }: MessageEvent<CaptureNews>) => this.#captured(data);
    this.#worker = new Worker(new URL('../ear/activity.worker.ts', import.meta.url), { type: 'module' });
    this.#worker.onmessage = ({ data }: MessageEvent<ActivityNews>) => this.#activity(data);
    this.#worker.onerror = () => this.#activity({ type: 'deaf', why: 'the worker did not start' });
    const { port1, port2 } = new MessageChannel();
    this.#toCapture({ type: 'listener', port: port1 }, [port1]);
    void this.#teach(settings.weights, port2);
    this.#ticking = setInterval(() => this.#tellLatency(), LATENCY_EVERY_MS);
    this.#tellLatency();
  }

  /** The page fetches what the worker learns: a worker's own policy lets it fetch nothing. */
  async #teach(url: string, port: MessagePort): Promise<void> {
    try {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(`the weights did not come: ${answer.status}`);
      const weights = await answer.arrayBuffer();
      const begin: ActivityOrder = { type: 'begin', weights, port };
      this.#worker.postMessage(begin, [port, weights]);
    } catch (trouble) {
      this.#activity({ type: 'deaf', why: String(trouble) });
    }
  }

  /** Sounds at once where a person has touched the page; the microphone is asked for beside that. */
  static async open(settings: VoiceAudioSettings): Promise<VoiceAudio> {
    const context = contextFor();
    void context.resume();
    await Promise.all([context.audioWorklet.addModule(captureUrl), context.audioWorklet.addModule(playoutUrl)]);
    const audio = new VoiceAudio(context, settings);
    navigator.mediaDevices?.addEventListener('devicechange', audio.#devicesChanged);
    void audio.useMicrophone(settings.microphoneId);
    return audio;
  }

  /** False until the person touches the page, where the browser asks for that. */
  get running(): boolean {
    return this.#context.state === 'running';
  }

  onRunning(changed: () => void): () => void {
    this.#context.addEventListener('statechange', changed);
    return () => this.#context.removeEventListener('statechange', changed);
  }

  resume(): Promise<void> {
    return this.#context.resume();
  }

  listen(events: AudioEvents): void {
    this.#events = events;
    if (this.deaf) events.deaf();
  }

  clockMs(): number {
    return this.#clock.at(this.#context.currentTime * this.#context.sampleRate);
  }

  anchor(ms: number): void {
    const anchor = { frame: Math.round(this.#context.currentTime * this.#context.sampleRate), ms };
    this.#clock.set(anchor);
    this.#toCapture({ type: 'anchor', anchor });
    this.#toPlayout({ type: 'anchor', anchor });
  }

  open(rate: number): void {
    this.#open = true;
    this.#listenTo(true);
    this.#toCapture({ type: 'open', rate });
  }

  close(): void {
    this.#open = false;
    this.#listenTo(false);
    this.levels.own = 0;
    this.#toCapture({ type: 'close' });
  }

  play(order: SpeakerOrder): void {
    this.#toPlayout(order, order.type === 'audio' ? [order.pcm.buffer as ArrayBuffer] : []);
  }

  /** Asks for a microphone and takes it; what came of it is told as `microphone`. */
  async useMicrophone(id: string | undefined): Promise<void> {
    this.#microphoneId = id;
    let stream: MediaStream;
    try {
      stream = await microphone(id, this.#evensOut);
    } catch (trouble) {
      const name = trouble instanceof DOMException ? trouble.name : '';
      if (id !== undefined && (name === 'OverconstrainedError' || name === 'NotFoundError')) {
        // The one remembered is not plugged in: any other will do.
        return this.useMicrophone(undefined);
      }
      this.#become(name === 'NotAllowedError' || name === 'SecurityError' ? 'blocked' : 'none');
      return;
    }
    if (this.#closed) return stop(stream);
    this.#release();
    this.#stream = stream;
    this.#source = this.#context.createMediaStreamSource(stream);
    this.#source.connect(this.#capture);
    this.#listenTo(this.#open);
    for (const track of stream.getTracks()) track.addEventListener('ended', () => this.#lost(stream));
    this.#become('there');
  }

  shut(): void {
    this.#closed = true;
    this.#events = NOBODY;
    clearInterval(this.#ticking);
    navigator.mediaDevices?.removeEventListener('devicechange', this.#devicesChanged);
    this.#release();
    this.#worker.terminate();
    void this.#context.close();
  }

  readonly #devicesChanged = () => {
    if (this.microphone === 'none' && !this.#closed) void this.useMicrophone(this.#microphoneId);
  };

  #lost(stream: MediaStream): void {
    if (stream !== this.#stream) return;
    this.#release();
    this.#become('none');
    void this.useMicrophone(undefined);
  }

  #become(state: MicrophoneState): void {
    this.microphone = state;
    this.#events.microphone(state);
  }

  #release(): void {
    this.#source?.disconnect();
    if (this.#stream) stop(this.#stream);
    this.#source = this.#stream = undefined;
  }

  /** A closed microphone hears nothing, not even here. */
  #listenTo(on: boolean): void {
    for (const track of this.#stream?.getAudioTracks() ?? []) track.enabled = on;
  }

  #captured(news: CaptureNews): void {
    if (news.type === 'opened') this.#events.opened(news.atMs);
    else if (news.type === 'closed') this.#events.closed(news.atMs);
    else {
      this.levels.own = news.rms;
      this.#events.frame(news.pcm, news.atMs, news.rms);
    }
  }

  #heard(news: HeardNews): void {
    if (news.type === 'level') this.levels.counterpart = news.rms;
    this.#events.heard(news);
  }

  #activity(news: ActivityNews): void {
    if (news.type === 'speech') this.#events.activity({ is: 'going_on', sinceMs: news.sinceMs, untilMs: news.untilMs });
    else if (news.type === 'over') this.#events.activity({ is: 'over', endedMs: news.endedMs });
    else {
      this.deaf = true;
      this.#events.deaf();
    }
  }

  #tellLatency(): void {
    const { baseLatency = 0, outputLatency = 0 } = this.#context;
    this.#toPlayout({ type: 'latency', ms: (baseLatency + outputLatency) * 1000 });
  }

  #toCapture(order: CaptureOrder, moved: Transferable[] = []): void {
    this.#capture.port.postMessage(order, moved);
  }

  #toPlayout(order: PlayoutOrder, moved: Transferable[] = []): void {
    this.#playout.port.postMessage(order, moved);
  }
}

/** At 24 kHz where the browser lets a microphone into such a context, else at the device's own rate. */
function contextFor(): AudioContext {
  const latencyHint = 'interactive';
  // Firefox does not connect a microphone to a context of another rate.
  if (/firefox/i.test(navigator.userAgent)) return new AudioContext({ latencyHint });
  try {
    return new AudioContext({ latencyHint, sampleRate: BEST_RATE });
  } catch {
    return new AudioContext({ latencyHint });
  }
}

function microphone(id: string | undefined, evensOut: boolean): Promise<MediaStream> {
  if (!navigator.mediaDevices) return Promise.reject(new DOMException('not a secure page', 'SecurityError'));
  return navigator.mediaDevices.getUserMedia({
    audio: {
      ...(id === undefined ? {} : { deviceId: { exact: id } }),
      channelCount: 1,
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: evensOut,
    },
  });
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
