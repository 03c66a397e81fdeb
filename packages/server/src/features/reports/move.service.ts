import { createHash } from 'node:crypto';
import { addDays, type Day } from '@chi-tieu/shared/domain/days';
import { isOver } from '@chi-tieu/shared/domain/periods/periods';
import {
  judgesReport,
  movesOfReport,
  needsReason,
  rightsToMoveReport,
  wayToPublished,
  withdrawsReport,
  type ReportState,
} from '@chi-tieu/shared/domain/report/report-state';
import { tellsNothing } from '@chi-tieu/shared/domain/report/values';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { AppError, badInput, conflict } from '../../app/errors.ts';
import { referenceOf } from '../../app/reference.ts';
import type { Sql } from '../../app/sql.ts';
import { forbidden, reachOfCaller, reached } from '../accounts/reach.service.ts';
import type { ClosedPeriodRow } from '../figures/periods/periods.queries.ts';
import {
  holdClosing,
  keepClosing,
  prepareClosing,
  reopenWithin,
  type PreparedClosing,
} from '../figures/periods/periods.service.ts';
import { checkSaid, checkSaidIfAny, checkSaidLine } from '../plans/talk/said.service.ts';
import { indicatorOf } from '../rates/indicator-of.service.ts';
import { today } from '../units/units.service.ts';
import { figuresOfClosing } from '../figures/figures.queries.ts';
import { wakeNotices } from '../urging/messages/notices.service.ts';
import { deliver, DELIVERING, prepareDelivery, undeliver, type PreparedDelivery } from './delivery/deliver.service.ts';
import { hashOfBlocks, lockedReport, recordStep, seenAs } from './draw.service.ts';
import { isDrawnAfter } from './facts.service.ts';
import { insertReportFile, REPORT_FORMS, type ReportForm } from './files.queries.ts';
import { writeReport } from './report-papers.ts';
import {
  authorsOfReport,
  isNumberUsed,
  lockReport,
  publishReport,
  storeState,
  type PublishedParts,
  type ReportRow,
} from './reports.queries.ts';
import { composed, existingReport, frozenParts, standingClosing } from './reports.service.ts';

/** Where a report is moved, as it was seen. */
export interface ReportMove {
  to: ReportState;
  expectedVersion: number;
  /** Needed on the way back, and where a draft is given up. */
  reason: string | null;
  /** The number under which it is published, and the day that it bears; today unless told. */
  number: string | null;
  dated: Day | null;
}

const STEPS = {
  DRAFT: { act: 'RETURNED', what: 'REPORT_RETURNED' },
  WITHDRAWN: { act: 'WITHDRAWN', what: 'REPORT_WITHDRAWN' },
  SUBMITTED: { act: 'SUBMITTED', what: 'REPORT_SUBMITTED' },
  APPROVED: { act: 'APPROVED', what: 'REPORT_APPROVED' },
  PUBLISHED: { act: 'PUBLISHED', what: 'REPORT_PUBLISHED' },
  GIVEN_UP: { act: 'GIVEN_UP', what: 'REPORT_GIVEN_UP' },
} as const;

/**
 * Moves a report along DRAFT, SUBMITTED, APPROVED, PUBLISHED, or with a reason back to DRAFT, or a draft to where nobody works on it. Of a period that is not over, or drawn up before it
 * was, there are drafts alone; publishing closes the period at the report's moment in the same change.
 */
export async function moveReport(ctx: Context, id: string, move: ReportMove): Promise<ReportRow> {
  await reached(ctx, 'report.read');
  // What is moved is what was read, and what the caller saw: all three are one version.
  return moveAlong(ctx, seenAs(await existingReport(ctx, id), move.expectedVersion), [move.to], move);
}

/**
 * Publishes a report that is approved; where duties are not separated it is submitted and approved on the way, all in one change, as far as the
 * caller may. As which version it was seen is compared where it is told.
 */
export async function publishWhole(
  ctx: Context,
  id: string,
  { expectedVersion, ...told }: Pick<ReportMove, 'number' | 'dated'> & { expectedVersion: number | null },
): Promise<ReportRow> {
  const found = await existingReport(ctx, id);
  const row = expectedVersion === null ? found : seenAs(found, expectedVersion);
  const way = ctx.app.config.separateDuties ? (['PUBLISHED'] as const) : wayToPublished(row.state);
  return way.length === 0 ? row : moveAlong(ctx, row, way, { reason: null, ...told });
}

