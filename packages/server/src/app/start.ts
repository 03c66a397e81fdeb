import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { AccountEntity } from '../features/accounts/account.entity.ts';
import { ensureFirstAccount } from '../features/accounts/first-account.service.ts';
import { OldImports } from '../features/catalogue/import/old-imports.ts';
import { OldReports } from '../features/dossiers/sources/old-reports.ts';
import { PullSchedule } from '../features/catalogue/sources/running-pulls.ts';
import { DefinitionWorker } from '../features/definitions/definition-worker.ts';
import { HeadLog } from '../features/audit/head-log.ts';
import { verifyingEnded } from '../features/audit/verifying.ts';
import { backupRecorder } from '../features/backup/backup-events.ts';
import { backupFolder } from '../features/backup/backup-folder.ts';
import { backupEnded } from '../features/backup/asked-backup.ts';
import { checksEnded } from '../features/backup/checked-backups.ts';
import { BackupSchedule } from '../features/backup/backup-schedule.ts';
import { prepareJobs } from '../features/dossiers/pull/jobs-schema.ts';
import { PullJobs } from '../features/dossiers/pull/pull-jobs.ts';
import { MatterWorker } from '../features/matters/telling/matter-worker.ts';
import { CheckWorker } from '../features/systems/checking/check-worker.ts';
import { LookSchedule } from '../features/urging/looks/due-looks.ts';
import { MessageWorker } from '../features/urging/messages/message-worker.ts';
import { ReportWorker } from '../features/reports/schedules/report-worker.ts';
import { TargetEntity, TargetPlanEntity } from '../features/plans/plan.entities.ts';
import { ensureDemo } from '../features/seed/demo.service.ts';
import { ensureIndexSets } from '../features/seed/base-index-sets.service.ts';
import { ensureIndicators } from '../features/seed/base-indicators.service.ts';
import { ensureBase } from '../features/seed/seed.service.ts';
import { checkMapping } from '../features/accounts/single-sign-on/check-mapping.ts';
import { Answers } from './answers/answers.ts';
import { KeptFacts } from './answers/kept-facts.ts';
import { THE_PROCESS } from './audit/event.ts';
import type { Config } from './config.ts';
import type { App } from './context.ts';
import { connectDatabase } from './database.ts';
import { REVIVE_BOUNDS } from './embedded-keeper.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { buildServer } from './http/server.ts';
import { DRAIN_TIMES, Life, type DrainTimes } from './life.ts';
import { migrate } from './migrate.ts';
import { replicaOf } from './replica-of.ts';
import { Room } from './room.ts';
import { openServerRole } from './server-role.ts';
import { explainListen, requireDatabase, requireFreePort } from './start-checks.ts';
import { Undo } from './undo.ts';

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
  const undo = new Undo(log);
  try {
    return await startParts(config, log, undo);
  } catch (error) {
    await undo.run();
    throw error;
  }
}

async function startParts(config: Config, log: Logger, undo: Undo): Promise<Running> {
  const postgres =
    config.databaseUrl === null
      ? await startEmbeddedPostgres({ dataDir: config.dataDir, log, revive: REVIVE_BOUNDS })
      : null;
  if (postgres) undo.add(() => postgres.stop());
  const databaseUrl = config.databaseUrl ?? postgres?.url ?? '';
  const life = new Life();
  const databaseLost = new Promise<void>((lost) => void postgres?.ended.then(() => life.isStopping || lost()));
  for (const migration of await migrate(databaseUrl)) log.info({ migration }, 'migration applied');
  // What is there before anybody asks is made as the owner of the database.
  const owner = await connectDatabase(databaseUrl, ENTITIES, OWNER_CONNECTIONS);
  undo.add(() => endConnections(owner));
  const provinceId = await ensureBase(owner, config, log);
  await ensureIndicators(owner, provinceId, log);
  await ensureIndexSets(owner, provinceId, log);
  const made = { config, log, provinceId, life, ownerUrl: databaseUrl, now: () => new Date() };
  await checkMapping({ ...made, db: owner });
  await ensureDemo({ ...made, db: owner });
  const access = await openServerRole(databaseUrl, postgres === null ? 'ASSUMED' : 'LOGIN');
  await prepareJobs(databaseUrl);
  if (access.weakBecause !== null) warnOfWeakWall(log, access.weakBecause);
  const db = await connectDatabase(access.url, ENTITIES);
  undo.add(() => endConnections(db));
  const app: App = { ...made, db, isWallWeak: access.weakBecause !== null };
  if (postgres) app.room = new Room(config.dataDir);
  keepWhatIsUnchanged(app);
  readAtReplica(app, undo);
  const server = await buildServer(app);
  undo.add(() => server.close());
  // Last before it listens, for whoever hears that it is well may sign in: a start that fails earlier leaves no account whose
  // password nobody has seen, and that its port is free was looked at first of all.
  const firstPassword = await ensureFirstAccount(owner, config, provinceId);
  await endConnections(owner);
  const address = await listen(server, config);
  const backups = startTasks(app, undo);
  const jobs = new PullJobs(app);
  undo.add(() => jobs.stop());
  await jobs.start();
  const stop = async (drain: DrainTimes = DRAIN_TIMES) => {
    await life.drain(drain);
    await undo.run();
  };
  return { app, server, databaseUrl, address, firstPassword, databaseLost, backups, stop };
}

/** From here on what is asked again while nothing is written need not be looked up again. */
export function keepWhatIsUnchanged(app: App): void {
  app.kept = new KeptFacts();
  const { answerCacheMb } = app.config;
  if (answerCacheMb > 0) app.answers = new Answers(app, answerCacheMb);
}

function readAtReplica(app: App, undo: Undo): void {
  const replica = replicaOf(app, ENTITIES);
  if (!replica) return;
  undo.add(() => replica.close());
  app.replica = replica;
}

/** What the server does by itself, and what somebody may have asked it to do that goes on after the answer. */
function startTasks(app: App, undo: Undo): BackupSchedule {
  undo.add(() => verifyingEnded(app, { end: true }));
  undo.add(() => checksEnded(app, { end: true }));
  undo.add(() => backupEnded(app, { end: true }));
  const cleaning = [new OldImports(app), new OldReports(app)];
  const telling = [new LookSchedule(app), new MessageWorker(app), new MatterWorker(app)];
  const watching = [...telling, new ReportWorker(app), new CheckWorker(app)];
  for (const task of [new PullSchedule(app), ...cleaning, new DefinitionWorker(app), ...watching]) {
    undo.add(() => task.stop());
    task.start();
  }
  const headLog = new HeadLog(app.db, app.log);
  undo.add(() => headLog.stop());
  headLog.start();
  const backups = new BackupSchedule({
    url: app.ownerUrl ?? '',
    folder: backupFolder(app.config.dataDir),
    everyHours: app.config.backupEveryHours,
    keep: app.config.backupKeep,
    room: app.room,
    log: app.log,
    record: backupRecorder(app, THE_PROCESS),
    now: () => app.now(),
  });
  undo.add(() => backups.stop());
  backups.start();
  return backups;
}

async function endConnections(db: DataSource): Promise<void> {
  if (db.isInitialized) await db.destroy();
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
