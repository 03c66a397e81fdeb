import type { Sql } from '../../../app/sql.ts';
import type { Writer } from '../../../app/database.ts';

/** All procedures that say anything, and whether they are in force on a day. */
export function procedureStands(
  sql: Sql,
  provinceId: number,
  on: string,
): Promise<{ code: string; inForce: boolean }[]> {
  return sql.rows(
    `select p.code, exists (select from procedure_period f where f.procedure_id = p.id and f.superseded_by is null and f.valid @> $2::date) as "inForce"
       from procedure p
      where p.province_id = $1 and exists (select from procedure_text t where t.procedure_id = p.id and t.superseded_by is null)
      order by p.code`,
    [provinceId, on],
  );
}

/**
 * Lets staged rows name procedures by codes that stand for another one. What was received is kept as it was. A procedure that bears
 * the code itself goes before. Called before rows are resolved, by who holds the dossier lock.
 */
export async function readProcedureAliases(tx: Writer, provinceId: number): Promise<void> {
  const some = await tx.row('select from procedure_alias where province_id = $1 and withdrawn_by is null limit 1', [
    provinceId,
  ]);
  if (some === null) return;
  await tx.run(
    `update staged s set procedure_code = p.code, procedure_text = coalesce(s.procedure_text, s.procedure_code)
       from procedure_alias a join procedure p on p.id = a.procedure_id
      where a.province_id = $1 and a.withdrawn_by is null and s.procedure_code = a.code and s.problem is null
        and not exists (select from procedure x where x.province_id = $1 and x.code = a.code
                          and exists (select from procedure_text t where t.procedure_id = x.id and t.superseded_by is null))`,
    [provinceId],
  );
}

/** From now on rows with this code are of the procedure; false where they are already. */
export async function addProcedureAlias(
  tx: Writer,
  provinceId: number,
  code: string,
  procedureId: number,
): Promise<boolean> {
  const known = await tx.row<{ procedureId: number }>(
    `select procedure_id as "procedureId" from procedure_alias where province_id = $1 and code = $2 and withdrawn_by is null`,
    [provinceId, code],
  );
  if (known?.procedureId === procedureId) return false;
  if (known) await withdrawProcedureAlias(tx, provinceId, code);
  await tx.run('insert into procedure_alias (province_id, code, procedure_id, recorded_by) values ($1, $2, $3, $4)', [
    provinceId,
    code,
    procedureId,
    tx.moment,
  ]);
  return true;
}

/** Rows to come are no longer of it by this code. */
export async function withdrawProcedureAlias(tx: Writer, provinceId: number, code: string): Promise<void> {
  await tx.run(
    'update procedure_alias set withdrawn_by = $3 where province_id = $1 and code = $2 and withdrawn_by is null',
    [provinceId, code, tx.moment],
  );
}
