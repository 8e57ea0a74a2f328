// The real server as a process: started by SELLMEAPEN_COMMAND, killed and started again as a journey needs it.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const START_MS = 240_000;
const STOP_MS = 30_000;

/** The program and its first arguments, or nothing where the variable is not set. */
export function commandFromEnvironment() {
  const text = process.env.SELLMEAPEN_COMMAND;
  if (!text) return undefined;
  const command = JSON.parse(text);
  if (!Array.isArray(command) || command.length === 0 || command.some((word) => typeof word !== 'string'))
    throw new Error('SELLMEAPEN_COMMAND is not a JSON array of words');
  return command;
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Runs the command to its end; answers with what it printed. */
export function run(command, words) {
  return new Promise((resolve, reject) => {
    const child = spawn(command[0], [...command.slice(1), ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(out) : reject(new Error(`${words.join(' ')} ended with ${code}: ${err.slice(-600)}`)),
    );
  });
}

/** Starts the server and waits until it answers; `link` is the first administrator's where one was printed. */
export async function startServer(command, { port, data, environment = {} }) {
  const words = ['serve', '--port', String(port), '--data', data];
  const env = { ...process.env, ...environment };
  const child = spawn(command[0], [...command.slice(1), ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const gone = new Promise((resolve) => child.once('close', resolve));
  const ready = new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no answer within ${START_MS / 1000} s`)), START_MS);
    const hear = (chunk) => {
      said += chunk;
      if (!/ready: (\S+)/.test(said)) return;
      clearTimeout(late);
      resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', (chunk) => (said += chunk));
    child.once('error', reject);
    void gone.then((code) => reject(new Error(`the server ended with ${code}`)));
  });
  try {
    await ready;
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`${error.message}; it said:\n${said.slice(-2000)}`, { cause: error });
  }
  return {
    baseUrl: /ready: (\S+)/.exec(said)[1],
    /** Printed right after the line that says ready, so it may need another moment. */
    async link() {
      const until = Date.now() + 10_000;
      for (;;) {
        const found = /https?:\/\/\S+\/welcome#\S+/.exec(said);
        if (found) return found[0];
        if (Date.now() > until) throw new Error('the server printed no link for the first administrator');
        await new Promise((resolve) => child.stdout.once('data', resolve));
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    async stop() {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await gone;
      clearTimeout(late);
    },
  };
}
