import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { prepareCluster, readPassword, type EmbeddedLog } from './embedded-cluster.ts';
import { Keeper, type ReviveBounds } from './embedded-keeper.ts';
import { startOnFreePort } from './embedded-process.ts';
import { isLocked, lockFolder } from './folder-lock.ts';
import { postmasterState } from './postmaster.ts';

export interface EmbeddedOptions {
  /** The data folder; PostgreSQL lives in its subfolder `postgres`. */
  dataDir: string;
  log: EmbeddedLog;
  /** False for throw-away databases: nothing is forced to the disk, a power cut would lose it. Default true. */
  durable?: boolean;
  /** Starts it again where it ends unasked, within these bounds; without them its end is the end. */
  revive?: ReviveBounds;
}

export interface EmbeddedPostgres {
  /** With user and password; changes at every start, as the port does. A revived one keeps it. */
  url: string;
  port: number;
  /** Of the first process; a revived one has another. */
  pid: number;
  /** Settles when PostgreSQL has ended for good: by `stop`, or by itself and nobody could or should revive it. */
  ended: Promise<void>;
  /** Ends it within 9 s, nothing committed is lost; may be called again. */
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL of our own on `dataDir`, made at the first start, on a free port of 127.0.0.1, in a process group of
 * its own so that a signal to ours lets us finish first. Deals with whatever a killed server left: half-made data, stale
 * pid files, orphaned processes. Throws an Error with one plain sentence when another server uses the folder.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const lock = await lockFolder(options.dataDir);
  try {
    const cluster = await prepareCluster(realpathSync(options.dataDir), options.log);
    const first = await startOnFreePort(cluster, options);
    const keeper = new Keeper(cluster, options, first);
    const ended = keeper.untilOver().finally(() => lock.release());
    return {
      url: urlOf(cluster.password, first.port),
      port: first.port,
      pid: first.process.pid ?? 0,
      ended,
      stop: async () => {
        await keeper.stop();
        await ended;
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * For tools: the database of the server that runs on `dataDir`, or, when none does, one started for the time being. `stop`
 * ends only what was started here.
 */
export async function borrowEmbeddedPostgres(
  options: EmbeddedOptions,
): Promise<Pick<EmbeddedPostgres, 'url' | 'stop'>> {
  const folder = join(options.dataDir, 'postgres');
  const state = postmasterState(join(folder, 'data'));
  if (!isLocked(options.dataDir) || state?.status !== 'ready') return startEmbeddedPostgres(options);
  return { url: urlOf(readPassword(folder), state.port), stop: () => Promise.resolve() };
}

function urlOf(password: string, port: number): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
}
