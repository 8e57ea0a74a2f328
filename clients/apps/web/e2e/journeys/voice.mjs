// Journeys with a voice, on a server of their own whose ear is scripted: it understands the next line of its script
// whatever is said. The microphone is a sound file, the counterpart's voice is the offline one.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { byLink, byPassword, launch, visitor } from '../browser.mjs';
import { finish, NotRun } from '../journey.mjs';
import { freePort, startServer } from '../server.mjs';
import { makeWav, tapSound, withMicrophone } from '../sound.mjs';
import { enterVoiceRoom, median } from '../voice-journey.mjs';

export const PERSON = {
  email: 'mira.voss@inkwell.example',
  name: 'Mira Voss',
  organisation: 'Inkwell by voice',
  password: 'violet tractor hums 41',
};
export const CLIP = fileURLToPath(new URL('../../../../../content/voice/self-test.wav', import.meta.url));
export const WAIT = 90_000;
/** A browser that lets nobody at its microphone. */
const BLOCKED = ['--use-fake-device-for-media-stream', '--autoplay-policy=no-user-gesture-required'];
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
    const lines = world.lines ?? LINES;
    writeFileSync(script, JSON.stringify({ again: true, utterances: lines.map((text) => ({ text, delay_ms: 80 })) }));
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
export async function speaker(world, microphone, { blocked = false } = {}) {
  const voice = await voiceServer(world);
  const folder = mkdtempSync(join(tmpdir(), 'sellmeapen-sound-'));
  const browser = await launch(blocked ? BLOCKED : withMicrophone(makeWav(join(folder, 'microphone.wav'), microphone)));
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
  const { mouth } = await guest.page.evaluate(async () => (await fetch('/api/v1/voice?language=en')).json());
  if (!mouth.id)
    throw new NotRun(`NO OFFLINE VOICE ON THIS MACHINE (${mouth.why}): install espeak-ng, or Node for its build`);
  guest.sockets = 0;
  guest.page.on('websocket', () => (guest.sockets += 1));
  return guest;
}

export const session = (page, id) => page.evaluate(async (one) => (await fetch(`/api/v1/sessions/${one}`)).json(), id);

