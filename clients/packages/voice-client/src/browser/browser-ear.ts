/** The part of the Web Speech API that is used; the DOM library does not describe it. */
interface Recognition extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: RecognitionEvent) => void) | null;
  onend: (() => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  start(): void;
  abort(): void;
}

interface RecognitionEvent {
  resultIndex: number;
  results: ArrayLike<{ isFinal: boolean; 0: { transcript: string } }>;
}

const scope = globalThis as {
  SpeechRecognition?: new () => Recognition;
  webkitSpeechRecognition?: new () => Recognition;
};

export interface BrowserEarEvents {
  /** Words so far of this utterance, or its last ones. */
  heard(text: string, last: boolean): void;
  /** It cannot go on: `not-allowed`, `network`, `audio-capture`… */
  failed(why: string): void;
}

/**
 * The browser's own recogniser, only where the person asked for it: most browsers send the sound to their maker.
 * It hears through a microphone of its own and ends now and then by itself; while wanted, it is started again.
 */
export class BrowserEar {
  readonly #events: BrowserEarEvents;
  readonly #language: string;
  #recognition: Recognition | undefined;
  #wanted = false;
  #quickEnds = 0;

  static available(): boolean {
    return (scope.SpeechRecognition ?? scope.webkitSpeechRecognition) !== undefined;
  }

  constructor(language: string, events: BrowserEarEvents) {
    this.#language = language;
    this.#events = events;
  }

  be(on: boolean): void {
    if (on === this.#wanted) return;
    this.#wanted = on;
    if (on) this.#start();
    else this.#recognition?.abort();
  }

  #start(): void {
    const Maker = scope.SpeechRecognition ?? scope.webkitSpeechRecognition;
    if (!Maker) return this.#fail('not-supported');
    const recognition = new Maker();
    const began = performance.now();
    this.#recognition = recognition;
    recognition.lang = this.#language;
    recognition.continuous = true;
    recognition.interimResults = true;
    recognition.onresult = ({ resultIndex, results }) => {
      this.#quickEnds = 0;
      let soFar = '';
      for (const result of Array.from(results).slice(resultIndex)) {
        if (result.isFinal) this.#events.heard(result[0].transcript.trim(), true);
        else soFar += result[0].transcript;
      }
      if (soFar.trim() !== '') this.#events.heard(soFar.trim(), false);
    };
    recognition.onerror = ({ error }) => {
      if (error !== 'no-speech' && error !== 'aborted') this.#fail(error);
    };
    recognition.onend = () => {
      if (!this.#wanted) return;
      // One that ends as soon as it starts, again and again, never says why.
      this.#quickEnds = performance.now() - began < 1000 ? this.#quickEnds + 1 : 0;
      if (this.#quickEnds >= 3) this.#fail('ends-at-once');
      else this.#start();
    };
    recognition.start();
  }

  #fail(why: string): void {
    this.#wanted = false;
    this.#events.failed(why);
  }
}
