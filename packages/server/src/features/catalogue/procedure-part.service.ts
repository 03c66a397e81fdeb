import { monthEnd, nextDay, type Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import { badInput } from '../../app/errors.ts';
import { checkPeriod, indicatorByCode, needDossiers, type AttainmentQuestion } from '../rates/rates.service.ts';
import { unitByCode, unitTree } from '../units/units.service.ts';
import { procedureParts, type ProcedureCounts, type ReceivedPart, type Span } from './procedure-figures.queries.ts';

/** What a procedure's part of a figure is asked for; `unit` is a code, null: the province. */
export interface PartQuestion extends AttainmentQuestion {
  unit: string | null;
}

const NOTHING: ProcedureCounts = { numerator: 0, denominator: 0, notCounted: 0, inPeriod: 0 };
/** Ten years of months are looked at in one statement. */
const MOST_MONTHS = 120;

/** What a procedure adds to the figure of a unit: `dossiers` with the same arguments lists exactly these. */
export async function procedurePart(ctx: Context, procedureId: number, asked: PartQuestion): Promise<ProcedureCounts> {
  return sumOf(await partsIn(ctx, procedureId, asked, [asked]), await receivers(ctx, asked));
}

/** The same month by month, cut to the period; a month without any dossier has zeros. */
export async function partByMonth(
  ctx: Context,
  procedureId: number,
  asked: PartQuestion,
): Promise<(Span & ProcedureCounts)[]> {
  const spans = monthsOf(asked);
  if (spans.length > MOST_MONTHS) throw badInput('to', 'input.tooMany', { most: MOST_MONTHS });
  const parts = await partsIn(ctx, procedureId, asked, spans);
  const units = await receivers(ctx, asked);
  return spans.map((span, at) => ({
    ...span,
    ...sumOf(
      parts.filter((part) => part.span === at),
      units,
    ),
  }));
}

/** The same unit by unit, each with what it answers for itself (scope OWN); units without any dossier of it are left out. */
export async function partByUnit(
  ctx: Context,
  procedureId: number,
  asked: Omit<PartQuestion, 'unit' | 'scope'>,
): Promise<(ProcedureCounts & { unitId: number })[]> {
  const parts = await partsIn(ctx, procedureId, asked, [asked]);
  const tree = await unitTree(ctx, asked.to, asked.knownAt);
  return tree
    .alive()
    .map(({ unitId }) => ({ unitId, ...sumOf(parts, new Set(tree.receivedBy(unitId))) }))
    .filter(({ denominator, notCounted }) => denominator + notCounted > 0);
}

/** Counts of everybody's dossiers are open, as standings are; asked once a request. */
async function partsIn(
  ctx: Context,
  procedureId: number,
  { indicator, from, to, knownAt }: Omit<PartQuestion, 'unit' | 'scope'>,
  spans: readonly Span[],
): Promise<ReceivedPart[]> {
  checkPeriod(from, to);
  const found = needDossiers(await indicatorByCode(ctx, indicator, knownAt), 'indicator');
  const key = ['procedureParts', procedureId, indicator, from, to, spans.length, knownAt?.toISOString()].join('|');
  return ctx.once(key, () => procedureParts(ctx.figures, ctx.provinceId, found, { procedureId, spans, knownAt }));
}

/** The receiving units that a unit answers for on the last day of the period, with those below it unless its own alone are meant. */
async function receivers(ctx: Context, { unit, to, scope, knownAt }: PartQuestion): Promise<ReadonlySet<number>> {
  const tree = await unitTree(ctx, to, knownAt);
  const id = unit === null ? ctx.provinceId : (tree.byCode(unit)?.unitId ?? (await bearer(ctx, unit, to)));
  if (!tree.byId(id)) return new Set();
  const live = scope === 'OWN' ? [id] : [id, ...tree.below(id)];
  return new Set(live.flatMap((one) => tree.receivedBy(one)));
}

async function bearer(ctx: Context, code: string, to: Day): Promise<number> {
  return (await unitByCode(ctx, code, { year: Number(to.slice(0, 4)) })).version.unitId;
}

function sumOf(parts: readonly ReceivedPart[], units: ReadonlySet<number>): ProcedureCounts {
  return parts
    .filter(({ unitId }) => units.has(unitId))
    .reduce<ProcedureCounts>(
      (sum, part) => ({
        numerator: sum.numerator + part.numerator,
        denominator: sum.denominator + part.denominator,
        notCounted: sum.notCounted + part.notCounted,
        inPeriod: sum.inPeriod + part.inPeriod,
      }),
      NOTHING,
    );
}

function monthsOf({ from, to }: Span): Span[] {
  const months: Span[] = [];
  for (let start = from; start <= to && months.length <= MOST_MONTHS; start = nextDay(monthEnd(start))) {
    const end = monthEnd(start);
    months.push({ from: start, to: end > to ? to : end });
  }
  return months;
}
