// What an administrator does with models, against simulated vendors: two processes, so that one of them may die.
import assert from 'node:assert/strict';
import { finish, openRoom, say } from '../journey.mjs';
import { startSimulators } from '../simulators.mjs';

const FIRST = {
  says: 'Let me think about that for a moment. It is a thing that I would have to turn over in my mind for a while.',
  title: 'OpenAI',
  provider: 'openai',
  path: 'openai/v1',
  key: 'simulated-key-first-1111',
};
const SECOND = {
  says: 'Give me a second, please. I want to be sure that I follow you.',
  title: 'Anthropic',
  provider: 'anthropic',
  path: 'anthropic',
  key: 'simulated-key-second-2222',
};
const BOTH = { provider: 'openai', path: 'sound/openai-realtime', key: 'simulated-key-voice-3333', model: '' };
const opening = ({ says }) => says.split('. ')[0];
const CAP_MS = 3_000;

export const dialog = (page) => page.locator('dialog[open]');
const order = (page) => page.locator('#talk ol > li h3').allInnerTexts();
const words = (page) => page.locator('main ol > li > p').allInnerTexts();

/** Opens the form and fills it in; what is sent first is whatever is clicked next. */
export async function fillIn(page, { provider, path, key, model = 'sim-fine' }, base, section = 'talk') {
  await page.locator(`#${section}`).getByRole('button', { name: 'Add a provider' }).click();
  const form = dialog(page);
  await form.locator('select[name=provider]').selectOption(provider);
  await form.locator('input[name=base_url]').fill(base(path));
  await form.locator('input[name=new_key]').fill(key);
  await form.locator('input[name=model]').fill(model);
  const allow = form.locator('input[name=allow]');
  if ((await allow.count()) > 0) await allow.check();
  return form;
}

export async function save(page) {
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await dialog(page).waitFor({ state: 'detached' });
}

