import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The administrator of every server that is started here. */
export const ADMIN = { username: 'admin', password: 'E2e-mat-khau-2022!' };

export type Seed = 'demo' | 'base' | 'none';

export interface RunningServer {
  baseUrl: string;
  dataDir: string;
  /** What it has said so far. */
  said(): string;
  /** Ends it as an operator would and removes its data; gives its exit code. */
  stop(): Promise<number | null>;
}

const START = fileURLToPath(new URL('../scripts/start.mjs', import.meta.url));

/** Starts the product as `npm start` does, on a free port and a data folder of its own; settles when it can serve. */
export async function startServer({
  seed,
  settings = {},
}: {
  seed: Seed;
  /** What an operator sets beside what every test needs. */
  settings?: Record<string, string>;
}): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'chi-tieu-e2e-'));
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  const logFile = join(folder, 'server.log');
  const port = await freePort();
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, [START], {
    env: { ...environment(port, dataDir, seed), ...settings },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const server: RunningServer = {
    baseUrl: `http://127.0.0.1:${port}`,
    dataDir,
    said: () => readFileSync(logFile, 'utf8'),
    stop: async () => {
      child.kill('SIGTERM');
      const code = await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      return code;
    },
  };
  await untilHealthy(server, () => child.exitCode !== null || child.signalCode !== null);
  return server;
}

/**
 * Before the first test: one server on the demonstration data for all of them, and one session that most of them share.
 * After the last, and also when they failed: the server's end, and with it everything that they wrote. Whoever writes
 * tests may name a server of their own in E2E_SERVER; `none` where each test starts its own.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const own = process.env['E2E_SERVER'];
  if (own === 'none') return () => Promise.resolve();
  const server = own === undefined ? await startServer({ seed: 'demo' }) : null;
  const baseUrl = own ?? server?.baseUrl ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'chi-tieu-session-'));
  const end = async (): Promise<void> => {
    rmSync(folder, { recursive: true, force: true });
    const code = (await server?.stop()) ?? 0;
    if (code !== 0) throw new Error(`The server ended with ${String(code)}, not with 0.`);
  };
  try {
    process.env['E2E_BASE_URL'] = baseUrl;
    process.env['E2E_SESSION'] = await keepSession(baseUrl, join(folder, 'session.json'));
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}

/** Signs in once, by the API, and keeps the session as Playwright reads it; gives the path. */
async function keepSession(baseUrl: string, path: string): Promise<string> {
  const answer = await fetch(`${baseUrl}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ADMIN),
  });
  const [name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(answer.headers.get('set-cookie') ?? '')?.slice(1) ?? [];
  if (answer.status !== 200 || value === '') throw new Error(`The sign-in was answered with ${answer.status}.`);
  const { hostname, origin } = new URL(baseUrl);
  const cookie = { name, value, domain: hostname, path: '/', expires: -1, httpOnly: true, secure: false };
  const state = {
    cookies: [{ ...cookie, sameSite: 'Lax' }],
    // As the browser of somebody who was here before: the frame is drawn before the server has answered.
    origins: [{ origin, localStorage: [{ name: 'signed-in', value: '1' }] }],
  };
  writeFileSync(path, JSON.stringify(state));
  return path;
}

function environment(port: number, dataDir: string, seed: Seed): NodeJS.ProcessEnv {
  const { DATABASE_URL: _database, NODE_ENV: _mode, PUBLIC_URL: _url, ...kept } = process.env;
  return {
    ...kept,
    // Named so, the start ends by itself when the tests are killed.
    npm_lifecycle_event: 'e2e',
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    SEED: seed,
    // No backup that no test asked for.
    BACKUP_EVERY_HOURS: '0',
    ADMIN_USERNAME: ADMIN.username,
    ADMIN_PASSWORD: ADMIN.password,
    // The servers that tests fetch from.
    PULL_PRIVATE_HOSTS: '127.0.0.1',
    PUBLIC_PAGE: 'on',
  };
}

async function untilHealthy(server: RunningServer, hasEnded: () => boolean): Promise<void> {
  const until = Date.now() + 300_000;
  while (Date.now() < until && !hasEnded()) {
    const answer = await fetch(`${server.baseUrl}/health`).catch(() => null);
    if (answer?.status === 200) return;
    await sleep(100);
  }
  const said = server.said();
  await server.stop();
  throw new Error(`The server did not come up:\n${said.slice(-4000)}`);
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') done(address.port);
        else failed(new Error('No free port.'));
      });
    });
  });
}
