// Every screen at several sizes, appearances and in both invented languages: no sideways scroll, nothing cut, no axe
// violation, no complaint of the browser (a blocked style or script is one), no foreign host.
import { mkdirSync } from 'node:fs';
import { axeFaults, layoutFaults, settled, visitor } from './browser.mjs';

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

export async function lookAt(page, path, look) {
  const where = `${path} at ${look.width} ${look.dark ? 'night' : 'day'} ${look.language}`;
  await page.goto(path);
  await settled(page);
  if (SHOTS) {
    mkdirSync(SHOTS, { recursive: true });
    const role = look.name ? `${look.name}-` : '';
    const name = `${role}${path.replace(/\W+/g, '_')}-${look.width}-${look.dark ? 'night' : 'day'}-${look.language}.png`;
    await page.screenshot({ path: `${SHOTS}/${name}`, fullPage: true });
  }
  return [...(await layoutFaults(page)), ...(await axeFaults(page))].map((fault) => `${where}: ${fault}`);
}

/** All screens of one person in every look; answers with how many were seen and what is wrong with them. */
export async function lookAtAll(browser, { baseUrl, signIn, paths, looks, name }) {
  const faults = [];
  let seen = 0;
  for (const look of looks.map((one) => ({ ...one, name }))) {
    const guest = await visitor(browser, { baseUrl, ...look });
    for (const path of ['/sign-in', '/welcome#not-a-link']) faults.push(...(await lookAt(guest.page, path, look)));
    await guest.context.close();
    const { context, page, complaints } = await visitor(browser, { baseUrl, ...look, signIn });
    for (const path of paths) faults.push(...(await lookAt(page, path, look)));
    faults.push(...complaints.map((complaint) => `${look.width} ${look.language}: ${complaint}`));
    seen += paths.length + 2;
    await context.close();
  }
  return { seen, faults };
}
