import { addDays } from '@chi-tieu/shared/domain/days';
import type { DifficultyCause, DifficultyState } from '@chi-tieu/shared/domain/difficulties/states';
import { connect, type Connection, type Page } from '../../app/connection.ts';
import type { Context } from '../../app/context.ts';
import { badInput } from '../../app/errors.ts';
import { reached } from '../accounts/reach.service.ts';
import { findProcedure } from '../catalogue/procedures.service.ts';
import { checkPeriod } from '../rates/rates.service.ts';
import { unitsUnder } from '../units/under.service.ts';
import { today } from '../units/units.service.ts';
import {
  countDifficulties,
  difficultiesById,
  followersWithin,
  listDifficulties,
  sourceNames,
  stepsOf,
  type DifficultyFilter,
  type DifficultyRow,
  type StepRow,
} from './difficulties.queries.ts';
import { isDifficultyId } from './sides.service.ts';
import { touchedByGroups } from './touched.service.ts';

/** What a list is narrowed to, as it is asked. */
export interface FilterGiven {
  unit: string | null;
  procedure: string | null;
  state: DifficultyState | null;
  cause: DifficultyCause | null;
  olderThan: number | null;
  heads: boolean;
}

/** A page of difficulties within sight, newest first. */
export async function pageOfDifficulties(
  ctx: Context,
  given: FilterGiven,
  page: Page<string>,
): Promise<Connection<DifficultyRow>> {
  const counts = await countsByState(ctx, given);
  const rows = await listDifficulties(ctx.read, ctx.provinceId, await filterOf(ctx, given), page);
  const total = counts.reduce(
    (sum, { state, count }) => sum + (given.state === null || given.state === state ? count : 0),
    0,
  );
  return connect(rows, page, ({ id }) => id, total);
}

/** How many there are within sight by state, whatever state is asked for. */
export async function countsByState(
  ctx: Context,
  given: FilterGiven,
): Promise<{ state: DifficultyState; count: number }[]> {
  await reached(ctx, 'difficulty.read');
  const filter = { ...(await filterOf(ctx, given)), states: null };
  return ctx.once(`difficulty counts ${JSON.stringify(filter)}`, () =>
    countDifficulties(ctx.read, ctx.provinceId, filter),
  );
}

async function filterOf(ctx: Context, given: FilterGiven): Promise<DifficultyFilter> {
  const { unit, procedure: code, state, cause, olderThan, heads } = given;
  const procedure = code === null ? null : await findProcedure(ctx, code);
  if (code !== null && !procedure) throw badInput('procedure', 'procedure.unknown', { code });
  if (olderThan !== null && (olderThan < 0 || olderThan > 36_500)) throw badInput('olderThan', 'difficulty.age');
  return {
    units: unit === null ? null : await unitsUnder(ctx, unit),
    procedureId: procedure?.id ?? null,
    states: state === null ? null : [state],
    cause,
    reportedUntil: olderThan === null ? null : addDays(today(ctx), -olderThan - 1),
    headsOnly: heads,
  };
}

/** One within sight; null where there is none. Those of a page are fetched at once. */
export async function difficultyById(ctx: Context, id: string): Promise<DifficultyRow | null> {
  await reached(ctx, 'difficulty.read');
  if (!isDifficultyId(id)) return null;
  return ctx.load('difficulty', id, (ids) => difficultiesById(ctx.read, ctx.provinceId, ids));
}

/** What was done about one, what the caller may read of it, oldest first. */
export async function stepsOfDifficulty(ctx: Context, id: string): Promise<StepRow[]> {
  const rows = await ctx.loadAll('difficulty steps', { id }, async (asked) => {
    const ids = asked.map((one) => one.id);
    return (await stepsOf(ctx.read, ctx.provinceId, ids)).map((row) => ({ id: row.difficultyId, row }));
  });
  return rows.map(({ row }) => row);
}

/** Those within sight that follow one, oldest first. */
export async function followersOfDifficulty(ctx: Context, id: string): Promise<DifficultyRow[]> {
  const rows = await ctx.loadAll('difficulty followers', { id }, async (asked) => {
    const heads = asked.map((one) => one.id);
    return (await followersWithin(ctx.read, ctx.provinceId, heads)).map((row) => ({ id: row.headId, row }));
  });
  return rows.map(({ row }) => row);
}

/** What a source is called, whoever may see the source itself. */
export async function sourceNameOf(ctx: Context, sourceId: number): Promise<string | null> {
  const found = await ctx.load<number, { id: number; name: string | null }>('name of a source', sourceId, (ids) =>
    sourceNames(ctx.read, ids),
  );
  return found?.name ?? null;
}

/** How many dossiers of a period one touches, with all within sight that follow it; null where nothing ties it to any. */
export async function touchedBy(
  ctx: Context,
  row: DifficultyRow,
  period: { from: string; to: string },
): Promise<number | null> {
  checkPeriod(period.from, period.to);
  const rows = [row, ...(await followersOfDifficulty(ctx, row.id))];
  return (await touchedByGroups(ctx, rows, () => [row.id], period)).get(row.id) ?? null;
}
