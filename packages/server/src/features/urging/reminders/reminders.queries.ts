import type { Day } from '@chi-tieu/shared/domain/days';
import type { OccasionFacts } from '@chi-tieu/shared/domain/urging/occasion-facts';
import type { ReminderState } from '@chi-tieu/shared/domain/urging/reminder-state';
import type { ClosedWhy, Spell } from '@chi-tieu/shared/domain/urging/spells';
import type { Page } from '../../../app/connection.ts';
import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';

/** A reminder as it stands. */
export interface ReminderRow {
  id: string;
  ruleId: number;
  ruleVersion: number;
  unitId: number;
  indicatorId: number | null;
  began: Day;
  lastOn: Day;
  about: string | null;
  state: ReminderState;
  closedWhy: ClosedWhy | null;
  facts: OccasionFacts;
  figure: string | null;
  subject: string;
  body: string;
  isWritten: boolean;
  deadline: Day;
  toldOn: Day | null;
  snoozedUntil: Day | null;
  raisedToId: number | null;
  version: number;
  changedBy: string;
  madeAt: Date;
  changedAt: Date;
}

const COLUMNS = `r.id, r.rule_id as "ruleId", r.rule_version as "ruleVersion", r.unit_id as "unitId", r.indicator_id as "indicatorId",
  r.began::text, r.last_on::text as "lastOn", r.about, r.state, r.closed_why as "closedWhy", r.facts, r.figure, r.subject, r.body,
  r.is_written as "isWritten", r.deadline::text, r.told_on::text as "toldOn", r.snoozed_until::text as "snoozedUntil",
  r.raised_to_id as "raisedToId", r.version, r.changed_by as "changedBy", m.at as "madeAt", c.at as "changedAt"`;
const FROM = 'reminder r join moment m on m.id = r.recorded_by join moment c on c.id = r.changed_by';

/** Which reminders: what is null does not narrow. */
export interface ReminderFilter {
  states: readonly ReminderState[] | null;
  /** Those of these units. */
  units: readonly number[] | null;
  ruleId: number | null;
}

const FITS = `r.province_id = $1 and ($2::text[] is null or r.state = any ($2)) and ($3::int[] is null or r.unit_id = any ($3))
  and ($4::int is null or r.rule_id = $4)`;

/** Those that fit and are seen, changed last first; one more than asked for. */
export function listReminders(
  sql: Sql,
  provinceId: number,
  { states, units, ruleId }: ReminderFilter,
  page: Page<string>,
): Promise<ReminderRow[]> {
  const [moment = null, id = null] = page.after?.split(' ') ?? [];
  return sql.rows<ReminderRow>(
    `select ${COLUMNS} from ${FROM} where ${FITS} and ($5::bigint is null or (r.changed_by, r.id) < ($5::bigint, $6::uuid))
      order by r.changed_by desc, r.id desc limit $7`,
    [provinceId, states, units, ruleId, moment, id, page.first + 1],
  );
}

export async function countReminders(sql: Sql, provinceId: number, filter: ReminderFilter): Promise<number> {
  const { states, units, ruleId } = filter;
  const row = await sql.row<{ n: number }>(`select count(*)::int as n from reminder r where ${FITS}`, [
    ...[provinceId, states, units, ruleId],
  ]);
  return row?.n ?? 0;
}

/** One of them, where it is seen; with `lock` nobody else changes it meanwhile. */
export function reminderById(sql: Sql, provinceId: number, id: string, lock = false): Promise<ReminderRow | null> {
  return sql.row<ReminderRow>(
    `select ${COLUMNS} from ${FROM} where r.province_id = $1 and r.id = $2 ${lock ? 'for update of r' : ''}`,
    [provinceId, id],
  );
}

/** All spells of a rule. */
export function spellsOf(sql: Sql, ruleId: number): Promise<Spell[]> {
  return sql.rows<Spell>(
    `select id, unit_id as "unitId", began::text, last_on::text as "lastOn", about, closed_why as closed
       from reminder where rule_id = $1`,
    [ruleId],
  );
}

/** Sent ones of a rule of which nobody said a word and that were not raised. */
export function unansweredOf(sql: Sql, ruleId: number): Promise<ReminderRow[]> {
  return sql.rows<ReminderRow>(
    `select ${COLUMNS} from ${FROM} where r.rule_id = $1 and r.state = 'SENT' and r.raised_to_id is null order by r.id`,
    [ruleId],
  );
}

export type NewReminder = Pick<
  ReminderRow,
  | 'id'
  | 'ruleId'
  | 'ruleVersion'
  | 'unitId'
  | 'indicatorId'
  | 'began'
  | 'lastOn'
  | 'about'
  | 'facts'
  | 'figure'
  | 'subject'
  | 'body'
  | 'deadline'
>;

export async function insertReminder(tx: Writer, provinceId: number, row: NewReminder): Promise<void> {
  await tx.run(
    `insert into reminder (id, province_id, rule_id, rule_version, unit_id, indicator_id, began, last_on, about, state, facts, figure,
       subject, body, deadline, recorded_by, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'DRAFT', $10::jsonb, $11, $12, $13, $14, $15, $15)`,
    [
      ...[row.id, provinceId, row.ruleId, row.ruleVersion, row.unitId, row.indicatorId, row.began, row.lastOn],
      ...[row.about, JSON.stringify(row.facts), row.figure, row.subject, row.body, row.deadline, tx.moment],
    ],
  );
}

/** What of a reminder may change. */
export type ReminderChange = Partial<
  Pick<
    ReminderRow,
    | 'state'
    | 'closedWhy'
    | 'ruleVersion'
    | 'lastOn'
    | 'about'
    | 'facts'
    | 'figure'
    | 'subject'
    | 'body'
    | 'isWritten'
    | 'deadline'
    | 'toldOn'
    | 'snoozedUntil'
    | 'raisedToId'
  >
>;

const COLUMN_OF: Readonly<Record<keyof ReminderChange, string>> = {
  state: 'state',
  closedWhy: 'closed_why',
  ruleVersion: 'rule_version',
  lastOn: 'last_on',
  about: 'about',
  facts: 'facts',
  figure: 'figure',
  subject: 'subject',
  body: 'body',
  isWritten: 'is_written',
  deadline: 'deadline',
  toldOn: 'told_on',
  snoozedUntil: 'snoozed_until',
  raisedToId: 'raised_to_id',
};

/** Changes a reminder; without a moment (null) it says of itself no more than that it still lasts. */
export async function changeReminder(
  sql: Sql,
  id: string,
  change: ReminderChange,
  moment: string | null,
): Promise<void> {
  const fields = (Object.keys(change) as (keyof ReminderChange)[]).filter((field) => change[field] !== undefined);
  const values = fields.map((field) => (field === 'facts' ? JSON.stringify(change.facts) : change[field]));
  const sets = fields.map((field, at) => `${COLUMN_OF[field]} = $${at + 2}${field === 'facts' ? '::jsonb' : ''}`);
  if (moment !== null) sets.push(`version = version + 1, changed_by = $${fields.length + 2}`);
  if (sets.length === 0) return;
  const params = moment === null ? [id, ...values] : [id, ...values, moment];
  await sql.run(`update reminder set ${sets.join(', ')} where id = $1`, params);
}
