// What every browser test here needs: find Chromium, sign in, look at a page.
import { existsSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const CANDIDATES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export function findChromium() {
  return CANDIDATES.find((path) => path && existsSync(path));
}

export async function launch(more = []) {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--disable-background-networking',
      '--disable-dev-shm-usage',
      ...more,
    ],
  });
}

/** A fresh browser profile; everything the page complains about lands in `complaints`. */
export async function visitor(browser, { baseUrl, width = 1280, height = 900, dark = false, language = 'en', signIn }) {
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    ignoreHTTPSErrors: true,
  });
  await context.addInitScript((wanted) => localStorage.setItem('sellmeapen.language', wanted), language);
  const page = await context.newPage();
  watch(page);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const expected = /status of (401|404|409|202)/.test(message.text());
    if (message.type() === 'error' && !expected) complaints.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(new URL(baseUrl).origin) && !/^(data|blob|about):/.test(url))
      complaints.push(`foreign host: ${url}`);
  });
  if (signIn) await signIn(page);
  return { context, page, complaints };
}

/** Signs in by e-mail and password, through the form, as a person does. */
export function byPassword(email, password) {
  return async (page) => {
    await page.goto('/sign-in');
    await page.locator('input[name=email]').fill(email);
    await page.locator('input[name=password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  };
}

/** Accepts a one-time link (first administrator, invitation, recovery) with this password. */
export function byLink(link, { password, name, email, organisation }) {
  return async (page) => {
    await page.goto(link);
    await page.locator('input[name=password]').waitFor();
    const fill = async (field, value) => {
      const input = page.locator(`input[name=${field}]`);
      if (value && (await input.count())) await input.fill(value);
    };
    await fill('organisation_name', organisation);
    await fill('name', name);
    await fill('email', email);
    await fill('password', password);
    await page.locator('button[type=submit]').click();
    await page.waitForURL((url) => !url.pathname.startsWith('/welcome'));
  };
}

const QUIET_MS = 120;
const LOUD_MS = 20_000;
const traffic = new WeakMap();

/** Counts what a page has asked for and not yet got: half a second of quiet, as the browser's driver wants it, is long. */
function watch(page) {
  const state = { open: 0, since: Date.now() };
  traffic.set(page, state);
  const count = (by) => () => {
    state.open = Math.max(0, state.open + by);
    state.since = Date.now();
  };
  page.on('request', count(1));
  page.on('requestfinished', count(-1));
  page.on('requestfailed', count(-1));
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) state.since = Date.now();
  });
}

/** Nothing is under way, and nothing was asked for a moment: an answer may make the page ask for more. */
async function quiet(page) {
  const state = traffic.get(page);
  const until = Date.now() + LOUD_MS;
  while (state.open > 0 || Date.now() - state.since < QUIET_MS) {
    if (Date.now() > until) throw new Error(`${state.open} requests are still open: ${page.url()}`);
    await page.waitForTimeout(25);
  }
}

export async function settled(page) {
  await page.locator('#root h1, #root h2, #root textarea, #root [role=alert]').first().waitFor();
  await quiet(page);
  await drawn(page);
}

/** With its typefaces, and after whatever follows a change of size has followed. */
export async function drawn(page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let i = 0; i < 3; i++) await new Promise((next) => window.requestAnimationFrame(next));
  });
}

/** Layout faults: the page scrolls sideways, or text is cut by its own box. */
export async function layoutFaults(page) {
  return page.evaluate(() => {
    const faults = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth + 1) {
      const wide = [...document.querySelectorAll('body *')]
        .filter((element) => {
          const box = element.getBoundingClientRect();
          return box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1);
        })
        .slice(0, 3)
        .map((element) => `${element.tagName.toLowerCase()}.${String(element.className).slice(0, 60)}`);
      faults.push(`scrolls sideways by ${root.scrollWidth - root.clientWidth}px: ${wide.join(', ')}`);
    }
    for (const element of document.querySelectorAll(
      'h1,h2,h3,h4,p,a,button,label,dt,dd,th,td,li,summary,legend,span',
    )) {
      const style = getComputedStyle(element);
      const hides = style.overflowX === 'hidden' || style.overflowX === 'clip';
      if (!hides || element.closest('.sr') || style.clipPath !== 'none' || element.clientWidth === 0) continue;
      if (element.scrollWidth > element.clientWidth + 1) {
        faults.push(`cut: <${element.tagName.toLowerCase()}> "${(element.textContent ?? '').slice(0, 40)}"`);
      }
    }
    return faults;
  });
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 A and AA by axe, one line a violation. */
export async function axeFaults(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(
      ({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.any[0]?.message ?? ''}`,
    );
  });
}
