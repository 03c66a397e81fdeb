import type { Checked } from '@chi-tieu/shared/domain/connected/availability';
import type { CheckOutcome, FailureRun } from '@chi-tieu/shared/domain/connected/checks';
import type { Day } from '@chi-tieu/shared/domain/days';
import type { Grain } from '../../../app/enums.ts';
import type { Sql } from '../../../app/sql.ts';
import type { SeenCertificate } from '../systems.queries.ts';

/** A system whose turn it is, for whoever claimed it. */
export interface ClaimedSystem extends FailureRun {
  id: number;
  address: string;
  everyMinutes: number;
  expectedStatus: number;
}

const CLAIMED = `s.id, s.address, s.every_minutes as "everyMinutes", s.expected_status as "expectedStatus", s.failures,
  s.failing_since as "failingSince", s.last_at as "lastAt"`;

/** Claims some systems that are due; nobody else looks at them while the lease lasts. */
export function claimSystems(
  sql: Sql,
  provinceId: number,
  { lease, until, now, most }: { lease: string; until: Date; now: Date; most: number },
): Promise<ClaimedSystem[]> {
  // A lease or a turn that lies too far ahead was said by a clock that was wrong.
  return sql.rows<ClaimedSystem>(
    `update connected_system s set lease = $3, lease_until = $4
      where s.id in (select id from connected_system where province_id = $1 and checked and removed_at is null
                        and (next_check_at is null or next_check_at <= $2 or next_check_at > $2 + every_minutes * interval '1 minute')
                        and (lease is null or lease_until <= $2 or lease_until > $4)
                      order by next_check_at nulls first, id limit $5 for update skip locked)
      returning ${CLAIMED}`,
    [provinceId, now, lease, until, most],
  );
}

/** One that is still claimed by this lease, held until the transaction ends; null where it is somebody else's by now. */
export function lockClaimed(sql: Sql, id: number, lease: string): Promise<ClaimedSystem | null> {
  return sql.row<ClaimedSystem>(
    `select ${CLAIMED} from connected_system s where s.id = $1 and s.lease = $2 and s.checked and s.removed_at is null for update`,
    [id, lease],
  );
}

/** What one check saw. */
export interface SeenCheck {
  at: Date;
  outcome: CheckOutcome;
  status: number | null;
  ms: number;
  planned: boolean;
}

/** So many checks are kept with what they saw. */
const KEPT = 200;

/** Keeps a check, by itself, in its hour and in its day; the oldest go. What the server may not call counts in neither. */
export async function keepCheck(
  sql: Sql,
  provinceId: number,
  id: number,
  check: SeenCheck,
  saysSomething: boolean,
): Promise<void> {
  const { at, outcome, status, ms, planned } = check;
  await sql.run(
    `insert into system_check (province_id, system_id, at, outcome, status, ms, planned) values ($1, $2, $3, $4, $5, $6, $7)`,
    [provinceId, id, at, outcome, status, ms, planned],
  );
  await sql.run(
    `delete from system_check where system_id = $1
        and id < (select min(id) from (select id from system_check where system_id = $1 order by id desc limit $2) kept)`,
    [id, KEPT],
  );
  if (!saysSomething) return;
  const [counts, failed] = [planned ? 0 : 1, !planned && outcome !== 'OK' ? 1 : 0];
  await sql.run(
    `insert into system_check_hour as h (province_id, system_id, hour, checks, failed, planned, total_ms, most_ms)
     values ($1, $2, date_trunc('hour', $3::timestamptz), $4::int, $5, 1 - $4::int, $6::int, $6::int)
     on conflict (system_id, hour) do update set checks = h.checks + excluded.checks, failed = h.failed + excluded.failed,
       planned = h.planned + excluded.planned, total_ms = h.total_ms + excluded.total_ms, most_ms = greatest(h.most_ms, excluded.most_ms)`,
    [provinceId, id, at, counts, failed, ms],
  );
  await sql.run(
    `insert into system_check_day as d (province_id, system_id, day, checks, failed, planned)
     values ($1, $2, ($3::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date, $4::int, $5, 1 - $4::int)
     on conflict (system_id, day) do update set checks = d.checks + excluded.checks, failed = d.failed + excluded.failed,
       planned = d.planned + excluded.planned`,
    [provinceId, id, at, counts, failed],
  );
}

/** How a system stands after a check; the lease is given back. */
export async function settleSystem(
  sql: Sql,
  id: number,
  { run, outcome, nextAt }: { run: FailureRun; outcome: CheckOutcome; nextAt: Date },
  certificate: SeenCertificate | null,
): Promise<void> {
  await sql.run(
    `update connected_system set failures = $2, failing_since = $3, last_at = $4, last_outcome = $5, next_check_at = $6,
            certificate = coalesce($7::jsonb, certificate), lease = null, lease_until = null where id = $1`,
    [
      ...[id, run.failures, run.failingSince, run.lastAt, outcome, nextAt],
      certificate === null ? null : JSON.stringify(certificate),
    ],
  );
}

/** A claimed one is left as it was, for whoever comes next. */
export async function leaveSystem(sql: Sql, id: number, lease: string): Promise<void> {
  await sql.run('update connected_system set lease = null, lease_until = null where id = $1 and lease = $2', [
    id,
    lease,
  ]);
}

export interface CheckRow extends SeenCheck {
  id: string;
  systemId: number;
}

/** The last checks of some systems, so many of each, newest first. */
export function lastChecks(sql: Sql, provinceId: number, ids: readonly number[], most: number): Promise<CheckRow[]> {
  return sql.rows<CheckRow>(
    `select c.id::text, c.system_id as "systemId", c.at, c.outcome, c.status, c.ms, c.planned
       from unnest($2::int[]) x (id)
      cross join lateral (select * from system_check where province_id = $1 and system_id = x.id order by id desc limit $3) c
      order by c.system_id, c.id desc`,
    [provinceId, ids, most],
  );
}

export interface PeriodRow extends Checked {
  systemId: number;
  /** The day, or the first of the month. */
  from: Day;
}

/** What the checks of some systems came to, by day or by month. */
export function checkedIn(
  sql: Sql,
  provinceId: number,
  ids: readonly number[],
  { from, to, grain }: { from: Day; to: Day; grain: Grain },
): Promise<PeriodRow[]> {
  return sql.rows<PeriodRow>(
    grain === 'DAY'
      ? `select system_id as "systemId", day::text as "from", checks, failed from system_check_day
          where province_id = $1 and system_id = any ($2::int[]) and day between $3 and $4`
      : `select system_id as "systemId", date_trunc('month', day)::date::text as "from", sum(checks)::int as checks, sum(failed)::int as failed
           from system_check_day where province_id = $1 and system_id = any ($2::int[]) and day between $3 and $4 group by 1, 2`,
    [provinceId, ids, from, to],
  );
}
