// The voice room in a real Chromium, a sound file for its microphone, before the pretended server: what it hears is
// scripted (it understands the next line of its script), everything else is as it is.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { axeFaults, byPassword, launch, layoutFaults, visitor } from './browser.mjs';
import { FEW } from './screens.mjs';
import { makeWav, tapSound, withMicrophone } from './sound.mjs';
import { enterVoiceRoom, median, pretend, voiceLog } from './voice-journey.mjs';

const REP = byPassword('jonah.feldspar@harbour-and-quill.example', 'any words will do here');
const TONE_RMS = (9_000 / 0x8000) * Math.SQRT1_2;
const LONG = { silence: 60_000 };
const SENTENCE = 'Good morning, I would like to understand how you work today, before I tell you anything about us.';

const caption = (page) => page.locator('main p[aria-live]');
const doing = (page, text) => page.getByText(text, { exact: true }).waitFor();
const tapOf = (page) => page.evaluate(() => window.tap);

const behaviours = [
  {
    name: 'what a person says goes up gapless and is understood by the script; the answer sounds, with its captions',
    microphone: [{ silence: 6_000 }, { say: SENTENCE }, LONG],
    script: { hears: ['Good morning.'] },
    async go({ page }) {
      await enterVoiceRoom(page);
      await doing(page, 'Ruben speaks');
      assert.match(await caption(page).innerText(), /^I have a drawer full of pens\./);
      await doing(page, 'Ruben listens');
      await caption(page).getByText('Good day.').waitFor();
      const { lines } = await voiceLog(page);
      const [{ frames, messages }] = lines;
      assert.deepEqual([...new Set(frames.map(({ bytes }) => bytes))], [960], 'a frame is not 20 ms at 24 kHz');
      // A page that is still being drawn sends its first frames late, none of them lost.
      const steady = frames.slice(100);
      const rate = (steady.length - 1) / ((steady.at(-1).at - steady[0].at) / 1000);
      assert.ok(Math.abs(rate - 50) < 2.5, `${rate.toFixed(1)} frames a second`);
      assert.ok(frames.filter(({ rms }) => rms > 0.01).length > 60, 'the microphone is silent');
      const said = messages.map(({ message }) => message);
      assert.deepEqual(
        said.map(({ seq }) => seq),
        said.map((_, i) => i + 1),
      );
      const speech = said.filter(({ type }) => type === 'speech');
      assert.deepEqual(
        speech.slice(0, 2).map(({ state }) => state),
        ['started', 'stopped'],
      );
      assert.equal(said.filter(({ type, turn }) => type === 'played' && turn === 0).length, 1);
      await page.waitForFunction(() => window.tap.sound.at(-1).rms > 0.02);
      const { sound } = await tapOf(page);
      assert.ok(sound.filter(({ rms }) => rms > 0.02).length > 100, 'nothing sounds');
      return `${rate.toFixed(2)} frames a second`;
    },
  },
  {
    name: 'speaking over the counterpart ducks within 100 ms of detection and silences within 100 ms of the decision',
    microphone: [{ silence: 2_200 }, { say: SENTENCE }, LONG],
    script: { hears: ['Let me finish.'], sound: 'tone' },
    async go({ page }) {
      await enterVoiceRoom(page);
      await page.waitForFunction(() => window.tap.orders.some(({ type }) => type === 'stop'));
      await page.waitForTimeout(400);
      const { sound, orders, speech } = await tapOf(page);
      const duck = orders.find(({ type }) => type === 'duck');
      const before = median(sound.filter(({ at, rms }) => at < duck.at && rms > 0.1).map(({ rms }) => rms));
      assert.ok(Math.abs(before - TONE_RMS) < 0.03, `the tone sounds at ${before}`);
      const detected = speech.findLast(({ at, type }) => type === 'speech' && at <= duck.at);
      assert.ok(detected.untilMs - detected.sinceMs >= 250 && detected.untilMs - detected.sinceMs < 350);
      const ducked = sound.find(({ at, rms }) => at > detected.at && rms < before * 0.13);
      const stop = orders.find(({ type }) => type === 'stop');
      const decided = speech.findLast(({ at, type }) => type === 'speech' && at <= stop.at);
      const silent = sound.find(({ at, rms }) => at > decided.at && rms < 0.0005);
      assert.ok(ducked.at - detected.at < 100, `ducked after ${ducked.at - detected.at} ms`);
      assert.ok(silent.at - decided.at < 100, `silent after ${silent.at - decided.at} ms`);
      const later = sound.filter(({ at }) => at > silent.at && at < silent.at + 150);
      assert.ok(
        later.every(({ rms }) => rms < 0.0005),
        'it sounds again',
      );
      const { lines } = await voiceLog(page);
      const said = lines[0].messages.map(({ message }) => message);
      const interrupted = said.find(({ type }) => type === 'interrupted');
      // The last one: a page that is held up may run dry and start again.
      const playing = said.findLast(({ type }) => type === 'playing');
      const sounded = interrupted.at_ms - playing.at_ms + playing.from_ms;
      assert.ok(Math.abs(sounded - interrupted.played_ms) < 50, `${sounded} ms sounded, ${interrupted.played_ms} told`);
      // The record keeps what was heard.
      await caption(page).getByText('…').waitFor();
      return `ducked after ${Math.round(ducked.at - detected.at)} ms, silent after ${Math.round(silent.at - decided.at)} ms`;
    },
  },
  {
    name: '"mm-hm" turns the voice down and up again, and stops nothing',
    microphone: [{ silence: 2_200 }, { say: 'yeah.', speed: 130 }, LONG],
    script: { hears: [''], sound: 'tone', partial: { after_ms: 120, text: 'Yeah.' } },
    async go({ page }) {
      await enterVoiceRoom(page);
      await doing(page, 'Ruben listens');
      const { orders } = await tapOf(page);
      assert.equal(orders.filter(({ type }) => type === 'stop').length, 0);
      const { lines } = await voiceLog(page);
      const types = lines[0].messages.map(({ message }) => message.type);
      assert.ok(types.includes('played') && types.includes('speech') && !types.includes('interrupted'));
    },
  },
  {
    name: 'a line that breaks comes back by itself, and what was missed is there',
    microphone: [LONG],
    script: { pace_ms: 20 },
    async go({ page }) {
      await enterVoiceRoom(page);
      await doing(page, 'Ruben speaks');
      await page.waitForTimeout(600);
      await page.evaluate(() => fetch('/api/v1/pretend/voice/drop', { method: 'POST' }));
      await page.waitForFunction(async () => (await (await fetch('/api/v1/pretend/voice')).json()).lines.length === 2);
      await doing(page, 'Ruben listens');
      const { lines } = await voiceLog(page);
      assert.equal(lines[1].messages[0].message.last_heard_turn, null, 'half a turn was taken for heard');
      assert.equal(lines[1].messages.filter(({ message }) => message.type === 'played').length, 1);
      assert.ok(lines[1].frames.length > 10, 'the microphone did not come back');
    },
  },
  {
    name: 'the space bar talks for as long as it is held, also where the microphone is muted',
    microphone: [LONG],
    script: { hears: ['What happened the last time it let you down?'] },
    async go({ page }) {
      await enterVoiceRoom(page);
      await doing(page, 'Ruben listens');
      await page.getByRole('button', { name: /^Microphone open/ }).click();
      await page.getByText('muted', { exact: true }).waitFor();
      await page.locator('main').focus();
      await page.keyboard.down('Space');
      await page.getByText('talking', { exact: true }).waitFor();
      await page.waitForTimeout(400);
      await page.keyboard.up('Space');
      await caption(page).getByText('Last Thursday').waitFor();
      const { lines } = await voiceLog(page);
      const said = lines[0].messages.map(({ message }) => `${message.type} ${message.state ?? ''}`.trim());
      const talk = said.filter((one) => /^(mic|talk)/.test(one));
      assert.deepEqual(talk, ['mic open', 'mic closed', 'talk pressed', 'mic open', 'talk released', 'mic closed']);
    },
  },
  {
    name: 'without an ear one types and hears; text and voice change places in the middle',
    microphone: [LONG],
    script: { ear: 'none' },
    async go({ page }) {
      await enterVoiceRoom(page);
      await page.getByText('This server has nobody who understands speech.', { exact: false }).waitFor();
      await doing(page, 'Ruben listens');
      await page.locator('footer textarea').fill('What happened the last time?');
      await page.keyboard.press('Enter');
      await doing(page, 'Ruben speaks');
      await caption(page).getByText('Last Thursday').waitFor();
      const { lines } = await voiceLog(page);
      assert.equal(lines[0].frames.length, 0, 'the microphone was open for nobody');
      await page.getByRole('button', { name: 'Go on in text only' }).click();
      await page.getByRole('button', { name: 'Speak' }).waitFor();
      await page.waitForFunction(() => document.querySelectorAll('main ol > li').length === 3);
      await page.locator('footer textarea').fill('How did that feel?');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.querySelectorAll('main ol > li').length === 5);
      await page.getByRole('button', { name: 'Speak' }).click();
      await doing(page, 'Ruben listens');
      assert.equal(await page.locator('main details ol > li').count(), 5);
    },
  },
  {
    name: 'a blocked microphone says what to do and lets type at once',
    microphone: undefined,
    script: {},
    async go({ page }) {
      await enterVoiceRoom(page);
      await page.getByText('The microphone is blocked', { exact: false }).waitFor();
      await page.locator('footer textarea').fill('What happened the last time?');
      await page.keyboard.press('Enter');
      await caption(page).getByText('Last Thursday').waitFor();
    },
  },
  {
    name: 'the first time somebody wants to speak the check opens by itself, hears, sounds, and is remembered',
    microphone: [{ silence: 800 }, { say: SENTENCE }, LONG],
    script: {},
    async go({ page }) {
      await page.goto('/library/classic-pen');
      await page.getByRole('button', { name: /^Speak with/ }).click();
      const check = page.locator('dialog[open]');
      await check.getByText('You are heard well.').waitFor();
      await check.getByRole('button', { name: 'Play a sound' }).click();
      await check.getByText('Your microphone does not hear the loudspeaker.').waitFor();
      assert.ok((await tapOf(page)).sound.filter(({ rms }) => rms > 0.05).length > 20, 'the notes do not sound');
      await check.getByText(/ms to the server and back/).waitFor();
      await check.getByText('The other voice is made on this server.').waitFor();
      await check.getByRole('button', { name: 'Speak', exact: true }).click();
      await page.waitForURL(/way=voice/);
      await doing(page, 'Ruben listens');
      const kept = await page.evaluate(() => JSON.parse(localStorage.getItem('sellmeapen.voice')));
      assert.deepEqual([kept.checked, kept.way], [true, 'voice']);
    },
  },
  {
    name: 'a voice line that refuses twice says so, and text goes on',
    microphone: [LONG],
    script: { refuse: 2 },
    async go({ page }) {
      await enterVoiceRoom(page);
      await page.getByText('The voice line of this server cannot be reached.', { exact: false }).waitFor();
      await page.getByRole('button', { name: 'Go on in text' }).click();
      await page.locator('footer textarea').waitFor();
      assert.equal(await page.locator('main ol > li').count(), 1);
    },
  },
  {
    name: 'room and device check stand by day and night, in long words and right to left',
    microphone: [{ silence: 1_000 }, { say: SENTENCE }, LONG],
    script: { ear: 'none' },
    async go({ page }) {
      const faults = [];
      const sessionId = await enterVoiceRoom(page, { memory: { checked: true, gauge: true } });
      for (const { width, dark, language } of FEW) {
        await page.setViewportSize({ width, height: width > 600 ? 900 : 740 });
        await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
        await page.goto(`/room/${sessionId}?way=voice&language=${language}`);
        await page.locator('footer textarea').waitFor();
        await page.locator('footer dl').getByText(/152/).waitFor();
        const where = `${width} ${dark ? 'night' : 'day'} ${language}`;
        const look = async (what) => {
          if (process.env.E2E_SHOTS)
            await page.screenshot({ path: join(process.env.E2E_SHOTS, `${what}-${where.replaceAll(' ', '-')}.png`) });
          const seen = [...(await layoutFaults(page)), ...(await axeFaults(page))];
          faults.push(...seen.map((fault) => `${what} at ${where}: ${fault}`));
        };
        await page.locator('header button[aria-controls]').click();
        await look('voice-room');
        await page.locator('header button[aria-controls]').click();
        await page.locator('header button:not([aria-controls])').click();
        await page.locator('dialog[open] dl button').first().click();
        await page.locator('dialog[open] dl').waitFor();
        await page.waitForTimeout(1_500);
        await look('device-check');
      }
      assert.equal(faults.length, 0, faults.join(' | '));
      return `${FEW.length * 2} screens`;
    },
  },
];

