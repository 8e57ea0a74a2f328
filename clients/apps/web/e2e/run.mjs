// What the screens look like and do in a real Chromium.
//
//   E2E_BASE_URL   a running server; without it the built pages are shown before the pretended server
//   E2E_LINK       a one-time link to accept first (first administrator, invitation, recovery)
//   E2E_EMAIL, E2E_PASSWORD, E2E_NAME, E2E_ORGANISATION
//   E2E_FULL=1     all combinations instead of four;  E2E_SHOTS=DIR  also keeps pictures
import { fileURLToPath } from 'node:url';
import { checkBehaviour } from './behaviour.mjs';
import { byLink, byPassword, findChromium, launch, visitor } from './browser.mjs';
import { rehearse } from './journey.mjs';
import { checkVoice } from './voice.mjs';
import { ALL, FEW, lookAt, lookAtAll, placesFor } from './screens.mjs';

async function pretendedServer() {
  const { preview } = await import('vite');
  const root = fileURLToPath(new URL('..', import.meta.url));
  const server = await preview({ root, preview: { port: Number(process.env.E2E_PORT ?? 18290), strictPort: true } });
  return { baseUrl: server.resolvedUrls.local[0].replace(/\/$/, ''), stop: () => server.close() };
}

async function main() {
  if (!findChromium()) {
    console.log(
      '!!! NO CHROMIUM FOUND: the browser checks of every screen DID NOT RUN. Install it (apt-get install chromium)',
    );
    console.log('!!! or name it in the environment variable CHROMIUM.');
    return 0;
  }
  const server = process.env.E2E_BASE_URL
    ? { baseUrl: process.env.E2E_BASE_URL.replace(/\/$/, ''), stop: async () => undefined }
    : await pretendedServer();
  const pretended = !process.env.E2E_BASE_URL;
  const person = {
    email: process.env.E2E_EMAIL ?? (pretended ? 'ottoline.brandt@harbour-and-quill.example' : undefined),
    password: process.env.E2E_PASSWORD ?? (pretended ? 'any words will do here' : undefined),
    name: process.env.E2E_NAME ?? 'Ottoline Brandt',
    organisation: process.env.E2E_ORGANISATION ?? 'Harbour and Quill',
  };
  const { baseUrl } = server;
  const browser = await launch();
  const faults = [];
  let seen;
  try {
    if (process.env.E2E_LINK) {
      const guest = await visitor(browser, { baseUrl, width: 360 });
      const look = { width: 360, dark: false, language: 'en' };
      faults.push(...(await lookAt(guest.page, process.env.E2E_LINK, look)));
      await byLink(process.env.E2E_LINK, person)(guest.page);
      await guest.context.close();
    }
    if (pretended) faults.push(...(await checkBehaviour(browser, baseUrl)), ...(await checkVoice(baseUrl)));
    const signIn = byPassword(person.email, person.password);
    const first = await visitor(browser, { baseUrl, signIn });
    const rehearses = await first.page.evaluate(async () =>
      (await (await fetch('/api/v1/me')).json()).permissions.includes('rehearse'),
    );
    if (rehearses) await rehearse(first.page);
    faults.push(...first.complaints.map((complaint) => `rehearsal: ${complaint}`));
    const paths = await placesFor(first.page);
    await first.context.close();
    const looks = process.env.E2E_FULL ? ALL : FEW;
    const round = await lookAtAll(browser, { baseUrl, signIn, paths, looks, name: process.env.E2E_ROLE });
    seen = round.seen;
    faults.push(...round.faults);
  } finally {
    await browser.close();
    await server.stop();
  }
  for (const fault of new Set(faults)) console.error(fault);
  console.log(`${seen} screens looked at in Chromium, ${new Set(faults).size} faults`);
  return faults.length > 0 || seen === 0 ? 1 : 0;
}

process.exit(await main());
