import type { EarKind, Gauge, Latency, Ready, ServerMessage, StepDown } from '../protocol/messages';
import type { CallSettings } from './call-settings';
import type { Caption } from './captions';
import type { LinkEnd } from './link';

/** The one thing that is going on. */
export type Doing =
  | { is: 'connecting' }
  | { is: 'listening' }
  | { is: 'person_speaking' }
  | { is: 'thinking' }
  | { is: 'counterpart_speaking' }
  | { is: 'ducked' }
  | { is: 'interrupted' }
  | { is: 'held' }
  | { is: 'reconnecting'; attempt: number; forMs: number }
  | { is: 'ended'; why: LinkEnd };

export type MicView = 'asking' | 'open' | 'closed' | 'blocked' | 'none';

/** Everything a screen needs to draw a call; a new object whenever something of it changed. */
export interface CallView {
  doing: Doing;
  mic: MicView;
  /** Push-to-talk is held down. */
  talking: boolean;
  /** The microphone opens only while it is held down. */
  pushToTalk: boolean;
  ear: EarKind;
  ready: Ready | undefined;
  caption: Caption | undefined;
  /** The last of the counterpart's turns that need not be heard any more. */
  heardTurn: number | null;
  /** Own words so far. */
  partial: string;
  /** Typed here, not yet confirmed. */
  unsaid: { key: string; text: string }[];
  /** Typed here last and not taken, to stand again where it was typed; `trouble` says why. */
  returned: { text: string } | undefined;
  latency: Latency | undefined;
  /** How they speak, where they asked for it and something is known. */
  gauge: Gauge | undefined;
  stepped: { to: StepDown; why: string } | undefined;
  trouble: { code: string; detail: string } | undefined;
  underruns: number;
}

export function firstView(settings: CallSettings): CallView {
  return {
    doing: { is: 'connecting' },
    mic: 'closed',
    talking: false,
    pushToTalk: false,
    ear: settings.ear,
    ready: undefined,
    caption: undefined,
    heardTurn: settings.lastHeardTurn,
    partial: '',
    unsaid: [],
    returned: undefined,
    latency: undefined,
    gauge: undefined,
    stepped: undefined,
    trouble: undefined,
    underruns: 0,
  };
}

/** Typed words that the server refused are not said, and nobody sends them again on their own. */
export function troubled(
  view: CallView,
  { code, detail, key }: Extract<ServerMessage, { type: 'trouble' }>,
): Partial<CallView> {
  const refused = view.unsaid.find((typed) => typed.key === key);
  const trouble = { code, detail };
  if (!refused) return { trouble };
  return { trouble, unsaid: view.unsaid.filter((typed) => typed !== refused), returned: { text: refused.text } };
}
