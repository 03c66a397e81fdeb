import { randomUUID } from 'node:crypto';
import { afterCheck, nextCheck, saysOfSystem } from '@chi-tieu/shared/domain/connected/checks';
import type { App } from '../../../app/context.ts';
import { withClient } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { beginFound, endFound, foundDownSince, isPlannedAt } from '../outages/outages.queries.ts';
import { CHECK_TIMES, checkAddress, CheckStopped, type CheckTimes, type Seen } from './check-address.ts';
import {
  claimSystems,
  keepCheck,
  leaveSystem,
  lockClaimed,
  settleSystem,
  type ClaimedSystem,
} from './checks.queries.ts';

/** So many are looked at side by side, each taking the next that is due as soon as it is through: one that hangs keeps no other from its turn. */
const LANES = 8;
/** Far longer than a check may take. */
const LEASE_MS = 2 * 60_000;

/**
 * Looks at the systems that are due, until none is; gives how many. Each is claimed and committed, asked without a transaction, and settled
 * only where the lease is still one's own: several servers share them, and none is looked at twice. No moment is opened.
 */
export async function checkSome(
  app: App,
  times: CheckTimes = CHECK_TIMES,
  stop: AbortSignal | null = null,
): Promise<number> {
  const lanes = Array.from({ length: LANES }, () => checkOneByOne(app, times, stop));
  const done = await Promise.allSettled(lanes);
  const failed = done.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return done.reduce((sum, one) => sum + (one.status === 'fulfilled' ? one.value : 0), 0);
}

async function checkOneByOne(app: App, times: CheckTimes, stop: AbortSignal | null): Promise<number> {
  for (let count = 0; ; count += 1) {
    if (stop?.aborted) return count;
    const lease = randomUUID();
    const [system] = await withClient(app.db, (sql) => claimNext(sql, app, lease), EVERYTHING);
    if (!system) return count;
    await checkOne(app, system, { lease, times, stop });
  }
}

function claimNext(sql: Sql, app: App, lease: string): Promise<ClaimedSystem[]> {
  const now = app.now();
  return claimSystems(sql, app.provinceId, { lease, now, most: 1, until: new Date(now.getTime() + LEASE_MS) });
}

async function checkOne(
  app: App,
  { id, address, expectedStatus }: ClaimedSystem,
  { lease, times, stop }: { lease: string; times: CheckTimes; stop: AbortSignal | null },
): Promise<void> {
  try {
    const asked = { expectedStatus, privateHosts: app.config.checkPrivateHosts };
    const seen = await checkAddress(new URL(address), asked, times, stop);
    await withClient(app.db, (sql) => settle(sql, app, { id, lease, seen }), EVERYTHING);
  } catch (error) {
    if (!(error instanceof CheckStopped)) throw error;
    await withClient(app.db, (sql) => leaveSystem(sql, id, lease), EVERYTHING);
  }
}

/** Keeps what was seen, with the outage that it begins or ends, in one transaction. */
async function settle(
  sql: Sql,
  app: App,
  { id, lease, seen }: { id: number; lease: string; seen: Seen },
): Promise<void> {
  const system = await lockClaimed(sql, id, lease);
  if (system === null) return;
  const at = app.now();
  const { provinceId } = app;
  const { outcome, status, ms, certificate } = seen;
  const isPlanned = await isPlannedAt(sql, provinceId, id, at);
  const downSince = await foundDownSince(sql, provinceId, id);
  const after = afterCheck(system, { at, outcome, everyMinutes: system.everyMinutes, isPlanned, downSince });
  await keepCheck(sql, provinceId, id, { at, outcome, status, ms, planned: isPlanned }, saysOfSystem(outcome));
  if (after.begins) await beginFound(sql, provinceId, id, after.begins, outcome);
  if (after.ends) await endFound(sql, provinceId, id, after.ends);
  const nextAt = nextCheck(at, after.run, system.everyMinutes);
  await settleSystem(sql, id, { run: after.run, outcome, nextAt }, certificate);
}
