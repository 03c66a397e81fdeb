import type { Day } from '@chi-tieu/shared/domain/days';
import type { Block } from '@chi-tieu/shared/domain/paper/blocks';
import type { FigureDifference } from '@chi-tieu/shared/domain/report/differences';
import type { ReportFacts, ReportKind } from '@chi-tieu/shared/domain/report/facts';
import type { ReportState } from '@chi-tieu/shared/domain/report/report-state';
import type { ReportTemplate } from '@chi-tieu/shared/domain/report/template';
import type { Writer } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';

/** What steps of a report can be. */
export const REPORT_ACTS = ['DRAWN', 'REDRAWN', 'WORDED', 'SUBMITTED', 'APPROVED', 'RETURNED', 'PUBLISHED'] as const;
export type ReportActName = (typeof REPORT_ACTS)[number];

/** A report as a list shows it. */
export interface ReportHeadRow {
  id: string;
  version: number;
  kind: ReportKind;
  indicatorId: number;
  from: Day;
  to: Day;
  state: ReportState;
  knownAt: Date;
  drawnOn: Day;
  reference: string;
  number: string | null;
  dated: Day | null;
  closingId: string | null;
  sha256: string | null;
  by: string | null;
}

/** The same with everything that it is made of. */
export interface ReportRow extends ReportHeadRow {
  facts: ReportFacts;
  template: ReportTemplate;
  templateVersion: number;
  written: Record<string, string>;
  redrawn: FigureDifference[];
  /** Once it is published. */
  content: Block[] | null;
}

const HEAD = `r.id, r.version, r.kind, r.indicator_id as "indicatorId", r.from_day::text as "from", r.to_day::text as "to", r.state,
  r.known_at as "knownAt", r.drawn_on::text as "drawnOn", r.reference, r.number, r.dated::text as dated,
  r.closed_period_id as "closingId", r.sha256, account_name(r.account_id) as by`;
const WHOLE = `${HEAD}, r.facts, r.template, r.template_version as "templateVersion", r.written, r.redrawn, r.content`;

const MOST_LISTED = 200;

/** Reports within sight, those of the latest period first, the longer one before. */
export function listReports(
  sql: Sql,
  provinceId: number,
  {
    indicatorId = null,
    year = null,
    isOpen = false,
  }: { indicatorId?: number | null; year?: number | null; /** Those alone that are not published. */ isOpen?: boolean },
): Promise<ReportHeadRow[]> {
  return sql.rows<ReportHeadRow>(
    `select ${HEAD} from report r where r.province_id = $1 and ($2::int is null or r.indicator_id = $2)
        and ($3::int is null or extract(year from r.to_day) = $3) and (not $4 or r.state <> 'PUBLISHED')
      order by r.to_day desc, r.from_day, r.indicator_id limit ${MOST_LISTED}`,
    [provinceId, indicatorId, year, isOpen],
  );
}

/** One within sight; null where there is none. */
export function reportWithId(sql: Sql, provinceId: number, id: string): Promise<ReportRow | null> {
  return sql.row<ReportRow>(`select ${WHOLE} from report r where r.province_id = $1 and r.id = $2`, [provinceId, id]);
}

/** That of exactly these days, within sight. */
export function reportOfDays(
  sql: Sql,
  provinceId: number,
  indicatorId: number,
  { from, to }: { from: Day; to: Day },
): Promise<ReportRow | null> {
  return sql.row<ReportRow>(
    `select ${WHOLE} from report r
      where r.province_id = $1 and r.indicator_id = $2 and r.from_day = $3 and r.to_day = $4`,
    [provinceId, indicatorId, from, to],
  );
}

/** The version of a report, held until the change is over. */
export function lockReport(
  tx: Writer,
  provinceId: number,
  id: string,
): Promise<{ version: number; state: ReportState } | null> {
  return tx.row(`select version, state from report where province_id = $1 and id = $2 for update`, [provinceId, id]);
}

export type DrawnReport = Pick<
  ReportRow,
  'facts' | 'template' | 'templateVersion' | 'knownAt' | 'drawnOn' | 'closingId' | 'reference'
>;

