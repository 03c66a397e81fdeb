import type { Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import type { UnitKind } from '../../app/enums.ts';
import { notFound } from '../../app/errors.ts';
import { decisionsById, type DecisionRow } from './decisions.queries.ts';
import { listEntries, serviceLists, type EntryRow, type ListRow } from './lists.queries.ts';

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

/** The entries of a list as it stood on a day; those of all lists are asked at once. */
export async function entriesOfList(
  ctx: Context,
  listId: number,
  on: Day,
  asked: UnitKind | null,
): Promise<EntryRow[]> {
  const tier = asked === 'DEPARTMENT' ? 'PROVINCE' : asked;
  const entries = await ctx.once(`entries:${on}:${tier ?? ''}`, () =>
    listEntries(ctx.read, ctx.provinceId, { on, tier }),
  );
  return entries.filter((entry) => entry.listId === listId);
}

/** The entries of one procedure on every list; all entries are asked once a request, whatever the number of rows. */
export async function entriesOfProcedure(ctx: Context, procedureId: number): Promise<EntryRow[]> {
  const byProcedure = await ctx.once('entries:by-procedure', async () => {
    const grouped = new Map<number, EntryRow[]>();
    for (const entry of await listEntries(ctx.read, ctx.provinceId, {})) {
      const mine = grouped.get(entry.procedureId);
      if (mine) mine.push(entry);
      else grouped.set(entry.procedureId, [entry]);
    }
    return grouped;
  });
  return byProcedure.get(procedureId) ?? [];
}

/** Decisions by id; all of the province's are asked once a request, there are few. */
export async function decisionMap(ctx: Context): Promise<Map<number, DecisionRow>> {
  const rows = await ctx.once('decisions', () => decisionsById(ctx.read, ctx.provinceId, null));
  return new Map(rows.map((row) => [row.id, row]));
}
