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
  /** Every unit that it was raised to. */
  raisedTo: number[];
  version: number;
  changedBy: string;
  madeAt: Date;
  changedAt: Date;
}

/** What a unit knew of a reminder when a correction opened it again: that is what it sees until it is told anew. */
export type ToldBefore = Pick<
  ReminderRow,
  'state' | 'closedWhy' | 'lastOn' | 'facts' | 'figure' | 'subject' | 'body' | 'deadline' | 'toldOn' | 'raisedToId'
>;

const COLUMNS = `r.id, r.rule_id as "ruleId", r.rule_version as "ruleVersion", r.unit_id as "unitId", r.indicator_id as "indicatorId",
  r.began::text, coalesce(o.was->>'lastOn', r.last_on::text) as "lastOn", r.about, coalesce(o.was->>'state', r.state) as state,
  coalesce(o.was->>'closedWhy', r.closed_why) as "closedWhy", coalesce(o.was->'facts', r.facts) as facts,
  case when o.was is null then r.figure else o.was->>'figure' end as figure, coalesce(o.was->>'subject', r.subject) as subject,
  coalesce(o.was->>'body', r.body) as body, o.was is null and r.is_written as "isWritten",
  coalesce(o.was->>'deadline', r.deadline::text) as deadline, coalesce(o.was->>'toldOn', r.told_on::text) as "toldOn",
  case when o.was is null then r.snoozed_until::text end as "snoozedUntil",
  case when o.was is null then r.raised_to_id else (o.was->>'raisedToId')::int end as "raisedToId", r.raised_to as "raisedTo",
  r.version, r.changed_by as "changedBy", m.at as "madeAt", c.at as "changedAt"`;
/** Who sees what stays inside sees it as it is; whoever else as it was when they were told last. */
const OUTSIDE = `cross join lateral (select case when (select wall_opens('reminders'))
    or r.unit_id = any ((select wall_units('reminders'))::int[]) then null else r.told_before end as was) o`;
const FROM = `reminder r join moment m on m.id = r.recorded_by join moment c on c.id = r.changed_by ${OUTSIDE}`;

/** Which reminders: what is null does not narrow. */
export interface ReminderFilter {
  states: readonly ReminderState[] | null;
  /** Those of these units. */
  units: readonly number[] | null;
  ruleId: number | null;
}

const FITS = `r.province_id = $1 and ($2::text[] is null or coalesce(o.was->>'state', r.state) = any ($2)) and ($3::int[] is null or r.unit_id = any ($3))
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
  const row = await sql.row<{ n: number }>(`select count(*)::int as n from reminder r ${OUTSIDE} where ${FITS}`, [
    ...[provinceId, states, units, ruleId],
  ]);
  return row?.n ?? 0;
}

/** One of them, where it is seen. */
export function reminderById(sql: Sql, provinceId: number, id: string): Promise<ReminderRow | null> {
  return sql.row<ReminderRow>(`select ${COLUMNS} from ${FROM} where r.province_id = $1 and r.id = $2`, [
    provinceId,
    id,
  ]);
}

/** Nobody else changes them until the transaction ends; always in one order, so that nobody waits for one another. */
export async function lockReminders(sql: Sql, provinceId: number, ids: readonly string[]): Promise<void> {
  await sql.rows('select id from reminder where province_id = $1 and id = any ($2::uuid[]) order by id for update', [
    provinceId,
    ids,
  ]);
}

/** The same, read once it is one's own: as whoever was faster left it. */
export async function lockReminder(sql: Sql, provinceId: number, id: string): Promise<ReminderRow | null> {
  await lockReminders(sql, provinceId, [id]);
  return reminderById(sql, provinceId, id);
}

/** A spell with what is kept of its reminder. */
export interface KeptSpell extends Spell {
  /** Nobody was told, and nobody wrote it: it says what is so today. */
  isUntouched: boolean;
  facts: OccasionFacts;
}

/** The spells of a rule by which a look goes: those that last, and of each unit the last one that is over, whatever there was before. */
export function spellsOf(sql: Sql, ruleId: number): Promise<KeptSpell[]> {
  const columns = `r.id, r.unit_id as "unitId", r.began::text, r.last_on::text as "lastOn", r.about, r.closed_why as closed,
            r.state = 'DRAFT' and not r.is_written as "isUntouched", r.facts`;
  return sql.rows<KeptSpell>(
    `select ${columns} from reminder r where r.rule_id = $1 and r.state <> 'CLOSED'
     union all
     (select distinct on (r.unit_id) ${columns} from reminder r
       where r.rule_id = $1 and r.state = 'CLOSED' order by r.unit_id, r.last_on desc, r.began desc)`,
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
    | 'raisedTo'
  >
> & { toldBefore?: ToldBefore | null };

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
  raisedTo: 'raised_to',
  toldBefore: 'told_before',
};
const OBJECTS: ReadonlySet<string> = new Set(['facts', 'toldBefore']);

/** Changes a reminder; without a moment (null) it says of itself no more than that it still lasts. */
export async function changeReminder(
  sql: Sql,
  id: string,
  change: ReminderChange,
  moment: string | null,
): Promise<void> {
  const fields = (Object.keys(change) as (keyof ReminderChange)[]).filter((field) => change[field] !== undefined);
  const values = fields.map((field) => {
    const value = change[field];
    return OBJECTS.has(field) && value !== null ? JSON.stringify(value) : value;
  });
  const sets = fields.map((field, at) => `${COLUMN_OF[field]} = $${at + 2}${OBJECTS.has(field) ? '::jsonb' : ''}`);
  if (moment !== null) sets.push(`version = version + 1, changed_by = $${fields.length + 2}`);
  if (sets.length === 0) return;
  const params = moment === null ? [id, ...values] : [id, ...values, moment];
  await sql.run(`update reminder set ${sets.join(', ')} where id = $1`, params);
}
