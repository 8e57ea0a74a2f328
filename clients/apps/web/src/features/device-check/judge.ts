import { meter } from '@sellmeapen/voice-client';

export type Judgement = 'waiting' | 'good' | 'weak' | 'bad';

const HEARD_WELL = 0.4;
const HEARD_AT_ALL = 0.2;
const SLOW_MS = 250;
const ECHO_FLOOR = 0.002;
const ECHO_TIMES = 4;

/** From the loudest frame so far. */
export function judgeMicrophone(loudestRms: number): 'waiting' | 'good' | 'weak' {
  const level = meter(loudestRms);
  if (level >= HEARD_WELL) return 'good';
  return level >= HEARD_AT_ALL ? 'weak' : 'waiting';
}

/** The notes as the microphone had them: before they were played (noise, a humming fan) and while. */
export function judgeEcho(before: number[], during: number[]): 'waiting' | 'good' | 'weak' {
  if (during.length === 0) return 'waiting';
  const noise = median(before);
  const heard = median([...during].sort((a, b) => b - a).slice(0, Math.ceil(during.length / 2)));
  return heard > ECHO_FLOOR && heard > noise * ECHO_TIMES ? 'weak' : 'good';
}

/** From the quickest of some round trips; none came back where it is undefined. */
export function judgeNetwork(ms: number | undefined): 'good' | 'weak' | 'bad' {
  if (ms === undefined) return 'bad';
  return ms > SLOW_MS ? 'weak' : 'good';
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