export async function insertReport(
  tx: Writer,
  provinceId: number,
  head: Pick<ReportRow, 'id' | 'kind' | 'indicatorId' | 'from' | 'to'>,
  drawn: DrawnReport,
): Promise<void> {
  await tx.run(
    `insert into report (id, province_id, indicator_id, kind, from_day, to_day, known_at, drawn_on, closed_period_id, facts, template,
                         template_version, reference, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[head.id, provinceId, head.indicatorId, head.kind, head.from, head.to],
      ...[drawn.knownAt, drawn.drawnOn, drawn.closingId, JSON.stringify(drawn.facts), JSON.stringify(drawn.template)],
      ...[drawn.templateVersion, drawn.reference, tx.accountId, tx.moment],
    ],
  );
}

/** It is drawn up anew: other figures, and what they changed. */
export async function redrawReport(
  tx: Writer,
  id: string,
  drawn: DrawnReport,
  redrawn: readonly FigureDifference[],
): Promise<void> {
  await tx.run(
    `update report set known_at = $2, drawn_on = $3, closed_period_id = $4, facts = $5, template = $6, template_version = $7,
                       reference = $8, redrawn = $9, version = version + 1 where id = $1`,
    [
      ...[id, drawn.knownAt, drawn.drawnOn, drawn.closingId, JSON.stringify(drawn.facts)],
      ...[JSON.stringify(drawn.template), drawn.templateVersion, drawn.reference, JSON.stringify(redrawn)],
    ],
  );
}

/** Its overwritten sentences are these from now on. */
export async function storeWritten(tx: Writer, id: string, written: Readonly<Record<string, string>>): Promise<void> {
  await tx.run('update report set written = $2, version = version + 1 where id = $1', [id, JSON.stringify(written)]);
}

export async function storeState(tx: Writer, id: string, state: Exclude<ReportState, 'PUBLISHED'>): Promise<void> {
  await tx.run('update report set state = $2, version = version + 1 where id = $1', [id, state]);
}

export type PublishedParts = Pick<ReportRow, 'number' | 'dated' | 'content' | 'sha256' | 'closingId' | 'reference'>;

/** It is published: as it stands on paper, under its number. */
export async function publishReport(tx: Writer, id: string, parts: PublishedParts): Promise<void> {
  await tx.run(
    `update report set state = 'PUBLISHED', number = $2, dated = $3, content = $4, sha256 = $5, closed_period_id = $6, reference = $7,
                       version = version + 1 where id = $1`,
    [id, parts.number, parts.dated, JSON.stringify(parts.content), parts.sha256, parts.closingId, parts.reference],
  );
}

/** What was done, as those who may read it see it. */
export interface ReportStepRow {
  id: string;
  act: ReportActName;
  reason: string | null;
  by: string | null;
  at: Date;
}

export async function insertReportStep(
  tx: Writer,
  provinceId: number,
  { reportId, act, reason }: { reportId: string; act: ReportActName; reason: string | null },
): Promise<void> {
  await tx.run(
    `insert into report_step (province_id, report_id, act, reason, account_id, recorded_by) values ($1, $2, $3, $4, $5, $6)`,
    [provinceId, reportId, act, reason, tx.accountId, tx.moment],
  );
}

/** The steps of a report, oldest first. */
export function stepsOfReport(sql: Sql, provinceId: number, reportId: string): Promise<ReportStepRow[]> {
  return sql.rows<ReportStepRow>(
    `select s.id::text, s.act, s.reason, account_name(s.account_id) as by, m.at
       from report_step s join moment m on m.id = s.recorded_by
      where s.province_id = $1 and s.report_id = $2 order by s.id`,
    [provinceId, reportId],
  );
}

const AUTHORING: readonly ReportActName[] = ['DRAWN', 'REDRAWN', 'WORDED', 'SUBMITTED'];

/** Who drew it up or wrote it since it was begun, whom they stood in for, and who stood in for them. */
export async function authorsOfReport(sql: Sql, provinceId: number, reportId: string): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    `with author as (
       select array_agg(distinct s.account_id) filter (where s.account_id is not null) as ids, min(m.at) as since
         from report_step s join moment m on m.id = s.recorded_by
        where s.province_id = $1 and s.report_id = $2 and s.act = any ($3)
     ), hand as (
       select array(select unnest(ids) union select in_hands_of(ids, since)) as ids, since from author)
     select unnest(ids) as id from hand union select standing_in(ids, since) from hand`,
    [provinceId, reportId, AUTHORING],
  );
  return rows.map(({ id }) => id);
}
