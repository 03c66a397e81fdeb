import type { Day } from '@chi-tieu/shared/domain/days';
import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';

export const STEP_KINDS = [
  'DRAFTED',
  'REOPENED',
  'CONTINUED',
  'EDITED',
  'SENT',
  'ACKNOWLEDGED',
  'ANSWERED',
  'SNOOZED',
  'RAISED',
  'CLOSED',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** Something that was done to a reminder. */
export interface StepRow {
  /** The step's number. */
  number: string;
  reminderId: string;
  kind: StepKind;
  note: string | null;
  day: Day | null;
  why: string | null;
  toUnitId: number | null;
  figure: string | null;
  subject: string | null;
  body: string | null;
  at: Date;
  by: string | null;
}

/** The steps of reminders that are seen, oldest first; `id` is the reminder's. */
export function stepsOf(sql: Sql, ids: readonly string[]): Promise<(StepRow & { id: string })[]> {
  return sql.rows<StepRow & { id: string }>(
    `select s.reminder_id as id, s.id as number, s.reminder_id as "reminderId", s.kind, s.note, s.day::text, s.why,
            s.to_unit_id as "toUnitId", s.figure, s.subject, s.body, m.at, account_name(s.account_id) as by
       from reminder_step s join moment m on m.id = s.recorded_by where s.reminder_id = any ($1::uuid[]) order by s.id`,
    [ids],
  );
}

export interface NewStep {
  reminderId: string;
  unitId: number;
  kind: StepKind;
  /** Whether the unit sees it. */
  isOpen: boolean;
  note?: string | null;
  day?: Day | null;
  why?: string | null;
  toUnitId?: number | null;
  figure?: string | null;
  letter?: { subject: string; body: string } | null;
}

/** Adds a step; gives its number. */
export async function insertStep(tx: Writer, provinceId: number, step: NewStep): Promise<string> {
  const { reminderId, unitId, kind, isOpen, note, day, why, toUnitId, figure, letter } = step;
  const row = await tx.row<{ id: string }>(
    `insert into reminder_step (province_id, reminder_id, unit_id, kind, open_to_unit, note, day, why, to_unit_id, figure, subject, body,
       recorded_by, account_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning id`,
    [
      ...[provinceId, reminderId, unitId, kind, isOpen, note ?? null, day ?? null, why ?? null, toUnitId ?? null],
      ...[figure ?? null, letter?.subject ?? null, letter?.body ?? null, tx.moment, tx.accountId],
    ],
  );
  if (!row) throw new Error('The database gave no step.');
  return row.id;
}

/** Says that a unit's receivers have to be told of a step. */
export async function insertNews(tx: Writer, provinceId: number, step: string, unitId: number): Promise<void> {
  await tx.run('insert into reminder_news (step_id, province_id, unit_id) values ($1, $2, $3)', [
    step,
    provinceId,
    unitId,
  ]);
}
