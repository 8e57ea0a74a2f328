// What several journeys do, by clicking, as a person does it.

/** Something this machine lacks: the journey says so and is counted apart. */
export class NotRun extends Error {}

const LINES = [
  'Good morning, I would like ten minutes to understand how you work today, and then we decide whether it is worth more.',
  'What happened the last time it let you down?',
  'What did that cost you?',
];

const spoken = (page) => page.locator('main ol > li').count();

/** From the briefing into the room; answers with the session's id. */
export async function openRoom(page, { scenario, wait = 60_000 } = {}) {
  await page.goto(scenario ? `/library/${scenario}` : '/library');
  if (!scenario) await page.locator('main li h2 a').first().click();
  await page.locator('aside form button[type=submit]').click();
  await page.waitForURL(/\/room\//, { timeout: wait });
  await page.locator('footer textarea').waitFor({ timeout: wait });
  return new URL(page.url()).pathname.split('/').at(-1);
}

/** Says one line and waits for what comes back: an answer, or the end. False where the conversation was over before. */
export async function say(page, line, { wait = 60_000 } = {}) {
  const field = page.locator('footer textarea');
  const over = page.locator('footer a[href^="/sessions/"]');
  await field.or(over).first().waitFor({ timeout: wait });
  if (await over.isVisible()) return false;
  const before = await spoken(page);
  await field.fill(line);
  await field.press('Enter');
  await page.waitForFunction(
    (count) =>
      document.querySelectorAll('main ol > li').length >= count + 2 ||
      document.querySelector('footer a[href^="/sessions/"]'),
    before,
    { timeout: wait },
  );
  return true;
}

/** Ends the conversation where it still goes on, opens the debrief and waits for the score. */
export async function finish(page, { wait = 60_000 } = {}) {
  const sessionId = new URL(page.url()).pathname.split('/').at(-1);
  const debrief = page.locator(`footer a[href="/sessions/${sessionId}"]`);
  const field = page.locator('footer textarea');
  await field.or(debrief).first().waitFor({ timeout: wait });
  if (await field.isVisible()) {
    await page.locator('footer button').last().click();
    await page.locator('dialog[open] button').first().click();
  }
  await debrief.click({ timeout: wait });
  await page.waitForURL(/\/sessions\//);
  await page.locator('[id^=criterion-]').first().waitFor({ timeout: wait });
  return { sessionId };
}

/** Opens a scenario, says a few lines, ends it and waits for the score; answers with the ids it met. */
export async function rehearse(page, { scenario, lines = LINES, wait } = {}) {
  await openRoom(page, { scenario, wait });
  for (const line of lines) if (!(await say(page, line, { wait }))) break;
  return finish(page, { wait });
}
