/** Starts the built product on a database of its own, as a process of its own, and speaks to it as any client would. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../packages/server/dist/main.js', import.meta.url));
const UNGUARDED = fileURLToPath(new URL('./unguarded.mjs', import.meta.url));
const EMBEDDED = new URL('../packages/server/dist/app/embedded-postgres.js', import.meta.url);

/** As `npm start` and the runbook start it; what it is compared with is started so too. */
const FLAGS = ['--max-semi-space-size=32'];

const PASSWORD = 'bench-only-password';

/** { base, databaseUrl, startedIn (s), pid, post(path, body, type), gql(query), signIn(username), stop() } */
export async function startProduct() {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-'));
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: dataDir,
    SEED: 'demo',
    ADMIN_PASSWORD: PASSWORD,
    LOG_LEVEL: 'error',
  };
  const began = Date.now();
  const child = spawn(process.execPath, [...FLAGS, MAIN], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await untilHealthy(base, child);
    const startedIn = (Date.now() - began) / 1000;
    const { borrowEmbeddedPostgres } = await import(EMBEDDED.href);
    const { url } = await borrowEmbeddedPostgres({ dataDir, log: { info() {}, warn() {}, error() {} } });
    return { base, databaseUrl: url, startedIn, pid: child.pid, stop, ...(await signedIn(base)) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A second server on the database of a running one, past the wall: { pid, post, gql, signIn, stop() }. */
export async function startUnguarded({ databaseUrl }) {
  const server = await startScript(UNGUARDED, { DATABASE_URL: databaseUrl, LOG_LEVEL: 'error' });
  return signedInOrStopped(server);
}

/** Another process of the product on the database of a running one, for as many calls as come: as `startUnguarded`. */
export async function startBeside({ databaseUrl }, env, node = process.execPath) {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-'));
  const told = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, LOG_LEVEL: 'error', CALLS_A_MINUTE: '10000000', ...env };
  return signedInOrStopped(await startScript(MAIN, told, node));
}

/** Runs a server of one file with PORT, and waits until its /health is well: { base, pid, stop() }. */
export async function startScript(file, told, node = process.execPath) {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = { ...process.env, GRAPHILE_ENV: 'production', PORT: String(port), ...told };
  const child = spawn(node, [...FLAGS, file], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  try {
    await untilHealthy(base, child);
    return { base, pid: child.pid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function signedInOrStopped(server) {
  try {
    return { ...server, ...(await signedIn(server.base)) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function untilHealthy(base, child) {
  while (child.exitCode === null) {
    const answer = await fetch(`${base}/health`).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the product ended before it was ready');
}

async function signedIn(base) {
  const login = (username) =>
    fetch(`${base}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: PASSWORD }),
    });
  const signIn = async (username) => (await login(username)).status;
  const cookie = (await login('admin')).headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const post = (path, body, type = 'application/json') =>
    fetch(base + path, {
      method: 'POST',
      headers: { 'content-type': type, 'apollo-require-preflight': '1', cookie },
      body,
    });
  const gql = async (query) => {
    const answer = await (await post('/graphql', JSON.stringify({ query }))).json();
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  };
  return { cookie, post, gql, signIn };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Resident memory of a process in MB, where the system tells. */
export function memoryOf(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

const TICK_MS = 10;

/**
 * Milliseconds that processes and all that they started have worked until now, those that have ended too; unlike the clock it
 * does not count what other programs on the machine do. Where the system tells: 0 elsewhere.
 */
export function workOf(pids) {
  const stats = new Map(
    readdirOr('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => [pid, statOf(pid)]),
  );
  const isOurs = (pid) => pids.includes(Number(pid)) || (stats.get(pid) !== undefined && isOurs(stats.get(pid)[1]));
  let ticks = 0;
  // Work of its own and of ended children: fields 14 to 17.
  for (const [pid, stat] of stats) if (isOurs(pid)) for (const field of stat.slice(11, 15)) ticks += Number(field);
  return ticks * TICK_MS;
}

/** The same of the database that a connection belongs to: its first process, and all that serve connections. */
export async function workOfDatabase(client) {
  const { rows } = await client.query('select pg_backend_pid() as pid');
  return workOf([Number(statOf(rows[0].pid)[1])]);
}

/** The fields from the third on, behind the program's name. */
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function readdirOr(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
