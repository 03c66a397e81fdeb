import {
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { prepareCluster, type Cluster } from '../src/app/embedded-cluster.ts';
import { spawnPostmaster, untilReady, type Started } from '../src/app/embedded-process.ts';

/** A PostgreSQL with a streaming replica, each a process of its own, as one would run them. */
export interface Pair {
  primary: string;
  replica: string;
  /** The replica ends at once, as when its machine is gone; `start` brings it back. */
  stopReplica(): Promise<void>;
  startReplica(): Promise<void>;
  stop(): Promise<void>;
}

const QUIET = { info: () => undefined, warn: () => undefined };
/** What the embedded PostgreSQL turns off, since nobody reads along there. */
const READ_ALONG = ['max_wal_senders=4', 'wal_keep_size=256MB'];
/** Whoever asks the replica has to give way at once to what is replayed. */
const STANDBY = [...READ_ALONG, 'hot_standby=on', 'max_standby_streaming_delay=0', 'wal_retrieve_retry_interval=100ms'];

/** Starts both; the replica is made of a copy of the primary's files that was taken while it ran. */
export async function startPair(): Promise<Pair> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'pair-')));
  const cluster = await prepareCluster(folder, QUIET);
  const ports = [await freePort(), await freePort()] as const;
  const first = spawnPostmaster(cluster, ports[0], false, READ_ALONG);
  const wrong = await untilReady(first, cluster);
  if (wrong !== null) throw new Error(`${wrong}: ${first.said()}`);
  const primary = urlOf(cluster, ports[0]);
  const copy = { ...cluster, data: join(cluster.folder, 'replica') };
  await copyRunning(primary, cluster, copy.data);
  let second: Started | null = null;
  const startReplica = async () => {
    second = spawnPostmaster(copy, ports[1], false, STANDBY);
    await untilAnswers(urlOf(cluster, ports[1]), second);
  };
  await startReplica();
  const stopReplica = () => ended(second);
  return {
    primary,
    replica: urlOf(cluster, ports[1]),
    stopReplica,
    startReplica,
    stop: async () => {
      await stopReplica();
      await ended(first);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As pg_basebackup does it, which the embedded PostgreSQL comes without. */
async function copyRunning(primary: string, cluster: Cluster, data: string): Promise<void> {
  const client = new pg.Client(primary);
  await client.connect();
  try {
    await client.query(`select pg_backup_start('replica', true)`);
    const left = /\/(postmaster\.(pid|opts)|pg_wal\/.+)$/;
    cpSync(cluster.data, data, { recursive: true, preserveTimestamps: true, filter: (file) => !left.test(file) });
    const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
    const { hostname, port, username, password } = new URL(primary);
    const conninfo = `host=${hostname} port=${port} user=${username} password=${password}`;
    writeFileSync(join(data, 'backup_label'), rows[0]?.labelfile ?? '');
    writeFileSync(join(data, 'standby.signal'), '');
    writeFileSync(join(data, 'postgresql.auto.conf'), `primary_conninfo = '${conninfo}'\n`);
    for (const below of ['pg_wal/archive_status', 'pg_wal/summaries'])
      mkdirSync(join(data, below), { recursive: true });
  } finally {
    await client.end();
  }
  giveTo(data, cluster);
}

/** All of it belongs to whoever owns the primary's files. */
function giveTo(data: string, cluster: Cluster): void {
  const { uid, gid } = statSync(cluster.data);
  const below = readdirSync(data, { recursive: true, encoding: 'utf8' });
  for (const file of [data, ...below.map((name) => join(data, name))]) chownSync(file, uid, gid);
}

function urlOf(cluster: Cluster, port: number): string {
  return `postgresql://postgres:${cluster.password}@127.0.0.1:${port}/postgres`;
}

async function untilAnswers(url: string, started: Started): Promise<void> {
  for (let time = 0; time < 600; time += 1) {
    const client = new pg.Client(url);
    client.on('error', () => undefined);
    const isThere = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (isThere) return;
    await sleep(100);
  }
  throw new Error(started.said().slice(-2000));
}

async function ended(started: Started | null): Promise<void> {
  started?.process.kill('SIGINT');
  await started?.ended;
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
