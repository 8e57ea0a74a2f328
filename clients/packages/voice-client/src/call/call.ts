import type { HeardNews } from '../playout/playout-line';
import type { ClientMessage, EarKind, Ready, ServerMessage } from '../protocol/messages';
import { BARGE_IN, BargeIn } from './barge-in';
import type { CallSettings } from './call-settings';
import { CounterpartVoice, present } from './counterpart-voice';
import { Link, type LinkState } from './link';
import { OwnVoice } from './own-voice';
import type { CallPorts, Speech, TicketWish } from './ports';
import { ReplyTiming } from './reply-timing';
import { firstView, troubled, type CallView, type Doing, type MicView } from './view';

/** One call from the first ticket to the last word: everything that is decided, nothing that is done to a device. */
export class Call {
  readonly #ports: CallPorts;
  readonly #settings: CallSettings;
  readonly #link: Link;
  readonly #own: OwnVoice;
  readonly #counterpart: CounterpartVoice;
  readonly #bargeIn: BargeIn;
  readonly #reply: ReplyTiming;
  readonly #watchers = new Set<() => void>();
  #ear: EarKind;
  #wantsMic = true;
  #talking = false;
  #pushToTalk = false;
  #held = false;
  #interrupted = false;
  #wasReady = false;
  /** Off once the conversation goes on in text alone. */
  #listens = true;
  #gauges: boolean;
  #view: CallView;

