import type { Day } from '@chi-tieu/shared/domain/days';
import type { CheckAnswer, Checklist } from '@chi-tieu/shared/domain/inspection/checklist';
import type { InspectionState } from '@chi-tieu/shared/domain/inspection/states';
import type { Page } from '../../app/connection.ts';
import type { Writer } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';

/** What is planned of an inspection. */
export interface InspectionPlan {
  leadUnitId: number;
  title: string;
  purpose: string;
  decisionNumber: string | null;
  decisionOn: Day | null;
  from: Day;
  to: Day;
  indicatorId: number;
  figuresFrom: Day;
  figuresTo: Day;
  leadAccountId: number;
  memberIds: number[];
  unitIds: number[];
  checklist: Checklist;
}

/** An inspection as it is stored. */
export interface InspectionRow extends InspectionPlan {
  id: string;
  version: number;
  state: InspectionState;
  announcedOn: Day | null;
  concludedOn: Day | null;
  conclusion: string | null;
  by: string | null;
  at: Date;
}

const SELECT = `select i.id::text, i.version, i.state, i.lead_unit_id as "leadUnitId", i.title, i.purpose, i.decision_number as "decisionNumber",
    i.decision_on::text as "decisionOn", i.from_day::text as "from", i.to_day::text as "to", i.indicator_id as "indicatorId",
    i.figures_from::text as "figuresFrom", i.figures_to::text as "figuresTo", i.lead_account_id as "leadAccountId", i.member_ids as "memberIds",
    i.unit_ids as "unitIds", i.checklist, i.announced_on::text as "announcedOn", i.concluded_on::text as "concludedOn", i.conclusion,
    account_name(i.account_id) as by, m.at
  from inspection i join moment m on m.id = i.recorded_by`;

/** Which inspections are looked at; null: whichever. */
export interface InspectionFilter {
  units: readonly number[] | null;
  state: InspectionState | null;
  /** Those alone with findings whose deadline lies before this day. */
  overdueOn: Day | null;
}

/** By units that the caller sees of it: which others are inspected is not told by what is found. */
const FILTERED = `i.province_id = $1 and ($2::int[] is null or exists (select from inspection_unit u where u.inspection_id = i.id and u.unit_id = any ($2))) and ($3::text is null or i.state = $3)
  and ($4::date is null or exists (select from inspection_finding f where f.inspection_id = i.id and f.state = 'OPEN' and f.due_on < $4))`;

/** Inspections within sight, newest first, one more than asked for. */
export function listInspections(
  sql: Sql,
  provinceId: number,
  { units, state, overdueOn }: InspectionFilter,
  page: Page<string>,
): Promise<InspectionRow[]> {
  return sql.rows<InspectionRow>(
    `${SELECT} where ${FILTERED} and ($5::bigint is null or i.id < $5) order by i.id desc limit $6`,
    [provinceId, units, state, overdueOn, page.after, page.first + 1],
  );
}

/** How many of them there are, by state. */
export function countInspections(
  sql: Sql,
  provinceId: number,
  { units, state, overdueOn }: InspectionFilter,
): Promise<{ state: InspectionState; count: number }[]> {
  return sql.rows(`select i.state, count(*)::int as count from inspection i where ${FILTERED} group by 1`, [
    ...[provinceId, units, state, overdueOn],
  ]);
}

export function inspectionsById(sql: Sql, provinceId: number, ids: readonly string[]): Promise<InspectionRow[]> {
  return sql.rows<InspectionRow>(`${SELECT} where i.province_id = $1 and i.id = any ($2::bigint[])`, [provinceId, ids]);
}

/** One by its id, held until the transaction ends. */
export async function lockInspection(tx: Writer, provinceId: number, id: string): Promise<InspectionRow | null> {
  await tx.row('select 1 from inspection where province_id = $1 and id = $2 for update', [provinceId, id]);
  return (await inspectionsById(tx, provinceId, [id]))[0] ?? null;
}

const COLUMNS = `lead_unit_id, title, purpose, decision_number, decision_on, from_day, to_day, indicator_id, figures_from, figures_to,
  lead_account_id, member_ids, unit_ids, checklist`;

