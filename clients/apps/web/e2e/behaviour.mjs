// What the screens must do, tried against the pretended server: a lost answer, a second tab, keys, light both ways.
import assert from 'node:assert/strict';
import { byPassword, settled, visitor } from './browser.mjs';

const REP = byPassword('jonah.feldspar@harbour-and-quill.example', 'any words will do here');

async function openRoom(page, scenario = 'classic-pen') {
  await page.goto(`/library/${scenario}`);
  await page.locator('aside form button[type=submit]').click();
  await page.locator('footer textarea').waitFor();
}

/** A conversation of this person that was recorded and still is. */
async function openRecorded(page) {
  const id = await page.evaluate(async () => {
    const get = async (path) => (await fetch(`/api/v1${path}`)).json();
    for (const { id } of (await get('/sessions?limit=50')).items) {
      if ((await get(`/sessions/${id}/recording`)).state === 'complete') return id;
    }
    return undefined;
  });
  assert.ok(id, 'no conversation was recorded');
  await page.goto(`/sessions/${id}`);
  await page.getByRole('slider').waitFor();
}

const said = (page) => page.locator('main ol > li').allInnerTexts();

const behaviours = {
  async 'the recording is walked by keys, and a quote plays from its moment to its end'({ page }) {
    await openRecorded(page);
    const slider = page.getByRole('slider', { name: 'Position in the recording' });
    const second = async () => Number(await slider.getAttribute('aria-valuenow'));
    const after = async (key) => {
      await page.keyboard.press(key);
      return second();
    };
    await slider.focus();
    assert.deepEqual(
      [await after('ArrowRight'), await after('Shift+ArrowRight'), await after('ArrowLeft'), await after('End')],
      [5, 6, 1, Number(await slider.getAttribute('aria-valuemax'))],
    );
    assert.equal(await after('Home'), 0);
    const turns = [await after(']'), await after(']')];
    assert.ok(turns[0] >= 0 && turns[1] > turns[0], `turns began at ${turns}`);
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();

    const sound = () => page.locator('audio').evaluate(({ currentTime, paused }) => ({ currentTime, paused }));
    const quote = page
      .locator('main ol')
      .getByRole('button', { name: /^Play this quote/ })
      .first();
    const [, minutes, seconds] = /(\d+):(\d+)/.exec(await quote.getAttribute('aria-label'));
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('2');
    await quote.click();
    await page.getByRole('button', { name: 'Stop this quote' }).first().waitFor();
    const begun = (await sound()).currentTime;
    assert.ok(Math.abs(begun - (Number(minutes) * 60 + Number(seconds))) < 1.5, `began at ${begun}`);
    await page.locator('main ol li p span').first().waitFor();
    await page.waitForFunction(() => document.querySelector('audio').paused);
    const ended = (await sound()).currentTime;
    assert.ok(ended > begun && ended < begun + 12, `ended at ${ended}`);
    await page.locator('main ol li p span').first().waitFor({ state: 'detached' });
  },

  async 'a recording is asked about before it is removed, and its absence is told'({ page }) {
    await openRecorded(page);
    await page.getByRole('button', { name: 'Remove my recording' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('slider').waitFor();
    await page.getByRole('button', { name: 'Remove my recording' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove my recording' }).click();
    await page.getByText('you removed it').waitFor();
    assert.equal(await page.locator('audio').count(), 0);
    assert.equal(await page.getByRole('button', { name: /^Play this quote/ }).count(), 0);
  },

  async 'a lost answer keeps the words and sends them once'({ page }) {
    await openRoom(page);
    // The server hears it, the answer never arrives.
    await page.route('**/turns', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page.locator('footer textarea').fill('Please drop the line now');
    await page.keyboard.press('Enter');
    await page.getByText('not saved', { exact: true }).waitFor();
    await page.unroute('**/turns');
    // The words outlive even a reload, and the repeat does not say them twice.
    await page.reload();
    await page.getByText('not saved', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.getByText('not saved', { exact: true }).waitFor({ state: 'detached' });
    await page.locator('footer textarea').waitFor();
    const turns = await said(page);
    assert.equal(turns.filter((turn) => turn.includes('drop the line')).length, 1);
  },

  async 'a second tab is told, takes over, and the first is told then'({ page, context }) {
    await openRoom(page);
    const second = await context.newPage();
    await second.goto(page.url());
    await second.getByRole('heading', { name: 'Open in another tab' }).waitFor();
    await second.getByRole('button', { name: 'Continue here' }).click();
    await second.locator('footer textarea').waitFor();
    await page.locator('footer textarea').fill('Am I still heard?');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Taken over elsewhere' }).waitFor();
    await second.close();
  },

  async 'a reload resumes at the same turn'({ page }) {
    await openRoom(page);
    await page.locator('footer textarea').fill('What did you last write that mattered?');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('main ol > li').length === 3);
    const before = await said(page);
    await page.reload();
    await page.locator('footer textarea').waitFor();
    assert.deepEqual(await said(page), before);
  },

  async 'pause stops, continue goes on, a hint is shown and counted'({ page }) {
    await openRoom(page);
    await page.getByRole('button', { name: 'Hint' }).click();
    await page.getByText('A thought').waitFor();
    await page.getByRole('button', { name: 'Hint (1)' }).waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.locator('footer textarea').waitFor();
  },

  async 'the buyer tags a technique and it stays'({ page }) {
    await openRoom(page, 'bike-fleet-buyer');
    const tag = page.getByLabel('Technique in turn 1');
    await tag.selectOption('open_discovery');
    await page.waitForTimeout(300);
    await page.reload();
    await page.locator('footer textarea').waitFor();
    assert.equal(await page.getByLabel('Technique in turn 1').inputValue(), 'open_discovery');
  },

  async 'slash goes to the search and words narrow the shelf'({ page }) {
    await page.goto('/library');
    await settled(page);
    await page.keyboard.press('/');
    await page.keyboard.type('sensors fridge nothing');
    await page.getByText('Nothing on this shelf').waitFor();
    await page.getByRole('link', { name: 'Show everything' }).click();
    await page.getByText('8 scenarios').waitFor();
    await page.getByLabel('Kind of conversation').selectOption('cold_call');
    await page.getByText('2 scenarios').waitFor();
  },

  async 'evidence lights its criterion and the criterion its evidence'({ page }) {
    await page.goto('/history');
    await page.getByRole('link', { name: 'Too expensive, again' }).first().click();
    const mark = page.locator('[id=turn-9] a').first();
    // Whatever a resting mouse would light as the page moves under it.
    await page.mouse.move(0, 0);
    await mark.focus();
    const target = (await mark.getAttribute('href')).slice(1);
    await page.locator(`[id="${target}"][data-lit]`).waitFor();
    await page.locator('#criterion-used_proof a').first().focus();
    await page.locator('[id=turn-13] a[data-lit]').waitFor();
  },

  async 'the bends of the line are walked by arrow keys and explained'({ page }) {
    await page.goto('/history');
    await page.getByRole('link', { name: 'Too expensive, again' }).first().click();
    const stops = page.locator('svg[role=group] a');
    await stops.first().waitFor();
    await page.locator('svg[role=group] a[tabindex="0"]').focus();
    await page.keyboard.press('Home');
    assert.equal(await stops.first().evaluate((element) => element === document.activeElement), true);
    await page.keyboard.press('ArrowRight');
    const label = await stops.nth(1).getAttribute('aria-label');
    assert.equal(await stops.nth(1).evaluate((element) => element === document.activeElement), true);
    assert.match(label, /^Turn \d+: /);
  },

  async 'retry this moment opens a room with what was said before'({ page }) {
    await page.goto('/history');
    await page.getByRole('link', { name: 'Too expensive, again' }).first().click();
    await page.getByRole('button', { name: 'Retry this moment' }).click();
    await page.waitForURL(/\/room\//);
    await page.locator('footer textarea').waitFor();
    assert.ok((await said(page)).length > 1);
  },

  async 'a deleted conversation asks first and is gone'({ page }) {
    await page.goto('/history');
    const link = page.getByRole('link', { name: 'Sell me this pen' }).first();
    const href = await link.getAttribute('href');
    await link.click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.locator('dialog[open]').getByRole('button', { name: 'Delete' }).click();
    await page.waitForURL('**/history');
    await page.goto(href);
    await page.getByText('Nothing here').waitFor();
  },
};

export async function checkBehaviour(browser, baseUrl) {
  const faults = [];
  for (const [name, act] of Object.entries(behaviours)) {
    const guest = await visitor(browser, { baseUrl, signIn: REP });
    guest.page.setDefaultTimeout(10_000);
    try {
      await act(guest);
    } catch (error) {
      faults.push(
        `${name}: ${String(error.message ?? error)
          .split('\n')
          .slice(0, 4)
          .join(' ')}`,
      );
    }
    const loud = guest.complaints.filter((complaint) => !complaint.includes('ERR_'));
    faults.push(...loud.map((complaint) => `${name}: ${complaint}`));
    await guest.context.close();
  }
  console.log(`${Object.keys(behaviours).length} behaviours tried in Chromium`);
  return faults;
}
