// Each journey: what it is called in the report, and what is done. They share one server and run in this order.
import assert from 'node:assert/strict';
import { byLink, byPassword, visitor } from '../browser.mjs';
import { finish, openRoom, rehearse, say } from '../journey.mjs';
import { lookAtAll, FEW, placesFor } from '../screens.mjs';
import { run, startServer } from '../server.mjs';
import { formTeam, invite } from './lead.mjs';
import { saidJourneys } from './said.mjs';
import { administer, lose } from './models.mjs';
import { hearAndSpeak } from './senses.mjs';
import { voiceJourneys } from './voice.mjs';

const PASSWORD = 'violet tractor hums 41';
const PEN = 'classic-pen';
const OWNER = {
  email: 'ines.okafor@inkwell.example',
  name: 'Ines Okafor',
  organisation: 'Inkwell',
  password: PASSWORD,
};
const MANAGER = { email: 'bram.castellan@inkwell.example', name: 'Bram Castellan', password: PASSWORD };
const REP = { email: 'tove.lindgren@inkwell.example', name: 'Tove Lindgren', password: PASSWORD };

const said = (page) => page.locator('main ol > li > p').allInnerTexts();
const total = (page) => page.locator('main [class*=number]').first().innerText();

async function enter(world, { link, ...person }, look = {}) {
  const signIn = link ? byLink(link, person) : byPassword(person.email, person.password);
  const guest = await visitor(world.browser, { baseUrl: world.baseUrl, ...look });
  guest.page.setDefaultTimeout(60_000);
  world.open.push(guest);
  await signIn(guest.page);
  return guest;
}

/** What the scenario's own example says for the seller: words worth judging. */
async function goodLines(page, scenario) {
  await page.goto(`/library/${scenario}`);
  await page.locator('aside form button[type=submit]').waitFor();
  return page.locator('details [data-speaker=rep]').allTextContents();
}

function quiet({ complaints }, expected = []) {
  const loud = complaints.filter((one) => !expected.some((word) => one.includes(word)));
  assert.deepEqual(loud, [], 'the browser complained');
}

async function firstRun(world) {
  const link = await world.server.link();
  const began = Date.now();
  const guest = await enter(world, { ...OWNER, link });
  const { page } = guest;
  const lines = await goodLines(page, PEN);
  const { sessionId } = await rehearse(page, { scenario: PEN, lines });
  const score = await total(page);
  assert.match(score, /^\d+/, 'no total on the screen');
  world.owner = { ...OWNER, sessionId };
  quiet(guest);
  return `${((Date.now() - began) / 1000).toFixed(1)} s from the link to the scorecard, total ${score.replace(/\s+/g, ' ')}`;
}

async function resume(world) {
  const guest = await enter(world, world.owner);
  const { page } = guest;
  const lines = await goodLines(page, PEN);
  await openRoom(page, { scenario: PEN });
  for (const line of lines.slice(0, 2)) assert.ok(await say(page, line), 'over too soon');
  const before = await said(page);
  await world.server.kill();
  await page.locator('footer textarea').fill(lines[2]);
  await page.keyboard.press('Enter');
  await page.getByText('not saved', { exact: true }).waitFor();
  world.server = await startServer(world.command, {
    port: world.port,
    data: world.data,
    environment: world.environment,
  });
  await page.reload();
  await page.locator('footer textarea').waitFor();
  assert.deepEqual(await said(page), before, 'what was said differs after the restart');
  await page.getByRole('button', { name: 'Send again' }).click();
  await page.waitForFunction((n) => document.querySelectorAll('main ol > li').length >= n + 2, before.length);
  const after = await said(page);
  assert.deepEqual(after.slice(0, before.length), before);
  assert.equal(after.filter((text) => text === lines[2]).length, 1, 'the unsaved line is not there exactly once');
  for (const line of lines.slice(3)) if (!(await say(page, line))) break;
  await finish(page);
  assert.match(await total(page), /^\d+/);
  quiet(guest, ['ERR_', 'Failed to fetch']);
  return `${before.length} turns kept, the unsaved line said once`;
}

