import { meter } from '@sellmeapen/voice-client';
import { useEffect, useRef, type RefObject } from 'react';

const FALL_A_FRAME = 0.86;

/** Keeps a loudness as `--level` (0 to 1) on an element: quick to rise, slow to fall, without a render. */
export function useLevel<E extends HTMLElement>(read: () => number): RefObject<E | null> {
  const element = useRef<E>(null);
  const reading = useRef(read);
  useEffect(() => {
    reading.current = read;
  });
  useEffect(() => {
    let shown = 0;
    let frame = requestAnimationFrame(function draw() {
      const now = meter(reading.current());
      const next = now > shown ? now : shown * FALL_A_FRAME;
      if (Math.abs(next - shown) > 0.002) element.current?.style.setProperty('--level', next.toFixed(3));
      shown = next;
      frame = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return element;
}
