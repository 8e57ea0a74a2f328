import classes from './logo.module.css';

/** One pull of the pen: it starts as a signature and runs out as the line under a quote. */
export function LogoMark({ size = 32 }: { size?: number }) {
  return (
    <svg className={classes.mark} viewBox="0 0 48 32" width={size * 1.5} height={size} fill="none" aria-hidden="true">
      <path
        d="M3.2 23.6c5.4-.4 11.9-6.2 13.4-11.9 1-3.900-.3-7.300-3-7.300-3.100 0-4.600 4.100-2.300 7.400 2.200 3.200 6.600 4.600 7.700 8.300 1 3.400-1.600 6.700-5 6.700-2.500 0-4.200-1.500-4-3.500.4-3.100 6.100-4.300 11.900-4.600 8.800-.4 12.900 2.400 22.700-1.100"
        stroke="currentColor"
        strokeWidth="2.3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M45.600 16.200l-1.900 2.900" stroke="currentColor" strokeWidth="1.200" strokeLinecap="round" />
    </svg>
  );
}

export function Logo({ size = 28 }: { size?: number }) {
  return (
    <span className={classes.logo}>
      <LogoMark size={size} />
      <span className={classes.word}>SellMeAPen</span>
    </span>
  );
}
