// Journeys with a voice, on a server of their own whose ear is scripted: it understands the next line of its script
// whatever is said. The microphone is a sound file, the counterpart's voice is the offline one.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { byLink, byPassword, launch, visitor } from '../browser.mjs';
import { finish } from '../journey.mjs';
import { freePort, startServer } from '../server.mjs';
import { makeWav, tapSound, withMicrophone } from '../sound.mjs';
import { enterVoiceRoom, median } from '../voice-journey.mjs';

const PERSON = {
  email: 'mira.voss@inkwell.example',
  name: 'Mira Voss',
  organisation: 'Inkwell by voice',
  password: 'violet tractor hums 41',
};
const CLIP = fileURLToPath(new URL('../../../../../content/voice/self-test.wav', import.meta.url));
const CLIP_MS = 5_600;
const WAIT = 90_000;
const LINES = [
  'Good morning. What do you write with today?',
  'What happened the last time it let you down?',
  'What did that cost you?',
  'Would ten of them for your team, delivered on Friday, solve that?',
];

/** The server with a scripted ear; started once, and again after it was killed. */
export async function voiceServer(world) {
  if (!world.voice) {
    const data = mkdtempSync(join(tmpdir(), 'sellmeapen-voice-'));
    const script = join(data, 'ear.yaml');
    writeFileSync(script, JSON.stringify({ again: true, utterances: LINES.map((text) => ({ text, delay_ms: 80 })) }));
    world.voice = {
      data,
      port: await freePort(),
      environment: { SELLMEAPEN_EAR: 'scripted', SELLMEAPEN_EAR_SCRIPT: script },
    };
    world.voice.server = await startServer(world.command, world.voice);
    world.voice.link = await world.voice.server.link();
  }
  return world.voice;
}

export async function leaveVoice(world) {
  await world.voice?.server.stop();
  if (world.voice) rmSync(world.voice.data, { recursive: true, force: true });
}

/** A browser whose microphone is this sound, signed in. */
async function speaker(world, microphone) {
  const voice = await voiceServer(world);
  const folder = mkdtempSync(join(tmpdir(), 'sellmeapen-sound-'));
  const browser = await launch(withMicrophone(makeWav(join(folder, 'microphone.wav'), microphone)));
  const guest = await visitor(browser, { baseUrl: voice.server.baseUrl });
  guest.page.setDefaultTimeout(WAIT);
  await tapSound(guest.context);
  world.open.push({
    page: guest.page,
    context: {
      close: async () => {
        await browser.close();
        rmSync(folder, { recursive: true, force: true });
      },
    },
  });
  const { link } = voice;
  delete voice.link;
  await (link ? byLink(link, PERSON) : byPassword(PERSON.email, PERSON.password))(guest.page);
  return guest;
}

const session = (page, id) => page.evaluate(async (one) => (await fetch(`/api/v1/sessions/${one}`)).json(), id);

/** Waits until so many turns are in the record. */
async function turnsThere(page, id, count) {
  const until = Date.now() + WAIT;
  for (;;) {
    const { turns } = await session(page, id);
    if (turns.length >= count) return turns;
    assert.ok(Date.now() < until, `only ${turns.length} turns after ${WAIT / 1000} s`);
    await page.waitForTimeout(250);
  }
}

/** Where each stretch of sound begins, in milliseconds. */
function onsets(blocks, { loud = 0.02, quietMs = 900 } = {}) {
  const found = [];
  let last = -Infinity;
  for (const { atMs, rms } of blocks) {
    if (rms < loud) continue;
    if (atMs - last > quietMs) found.push(atMs);
    last = atMs;
  }
  return found;
}

const blocksOf = (tap) => tap.map(({ audioMs, rms }) => ({ atMs: audioMs, rms }));

