// SPDX-License-Identifier: GPL-3.0-or-later
//
// Puts the package in place when it is not there yet. Part of the build, and no reason for it to fail: without the package
// the product looks for the machine's own espeak-ng, and says so when there is none.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const name = 'node_modules/@echogarden/espeak-ng-emscripten';
const wanted = JSON.parse(readFileSync(here + 'package-lock.json', 'utf8')).packages[name].version;
const there = here + name + '/package.json';

if (!existsSync(there) || JSON.parse(readFileSync(there, 'utf8')).version !== wanted) {
  const npm = ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  if (spawnSync('npm', npm, { cwd: here, stdio: 'ignore' }).status !== 0) {
    console.error('[WARNING] The offline voice could not be fetched (npm ci in voice-espeak/). Everything else works; later: node voice-espeak/install.mjs');
  }
}
