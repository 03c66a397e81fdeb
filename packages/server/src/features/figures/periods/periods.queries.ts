import type { Day } from '@chi-tieu/shared/domain/days';
import type { Counts } from '@chi-tieu/shared/domain/rate';
import type { Page } from '../../../app/connection.ts';
import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';
import type { Cause } from '../../rates/causes.types.ts';
import type { DefinitionId } from '../../rates/indicators.queries.ts';

/** A period that was closed; one that was reopened says when, by whom and why. */
export interface ClosedPeriodRow {
  id: string;
  indicatorId: number;
  from: Day;
  to: Day;
  knownAt: Date;
  sha256: string;
  closedAt: Date;
  closedBy: string | null;
  reopenedAt: Date | null;
  reopenedBy: string | null;
  reason: string | null;
  figures: number;
}

/** Which closings: null is whichever. */
export interface ClosingFilter {
  id?: string;
  indicatorId?: number | null;
  from?: Day | null;
  to?: Day | null;
  /** Only one that stood at this instant; null: that stands now. Left out: all of them. */
  stoodAt?: Date | null;
}

const FITS = `p.province_id = $1 and ($2::int is null or p.indicator_id = $2) and ($3::date is null or p.from_day = $3)
        and ($4::date is null or p.to_day = $4) and ($5::uuid is null or p.id = $5) and (not $7::boolean
         or ($6::timestamptz is null and p.reopened_by is null)
         or ($6::timestamptz is not null and c.at <= $6 and (o.at is null or o.at > $6)))`;
const CLOSINGS = 'closed_period p join moment c on c.id = p.closed_by left join moment o on o.id = p.reopened_by';

function given(provinceId: number, filter: ClosingFilter): unknown[] {
  const { indicatorId = null, from = null, to = null, id = null, stoodAt } = filter;
  return [provinceId, indicatorId, from, to, id, stoodAt ?? null, stoodAt !== undefined];
}

/** Closings that fit, the latest first, from after the one that the page names by its id; one more than the page holds. */
export function listClosings(
  sql: Sql,
  provinceId: number,
  filter: ClosingFilter,
  page: Page<string>,
): Promise<ClosedPeriodRow[]> {
  return sql.rows<ClosedPeriodRow>(
    `select p.id, p.indicator_id as "indicatorId", p.from_day::text as "from", p.to_day::text as "to", p.known_at as "knownAt", p.sha256,
            c.at as "closedAt", account_name(p.closed_account_id) as "closedBy", o.at as "reopenedAt",
            account_name(p.reopened_account_id) as "reopenedBy", p.reason,
            (select count(*)::int from closed_figure x where x.closed_period_id = p.id) as figures
       from ${CLOSINGS}
       left join (select x.id, m.at from closed_period x join moment m on m.id = x.closed_by where x.id = $8) a on true
      where ${FITS} and ($8::uuid is null or c.at < a.at or (c.at = a.at and p.id > a.id))
      order by c.at desc, p.id limit $9`,
    [...given(provinceId, filter), page.after, page.first + 1],
  );
}

/** How many closings fit. */
export async function countClosings(sql: Sql, provinceId: number, filter: ClosingFilter): Promise<number> {
  const row = await sql.row<{ count: number }>(
    `select count(*)::int as count from ${CLOSINGS} where ${FITS}`,
    given(provinceId, filter),
  );
  return row?.count ?? 0;
}

/** The closing that fits, the latest of them; null: none. */
export async function findClosing(
  sql: Sql,
  provinceId: number,
  filter: ClosingFilter,
): Promise<ClosedPeriodRow | null> {
  const [found] = await listClosings(sql, provinceId, filter, { first: 1, after: null });
  return found ?? null;
}

/** A period that stands closed now. */
export type StandingPeriodRow = Pick<
  ClosedPeriodRow,
  'id' | 'indicatorId' | 'from' | 'to' | 'knownAt' | 'sha256' | 'closedAt'
>;

/**
 * All periods that stand closed now, the one that ended last first, of those that end alike the longer one first. As many as there are
 * indicators and periods, each once.
 */
