import type { Writer } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';
import type { DefinitionId } from '../rates/indicators.queries.ts';

/** A month and a procedure: the part of a definition that is computed at a time, by the current version of dossiers. */
export interface Slice {
  month: string;
  procedureId: number;
  dossiers: number;
}

/** Writes down what there is to compute; returns how many slices. Under the dossier lock: what comes later is booked as it comes. */
export function planSlices(tx: Writer, provinceId: number, definitionId: DefinitionId): Promise<number> {
  return tx.run(
    `insert into definition_slice (province_id, definition_id, month, procedure_id, dossiers)
     select $1, $2, date_trunc('month', received_day)::date, procedure_id, count(*)::int
       from dossier where province_id = $1 group by 3, 4`,
    [provinceId, definitionId],
  );
}

/** The next slices in the order of the months, together some thousand dossiers; none where nothing is left. */
export function nextSlices(sql: Sql, definitionId: DefinitionId, dossiers: number): Promise<Slice[]> {
  return sql.rows<Slice>(
    `select month::text as month, procedure_id as "procedureId", dossiers from (
       select s.*, sum(s.dossiers) over (order by s.month, s.procedure_id) - s.dossiers as before
         from (select * from definition_slice where definition_id = $1 and done_by is null
                order by month, procedure_id limit 5000) s) t
      where before < $2 order by month, procedure_id`,
    [definitionId, dossiers],
  );
}

/**
 * Puts the dossiers of slices into `sliced`, a source of `Booking.take` until the transaction ends: a table of their own, of which
 * it is known how many there are, or they would be looked up one by one in what counts.
 */
export async function gatherSlices(tx: Writer, provinceId: number, slices: readonly Slice[]): Promise<void> {
  await tx.run(
    `create temporary table sliced on commit drop as
     select d.* from unnest($2::int[], $3::date[]) s (procedure_id, month)
       join dossier d on d.province_id = $1 and d.procedure_id = s.procedure_id and d.received_day >= s.month
        and d.received_day < (s.month + interval '1 month')::date`,
    [provinceId, slices.map((one) => one.procedureId), slices.map((one) => one.month)],
  );
  await tx.run('analyze sliced');
}

export async function markSlicesDone(tx: Writer, definitionId: DefinitionId, slices: readonly Slice[]): Promise<void> {
  await tx.run(
    `update definition_slice s set done_by = $2 from unnest($3::int[], $4::date[]) x (procedure_id, month)
      where s.definition_id = $1 and s.procedure_id = x.procedure_id and s.month = x.month`,
    [definitionId, tx.moment, slices.map((one) => one.procedureId), slices.map((one) => one.month)],
  );
}

/** What is being computed, in the order in which it was begun. */
export function computing(sql: Sql, provinceId: number): Promise<{ id: DefinitionId }[]> {
  return sql.rows<{ id: DefinitionId }>(
    `select id from indicator_definition where province_id = $1 and state = 'COMPUTING' order by started_by, id`,
    [provinceId],
  );
}

/** How far computing has come, in dossiers. */
export interface ComputingProgress {
  id: DefinitionId;
  done: number;
  of: number;
}

export function progressOf(sql: Sql, ids: DefinitionId[]): Promise<ComputingProgress[]> {
  return sql.rows<ComputingProgress>(
    `select definition_id as id, coalesce(sum(dossiers) filter (where done_by is not null), 0)::float8 as done, sum(dossiers)::float8 as of
       from definition_slice where definition_id = any ($1) group by 1`,
    [ids],
  );
}

/** Forgets what was reckoned of a definition that is called off. Its ledger is append only and stays, unread. */
export async function forgetReckoning(tx: Writer, definitionId: DefinitionId): Promise<void> {
  for (const table of ['definition_slice', 'day_total', 'month_total', 'service_total'])
    await tx.run(`delete from ${table} where definition_id = $1`, [definitionId]);
}
