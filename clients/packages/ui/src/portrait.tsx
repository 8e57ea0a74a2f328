import classes from './portrait.module.css';

function initials(name: string): string {
  // Titles such as "Dr." are not names.
  const parts = name.split(/\s+/).filter((part) => !part.endsWith('.'));
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => part?.[0] ?? '').join('');
}

/** The counterpart as a monogram in a pulled circle of ink; the circle is drawn anew while they speak. */
export function Portrait({ name, speaking = false, size = 72 }: { name: string; speaking?: boolean; size?: number }) {
  return (
    <svg
      className={classes.portrait}
      data-speaking={speaking || undefined}
      viewBox="0 0 72 72"
      width={size}
      height={size}
      aria-hidden="true"
    >
      <path
        className={classes.ring}
        pathLength="100"
        d="M41 5.600C22 2.800 6.200 16 5.400 34.500 4.600 54 19.500 67 37 66.500 55 66 67.500 52 66.300 34 65.200 17.500 52 6.500 34.500 8.200"
      />
      <text x="36" y="44" className={classes.initials}>
        {initials(name)}
      </text>
    </svg>
  );
}
