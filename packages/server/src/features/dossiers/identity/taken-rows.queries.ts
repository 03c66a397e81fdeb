import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';

/** So often is a code looked up again that is another one's: a dossier that was merged may be merged again. */
const MOST_STEPS = 20;

/** What holds for a code: the line of the source itself goes before that of everybody. `$2` is the source, or null. */
const LINE = (key: string) => `select x.dossier_key from dossier_identity x
    where x.province_id = $1 and x.code_key = ${key} and x.withdrawn_by is null and (x.source_id is null or x.source_id = $2::int)
    order by x.source_id is null limit 1`;

/**
 * Takes rows of `incoming` for the dossier that they are about where their code is another one's (dossier_identity): their key and
 * code are that dossier's then; `sent_key` stays the code that was sent. Looked up only where there are any.
 */
export async function takeForOthers(tx: Writer, provinceId: number, sourceId: number | null): Promise<void> {
  const some = await tx.row('select from dossier_identity where province_id = $1 and withdrawn_by is null limit 1', [
    provinceId,
  ]);
  if (some === null) return;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const taken = await tx.run(
      `update incoming i set code_key = d.code_key, code = d.code
         from (select distinct on (i.row_no) i.row_no, l.dossier_key as key
                 from incoming i join dossier_identity l on l.province_id = $1 and l.code_key = i.code_key and l.withdrawn_by is null
                  and (l.source_id is null or l.source_id = $2::int)
                order by i.row_no, l.source_id is null) x
         join dossier d on d.province_id = $1 and d.code_key = x.key
        where i.row_no = x.row_no and d.code_key <> i.code_key`,
      [provinceId, sourceId],
    );
    if (taken === 0) return;
  }
}

/** The dossiers that codes of a source are taken for, where these are other ones. */
export async function takenFor(
  sql: Sql,
  provinceId: number,
  sourceId: number | null,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const rows = await sql.rows<{ key: string; taken: string }>(
    `with recursive step as (
       select k.key, k.key as taken, 0 as n from unnest($3::text[]) as k (key)
       union all
       select s.key, l.dossier_key, s.n + 1 from step s
        cross join lateral (${LINE('s.taken')}) l where s.n < ${MOST_STEPS} and l.dossier_key <> s.key)
     select distinct on (key) key, taken from step where n > 0 order by key, n desc`,
    [provinceId, sourceId, keys],
  );
  return new Map(rows.map(({ key, taken }) => [key, taken]));
}
