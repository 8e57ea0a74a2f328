// Writes tokens.css from tokens.json: `npm run tokens`. The test fails when the two drift.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const round = (n) => Number(n.toFixed(4));

/** @param {typeof import('./src/tokens.json')} tokens */
export function toCss(tokens) {
  const colors = (scheme) =>
    Object.entries(tokens.color[scheme])
      .map(([name, value]) => `  --${name}: ${value.toLowerCase()};`)
      .join('\n');
  const sizes = tokens.type.steps
    .map((step) => `  --step-${step < 0 ? `m${-step}` : step}: ${round(tokens.type.ratio ** step)}rem;`)
    .join('\n');
  const spaces = tokens.space.steps
    .map((step) => `  --space-${step}: ${round((tokens.space['unit-px'] * step) / 16)}rem;`)
    .join('\n');
  return `/* Written by write-css.mjs from src/tokens.json; do not edit. */
:root {
${colors('light')}
${sizes}
${spaces}
  --serif: ${tokens.type.serif.replaceAll("'", '"')};
  --sans: ${tokens.type.sans.replaceAll("'", '"')};
  --radius: ${tokens['radius-px']}px;
  --motion: ${tokens['motion-ms']}ms;
  color-scheme: light;
}

:root[data-mantine-color-scheme='dark'] {
${colors('dark')}
  color-scheme: dark;
}

@media print {
  :root[data-mantine-color-scheme] {
${colors('light').replaceAll('\n', '\n  ').replace(/^/, '  ').replace('--paper: #fbfaf7', '--paper: #ffffff')}
    color-scheme: light;
  }
}

@media (prefers-reduced-motion: reduce) {
  :root {
    --motion: 0ms;
  }
}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const here = new URL('.', import.meta.url);
  const tokens = JSON.parse(readFileSync(new URL('src/tokens.json', here), 'utf8'));
  writeFileSync(new URL('tokens.css', here), toCss(tokens));
}
