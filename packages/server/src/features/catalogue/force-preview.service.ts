import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import { periodsOf, type PeriodRow } from './force.queries.ts';
import { checkForce, enterForce, type ForceDraft } from './force.service.ts';

/** What a step adds to the figures of a unit and day; taken away where it is negative. */
export interface BookedDelta {
  indicatorId: number;
  unitId: number;
  day: string;
  numerator: number;
  denominator: number;
}

/** What lines about procedures being in force would do. */
export interface ForceOutcome {
  procedures: { procedureId: number; before: PeriodRow[]; after: PeriodRow[] }[];
  deltas: BookedDelta[];
}

/** Enters the lines, looks, and rolls back: nothing is stored, and what would be refused is refused here too. */
export async function previewForce(ctx: Context, draft: ForceDraft): Promise<ForceOutcome> {
  const decision = await checkForce(ctx, draft);
  const look = async (tx: Writer): Promise<ForceOutcome> => {
    let ids: number[] = [];
    let before = new Map<number, PeriodRow[]>();
    await enterForce(tx, ctx.provinceId, draft, decision, async (procedureIds) => {
      ids = procedureIds;
      before = await periodsBy(tx, ids);
    });
    const after = await periodsBy(tx, ids);
    const procedures = ids.map((procedureId) => {
      return { procedureId, before: before.get(procedureId) ?? [], after: after.get(procedureId) ?? [] };
    });
    return { procedures, deltas: await bookedBy(tx, tx.moment) };
  };
  return ctx.write('previewForce', look, { books: true, dryRun: true });
}

async function periodsBy(sql: Sql, procedureIds: number[]): Promise<Map<number, PeriodRow[]>> {
  return groupBy(await periodsOf(sql, procedureIds), ({ procedureId }) => procedureId);
}

/** What a moment booked: in the transaction that does it, before it is rolled back or sealed. */
export function bookedBy(sql: Sql, moment: string): Promise<BookedDelta[]> {
  return sql.rows<BookedDelta>(
    `select indicator_id as "indicatorId", unit_id as "unitId", day::text as day, numerator, denominator
       from ledger where moment_id = $1 order by indicator_id, unit_id, day`,
    [moment],
  );
}