export async function remove(page, name) {
  await page.getByRole('button', { name: `Remove ${name}`, exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('heading', { level: 3, name }).waitFor({ state: 'detached' });
}

/** Both vendors as processes on the ports that the server was told about. */
async function vendors(world) {
  const [one, two] = world.vendorPorts;
  const first = await startSimulators({ says: FIRST.says, port: one });
  try {
    return { first, second: await startSimulators({ says: SECOND.says, port: two }) };
  } catch (error) {
    await first.kill();
    throw error;
  }
}

export async function administer(world, { page, context }) {
  const { first, second } = await vendors(world);
  try {
    await page.goto('/egress');
    await page.getByText('Nothing has left this building.').waitFor();
    await page.goto('/models');
    await page.getByText('No model is set up').waitFor();

    // The wrong key: the vendor's own words, and never the key.
    const form = await fillIn(page, { ...FIRST, key: 'wrong' }, first.base);
    await form.getByRole('button', { name: 'Test' }).click();
    await form.getByText('It did not work.').waitFor();
    const vendorWords = await form.locator('blockquote').innerText();
    assert.match(vendorWords, /Incorrect API key/);
    assert.doesNotMatch(vendorWords, /wrong/);
    // The right one: times, and what was said.
    await form.locator('select[name=key_id]').selectOption('');
    await form.locator('input[name=new_key]').fill(FIRST.key);
    await form.getByRole('button', { name: 'Test' }).click();
    await form.getByText('It works.').waitFor();
    assert.match(await form.locator('dl').innerText(), /First word\s+[\d,]+ ms/);
    await form.getByRole('button', { name: 'List what it has' }).click();
    await form.getByText(/models?: choose/).waitFor();
    await save(page);
    await page.getByText('key ending in 1111').waitFor();
    // The key that was only tried is not kept.
    await page.waitForFunction(() => document.querySelectorAll('#keys li').length === 1);

    await fillIn(page, SECOND, second.base);
    await save(page);
    assert.deepEqual(await order(page), ['OpenAI sim-fine', 'Anthropic sim-fine']);

    // One that hears and speaks: tried out by a sentence of ours over its socket.
    const both = await fillIn(page, BOTH, (path) => first.base(path).replace('http', 'ws'), 'realtime');
    await both.getByRole('button', { name: 'Test' }).click();
    await both.getByText('It works.').waitFor();
    assert.match(await both.locator('dl').innerText(), /First sound\s+[\d,]+ ms[\s\S]*The pen writes\./);
    await save(page);
    await remove(page, 'OpenAI Realtime gpt-realtime');

    // Somebody else has the page open as it is now.
    const other = await context.newPage();
    await other.goto('/models');
    await other.getByRole('button', { name: 'Move Anthropic sim-fine up' }).waitFor();
    // By keyboard and by button.
    await page.getByRole('button', { name: 'Test Anthropic sim-fine' }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText('Anthropic sim-fine is now number 1.').waitFor();
    assert.deepEqual(await order(page), ['Anthropic sim-fine', 'OpenAI sim-fine']);
    await page.getByRole('button', { name: 'Move Anthropic sim-fine down' }).click();
    await page.getByText('Anthropic sim-fine is now number 2.').waitFor();
    await other.getByRole('button', { name: 'Move Anthropic sim-fine up' }).click();
    await other.getByText('Somebody else changed the models meanwhile').waitFor();
    assert.deepEqual(await order(other), ['OpenAI sim-fine', 'Anthropic sim-fine'], 'an older page won');
    await other.close();

    // A cap, reached by a test: the next one answers, and every page says so.
    await page.getByRole('button', { name: 'Change OpenAI sim-fine' }).click();
    await dialog(page).locator('summary').click();
    for (const [field, value] of [
      ['priceIn', '100000'],
      ['priceOut', '100000'],
      ['monthlyCapUsd', '0.01'],
    ])
      await dialog(page).locator(`input[name=${field}]`).fill(value);
    await save(page);
    await page.getByRole('button', { name: 'Test OpenAI sim-fine' }).click();
    await page.getByText('Its cap for this month is reached.').waitFor();
    await page.goto('/people');
    await page.getByText('reached its cap for this month').waitFor();
    await openRoom(page);
    await say(page, 'Good morning. What do you write with today?');
    assert.ok((await words(page)).at(-1).startsWith(opening(SECOND)), `not the second's words: ${await words(page)}`);

    // What left is told, and a leave can be taken back and given again.
    await page.goto('/egress');
    await page
      .getByRole('button', { name: `127.0.0.1:${second.port}` })
      .first()
      .waitFor();
    await page.getByRole('button', { name: `Take back 127.0.0.1:${second.port} for wording` }).click();
    await dialog(page).getByRole('button', { name: 'Take back' }).click();
    await page.goto('/models');
    await page.getByText(`Nothing may leave for 127.0.0.1:${second.port}`).waitFor();
    await page.getByRole('button', { name: `Allow 127.0.0.1:${second.port}` }).click();
    await dialog(page).getByRole('button', { name: 'Allow and save' }).click();
    await page.getByText(`Nothing may leave for 127.0.0.1:${second.port}`).waitFor({ state: 'detached' });

    // A judge does not judge before it was compared, and one of whom nothing stands is not let in on the work of another.
    await fillIn(page, { ...FIRST, model: 'sim-echo' }, first.base, 'judge');
    await save(page);
    await page.getByText('Not compared yet').waitFor();
    await page.getByText('15 English conversations').waitFor();
    await page.getByRole('button', { name: 'Compare now' }).click();
    await page.getByText('nothing it pointed at stands in the conversations').waitFor();
    assert.equal(await page.getByText('Not compared yet').count(), 1);
    assert.equal(await page.getByText('Compared on ').count(), 0);
    await remove(page, 'OpenAI sim-echo');

    await remove(page, 'OpenAI sim-fine');
    await remove(page, 'Anthropic sim-fine');
    await page.getByText('No model is set up').waitFor();
    await page.getByText('reached its cap for this month').waitFor({ state: 'detached' });
    return `"${vendorWords}", the second answered when the first one's cap was reached`;
  } finally {
    await first.kill();
    await second.kill();
  }
}

/** Until the newest turn begins so, on the screen. */
const begins = (page, text) =>
  page.waitForFunction(
    (start) => [...document.querySelectorAll('main ol > li')].at(-1)?.textContent.includes(start),
    text,
    { timeout: 20_000 },
  );

export async function lose(world, { page }) {
  const running = await vendors(world);
  try {
    await page.goto('/models');
    for (const [vendor, base] of [
      [FIRST, running.first.base],
      [SECOND, running.second.base],
    ]) {
      const form = await fillIn(page, vendor, base);
      await form.locator('summary').click();
      await form.locator('input[name=latencyCapMs]').fill(String(CAP_MS));
      await save(page);
    }
    await openRoom(page);
    await say(page, 'Good morning. What do you write with today?');
    assert.ok((await words(page)).at(-1).startsWith(opening(FIRST)), `not the first's words: ${await words(page)}`);

    // Dead before the first word: the next one answers within the cap.
    await running.first.kill();
    const before = Date.now();
    await say(page, 'What happened the last time it let you down?');
    const waited = Date.now() - before;
    assert.ok((await words(page)).at(-1).startsWith(opening(SECOND)), `not the second's words: ${await words(page)}`);
    assert.ok(waited < CAP_MS, `${waited} ms until the second answered`);
    const room = page.url();

    // Dead after the first words: nobody else's words go on with them.
    running.first = await startSimulators({ says: FIRST.says, port: running.first.port });
    await page.goto('/models');
    await page.getByRole('button', { name: 'Change OpenAI sim-fine' }).click();
    await dialog(page).locator('input[name=model]').fill('sim-hang');
    await save(page);
    await page.goto(room);
    const field = page.locator('footer textarea');
    await field.fill('And what did that cost you?');
    await field.press('Enter');
    await begins(page, opening(FIRST));
    await running.first.kill();
    await page.waitForFunction(() => document.querySelector('footer textarea')?.disabled === false);
    await say(page, 'Who else would have to agree?');
    const said = await words(page);
    const broken = said.at(-3);
    assert.ok(broken.startsWith(opening(FIRST)), `the turn that broke off: ${broken}`);
    assert.ok(!broken.includes(opening(SECOND)), 'two vendors in one turn');
    assert.ok(said.at(-1).startsWith(opening(SECOND)), `the session did not go on: ${said.at(-1)}`);
    await finish(page);

    await page.goto('/models');
    await remove(page, 'OpenAI sim-hang');
    await remove(page, 'Anthropic sim-fine');
    return `${waited} ms to the second's whole answer; broken off: "${broken}"`;
  } finally {
    await running.first.kill();
    await running.second.kill();
  }
}
