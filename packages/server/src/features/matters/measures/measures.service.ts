import type { MeasureState } from '@chi-tieu/shared/domain/matters/measures';
import { connect, isNumberKey, type Connection, type Page } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import { badInput } from '../../../app/errors.ts';
import { unitsUnder } from '../../units/under.service.ts';
import { today } from '../../units/units.service.ts';
import {
  countMeasures,
  judgementsOf,
  listMeasures,
  measuresById,
  type JudgementRow,
  type MeasureFilter,
  type MeasureRow,
} from './measures.queries.ts';
import { keepsMeasures } from './sides.service.ts';

/** What a list is narrowed to, as it is asked. */
export interface FilterGiven {
  unit: string | null;
  state: MeasureState | null;
  difficulty: string | null;
  overdue: boolean;
}

/** A page of measures within sight, newest first. */
export async function pageOfMeasures(
  ctx: Context,
  given: FilterGiven,
  page: Page<string>,
): Promise<Connection<MeasureRow>> {
  const counts = await measuresByState(ctx, given);
  const rows = await listMeasures(ctx.read, ctx.provinceId, await filterOf(ctx, given), page);
  const asked = counts.filter(({ state }) => given.state === null || given.state === state);
  return connect(
    rows,
    page,
    ({ id }) => id,
    asked.reduce((sum, { count }) => sum + count, 0),
  );
}

/** How many there are within sight by state, whatever state is asked for. */
export async function measuresByState(
  ctx: Context,
  given: FilterGiven,
): Promise<{ state: MeasureState; count: number }[]> {
  await keepsMeasures(ctx);
  const filter = { ...(await filterOf(ctx, given)), state: null };
  return ctx.once(`measure counts ${JSON.stringify(filter)}`, () => countMeasures(ctx.read, ctx.provinceId, filter));
}

async function filterOf(ctx: Context, { unit, state, difficulty, overdue }: FilterGiven): Promise<MeasureFilter> {
  if (difficulty !== null && !isNumberKey(difficulty)) throw badInput('difficulty', 'measure.difficulty');
  const units = unit === null ? null : await unitsUnder(ctx, unit);
  return { units, state, difficultyId: difficulty, overdueOn: overdue ? today(ctx) : null };
}

/** One within sight; null where there is none. */
export async function measureById(ctx: Context, id: string): Promise<MeasureRow | null> {
  await keepsMeasures(ctx);
  if (!isNumberKey(id)) return null;
  return ctx.load('measure', id, (ids) => measuresById(ctx.read, ctx.provinceId, ids));
}

/** How it was judged, the latest first; of those of a page at once. */
export async function judgementsOfMeasure(ctx: Context, id: string): Promise<JudgementRow[]> {
  const rows = await ctx.loadAll('measure judgements', { id }, async (asked) => {
    const ids = asked.map((one) => one.id);
    return (await judgementsOf(ctx.read, ctx.provinceId, ids)).map((row) => ({ id: row.measureId, row }));
  });
  return rows.map(({ row }) => row);
}
