import { describe, expect, it } from 'vitest';
import { hostOf, isAllowed, plainHost } from '../../shared/hosts';
import { draftOf, emptyDraft, entriesOf, entryOf, moved, providerFor, putEntry, titleOf, withEntries } from './draft';

const full = {
  provider: 'openai',
  model: 'gpt-x',
  base_url: 'https://eu.example.com/v1',
  key_id: 'k1',
  options: { effort: 'low' },
  latency_cap_ms: 900,
  monthly_cap_usd: 20,
  warn_at: 0.5,
  temperature: 0.3,
  data_region: 'EU',
  redact: false,
  prices: { input_per_million_usd: 1, cached_input_per_million_usd: 0.1, output_per_million_usd: 2 },
};

describe('an entry', () => {
  it('comes through the fields unchanged', () => {
    expect(entryOf(draftOf(full))).toEqual(full);
  });

  it('says nothing of what was left empty', () => {
    expect(entryOf({ ...emptyDraft('ollama'), model: ' llama ' })).toEqual({ provider: 'ollama', model: 'llama' });
  });

  it('keeps a zero, which is a temperature', () => {
    expect(entryOf({ ...emptyDraft('ollama'), temperature: '0' }).temperature).toBe(0);
  });

  it('has no prices where only one side was given', () => {
    expect(entryOf({ ...emptyDraft('ollama'), priceIn: '3' }).prices).toBeUndefined();
  });

  it('warns only of a cap', () => {
    expect(entryOf({ ...emptyDraft('ollama'), warnAt: '50' }).warn_at).toBeUndefined();
  });
});

describe('who hears and speaks', () => {
  const provider = (functions: string[], more: object) => ({
    id: 'openai',
    title: 'OpenAI',
    functions,
    needs_key: true,
    key_hint: '',
    lists_models: false,
    options: [],
    region: '',
    gives: [],
    ...more,
  });
  const words = provider(['talk', 'judge'], { base_url: 'https://words.example' });
  const mouth = provider(['speak'], { base_url: 'https://mouth.example', usual_model: 'tts' });

  it('is another line of the catalogue than who words, under the same name', () => {
    expect(providerFor([words, mouth], 'speak', 'openai')).toBe(mouth);
    expect(providerFor([words, mouth], 'talk', 'openai')).toBe(words);
    expect(providerFor([words, mouth], 'hear', 'openai')).toBeUndefined();
  });

  it('is called by the usual model where none is named', () => {
    expect(titleOf({ provider: 'openai', model: '' }, mouth)).toBe('OpenAI tts');
    expect(titleOf({ provider: 'openai', model: 'x' }, mouth)).toBe('OpenAI x');
  });

  it('keeps its voice and its own price', () => {
    const entry = { provider: 'openai', model: '', voice: 'nova', unit_price_usd: 12 };
    expect(entryOf(draftOf(entry))).toEqual(entry);
  });
});

describe('the order', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((model) => ({ provider: 'p', model }));
  const all = [a!, b!, c!];

  it('takes one up and down', () => {
    expect(moved(all, 2, 1).map(({ model }) => model)).toEqual(['a', 'c', 'b']);
    expect(moved(all, 0, 1).map(({ model }) => model)).toEqual(['b', 'a', 'c']);
  });

  it('puts a changed one where it stood, and one that is gone at the end', () => {
    const changed = { provider: 'p', model: 'z' };
    expect(putEntry(all, 'p\nb', changed).map(({ model }) => model)).toEqual(['a', 'z', 'c']);
    expect(putEntry(all, 'p\nnone', changed).map(({ model }) => model)).toEqual(['a', 'b', 'c', 'z']);
  });

  it('leaves the other functions alone and drops an empty one', () => {
    const functions = [
      { function: 'talk', entries: [a!] },
      { function: 'judge', entries: [b!] },
    ];
    const without = withEntries(functions, 'talk', []);
    expect(without).toEqual([{ function: 'judge', entries: [b] }]);
    expect(entriesOf(without, 'talk')).toEqual([]);
  });
});

describe('a host', () => {
  it('is named with its port', () => {
    expect(hostOf('https://api.example.com/v1')).toBe('api.example.com:443');
    expect(hostOf('http://gpu.lan')).toBe('gpu.lan:80');
    expect(hostOf('http://127.0.0.1:8000/v1')).toBe('127.0.0.1:8000');
    expect(hostOf('ws://ear.lan:2700')).toBe('ear.lan:2700');
    expect(hostOf('wss://ear.example.com')).toBe('ear.example.com:443');
    expect(hostOf('api.example.com')).toBeUndefined();
    expect(hostOf('ftp://api.example.com')).toBeUndefined();
    expect(plainHost('api.example.com:443')).toBe('api.example.com');
  });

  it('is allowed for one purpose at a time', () => {
    const hosts = [
      { id: '1', purpose: 'talk' as const, host: 'a.example', port: 443, allowed_by: 'p', allowed_at: '2026-01-01' },
    ];
    expect(isAllowed(hosts, 'talk', 'a.example:443')).toBe(true);
    expect(isAllowed(hosts, 'judge', 'a.example:443')).toBe(false);
    expect(isAllowed(hosts, 'talk', 'a.example:8443')).toBe(false);
  });
});
