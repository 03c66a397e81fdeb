import type { Day } from '@chi-tieu/shared/domain/days';
import type { PlanState, Scope } from '../../app/enums.ts';
import type { Writer } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';
import type { PlanChoices } from './inputs.queries.ts';

export interface PlanRow extends PlanChoices {
  id: string;
  issuerId: number;
  indicatorId: number;
  year: number;
  state: PlanState;
  version: number;
  decisionId: number | null;
  amendsId: string | null;
  /** From when it is meant to be in force; null where nobody said. */
  effectiveOn: Day | null;
  inForceFrom: Day | null;
  inForceTo: Day | null;
  reason: string | null;
  /** Whether the numbers it rests on were kept when it was submitted. */
  isFrozen: boolean;
  assignBy: Day | null;
  acknowledgeBy: Day | null;
  /** Until when units below are asked, and how often that was changed. */
  consultedUntil: Day | null;
  consultedVersion: number;
}

const COLUMNS = `p.id, p.issuer_id as "issuerId", p.indicator_id as "indicatorId", p.year, p.state, p.version, p.decision_id as "decisionId",
  p.amends_id as "amendsId", p.effective_on::text as "effectiveOn", lower(p.in_force)::text as "inForceFrom", (upper(p.in_force) - 1)::text as "inForceTo", p.reason,
  p.frozen is not null as "isFrozen", p.assign_by::text as "assignBy", p.acknowledge_by::text as "acknowledgeBy",
  p.policy, p.step, p.method, p.required_typed as "requiredTyped", p.effort,
  p.consulted_until::text as "consultedUntil", p.consulted_version as "consultedVersion"`;

export interface PlanFilter {
  year: number | null;
  issuerId: number | null;
  indicatorId: number | null;
}

/** Plans that fit: newest year first, then by issuer, the issued one before what came before and after it. */
export function listPlans(sql: Sql, provinceId: number, filter: PlanFilter): Promise<PlanRow[]> {
  return sql.rows<PlanRow>(
    `select ${COLUMNS} from target_plan p
      where p.province_id = $1 and ($2::int is null or p.year = $2) and ($3::int is null or p.issuer_id = $3)
        and ($4::int is null or p.indicator_id = $4)
      order by p.year desc, p.issuer_id, p.recorded_by`,
    [provinceId, filter.year, filter.issuerId, filter.indicatorId],
  );
}

/** The plans with these ids. */
export function plansById(sql: Sql, provinceId: number, ids: string[]): Promise<PlanRow[]> {
  return sql.rows<PlanRow>(
    `select ${COLUMNS} from target_plan p where p.province_id = $1 and p.id = any ($2::uuid[])`,
    [provinceId, ids],
  );
}

/** The plans that decisions issue, newest year first. */
export function plansByDecision(
  sql: Sql,
  provinceId: number,
  decisionIds: number[],
): Promise<(PlanRow & { decisionId: number })[]> {
  return sql.rows<PlanRow & { decisionId: number }>(
    `select ${COLUMNS} from target_plan p where p.province_id = $1 and p.decision_id = any ($2) order by p.year desc, p.issuer_id, p.recorded_by`,
    [provinceId, decisionIds],
  );
}

/** A plan, locked until the transaction ends: whoever else wants to change it waits, and then sees what became of it. */
export function lockPlan(tx: Writer, provinceId: number, id: string): Promise<PlanRow | null> {
  return tx.row<PlanRow>(`select ${COLUMNS} from target_plan p where p.province_id = $1 and p.id = $2 for update`, [
    provinceId,
    id,
  ]);
}

export interface TargetRow {
  planId: string;
  unitId: number;
  hundredths: number;
  scope: Scope;
  locked: boolean;
}

/** The targets of several plans at once. */
export function targetsOf(sql: Sql, provinceId: number, planIds: string[]): Promise<TargetRow[]> {
  return sql.rows<TargetRow>(
    `select plan_id as "planId", unit_id as "unitId", hundredths, scope, locked from target
      where province_id = $1 and plan_id = any ($2::uuid[])`,
    [provinceId, planIds],
  );
}

export interface PlanEventRow {
  eventId: string;
  planId: string;
  version: number;
  what: string;
  fromState: PlanState | null;
  toState: PlanState | null;
  reason: string | null;
  at: Date;
  by: string | null;
}

