import type { Day } from '@chi-tieu/shared/domain/days';
import type { FindingAct, FindingStanding, FindingState, Severity } from '@chi-tieu/shared/domain/inspection/states';
import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';

/** What is done about an inspection, its findings included. */
export const STEP_ACTS = [
  ...(['PLANNED', 'CHANGED', 'ANNOUNCED', 'BEGUN', 'CONCLUDED', 'CANCELLED', 'DRAWN', 'DRAWN_AGAIN', 'FOUND'] as const),
  ...(['REMEDIED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN', 'NOTED', 'MINUTES'] as const satisfies (
    FindingAct | 'MINUTES'
  )[]),
] as const;
export type StepAct = (typeof STEP_ACTS)[number];

/** A file that a step brought. */
export interface StepFile {
  sha256: string;
  name: string;
}

/** A step as it is stored. */
export interface StepRow {
  id: string;
  inspectionId: string;
  unitId: number | null;
  findingId: string | null;
  act: StepAct;
  body: string | null;
  day: Day | null;
  teamOnly: boolean;
  by: string | null;
  at: Date;
  files: (StepFile & { mediaType: string; bytes: number })[];
}

export type NewStep = Pick<StepRow, 'inspectionId' | 'act'> &
  Partial<Pick<StepRow, 'unitId' | 'findingId' | 'body' | 'day' | 'teamOnly'>>;

/** Adds a step with its files. */
export async function insertStep(
  tx: Writer,
  provinceId: number,
  step: NewStep,
  files: readonly StepFile[] = [],
): Promise<void> {
  const { inspectionId, act, unitId = null, findingId = null, body = null, day = null, teamOnly = false } = step;
  const row = await tx.row<{ id: string }>(
    `insert into inspection_step (province_id, inspection_id, unit_id, finding_id, act, body, day, team_only, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id::text`,
    [provinceId, inspectionId, unitId, findingId, act, body, day, teamOnly, tx.accountId, tx.moment],
  );
  for (const [at, { sha256, name }] of files.entries())
    await tx.run(
      `insert into inspection_file (province_id, inspection_id, step_id, sha256, name, position) values ($1, $2, $3, $4, $5, $6)`,
      [provinceId, inspectionId, row?.id, sha256, name, at],
    );
}

/** The steps within sight of some inspections, in their order. */
export function stepsOfInspections(sql: Sql, provinceId: number, ids: readonly string[]): Promise<StepRow[]> {
  return sql.rows<StepRow>(
    `select s.id::text, s.inspection_id::text as "inspectionId", s.unit_id as "unitId", s.finding_id::text as "findingId", s.act, s.body,
            s.day::text as day, s.team_only as "teamOnly", account_name(s.account_id) as by, m.at,
            coalesce((select jsonb_agg(jsonb_build_object('sha256', f.sha256, 'name', f.name, 'mediaType', c.media_type, 'bytes', c.bytes)
                                       order by f.position)
                        from inspection_file f join stored_file c using (sha256) where f.step_id = s.id), '[]') as files
       from inspection_step s join moment m on m.id = s.recorded_by
      where s.province_id = $1 and s.inspection_id = any ($2::bigint[]) order by s.inspection_id, s.id`,
    [provinceId, ids],
  );
}

/** What the minutes of a unit are made out from, as one mark: its steps but those that made minutes, answers and results. */
export async function markOfUnit(sql: Sql, provinceId: number, id: string, unitId: number): Promise<string> {
  const row = await sql.row<{ mark: string }>(
    `select concat_ws('/', (select max(s.id) from inspection_step s
               where s.inspection_id = $2 and (s.unit_id is null or s.unit_id = $3) and s.act <> 'MINUTES'),
             (select md5(u.answers::text) from inspection_unit u where u.inspection_id = $2 and u.unit_id = $3),
             (select sum(d.version) from inspection_drawn d join inspection_sample p on p.id = d.sample_id
               where p.province_id = $1 and p.inspection_id = $2 and p.unit_id = $3)) as mark`,
    [provinceId, id, unitId],
  );
  return row?.mark ?? '';
}

/** A finding as it is stored. */
export interface FindingRow extends FindingStanding {
  id: string;
  inspectionId: string;
  unitId: number;
  itemKey: string | null;
  severity: Severity;
  body: string;
  dueOn: Day;
  version: number;
  state: FindingState;
  by: string | null;
  at: Date;
}

const FINDING = `select f.id::text, f.inspection_id::text as "inspectionId", f.unit_id as "unitId", f.item_key as "itemKey", f.severity, f.body,
    f.due_on::text as "dueOn", f.version, f.state, f.refused, f.remedied_on::text as "remediedOn", account_name(f.account_id) as by, m.at
  from inspection_finding f join moment m on m.id = f.recorded_by`;

/** The findings within sight of some inspections, in their order. */
export function findingsOfInspections(sql: Sql, provinceId: number, ids: readonly string[]): Promise<FindingRow[]> {
  return sql.rows<FindingRow>(
    `${FINDING} where f.province_id = $1 and f.inspection_id = any ($2::bigint[]) order by f.inspection_id, f.id`,
    [provinceId, ids],
  );
}

/** One by its id, within sight. */
export function findingById(sql: Sql, provinceId: number, id: string): Promise<FindingRow | null> {
  return sql.row<FindingRow>(`${FINDING} where f.province_id = $1 and f.id = $2`, [provinceId, id]);
}

/** The same, held until the transaction ends. */
export async function lockFinding(tx: Writer, provinceId: number, id: string): Promise<FindingRow | null> {
  await tx.row('select 1 from inspection_finding where province_id = $1 and id = $2 for update', [provinceId, id]);
  return findingById(tx, provinceId, id);
}

export type NewFinding = Pick<FindingRow, 'inspectionId' | 'unitId' | 'itemKey' | 'severity' | 'body' | 'dueOn'>;

/** Adds a finding; gives its id. */
export async function insertFinding(tx: Writer, provinceId: number, finding: NewFinding): Promise<string> {
  const { inspectionId, unitId, itemKey, severity, body, dueOn } = finding;
  const row = await tx.row<{ id: string }>(
    `insert into inspection_finding (province_id, inspection_id, unit_id, item_key, severity, body, due_on, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id::text`,
    [provinceId, inspectionId, unitId, itemKey, severity, body, dueOn, tx.accountId, tx.moment],
  );
  if (!row) throw new Error('The database gave no finding.');
  return row.id;
}

/** Stores how a finding stands after a step, and until when it is to be remedied; its version grows. */
export async function storeFinding(
  tx: Writer,
  id: string,
  { state, refused, remediedOn, dueOn }: FindingStanding & { dueOn: Day },
): Promise<void> {
  await tx.run(
    `update inspection_finding set state = $2, refused = $3, remedied_on = $4, due_on = $5, version = version + 1 where id = $1`,
    [id, state, refused, remediedOn, dueOn],
  );
}
