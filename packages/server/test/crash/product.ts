import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { launch } from '../../src/app/embedded-binaries.ts';
import { borrowEmbeddedPostgres } from '../../src/app/embedded-postgres.ts';
import { clearLeftovers, postmasterState } from '../../src/app/postmaster.ts';
import { processIdentity } from '../../src/app/process-identity.ts';
import { ADMIN } from '../test-config.ts';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const DIST = join(ROOT, 'packages', 'server', 'dist');
const quiet = { info: () => undefined, warn: () => undefined };

let built: Promise<unknown> | null = null;

/** Builds the server where it is not up to date, once; gives the folder of what was built. */
export async function builtServer(): Promise<string> {
  const build = `import(${JSON.stringify(pathToFileURL(join(ROOT, 'scripts', 'build.mjs')).href)}).then((m) => m.prepare(['shared', 'server']))`;
  await (built ??= promisify(execFile)(process.execPath, ['-e', build], { cwd: ROOT }));
  return DIST;
}

/** The product as a process of its own, as it is shipped, with a data folder and a port of its own. */
export class Product {
  readonly address: string;
  readonly dataDir: string;
  private readonly folder: string;
  private readonly port: number;
  private child: ChildProcess | null = null;
  private readonly endAll = (): void => this.killEverything();

  private constructor(folder: string, port: number) {
    this.folder = folder;
    this.dataDir = join(folder, 'data');
    this.port = port;
    this.address = `http://127.0.0.1:${port}`;
    process.once('exit', this.endAll);
  }

  /** Not started yet; end it with `dispose`. Its data lie below `where`. */
  static async make(where = tmpdir()): Promise<Product> {
    await builtServer();
    const folder = realpathSync(mkdtempSync(join(where, 'chi-tieu-crash-')));
    mkdirSync(join(folder, 'data'));
    return new Product(folder, await freePort());
  }

  /** Starts it and waits until it is well. */
  async start(): Promise<void> {
    const log = openSync(join(this.folder, 'server.log'), 'a');
    const env = {
      PATH: process.env['PATH'],
      PORT: String(this.port),
      DATA_DIR: this.dataDir,
      SEED: 'base',
      ADMIN_USERNAME: ADMIN.username,
      ADMIN_PASSWORD: ADMIN.password,
      BACKUP_EVERY_HOURS: '0',
    };
    // Where the system knows how, it ends with us, however we end; its PostgreSQL ends with it.
    const { command, args } = launch(process.execPath, [join(DIST, 'main.js')], null, 'KILL');
    this.child = spawn(command, args, { cwd: ROOT, env, detached: true, stdio: ['ignore', log, log] });
    closeSync(log);
    await this.untilWell();
  }

  /** What it has said so far. */
  said(): string {
    return readFileSync(join(this.folder, 'server.log'), 'utf8');
  }

  get isRunning(): boolean {
    return this.child !== null && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Waits until it answers that it is well; throws where it ends instead. */
  async untilWell(): Promise<void> {
    const until = Date.now() + 120_000;
    while (!(await this.isWell())) {
      if (!this.isRunning) throw new Error(`the server ended:\n${this.said().slice(-3000)}`);
      if (Date.now() > until) throw new Error(`the server is not well:\n${this.said().slice(-3000)}`);
      await sleep(50);
    }
  }

  private isWell(): Promise<boolean> {
    return fetch(`${this.address}/health`).then(
      ({ status }) => status === 200,
      () => false,
    );
  }

  /** kill -9 of the server. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** As an operator ends it; gives its exit code. */
  async stop(): Promise<number | null> {
    await this.end('SIGTERM');
    return this.child?.exitCode ?? null;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || !this.isRunning) return;
    const ended = new Promise<void>((done) => child.once('exit', () => done()));
    child.kill(signal);
    await ended;
  }

  private get data(): string {
    return join(this.dataDir, 'postgres', 'data');
  }

  /** kill -9 of the first process of its PostgreSQL. */
  killPostmaster(): void {
    const pid = postmasterState(this.data)?.pid;
    if (pid !== undefined && processIdentity(pid) !== null) process.kill(pid, 'SIGKILL');
  }

  /** kill -9 of one of the processes that its PostgreSQL consists of, by a number from 0 up to 1. */
  killBackend(which: number): void {
    const postmaster = postmasterState(this.data)?.pid ?? 0;
    const children = childrenOf(postmaster);
    const pid = children[Math.floor(which * children.length)];
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  }

  /** The address of its database, for who looks behind its back. */
  async databaseUrl(): Promise<string> {
    return (await borrowEmbeddedPostgres({ dataDir: this.dataDir, log: quiet })).url;
  }

  /** Ends whatever still runs of it, also what was orphaned, and removes its data. */
  async dispose(): Promise<void> {
    await this.kill();
    await clearLeftovers(this.data, quiet);
    process.removeListener('exit', this.endAll);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  private killEverything(): void {
    if (this.isRunning) this.child?.kill('SIGKILL');
    this.killPostmaster();
  }
}

/** Linux tells them; elsewhere none are found, and none are killed. */
function childrenOf(parent: number): number[] {
  const pids = process.platform === 'linux' ? readdirSync('/proc').map(Number).filter(Boolean) : [];
  return pids.filter((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
    } catch {
      return false;
    }
  });
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