/** What happened to several plans, oldest first. */
export function planEvents(sql: Sql, provinceId: number, planIds: string[]): Promise<PlanEventRow[]> {
  return sql.rows<PlanEventRow>(
    `select e.id::text as "eventId", e.plan_id as "planId", e.version, e.what, e.from_state as "fromState", e.to_state as "toState", e.reason, m.at, account_name(e.account_id) as by
       from plan_event e join moment m on m.id = e.recorded_by
      where e.province_id = $1 and e.plan_id = any ($2::uuid[]) order by e.id`,
    [provinceId, planIds],
  );
}

/** Remembers what happened to a plan. */
export async function insertPlanEvent(
  tx: Writer,
  provinceId: number,
  event: {
    planId: string;
    version: number;
    what: string;
    from?: PlanState;
    to?: PlanState;
    reason?: string | null;
    detail?: unknown;
  },
): Promise<void> {
  await tx.run(
    `insert into plan_event (province_id, plan_id, version, what, from_state, to_state, reason, detail, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      provinceId,
      event.planId,
      event.version,
      event.what,
      event.from ?? null,
      event.to ?? null,
      event.reason ?? null,
      JSON.stringify(event.detail ?? {}),
      tx.accountId,
      tx.moment,
    ],
  );
}

/** Events that write numbers: whoever made one is an author. What is said about a plan and what moves it is none. */
const AUTHORING = [
  'CREATED',
  'AMENDMENT_BEGUN',
  'TARGETS_SET',
  'TARGETS_CLEARED',
  'CASCADED',
  'COPIED',
  'INPUTS_SET',
  'SCENARIO_TAKEN',
  'MILESTONES_SET',
  'DAY_SET',
];

/**
 * The accounts that began a plan or changed its targets, and those whose numbers they took (`contributors` of an event); those of which the same person may be behind an author, for who can sign
 * in as somebody else could draft or approve as them (0041-chains-of-hands.sql); and those that any of these stands in for or that
 * stand in for them: by a delegation of any day since the plan was begun, also one that was taken back meanwhile.
 */
export async function authorsOf(sql: Sql, provinceId: number, planId: string): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(AUTHORS.replace('PLAN', '$2'), [provinceId, planId, AUTHORING]);
  return rows.map(({ id }) => id);
}

/** `$1` the province, `$3` AUTHORING. */
const AUTHORS = `with author as (
       select array_agg(distinct w.id) filter (where w.id is not null) as ids, min(m.at) as since
         from plan_event e join moment m on m.id = e.recorded_by
         cross join lateral (select e.account_id as id union all
           select c.id::int from jsonb_array_elements_text(coalesce(e.detail->'contributors', '[]')) as c (id)) w
        where e.province_id = $1 and e.plan_id = PLAN and e.what = any ($3)
     ), hand as (
       select array(select unnest(ids) union select in_hands_of(ids, since)) as ids, since from author)
     select unnest(ids) as id from hand union select standing_in(ids, since) from hand`;

/** Those of some plans that are an account's own work. */
export async function plansOfAuthor(
  sql: Sql,
  provinceId: number,
  planIds: string[],
  accountId: number,
): Promise<ReadonlySet<string>> {
  const rows = await sql.rows<{ id: string }>(
    `select p.id from unnest($2::uuid[]) as p (id)
      where exists (select from (${AUTHORS.replace('PLAN', 'p.id')}) a where a.id = $4)`,
    [provinceId, planIds, AUTHORING, accountId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Plans on their way to being issued, with the day on which something was done about them last. */
export function plansUnderWay(
  sql: Sql,
  provinceId: number,
): Promise<{ id: string; issuerId: number; state: PlanState; since: Day | null }[]> {
  return sql.rows(
    `select p.id, p.issuer_id as "issuerId", p.state,
            (select max(m.at at time zone 'Asia/Ho_Chi_Minh')::date::text from plan_event e join moment m on m.id = e.recorded_by
              where e.plan_id = p.id) as since
       from target_plan p where p.province_id = $1 and p.state in ('DRAFT', 'SUBMITTED', 'APPROVED')`,
    [provinceId],
  );
}
