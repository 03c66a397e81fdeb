import { TYPING_MINUTES, type OutageKind } from '@chi-tieu/shared/domain/connected/availability';
import type { Context } from '../../../app/context.ts';
import { badInput, conflict, notFound } from '../../../app/errors.ts';
import { reached } from '../../accounts/reach.service.ts';
import { checkSaid, checkSaidIfAny } from '../../plans/talk/said.service.ts';
import { holdSystem, isRowId, systemToReport } from '../systems.service.ts';
import { insertOutage, lockOutage, storeOutage, systemIdOfOutage, type OutageRow } from './outages.queries.ts';

const YEAR_MS = 366 * 86_400_000;
const TYPING_MS = TYPING_MINUTES * 60_000;

/** What somebody says of an outage: that it was reported to them, or is planned. */
export interface OutageDraft {
  system: string;
  kind: Exclude<OutageKind, 'CHECKED'>;
  begunAt: Date;
  endedAt: Date | null;
  reason: string;
}

/** Says that a system is, was or will be down; gives the system's id. */
export async function declareOutage(ctx: Context, draft: OutageDraft): Promise<string> {
  const system = await systemToReport(ctx, draft.system);
  const reason = checkSaid('input.reason', draft.reason);
  const { kind, begunAt, endedAt } = draft;
  checkTimes(ctx, draft);
  return ctx.write('recordOutage', async (tx) => {
    await holdSystem(tx, ctx.provinceId, system.id);
    const outage = await insertOutage(tx, ctx.provinceId, { systemId: system.id, kind, begunAt, endedAt, reason });
    tx.audit({
      what: kind === 'MAINTENANCE' ? 'MAINTENANCE_PLANNED' : 'OUTAGE_DECLARED',
      about: { kind: 'CONNECTED_SYSTEM', id: system.id },
      unitId: system.unitId ?? ctx.provinceId,
      after: { outage, ...told({ begunAt, endedAt }) },
    });
    return String(system.id);
  });
}

const told = ({ begunAt, endedAt }: Pick<OutageRow, 'begunAt' | 'endedAt'>) => {
  return { begunAt: begunAt.toISOString(), ...(endedAt && { endedAt: endedAt.toISOString() }) };
};

function checkTimes(ctx: Context, { kind, begunAt, endedAt }: Omit<OutageDraft, 'system' | 'reason'>): void {
  const now = ctx.app.now().getTime();
  const isFar = Math.abs(begunAt.getTime() - now) > YEAR_MS;
  if (isFar) throw badInput('input.begunAt', 'system.outageFar');
  if (kind === 'REPORTED' && begunAt.getTime() > now) throw badInput('input.begunAt', 'system.outageAhead');
  // What was not said before it came excuses nothing: it is reported, with maintenance as its reason.
  if (kind === 'MAINTENANCE' && now - begunAt.getTime() > TYPING_MS)
    throw badInput('input.begunAt', 'system.maintenancePast', { minutes: TYPING_MINUTES });
  if (endedAt === null) {
    if (kind === 'MAINTENANCE') throw badInput('input.endedAt', 'system.maintenanceEnds');
    return;
  }
  checkEnd(ctx, { kind, begunAt, endedAt });
}

function checkEnd(ctx: Context, { kind, begunAt, endedAt }: { kind: OutageKind; begunAt: Date; endedAt: Date }): void {
  if (endedAt <= begunAt) throw badInput('input.endedAt', 'system.outageOrder');
  const now = ctx.app.now().getTime();
  if (kind !== 'MAINTENANCE' && endedAt.getTime() > now) throw badInput('input.endedAt', 'system.outageEnds');
  if (endedAt.getTime() - now > YEAR_MS) throw badInput('input.endedAt', 'system.outageEnds');
}

/** Another end: what was planned goes on for longer only where that is said before it is over. */
function checkNewEnd(ctx: Context, outage: OutageRow, endedAt: Date): void {
  checkEnd(ctx, { ...outage, endedAt });
  const { kind, endedAt: before } = outage;
  if (kind !== 'MAINTENANCE' || before === null || endedAt <= before) return;
  if (ctx.app.now().getTime() - before.getTime() > TYPING_MS)
    throw badInput('input.endedAt', 'system.maintenanceOver', { minutes: TYPING_MINUTES });
}

/** What becomes of an outage: when it ended, why it was, or that it was none. */
export interface OutageChange {
  id: string;
  endedAt: Date | null;
  reason: string | null;
  withdrawn: boolean;
  expectedVersion: number;
}

/** Ends one that somebody reported, says why one was that checks found, or takes one back that was none; gives the system's id. */
export async function changeOutage(ctx: Context, change: OutageChange): Promise<string> {
  const reason = checkSaidIfAny('input.reason', change.reason);
  const system = await systemToReport(ctx, await systemOfOutage(ctx, change.id));
  return ctx.write('recordOutage', async (tx) => {
    const outage = await lockOutage(tx, ctx.provinceId, change.id);
    if (!outage) throw notFound('system.noOutage');
    if (outage.version !== change.expectedVersion)
      throw conflict('system.changed', {}, { facts: { version: outage.version } });
    const isFound = outage.kind === 'CHECKED';
    if (isFound && change.endedAt !== null) throw badInput('input.endedAt', 'system.outageFound');
    if (isFound && change.withdrawn && outage.endedAt === null) throw badInput('input.withdrawn', 'system.outageLasts');
    if (change.endedAt !== null) checkNewEnd(ctx, outage, change.endedAt);
    const after = { endedAt: change.endedAt ?? outage.endedAt, reason: reason ?? outage.reason };
    await storeOutage(tx, outage.id, { ...after, withdrawnAt: change.withdrawn ? ctx.app.now() : null });
    tx.audit({
      what: change.withdrawn ? 'OUTAGE_WITHDRAWN' : change.endedAt === null ? 'OUTAGE_EXPLAINED' : 'OUTAGE_ENDED',
      about: { kind: 'CONNECTED_SYSTEM', id: system.id },
      unitId: system.unitId ?? ctx.provinceId,
      after: { outage: outage.id, ...told({ begunAt: outage.begunAt, endedAt: after.endedAt }) },
    });
    return String(system.id);
  });
}

/** Which system an outage within sight is of; empty where there is none. */
async function systemOfOutage(ctx: Context, id: string): Promise<string> {
  await reached(ctx, 'connected.report');
  return isRowId(id) ? String((await systemIdOfOutage(ctx.read, ctx.provinceId, id)) ?? '') : '';
}
