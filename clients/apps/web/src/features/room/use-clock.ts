import { useEffect, useState } from 'react';

/** Seconds of the conversation: the server's count, carried on here while it runs. */
export function useClock(elapsedSeconds: number, countedAt: number, running: boolean): number {
  const [now, setNow] = useState(countedAt);
  useEffect(() => {
    if (!running) return undefined;
    const tick = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(tick);
  }, [running]);
  return running ? elapsedSeconds + Math.max(0, now - countedAt) / 1000 : elapsedSeconds;
}
