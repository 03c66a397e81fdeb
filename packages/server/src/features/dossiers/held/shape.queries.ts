import type { BatchShape, Jump, JumpRules, UnitMonth } from '@chi-tieu/shared/domain/jumps/jumps';
import { SHARE_OF_LEAST } from '@chi-tieu/shared/domain/jumps/jumps';
import type { Writer } from '../../../app/database.ts';
import { TALLIED, tallyParams, type ReadSoFar, type TallyOf } from './tally.queries.ts';

/** How many dossiers a batch would change and withdraw, told from `changed`. */
export async function countsOf(tx: Writer, provinceId: number): Promise<ReadSoFar> {
  const counts = await tx.row<ReadSoFar>(
    `select count(*)::int as changed, count(*) filter (where c.status in (3, 7, 8) and d.status not in (3, 7, 8))::int as withdrawn
       from changed c join dossier d on d.province_id = $1 and d.id = c.dossier_id`,
    [provinceId],
  );
  return { changed: counts?.changed ?? 0, withdrawn: counts?.withdrawn ?? 0 };
}

/** Months that jump already, with what the batch would add to each. */
export async function withAdded(tx: Writer, jumps: readonly Jump[]): Promise<Jump[]> {
  const rows = await tx.rows<{ unitId: number; month: string; n: number }>(
    `select unit_id as "unitId", date_trunc('month', received_day)::date::text as month, count(*)::int as n from fresh group by 1, 2`,
  );
  const added = new Map(rows.map(({ unitId, month, n }) => [`${unitId} ${month}`, n]));
  return jumps.map((jump) =>
    jump.kind === 'MONTH' ? { ...jump, count: jump.count + (added.get(`${jump.unitId} ${jump.month}`) ?? 0) } : jump,
  );
}

/**
 * What the batch that is about to be merged would do together with what was taken of its reading, or of its source on this day, before
 * (`soFar`). Only months are counted in which that comes to another part of what is enough to be a jump at all, so that small batches
 * cost nothing.
 */
export async function shapeOf(
  tx: Writer,
  { provinceId, tallied }: { provinceId: number; tallied: TallyOf | null },
  rules: JumpRules,
  { own, soFar }: { own: ReadSoFar; soFar: ReadSoFar },
): Promise<BatchShape> {
  return {
    changed: own.changed === 0 ? 0 : own.changed + soFar.changed,
    withdrawn: own.withdrawn === 0 ? 0 : own.withdrawn + soFar.withdrawn,
    months: await months(tx, provinceId, tallied, rules),
  };
}

function months(tx: Writer, provinceId: number, tallied: TallyOf | null, rules: JumpRules): Promise<UnitMonth[]> {
  return tx.rows<UnitMonth>(
    `with sent as (
       select unit_id, date_trunc('month', received_day)::date as month, count(*)::int as n from fresh group by 1, 2),
     added as (
       select s.unit_id, s.month, s.n, coalesce(t.added, 0) as taken
         from sent s left join ${TALLIED} t on t.unit_id = s.unit_id and t.month = s.month
        where (coalesce(t.added, 0) + s.n) * ${SHARE_OF_LEAST} / $4::int > coalesce(t.added, 0) * ${SHARE_OF_LEAST} / $4::int),
     before as (
       select a.unit_id, a.month, date_trunc('month', d.received_day)::date as at, count(*)::int as n
         from added a join dossier d on d.province_id = $3 and d.unit_id = a.unit_id
          and d.received_day >= a.month - interval '12 months' and d.received_day < a.month + interval '1 month'
        group by 1, 2, 3),
     around as (
       select b.unit_id, b.month, sum(b.n) filter (where b.at = b.month)::int as stored,
              array_agg(b.n order by b.at) filter (where b.at < b.month) as before
         from before b group by 1, 2)
     select a.unit_id as "unitId", a.month::text as month, a.n + a.taken as added,
            greatest(0, coalesce(r.stored, 0) - a.taken) as stored, coalesce(r.before, '{}') as before
       from added a left join around r on r.unit_id = a.unit_id and r.month = a.month order by 1, 2`,
    [...tallyParams(tallied), provinceId, rules.least],
  );
}
