import type { VoiceOffer } from '@sellmeapen/api-client';
import { whyWord, type Why } from './why';

/** What is to be known of the voice before anybody counts on it: nothing, what it cannot speak, or that it cannot at all. */
export function voiceLimits({ mouth }: Pick<VoiceOffer, 'mouth'>): { is: 'limited' | 'silent'; why: Why } | undefined {
  if (mouth.limit !== undefined) return { is: 'limited', why: whyWord(mouth.limit) };
  if (mouth.id === undefined && mouth.why?.startsWith('language-')) return { is: 'silent', why: whyWord(mouth.why) };
  return undefined;
}
