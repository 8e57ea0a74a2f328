// Fails the build when the first load of any page needs more than 200 kB (gzip) of script.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET = 200_000;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

const sizes = new Map();
function size(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(new URL(file, dist))).length);
  return sizes.get(file);
}

function files(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const other of chunk.imports ?? []) files(other, seen);
  return seen;
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
// English is always fetched before the first paint although it is imported late.
const always = files(entry);
for (const key of Object.keys(manifest)) if (key.endsWith('messages/en.json')) files(key, always);

let worst = ['', 0];
const pages = Object.keys(manifest).filter((key) => key.includes('/features/') && manifest[key].isDynamicEntry);
for (const page of pages) {
  const needed = files(page, new Set(always));
  const bytes = [...needed].filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + size(file), 0);
  if (bytes > worst[1]) worst = [page, bytes];
}
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
console.log(`first load of script, gzip: at most ${kB(worst[1])} (${worst[0]}) of ${kB(BUDGET)}`);
if (pages.length === 0 || worst[1] > BUDGET) {
  console.error(pages.length === 0 ? 'no split pages found: the budget was not measured' : 'the budget is exceeded');
  process.exit(1);
}
