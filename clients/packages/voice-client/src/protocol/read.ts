import { PROTOCOL, type ServerMessage } from './messages';

/** One text frame: a message with its number, or why there is none. */
export type Reading =
  | { kind: 'message'; seq: number; message: ServerMessage }
  /** A type or version this page does not know: a later server may say more. */
  | { kind: 'unknown'; seq: number | undefined; type: string }
  | { kind: 'garbage' };

type Fields = Record<string, unknown>;
type Check = (value: unknown) => boolean;

const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const text: Check = (value) => typeof value === 'string';
const flag: Check = (value) => typeof value === 'boolean';
const one =
  (...words: string[]): Check =>
  (value) =>
    typeof value === 'string' && words.includes(value);
// Null stands for absent wherever something may be absent.
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || value === null || check(value);
const record =
  (shape: Record<string, Check>): Check =>
  (value) =>
    typeof value === 'object' && value !== null && Object.entries(shape).every(([k, c]) => c((value as Fields)[k]));
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

const ending = maybe(record({ turn: number, sentence: text }));
const rates = record({ up: number, down: number });

const SHAPES: Record<ServerMessage['type'], Check> = {
  ready: record({
    session: text,
    mode: one('pipeline', 'relay'),
    clock_ms: number,
    rates,
    next_turn: number,
    ear: record({ kind: one('server', 'browser', 'none'), id: maybe(text), why: maybe(text) }),
    mouth: record({ id: maybe(text), quality: maybe(one('preview', 'full')), why: maybe(text) }),
    activity: one('browser', 'server'),
    recording: flag,
    patience_ms: number,
    steering: maybe(one('each_turn', 'one_turn_late')),
  }),
  partial: record({ text }),
  turn: record({
    turn: record({ i: number, speaker: one('rep', 'buyer'), text, phase: text, at: text }),
    stage: text,
    phase: maybe(text),
    outcome: maybe(text),
    ending,
    interrupts: maybe(flag),
  }),
  clause: record({ turn: number, n: number, text, from_ms: number }),
  visemes: record({ turn: number, n: number, list: list(Array.isArray) }),
  said: record({ turn: number, audio_ms: number }),
  duck: record({ turn: number }),
  restore: record({ turn: number }),
  stop: record({ turn: number }),
  cut: record({ turn: number, text, heard_ms: number }),
  latency: record({
    turn: number,
    waited_ms: number,
    text_ms: number,
    first_word_ms: number,
    first_audio_ms: number,
    playing_ms: maybe(number),
  }),
  gauge: record({
    over_s: number,
    words_per_minute: maybe(number),
    words_per_minute_estimated: maybe(flag),
    talk_ratio: maybe(number),
    fillers: maybe(number),
    why_no_fillers: maybe(text),
  }),
  stepped_down: record({ to: one('next_provider', 'push_to_talk', 'text'), why: text }),
  stage: record({ stage: text, outcome: maybe(text), ending }),
  recording: record({ on: flag }),
  pong: record({ sent_ms: number, clock_ms: number }),
  trouble: record({ code: text, detail: text, key: maybe(text) }),
};

export function read(frame: string): Reading {
  let fields: unknown;
  try {
    fields = JSON.parse(frame);
  } catch {
    return { kind: 'garbage' };
  }
  if (typeof fields !== 'object' || fields === null) return { kind: 'garbage' };
  const { v, seq, type, ...rest } = fields as Fields;
  if (typeof type !== 'string' || typeof v !== 'number') return { kind: 'garbage' };
  const known = Object.hasOwn(SHAPES, type) ? SHAPES[type as ServerMessage['type']] : undefined;
  if (!known || v !== PROTOCOL) return { kind: 'unknown', seq: typeof seq === 'number' ? seq : undefined, type };
  if (typeof seq !== 'number' || !known(rest)) return { kind: 'garbage' };
  const present = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  return { kind: 'message', seq, message: { type, ...present } as ServerMessage };
}
