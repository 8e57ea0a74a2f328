// Lets the browser's detector hear every WAV file (16 kHz, mono, 16 bit) of a folder: node evals/activity/listen.mjs FOLDER
// One line an event: file, kind, where, when told. evals/activity/run compares them with the server's.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const top = fileURLToPath(new URL('../../', import.meta.url));
const vite = createRequire(join(top, 'clients/package.json')).resolve('vite');
const { runnerImport } = await import(pathToFileURL(vite));
const { module: activity } = await runnerImport(join(top, 'clients/packages/voice-client/src/activity/index.ts'));

const file = readFileSync(join(top, 'content/audio/silero-v5-16k.bin'));
const weights = activity.readSileroWeights(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
const folder = process.argv[2];
for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.wav')).sort()) {
  const bytes = readFileSync(join(folder, name));
  const pcm = new Int16Array(bytes.buffer.slice(bytes.byteOffset + 44, bytes.byteOffset + bytes.byteLength));
  const say = (kind) => (atMs, nowMs) => console.log([name, kind, atMs, nowMs].join('\t'));
  const detector = activity.createSpeechDetector(weights, 16_000, { started: say('started'), stopped: say('stopped') });
  for (let at = 0; at < pcm.length; at += 320) detector.accept(pcm, at, Math.min(320, pcm.length - at));
}
