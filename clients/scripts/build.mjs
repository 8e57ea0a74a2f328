// What Maven runs: `node scripts/build.mjs build` and `… check`. A step whose inputs did not change is skipped.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamps = join(root, '.build');
const SKIP = new Set(['node_modules', 'dist', '.build', 'target', 'coverage']);

function digest(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths)
    hash.update(relative(root, path).split(sep).join('/')).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

function sources(folder = root) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !SKIP.has(name))
    .flatMap((entry) => (entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

function once(step, key, result, work) {
  const stamp = join(stamps, step);
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === key) {
    console.log(`clients: ${step} is up to date`);
    return;
  }
  work();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, key);
}

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const run = (...words) => {
  console.log(`clients: npm ${words.join(' ')}`);
  execFileSync(npm, words, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
};

function install() {
  const key = digest([join(root, 'package-lock.json')]);
  once('install', key, join(root, 'node_modules', '.package-lock.json'), () => run('ci', '--no-audit', '--no-fund'));
}

// The page ships it, but it lies where the server finds it too.
const outside = [join(root, '..', 'content', 'audio', 'silero-v5-16k.bin')];

install();
const key = digest([...sources(), ...outside]);
if (process.argv[2] === 'check') {
  once('check', key, root, () => {
    run('run', '-s', 'lint');
    run('run', '-s', 'test');
  });
} else {
  once('build', key, join(root, 'apps', 'web', 'dist', 'index.html'), () => {
    run('run', '-s', 'typecheck');
    run('run', '-s', 'build');
    // File names carry a digest: what Maven copied before would stay beside the new ones.
    rmSync(join(root, 'target', 'classes', 'web'), { recursive: true, force: true });
  });
}
