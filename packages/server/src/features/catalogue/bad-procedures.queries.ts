import type { BadProcedureRow } from '@chi-tieu/shared/domain/procedure-row';
import type { Writer } from '../../app/database.ts';

/** A bad row of a body; `replaced` where a later row of the body has its code. */
export type NewBadRow = Omit<BadProcedureRow, 'ok'> & { row: number; replaced: boolean };

const ROWS_AT_ONCE = 500;

/** Keeps the bad rows of a body, some at a time. */
export async function insertBadRows(tx: Writer, provinceId: number, batchId: string, rows: NewBadRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await tx.run(
      `insert into quarantine (province_id, batch_id, row_number, code, code_key, field, problem, fields, recorded_by, closed_by, closed_as)
       select $1, $2, x.row, x.code, x."codeKey", x.field, x.problem, x.kept, $3,
              case when x.replaced then $3::bigint end, case when x.replaced then 'REPLACED' end
         from jsonb_to_recordset($4::jsonb) as x (row int, code text, "codeKey" text, field text, problem text, kept jsonb, replaced boolean)
        order by x.row`,
      [provinceId, batchId, tx.moment, JSON.stringify(rows.slice(at, at + ROWS_AT_ONCE))],
    );
  }
}

/** Closes open rows with the codes of a body that came after them: of two rows with the same code the later one stands. */
export async function closeReplaced(tx: Writer, provinceId: number, codes: string[]): Promise<void> {
  await tx.run(
    `update quarantine set closed_by = $2, closed_as = 'REPLACED'
      where province_id = $1 and closed_by is null and code_key = any ($3)`,
    [provinceId, tx.moment, codes],
  );
}

/** Closes open rows (or one) whose procedure was changed after they came, in whatever way: they would undo it. */
export async function closeOutdated(tx: Writer, provinceId: number, id: string | null = null): Promise<void> {
  await tx.run(
    `update quarantine q set closed_by = $2, closed_as = 'REPLACED'
       from moment came, procedure p
      where q.province_id = $1 and q.closed_by is null and ($3::bigint is null or q.id = $3)
        and came.id = q.recorded_by and p.province_id = $1 and p.code = q.code_key
        and exists (select 1 from procedure_revision r join moment m on m.id = r.moment_id
                     where r.procedure_id = p.id and m.at > came.at)`,
    [provinceId, tx.moment, id],
  );
}

/** Closes open rows that were taken after all. */
export async function closeMended(tx: Writer, provinceId: number, ids: string[]): Promise<void> {
  await tx.run(
    `update quarantine set closed_by = $2, closed_as = 'MENDED' where province_id = $1 and id = any ($3) and closed_by is null`,
    [provinceId, tx.moment, ids],
  );
}

/** Has open rows say what they are now, and why they are still bad. */
export async function restateBadRows(
  tx: Writer,
  provinceId: number,
  rows: (Omit<BadProcedureRow, 'ok'> & { id: string })[],
): Promise<void> {
  await tx.run(
    `update quarantine q set code = x.code, code_key = x."codeKey", field = x.field, problem = x.problem, fields = x.kept
       from jsonb_to_recordset($2::jsonb) as x (id bigint, code text, "codeKey" text, field text, problem text, kept jsonb)
      where q.province_id = $1 and q.id = x.id and q.closed_by is null`,
    [provinceId, JSON.stringify(rows)],
  );
}