/** Both channels of the recording in blocks of 5 ms. */
async function recording(page, id) {
  const base64 = await page.evaluate(async (one) => {
    const answer = await fetch(`/api/v1/sessions/${one}/recording/audio`);
    if (!answer.ok) throw new Error(`recording: ${answer.status}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    let text = '';
    for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
    return btoa(text);
  }, id);
  const wav = Buffer.from(base64, 'base64');
  assert.equal(wav.readUInt32LE(24), 24_000);
  assert.equal(wav.readUInt16LE(22), 2);
  const block = 120;
  const channel = (c) =>
    Array.from({ length: Math.floor((wav.length - 44) / 4 / block) }, (_, b) => {
      let sum = 0;
      for (let i = 0; i < block; i++) sum += (wav.readInt16LE(44 + 4 * (b * block + i) + 2 * c) / 0x8000) ** 2;
      return { atMs: b * 5, rms: Math.sqrt(sum / block) };
    });
  return { rep: channel(0), buyer: channel(1) };
}

async function spoken(world) {
  const gap = { silence: 14_000 };
  const guest = await speaker(world, [{ silence: 9_000 }, ...LINES.flatMap(() => [{ clip: CLIP }, gap]), gap]);
  const { page } = guest;
  const id = await enterVoiceRoom(page, { memory: { checked: true, record: true } });
  const before = (await session(page, id)).turns.length;
  const turns = await turnsThere(page, id, before + 6);
  const mine = turns.filter(({ speaker: who }) => who === 'rep');
  assert.deepEqual(mine.map(({ text }) => text).slice(0, 3), LINES.slice(0, 3));
  await page.waitForTimeout(1500);
  const tap = await page.evaluate(() => ({
    sound: window.tap.sound,
    heard: window.tap.heard,
    outputMs: (window.tap.context.outputLatency || window.tap.context.baseLatency) * 1000,
  }));
  assert.ok(tap.sound.filter(({ rms }) => rms > 0.02).length > 200, 'nothing sounds');
  await page
    .getByRole('button', { name: /type|typing/i })
    .first()
    .click();
  await finish(page);
  await page.waitForTimeout(1500);

  const { rep, buyer } = await recording(page, id);
  const saidThere = onsets(rep);
  const saidHere = onsets(blocksOf(tap.heard));
  const heardThere = onsets(buyer);
  const heardHere = onsets(blocksOf(tap.sound)).map((at) => at + tap.outputMs);
  assert.ok(saidThere.length >= 3 && heardThere.length >= 3, `${saidThere.length} and ${heardThere.length} stretches`);
  const shift = median(saidThere.slice(0, 3).map((at, n) => at - saidHere[n]));
  const off = [
    ...saidThere.slice(0, 3).map((at, n) => at - saidHere[n] - shift),
    ...heardThere.slice(0, 3).map((at, n) => at - heardHere[n] - shift),
  ];
  assert.ok(
    off.every((ms) => Math.abs(ms) < 50),
    `the recording is off by ${off.map(Math.round).join(', ')} ms`,
  );
  const { answers } = await page.evaluate(
    async (one) => (await fetch(`/api/v1/sessions/${one}/answer-times`)).json(),
    id,
  );
  const first = answers.map(({ stages }) => stages.find(({ stage }) => stage === 'playing')?.ms).filter(Boolean);
  assert.ok(first.length >= 3, 'no times of answers');
  const waited = answers.map(({ waited_ms }) => waited_ms);
  return `heard after ${median(first)} ms (worst ${Math.max(...first)}), of which waited ${median(waited)}; recording within ${Math.max(...off.map(Math.abs)).toFixed(0)} ms`;
}

async function bargeIn(world) {
  const guest = await speaker(world, [
    { silence: 7_000 },
    { clip: CLIP },
    { silence: 2_300 },
    { clip: CLIP },
    { silence: 60_000 },
  ]);
  const { page } = guest;
  const id = await enterVoiceRoom(page);
  const before = (await session(page, id)).turns.length;
  await page.waitForFunction(() => window.tap.orders.some(({ type }) => type === 'stop'));
  await turnsThere(page, id, before + 4);
  const { sound, orders, speech } = await page.evaluate(() => window.tap);
  const stop = orders.find(({ type }) => type === 'stop');
  const decided = speech.findLast(({ at, type }) => type === 'speech' && at <= stop.at);
  const silent = sound.find(({ at, rms }) => at > decided.at && rms < 0.0005);
  assert.ok(silent.at - decided.at < 100, `silent after ${silent.at - decided.at} ms`);
  const { turns } = await session(page, id);
  const cut = turns.find(({ cut_off: off }) => off);
  assert.ok(cut, 'the record does not know that they were interrupted');
  assert.match(cut.text, /[—…]$/);
  return `silent ${Math.round(silent.at - decided.at)} ms after the decision; the record keeps "${cut.text.slice(0, 40)}"`;
}

async function killed(world) {
  const guest = await speaker(world, [
    { silence: 7_000 },
    { clip: CLIP },
    { silence: 45_000 },
    { clip: CLIP },
    { silence: 60_000 },
  ]);
  const { page } = guest;
  const id = await enterVoiceRoom(page);
  const { turns: at } = await session(page, id);
  const before = await turnsThere(page, id, at.length + 2);
  await world.voice.server.kill();
  world.voice.server = await startServer(world.command, world.voice);
  const after = await turnsThere(page, id, before.length + 2);
  assert.deepEqual(
    after.slice(0, before.length).map(({ i }) => i),
    before.map(({ i }) => i),
    'a turn was lost or doubled',
  );
  return `${after.length} turns, none lost, none twice`;
}

export const voiceJourneys = {
  voice: { title: 'a whole spoken rehearsal, with a scripted recogniser', go: spoken },
  bargein: { title: 'taking the word from a speaking buyer, with a scripted recogniser', go: bargeIn },
  callkilled: { title: 'kill -9 in the middle of a call, with a scripted recogniser', go: killed },
};
