import { createHash } from 'node:crypto';
import type { Context } from '../../app/context.ts';
import { canonicalJson } from '../../app/audit/canonical-json.ts';
import type { Writer } from '../../app/database.ts';
import type { Scope } from '../../app/enums.ts';
import { badInput, notFound } from '../../app/errors.ts';
import { referenceOf } from '../../app/reference.ts';
import type { Counts } from '@chi-tieu/shared/domain/rate';
import { isAdditive } from '../rates/indicators.queries.ts';
import { sumOfLedger } from '../rates/known-earlier.queries.ts';
import { indicatorOf } from '../rates/indicator-of.service.ts';
import { unitOfFigure } from '../rates/explain.service.ts';
import {
  attainmentTable,
  type AttainmentFigures,
  type AttainmentQuestion,
  type AttainmentTable,
} from '../rates/rates.service.ts';
import {
  figureByReference,
  insertFigures,
  knowingMoment,
  trailSays,
  type CitedFigure,
  type FigureRow,
} from './figures.queries.ts';
import { closingsOf } from './periods/periods.queries.ts';

const REFERENCE = /^[0-9A-Z-]{1,60}$/;

/** A question as known at a sealed moment. */
export type SealedQuestion = AttainmentQuestion & { knownAt: Date };

/** The question, as of the last sealed moment at or before the instant asked for. */
export async function sealed(ctx: Context, question: AttainmentQuestion): Promise<SealedQuestion> {
  const knownAt = await knowingMoment(ctx.read, question.knownAt);
  if (knownAt === null) throw badInput('knownAt', 'figure.before', {});
  return { ...question, knownAt };
}

/** Keeps a figure as it is known at a sealed moment under a reference; the same question at the same moment has one. */
export async function citeFigure(ctx: Context, unit: string, asked: AttainmentQuestion): Promise<CitedFigure> {
  const question = await sealed(ctx, asked);
  const found = await unitOfFigure(ctx, unit, question);
  const table = await attainmentTable(ctx, question);
  const { unitId } = found.version;
  if (!table.tree.byId(unitId)) throw badInput('unit', 'unit.gone', { day: question.to });
  const figure = figureToKeep(ctx, table, question, unitId);
  await ctx.write('citeFigure', (tx) =>
    keepFigures(tx, ctx.provinceId, [{ ...figure, indicator: question.indicator }]),
  );
  const kept = await figureByReference(ctx.read, ctx.provinceId, figure.reference);
  if (kept?.sha256 !== figure.sha256) throw new Error(`two figures want the reference ${figure.reference}`);
  return kept;
}

/** Keeps figures within a change that names them; each that was not kept yet has an event of its own. */
export async function keepFigures(
  tx: Writer,
  provinceId: number,
  figures: readonly (FigureRow & { indicator: string })[],
): Promise<void> {
  if (figures.length === 0) return;
  const added = new Set(await insertFigures(tx, provinceId, figures));
  for (const { indicator, ...figure } of figures) {
    if (!added.has(figure.reference)) continue;
    tx.audit({
      what: 'FIGURE_CITED',
      about: { kind: 'FIGURE', id: figure.reference },
      unitId: figure.unitId,
      after: { ...auditedFigure(figure), indicator, sha256: figure.sha256 },
    });
  }
}

function auditedFigure({ from, to, scope, numerator, denominator, knownAt }: FigureRow) {
  return { from, to, scope, numerator, denominator, knownAt: knownAt.toISOString() };
}

/** A unit's figure as it would be kept. */
export function figureToKeep(
  ctx: Context,
  table: AttainmentTable,
  { from, to, scope, knownAt }: SealedQuestion,
  unitId: number,
): FigureRow {
  const { numerator, denominator, targetHundredths } = table.of(unitId);
  const { id: indicatorId, definitionId } = table.indicator;
  const asked = { indicatorId, definitionId, unitId, from, to, scope, knownAt };
  const facts = { ...asked, numerator, denominator, targetHundredths };
  const sha256 = hashOf(ctx, facts);
  const code = table.tree.byId(unitId)?.code ?? String(unitId);
  return { ...facts, sha256, reference: referenceOf(code, Number(to.slice(0, 4)), sha256) };
}

