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
  /** The browser's own recogniser may listen. */
  browserEar?: boolean;
}

export function voiceMemory(): VoiceMemory {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

export function rememberVoice(change: VoiceMemory): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...voiceMemory(), ...change }));
  } catch {
    // Storage may be forbidden; then it is asked again next time.
  }
}
