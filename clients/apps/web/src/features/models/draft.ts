import type { FunctionModels, ModelEntry, ModelProvider } from '@sellmeapen/api-client';
import { hostOf, type FunctionName } from '../../shared/hosts';

/** An entry while it is written: what stands in the fields, as text. */
export interface Draft {
  provider: string;
  model: string;
  voice: string;
  baseUrl: string;
  keyId: string;
  /** A key that is typed and not kept yet. */
  newKey: string;
  options: Record<string, string>;
  latencyCapMs: string;
  monthlyCapUsd: string;
  warnAt: string;
  temperature: string;
  dataRegion: string;
  redact: boolean;
  priceIn: string;
  priceCached: string;
  priceOut: string;
  /** By the minute that is heard or sent, or the million characters that are spoken. */
  unitPrice: string;
}

const WARN_AT = 80;

const shown = (value: number | undefined) => (value === undefined ? '' : String(value));

export function draftOf(entry: ModelEntry): Draft {
  return {
    provider: entry.provider,
    model: entry.model,
    voice: entry.voice ?? '',
    baseUrl: entry.base_url ?? '',
    keyId: entry.key_id ?? '',
    newKey: '',
    options: { ...entry.options },
    latencyCapMs: shown(entry.latency_cap_ms),
    monthlyCapUsd: shown(entry.monthly_cap_usd),
    warnAt: String(Math.round((entry.warn_at ?? WARN_AT / 100) * 100)),
    temperature: shown(entry.temperature),
    dataRegion: entry.data_region ?? '',
    redact: entry.redact ?? true,
    priceIn: shown(entry.prices?.input_per_million_usd),
    priceCached: shown(entry.prices?.cached_input_per_million_usd),
    priceOut: shown(entry.prices?.output_per_million_usd),
    unitPrice: shown(entry.unit_price_usd),
  };
}

export const emptyDraft = (provider: string): Draft => draftOf({ provider, model: '' });

const number = (text: string): number | undefined => {
  const value = Number(text.trim());
  return text.trim() !== '' && Number.isFinite(value) ? value : undefined;
};
const words = (text: string): string | undefined => text.trim() || undefined;

/** What travels: only what was said. */
export function entryOf(draft: Draft): ModelEntry {
  const options = Object.fromEntries(Object.entries(draft.options).filter(([, value]) => value.trim() !== ''));
  const [input, output] = [number(draft.priceIn), number(draft.priceOut)];
  const cached = number(draft.priceCached);
  const cap = number(draft.monthlyCapUsd);
  const warn = number(draft.warnAt);
  const entry = {
    provider: draft.provider,
    model: draft.model.trim(),
    voice: words(draft.voice),
    base_url: words(draft.baseUrl),
    key_id: words(draft.keyId),
    options: Object.keys(options).length > 0 ? options : undefined,
    latency_cap_ms: number(draft.latencyCapMs),
    monthly_cap_usd: cap,
    warn_at: cap === undefined || warn === undefined || warn === WARN_AT ? undefined : warn / 100,
    temperature: number(draft.temperature),
    data_region: words(draft.dataRegion),
    redact: draft.redact ? undefined : false,
    prices:
      input === undefined || output === undefined
        ? undefined
        : {
            input_per_million_usd: input,
            output_per_million_usd: output,
            ...(cached === undefined ? {} : { cached_input_per_million_usd: cached }),
          },
    unit_price_usd: number(draft.unitPrice),
  };
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as unknown as ModelEntry;
}

/** Two entries of one function are the same where they ask the same model of the same provider. */
export const entryKey = (entry: { provider: string; model: string }): string => `${entry.provider}\n${entry.model}`;

export const entriesOf = (functions: FunctionModels[], name: FunctionName): ModelEntry[] =>
  functions.find((one) => one.function === name)?.entries ?? [];

/** The whole setup with other entries for one function; a function without any is left out. */
export function withEntries(functions: FunctionModels[], name: FunctionName, entries: ModelEntry[]): FunctionModels[] {
  const others = functions.filter((one) => one.function !== name);
  return entries.length === 0 ? others : [...others, { function: name, entries }];
}

/** In place of the one that was opened; at the end where it is new, or gone meanwhile. */
export function putEntry(entries: ModelEntry[], opened: string | undefined, entry: ModelEntry): ModelEntry[] {
  const at = entries.findIndex((one) => entryKey(one) === opened);
  return at < 0 ? [...entries, entry] : entries.map((one, n) => (n === at ? entry : one));
}

export function moved<T>(items: T[], from: number, to: number): T[] {
  const rest = items.filter((_, n) => n !== from);
  const item = items[from];
  return item === undefined ? items : [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** Where names can be taken out of what leaves; sound cannot be taken apart. */
export const isInWords = (name: FunctionName): boolean => name === 'talk' || name === 'judge' || name === 'embed';

export type SpeechName = 'hear' | 'speak' | 'realtime';

/** Who hears or speaks, or does both; asked by sound and not by words. */
export const isSpeech = (name: FunctionName): name is SpeechName =>
  name === 'hear' || name === 'speak' || name === 'realtime';

/** A vendor stands in the catalogue once for words, and again for hearing, for speaking, and for both in one. */
export const providerFor = (providers: ModelProvider[], name: string, id: string): ModelProvider | undefined =>
  providers.find((one) => one.id === id && one.functions.includes(name));

/** As it is called on the page; the model may be the vendor's usual or only one. */
export const titleOf = (entry: { provider: string; model: string }, provider: ModelProvider | undefined): string =>
  [provider?.title ?? entry.provider, entry.model || provider?.usual_model].filter(Boolean).join(' ');

/** Where an entry goes, or nothing while its address is none. */
export const whereTo = (
  entry: { base_url?: string | undefined },
  provider: ModelProvider | undefined,
): string | undefined => hostOf(entry.base_url || provider?.base_url);
