import { stateNow, type SystemState } from '@chi-tieu/shared/domain/connected/checks';
import type { Context } from '../../app/context.ts';
import { conflict, notFound } from '../../app/errors.ts';
import type { Writer } from '../../app/database.ts';
import { rowNumber } from '../accounts/door.service.ts';
import { need, reached } from '../accounts/reach.service.ts';
import { lastChecks, type CheckRow } from './checking/checks.queries.ts';
import {
  incidentsOfSystems,
  stepsOfIncidents,
  type IncidentRow,
  type IncidentStepRow,
} from './incidents/incidents.queries.ts';
import { outagesWithin, type OutageRow } from './outages/outages.queries.ts';
import {
  keepsSystem,
  listSystems,
  lockSystem,
  sourcesOfSystems,
  type FedSource,
  type SystemRow,
} from './systems.queries.ts';

/** All connected systems within reach, by kind and name, also those that were taken away; asked once a request, there are a handful. */
export async function everySystem(ctx: Context): Promise<SystemRow[]> {
  await reached(ctx, 'connected.read');
  return ctx.once('connected systems', () => listSystems(ctx.read, ctx.provinceId));
}

/** Those that are kept, or those that were taken away. */
export async function allSystems(ctx: Context, areRemoved = false): Promise<SystemRow[]> {
  return (await everySystem(ctx)).filter(({ removedAt }) => (removedAt !== null) === areRemoved);
}

/** One of them, also one that was taken away; null where there is none within reach. */
export async function systemById(ctx: Context, id: string): Promise<SystemRow | null> {
  return (await everySystem(ctx)).find((system) => String(system.id) === id) ?? null;
}

/** Has a system stay as long as something new is written of it: one that was taken away has nothing more to tell but how things ended. */
export async function holdSystem(tx: Writer, provinceId: number, id: number): Promise<void> {
  if (!(await keepsSystem(tx, provinceId, id))) throw conflict('system.gone');
}

/** Whether a text may be the number of a row. */
export function isRowId(id: string): boolean {
  return /^[1-9]\d{0,17}$/.test(id);
}

/** Whether the caller may say of a system that it is down, and what happened to it. */
export async function needReporter(ctx: Context, { unitId }: Pick<SystemRow, 'unitId'>): Promise<void> {
  await need(ctx, 'connected.report', [unitId ?? ctx.provinceId]);
}

/** One within reach that the caller may report of. NOT_FOUND where there is none. */
export async function systemToReport(ctx: Context, id: string): Promise<SystemRow> {
  const system = await systemById(ctx, id);
  // What is beyond reach is refused as what is not allowed: nobody learns by asking which there are.
  if (system === null) await need(ctx, 'connected.report', [ctx.provinceId]);
  if (system === null) throw notFound('system.unknown');
  await needReporter(ctx, system);
  return system;
}

/** Holds one for a change; CONFLICT where somebody was faster. */
export async function lockVersion(tx: Writer, provinceId: number, id: string, expected: number): Promise<SystemRow> {
  const number = rowNumber(id);
  const system = number === null ? null : await lockSystem(tx, provinceId, number);
  if (!system) throw notFound('system.unknown');
  if (system.version !== expected) throw conflict('system.changed', {}, { facts: { version: system.version } });
  return system;
}

/** What belongs to systems; of those of a list at once. */
export async function partsOf<T extends { systemId: number }>(
  ctx: Context,
  name: string,
  id: number,
  fetch: (ids: number[]) => Promise<T[]>,
): Promise<T[]> {
  const rows = await ctx.loadAll(`system ${name}`, { id: String(id) }, async (asked) =>
    (await fetch(asked.map((one) => Number(one.id)))).map((row) => ({ id: String(row.systemId), row })),
  );
  return rows.map(({ row }) => row);
}

export const sourcesOf = (ctx: Context, id: number): Promise<FedSource[]> =>
  partsOf(ctx, 'sources', id, (ids) => sourcesOfSystems(ctx.read, ctx.provinceId, ids));

export const checksOf = (ctx: Context, id: number, most: number): Promise<CheckRow[]> =>
  partsOf(ctx, `checks ${most}`, id, (ids) => lastChecks(ctx.read, ctx.provinceId, ids, most));

/** Outages that touch a time (null: whichever), newest first. */
export function outagesOf(
  ctx: Context,
  id: number,
  { from, to }: { from: Date | null; to: Date | null },
): Promise<OutageRow[]> {
  const key = `outages ${from?.toISOString() ?? ''} ${to?.toISOString() ?? ''}`;
  return partsOf(ctx, key, id, (ids) => outagesWithin(ctx.read, ctx.provinceId, ids, { from, to }));
}

export const incidentsOf = (ctx: Context, id: number): Promise<IncidentRow[]> =>
  partsOf(ctx, 'incidents', id, (ids) => incidentsOfSystems(ctx.read, ctx.provinceId, ids));

/** What was done about one, in its order. */
export async function stepsOfIncident(ctx: Context, id: string): Promise<IncidentStepRow[]> {
  const rows = await ctx.loadAll('incident steps', { id }, async (asked) =>
    (
      await stepsOfIncidents(
        ctx.read,
        ctx.provinceId,
        asked.map((one) => one.id),
      )
    ).map((row) => ({
      id: row.incidentId,
      row,
    })),
  );
  return rows.map(({ row }) => row);
}

/** How a system stands now, and since when it is as it is where something lasts. */
export interface Standing {
  state: SystemState;
  since: Date | null;
  until: Date | null;
}

export function standingOf(ctx: Context, system: SystemRow): Promise<Standing> {
  return ctx.once(`standing of system ${system.id}`, async () => {
    const now = ctx.app.now();
    // The same moment for all of a list, so that they are asked as one.
    const instant = new Date(Math.floor(now.getTime() / 1000) * 1000);
    const lasting = await outagesOf(ctx, system.id, { from: instant, to: new Date(instant.getTime() + 1) });
    const planned = lasting.find(({ kind }) => kind === 'MAINTENANCE');
    const down = lasting.filter(({ kind }) => kind !== 'MAINTENANCE').at(-1);
    const state = stateNow({
      ...{ now, isChecked: system.checked, everyMinutes: system.everyMinutes, run: system },
      ...{ lastOutcome: system.lastOutcome, isDown: down !== undefined, isPlanned: planned !== undefined },
    });
    const found = planned ?? down;
    return {
      state,
      since: found?.begunAt ?? (state === 'FAILING' ? system.failingSince : null),
      until: planned?.endedAt ?? null,
    };
  });
}
