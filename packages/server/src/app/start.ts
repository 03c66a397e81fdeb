import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { AccountEntity } from '../features/accounts/account.entity.ts';
import { ensureFirstAccount } from '../features/accounts/first-account.service.ts';
import { HeadLog } from '../features/audit/head-log.ts';
import { verifyingEnded } from '../features/audit/verifying.ts';
import { backupFolder } from '../features/backup/backup-folder.ts';
import { backupEnded } from '../features/backup/asked-backup.ts';
import { BackupSchedule } from '../features/backup/backup-schedule.ts';
import { TargetEntity, TargetPlanEntity } from '../features/plans/plan.entities.ts';
import { ensureDemo } from '../features/seed/demo.service.ts';
import { ensureBase } from '../features/seed/seed.service.ts';
import type { Config } from './config.ts';
import type { App } from './context.ts';
import { connectDatabase } from './database.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { buildServer } from './http/server.ts';
import { migrate } from './migrate.ts';
import { explainListen, requireDatabase, requireFreePort } from './start-checks.ts';

export const ENTITIES = [AccountEntity, TargetPlanEntity, TargetEntity];

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
  /** Settles when the embedded PostgreSQL has ended without being asked to: nothing can be answered any more. */
  databaseLost: Promise<void>;
  /** The backups that it makes by itself. */
  backups: BackupSchedule;
  /** Stops taking requests, lets running ones finish, closes the database. */
  stop(): Promise<void>;
}

/** Starts everything: database, migrations, first data, page and API. */
export async function start(config: Config, log: Logger): Promise<Running> {
  await requireFreePort(config);
  if (config.databaseUrl !== null) await requireDatabase(config.databaseUrl);
  const postgres = config.databaseUrl === null ? await startEmbeddedPostgres({ dataDir: config.dataDir, log }) : null;
  const databaseUrl = config.databaseUrl ?? postgres?.url ?? '';
  let isStopping = false;
  const databaseLost = new Promise<void>((lost) => void postgres?.ended.then(() => isStopping || lost()));
  try {
    await migrate(databaseUrl);
    const db = await connectDatabase(databaseUrl, ENTITIES);
    const provinceId = await ensureBase(db, config, log);
    const app: App = { config, db, log, provinceId, ownerUrl: databaseUrl, now: () => new Date() };
    await ensureDemo(app);
    const server = await buildServer(app);
    // Last of all: a start that is interrupted before must not leave an account whose password nobody has seen.
    const firstPassword = await ensureFirstAccount(db, config, provinceId);
    const address = await listen(server, config);
    const backups = new BackupSchedule({
      url: databaseUrl,
      folder: backupFolder(config.dataDir),
      everyHours: config.backupEveryHours,
      keep: config.backupKeep,
      log,
      now: () => app.now(),
    });
    backups.start();
    const headLog = new HeadLog(db, log);
    headLog.start();
    const stop = async () => {
      isStopping = true;
      await backups.stop();
      await headLog.stop();
      await backupEnded(app, { end: true });
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

async function listen(server: FastifyInstance, { port, host }: Config): Promise<string> {
  try {
    return await server.listen({ port, host });
  } catch (error) {
    throw error instanceof Error ? explainListen(error, { port, host }) : error;
  }
}
