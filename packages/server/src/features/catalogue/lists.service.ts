import type { Page } from '../../app/connection.ts';
import type { Context } from '../../app/context.ts';
import type { UnitKind } from '../../app/enums.ts';
import { notFound } from '../../app/errors.ts';
import { decisionsById, type DecisionRow } from './decisions.queries.ts';
import { listCounts, listPages, type EntryKey, type ListDay } from './list-day.queries.ts';
import { entriesOfProcedures, serviceLists, type EntryRow, type ListRow } from './lists.queries.ts';

/** Every list, asked once a request. */
export function allLists(ctx: Context): Promise<ListRow[]> {
  return ctx.once('lists', () => serviceLists(ctx.read, ctx.provinceId));
}

export async function listById(ctx: Context, id: number): Promise<ListRow | null> {
  return (await allLists(ctx)).find((list) => list.id === id) ?? null;
}

/** The list that an argument names, or NOT_FOUND. */
export async function listByCode(ctx: Context, code: string): Promise<ListRow> {
  const found = (await allLists(ctx)).find((list) => list.code === code);
  if (!found) throw notFound('list.unknown', { code });
  return found;
}

/** Departments carry out what the province does. */
const tierOf = (asked: UnitKind | null): UnitKind | null => (asked === 'DEPARTMENT' ? 'PROVINCE' : asked);

/** A page of a list as it stood on a day, with one entry more than asked for; the same pages of several lists are read at once. */
export async function pageOfList(
  ctx: Context,
  listId: number,
  day: ListDay,
  page: Page<EntryKey>,
): Promise<EntryRow[]> {
  const asked = { on: day.on, tier: tierOf(day.tier) };
  const found = await ctx.loadAll(
    `entries|${JSON.stringify([asked, page])}`,
    { id: String(listId), listId },
    async (lists) => {
      const ids = lists.map((list) => list.listId);
      const rows = await listPages(ctx.read, ctx.provinceId, ids, asked, page);
      return rows.map((entry) => ({ id: String(entry.listId), entry }));
    },
  );
  return found.map(({ entry }) => entry);
}

/** How many entries stand on a list on a day; those of several lists are counted at once. */
export async function countOfList(ctx: Context, listId: number, day: ListDay): Promise<number> {
  const asked = { on: day.on, tier: tierOf(day.tier) };
  const found = await ctx.load(`entry count|${JSON.stringify(asked)}`, listId, async (ids) => {
    const rows = await listCounts(ctx.read, ctx.provinceId, ids, asked);
    return rows.map((row) => ({ id: row.listId, count: row.count }));
  });
  return found?.count ?? 0;
}

/** The entries of one procedure on every list; those of several procedures are asked at once. */
export async function entriesOfProcedure(ctx: Context, procedureId: number): Promise<EntryRow[]> {
  const found = await ctx.loadAll('entries of procedure', { id: String(procedureId) }, async (questions) => {
    const ids = questions.map(({ id }) => Number(id));
    const rows = await entriesOfProcedures(ctx.read, ctx.provinceId, ids);
    return rows.map((entry) => ({ id: String(entry.procedureId), entry }));
  });
  return found.map(({ entry }) => entry);
}

/** Decisions by id; all of the province's are asked once a request, there are few. */
export async function decisionMap(ctx: Context): Promise<Map<number, DecisionRow>> {
  const rows = await ctx.once('decisions', () => decisionsById(ctx.read, ctx.provinceId, null));
  return new Map(rows.map((row) => [row.id, row]));
}
