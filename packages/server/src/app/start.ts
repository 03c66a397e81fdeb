import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { AccountEntity } from '../features/accounts/account.entity.ts';
import { ensureFirstAccount } from '../features/accounts/first-account.service.ts';
import { HeadLog } from '../features/audit/head-log.ts';
import { verifyingEnded } from '../features/audit/verifying.ts';
import { backupRecorder } from '../features/backup/backup-events.ts';
import { backupFolder } from '../features/backup/backup-folder.ts';
import { backupEnded } from '../features/backup/asked-backup.ts';
import { checksEnded } from '../features/backup/checked-backups.ts';
import { BackupSchedule } from '../features/backup/backup-schedule.ts';
import { TargetEntity, TargetPlanEntity } from '../features/plans/plan.entities.ts';
import { ensureDemo } from '../features/seed/demo.service.ts';
import { ensureBase } from '../features/seed/seed.service.ts';
import { checkMapping } from '../features/accounts/single-sign-on/check-mapping.ts';
import { THE_PROCESS } from './audit/event.ts';
import type { Config } from './config.ts';
import type { App } from './context.ts';
import { connectDatabase } from './database.ts';
import { REVIVE_BOUNDS } from './embedded-keeper.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { buildServer } from './http/server.ts';
import { DRAIN_TIMES, Life, type DrainTimes } from './life.ts';
import { migrate } from './migrate.ts';
import { Room } from './room.ts';
import { openServerRole } from './server-role.ts';
import { explainListen, requireDatabase, requireFreePort } from './start-checks.ts';

export const ENTITIES = [AccountEntity, TargetPlanEntity, TargetEntity];

/** Only while it starts. */
const OWNER_CONNECTIONS = 5;

/** A running product. */
export interface Running {
  app: App;
  server: FastifyInstance;
  /** The database's address: tests and tools connect to it too. */
  databaseUrl: string;
  /** The address that it listens on. */
  address: string;
  /** A password to show once: the first administrator's, where a random one was made. */
  firstPassword: string | null;
  /** Settles when the embedded PostgreSQL has ended unasked and cannot be brought back: nothing can be answered any more. */
  databaseLost: Promise<void>;
  /** The backups that it makes by itself. */
  backups: BackupSchedule;
  /** Refuses new requests, lets running ones finish or breaks them off, closes the database. */
  stop(drain?: DrainTimes): Promise<void>;
}

/** Starts everything: database, migrations, first data, page and API. */
export async function start(config: Config, log: Logger): Promise<Running> {
  await requireFreePort(config);
  if (config.databaseUrl !== null) await requireDatabase(config.databaseUrl);
  const postgres =
    config.databaseUrl === null
      ? await startEmbeddedPostgres({ dataDir: config.dataDir, log, revive: REVIVE_BOUNDS })
      : null;
  const databaseUrl = config.databaseUrl ?? postgres?.url ?? '';
  let isStopping = false;
  const databaseLost = new Promise<void>((lost) => void postgres?.ended.then(() => isStopping || lost()));
  try {
    await migrate(databaseUrl);
    // What is there before anybody asks is made as the owner of the database.
    const owner = await connectDatabase(databaseUrl, ENTITIES, OWNER_CONNECTIONS);
    const provinceId = await ensureBase(owner, config, log);
    const life = new Life();
    const made = { config, log, provinceId, life, ownerUrl: databaseUrl, now: () => new Date() };
    await checkMapping({ ...made, db: owner });
    await ensureDemo({ ...made, db: owner });
    const access = await openServerRole(databaseUrl, postgres === null ? 'ASSUMED' : 'LOGIN');
    if (access.weakBecause !== null) warnOfWeakWall(log, access.weakBecause);
    const db = await connectDatabase(access.url, ENTITIES);
    const app: App = { ...made, db, isWallWeak: access.weakBecause !== null };
    if (postgres) app.room = new Room(config.dataDir);
    const server = await buildServer(app);
    // Last of all: a start that is interrupted before must not leave an account whose password nobody has seen.
    const firstPassword = await ensureFirstAccount(owner, config, provinceId);
    await owner.destroy();
    const address = await listen(server, config);
    const backups = new BackupSchedule({
      url: databaseUrl,
      folder: backupFolder(config.dataDir),
      everyHours: config.backupEveryHours,
      keep: config.backupKeep,
      room: app.room,
      log,
      record: backupRecorder(app, THE_PROCESS),
      now: () => app.now(),
    });
    backups.start();
    const headLog = new HeadLog(db, log);
    headLog.start();
    const stop = async (drain: DrainTimes = DRAIN_TIMES) => {
      isStopping = true;
      await life.drain(drain);
      await backups.stop();
      await headLog.stop();
      await Promise.all([backupEnded(app, { end: true }), checksEnded(app, { end: true })]);
      await verifyingEnded(app, { end: true });
      await server.close();
      await db.destroy();
      await postgres?.stop();
    };
    return { app, server, databaseUrl, address, firstPassword, databaseLost, backups, stop };
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
}

function warnOfWeakWall(log: Logger, why: string): void {
  log.warn(
    { why },
    'Máy chủ không có vai trò riêng trong cơ sở dữ liệu: bức tường thứ hai không đứng (xem docs/runbook.md). ' +
      'The server has no role of its own in the database: the second wall does not stand (see docs/runbook.md).',
  );
}

async function listen(server: FastifyInstance, { port, host }: Config): Promise<string> {
  try {
    return await server.listen({ port, host });
  } catch (error) {
    throw error instanceof Error ? explainListen(error, { port, host }) : error;
  }
}
