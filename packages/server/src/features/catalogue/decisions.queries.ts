import type { Day } from '@chi-tieu/shared/domain/days';
import type { Sql } from '../../app/sql.ts';

/** A decision's header as it is now. */
export interface DecisionRow {
  id: number;
  version: number;
  number: string;
  issuedOn: Day;
  effectiveOn: Day;
  issuerId: number;
  signer: string | null;
  title: string | null;
  notes: string | null;
}

/** A header to be recorded. */
export type NewDecision = Omit<DecisionRow, 'id' | 'version'>;

const DECISION = `d.id, d.version, d.number, d.issued_on::text as "issuedOn", d.effective_on::text as "effectiveOn",
  d.issuer_id as "issuerId", d.signer, d.title, d.notes`;

/** The decisions with these ids, or (null) all of the province, oldest first. */
export function decisionsById(sql: Sql, provinceId: number, ids: number[] | null): Promise<DecisionRow[]> {
  return sql.rows<DecisionRow>(
    `select ${DECISION} from decision d where d.province_id = $1 and ($2::int[] is null or d.id = any ($2)) order by d.issued_on, d.id`,
    [provinceId, ids],
  );
}

/** The decision of an issuer, number and day; null when there is none. */
export function findDecision(
  sql: Sql,
  provinceId: number,
  issuerId: number,
  number: string,
  issuedOn: Day,
): Promise<DecisionRow | null> {
  return sql.row<DecisionRow>(
    `select ${DECISION} from decision d where d.province_id = $1 and d.issuer_id = $2 and d.number = $3 and d.issued_on = $4`,
    [provinceId, issuerId, number, issuedOn],
  );
}

