import type { Day } from '@chi-tieu/shared/domain/days';
import type { Block } from '@chi-tieu/shared/domain/paper/blocks';
import type { ComposedReport } from '@chi-tieu/shared/domain/report/compose';
import type { FigureDifference, ReportFacts, ReportKind } from '@chi-tieu/shared/domain/report/facts';
import type { ReportState } from '@chi-tieu/shared/domain/report/report-state';
import type { ReportTemplate } from '@chi-tieu/shared/domain/report/template';
import type { Page } from '../../app/connection.ts';
import type { Writer } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';

/** What steps of a report can be. */
export const REPORT_ACTS = [
  'DRAWN',
  'REDRAWN',
  'WORDED',
  'SUBMITTED',
  'APPROVED',
  'RETURNED',
  'PUBLISHED',
  'REPLACED',
  'GIVEN_UP',
  'WITHDRAWN',
] as const;
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
  /** The published report that it replaces, and why. */
  replacesId: string | null;
  replacesWhy: string | null;
  /** Its figures are those of when it was drawn up, though its period was closed: with this closing. */
  takesNewFigures: boolean;
  reopensId: string | null;
  /** The one that replaces it, as far as it is seen: of drafts only who works on reports knows. */
  replacedById: string | null;
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
  /** Its parts as they were composed then; null of one that is not published, or not kept yet. */
  composed: FrozenParts | null;
}

/** What a page shows of a report beside the paper: kept as it was when the report was published. */
export type FrozenParts = Pick<ComposedReport, 'sections' | 'changes' | 'title'>;

const HEAD = `r.id, r.version, r.kind, r.indicator_id as "indicatorId", r.from_day::text as "from", r.to_day::text as "to", r.state,
  r.known_at as "knownAt", r.drawn_on::text as "drawnOn", r.reference, r.number, r.dated::text as dated,
  r.closed_period_id as "closingId", r.sha256, account_name(r.account_id) as by,
  r.replaces_id as "replacesId", r.replaces_why as "replacesWhy", r.takes_new_figures as "takesNewFigures", r.reopens_id as "reopensId",
  (select n.id from report n where n.replaces_id = r.id and n.state <> 'GIVEN_UP') as "replacedById"`;
const WHOLE = `${HEAD}, r.facts, r.template, r.template_version as "templateVersion", r.written, r.redrawn, r.content, r.composed`;

/** Reports that somebody works on, those of the latest period first. */
export function openReports(sql: Sql, provinceId: number): Promise<ReportHeadRow[]> {
  return sql.rows<ReportHeadRow>(
    `select ${HEAD} from report r where r.province_id = $1 and r.state not in ('PUBLISHED', 'GIVEN_UP') order by r.to_day desc, r.from_day, r.id`,
    [provinceId],
  );
}

/** Which reports: null is whichever. */
export interface ReportFilter {
  indicatorId: number | null;
  year: number | null;
}

const FITS = `r.province_id = $1 and r.state <> 'GIVEN_UP' and ($2::int is null or r.indicator_id = $2) and ($3::int is null or extract(year from r.to_day) = $3)`;

/**
 * Reports within sight but those that were given up, those of the latest period first, the longer one before, what replaces another before that; from after the one that the page
 * names by its id; one more than the page holds.
 */
export function listReports(
  sql: Sql,
  provinceId: number,
  { indicatorId, year }: ReportFilter,
  page: Page<string>,
): Promise<ReportHeadRow[]> {
  const order = (of: string): string =>
    `(-(${of}.to_day - date '2000-01-01'), ${of}.from_day, ${of}.indicator_id, -${of}.recorded_by, ${of}.id)`;
  return sql.rows<ReportHeadRow>(
    `select ${HEAD} from report r left join report a on a.id = $4 and a.province_id = $1
      where ${FITS} and ($4::uuid is null or ${order('r')} > ${order('a')})
      order by ${order('r')} limit $5`,
    [provinceId, indicatorId, year, page.after, page.first + 1],
  );
}

/** How many there are. */
export async function countReports(sql: Sql, provinceId: number, { indicatorId, year }: ReportFilter): Promise<number> {
  const row = await sql.row<{ count: number }>(`select count(*)::int as count from report r where ${FITS}`, [
    ...[provinceId, indicatorId, year],
  ]);
  return row?.count ?? 0;
}

