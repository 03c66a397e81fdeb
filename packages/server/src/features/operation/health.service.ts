import { statfs } from 'node:fs/promises';
import type { Context } from '../../app/context.ts';
import { poolState, type PoolState } from '../../app/pool.ts';
import { productVersion } from '../../app/version.ts';
import { chainState, type ChainState } from '../audit/chain-state.service.ts';
import { lastBackup, nextBackup } from '../backup/backups.service.ts';
import { sourcesInNeed } from '../dossiers/sources/silent-sources.service.ts';
import { databaseFacts, type DatabaseFacts } from './health.queries.ts';
import { warningsOf, type Warning } from './warnings.ts';

/** How a running server is. */
export interface Health extends DatabaseFacts {
  product: string;
  startedAt: Date;
  serverNow: Date;
  isEmbedded: boolean;
  pool: PoolState;
  disk: { freeBytes: number; totalBytes: number } | null;
  lastBackupAt: Date | null;
  nextBackupAt: Date | null;
  chain: ChainState;
  warnings: Warning[];
}

const STARTED_AT = new Date(performance.timeOrigin);

/** Everything that an operator looks at; asks the database three questions that look at no dossier. */
export async function systemHealth(ctx: Context): Promise<Health> {
  const { app } = ctx;
  // Before this request's own connection is taken.
  const pool = poolState(app.db);
  const database = await databaseFacts(ctx.read, ctx.provinceId);
  const serverNow = new Date();
  const [chain, disk] = [await chainState(ctx), await roomIn(app.config.dataDir)];
  const { backupEveryHours: everyHours, production, separateDuties } = app.config;
  const lastBackupAt = lastBackup(app);
  const warnings = warningsOf({
    now: app.now(),
    startedAt: STARTED_AT,
    clocksApartMs: Math.abs(serverNow.getTime() - database.now.getTime()),
    waiting: pool.waiting,
    disk,
    backup: { lastAt: lastBackupAt, everyHours },
    chain: { verifiedAt: chain.verified?.at ?? null, brokenAt: chain.verified?.broken?.seq ?? null },
    lastIngestAt: database.lastIngestAt,
    sources: await sourcesInNeed(ctx),
    production,
    separateDuties,
    wallWeak: app.isWallWeak ?? false,
  });
  return {
    ...database,
    product: productVersion(),
    startedAt: STARTED_AT,
    serverNow,
    isEmbedded: app.config.databaseUrl === null,
    pool,
    disk,
    lastBackupAt,
    nextBackupAt: nextBackup(app),
    chain,
    warnings,
  };
}

/** The room on the disk of a folder; null where that cannot be told. */
async function roomIn(folder: string): Promise<Health['disk']> {
  const room = await statfs(folder).catch(() => null);
  return room && { freeBytes: room.bavail * room.bsize, totalBytes: room.blocks * room.bsize };
}
