export type Command =
  | { kind: 'by'; ms: number }
  | { kind: 'to'; where: 'start' | 'end' }
  | { kind: 'toggle' }
  | { kind: 'turn'; step: 1 | -1 };

const STEP_MS = 5_000;
const SMALL_STEP_MS = 1_000;

interface Key {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** What a key means on the waveform; the browser's own combinations stay the browser's. */
export function commandOf({ key, shiftKey, altKey, ctrlKey, metaKey }: Key): Command | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  const step = shiftKey ? SMALL_STEP_MS : STEP_MS;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return { kind: 'by', ms: step };
    case 'ArrowLeft':
    case 'ArrowDown':
      return { kind: 'by', ms: -step };
    case 'Home':
      return { kind: 'to', where: 'start' };
    case 'End':
      return { kind: 'to', where: 'end' };
    case ' ':
      return { kind: 'toggle' };
    case '[':
      return { kind: 'turn', step: -1 };
    case ']':
      return { kind: 'turn', step: 1 };
    default:
      return undefined;
  }
}
