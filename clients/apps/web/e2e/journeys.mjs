// The journeys of a person through the real product, in a real Chromium, on a server of their own.
//
//   SELLMEAPEN_COMMAND   the program as a JSON array, for example ["./sellmeapen"]; "serve --port N --data DIR" is
//                        appended, and "seed --profile demo --data DIR --json" for the second organisation
//   SELLMEAPEN_SIMULATORS  the vendor simulators as a JSON array; or java and their class path after the script
//   E2E_ONLY=a,b         only these journeys (those they stand on run too);  E2E_SHOTS=DIR  keeps pictures
//
// One line a journey, `N passed, M failed` at the end, exit code 1 when one failed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, launch } from './browser.mjs';
import { journeys } from './journeys/index.mjs';
import { NotRun } from './journey.mjs';
import { leaveVoice } from './journeys/voice.mjs';
import { commandFromEnvironment, freePort, startServer } from './server.mjs';

async function main() {
  const names = Object.keys(journeys);
  const command = commandFromEnvironment();
  if (!command) {
    console.error('SELLMEAPEN_COMMAND is not set: the program as a JSON array, for example ["./sellmeapen"]');
    return 1;
  }
  if (!findChromium()) {
    console.log(
      `!!! NO CHROMIUM FOUND: ${names.length} JOURNEYS DID NOT RUN. Install it (apt-get install chromium) or name it in CHROMIUM.`,
    );
    console.log(`0 passed, 0 failed, ${names.length} not run`);
    return 0;
  }
  const data = mkdtempSync(join(tmpdir(), 'sellmeapen-journeys-'));
  const port = Number(process.env.E2E_PORT ?? (await freePort()));
  const browser = await launch();
  // Vendors of models are played in this house, at ports that the server has to be told of.
  const vendorPorts = [await freePort(), await freePort()];
  const environment = {
    SELLMEAPEN_CONNECTIONS_LOCAL_ENDPOINTS: vendorPorts.map((one) => `127.0.0.1:${one}`).join(','),
  };
  const world = { command, data, port, browser, environment, vendorPorts, people: {} };
  const only = process.env.E2E_ONLY?.split(',');
  let passed = 0;
  const failed = [];
  const lacking = [];
  try {
    world.server = await startServer(command, { port, data, environment });
    world.baseUrl = world.server.baseUrl;
    for (const [name, { title, go, realTime }] of Object.entries(journeys)) {
      // The first one founds the organisation on which all others stand.
      if (only && name !== names[0] && !only.includes(name)) continue;
      const began = Date.now();
      world.open = [];
      try {
        const told = await (realTime ? twice(world, title, go) : go(world));
        passed += 1;
        console.log(`pass  ${title} (${seconds(began)} s)${told ? `: ${told}` : ''}`);
      } catch (error) {
        if (error instanceof NotRun) {
          if (!lacking.includes(error.message)) console.log(`!!! ${error.message}: JOURNEYS THAT NEED IT DO NOT RUN`);
          lacking.push(error.message);
          for (const { context } of world.open) await context.close();
          continue;
        }
        failed.push(name);
        console.log(`FAIL  ${title} (${seconds(began)} s): ${brief(error)}`);
        await picture(world, name);
        if (name === names[0]) break;
      }
      for (const { context } of world.open) await context.close();
    }
  } finally {
    await browser.close();
    await world.server?.stop();
    await leaveVoice(world);
    rmSync(data, { recursive: true, force: true });
  }
  console.log(`${passed} passed, ${failed.length} failed${lacking.length > 0 ? `, ${lacking.length} not run` : ''}`);
  return failed.length > 0 ? 1 : 0;
}

/** What happens in real time can fail because the machine was busy elsewhere: once more, and said aloud. */
async function twice(world, title, go) {
  try {
    return await go(world);
  } catch (error) {
    if (error instanceof NotRun) throw error;
    console.log(`again ${title}, after: ${brief(error)}`);
    for (const { context } of world.open) await context.close();
    world.open = [];
    return go(world);
  }
}

const seconds = (began) => ((Date.now() - began) / 1000).toFixed(1);

const brief = (error) =>
  String(error.message ?? error)
    .split('\n')
    .slice(0, 12)
    .join('\n      ');

/** What the person saw when it went wrong, where pictures are wanted. */
async function picture({ open }, name) {
  const page = open.at(-1)?.page;
  if (!page || !process.env.E2E_SHOTS) return;
  await page.screenshot({ path: join(process.env.E2E_SHOTS, `failed-${name}.png`), fullPage: true }).catch(() => {});
}

process.exit(await main());
