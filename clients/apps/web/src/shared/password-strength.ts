export const MIN_LENGTH = 12;

export type Strength = 'short' | 'weak' | 'fair' | 'strong';

const RUNS = 'abcdefghijklmnopqrstuvwxyz 0123456789 qwertyuiop asdfghjkl zxcvbnm qwertzuiop azertyuiop';

/** A repeat or the continuation of a keyboard or alphabet run adds almost nothing that must be guessed. */
function worth(password: string): number {
  const letters = [...password.toLowerCase()];
  const seen = new Set<string>();
  let bits = 0;
  letters.forEach((letter, at) => {
    const pair = `${letters[at - 1] ?? ''}${letter}`;
    const lazy = at > 0 && (pair[0] === pair[1] || RUNS.includes(pair) || seen.has(pair));
    seen.add(pair);
    bits += lazy ? 0.8 : /[a-z]/.test(letter) ? 3.6 : 4.4;
  });
  return bits;
}

export function strengthOf(password: string): Strength {
  if ([...password].length < MIN_LENGTH) return 'short';
  const bits = worth(password);
  if (bits < 36) return 'weak';
  return bits < 58 ? 'fair' : 'strong';
}