function planned(plan: InspectionPlan): unknown[] {
  return [
    ...[plan.leadUnitId, plan.title, plan.purpose, plan.decisionNumber, plan.decisionOn, plan.from, plan.to],
    ...[plan.indicatorId, plan.figuresFrom, plan.figuresTo, plan.leadAccountId, plan.memberIds, plan.unitIds],
    JSON.stringify(plan.checklist),
  ];
}

/** Adds an inspection with its units; gives its id. */
export async function insertInspection(tx: Writer, provinceId: number, plan: InspectionPlan): Promise<string> {
  const row = await tx.row<{ id: string }>(
    `insert into inspection (${COLUMNS}, province_id, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) returning id::text`,
    [...planned(plan), provinceId, tx.accountId, tx.moment],
  );
  if (!row) throw new Error('The database gave no inspection.');
  await setUnits(tx, provinceId, row.id, plan.unitIds);
  return row.id;
}

/** Stores another plan; its version grows. Units that are no longer in it go, nothing was found there yet. */
export async function updatePlan(tx: Writer, provinceId: number, id: string, plan: InspectionPlan): Promise<void> {
  await tx.run(
    `update inspection set (${COLUMNS}, version)
       = ($1, $2, $3, $4, $5::date, $6, $7, $8, $9, $10, $11, $12, $13, $14, version + 1) where id = $15`,
    [...planned(plan), id],
  );
  await setUnits(tx, provinceId, id, plan.unitIds);
}

async function setUnits(tx: Writer, provinceId: number, id: string, unitIds: readonly number[]): Promise<void> {
  await tx.run('delete from inspection_unit where inspection_id = $1 and not unit_id = any ($2::int[])', [id, unitIds]);
  await tx.run(
    `insert into inspection_unit (province_id, inspection_id, unit_id) select $1, $2, u from unnest($3::int[]) as u
     on conflict do nothing`,
    [provinceId, id, unitIds],
  );
}

/** Stores where an inspection stands; its version grows. */
export async function storeState(
  tx: Writer,
  id: string,
  { state, day, conclusion }: { state: InspectionState; day: Day; conclusion: string | null },
): Promise<void> {
  await tx.run(
    `update inspection set state = $2, version = version + 1, conclusion = $4,
            announced_on = case when $2 = 'ANNOUNCED' then $3::date else announced_on end,
            concluded_on = case when $2 = 'CONCLUDED' then $3::date end where id = $1`,
    [id, state, day, conclusion],
  );
}

/** What was answered to an item. */
export interface StoredAnswer {
  answer: CheckAnswer;
  note: string | null;
  accountId: number | null;
  at: string;
  version: number;
}

/** A unit of an inspection, with its answers by item. */
export interface InspectedRow {
  inspectionId: string;
  unitId: number;
  answers: Readonly<Record<string, StoredAnswer>>;
}

/** The units of inspections that are within sight. */
export function unitsOfInspections(sql: Sql, provinceId: number, ids: readonly string[]): Promise<InspectedRow[]> {
  return sql.rows<InspectedRow>(
    `select inspection_id::text as "inspectionId", unit_id as "unitId", answers from inspection_unit
      where province_id = $1 and inspection_id = any ($2::bigint[]) order by inspection_id, unit_id`,
    [provinceId, ids],
  );
}

/** The same of one unit, held until the transaction ends. */
export function lockUnit(tx: Writer, id: string, unitId: number): Promise<InspectedRow | null> {
  return tx.row<InspectedRow>(
    `select inspection_id::text as "inspectionId", unit_id as "unitId", answers from inspection_unit
      where inspection_id = $1 and unit_id = $2 for update`,
    [id, unitId],
  );
}

/** Stores the answer to one item of a unit. */
export async function storeAnswer(
  tx: Writer,
  { inspectionId, unitId }: InspectedRow,
  key: string,
  answer: StoredAnswer,
): Promise<void> {
  await tx.run(
    `update inspection_unit set answers = jsonb_set(answers, array[$3], $4::jsonb) where inspection_id = $1 and unit_id = $2`,
    [inspectionId, unitId, key, JSON.stringify(answer)],
  );
}

/** What accounts are called, whoever may see the accounts themselves. */
export function namesOfAccounts(sql: Sql, ids: readonly number[]): Promise<{ id: number; name: string | null }[]> {
  return sql.rows('select x.id, account_name(x.id) as name from unnest($1::int[]) as x (id)', [ids]);
}
