import { groupBy } from '@chi-tieu/shared/domain/group-by';
import type { Context } from '../../../app/context.ts';
import type { Cell } from '../../../app/sheets/cells.ts';
import { today } from '../../units/units.service.ts';
import { listEntries, serviceLists } from '../lists.queries.ts';
import type { ProcedureKey } from '../table/sorting.ts';
import { lastChanges } from '../table/table.queries.ts';
import { listProcedures, type CatalogueSearch } from '../table/table.service.ts';
import { sheetRow } from './export-columns.ts';

const PAGE = 500;

/** The rows of a file: every procedure that a question finds, in its order, from one state of the database. */
export async function* exportedRows(
  ctx: Context,
  asked: CatalogueSearch,
  columns: readonly string[],
): AsyncGenerator<Cell[]> {
  const on = asked.on ?? asked.inForceOn ?? today(ctx);
  const lists = new Map((await serviceLists(ctx.read, ctx.provinceId)).map(({ id, code }) => [id, code]));
  let after: ProcedureKey | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof listProcedures>> = await listProcedures(ctx, asked, { first: PAGE, after });
    const ids = page.nodes.map(({ id }) => id);
    const entries = columns.includes('level')
      ? await listEntries(ctx.read, ctx.provinceId, { procedureIds: ids, on })
      : [];
    const changed = columns.includes('changedAt') ? await lastChanges(ctx.read, ids) : [];
    const entriesOf = groupBy(
      entries.map((entry) => ({ ...entry, list: lists.get(entry.listId) ?? '' })),
      ({ procedureId }) => procedureId,
    );
    const changedAt = new Map(changed.map(({ id, at }) => [id, at]));
    for (const procedure of page.nodes) {
      const row = {
        procedure,
        entries: entriesOf.get(procedure.id) ?? [],
        changedAt: changedAt.get(procedure.id) ?? null,
      };
      yield sheetRow(columns, row, ctx.locale);
    }
    const last = page.edges.at(-1);
    if (!page.pageInfo.hasNextPage || !last) return;
    after = JSON.parse(Buffer.from(last.cursor, 'base64url').toString('utf8')) as ProcedureKey;
  }
}
