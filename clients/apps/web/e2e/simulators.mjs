// Vendors of models played by a program of ours (vendor-simulators), as processes that a journey may kill.
import { spawn } from 'node:child_process';
import { NotRun } from './journey.mjs';
import { freePort } from './server.mjs';

const MAIN = 'org.sellmeapen.simulators.Simulators';
const START_MS = 60_000;

/** SELLMEAPEN_SIMULATORS as a JSON array of words; or java and the class path, as Maven gives them after the script. */
function command() {
  const text = process.env.SELLMEAPEN_SIMULATORS;
  if (text) return JSON.parse(text);
  const [java, classPath] = process.argv.slice(2);
  if (java && classPath) return [java, '-XX:+UseSerialGC', '-Xmx128m', '-cp', classPath, MAIN];
  throw new NotRun('NO SIMULATED VENDORS (SELLMEAPEN_SIMULATORS IS NOT SET)');
}

/** One process with all vendors; `says` is what their models say. The port may be that of one that was killed. */
export async function startSimulators({ says, port }) {
  const [program, ...words] = command();
  const at = port ?? (await freePort());
  const child = spawn(program, [...words, '--port', String(at), '--says', says], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const gone = new Promise((resolve) => child.once('close', resolve));
  await new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`the simulators ${why}; they said: ${said.slice(-800)}`));
    const late = setTimeout(() => fail('did not answer'), START_MS);
    child.stderr.on('data', (chunk) => (said += chunk));
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (!/Simulators of/.test(said)) return;
      clearTimeout(late);
      resolve();
    });
    child.once('error', ({ message }) => fail(message));
    void gone.then((code) => fail(`ended with ${code}`));
  });
  return {
    port: at,
    base: (path) => `http://127.0.0.1:${at}/${path}`,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
