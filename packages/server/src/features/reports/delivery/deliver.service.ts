import { createHash } from 'node:crypto';
import type { ExtractRow, ReportExtract } from '@chi-tieu/shared/domain/report/extract';
import { extractMessage, replacementTold } from '@chi-tieu/shared/domain/report/extract';
import type { UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import { canonicalJson, type Json } from '../../../app/audit/canonical-json.ts';
import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { badInput, conflict } from '../../../app/errors.ts';
import { needProvince } from '../../accounts/reach.service.ts';
import { figuresOfClosing, type FigureRow } from '../../figures/figures.queries.ts';
import { attainmentTable } from '../../rates/rates.service.ts';
import { unitInInput } from '../../units/units.service.ts';
import {
  forgetNotices,
  queueNotices,
  treeForNotices,
  wakeNotices,
  type Notice,
} from '../../urging/messages/notices.service.ts';
import { reportedUnits } from '../facts.service.ts';
import { isReplaced, lockReport, type ReportRow } from '../reports.queries.ts';
import { composed, existingReport } from '../reports.service.ts';
import { deliveredBefore, deliveriesOf, insertDelivery } from './deliveries.queries.ts';

/** What units are to get of a report that is published, or about to be. */
export interface PreparedDelivery {
  tree: UnitTree;
  /** Who gets it. */
  unitIds: readonly number[];
  /** And whoever got a report that it replaces, or one that this replaced. */
  isForAll: boolean;
  /** The rows of a unit; none where it was not there. */
  rowsOf: (unitId: number) => ExtractRow[];
}

/** As it stands on paper: under which number and reference, and what its hash is. */
type Paper = Pick<ReportRow, 'number' | 'dated' | 'reference' | 'sha256'>;

/**
 * What units get of a report, from the figures of the closing that it is published with: the unit's own and those of all below it, as they stood
 * then. Units right below the province, and all that got a replaced one, unless told. Asked before anything is locked.
 */
export async function prepareDelivery(
  ctx: Context,
  { facts, knownAt }: Pick<ReportRow, 'facts' | 'knownAt'>,
  { figures, unitIds = null }: { figures: readonly FigureRow[]; unitIds?: readonly number[] | null },
): Promise<PreparedDelivery> {
  const { from, to } = facts.period;
  const question = { indicator: facts.indicator.code, from, to, scope: 'SUBTREE' as const, knownAt };
  const { tree } = await attainmentTable(ctx, question);
  const byUnit = new Map(figures.flatMap((one) => (one.scope === 'SUBTREE' ? [[one.unitId, one] as const] : [])));
  return {
    tree: await treeForNotices(ctx),
    unitIds: unitIds ?? reportedUnits(tree, ctx.provinceId).map(({ unitId }) => unitId),
    isForAll: unitIds === null,
    rowsOf: (unitId) => rowsOf(tree, byUnit, unitId, 0),
  };
}

function rowsOf(tree: UnitTree, figures: ReadonlyMap<number, FigureRow>, unitId: number, depth: number): ExtractRow[] {
  const [unit, figure] = [tree.byId(unitId), figures.get(unitId)];
  if (!unit || !figure) return [];
  const { reference, numerator, denominator, targetHundredths: target } = figure;
  const own = { code: unit.code, name: unit.name, depth, reference, numerator, denominator, target };
  return [own, ...tree.children(unitId).flatMap((child) => rowsOf(tree, figures, child.unitId, depth + 1))];
}

/** Over what is told, and the report that it is taken from. */
export function hashOfExtract(
  { provinceId }: Pick<Context, 'provinceId'>,
  { reference, sha256 }: Pick<Paper, 'reference' | 'sha256'>,
  content: ReportExtract,
): string {
  const text = canonicalJson({ provinceId, reference, sha256, ...(content as unknown as Record<string, Json>) });
  return createHash('sha256').update(text).digest('hex');
}

/** Which matter a delivery is to its receivers: each is told of it once. */
export const aboutDelivery = (id: string): string => `report-delivery ${id}`;

/**
 * Delivers a published report within a change that sees reminders: each unit gets its extract in the product, and where it has addresses or
 * there is a gateway, a message. What was delivered stays; addresses that are new since get theirs. Gives how many units got it now.
 */
export async function deliver(
  tx: Writer,
  ctx: Context,
  row: ReportRow,
  { paper, prepared }: { paper: Paper; prepared: PreparedDelivery },
): Promise<number> {
  const base = ctx.app.config.publicUrl?.replace(/\/+$/, '') ?? null;
  const link = base === null ? null : `${base}/bao-cao/chu-tich/${row.id}`;
  const sentence = firstSentence(row);
  const notices: Notice[] = [];
  let count = 0;
  for (const { unitId, content } of await extracts(tx, ctx, row, prepared)) {
    const sha256 = hashOfExtract(ctx, paper, content);
    const { id, isNew } = await insertDelivery(tx, ctx.provinceId, { reportId: row.id, unitId, content, sha256 });
    count += isNew ? 1 : 0;
    const said = extractMessage({ facts: row.facts, paper, sentence, extract: content, sha256, link });
    notices.push({ unitId, about: aboutDelivery(id), ...said });
  }
  const messages = await queueNotices(tx, ctx, prepared.tree, notices);
  tx.audit({
    what: 'REPORT_DELIVERED',
    about: { kind: 'REPORT', id: row.id },
    unitId: ctx.provinceId,
    after: { from: row.from, to: row.to, reference: paper.reference, units: count, messages },
  });
  return count;
}

/** What each unit gets, asked within the change: whoever got the one that is replaced just before gets this one too. */
async function extracts(
  tx: Writer,
  ctx: Context,
  row: ReportRow,
  { unitIds, isForAll, rowsOf: rowsOfUnit }: PreparedDelivery,
): Promise<{ unitId: number; content: ReportExtract }[]> {
  const { replaces = null } = row.facts;
  const before = new Map(
    (row.replacesId === null ? [] : await deliveredBefore(tx, ctx.provinceId, row.replacesId)).map(
      ({ unitId, content }) => [unitId, content.rows] as const,
    ),
  );
  const changes = replaces === null ? [] : composed(row).changes;
  return [...new Set([...unitIds, ...(isForAll ? before.keys() : [])])].flatMap((unitId) => {
    const rows = rowsOfUnit(unitId);
    if (rows.length === 0) return [];
    const told = replaces && replacementTold(replaces, changes, { before: before.get(unitId) ?? null, rows });
    return [{ unitId, content: { rows, ...(told !== null && { replaces: told }) } }];
  });
}

/** What the report says first: of the whole province. */
function firstSentence(row: ReportRow): string | null {
  const sentences = composed(row).sections.flatMap((section) => section.sentences);
  return sentences.find(({ text, table }) => table === null && text !== null && text !== '')?.text ?? null;
}

/** Of a report that is replaced nothing more is sent. */
export async function undeliver(tx: Writer, ctx: Context, reportId: string): Promise<void> {
  const sent = await deliveriesOf(tx, ctx.provinceId, reportId);
  await forgetNotices(
    tx,
    ctx,
    sent.map(({ id }) => aboutDelivery(id)),
  );
}

/** What a change that delivers has to see beyond the caller's own sight: addresses, and the outbox. */
export const DELIVERING = { sees: ['reminders'] } as const;

const MOST_UNITS = 500;

/** The units that are named, each once. */
async function receiversIn(ctx: Context, codes: readonly string[]): Promise<number[]> {
  if (codes.length === 0) throw badInput('units', 'report.noReceivers');
  if (codes.length > MOST_UNITS) throw badInput('units', 'input.tooMany', { most: MOST_UNITS });
  const units = new Set<number>();
  for (const [at, code] of codes.entries()) units.add((await unitInInput(ctx, `units.${at}`, code)).version.unitId);
  return [...units];
}

/**
 * Delivers a published report to more units, by their codes, or again to those right below the province: who has got it already gets it no second
 * time, but at addresses that are new. Of one that replaces another also to whoever got that.
 */
export async function deliverReport(ctx: Context, id: string, codes: readonly string[] | null): Promise<ReportRow> {
  await needProvince(ctx, 'report.draft');
  const row = await existingReport(ctx, id);
  if (row.state !== 'PUBLISHED' || row.closingId === null) throw conflict('report.notPublished', { state: row.state });
  if (row.replacedById !== null && (await existingReport(ctx, row.replacedById)).state === 'PUBLISHED')
    throw conflict('report.alreadyReplaced');
  const unitIds = codes === null ? null : await receiversIn(ctx, codes);
  const figures = await figuresOfClosing(ctx.read, row.closingId);
  const prepared = await prepareDelivery(ctx, row, { figures, unitIds });
  const delivering = async (tx: Writer): Promise<void> => {
    // One that is replaced meanwhile is sent to nobody: what it queued was dropped.
    await lockReport(tx, ctx.provinceId, id);
    if (await isReplaced(tx, ctx.provinceId, id)) throw conflict('report.alreadyReplaced');
    await deliver(tx, ctx, row, { paper: row, prepared });
  };
  await ctx.write('deliverReport', delivering, DELIVERING);
  wakeNotices(ctx.app);
  return existingReport(ctx, id);
}