  constructor(ports: CallPorts, settings: CallSettings) {
    this.#ports = ports;
    this.#settings = settings;
    this.#ear = settings.ear;
    this.#gauges = settings.gauge;
    this.#bargeIn = new BargeIn({ ...BARGE_IN, language: settings.language });
    this.#reply = new ReplyTiming(ports.after, () => this.#settle());
    this.#link = new Link(
      { ...ports, ticket: () => ports.ticket(this.#wish()) },
      {
        hello: () => this.#hello(),
        ready: (ready) => this.#ready(ready),
        message: (message) => this.#message(message),
        sound: (pcm) => this.#counterpart.sound(pcm),
        state: (state) => this.#linkBecame(state),
      },
    );
    const send = (message: ClientMessage) => void this.#link.send(message);
    this.#counterpart = new CounterpartVoice(ports, send, settings.lastHeardTurn);
    this.#own = new OwnVoice(this.#link, ports.audio);
    this.#view = firstView(settings);
    ports.audio.listen({
      opened: (atMs) => this.#own.opened(atMs),
      closed: (atMs) => this.#own.closed(atMs),
      frame: (pcm, atMs) => this.#own.frame(pcm, atMs),
      activity: (speech) => this.#activity(speech),
      deaf: () => this.#link.state.is === 'open' && this.#link.open(),
      microphone: () => this.#settle(),
      heard: (news) => this.#heard(news),
    });
  }

  view = (): CallView => this.#view;

  subscribe = (changed: () => void): (() => void) => {
    this.#watchers.add(changed);
    return () => this.#watchers.delete(changed);
  };

  start(): void {
    this.#link.open();
  }

  /** The network is back, or the person does not want to wait. */
  nudge(): void {
    const { state } = this.#link;
    if (state.is !== 'closed') this.#link.nudge();
    else if (state.why !== 'paused') this.#link.open();
  }

  leave(): void {
    this.#held = false;
    this.#own.be(false);
    this.#counterpart.giveUp();
    this.#link.close();
  }

  wantMic(wanted: boolean): void {
    this.#wantsMic = wanted;
    this.#pushToTalk = false;
    this.#settle();
  }

  /** Pressed by hand or by the space bar: whoever does that means to speak now. */
  press(): void {
    if (this.#talking || this.#held) return;
    this.#talking = true;
    this.#settle();
    if (this.#link.send({ type: 'talk', state: 'pressed', at_ms: this.#clock() })) this.#interrupt();
    this.#settle();
  }

  release(): void {
    if (!this.#talking) return;
    this.#talking = false;
    const at = this.#clock();
    this.#own.talked(at);
    this.#reply.speechOver(at);
    this.#link.send({ type: 'talk', state: 'released', at_ms: at });
    this.#reply.expect(true);
    this.#settle();
  }

  /** A typed turn, at any time; kept until the record has it. */
  type(text: string): void {
    const unsaid = { key: this.#ports.newKey(), text };
    this.#change({ unsaid: [...this.#view.unsaid, unsaid], returned: undefined });
    this.#reply.speechOver(this.#clock());
    const tell = () => this.#link.send({ type: 'typed', ...unsaid });
    if (this.#link.state.is === 'open' && this.#counterpart.busy) this.#interrupt(tell);
    else tell();
    this.#reply.expect(true);
    this.#settle();
  }

  /** Words of the browser's own recogniser. */
  recognised(text: string, last: boolean): void {
    if (this.#ear !== 'browser') return;
    this.#link.send({ type: 'heard_text', text, last });
    this.#partial(text);
  }

  /** Another ear from now on; that needs a new socket. */
  useEar(ear: EarKind): void {
    this.#ear = ear;
    this.#link.open();
  }

  /** Shows how the person speaks while they do, or no longer. */
  showGauge(wanted: boolean): void {
    if (wanted === this.#gauges) return;
    this.#gauges = wanted;
    this.#link.send({ type: 'gauge', on: wanted });
    if (!wanted) this.#change({ gauge: undefined });
  }

  hold(): void {
    this.#held = true;
    this.#talking = false;
    this.#ports.audio.play({ type: 'hold' });
    this.#settle();
  }

  resume(): void {
    this.#held = false;
    this.#ports.audio.play({ type: 'release' });
    const { state } = this.#link;
    if (state.is === 'waiting') this.#link.nudge();
    // The server keeps no line open for a pause that lasts.
    else if (state.is === 'closed' && (state.why === 'paused' || state.why === 'over')) this.#link.open();
    this.#settle();
  }

  dismissNotice(): void {
    this.#change({ stepped: undefined, trouble: undefined });
  }

  #clock(): number {
    return Math.round(this.#ports.audio.clockMs());
  }

  #wish(): TicketWish {
    const { recording, patienceMs } = this.#settings;
    return {
      recording,
      activity: this.#activityBy(),
      ...(patienceMs === undefined ? {} : { patience_ms: patienceMs }),
    };
  }

  #activityBy(): 'browser' | 'server' {
    return this.#ports.audio.deaf ? 'server' : 'browser';
  }

  #hello(): ClientMessage {
    return {
      type: 'hello',
      last_heard_turn: this.#counterpart.lastHeard(),
      activity: this.#activityBy(),
      ear: this.#ear,
      headphones: this.#settings.headphones,
    };
  }

  #ready(told: Ready): void {
    const { audio, listener } = this.#ports;
    // Told before the server has read which ear this call has chosen.
    const ready: Ready = this.#ear === 'server' ? told : { ...told, ear: { ...told.ear, kind: this.#ear } };
    audio.anchor(ready.clock_ms);
    this.#own.rate = ready.rates.up;
    this.#own.tellsSpeech = ready.activity === 'browser';
    this.#counterpart.speaks = ready.mouth.id !== undefined;
    if (!this.#wasReady && ready.ear.kind === 'none') this.#wantsMic = false;
    if (this.#ear === 'browser') this.#wantsMic = true;
    this.#change({ ready, ear: ready.ear.kind, trouble: undefined });
    for (const unsaid of this.#view.unsaid) this.#link.send({ type: 'typed', ...unsaid });
    if (this.#gauges) this.#link.send({ type: 'gauge', on: true });
    if (this.#wasReady) listener.resync();
    this.#wasReady = true;
    // Somebody's turn was not spoken or not answered yet.
    this.#reply.expect(ready.next_turn - 1 > (this.#counterpart.heardTurn ?? -1));
    this.#settle();
  }

  #linkBecame(state: LinkState): void {
    // A new socket begins with an opening of its own.
    if (state.is !== 'open') this.#own.be(false);
    if (state.is === 'closed' && state.why !== 'over' && state.why !== 'paused') this.#counterpart.giveUp();
    this.#settle();
  }

  #message(message: ServerMessage): void {
    switch (message.type) {
      case 'turn':
        this.#turn(message);
        break;
      case 'partial':
        this.#partial(message.text);
        break;
      case 'clause':
        this.#counterpart.clause(message);
        break;
      case 'said':
        this.#counterpart.said(message.turn);
        break;
      case 'cut':
        this.#counterpart.cut(message.turn, message.text);
        break;
      case 'duck':
      case 'restore':
        this.#ports.audio.play({ type: message.type });
        break;
      case 'stop':
        this.#interrupt();
        break;
      case 'latency':
        this.#reply.told(message);
        break;
      case 'gauge':
        if (this.#gauges) this.#change({ gauge: message });
        break;
      case 'stepped_down':
        if (message.to === 'push_to_talk') this.#pushToTalk = true;
        if (message.to === 'text') this.#textOnly();
        this.#change({ stepped: { to: message.to, why: message.why } });
        break;
      case 'stage': {
        const { stage, outcome, ending } = message;
        if (stage === 'ended' || stage === 'scored') this.#own.be(false);
        this.#counterpart.stage(present({ stage, outcome, ending }));
        break;
      }
      case 'recording':
        if (this.#view.ready) this.#change({ ready: { ...this.#view.ready, recording: message.on } });
        break;
      case 'trouble':
        this.#change(troubled(this.#view, message));
        if (message.key !== undefined || message.code.startsWith('not-heard')) this.#reply.expect(false);
        break;
      case 'ready':
      case 'visemes':
      case 'pong':
        break;
    }
    this.#settle();
  }

  #turn(message: Extract<ServerMessage, { type: 'turn' }>): void {
    const { turn, stage, phase, outcome, ending } = message;
    if (turn.speaker !== this.#settings.mine) {
      this.#reply.expect(this.#counterpart.speaks && this.#counterpart.sounding === undefined);
      this.#counterpart.turn(message);
      return;
    }
    const typed = this.#view.unsaid.findIndex(({ text }) => text.trim() === turn.text.trim());
    if (typed >= 0) this.#change({ unsaid: this.#view.unsaid.filter((_, i) => i !== typed) });
    this.#change({ partial: '', trouble: undefined });
    this.#reply.expect(true);
    this.#interrupted = false;
    this.#ports.listener.turns([turn], present({ stage, phase, outcome, ending }));
  }

  #partial(text: string): void {
    this.#change({ partial: text });
    const local = this.#view.ready?.activity === 'browser';
    if (local && this.#bargeIn.text(text) === 'stop') this.#interrupt();
  }

  #activity(speech: Speech): void {
    if (!this.#own.open) return;
    const before = this.#own.speakingSince;
    // While push-to-talk is used it says everything there is to say.
    this.#own.tellsSpeech = this.#view.ready?.activity === 'browser' && !this.#talking;
    this.#own.activity(speech);
    const since = this.#own.speakingSince;
    if (since === undefined && before !== undefined) this.#reply.speechOver(this.#own.endedAtMs);
    if (this.#own.tellsSpeech) {
      const decision = this.#bargeIn.heard(speech.is === 'going_on' ? speech : undefined);
      if (decision === 'stop') this.#interrupt();
      else if (decision) this.#ports.audio.play({ type: decision });
      if (decision) this.#settle();
    }
    if ((since === undefined) !== (before === undefined)) {
      if (since !== undefined) this.#reply.expect(false);
      this.#settle();
    }
  }

  #interrupt(then?: () => void): void {
    if (this.#counterpart.busy) this.#interrupted = true;
    this.#bargeIn.quiet();
    this.#counterpart.stop(then);
  }

  #heard(news: HeardNews): void {
    this.#counterpart.heard(news);
    if (news.type === 'level') return;
    if (news.type === 'playing') {
      this.#bargeIn.sounding(news.atMs);
      this.#reply.expect(false);
      this.#interrupted = false;
      if (news.fromMs === 0) this.#reply.sounded(news.turn, news.atMs);
    } else if (news.type === 'played' || news.type === 'stopped') this.#bargeIn.quiet();
    else if (news.type === 'underrun') this.#change({ underruns: this.#view.underruns + 1 });
    this.#settle();
  }

  #textOnly(): void {
    this.#listens = false;
    this.#talking = false;
    this.#counterpart.giveUp();
  }

  /** Brings the microphone to where it should be and the view up to date. */
  #settle(): void {
    const there = this.#ports.audio.microphone === 'there';
    const open = this.#talking || (this.#wantsMic && !this.#pushToTalk);
    this.#own.be(this.#link.state.is === 'open' && there && open && !this.#held && this.#listens);
    this.#change({
      doing: this.#doing(),
      mic: this.#mic(open),
      talking: this.#talking,
      pushToTalk: this.#pushToTalk,
      caption: this.#counterpart.captions.shown,
      latency: this.#reply.latency,
      heardTurn: this.#counterpart.heardTurn,
    });
  }

  #mic(open: boolean): MicView {
    const { microphone } = this.#ports.audio;
    if (microphone !== 'there') return microphone;
    return open ? 'open' : 'closed';
  }

  #doing(): Doing {
    const { state } = this.#link;
    if (this.#held || (state.is === 'closed' && state.why === 'paused')) return { is: 'held' };
    if (state.is === 'closed' && !(state.why === 'over' && this.#counterpart.busy)) {
      return { is: 'ended', why: state.why };
    }
    if (this.#counterpart.sounding !== undefined)
      return { is: this.#bargeIn.ducked ? 'ducked' : 'counterpart_speaking' };
    if (state.is === 'waiting') return { is: 'reconnecting', attempt: state.attempt, forMs: state.forMs };
    if (state.is === 'connecting') {
      return this.#wasReady || state.attempt > 0
        ? { is: 'reconnecting', attempt: state.attempt, forMs: 0 }
        : { is: 'connecting' };
    }
    if (this.#talking || this.#own.speakingSince !== undefined) return { is: 'person_speaking' };
    if (this.#interrupted) return { is: 'interrupted' };
    return { is: this.#reply.expected ? 'thinking' : 'listening' };
  }

  #change(change: Partial<CallView>): void {
    const same = Object.entries(change).every(([key, value]) => equal(this.#view[key as keyof CallView], value));
    if (same) return;
    this.#view = { ...this.#view, ...change };
    for (const changed of this.#watchers) changed();
  }
}

function equal(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));
}