/** One within sight; null where there is none. */
export function reportWithId(sql: Sql, provinceId: number, id: string): Promise<ReportRow | null> {
  return sql.row<ReportRow>(`select ${WHOLE} from report r where r.province_id = $1 and r.id = $2`, [provinceId, id]);
}

/** One of exactly these days that was not given up, within sight. */
export async function hasReportOfDays(
  sql: Sql,
  provinceId: number,
  indicatorId: number,
  { from, to }: { from: Day; to: Day },
): Promise<boolean> {
  const row = await sql.row(
    `select id from report where province_id = $1 and indicator_id = $2 and from_day = $3 and to_day = $4 and state <> 'GIVEN_UP' limit 1`,
    [provinceId, indicatorId, from, to],
  );
  return row !== null;
}

/** What exactly these days were reported with last: the published one that no published one replaces. */
export function publishedOfDays(
  sql: Sql,
  provinceId: number,
  indicatorId: number,
  { from, to }: { from: Day; to: Day },
): Promise<ReportRow | null> {
  return sql.row<ReportRow>(
    `select ${WHOLE} from report r
      where r.province_id = $1 and r.indicator_id = $2 and r.from_day = $3 and r.to_day = $4 and r.state = 'PUBLISHED'
        and not exists (select from report n where n.replaces_id = r.id and n.state = 'PUBLISHED')`,
    [provinceId, indicatorId, from, to],
  );
}

