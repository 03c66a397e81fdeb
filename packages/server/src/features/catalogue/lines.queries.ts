import type { Sql } from '../../app/sql.ts';

/** A line of a list that a step said or took back, and whether it counts now. */
export interface StepLine {
  id: number;
  sequence: number;
  listId: number;
  procedureId: number;
  /** The step said it; else the step took it back. */
  isSaid: boolean;
  /** The same line counts now, as it was said then or said again later. */
  isLiving: boolean;
}

/** The lines of lists that a step said or took back. */
export function linesOfStep(sql: Sql, stepId: string): Promise<StepLine[]> {
  return sql.rows<StepLine>(
    `select c.id, c.sequence::float8 as sequence, c.list_id as "listId", c.procedure_id as "procedureId", c.recorded_by = $1 as "isSaid",
            exists (select from service_list_change l where l.sequence = c.sequence and l.withdrawn_by is null) as "isLiving"
       from service_list_change c where c.recorded_by = $1 or c.withdrawn_by = $1 order by c.sequence`,
    [stepId],
  );
}

/** Takes lines of lists back. */
export async function withdrawLines(sql: Sql, moment: string, sequences: number[]): Promise<void> {
  await sql.run(
    'update service_list_change set withdrawn_by = $1 where sequence = any ($2::bigint[]) and withdrawn_by is null',
    [moment, sequences],
  );
}

/** Says lines of lists again, in the place that they had. */
export async function sayLinesAgain(sql: Sql, moment: string, ids: number[]): Promise<void> {
  await sql.run(
    `insert into service_list_change (province_id, list_id, decision_id, action, procedure_id, tier, level, sequence, recorded_by)
     select province_id, list_id, decision_id, action, procedure_id, tier, level, sequence, $1
       from service_list_change where id = any ($2)`,
    [moment, ids],
  );
}

/** What leans on procedures that are to be gone: dossiers, or lines of lists and decisions. */
export function leaning(sql: Sql, ids: number[]): Promise<{ code: string; dossiers: number; lines: number }[]> {
  return sql.rows<{ code: string; dossiers: number; lines: number }>(
    `select p.code, (select count(*)::int from dossier d where d.province_id = p.province_id and d.procedure_id = p.id) as dossiers,
            (select count(*)::int from service_list_change c where c.procedure_id = p.id and c.withdrawn_by is null)
            + (select count(*)::int from procedure_force_change c where c.replaced_by = p.id and c.withdrawn_by is null) as lines
       from procedure p where p.id = any ($1) order by p.code`,
    [ids],
  );
}
