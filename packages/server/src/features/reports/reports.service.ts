import type { Day } from '@chi-tieu/shared/domain/days';
import { composeReport, type ComposedReport } from '@chi-tieu/shared/domain/report/compose';
import type { Block } from '@chi-tieu/shared/domain/paper/blocks';
import { differencesOf } from '@chi-tieu/shared/domain/report/differences';
import type { FigureDifference } from '@chi-tieu/shared/domain/report/facts';
import { connect, type Connection, type Page } from '../../app/connection.ts';
import type { Context } from '../../app/context.ts';
import { notFound } from '../../app/errors.ts';
import { reached } from '../accounts/reach.service.ts';
import { closingThatStands } from '../figures/periods/periods.service.ts';
import type { ClosedPeriodRow } from '../figures/periods/periods.queries.ts';
import { indicatorByCode } from '../rates/rates.service.ts';
import { citedNow } from './facts.service.ts';
import {
  countReports,
  listReports,
  reportWithId,
  stepsOfReport,
  type FrozenParts,
  type ReportHeadRow,
  type ReportRow,
  type ReportStepRow,
} from './reports.queries.ts';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What a cursor among reports holds. */
export const isReportId = (key: unknown): key is string => typeof key === 'string' && UUID.test(key);

/** A page of the reports that the caller may read, of one indicator or of all, of one year or of all. */
export async function reportsWithinSight(
  ctx: Context,
  { indicator, year }: { indicator: string | null; year: number | null },
  page: Page<string>,
): Promise<Connection<ReportHeadRow>> {
  await reached(ctx, 'report.read');
  const indicatorId = indicator === null ? null : (await indicatorByCode(ctx, indicator)).id;
  const filter = { indicatorId, year };
  return connect(
    await listReports(ctx.read, ctx.provinceId, filter, page),
    page,
    ({ id }) => id,
    () => countReports(ctx.read, ctx.provinceId, filter),
  );
}

/** One that the caller may read; null where there is none. */
export async function reportById(ctx: Context, id: string): Promise<ReportRow | null> {
  await reached(ctx, 'report.read');
  if (!UUID.test(id)) return null;
  return ctx.once(`report ${id.toLowerCase()}`, () => reportWithId(ctx.read, ctx.provinceId, id));
}

/** The same, or NOT_FOUND. */
export async function existingReport(ctx: Context, id: string): Promise<ReportRow> {
  const found = await reportById(ctx, id);
  if (!found) throw notFound('report.unknown', {});
  return found;
}

/** What was done about it, what the caller may read of that. */
export function reportSteps(ctx: Context, { id }: Pick<ReportRow, 'id'>): Promise<ReportStepRow[]> {
  return stepsOfReport(ctx.read, ctx.provinceId, id);
}

/** The report as its parts make it now; of a published one for ever as it was published. */
export function composed(
  row: ReportRow,
  more: { number?: string | null; dated?: Day; isDraft?: boolean } = {},
): ComposedReport {
  if (row.state === 'PUBLISHED' && row.composed && row.content) return { ...row.composed, blocks: row.content };
  const { template, facts, written } = row;
  const isDraft = more.isDraft ?? row.state !== 'PUBLISHED';
  const number = more.number ?? row.number;
  return composeReport({ template, facts, written, number, day: more.dated ?? row.dated, isDraft });
}

/** What is kept of a composed report when it is published. */
export const frozenParts = ({ sections, changes, title }: ComposedReport): FrozenParts => ({
  ...{ sections, changes, title },
});

/** What stands on paper: of a published report for ever what was published. */
export function blocksOfReport(row: ReportRow): Block[] {
  return row.content ?? composed(row).blocks;
}

/** The closing of the report's period that stands now. */
export function standingClosing(ctx: Context, row: ReportHeadRow): Promise<ClosedPeriodRow | null> {
  return closingThatStands(ctx, row.indicatorId, row);
}

/** Which numbers of a report read otherwise today, of all that it cites. Units that are gone are left out: their figure's page tells. */
export async function movedSince(ctx: Context, row: ReportRow): Promise<FigureDifference[]> {
  const { kind, from, to, facts } = row;
  return differencesOf(facts, await citedNow(ctx, { kind, indicator: facts.indicator.code, days: { from, to } }));
}