/** Whether another one that is published stands in its place. */
export async function isReplaced(sql: Sql, provinceId: number, id: string): Promise<boolean> {
  const row = await sql.row(
    `select n.id from report n where n.province_id = $1 and n.replaces_id = $2 and n.state = 'PUBLISHED'`,
    [provinceId, id],
  );
  return row !== null;
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
  'facts' | 'template' | 'templateVersion' | 'knownAt' | 'drawnOn' | 'closingId' | 'reopensId' | 'reference'
>;

export async function insertReport(
  tx: Writer,
  provinceId: number,
  head: Pick<ReportRow, 'id' | 'kind' | 'indicatorId' | 'from' | 'to' | 'written'> &
    Pick<ReportRow, 'replacesId' | 'replacesWhy' | 'takesNewFigures'>,
  drawn: DrawnReport,
): Promise<void> {
  await tx.run(
    `insert into report (id, province_id, indicator_id, kind, from_day, to_day, known_at, drawn_on, closed_period_id, facts, template,
                         template_version, reference, account_id, recorded_by, replaces_id, replaces_why, takes_new_figures, reopens_id, written)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
    [
      ...[head.id, provinceId, head.indicatorId, head.kind, head.from, head.to],
      ...[drawn.knownAt, drawn.drawnOn, drawn.closingId, JSON.stringify(drawn.facts), JSON.stringify(drawn.template)],
      ...[drawn.templateVersion, drawn.reference, tx.accountId, tx.moment],
      ...[head.replacesId, head.replacesWhy, head.takesNewFigures, drawn.reopensId, JSON.stringify(head.written)],
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
                       reference = $8, redrawn = $9, reopens_id = $10, version = version + 1 where id = $1`,
    [
      ...[id, drawn.knownAt, drawn.drawnOn, drawn.closingId, JSON.stringify(drawn.facts)],
      ...[JSON.stringify(drawn.template), drawn.templateVersion, drawn.reference, JSON.stringify(redrawn)],
      drawn.reopensId,
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

export type PublishedParts = Pick<
  ReportRow,
  'number' | 'dated' | 'content' | 'composed' | 'sha256' | 'closingId' | 'reference'
>;

/** It is published: as it stands on paper, under its number. */
export async function publishReport(tx: Writer, id: string, parts: PublishedParts): Promise<void> {
  await tx.run(
    `update report set state = 'PUBLISHED', number = $2, dated = $3, content = $4, sha256 = $5, closed_period_id = $6, reference = $7, composed = $8,
                       version = version + 1 where id = $1`,
    [
      ...[id, parts.number, parts.dated, JSON.stringify(parts.content), parts.sha256, parts.closingId, parts.reference],
      JSON.stringify(parts.composed),
    ],
  );
}

/** Whether another published report of a year bears a number, however it is typed. Whoever publishes with a number waits until this change is over. */
export async function isNumberUsed(
  tx: Writer,
  provinceId: number,
  { id, number, dated }: { id: string; number: string; dated: Day },
): Promise<boolean> {
  await tx.run('select pg_advisory_xact_lock(155, $1)', [provinceId]);
  const row = await tx.row(
    `select id from report where province_id = $1 and id <> $2 and state = 'PUBLISHED' and lower(number) = lower($3)
        and extract(year from dated) = extract(year from $4::date) limit 1`,
    [provinceId, id, number, dated],
  );
  return row !== null;
}

/** A published one of before its parts were kept; null where there is none. */
export function publishedUnkept(sql: Sql, provinceId: number): Promise<ReportRow | null> {
  return sql.row<ReportRow>(
    `select ${WHOLE} from report r where r.province_id = $1 and r.state = 'PUBLISHED' and r.composed is null order by r.id limit 1`,
    [provinceId],
  );
}

/** Keeps the parts of one that was published before they were kept, with a mark; whoever comes first. */
export async function keepLate(sql: Sql, id: string, parts: FrozenParts): Promise<void> {
  await sql.row(
    `update report set composed = $2, composed_late = true where id = $1 and state = 'PUBLISHED' and composed is null returning id`,
    [id, JSON.stringify(parts)],
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
    `with step as (insert into report_step (province_id, report_id, act, account_id, recorded_by) values ($1, $2, $3, $5, $6) returning id)
     insert into report_reason (province_id, step_id, reason) select $1, id, $4::text from step where $4::text is not null`,
    [provinceId, reportId, act, reason, tx.accountId, tx.moment],
  );
}

/** The steps of a report, oldest first; their reasons as far as they are seen. */
export function stepsOfReport(sql: Sql, provinceId: number, reportId: string): Promise<ReportStepRow[]> {
  return sql.rows<ReportStepRow>(
    `select s.id::text, s.act, y.reason, account_name(s.account_id) as by, m.at
       from report_step s join moment m on m.id = s.recorded_by left join report_reason y on y.step_id = s.id
      where s.province_id = $1 and s.report_id = $2 order by s.id`,
    [provinceId, reportId],
  );
}

const AUTHORING: readonly ReportActName[] = ['DRAWN', 'REDRAWN', 'WORDED', 'SUBMITTED'];

/** Each of some reports with those that it replaces one after the other, as far back as sentences that somebody wrote were taken over. */
const LINE = `line as (select r.id as report_id, r.id, r.replaces_id, r.written from report r where r.province_id = $1 and r.id = any ($2::uuid[])
  union all select l.report_id, r.id, r.replaces_id, r.written from line l join report r on r.province_id = $1 and r.id = l.replaces_id
    where l.written ?| array(select jsonb_object_keys(r.written)))`;

/**
 * Who drew up or wrote each of some reports since it was begun, and who saved the words that it is made of; of one that took sentences over from
 * the one that it replaces also the hands of that; whom they stood in for, and who stood in for them.
 */
const HANDS = `select a.report_id, unnest(a.ids || array(select in_hands_of(a.ids, a.since))) as hand, a.since
  from (select l.report_id, array_agg(distinct s.account_id) filter (where s.account_id is not null) as ids, min(m.at) as since
          from line l join report_step s on s.province_id = $1 and s.report_id = l.id and s.act = any ($3)
          join moment m on m.id = s.recorded_by group by 1
        union all
        select r.id, array[t.account_id], m.at
          from report r join report_template t on t.province_id = $1 and t.kind = r.kind and t.version = r.template_version
          join moment m on m.id = t.recorded_by
         where r.province_id = $1 and r.id = any ($2::uuid[]) and t.account_id is not null) a`;
const AUTHORS = `with recursive ${LINE}, hand as (${HANDS}), author as (
  select report_id, hand as id from hand
  union select h.report_id, standing_in(array_agg(h.hand), min(h.since)) from hand h group by h.report_id)`;

/** The authors of a report. */
export async function authorsOfReport(sql: Sql, provinceId: number, reportId: string): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(`${AUTHORS} select distinct id from author`, [
    ...[provinceId, [reportId], AUTHORING],
  ]);
  return rows.map(({ id }) => id);
}

/** Which of these reports somebody is an author of; asked once for all of them. */
export async function authoredBy(
  sql: Sql,
  provinceId: number,
  reportIds: readonly string[],
  accountId: number,
): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(`${AUTHORS} select distinct report_id as id from author where id = $4`, [
    provinceId,
    reportIds,
    AUTHORING,
    accountId,
  ]);
  return rows.map(({ id }) => id);
}
