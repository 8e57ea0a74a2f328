const KEY = 'sellmeapen.voice';

/** What this device remembers about speaking. Nothing of it leaves the browser but the wish to be recorded. */
export interface VoiceMemory {
  way?: 'voice' | 'text';
  /** The device check was passed or put aside once. */
  checked?: boolean;
  microphoneId?: string | undefined;
  /** Consent to a recording of one's own voice. */
  record?: boolean;
  headphones?: boolean;
  /** Pace, share of the talk and fillers are shown while one speaks. */
  gauge?: boolean;
  /** How long one may think before what was said counts as finished. */
  patienceMs?: number;
  /** The browser's own recogniser may listen. */
  browserEar?: boolean;
}

/** Time to think, in milliseconds: the first is what everybody has who chose nothing. */
export const PATIENCE_MS = { usual: 1500, long: 3000, very_long: 5000 } as const;

export function voiceMemory(): VoiceMemory {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

/** What is measured is how somebody sells. */
export const gaugeWanted = (seat: 'seller' | 'buyer') => seat === 'seller' && voiceMemory().gauge === true;

/** What is recorded is measured afterwards, how steadily loud it was too. */
export const evensOut = () => voiceMemory().record !== true;

export function rememberVoice(change: VoiceMemory): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...voiceMemory(), ...change }));
  } catch {
    // Storage may be forbidden; then it is asked again next time.
  }
}
