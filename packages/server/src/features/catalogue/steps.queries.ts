import { prepared, type Sql } from '../../app/sql.ts';

/** What a step of the catalogue was: what its sentence begins with. */
export type StepKind = 'SAVED' | 'IMPORTED' | 'DECIDED' | 'LISTED' | 'BULK' | 'PUBLISHED' | 'RESTORED' | 'UNDONE';

/** What the sentence about a step needs besides its counts. */
export type StepFacts = Readonly<Record<string, string | number | null>>;

/** A step that is recorded: one a moment, counts add up where one transaction records several parts. */
export interface NewStep {
  kind: StepKind;
  facts?: StepFacts;
  /** The procedures that it makes one version older. */
  procedureIds: number[];
  lines: number;
  undoes?: string;
}

/** Records a step, and makes the procedures that it touches one version older. */
export async function recordStep(sql: Sql, provinceId: number, moment: string, step: NewStep): Promise<void> {
  const ids = [...new Set(step.procedureIds)];
  const touched = await sql.run(
    `with fresh as (
       select x as id from unnest($3::int[]) x where not exists (select from procedure_revision r where r.procedure_id = x and r.moment_id = $2)),
     older as (update procedure p set version = p.version + 1 from fresh where p.id = fresh.id returning p.id, p.version)
     insert into procedure_revision (procedure_id, version, province_id, moment_id) select id, version, $1, $2 from older`,
    [provinceId, moment, ids],
  );
  await sql.run(
    `insert into change_set (moment_id, province_id, kind, facts, procedures, lines, undoes) values ($2, $1, $3, $4, $5, $6, $7)
         on conflict (moment_id) do update
        set procedures = change_set.procedures + excluded.procedures, lines = change_set.lines + excluded.lines,
            facts = change_set.facts || excluded.facts`,
    [provinceId, moment, step.kind, JSON.stringify(step.facts ?? {}), touched, step.lines, step.undoes ?? null],
  );
}

/** A step as it is told. `at` is null while its transaction lasts. */
export interface StepRow {
  id: string;
  kind: StepKind;
  facts: StepFacts;
  procedures: number;
  lines: number;
  at: Date;
  accountId: number | null;
  undoneBy: string | null;
  undoes: string | null;
}

/** Whether a text may name a step: its moment's number. */
export function isStepId(text: string): boolean {
  return /^[1-9]\d{0,17}$/.test(text);
}

const STEP = `s.moment_id as id, s.kind, s.facts, s.procedures, s.lines, m.at, m.account_id as "accountId", s.undone_by as "undoneBy", s.undoes`;

/** One step, null where there is none. */
export function stepById(sql: Sql, provinceId: number, id: string): Promise<StepRow | null> {
  return sql.row<StepRow>(
    `select ${STEP} from change_set s join moment m on m.id = s.moment_id where s.province_id = $1 and s.moment_id = $2`,
    [provinceId, id],
  );
}

/** The steps whose lines by these decisions stand, the latest first: what is taken back by taking back those. */
export function stepsOfDecisions(sql: Sql, decisionIds: number[]): Promise<(StepRow & { decisionId: number })[]> {
  return sql.rows<StepRow & { decisionId: number }>(
    `with line as (
       select decision_id, recorded_by from service_list_change where decision_id = any ($1) and withdrawn_by is null
       union select decision_id, recorded_by from procedure_force_change where decision_id = any ($1) and withdrawn_by is null)
     select line.decision_id as "decisionId", ${STEP} from line join change_set s on s.moment_id = line.recorded_by join moment m on m.id = s.moment_id
      order by s.moment_id desc`,
    [decisionIds],
  );
}

/** The latest steps first; one more than asked for. */
export function latestSteps(sql: Sql, provinceId: number, before: string | null, most: number): Promise<StepRow[]> {
  return sql.rows<StepRow>(
    `select ${STEP} from change_set s join moment m on m.id = s.moment_id
      where s.province_id = $1 and ($2::bigint is null or s.moment_id < $2) order by s.moment_id desc limit $3`,
    [provinceId, before, most + 1],
  );
}

/** Marks a step as undone by another one, or (null) as standing again. */
export async function markUndone(sql: Sql, id: string, moment: string | null): Promise<void> {
  await sql.run('update change_set set undone_by = $2 where moment_id = $1', [id, moment]);
}

export interface RevisionRow {
  procedureId: number;
  version: number;
  stepId: string;
  kind: StepKind;
  at: Date;
  accountId: number | null;
  undoes: string | null;
  undoneBy: string | null;
}

const REVISIONS = prepared(
  'revisions of procedures',
  `select r.procedure_id as "procedureId", r.version, r.moment_id as "stepId", s.kind, m.at, m.account_id as "accountId", s.undoes,
            s.undone_by as "undoneBy"
       from procedure_revision r join change_set s on s.moment_id = r.moment_id join moment m on m.id = r.moment_id
      where r.procedure_id = any ($1) order by r.procedure_id, r.version`,
);

/** All that was done to procedures, oldest first. */
export function revisionsOf(sql: Sql, procedureIds: number[]): Promise<RevisionRow[]> {
  return sql.rows<RevisionRow>(REVISIONS, [procedureIds]);
}

/** The procedures that a step touched, with the version that it made of each. */
export function proceduresOfStep(
  sql: Sql,
  id: string,
): Promise<{ procedureId: number; code: string; version: number }[]> {
  return sql.rows<{ procedureId: number; code: string; version: number }>(
    `select r.procedure_id as "procedureId", p.code, r.version from procedure_revision r join procedure p on p.id = r.procedure_id
      where r.moment_id = $1 order by p.code`,
    [id],
  );
}

/** Who made steps, by name; of those made by the process itself nobody. */
export function stepAuthors(sql: Sql, ids: string[]): Promise<{ id: string; name: string }[]> {
  return sql.rows<{ id: string; name: string }>('select step_id as id, name from step_authors($1::bigint[])', [ids]);
}
