// How a spoken rehearsal was said: its findings and pictures, a drill from its weak moment, and what a typed one shows.
import assert from 'node:assert/strict';
import { finish, rehearse } from '../journey.mjs';
import { FEW, lookAtAll, placesFor } from '../screens.mjs';
import { byPassword } from '../browser.mjs';
import { enterVoiceRoom } from '../voice-journey.mjs';
import { CLIP, leaveVoice, PERSON, session, speaker, turnsThere, WAIT } from './voice.mjs';

/** Long enough for a score, and with something to say about them. */
const LINES = [
  'Um, good morning. I think, um, I would maybe like to understand what you write with today and what you like about it.',
  'Well, um, perhaps you could tell me what happened the last time that it let you down in front of a customer?',
  'So, um, what did that cost you, I mean, maybe in time, and maybe in the way that they looked at you?',
  'I guess that ten of them for your team, um, delivered on Friday, would possibly solve that for you?',
];
const TURNS = 2;
/** Of a drill, after which it has heard two clips, and so enough. */
const DRILL_MS = 18_000;

async function hold(page) {
  const id = await enterVoiceRoom(page, { memory: { checked: true, record: true } });
  const before = (await session(page, id)).turns.length;
  await turnsThere(page, id, before + 2 * TURNS);
  const debrief = page.locator(`footer a[href="/sessions/${id}"]`);
  const type = page.getByRole('button', { name: /type|typing/i }).first();
  await type.or(debrief).first().waitFor();
  if (await type.isVisible()) await type.click();
  await finish(page);
  await measured(page, id);
  return id;
}

/** Waits until it was measured; enough was said to tell something of it, or the reason stands in the report. */
async function measured(page, id) {
  const until = Date.now() + WAIT;
  for (;;) {
    const speech = await page.evaluate(async (one) => (await fetch(`/api/v1/sessions/${one}/speech`)).json(), id);
    if (speech.state === 'measured') {
      const { speech_seconds: heard, not_available: missing } = speech.report;
      assert.ok(speech.findings.length > 0, `${heard} s of speech; ${missing.map(({ reason }) => reason).join(', ')}`);
      return;
    }
    assert.ok(speech.state === 'measuring' && Date.now() < until, `${speech.state} ${speech.because ?? ''}`);
    await page.waitForTimeout(250);
  }
}

/** The section of the debrief: at most three findings, each heard at a click; the picture, and the table behind it. */
async function listenTo(page) {
  const said = page.locator('#said');
  const findings = said.locator('> div > ol > li');
  await findings.first().waitFor({ timeout: WAIT });
  const count = await findings.count();
  assert.ok(count >= 1 && count <= 3, `${count} findings`);
  await said.locator('figure svg[role=img]').waitFor();
  await said.locator('details summary').first().click();
  const rows = await said.locator('details table').first().locator('tbody tr').count();
  assert.ok(rows >= 2 * TURNS, `only ${rows} rows behind the picture`);
  const moment = findings.locator('button', { hasText: ':' }).first();
  await moment.click();
  await page.waitForFunction(() => {
    const sound = document.querySelector('audio');
    return sound && !sound.paused && sound.currentTime > 0;
  });
  await moment.click();
  const text = await said.innerText();
  assert.match(text, /Clarity[\s\S]*Confidence/);
  return { count, rows };
}

async function practise(page) {
  await page.locator('#said').getByRole('link', { name: 'Practise this' }).first().click();
  await page.waitForURL(/\/drills\//);
  const path = new URL(page.url()).pathname;
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('button', { name: 'Done' }).waitFor();
  await page.waitForTimeout(DRILL_MS);
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('heading', { name: 'Result' }).waitFor();
  const score = Number(await page.locator('main [role=status] b').first().innerText());
  assert.ok(score >= 0 && score <= 100, `a score of ${score}`);
  await page.getByRole('heading', { name: 'Takes so far' }).waitFor();
  await page.goto('/drills');
  await page.getByRole('heading', { name: 'Later' }).waitFor();
  await page
    .locator(`a[href="${path}"]`)
    .filter({ hasText: String(score) })
    .waitFor();
  return score;
}

/** Nobody spoke: the figures of sound are not measured, and not nothing. */
async function typed(page) {
  await rehearse(page, { scenario: 'classic-pen' });
  const said = page.locator('#said');
  await said.getByText('This conversation was typed').waitFor();
  const values = await said.locator('dd').allInnerTexts();
  assert.ok(values.length >= 4 && values.every((text) => text === 'not measured'), values.join(', '));
}

async function howItWasSaid(world) {
  const own = { ...world, voice: undefined, lines: LINES };
  const gap = { silence: 14_000 };
  // Without a gap that could pass for the end of a turn.
  const speech = [{ clip: CLIP }, { clip: CLIP }, { clip: CLIP }];
  const microphone = [{ silence: 9_000 }, ...LINES.flatMap(() => [...speech, gap]), gap];
  try {
    const { page } = await speaker(own, microphone);
    await hold(page);
    const { count, rows } = await listenTo(page);
    const score = await practise(page);
    await page.goto('/progress');
    await page.getByText('too few sessions to tell').first().waitFor();
    await typed(page);
    const paths = await placesFor(page);
    const look = { baseUrl: own.voice.server.baseUrl, signIn: byPassword(PERSON.email, PERSON.password) };
    const spoken = paths.filter((path) => /drills|progress|measures|speaking|^\/sessions/.test(path));
    const { faults, seen } = await lookAtAll(world.browser, {
      ...look,
      paths: spoken,
      looks: FEW,
      name: 'said',
      guests: false,
    });
    assert.deepEqual([...new Set(faults)], []);
    return `${count} findings, ${rows} rows behind the picture, a drill of ${score}, ${seen} screens without a fault`;
  } finally {
    await leaveVoice(own);
  }
}

export const saidJourneys = {
  said: { title: 'how a rehearsal was said, and a drill of it', go: howItWasSaid, realTime: true },
};
