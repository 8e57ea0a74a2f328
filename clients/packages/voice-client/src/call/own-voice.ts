import type { ClientMessage } from '../protocol/messages';
import type { Link } from './link';
import type { CallAudio, Speech } from './ports';

/** Two seconds at 24 kHz that do not leave: more would only arrive too late. */
const CONGESTED_BYTES = 96_000;
const RELIEVED_BYTES = 16_000;

/** One's own voice on its way out: frames without a gap, or a plain word where they go on. */
export class OwnVoice {
  readonly #link: Link;
  readonly #audio: CallAudio;
  #rate = 24_000;
  #open = false;
  #congested = false;
  #opening = false;
  #since: number | undefined;
  #endedAtMs: number | undefined;
  /** Speech is judged here and told to the server. */
  tellsSpeech = true;

  constructor(link: Link, audio: CallAudio) {
    this.#link = link;
    this.#audio = audio;
  }

  get open(): boolean {
    return this.#open;
  }

  /** Own speech unbroken since then. */
  get speakingSince(): number | undefined {
    return this.#since;
  }

  get endedAtMs(): number | undefined {
    return this.#endedAtMs;
  }

  set rate(rate: number) {
    this.#rate = rate;
  }

  /** Opens or closes, as it should be now; a new socket always begins with an opening of its own. */
  be(open: boolean): void {
    if (open === this.#open) return;
    this.#open = open;
    if (open) {
      this.#opening = true;
      this.#audio.open(this.#rate);
      return;
    }
    this.#audio.close();
    // What was being said ends here: with a closed microphone no frame will ever tell.
    this.activity({ is: 'over', endedMs: this.#audio.clockMs() });
  }

  opened(atMs: number): void {
    this.#opening = false;
    this.#congested = false;
    if (this.#open) this.#link.send({ type: 'mic', state: 'open', at_ms: Math.round(atMs) });
  }

  closed(atMs: number): void {
    this.#link.send({ type: 'mic', state: 'closed', at_ms: Math.round(atMs) });
  }

  frame(pcm: Int16Array<ArrayBuffer>, atMs: number): void {
    if (!this.#open || this.#opening || this.#link.state.is !== 'open') return;
    const backlog = this.#link.backlog();
    if (backlog > CONGESTED_BYTES && !this.#congested) {
      this.#congested = true;
      this.#link.send({ type: 'mic', state: 'closed', at_ms: Math.round(atMs) });
    }
    if (this.#congested && backlog > RELIEVED_BYTES) return;
    if (this.#congested) {
      this.#congested = false;
      this.#link.send({ type: 'mic', state: 'open', at_ms: Math.round(atMs) });
    }
    this.#link.sound(pcm);
  }

  activity(speech: Speech): void {
    if (speech.is === 'going_on') {
      if (this.#since === undefined) this.#tell('started', speech.sinceMs);
      this.#since = speech.sinceMs;
      return;
    }
    if (this.#since === undefined) return;
    this.#since = undefined;
    this.#endedAtMs = speech.endedMs;
    this.#tell('stopped', this.#endedAtMs);
  }

  /** Push-to-talk says itself when it begins and ends. */
  talked(endedAtMs: number): void {
    this.#endedAtMs = endedAtMs;
  }

  #tell(state: 'started' | 'stopped', at: number): void {
    if (!this.tellsSpeech) return;
    const message: ClientMessage = { type: 'speech', state, at_ms: Math.round(at) };
    this.#link.send(message);
  }
}
