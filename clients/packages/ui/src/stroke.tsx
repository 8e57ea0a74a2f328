import classes from './stroke.module.css';

/** A hand-drawn underline that stretches with what stands above it. */
export function InkStroke() {
  return (
    <svg className={classes.stroke} viewBox="0 0 120 8" preserveAspectRatio="none" aria-hidden="true">
      <path
        d="M1 5.400C14 2.500 31 3 46 4.100s33 2.300 47 .2C102 3 111 2.400 119 3.600"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
