import type { Writer } from '../../../app/database.ts';
import { content, VALUES, values } from '../ingest/content.ts';

/** In whose name a person's file is kept where a statement is: no source has this number. It outranks nobody. */
export const PERSON = 0;

/**
 * Whether a living source of a higher rank than `$2` has said something of a dossier, by whatever code, and has it still: what it said is
 * not overwritten.
 * `key` is an expression for the dossier's key; `$1` is the province.
 */
export function isOutranked(key: string): string {
  const by = (
    named: string,
  ) => `exists (select from dossier_statement o join dossier_source t on t.id = o.source_id and t.removed_at is null
    where o.province_id = $1 and ${named} and o.gone is null and o.source_id <> $2
      and t.rank < (select rank from dossier_source where id = $2))`;
  const some = '(select exists (select from dossier_statement where province_id = $1 and dossier_key is not null))';
  return `(${by(`o.code_key = ${key} and o.dossier_key is null`)} or (${some} and ${by(`o.dossier_key = ${key}`)}))`;
}

/** Whether a person deleted the dossier of a row `i` after its source had said (`p`) that it is gone: that is for a person to take back. */
const WAS_DELETED = `exists (select from dossier_step x join moment m on m.id = x.moment_id
  where x.province_id = $1 and x.dossier_key = i.code_key and x.kind = 'DELETE'
    and m.at > (select g.at from moment g where g.id = p.recorded_by))`;

const STATED = [...VALUES, 'dossier_key', 'believed', 'recorded_by', 'batch_id'];

/**
 * Keeps what a source says of each code of `incoming` as its last statement, and takes the rows out that change nothing: those of
 * dossiers of which a source of a higher rank has spoken, and those that say again what the source has said before and was believed.
 * It is kept under the code that the source wrote, whichever dossier that is taken for. Of a code that stands more than once the last row is what is said. A person's file overrides both until the source says something new.
 */
export async function believe(
  tx: Writer,
  provinceId: number,
  { batchId, sourceId }: { batchId: string; sourceId: number },
): Promise<void> {
  await tx.run(
    `create temporary table said on commit drop as
     select i.*, p.code_key is null as is_first,
            p.code_key is null or p.gone is not null or ${content('i')} is distinct from ${content('p')} as is_new,
            p.gone is not null and not ${WAS_DELETED} as is_lifted, coalesce(p.believed, false) as was_believed, ${isOutranked('i.code_key')} as is_outranked
       from (select distinct on (sent_key) * from incoming order by sent_key, row_no desc) i
       left join dossier_statement p on p.province_id = $1 and p.code_key = i.sent_key and p.source_id = $2`,
    [provinceId, sourceId],
  );
  await tx.run(
    `insert into dossier_statement (province_id, source_id, ${VALUES.join(', ')}, dossier_key, believed, recorded_by, batch_id)
     select $1, $2, ${values('s').replace('s.code_key', 's.sent_key')}, nullif(s.code_key, s.sent_key), not s.is_outranked, $3, $4 from said s
      where s.is_new or s.was_believed = s.is_outranked
     on conflict (province_id, code_key, source_id) do update
       set ${STATED.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [provinceId, sourceId, tx.moment, batchId],
  );
  await tx.run(
    `delete from incoming i using said s where s.sent_key = i.sent_key and (s.is_outranked or not s.is_new and s.was_believed)
        and exists (select from dossier d where d.province_id = $1 and d.code_key = i.code_key)`,
    [provinceId],
  );
  await tx.run(
    'update incoming i set lifts = true from said s where s.is_lifted and not s.is_outranked and s.sent_key = i.sent_key',
  );
  await noteDays(tx, sourceId);
  await tx.run('drop table said');
}

/**
 * Keeps what a person's file says of codes whose rows are another dossier's, and of dossiers that others' rows are taken for: where these
 * become two again, each has its own.
 */
export async function keepPersonsWord(tx: Writer, provinceId: number, batchId: string): Promise<void> {
  const lines = 'from dossier_identity l where l.province_id = $1 and l.withdrawn_by is null';
  if ((await tx.row(`select ${lines} limit 1`, [provinceId])) === null) return;
  await tx.run(
    `insert into dossier_statement (province_id, source_id, ${VALUES.join(', ')}, dossier_key, believed, recorded_by, batch_id)
     select distinct on (i.sent_key) $1, ${PERSON}, ${values('i').replace('i.code_key', 'i.sent_key')}, nullif(i.code_key, i.sent_key), true, $2, $3
       from incoming i where i.code_key <> i.sent_key or exists (select ${lines} and l.dossier_key = i.code_key)
      order by i.sent_key, i.row_no desc
     on conflict (province_id, code_key, source_id) do update
       set ${STATED.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [provinceId, tx.moment, batchId],
  );
}

/** The days of what is new in `said`: when a source has something of a unit is its rhythm (domain/freshness). */
async function noteDays(tx: Writer, sourceId: number): Promise<void> {
  await tx.run(
    `insert into source_day (source_id, unit_id, day, received)
     select $1::int, unit_id, day, sum(received)::int from (
       select unit_id, received_day as day, count(*) filter (where is_first) as received from said where is_new group by 1, 2
       union all select unit_id, finished_day, 0 from said where is_new and finished_day is not null group by 1, 2) x
      group by unit_id, day
     on conflict (source_id, unit_id, day) do update set received = source_day.received + excluded.received
      where excluded.received > 0`,
    [sourceId],
  );
}
