// How long a person waits for an answer: spoken turns on the real server, in a real browser, at default patience, with the
// offline voice, the built-in counterpart and a scripted recogniser (80 ms after it is asked).
//
//   SELLMEAPEN_COMMAND as for the journeys;  CALLS=4 TURNS=6
//
// Prints a table in Markdown: end of speech to each stage, and the turn-taking policy's own waiting apart.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { byLink, launch, visitor } from './browser.mjs';
import { commandFromEnvironment, freePort, startServer } from './server.mjs';
import { makeWav, withMicrophone } from './sound.mjs';
import { enterVoiceRoom } from './voice-journey.mjs';

const CALLS = Number(process.env.CALLS ?? 4);
const TURNS = Number(process.env.TURNS ?? 6);
const CLIP = fileURLToPath(new URL('../../../../content/voice/self-test.wav', import.meta.url));
const GAP_MS = 14_000;
const CALL_MS = 12_000 + TURNS * (5_600 + GAP_MS);
const LINES = [
  'Good morning. What do you write with today?',
  'What happened the last time it let you down?',
  'What did that cost you?',
  'Who else is annoyed by it?',
  'How do you decide about such a thing?',
  'What would have to be different for you?',
];
const PERSON = {
  email: 'mira.voss@inkwell.example',
  name: 'Mira Voss',
  organisation: 'Inkwell measured',
  password: 'violet tractor hums 41',
};

const command = commandFromEnvironment();
if (!command)
  throw new Error('SELLMEAPEN_COMMAND is not set: the program as a JSON array, for example ["./sellmeapen"]');
const data = mkdtempSync(join(tmpdir(), 'sellmeapen-measure-'));
const script = join(data, 'ear.json');
writeFileSync(script, JSON.stringify({ again: true, utterances: LINES.map((text) => ({ text, delay_ms: 80 })) }));
const server = await startServer(command, {
  port: await freePort(),
  data: join(data, 'data'),
  environment: { SELLMEAPEN_EAR: 'scripted', SELLMEAPEN_EAR_SCRIPT: script },
});
const microphone = makeWav(join(data, 'microphone.wav'), [
  { silence: 12_000 },
  ...Array.from({ length: TURNS }, () => [{ clip: CLIP }, { silence: GAP_MS }]).flat(),
]);
const answers = [];
const loads = [];
let browser;
try {
  let state;
  for (let call = 0; call < CALLS; call++) {
    browser = await launch(withMicrophone(microphone));
    const { page, context } = await visitor(browser, { baseUrl: server.baseUrl });
    if (state) await context.addCookies(state);
    else await byLink(await server.link(), PERSON)(page);
    state = await context.cookies();
    const id = await enterVoiceRoom(page);
    await page.waitForTimeout(CALL_MS);
    loads.push(loadavg()[0]);
    const told = await page.evaluate(async (one) => (await fetch(`/api/v1/sessions/${one}/answer-times`)).json(), id);
    answers.push(...told.answers);
    console.error(`call ${call + 1}: ${told.answers.length} answers`);
    await browser.close();
  }
} finally {
  await browser?.close();
  await server.stop();
  rmSync(data, { recursive: true, force: true });
}

const at = (values, share) => {
  const sorted = values.filter((ms) => ms !== undefined).sort((a, b) => a - b);
  return sorted.length === 0 ? '–' : sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
};
const row = (name, values) => console.log(`| ${name} | ${at(values, 0.5)} | ${at(values, 0.95)} | ${at(values, 1)} |`);
const stage = (name) => answers.map(({ stages }) => stages.find((one) => one.stage === name)?.ms);
const heard = stage('playing');
console.log(
  `${answers.length} answers in ${CALLS} calls; ${cpus().length} cores, load ${loads.map((one) => one.toFixed(1)).join(', ')}\n`,
);
console.log('| from the end of speech, ms | p50 | p95 | max |\n|---|---:|---:|---:|');
row(
  'of it, the policy waits whether one goes on',
  answers.map(({ waited_ms: ms }) => ms),
);
row('text', stage('text'));
row('first word', stage('first_word'));
row('first audio made', stage('first_audio'));
row('**first audio heard (playing)**', heard);
row(
  'heard, without the waiting',
  answers.map(({ waited_ms: ms }, n) => (heard[n] === undefined ? undefined : Math.max(0, heard[n] - ms))),
);