/** Records a decision as its first version; gives its id. */
export async function insertDecision(
  sql: Sql,
  provinceId: number,
  moment: string,
  decision: NewDecision,
): Promise<number> {
  const row = await sql.row<{ id: number }>(
    `insert into decision (province_id, issuer_id, number, issued_on, effective_on, signer, title, notes, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [provinceId, ...headerOf(decision), moment],
  );
  return row?.id ?? 0;
}

function headerOf({ issuerId, number, issuedOn, effectiveOn, signer, title, notes }: NewDecision): unknown[] {
  return [issuerId, number, issuedOn, effectiveOn, signer, title, notes];
}

/** Gives a decision its next version; the one before stays known until this moment. */
export async function changeDecision(sql: Sql, moment: string, id: number, decision: NewDecision): Promise<void> {
  await sql.run(`update decision_version set superseded_by = $2 where decision_id = $1 and superseded_by is null`, [
    id,
    moment,
  ]);
  await sql.run(
    `with changed as (
       update decision set issuer_id = $3, number = $4, issued_on = $5, effective_on = $6, signer = $7, title = $8, notes = $9,
              version = version + 1
        where id = $1 returning *)
     insert into decision_version (province_id, decision_id, version, issuer_id, number, issued_on, effective_on, signer, title,
                                   notes, recorded_by)
     select province_id, id, version, issuer_id, number, issued_on, effective_on, signer, title, notes, $2 from changed`,
    [id, moment, ...headerOf(decision)],
  );
}

/** Locks a decision's row until the transaction ends and gives it; null where there is none. */
export function lockDecision(sql: Sql, provinceId: number, id: number): Promise<DecisionRow | null> {
  return sql.row<DecisionRow>(`select ${DECISION} from decision d where d.province_id = $1 and d.id = $2 for update`, [
    provinceId,
    id,
  ]);
}

/** Whether a plan was issued by a decision: its days are the plan's. */
export async function isCitedByPlan(sql: Sql, id: number): Promise<boolean> {
  return (
    (await sql.row('select 1 from target_plan where decision_id = $1 and issued_by is not null limit 1', [id])) !== null
  );
}

/** A file that belongs to a decision. */
export interface DecisionFileRow {
  /** Of the decision. */
  decisionId: number;
  sha256: string;
  name: string;
  mediaType: string;
  bytes: number;
  /** The plan at which it was attached as the decision's scan; null for what its keepers attached. */
  planId: string | null;
}

/** The files of decisions, each decision's in their order. */
export function filesOfDecisions(sql: Sql, ids: number[]): Promise<DecisionFileRow[]> {
  return sql.rows<DecisionFileRow>(
    `select f.decision_id as "decisionId", f.sha256, f.name, s.media_type as "mediaType", s.bytes, f.plan_id as "planId"
       from decision_file f join stored_file s on s.sha256 = f.sha256
      where f.decision_id = any ($1) and f.superseded_by is null order by f.decision_id, f.position`,
    [ids],
  );
}

/**
 * The files of a decision from now on; what was attached before and is no more stays known until this moment. What was attached as
 * the scan of a plan stays that, also where it is not said again.
 */
export async function replaceFiles(
  sql: Sql,
  provinceId: number,
  moment: string,
  decisionId: number,
  files: { sha256: string; name: string; planId?: string | null }[],
): Promise<void> {
  const scans = new Map((await filesOfDecisions(sql, [decisionId])).map(({ sha256, planId }) => [sha256, planId]));
  await sql.run(`update decision_file set superseded_by = $2 where decision_id = $1 and superseded_by is null`, [
    decisionId,
    moment,
  ]);
  await sql.run(
    `insert into decision_file (province_id, decision_id, sha256, name, plan_id, position, recorded_by)
     select $1, $2, x.sha256, x.name, x.plan_id, x.n, $3
       from unnest($4::text[], $5::text[], $6::uuid[]) with ordinality as x (sha256, name, plan_id, n)`,
    [
      provinceId,
      decisionId,
      moment,
      files.map(({ sha256 }) => sha256),
      files.map(({ name }) => name),
      files.map(({ sha256, planId }) => planId ?? scans.get(sha256) ?? null),
    ],
  );
}

/** One version of a decision's header, with its issuer as of its day. */
export type DecisionVersionRow = Omit<DecisionRow, 'id' | 'issuerId'> & { issuerCode: string; issuerName: string };

/** All versions of a decision, oldest first. */
export function decisionVersions(sql: Sql, id: number): Promise<DecisionVersionRow[]> {
  return sql.rows<DecisionVersionRow>(
    `select v.version, v.number, v.issued_on::text as "issuedOn", v.effective_on::text as "effectiveOn", v.signer, v.title, v.notes,
            coalesce(n.code, '') as "issuerCode", coalesce(n.name, '') as "issuerName"
       from decision_version v
       left join unit_version n on n.unit_id = v.issuer_id and n.valid @> v.issued_on and n.superseded_by is null
      where v.decision_id = $1 order by v.version`,
    [id],
  );
}

/** Files of a decision with the versions in which they came and went (null: they are there), in their order. */
export function filesOfVersions(
  sql: Sql,
  id: number,
): Promise<{ sha256: string; name: string; since: number; until: number | null }[]> {
  return sql.rows<{ sha256: string; name: string; since: number; until: number | null }>(
    `select f.sha256, f.name, came.version as since, went.version as until
       from decision_file f
       join decision_version came on came.decision_id = f.decision_id and came.recorded_by = f.recorded_by
       left join decision_version went on went.decision_id = f.decision_id and went.recorded_by = f.superseded_by
      where f.decision_id = $1 order by f.position`,
    [id],
  );
}

/** Who made the versions of a decision, by name, and when; of those made by the process itself nobody. */
export function decisionAuthors(sql: Sql, id: number): Promise<{ version: number; name: string; at: Date }[]> {
  return sql.rows<{ version: number; name: string; at: Date }>('select version, name, at from decision_authors($1)', [
    id,
  ]);
}

/** The day on which a decision took effect before what a moment made of it; null where the moment changed nothing of it. */
export async function formerEffectiveDay(sql: Sql, id: number, moment: string): Promise<Day | null> {
  const row = await sql.row<{ day: Day }>(
    'select effective_on::text as day from decision_version where decision_id = $1 and superseded_by = $2',
    [id, moment],
  );
  return row?.day ?? null;
}

/** A decision whose days a moment moved: what they were before it, and what it made of them. */
export interface MovedDays {
  id: number;
  number: string;
  before: Pick<DecisionRow, 'issuedOn' | 'effectiveOn'>;
  after: Pick<DecisionRow, 'issuedOn' | 'effectiveOn'>;
}

/** The decisions whose days a moment moved. */
export async function movesOfMoment(sql: Sql, provinceId: number, moment: string): Promise<MovedDays[]> {
  const rows = await sql.rows<{ id: number; number: string; days: [Day, Day, Day, Day] }>(
    `select v.decision_id as id, v.number,
            array[b.issued_on::text, b.effective_on::text, v.issued_on::text, v.effective_on::text] as days
       from decision_version v
       join decision_version b on b.decision_id = v.decision_id and b.superseded_by = v.recorded_by
      where v.province_id = $1 and v.recorded_by = $2 and (b.issued_on, b.effective_on) <> (v.issued_on, v.effective_on)
      order by v.decision_id`,
    [provinceId, moment],
  );
  return rows.map(({ id, number, days: [issuedBefore, effectiveBefore, issuedOn, effectiveOn] }) => ({
    id,
    number,
    before: { issuedOn: issuedBefore, effectiveOn: effectiveBefore },
    after: { issuedOn, effectiveOn },
  }));
}