/** Moves a report step by step in one change: all or nothing. */
async function moveAlong(
  ctx: Context,
  row: ReportRow,
  way: readonly ReportState[],
  move: Pick<ReportMove, 'reason' | 'number' | 'dated'>,
): Promise<ReportRow> {
  const { id } = row;
  const steps = way.map((to, at) => ({ from: way[at - 1] ?? row.state, to }));
  const isWithdrawn = await checkMoves(ctx, row, steps);
  const isBack = way.some((to) => needsReason(to));
  const said = isWithdrawn ? checkSaidIfAny('reason', move.reason) : isBack && checkSaid('reason', move.reason ?? '');
  const closing = isBack ? null : await fittingClosing(ctx, row);
  if (!isBack && tellsNothing(row.facts)) throw conflict('report.nothing', { from: row.from, to: row.to });
  const published = way.includes('PUBLISHED') && closing ? await preparePublishing(ctx, row, closing, move) : null;
  const moving = async (tx: Writer): Promise<void> => {
    const { state } = await lockedReport(tx, ctx, id, row.version);
    if (state !== row.state) throw conflict('report.move', { from: state, to: way[0] ?? state });
    const isOwn = way.some((to) => judgesReport(to)) && (await isOwnWork(tx, ctx, id));
    if (isOwn && ctx.app.config.separateDuties) throw new AppError('FORBIDDEN', 'report.ownWork');
    for (const { to } of steps) {
      const parts = to === 'PUBLISHED' ? published : null;
      if (parts) await publish(tx, ctx, row, parts);
      else if (to !== 'PUBLISHED') await storeState(tx, id, to);
      const { reference, sha256 } = parts?.parts ?? { ...row, sha256: null };
      const told = { from: row.from, to: row.to, reference, ...(sha256 !== null && { sha256 }) };
      const step = { id, ...STEPS[isWithdrawn ? 'WITHDRAWN' : to], reason: said || null };
      await recordStep(tx, ctx, step, { ...told, ...(isOwn && judgesReport(to) && { ownWork: true }) });
    }
  };
  await ctx.write('moveReport', moving, published ? DELIVERING : {});
  if (published) wakeNotices(ctx.app);
  return existingReport(ctx, id);
}

/** CONFLICT where a report does not go that way, FORBIDDEN where the caller may not move it so; whether it is taken back by an author. */
async function checkMoves(
  ctx: Context,
  row: ReportRow,
  steps: readonly { from: ReportState; to: ReportState }[],
): Promise<boolean> {
  const reach = await reachOfCaller(ctx);
  const may = (right: 'report.draft' | 'report.approve') => reach.covers(right, [ctx.provinceId]);
  let isWithdrawn = false;
  for (const { from, to } of steps) {
    if (!movesOfReport(from).includes(to)) throw conflict('report.move', { from, to });
    const rights = rightsToMoveReport(from, to);
    if (!rights.some(may)) throw forbidden(rights[0] ?? 'report.approve');
    isWithdrawn = may('report.draft') && withdrawsReport(from, to, await isOwnWork(ctx.read, ctx, row.id));
    if (to === 'DRAFT' && !isWithdrawn && !may('report.approve')) throw forbidden('report.approve');
  }
  return isWithdrawn;
}

async function isOwnWork(sql: Sql, ctx: Context, id: string): Promise<boolean> {
  if (ctx.isProcess) return false;
  return (await authorsOfReport(sql, ctx.provinceId, id)).includes(ctx.signedIn().id);
}

/** How a report is tied to the closings of its period. */
interface Tied {
  /** The one that stands at its own moment; null: it closes the period itself. */
  closingId: string | null;
  /** The one that stands at another moment, which it opens again as it is published. */
  reopens: ClosedPeriodRow | null;
}

/**
 * The closing that stands where it fits the report: at its own moment, or, of one that replaces another with new figures, the one that stood
 * when they were taken. What cannot be official is refused.
 */
async function fittingClosing(ctx: Context, row: ReportRow): Promise<Tied> {
  if (!isOver(row, today(ctx))) throw conflict('report.notOver', { to: row.to });
  if (!isDrawnAfter(row, row.drawnOn)) throw conflict('report.drawnBefore', { day: row.drawnOn });
  const closing = await standingClosing(ctx, row);
  if (!closing || closing.knownAt.getTime() === row.knownAt.getTime())
    return { closingId: closing?.id ?? null, reopens: null };
  if (!row.takesNewFigures || closing.id !== row.reopensId) throw conflict('report.closedElsewhere');
  return { closingId: null, reopens: closing };
}

