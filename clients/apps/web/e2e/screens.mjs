// Every screen at several sizes, appearances and in both invented languages: no sideways scroll, nothing cut, no axe
// violation, no complaint of the browser (a blocked style or script is one), no foreign host.
import { mkdirSync } from 'node:fs';
import { axeFaults, drawn, layoutFaults, settled, visitor } from './browser.mjs';

const SHOTS = process.env.E2E_SHOTS;

export const FEW = [
  { width: 360, dark: false, language: 'en' },
  { width: 1280, dark: true, language: 'en' },
  { width: 360, dark: false, language: 'en-XA' },
  { width: 1280, dark: false, language: 'ar-XB' },
];
export const ALL = [360, 768, 1280, 1920].flatMap((width) =>
  [false, true].flatMap((dark) => ['en', 'en-XA', 'ar-XB'].map((language) => ({ width, dark, language }))),
);

const PLACES = [
  ['rehearse', '/'],
  ['rehearse', '/library'],
  ['rehearse', '/history'],
  ['rehearse', '/drills'],
  ['rehearse', '/progress'],
  ['see_team', '/team'],
  ['see_team', '/speaking'],
  ['author_scenarios', '/knowledge'],
  ['manage_people', '/people'],
  ['manage_teams', '/teams'],
  ['manage_organisation', '/settings'],
  ['manage_organisation', '/models'],
  ['see_audit', '/egress'],
  ['see_audit', '/audit'],
];

/** Which addresses this person may open, with real ids. */
export async function placesFor(page) {
  return page.evaluate(async (places) => {
    const get = async (path) => (await fetch(`/api/v1${path}`)).json();
    const me = await get('/me');
    const paths = places.filter(([may]) => me.permissions.includes(may)).map(([, path]) => path);
    paths.push('/me', '/measures', '/measures/languages', '/library/no-such-scenario');
    if (!me.permissions.includes('rehearse')) return paths;
    const { items: drills } = await get('/drills');
    if (drills[0]) paths.push(`/drills/${drills[0].id}`);
    const { items: scenarios } = await get('/scenarios?limit=100');
    for (const seat of ['seller', 'buyer']) {
      const scenario = scenarios.find((one) => one.seat === seat);
      if (scenario) paths.push(`/library/${scenario.id}`);
    }
    const { items: sessions } = await get(`/sessions?person_id=${me.person.id}&limit=50`);
    const scored = sessions.find(({ stage }) => stage === 'scored');
    const take = sessions.find((one) => one.retry_of && one.stage === 'scored');
    const open = sessions.find(({ stage }) => stage === 'live' || stage === 'paused');
    const heard = [];
    for (const { id } of sessions.filter((one) => one.stage === 'scored')) {
      if ((await get(`/sessions/${id}/recording`)).state === 'complete') heard.push(id);
    }
    if (heard[0] && heard[0] !== scored?.id) paths.push(`/sessions/${heard[0]}`);
    if (scored) paths.push(`/sessions/${scored.id}`);
    if (take) paths.push(`/sessions/${take.id}/compare/${take.retry_of.session_id}`);
    if (open) paths.push(`/room/${open.id}`);
    return paths;
  }, PLACES);
}

/** Whether it is the night that was asked for: a page that overlooks it would pass for another one. */
const isDark = (page) =>
  page.evaluate(() => {
    const [red, green, blue] = getComputedStyle(document.body)
      .backgroundColor.match(/[\d.]+/g)
      .map(Number);
    return red + green + blue < 3 * 128;
  });

/** One page in several looks of one language: loaded once, then resized and darkened as a person does it. */
async function lookAtInAll(page, path, looks) {
  const faults = [];
  const [first] = looks;
  await wear(page, first);
  await page.goto(path);
  await settled(page);
  for (const look of looks) {
    if (look !== first) {
      await wear(page, look);
      await drawn(page);
    }
    const where = `${path} at ${look.width} ${look.dark ? 'night' : 'day'} ${look.language}`;
    const seen = [...(await layoutFaults(page)), ...(await axeFaults(page))];
    if ((await isDark(page)) !== look.dark) seen.push('it is not as dark as it should be');
    faults.push(...seen.map((fault) => `${where}: ${fault}`));
    if (SHOTS) await shoot(page, path, look);
  }
  return faults;
}

async function wear(page, { width, dark }) {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
}

async function shoot(page, path, look) {
  mkdirSync(SHOTS, { recursive: true });
  const role = look.name ? `${look.name}-` : '';
  const name = `${role}${path.replace(/\W+/g, '_')}-${look.width}-${look.dark ? 'night' : 'day'}-${look.language}.png`;
  await page.screenshot({ path: `${SHOTS}/${name}`, fullPage: true });
}

export const lookAt = (page, path, look) => lookAtInAll(page, path, [look]);

/** Screens of nobody in particular. */
const OF_GUESTS = ['/sign-in', '/welcome#not-a-link'];

/**
 * All screens of one person in every look, each language beside the others; answers with how many were seen and what is
 * wrong with them. Those of guests are the same for everybody: who has seen them says so.
 */
export async function lookAtAll(browser, { baseUrl, signIn, paths, looks, name, guests = true }) {
  const named = looks.map((one) => ({ ...one, name }));
  const languages = [...new Set(named.map(({ language }) => language))];
  const rounds = await Promise.all(
    languages.map(async (language) => {
      const worn = named.filter((look) => look.language === language);
      const faults = [];
      if (guests) {
        const guest = await visitor(browser, { baseUrl, ...worn[0] });
        for (const path of OF_GUESTS) faults.push(...(await lookAtInAll(guest.page, path, worn)));
        await guest.context.close();
      }
      const { context, page, complaints } = await visitor(browser, { baseUrl, ...worn[0], signIn });
      for (const path of paths) faults.push(...(await lookAtInAll(page, path, worn)));
      faults.push(...complaints.map((complaint) => `${language}: ${complaint}`));
      await context.close();
      return { seen: worn.length * (paths.length + (guests ? OF_GUESTS.length : 0)), faults };
    }),
  );
  return { seen: rounds.reduce((sum, round) => sum + round.seen, 0), faults: rounds.flatMap(({ faults }) => faults) };
}
