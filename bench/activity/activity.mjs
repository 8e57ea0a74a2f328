// What the browser's detector costs, in Node: microseconds for 32 ms of sound. node bench/activity/activity.mjs [SECONDS]
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const top = fileURLToPath(new URL('../../', import.meta.url));
const vite = createRequire(join(top, 'clients/package.json')).resolve('vite');
const { runnerImport } = await import(pathToFileURL(vite));
const { module: activity } = await runnerImport(join(top, 'clients/packages/voice-client/src/activity/index.ts'));

const bytes = (path) => {
  const file = readFileSync(join(top, path));
  return file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
};
const reading = performance.now();
const weights = activity.readSileroWeights(bytes('content/audio/silero-v5-16k.bin'));
const read = performance.now() - reading;
const clip = new Int16Array(bytes('evals/activity/reference.wav').slice(44));
const seconds = Number(process.argv[2] ?? 600);

for (const rate of [16_000, 24_000]) {
  const detector = activity.createSpeechDetector(weights, rate, { started() {}, stopped() {} });
  const block = rate / 50;
  const took = [];
  let at = 0;
  const hear = (forSeconds) => {
    for (let i = 0; i < forSeconds * 50; i++) {
      const from = performance.now();
      detector.accept(clip, at, block);
      took.push(performance.now() - from);
      at = at + 2 * block < clip.length ? at + block : 0;
    }
  };
  hear(20); // until it is compiled
  took.length = 0;
  const cpu = process.cpuUsage();
  hear(seconds);
  const used = process.cpuUsage(cpu);
  took.sort((a, b) => a - b);
  const perChunk = ((used.user + used.system) / (seconds * 1000)) * 32;
  const ms = (share) => took[Math.floor(share * (took.length - 1))].toFixed(3);
  console.log(
    `Node ${process.version}, ${rate} Hz: ${perChunk.toFixed(0)} us of processor time for 32 ms (1/${(32_000 / perChunk).toFixed(0)} of real time); ` +
      `a 20 ms frame p50 ${ms(0.5)} ms, p99 ${ms(0.99)} ms; weights read in ${read.toFixed(0)} ms`,
  );
}
