// What an administrator does with who hears and who speaks, against a simulated vendor, and a turn by voice with both.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byPassword, launch, visitor } from '../browser.mjs';
import { startSimulators } from '../simulators.mjs';
import { makeWav, tapSound, withMicrophone } from '../sound.mjs';
import { enterVoiceRoom } from '../voice-journey.mjs';
import { dialog, fillIn, remove, save } from './models.mjs';
import { CLIP, session, turnsThere } from './voice.mjs';

const VENDOR = { provider: 'elevenlabs', path: 'sound/elevenlabs', model: '' };
const EAR = { ...VENDOR, key: 'simulated-key-of-an-ear-4444' };
const VOICE = { ...VENDOR, key: 'simulated-key-of-a-voice-5555' };
const CHOSEN = ['ElevenLabs scribe_v2_realtime', 'ElevenLabs eleven_flash_v2_5'];
/** What the simulator understands, whatever it hears. */
const UNDERSTOOD = 'good morning';

const test = (form) => form.getByRole('button', { name: 'Test' }).click();

/** The wrong key, then the right one; answers with what is told of each. */
async function tryOut(page, wish, base, section) {
  const form = await fillIn(page, { ...wish, key: 'wrong' }, base, section);
  await test(form);
  await form.getByText('It did not work.').waitFor();
  const refused = (await form.locator('[role=status]').last().innerText()).trim();
  await form.locator('select[name=key_id]').selectOption('');
  await form.locator('input[name=new_key]').fill(wish.key);
  await test(form);
  await form.getByText('It works.').waitFor();
  const told = await form.locator('[role=status] dl').innerText();
  assert.match(told, /Whole answer\s+[\d,]+ ms/);
  assert.match(told, /Cost\s+\$[\d.]+/);
  await save(page);
  return { refused, told };
}

/** What each has cost this month. */
async function spent(page, names) {
  await page.reload();
  const dollars = async (name) => {
    const row = page.locator('li').filter({ has: page.getByRole('heading', { level: 3, name, exact: true }) });
    await row.getByText('this month').waitFor();
    const [, cost] = /\$([\d.]+) this month/.exec(await row.innerText());
    return Number(cost);
  };
  return Promise.all(names.map(dollars));
}

/** Says one sentence into the microphone and listens to what comes back. */
async function talk(world) {
  const folder = mkdtempSync(join(tmpdir(), 'sellmeapen-senses-'));
  const wav = makeWav(join(folder, 'microphone.wav'), [{ silence: 7_000 }, { clip: CLIP }, { silence: 60_000 }]);
  const browser = await launch(withMicrophone(wav));
  try {
    const guest = await visitor(browser, { baseUrl: world.baseUrl });
    const { page } = guest;
    page.setDefaultTimeout(60_000);
    await tapSound(guest.context);
    await byPassword(world.owner.email, world.owner.password)(page);
    const id = await enterVoiceRoom(page);
    const before = (await session(page, id)).turns.length;
    const turns = await turnsThere(page, id, before + 2);
    assert.equal(turns[before].speaker, 'rep');
    // Where the sentence pauses it is asked, and once more at its end.
    assert.match(turns[before].text, new RegExp(`^${UNDERSTOOD}( ${UNDERSTOOD})*\\W?$`, 'i'));
    await page.waitForFunction(() => window.tap.sound.filter(({ rms }) => rms > 0.02).length > 20);
    return turns[before].text;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function hearAndSpeak(world, { page }) {
  const vendor = await startSimulators({ says: 'Let me think.', port: world.vendorPorts[0] });
  try {
    await page.goto('/models');
    await page.locator('#hear').getByRole('button', { name: 'Add a provider' }).waitFor();
    // On a second try they may be there.
    for (const name of CHOSEN)
      if ((await page.getByRole('heading', { level: 3, name, exact: true }).count()) > 0) await remove(page, name);
    const ear = await tryOut(page, EAR, vendor.base, 'hear');
    assert.match(ear.told, new RegExp(UNDERSTOOD));
    const voice = await tryOut(page, VOICE, vendor.base, 'speak');
    assert.match(voice.told, /First sound\s+[\d,]+ ms/);
    assert.match(voice.refused, /The vendor's own words\s+Incorrect API key/);
    // What a vendor says to a socket that it refuses is lost; the reason is not.
    assert.match(ear.refused, /the vendor refused the key/i);
    for (const { refused } of [ear, voice]) assert.doesNotMatch(refused, /wrong/, 'the key is on the screen');
    // The keys that were only tried are not kept.
    await page.locator('#keys li').filter({ hasText: 'too short' }).waitFor({ state: 'detached' });

    const tried = await spent(page, CHOSEN);
    const said = await talk(world);

    await page.goto('/egress');
    await page
      .getByRole('button', { name: `127.0.0.1:${vendor.port}` })
      .first()
      .waitFor();
    await page.goto('/models');
    const paid = await spent(page, CHOSEN);
    CHOSEN.forEach((name, n) => assert.ok(paid[n] > tried[n], `${name} cost ${tried[n]} before, ${paid[n]} after`));
    for (const name of CHOSEN) await remove(page, name);
    assert.equal(await dialog(page).count(), 0);
    return `heard "${said}" and answered in the vendor's voice`;
  } finally {
    await vendor.kill();
  }
}