export function standingPeriods(sql: Sql, provinceId: number): Promise<StandingPeriodRow[]> {
  return sql.rows<StandingPeriodRow>(
    `select p.id, p.indicator_id as "indicatorId", p.from_day::text as "from", p.to_day::text as "to", p.known_at as "knownAt",
            p.sha256, c.at as "closedAt"
       from closed_period p join moment c on c.id = p.closed_by
      where p.province_id = $1 and p.reopened_by is null order by p.to_day desc, p.from_day, p.indicator_id`,
    [provinceId],
  );
}

/** A closing with what its hash is over. */
export interface Closing {
  id: string;
  sha256: string;
  figures: { reference: string; sha256: string }[];
}

/** The closings that a figure is bound to. */
export function closingsOf(sql: Sql, provinceId: number, reference: string): Promise<Closing[]> {
  return sql.rows<Closing>(
    `select p.id, p.sha256, (select jsonb_agg(jsonb_build_object('reference', f.reference, 'sha256', f.sha256))
              from closed_figure x join figure f on f.reference = x.reference where x.closed_period_id = p.id) as figures
       from closed_figure c join closed_period p on p.id = c.closed_period_id
      where p.province_id = $1 and c.reference = $2`,
    [provinceId, reference],
  );
}

/** Closes a period with the figures that it is published with. */
export async function insertClosing(
  tx: Writer,
  provinceId: number,
  closing: Pick<ClosedPeriodRow, 'id' | 'indicatorId' | 'from' | 'to' | 'knownAt' | 'sha256'>,
): Promise<void> {
  const { id, indicatorId, from, to, knownAt, sha256 } = closing;
  await tx.run(
    `insert into closed_period (id, province_id, indicator_id, from_day, to_day, known_at, sha256, closed_account_id, closed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, provinceId, indicatorId, from, to, knownAt, sha256, tx.accountId, tx.moment],
  );
}

export async function bindFigures(tx: Writer, closedId: string, references: readonly string[]): Promise<void> {
  await tx.run('insert into closed_figure (closed_period_id, reference) select $1, unnest($2::text[])', [
    closedId,
    references,
  ]);
}

/** Holds a closing until the change is over, so that nobody opens it again before; false where somebody has. */
export async function holdStanding(tx: Writer, provinceId: number, id: string): Promise<boolean> {
  const row = await tx.row(
    'select id from closed_period where province_id = $1 and id = $2 and reopened_by is null for share',
    [provinceId, id],
  );
  return row !== null;
}

/** Reopens it; false where it was reopened already. */
export async function reopenClosing(tx: Writer, provinceId: number, id: string, reason: string): Promise<boolean> {
  const changed = await tx.run(
    `update closed_period set reopened_by = $3, reopened_account_id = $4, reason = $5
      where province_id = $1 and id = $2 and reopened_by is null`,
    [provinceId, id, tx.moment, tx.accountId, reason],
  );
  return changed > 0;
}

/** What one moment booked into a period, for one cause. */
export interface CorrectionRow extends Counts {
  at: Date;
  cause: Cause;
  /** How many receiving units it changed. */
  units: number;
  by: string | null;
}

/** What was booked into a period after one instant and until another, the latest first. */
export function correctionsWithin(
  sql: Sql,
  provinceId: number,
  {
    definitionId,
    from,
    to,
    since,
    until,
  }: { definitionId: DefinitionId; from: Day; to: Day; since: Date; until: Date },
  first: number,
): Promise<CorrectionRow[]> {
  return sql.rows<CorrectionRow>(
    `select m.at, l.cause, sum(l.numerator)::int as numerator, sum(l.denominator)::int as denominator,
            count(distinct l.unit_id)::int as units, account_name(m.account_id) as by
       from ledger l join moment m on m.id = l.moment_id and m.at > $5 and m.at <= $6
      where l.province_id = $1 and l.definition_id = $2 and l.day between $3 and $4
      group by m.id, m.at, m.account_id, l.cause order by m.at desc, l.cause limit $7`,
    [provinceId, definitionId, from, to, since, until, first],
  );
}

/** Whose account made a moment; null for the system itself, and where there was none at that instant. */
export async function accountOfMoment(sql: Sql, at: Date): Promise<string | null> {
  const row = await sql.row<{ by: string | null }>(
    'select account_name(account_id) as by from moment where at = $1 order by id desc limit 1',
    [at],
  );
  return row?.by ?? null;
}
