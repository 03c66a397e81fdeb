import { receiptState } from '@chi-tieu/shared/domain/matters/guidance';
import { connect, isNumberKey, type Connection, type Page } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import { badInput } from '../../../app/errors.ts';
import { findProcedure } from '../../catalogue/procedures.service.ts';
import { unitsUnder } from '../../units/under.service.ts';
import { today } from '../../units/units.service.ts';
import {
  countGuidance,
  earlierAnswers,
  editionsOf,
  guidanceById,
  listGuidance,
  questionsOf,
  receiversWithin,
  type EarlierAnswerRow,
  type EditionRow,
  type GuidanceFilter,
  type GuidanceRow,
  type QuestionRow,
  type ReceiverRow,
} from './guidance.queries.ts';
import { handsOfCaller } from './sides.service.ts';

/** What a list is narrowed to, as it is asked. */
export interface FilterGiven {
  unit: string | null;
  procedure: string | null;
  inForce: boolean | null;
  overdue: boolean;
}

/** A page of guidance within sight, newest first. */
export async function pageOfGuidance(
  ctx: Context,
  given: FilterGiven,
  page: Page<string>,
): Promise<Connection<GuidanceRow>> {
  await handsOfCaller(ctx);
  const filter = await filterOf(ctx, given);
  const rows = await listGuidance(ctx.read, ctx.provinceId, filter, page);
  return connect(rows, page, ({ id }) => id, await countGuidance(ctx.read, ctx.provinceId, filter));
}

async function filterOf(
  ctx: Context,
  { unit, procedure: code, inForce, overdue }: FilterGiven,
): Promise<GuidanceFilter> {
  const procedure = code === null ? null : await findProcedure(ctx, code);
  if (code !== null && !procedure) throw badInput('procedure', 'procedure.unknown', { code });
  const units = unit === null ? null : await unitsUnder(ctx, unit);
  return { units, procedureId: procedure?.id ?? null, inForce, overdueOn: overdue ? today(ctx) : null };
}

/** One within sight; null where there is none. */
export async function guidanceWithId(ctx: Context, id: string): Promise<GuidanceRow | null> {
  await handsOfCaller(ctx);
  if (!isNumberKey(id)) return null;
  return ctx.load('guidance', id, (ids) => guidanceById(ctx.read, ctx.provinceId, ids));
}

/** What belongs to guidance; of that of a page at once. */
async function partsOf<T extends { guidanceId: string }>(
  ctx: Context,
  name: string,
  id: string,
  fetch: (ids: string[]) => Promise<T[]>,
): Promise<T[]> {
  const rows = await ctx.loadAll(`guidance ${name}`, { id }, async (asked) =>
    (await fetch(asked.map((one) => one.id))).map((row) => ({ id: row.guidanceId, row })),
  );
  return rows.map(({ row }) => row);
}

export const receiversOfGuidance = (ctx: Context, id: string): Promise<ReceiverRow[]> =>
  partsOf(ctx, 'receivers', id, (ids) => receiversWithin(ctx.read, ctx.provinceId, ids));

export const editionsOfGuidance = (ctx: Context, id: string): Promise<EditionRow[]> =>
  partsOf(ctx, 'editions', id, (ids) => editionsOf(ctx.read, ctx.provinceId, ids));

export const questionsOfGuidance = (ctx: Context, id: string): Promise<QuestionRow[]> =>
  partsOf(ctx, 'questions', id, (ids) => questionsOf(ctx.read, ctx.provinceId, ids));

/** The answers to a question about guidance that others replaced, the latest first. */
export async function earlierAnswersTo(
  ctx: Context,
  { id, guidanceId }: Pick<QuestionRow, 'id' | 'guidanceId'>,
): Promise<EarlierAnswerRow[]> {
  const rows = await partsOf(ctx, 'answers', guidanceId, (ids) => earlierAnswers(ctx.read, ctx.provinceId, ids));
  return rows.filter(({ question }) => question === id);
}

/** How many receivers within sight there are, and how they stand to the edition that holds. */
export async function receiptsOf(
  ctx: Context,
  row: GuidanceRow,
): Promise<{ told: number; acknowledged: number; overdue: number }> {
  const receivers = await receiversOfGuidance(ctx, row.id);
  const states = receivers.map(({ edition }) => receiptState(row, edition, today(ctx)));
  const count = (state: string): number => states.filter((one) => one === state).length;
  return { told: receivers.length, acknowledged: count('ACKNOWLEDGED'), overdue: count('OVERDUE') };
}
