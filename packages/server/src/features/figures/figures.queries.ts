import type { Day } from '@chi-tieu/shared/domain/days';
import type { Scope } from '../../app/enums.ts';
import type { Writer } from '../../app/database.ts';
import { LEARNS_NOTHING } from '../../app/moments.ts';
import type { Sql } from '../../app/sql.ts';

/** A figure that was cited, as it was handed out. */
export interface FigureRow {
  reference: string;
  indicatorId: number;
  definitionId: number;
  unitId: number;
  from: Day;
  to: Day;
  scope: Scope;
  knownAt: Date;
  numerator: number;
  denominator: number;
  targetHundredths: number | null;
  sha256: string;
}

/** The same with who cited it, and when. */
export interface CitedFigure extends FigureRow {
  at: Date;
  by: string | null;
}

const FACTS = `f.reference, f.indicator_id as "indicatorId", f.definition_id as "definitionId", f.unit_id as "unitId",
  f.from_day::text as "from", f.to_day::text as "to", f.scope, f.known_at as "knownAt", f.numerator, f.denominator,
  f.target_hundredths as "targetHundredths", f.sha256`;

/** The figure with a reference; null where there is none. */
export function figureByReference(sql: Sql, provinceId: number, reference: string): Promise<CitedFigure | null> {
  return sql.row<CitedFigure>(
    `select ${FACTS}, m.at, account_name(f.account_id) as by from figure f join moment m on m.id = f.recorded_by
      where f.province_id = $1 and f.reference = $2`,
    [provinceId, reference],
  );
}

/** The figures that were bound to a closing, in the order of their references. */
export function figuresOfClosing(sql: Sql, closedId: string): Promise<CitedFigure[]> {
  return sql.rows<CitedFigure>(
    `select ${FACTS}, m.at, account_name(f.account_id) as by
       from closed_figure c join figure f on f.reference = c.reference join moment m on m.id = f.recorded_by
      where c.closed_period_id = $1 order by f.reference`,
    [closedId],
  );
}

/** Keeps figures; gives the references of those that were not there yet. */
export async function insertFigures(tx: Writer, provinceId: number, figures: readonly FigureRow[]): Promise<string[]> {
  const rows = await tx.rows<{ reference: string }>(
    `insert into figure (reference, province_id, indicator_id, definition_id, unit_id, from_day, to_day, scope, known_at, numerator,
                         denominator, target_hundredths, sha256, account_id, recorded_by)
     select x.reference, $1, x."indicatorId", x."definitionId", x."unitId", x."from", x."to", x.scope, x."knownAt", x.numerator,
            x.denominator, x."targetHundredths", x.sha256, $3, $4
       from jsonb_to_recordset($2::jsonb) as x (reference text, "indicatorId" int, "definitionId" int, "unitId" int, "from" date,
            "to" date, scope target_scope, "knownAt" timestamptz, numerator int, denominator int, "targetHundredths" int, sha256 text)
     on conflict (reference) do nothing returning reference`,
    [provinceId, JSON.stringify(figures), tx.accountId, tx.moment],
  );
  return rows.map(({ reference }) => reference);
}

/**
 * The last sealed moment up to an instant (null: now) that anything was learned at: as known at it every figure is what it was then.
 * Citing, closing and computing change no figure, and are passed over, so that the same question asked again is the same figure.
 */
export async function knowingMoment(sql: Sql, at: Date | null): Promise<Date | null> {
  const row = await sql.row<{ at: Date }>(
    `select at from moment where at < 'infinity' and ($1::timestamptz is null or at <= $1)
        and purpose <> all ($2::text[]) order by at desc limit 1`,
    [at, LEARNS_NOTHING],
  );
  return row?.at ?? null;
}

/** Whether the audit trail says a hash of what it is about. */
export async function trailSays(
  sql: Sql,
  act: 'FIGURE_CITED' | 'PERIOD_CLOSED',
  subject: string,
  sha256: string,
): Promise<boolean> {
  const row = await sql.row<{ said: boolean }>('select trail_says($1, $2, $3) as said', [act, subject, sha256]);
  return row?.said ?? false;
}
