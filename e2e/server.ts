import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
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
export async function startServer({ seed }: { seed: Seed }): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'chi-tieu-e2e-'));
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  const logFile = join(folder, 'server.log');
  const port = await freePort();
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, [START], {
    env: environment(port, dataDir, seed),
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

/** Before the first test: one server for all of them. After the last: its end. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startServer({ seed: (process.env['E2E_SEED'] ?? 'base') as Seed });
  process.env['E2E_BASE_URL'] = server.baseUrl;
  return async () => {
    const code = await server.stop();
    if (code !== 0) throw new Error(`The server ended with ${String(code)}, not with 0.`);
  };
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
    ADMIN_USERNAME: ADMIN.username,
    ADMIN_PASSWORD: ADMIN.password,
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
