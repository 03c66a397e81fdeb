import type { Day } from '@chi-tieu/shared/domain/days';
import type { ReportKind } from '@chi-tieu/shared/domain/report/facts';
import type { ErrorParams } from '../../../app/errors.ts';
import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';

export const RUN_STATES = ['DUE', 'DRAWN', 'THERE', 'FAILED'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** When the reports of a kind are drawn up by themselves, and in whose name. */
export interface ScheduleRow {
  id: number;
  indicatorId: number;
  kind: ReportKind;
  daysAfter: number;
  active: boolean;
  version: number;
  startsOn: Day;
  keeperId: number;
  keeper: string | null;
}

const SCHEDULE = `select s.id, s.indicator_id as "indicatorId", s.kind, s.days_after as "daysAfter", s.active, s.version,
    s.starts_on::text as "startsOn", s.keeper_id as "keeperId", account_name(s.keeper_id) as keeper from report_schedule s`;

/** All schedules, in the order in which they were made. */
export function listSchedules(sql: Sql, provinceId: number): Promise<ScheduleRow[]> {
  return sql.rows<ScheduleRow>(`${SCHEDULE} where s.province_id = $1 order by s.id`, [provinceId]);
}

/** That of a kind and indicator, held until the change is over. */
export function lockSchedule(
  tx: Writer,
  provinceId: number,
  { indicatorId, kind }: Pick<ScheduleRow, 'indicatorId' | 'kind'>,
): Promise<ScheduleRow | null> {
  return tx.row<ScheduleRow>(
    `${SCHEDULE} where s.province_id = $1 and s.indicator_id = $2 and s.kind = $3 for update`,
    [...[provinceId, indicatorId, kind]],
  );
}

/** One by its number, held until the change is over. */
export function lockScheduleById(tx: Writer, provinceId: number, id: number): Promise<ScheduleRow | null> {
  return tx.row<ScheduleRow>(`${SCHEDULE} where s.province_id = $1 and s.id = $2 for update`, [provinceId, id]);
}

/** It is gone, with what was due by it; what was drawn up stays. */
export async function deleteSchedule(tx: Writer, id: number): Promise<void> {
  await tx.run('delete from report_run where schedule_id = $1', [id]);
  await tx.run('delete from report_schedule where id = $1', [id]);
}

/** Keeps it as it is from a day on, in the name of whoever writes. */
export async function storeSchedule(
  tx: Writer,
  provinceId: number,
  { indicatorId, kind, daysAfter, active, startsOn }: Omit<ScheduleRow, 'id' | 'version' | 'keeper' | 'keeperId'>,
): Promise<void> {
  await tx.run(
    `insert into report_schedule (province_id, indicator_id, kind, days_after, active, keeper_id, starts_on, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict on constraint report_schedule_is_one_a_kind do update
       set days_after = $4, active = $5, keeper_id = $6, starts_on = $7, recorded_by = $8, version = report_schedule.version + 1`,
    [provinceId, indicatorId, kind, daysAfter, active, tx.accountId, startsOn, tx.moment],
  );
}

/** What became due, and what came of it. */
export interface RunRow {
  id: string;
  scheduleId: number;
  from: Day;
  to: Day;
  dueAt: Date;
  state: RunState;
  failure: string | null;
  failureParams: ErrorParams;
  reportId: string | null;
  endedAt: Date | null;
}

const RUN = `r.id::text, r.schedule_id as "scheduleId", r.from_day::text as "from", r.to_day::text as "to", r.due_at as "dueAt", r.state,
  r.failure, r.failure_params as "failureParams", r.report_id as "reportId", r.ended_at as "endedAt"`;

const MOST_SHOWN = 6;

/** The latest of each schedule. */
export function latestRuns(sql: Sql, provinceId: number): Promise<RunRow[]> {
  return sql.rows<RunRow>(
    `select ${RUN} from (select *, row_number() over (partition by schedule_id order by to_day desc, from_day) as place from report_run
        where province_id = $1) r where r.place <= ${MOST_SHOWN} order by r.to_day desc, r.id`,
    [provinceId],
  );
}

/** Those that came to nothing and whose report nobody has drawn up since. */
export function failedRuns(
  sql: Sql,
  provinceId: number,
): Promise<(RunRow & { kind: ReportKind; indicatorId: number })[]> {
  return sql.rows(
    `select ${RUN}, s.kind, s.indicator_id as "indicatorId" from report_run r join report_schedule s on s.id = r.schedule_id
      where r.province_id = $1 and r.state = 'FAILED' and not exists (select from report t where t.province_id = $1
        and t.indicator_id = s.indicator_id and t.from_day = r.from_day and t.to_day = r.to_day) order by r.id`,
    [provinceId],
  );
}

/** What failed of a schedule is tried again; gives how many there were. */
export function tryFailedAgain(tx: Writer, scheduleId: number, now: Date): Promise<number> {
  return tx.run(
    `update report_run set state = 'DUE', tries = 0, next_try_at = $2, failure = null, failure_params = '{}', ended_at = null
      where schedule_id = $1 and state = 'FAILED'`,
    [scheduleId, now],
  );
}

/** Notes that a period is due; one that is noted stays. */
export async function noteDue(
  sql: Sql,
  provinceId: number,
  { scheduleId, from, to, dueAt }: Pick<RunRow, 'scheduleId' | 'from' | 'to' | 'dueAt'>,
): Promise<void> {
  await sql.run(
    `insert into report_run (province_id, schedule_id, from_day, to_day, due_at, next_try_at) values ($1, $2, $3, $4, $5, $5)
     on conflict on constraint report_run_is_one_a_period do nothing`,
    [provinceId, scheduleId, from, to, dueAt],
  );
}

/** A run that was claimed: nobody else draws it up until its lease is over. */
export interface ClaimedRun extends Pick<RunRow, 'id' | 'from' | 'to'> {
  tries: number;
  kind: ReportKind;
  indicatorId: number;
  keeperId: number;
}

/** Claims the next that is due, of a schedule that is on. */
export function claimRun(
  sql: Sql,
  provinceId: number,
  { lease, until, now }: { lease: string; until: Date; now: Date },
): Promise<ClaimedRun | null> {
  return sql.row<ClaimedRun>(
    `update report_run r set tries = r.tries + 1, lease = $2, lease_until = $3
       from report_schedule s
      where r.id = (select d.id from report_run d join report_schedule a on a.id = d.schedule_id and a.active
                     where d.province_id = $1 and d.state = 'DUE' and d.next_try_at <= $4
                       and (d.lease_until is null or d.lease_until < $4) order by d.due_at, d.id limit 1 for update of d skip locked)
        and s.id = r.schedule_id
      returning r.id::text, r.from_day::text as "from", r.to_day::text as "to", r.tries, s.kind, s.indicator_id as "indicatorId",
                s.keeper_id as "keeperId"`,
    [provinceId, lease, until, now],
  );
}

/** What came of a try. */
export interface RunOutcome {
  state: RunState;
  reportId: string | null;
  failure: string | null;
  failureParams: ErrorParams;
  /** When it is tried again, where it is. */
  nextTryAt: Date | null;
}

/** Sets what came of it, where the lease is still one's own. */
export async function settleRun(
  sql: Sql,
  { id, lease }: { id: string; lease: string },
  { state, reportId, failure, failureParams, nextTryAt }: RunOutcome,
  now: Date,
): Promise<void> {
  await sql.run(
    `update report_run set state = $3, report_id = $4, failure = $5, failure_params = $6, next_try_at = coalesce($7, next_try_at),
            lease = null, lease_until = null, ended_at = case when $3 = 'DUE' then null else $8::timestamptz end
      where id = $1 and lease = $2`,
    [id, lease, state, reportId, failure, JSON.stringify(failureParams), nextTryAt, now],
  );
}

/** The report of a run's period, where there is one. */
export async function reportOfRun(
  sql: Sql,
  provinceId: number,
  { indicatorId, from, to }: Pick<ClaimedRun, 'indicatorId' | 'from' | 'to'>,
): Promise<string | null> {
  const row = await sql.row<{ id: string }>(
    `select id from report where province_id = $1 and indicator_id = $2 and from_day = $3 and to_day = $4 and replaces_id is null
        and state <> 'GIVEN_UP'`,
    [provinceId, indicatorId, from, to],
  );
  return row?.id ?? null;
}