interface Publishing {
  parts: PublishedParts;
  /** Where the period is not closed yet. */
  closing: PreparedClosing | null;
  reopens: ClosedPeriodRow | null;
  files: { form: ReportForm; content: Buffer; sha256: string }[];
  delivery: PreparedDelivery;
}

const LONGEST_NUMBER = 60;

/** The number as it is printed: one line of letters, digits and what stands between them. */
function numberOfPaper(given: string | null): string | null {
  if ((given ?? '').trim() === '') return null;
  const number = checkSaidLine('number', given ?? '', LONGEST_NUMBER);
  if (!/^[\p{L}\d][\p{L}\p{M}\d ./_–-]*$/u.test(number)) throw badInput('number', 'report.number');
  return number;
}

/** Everything that publishing keeps, made before anything is locked: setting the files takes a second. */
async function preparePublishing(
  ctx: Context,
  row: ReportRow,
  { closingId, reopens }: Tied,
  move: Pick<ReportMove, 'number' | 'dated'>,
): Promise<Publishing> {
  const number = numberOfPaper(move.number);
  const dated = move.dated ?? today(ctx);
  // A paper is not older than its own numbers.
  const from = row.drawnOn > row.to ? row.drawnOn : addDays(row.to, 1);
  if (dated > today(ctx) || dated < from) throw badInput('dated', 'report.dated', { from, to: today(ctx) });
  const { code } = await indicatorOf(ctx, row.indicatorId);
  const closing =
    closingId === null ? await prepareClosing(ctx, { indicator: code, from: row.from, to: row.to }, row.knownAt) : null;
  const paper = composed(row, { number, dated, isDraft: false });
  const sha256 = hashOfBlocks(ctx, paper.blocks);
  const reference = referenceOf(row.facts.province.unit.code, Number(row.to.slice(0, 4)), sha256);
  const asPublished = { ...row, number, dated, reference, content: paper.blocks };
  // Side by side: the one that takes longest is set in a thread of its own.
  const files = await Promise.all(
    REPORT_FORMS.map(async (form) => {
      const content = await writeReport(asPublished, form, { title: paper.title, isDraft: false });
      return { form, content, sha256: createHash('sha256').update(content).digest('hex') };
    }),
  );
  const parts = {
    number,
    dated,
    content: paper.blocks,
    composed: frozenParts(paper),
    sha256,
    closingId: closingId ?? closing?.id ?? null,
    reference,
  };
  const figures = closing?.figures ?? (closingId === null ? [] : await figuresOfClosing(ctx.read, closingId));
  const delivery = await prepareDelivery(ctx, row, { figures });
  return { parts, closing, reopens, files, delivery };
}

async function publish(
  tx: Writer,
  ctx: Context,
  row: ReportRow,
  { parts, closing, reopens, files, delivery }: Publishing,
): Promise<void> {
  const { id, replacesId, replacesWhy, from, to } = row;
  // Whoever delivers the one that is replaced comes before, or sees that it is.
  if (replacesId !== null) await lockReport(tx, ctx.provinceId, replacesId);
  const { number, dated } = parts;
  if (number !== null && dated !== null && (await isNumberUsed(tx, ctx.provinceId, { id, number, dated })))
    throw badInput('number', 'report.numberUsed', { number, year: dated.slice(0, 4) });
  // In one change: there is no moment at which the period has no official number.
  if (reopens) await reopenWithin(tx, ctx, reopens, `Báo cáo thay thế ${parts.reference}: ${replacesWhy ?? ''}`);
  if (closing) await keepClosing(tx, ctx, closing);
  // Whoever opens the period again meanwhile comes before, and nothing is published; or waits until it is.
  else if (parts.closingId !== null) await holdClosing(tx, ctx, parts.closingId);
  await publishReport(tx, id, parts);
  for (const file of files) await insertReportFile(tx, id, file);
  await deliver(tx, ctx, row, { paper: parts, prepared: delivery });
  if (replacesId === null) return;
  await undeliver(tx, ctx, replacesId);
  const told = { from, to, reference: parts.reference };
  await recordStep(tx, ctx, { id: replacesId, act: 'REPLACED', what: 'REPORT_REPLACED' }, told);
}
