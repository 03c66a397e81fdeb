import { bridge, type Bridge, type BridgeStep } from '@chi-tieu/shared/domain/change/bridge';
import { addCounts, type Counts } from '@chi-tieu/shared/domain/rate';
import type { UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../../app/context.ts';
import type { Scope } from '../../../app/enums.ts';
import { CAUSES, type Cause } from '../../rates/causes.types.ts';
import type { IndicatorRow } from '../../rates/indicators.queries.ts';
import { attainmentTable, countedOn, type AttainmentQuestion } from '../../rates/rates.service.ts';
import { serviceTable } from '../../rates/services/services.service.ts';
import { countsByUnit } from '../../rates/totals.queries.ts';
import { causesBetween } from './causes.queries.ts';
import { countAgain, type Taken } from './counted-again.queries.ts';
import { definitionsBetween, waysOf, type DefinitionSpan } from './definitions.service.ts';

/** What a figure became another one by: a cause of the ledger, or that other units are counted. */
export type BridgeCause = Cause | 'REORGANISATION';

/** A figure as known at two instants. */
export interface BridgeAsked {
  indicator: IndicatorRow;
  unitId: number;
  question: Pick<AttainmentQuestion, 'from' | 'to' | 'scope'>;
  first: Date;
  second: Date;
}

const NOTHING: Counts = { numerator: 0, denominator: 0 };

/**
 * The way from a figure as known at one instant to the same as known at a later one, in steps that sum exactly: by definition what was
 * booked, by cause, rolled up by the units of the first instant; where the indicator was switched to another definition, what that one
 * counts less what the one before did; last that other units are counted.
 */
export async function bridgeOf(ctx: Context, asked: BridgeAsked): Promise<Bridge<BridgeCause>> {
  const { unitId, question, first, second } = asked;
  const ask = { ...question, indicator: asked.indicator.code };
  const [then, now] = [
    await attainmentTable(ctx, { ...ask, knownAt: first }),
    await attainmentTable(ctx, { ...ask, knownAt: second }),
  ];
  const units = receivers(then.tree, unitId, question.scope);
  const { steps, reached } = await stepsAmong(ctx, asked, units);
  const [start, end] = [then.of(unitId), now.of(unitId)];
  const all = [...steps, { cause: 'REORGANISATION' as const, ...less(end, reached) }];
  return bridge<BridgeCause>({ from: start, to: end }, all);
}

/** The steps of one set of receiving units, and the counts that they lead to. */
export async function stepsAmong(
  ctx: Context,
  asked: BridgeAsked,
  units: readonly number[],
): Promise<{ steps: BridgeStep<BridgeCause>[]; reached: Counts }> {
  const { indicator, first, second } = asked;
  const steps: BridgeStep<BridgeCause>[] = [];
  let reached: Counts | null = null;
  for (const span of await definitionsBetween(ctx, indicator, { from: first, until: second })) {
    const begins = await totalAt(ctx, asked, span, units);
    if (reached !== null) steps.push({ cause: 'DEFINITION', ...less(begins, reached) });
    reached = begins;
    for (const step of await stepsWithin(ctx, asked, span, units)) {
      steps.push(step);
      reached = addCounts(reached, step);
    }
  }
  return { steps, reached: reached ?? NOTHING };
}

/** The receiving units whose dossiers count for a unit; none where it was not there. */
export function receivers(tree: UnitTree, unitId: number, scope: Scope): number[] {
  if (!tree.byId(unitId)) return [];
  const live = scope === 'OWN' ? [unitId] : [unitId, ...tree.below(unitId)];
  return live.flatMap((id) => tree.receivedBy(id));
}

async function totalAt(
  ctx: Context,
  asked: BridgeAsked,
  { definition, from: knownAt }: DefinitionSpan,
  units: readonly number[],
): Promise<Counts> {
  if (waysOf(definition) === 'SERVICES') return servicesAt(ctx, asked, definition, knownAt);
  const { from, to } = asked.question;
  const rows = await countsByUnit(countedOn(ctx, definition), ctx.provinceId, definition, { from, to, knownAt });
  return sumOver(rows, units);
}

function stepsWithin(
  ctx: Context,
  asked: BridgeAsked,
  span: DefinitionSpan,
  units: readonly number[],
): Promise<BridgeStep<BridgeCause>[]> {
  const steps = { BOOKED: bookedSteps, COUNTED: countedSteps, SERVICES: servicesSteps };
  return steps[waysOf(span.definition)](ctx, asked, span, units);
}

/** Of services the whole difference is one step: whether a unit has one depends on all that is below it. */
async function servicesSteps(
  ctx: Context,
  asked: BridgeAsked,
  { definition, from, until }: DefinitionSpan,
): Promise<BridgeStep<BridgeCause>[]> {
  const [first, second] = [
    await servicesAt(ctx, asked, definition, from),
    await servicesAt(ctx, asked, definition, until),
  ];
  return [{ cause: 'OTHER', ...less(second, first) }];
}

async function servicesAt(
  ctx: Context,
  { indicator, unitId, question }: BridgeAsked,
  definition: IndicatorRow,
  knownAt: Date,
): Promise<Counts> {
  const { counts } = await serviceTable(ctx, definition, { ...question, indicator: indicator.code, knownAt });
  return counts.get(unitId) ?? NOTHING;
}

async function bookedSteps(
  ctx: Context,
  { question: { from, to } }: BridgeAsked,
  { definitionId, from: after, until }: DefinitionSpan,
  units: readonly number[],
): Promise<BridgeStep<BridgeCause>[]> {
  const rows = await causesBetween(ctx.read, ctx.provinceId, { definitionId, from, to, after, until });
  return CAUSES.map((cause) => ({
    cause,
    ...sumOver(
      rows.filter((row) => row.cause === cause),
      units,
    ),
  }));
}

/** In which order what was learned is taken in where nothing is booked, and as which cause. */
const TAKING: readonly (readonly [Cause, Partial<Taken>])[] = [
  ['NEW', { dossiers: 'NEW' }],
  ['CORRECTED', { dossiers: 'CORRECTED' }],
  ['GONE', { dossiers: 'SECOND' }],
  ['LIST', { list: 'SECOND' }],
  ['FORCE', { force: 'SECOND' }],
  ['UNITS', { units: 'SECOND' }],
];

async function countedSteps(
  ctx: Context,
  { question: { from, to } }: BridgeAsked,
  { definition, from: first, until: second }: DefinitionSpan,
  units: readonly number[],
): Promise<BridgeStep<BridgeCause>[]> {
  const among = { from, to, units, first, second };
  const count = (taken: Taken) => countAgain(ctx.figures, ctx.provinceId, definition, among, taken);
  let taken: Taken = { dossiers: 'FIRST', list: 'FIRST', force: 'FIRST', units: 'FIRST' };
  let before = await count(taken);
  const steps: BridgeStep<BridgeCause>[] = [];
  for (const [cause, next] of TAKING) {
    taken = { ...taken, ...next };
    const after = await count(taken);
    steps.push({ cause, ...less(after, before) });
    before = after;
  }
  return steps;
}

function sumOver(rows: readonly (Counts & { unitId: number })[], units: readonly number[]): Counts {
  const wanted = new Set(units);
  return rows.filter(({ unitId }) => wanted.has(unitId)).reduce<Counts>(addCounts, NOTHING);
}

function less(a: Counts, b: Counts): Counts {
  return { numerator: a.numerator - b.numerator, denominator: a.denominator - b.denominator };
}