async function retry(world) {
  const guest = await enter(world, world.owner);
  const { page } = guest;
  await page.goto(`/sessions/${world.owner.sessionId}`);
  await page.locator('[id^=criterion-]').first().waitFor();
  const first = await total(page);
  const moment = page.getByRole('button', { name: 'Retry this moment' });
  const again = (await moment.count()) > 0 ? moment : page.getByRole('button', { name: 'Retry from here' }).nth(1);
  await again.click();
  await page.waitForURL(/\/room\//);
  await page.locator('footer textarea').waitFor();
  await say(page, 'Before I go on: what would have to be different for you, and how would you notice it?');
  await finish(page);
  const second = await total(page);
  // The first take stays as it was, and both stand in the list.
  await page.getByRole('link', { name: 'First take' }).waitFor();
  await page.getByRole('link', { name: 'Compare' }).first().click();
  await page.waitForURL(/\/compare\//);
  await page.getByRole('heading', { name: 'First take' }).waitFor();
  await page.getByRole('heading', { name: /Again from turn/ }).waitFor();
  const totals = (await page.locator('main section [class*=total]').allInnerTexts()).map((text) => text.split('\n')[0]);
  assert.deepEqual(
    totals.map((text) => Number.parseInt(text, 10)),
    [first, second].map((text) => Number.parseInt(text, 10)),
  );
  quiet(guest);
  return `totals ${totals.join(' and ')} side by side`;
}

async function manager(world) {
  const { page } = await enter(world, world.owner);
  const managerLink = await invite(page, { email: MANAGER.email, role: 'manager' });
  await enter(world, { ...MANAGER, link: managerLink });
  await formTeam(page, { team: 'North', lead: MANAGER.name });
  const repLink = await invite(page, { email: REP.email, role: 'trainee', team: 'North' });

  const rep = await enter(world, { ...REP, link: repLink });
  const lines = await goodLines(rep.page, PEN);
  const { sessionId } = await rehearse(rep.page, { scenario: PEN, lines });
  const score = await total(rep.page);
  await rep.page.getByRole('button', { name: 'Share with my manager' }).click();
  await rep.page.getByRole('button', { name: 'Stop sharing' }).waitFor();

  const lead = await enter(world, MANAGER);
  await lead.page.goto('/team');
  await lead.page.getByRole('link', { name: REP.name }).first().click();
  await lead.page.waitForURL(/\/history/);
  await lead.page.locator(`a[href="/sessions/${sessionId}"]`).last().click();
  await lead.page.locator('[id^=criterion-]').first().waitFor();
  assert.equal(await total(lead.page), score, 'the manager sees another total than the rep');
  assert.equal(await lead.page.getByRole('button', { name: 'Delete' }).count(), 0, 'a manager is offered to delete');
  quiet(rep);
  quiet(lead);
  return `total ${score.replace(/\s+/g, ' ')} seen by both`;
}

async function stranger(world) {
  const words = [...world.command, 'seed', '--profile', 'demo', '--data', world.data, '--json'];
  const { organisation, people } = JSON.parse(await run(words.slice(0, 1), words.slice(1)));
  const other = people.find(({ role }) => role === 'owner');
  const guest = await enter(world, { link: other.link, email: other.email, password: PASSWORD });
  const { page } = guest;
  for (const path of [`/sessions/${world.owner.sessionId}`, `/room/${world.owner.sessionId}`]) {
    await page.goto(path);
    await page.getByText('Nothing here').waitFor();
  }
  const answers = await page.evaluate(
    (id) =>
      Promise.all(
        ['', '/debrief', '/scorecards/latest', '/scorecards'].map(async (rest) => {
          const response = await fetch(`/api/v1/sessions/${id}${rest}`);
          return [response.status, (await response.json()).code];
        }),
      ),
    world.owner.sessionId,
  );
  for (const answer of answers) assert.deepEqual(answer, [404, 'not-found']);
  quiet(guest);
  world.stranger = { email: other.email, password: PASSWORD };
  return `${organisation} finds nothing, four times 404`;
}

async function screens(world) {
  const faults = [];
  let seen = 0;
  const rounds = [
    ['owner', world.owner],
    ['manager', MANAGER],
    ['rep', REP],
  ];
  for (const [name, person] of rounds) {
    const guest = await enter(world, person);
    const paths = await placesFor(guest.page);
    const signIn = byPassword(person.email, person.password);
    const round = await lookAtAll(world.browser, {
      baseUrl: world.baseUrl,
      signIn,
      paths,
      looks: FEW,
      name,
      guests: seen === 0,
    });
    faults.push(...round.faults.map((fault) => `${name}: ${fault}`));
    seen += round.seen;
  }
  assert.equal(faults.length, 0, `${faults.length} faults on ${seen} screens:\n${[...new Set(faults)].join('\n')}`);
  return `${seen} screens without a fault`;
}

export const journeys = {
  first: { title: 'first run to scorecard', go: firstRun },
  resume: { title: 'resume after kill -9', go: resume },
  retry: { title: 'retry a moment and see both takes', go: retry },
  manager: { title: "a manager reads a rep's debrief", go: manager },
  stranger: { title: 'another organisation finds nothing', go: stranger },
  models: {
    title: 'an administrator sets up models, with simulated vendors',
    go: async (world) => administer(world, await enter(world, world.owner)),
  },
  senses: {
    title: 'an administrator sets up an ear and a voice and talks with them, with a simulated vendor',
    go: async (world) => hearAndSpeak(world, await enter(world, world.owner)),
    realTime: true,
  },
  losing: {
    title: 'a provider dies in the middle of a call, with simulated vendors',
    go: async (world) => lose(world, await enter(world, world.owner)),
  },
  ...voiceJourneys,
  ...saidJourneys,
  screens: { title: 'layout and accessibility of the screens', go: screens },
};