/** Waits until so many turns are in the record. */
export async function turnsThere(page, id, count) {
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
    return window.btoa(text);
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

/** In a still line, to who asked for it: pace and share of the last half minute, and fillers, since this ear writes all down. */
async function gauged(page) {
  const line = page.locator('footer dl');
  await line.getByText(/≈ \d+/).waitFor();
  const [pace, share, fillers] = await line.locator('dd').allInnerTexts();
  assert.ok(Number.parseInt(pace.slice(2), 10) > 60 && Number.parseInt(pace.slice(2), 10) < 300, `a pace of ${pace}`);
  assert.ok(Number.parseInt(share, 10) > 0 && Number.parseInt(share, 10) < 100, `a share of ${share}`);
  assert.equal(fillers, '0');
  assert.equal(
    await line.locator('xpath=ancestor-or-self::*[@aria-live or @role="status"]').count(),
    0,
    'it is read out',
  );
  return `${pace} words a minute, ${share} of the talk`;
}

async function spoken(world) {
  const gap = { silence: 14_000 };
  const guest = await speaker(world, [{ silence: 12_000 }, ...LINES.flatMap(() => [{ clip: CLIP }, gap]), gap]);
  const { page } = guest;
  const id = await enterVoiceRoom(page, { memory: { checked: true, record: true, gauge: true } });
  const before = (await session(page, id)).turns.length;
  await turnsThere(page, id, before + 4);
  const gauge = await gauged(page);
  const turns = await turnsThere(page, id, before + 6);
  const mine = turns.filter(({ speaker: who }) => who === 'rep');
  const told = mine.map(({ text }) => text).slice(0, 3);
  // On a new socket listens a new recogniser, which reads its script from the top.
  if (guest.sockets === 1) assert.deepEqual(told, LINES.slice(0, 3));
  else assert.ok(told.every((text) => LINES.includes(text)));
  await page.waitForTimeout(1500);
  const tap = await page.evaluate(() => ({
    sound: window.tap.sound,
    heard: window.tap.heard,
    outputMs: (window.tap.context.outputLatency + window.tap.context.baseLatency) * 1000,
  }));
  assert.ok(tap.sound.filter(({ rms }) => rms > 0.02).length > 200, 'nothing sounds');
  // From the call into the written room, where it ends like every other; unless the buyer ended it before.
  const debrief = page.locator(`footer a[href="/sessions/${id}"]`);
  const type = page.getByRole('button', { name: /type|typing/i }).first();
  await type.or(debrief).first().waitFor();
  if (await type.isVisible()) await type.click();
  await finish(page);
  await page.waitForTimeout(1500);

  const { rep, buyer } = await recording(page, id);
  const saidThere = onsets(rep);
  const saidHere = onsets(blocksOf(tap.heard));
  const heardThere = onsets(buyer);
  const heardHere = onsets(blocksOf(tap.sound)).map((at) => at + tap.outputMs);
  assert.ok(saidThere.length >= 3 && heardThere.length >= 3, `${saidThere.length} and ${heardThere.length} stretches`);
  const shift = median(saidThere.slice(0, 3).map((at, n) => at - saidHere[n]));
  // A page that is held up runs dry and goes on: then one side has a stretch more, so each is laid beside the nearest.
  const nearest = (at, among) =>
    among.reduce((best, one) => (Math.abs(at - one) < Math.abs(best) ? at - one : best), Infinity);
  const own = saidThere.slice(0, 3).map((at) => nearest(at - shift, saidHere));
  const theirs = heardThere.map((at) => nearest(at - shift, heardHere));
  const usual = (list) => median(list.map(Math.abs));
  assert.ok(
    usual(own) < 50 && usual(theirs) < 50,
    `the recording is off by ${[...own, ...theirs].map(Math.round).join(', ')} ms`,
  );
  const off = [...own, ...theirs];
  const { answers } = await page.evaluate(
    async (one) => (await fetch(`/api/v1/sessions/${one}/answer-times`)).json(),
    id,
  );
  const first = answers.map(({ stages }) => stages.find(({ stage }) => stage === 'playing')?.ms).filter(Boolean);
  assert.ok(first.length >= 3, 'no times of answers');
  const waited = answers.map(({ waited_ms }) => waited_ms);
  return `heard after ${median(first)} ms (worst ${Math.max(...first)}), of which waited ${median(waited)}; recording within ${usual(off).toFixed(0)} ms, at most ${Math.max(...off.map(Math.abs)).toFixed(0)}; the gauge told ${gauge}`;
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

async function pushToTalk(world) {
  const clips = Array.from({ length: 12 }, () => ({ clip: CLIP }));
  const guest = await speaker(world, [{ silence: 3_000 }, ...clips]);
  const { page } = guest;
  const id = await enterVoiceRoom(page);
  const button = page.locator('footer button[data-state]');
  await button.press('Enter');
  await page.locator('footer button[data-state=closed]').waitFor();
  await page.waitForFunction(() => window.tap.sound.some(({ rms }) => rms > 0.02));
  const before = (await session(page, id)).turns.length;
  // Muted, whatever is said stays in the room.
  await page.waitForTimeout(6_000);
  assert.equal((await session(page, id)).turns.length, before, 'a closed microphone was heard');
  await page.keyboard.down('Space');
  await page.locator('footer button[data-state=talking]').waitFor();
  await page.waitForTimeout(2_500);
  await page.keyboard.up('Space');
  const turns = await turnsThere(page, id, before + 2);
  assert.equal(turns[before].text, LINES[0]);
  await page.locator('footer button[data-state=closed]').waitFor();
  const { answers } = await page.evaluate(
    async (one) => (await fetch(`/api/v1/sessions/${one}/answer-times`)).json(),
    id,
  );
  const waited = answers.at(-1)?.waited_ms ?? 0;
  assert.ok(waited < 300, `it waited ${waited} ms although the key was let go`);
  return `waited ${waited} ms after the key was let go`;
}

async function blocked(world) {
  const { page } = await speaker(world, [], { blocked: true });
  const id = await enterVoiceRoom(page);
  const before = (await session(page, id)).turns.length;
  await page.getByRole('status').filter({ hasText: 'blocked' }).first().waitFor();
  const line = page.locator('footer textarea');
  await line.fill(LINES[0]);
  await line.press('Enter');
  const turns = await turnsThere(page, id, before + 2);
  assert.equal(turns[before].text, LINES[0]);
  const from = await page.evaluate(() => performance.now());
  await page.waitForFunction((since) => window.tap.sound.some(({ at, rms }) => at > since && rms > 0.02), from);
  return 'the remedy is told, one types and hears the answer';
}

export const voiceJourneys = {
  voice: { title: 'a whole spoken rehearsal, with a scripted recogniser', go: spoken, realTime: true },
  pushtotalk: {
    title: 'push-to-talk with a muted microphone, with a scripted recogniser',
    go: pushToTalk,
    realTime: true,
  },
  blocked: { title: 'a blocked microphone: typing, and hearing the answer', go: blocked, realTime: true },
  bargein: { title: 'taking the word from a speaking buyer, with a scripted recogniser', go: bargeIn, realTime: true },
  callkilled: { title: 'kill -9 in the middle of a call, with a scripted recogniser', go: killed, realTime: true },
};