/** Over all that is kept of a figure: what was asked, as of when, what was answered. */
export function hashOf(ctx: Context, figure: Omit<FigureRow, 'reference' | 'sha256'>): string {
  const { indicatorId, definitionId, unitId, from, to, scope, numerator, denominator, targetHundredths } = figure;
  const facts = { indicatorId, definitionId, unitId, from, to, scope, numerator, denominator, targetHundredths };
  const text = canonicalJson({ ...facts, provinceId: ctx.provinceId, knownAt: figure.knownAt.toISOString() });
  return createHash('sha256').update(text).digest('hex');
}

/** The figure with a reference, however it was typed; null where there is none. */
export function figureOf(ctx: Context, typed: string): Promise<CitedFigure | null> {
  const reference = typed.trim().toUpperCase();
  return REFERENCE.test(reference) ? figureByReference(ctx.read, ctx.provinceId, reference) : Promise.resolve(null);
}

/** The figure with a reference, or NOT_FOUND. */
export async function existingFigure(ctx: Context, typed: string): Promise<CitedFigure> {
  const found = await figureOf(ctx, typed);
  if (!found) throw notFound('figure.unknown', { reference: typed.slice(0, 60) });
  return found;
}

/** What a kept figure was asked for, as known when it was, or (null) now. */
export async function questionOf(
  ctx: Context,
  { indicatorId, from, to, scope, knownAt }: FigureRow,
): Promise<SealedQuestion> {
  const indicator = await indicatorOf(ctx, indicatorId);
  return { indicator: indicator.code, from, to, scope, knownAt };
}

/**
 * Whether a kept figure is what was handed out: its hash fits what is kept, the audit trail says the same hash (its own, or that of
 * the closing it is bound to), and worked out again as known then the figure is the same, also booking by booking.
 */
export async function holds(ctx: Context, figure: CitedFigure): Promise<boolean> {
  if (hashOf(ctx, figure) !== figure.sha256) return false;
  const table = await attainmentTable(ctx, await questionOf(ctx, figure));
  const again: AttainmentFigures = table.of(figure.unitId);
  const isSame = isAsKept(figure, again) && again.targetHundredths === figure.targetHundredths;
  return isSame && (await isInLedger(ctx, figure, table)) && (await isInTrail(ctx, figure));
}

const isAsKept = (kept: Counts, { numerator, denominator }: Counts) =>
  kept.numerator === numerator && kept.denominator === denominator;

/** Whether what was booked until then sums to the figure: how months stood is kept beside the ledger. True of what is not booked. */
async function isInLedger(
  ctx: Context,
  figure: CitedFigure,
  { tree, indicator }: Pick<AttainmentTable, 'tree' | 'indicator'>,
): Promise<boolean> {
  if (!isAdditive(indicator) || indicator.eligibilityDate === 'PERIOD_END') return true;
  const live = figure.scope === 'OWN' ? [figure.unitId] : [figure.unitId, ...tree.below(figure.unitId)];
  const units = live.flatMap((id) => tree.receivedBy(id));
  return isAsKept(figure, await sumOfLedger(ctx.read, ctx.provinceId, indicator.definitionId, figure, units));
}

async function isInTrail(ctx: Context, { reference, sha256 }: FigureRow): Promise<boolean> {
  if (await trailSays(ctx.read, 'FIGURE_CITED', reference, sha256)) return true;
  for (const closing of await closingsOf(ctx.read, ctx.provinceId, reference)) {
    const isWhole = closing.sha256 === digestOf(closing.figures);
    if (isWhole && (await trailSays(ctx.read, 'PERIOD_CLOSED', closing.id, closing.sha256))) return true;
  }
  return false;
}

/** One hash over many figures, in the order of their references. */
export function digestOf(figures: readonly { reference: string; sha256: string }[]): string {
  const sorted = figures.map(({ reference, sha256 }) => `${reference} ${sha256}`).sort();
  return createHash('sha256').update(sorted.join('\n')).digest('hex');
}

/** Which scopes a closed period is published in. */
export const SCOPES: readonly Scope[] = ['OWN', 'SUBTREE'];
