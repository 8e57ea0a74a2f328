// Style sheets speak of inline and block, never of left and right: a right-to-left page needs nothing else then.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const PHYSICAL =
  /(^|[\s;{])((margin|padding|border|inset)-(left|right)(-\w+)?|left|right|float|text-align\s*:\s*(left|right))\s*[:;]/;
const COLOUR = /#[0-9a-f]{3,8}\b/i;

const sheets = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.css'))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .filter((path) => !/node_modules|[/\\](dist|target)[/\\]|tokens\.css$/.test(path));

const faults = sheets.flatMap((path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      const where = `${relative(root, path)}:${at + 1}`;
      if (PHYSICAL.test(line)) return [`${where} physical direction: ${line.trim()}`];
      if (COLOUR.test(line)) return [`${where} colour outside the tokens: ${line.trim()}`];
      return [];
    }),
);
if (sheets.length === 0) faults.push('no style sheets found: nothing was checked');
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
