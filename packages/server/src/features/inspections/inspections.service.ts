import { isOverdue, type InspectionState } from '@chi-tieu/shared/domain/inspection/states';
import { connect, type Connection, type Page } from '../../app/connection.ts';
import type { Context } from '../../app/context.ts';
import { unitsUnder } from '../units/under.service.ts';
import { today } from '../units/units.service.ts';
import {
  countInspections,
  inspectionsById,
  listInspections,
  namesOfAccounts,
  unitsOfInspections,
  type InspectedRow,
  type InspectionFilter,
  type InspectionRow,
} from './inspections.queries.ts';
import { papersOfInspections, type PaperRow } from './minutes/papers.queries.ts';
import { drawnOf, samplesOfInspections, type DrawnRow, type SampleRow } from './samples/samples.queries.ts';
import { handsOfCaller, isRowId } from './sides.service.ts';
import { findingsOfInspections, stepsOfInspections, type FindingRow, type StepRow } from './log/steps.queries.ts';

/** What a list is narrowed to, as it is asked. */
export interface FilterGiven {
  unit: string | null;
  state: InspectionState | null;
  overdue: boolean;
}

/** A page of inspections within sight, newest first. */
export async function pageOfInspections(
  ctx: Context,
  given: FilterGiven,
  page: Page<string>,
): Promise<Connection<InspectionRow>> {
  const counts = await countsByState(ctx, given);
  const rows = await listInspections(ctx.read, ctx.provinceId, await filterOf(ctx, given), page);
  const asked = counts.filter(({ state }) => given.state === null || given.state === state);
  const total = asked.reduce((sum, { count }) => sum + count, 0);
  return connect(rows, page, ({ id }) => id, total);
}

/** How many there are within sight by state, whatever state is asked for. */
export async function countsByState(
  ctx: Context,
  given: FilterGiven,
): Promise<{ state: InspectionState; count: number }[]> {
  await handsOfCaller(ctx);
  const filter = { ...(await filterOf(ctx, given)), state: null };
  return ctx.once(`inspection counts ${JSON.stringify(filter)}`, () =>
    countInspections(ctx.read, ctx.provinceId, filter),
  );
}

async function filterOf(ctx: Context, { unit, state, overdue }: FilterGiven): Promise<InspectionFilter> {
  const units = unit === null ? null : await unitsUnder(ctx, unit);
  return { units, state, overdueOn: overdue ? today(ctx) : null };
}

/** One within sight; null where there is none. */
export async function inspectionById(ctx: Context, id: string): Promise<InspectionRow | null> {
  await handsOfCaller(ctx);
  if (!isRowId(id)) return null;
  return ctx.load('inspection', id, (ids) => inspectionsById(ctx.read, ctx.provinceId, ids));
}

type OfInspection = { inspectionId: string };

/** What belongs to inspections; of those of a page at once. */
async function partsOf<T extends OfInspection>(
  ctx: Context,
  name: string,
  id: string,
  fetch: (ids: string[]) => Promise<T[]>,
): Promise<T[]> {
  const rows = await ctx.loadAll(`inspection ${name}`, { id }, async (asked) =>
    (await fetch(asked.map((one) => one.id))).map((row) => ({ id: row.inspectionId, row })),
  );
  return rows.map(({ row }) => row);
}

/** The units of one within sight, each with its answers. */
export const unitsOfInspection = (ctx: Context, id: string): Promise<InspectedRow[]> =>
  partsOf(ctx, 'units', id, (ids) => unitsOfInspections(ctx.read, ctx.provinceId, ids));

export const samplesOfInspection = (ctx: Context, id: string): Promise<SampleRow[]> =>
  partsOf(ctx, 'samples', id, (ids) => samplesOfInspections(ctx.read, ctx.provinceId, ids));

export const findingsOfInspection = (ctx: Context, id: string): Promise<FindingRow[]> =>
  partsOf(ctx, 'findings', id, (ids) => findingsOfInspections(ctx.read, ctx.provinceId, ids));

export const stepsOfInspection = (ctx: Context, id: string): Promise<StepRow[]> =>
  partsOf(ctx, 'steps', id, (ids) => stepsOfInspections(ctx.read, ctx.provinceId, ids));

export const papersOfInspection = (ctx: Context, id: string): Promise<PaperRow[]> =>
  partsOf(ctx, 'papers', id, (ids) => papersOfInspections(ctx.read, ctx.provinceId, ids));

/** What a sample drew, in the order of the draw. */
export async function drawnOfSample(ctx: Context, sampleId: string): Promise<DrawnRow[]> {
  const rows = await ctx.loadAll('drawn dossiers', { id: sampleId }, async (asked) => {
    const ids = asked.map((one) => one.id);
    return (await drawnOf(ctx.read, ctx.provinceId, ids)).map((row) => ({ id: row.sampleId, row }));
  });
  return rows.map(({ row }) => row);
}

/** What somebody is called, whoever may see the account itself. */
export async function nameOfAccount(ctx: Context, accountId: number): Promise<string | null> {
  const found = await ctx.load<number, { id: number; name: string | null }>('name of an account', accountId, (ids) =>
    namesOfAccounts(ctx.read, ids),
  );
  return found?.name ?? null;
}

/** How many findings of one wait for their unit, how many of them past their deadline, and the next deadline. */
export async function waitingOf(
  ctx: Context,
  id: string,
): Promise<{ open: number; overdue: number; nextDue: string | null }> {
  const open = (await findingsOfInspection(ctx, id)).filter(({ state }) => state === 'OPEN');
  const day = today(ctx);
  const due = open.map(({ dueOn }) => dueOn).sort();
  return { open: open.length, overdue: open.filter((one) => isOverdue(one, day)).length, nextDue: due[0] ?? null };
}