/** Answers with what is wrong; prints one line a behaviour. */
export async function checkVoice(baseUrl) {
  const faults = [];
  const folder = mkdtempSync(join(tmpdir(), 'sellmeapen-voice-'));
  const only = process.env.E2E_ONLY;
  for (const [i, { name, microphone, script, go }] of behaviours.entries()) {
    if (only && !name.includes(only)) continue;
    const wav = microphone && makeWav(join(folder, `${i}.wav`), microphone);
    const browser = await launch(
      wav ? withMicrophone(wav) : ['--use-fake-device-for-media-stream', '--deny-permission-prompts'],
    );
    const guest = await visitor(browser, { baseUrl });
    guest.page.setDefaultTimeout(15_000);
    try {
      await tapSound(guest.context);
      await REP(guest.page);
      await pretend(guest.page, script);
      const told = await go(guest);
      console.log(`pass  ${name}${told ? `: ${told}` : ''}`);
    } catch (error) {
      faults.push(
        `${name}: ${String(error.message ?? error)
          .split('\n')
          .slice(0, 4)
          .join(' ')}`,
      );
      if (process.env.E2E_SHOTS) await guest.page.screenshot({ path: join(process.env.E2E_SHOTS, `voice-${i}.png`) });
    }
    const loud = guest.complaints.filter((complaint) => !/ERR_|WebSocket/.test(complaint));
    faults.push(...loud.map((complaint) => `${name}: ${complaint}`));
    await browser.close();
  }
  rmSync(folder, { recursive: true, force: true });
  return faults;
}
