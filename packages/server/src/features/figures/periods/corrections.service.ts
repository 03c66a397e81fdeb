import { addCounts, type Counts } from '@chi-tieu/shared/domain/rate';
import type { Context } from '../../../app/context.ts';
import { countedOn } from '../../rates/rates.service.ts';
import { indicatorOf } from '../../rates/indicator-of.service.ts';
import type { IndicatorRow } from '../../rates/indicators.queries.ts';
import { serviceTable } from '../../rates/services/services.service.ts';
import { countsByUnit } from '../../rates/totals.queries.ts';
import { stepsAmong } from '../bridge/bridge.service.ts';
import { definitionsBetween, waysOf, type DefinitionSpan } from '../bridge/definitions.service.ts';
import { knowingMoment } from '../figures.queries.ts';
import { accountOfMoment, correctionsWithin, type ClosedPeriodRow, type CorrectionRow } from './periods.queries.ts';

/**
 * What came into a closed period since, for the whole province, the latest first; together it is what the province counts more than it was
 * published with. By each definition that answered since: what was booked, moment by moment; of one that books nothing what each cause
 * makes between its first and its last instant; and where the next one was switched on, how it counts otherwise.
 */
export async function corrections(ctx: Context, period: ClosedPeriodRow, first: number): Promise<CorrectionRow[]> {
  const indicator = await indicatorOf(ctx, period.indicatorId);
  const found: CorrectionRow[] = [];
  let before: DefinitionSpan | null = null;
  const until = (await knowingMoment(ctx.read, null)) ?? period.knownAt;
  for (const span of await definitionsBetween(ctx, indicator, { from: period.knownAt, until })) {
    if (before) found.push(...(await switchedOn(ctx, period, before.definition, span)));
    const isBooked = waysOf(span.definition) === 'BOOKED';
    found.push(...(isBooked ? await booked(ctx, period, span, first) : await countedAgain(ctx, period, span)));
    before = span;
  }
  return found.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, first);
}

function booked(
  ctx: Context,
  { from, to }: ClosedPeriodRow,
  { definitionId, from: since, until }: DefinitionSpan,
  first: number,
): Promise<CorrectionRow[]> {
  return correctionsWithin(ctx.read, ctx.provinceId, { definitionId, from, to, since, until }, first);
}

async function countedAgain(
  ctx: Context,
  period: ClosedPeriodRow,
  { definition, from: first, until: second }: DefinitionSpan,
): Promise<CorrectionRow[]> {
  const [was, is] = [
    await countsThen(ctx, period, definition, first),
    await countsThen(ctx, period, definition, second),
  ];
  const units = differing(was, is);
  if (units === 0) return [];
  const question = { from: period.from, to: period.to, scope: 'SUBTREE' as const };
  const asked = { indicator: definition, unitId: ctx.provinceId, question, first, second };
  const { steps } = await stepsAmong(ctx, asked, [...new Set([...was.byUnit.keys(), ...is.byUnit.keys()])]);
  return steps.filter(isSome).map(({ cause, numerator, denominator }) => ({
    // That other units are counted is no step of the whole province.
    cause: cause === 'REORGANISATION' ? 'OTHER' : cause,
    ...{ at: second, numerator, denominator, units, by: null },
  }));
}

async function switchedOn(
  ctx: Context,
  period: ClosedPeriodRow,
  before: IndicatorRow,
  { definition, from: at }: DefinitionSpan,
): Promise<CorrectionRow[]> {
  const [was, is] = [await countsThen(ctx, period, before, at), await countsThen(ctx, period, definition, at)];
  const units = differing(was, is);
  if (units === 0) return [];
  const numerator = is.province.numerator - was.province.numerator;
  const denominator = is.province.denominator - was.province.denominator;
  return [{ at, cause: 'DEFINITION', numerator, denominator, units, by: await accountOfMoment(ctx.read, at) }];
}

interface CountsThen {
  province: Counts;
  byUnit: ReadonlyMap<number, Counts>;
}

const NOTHING: Counts = { numerator: 0, denominator: 0 };

/** What a definition counted in the period as known at an instant: for the province, and for each unit itself. */
async function countsThen(
  ctx: Context,
  { from, to }: ClosedPeriodRow,
  definition: IndicatorRow,
  knownAt: Date,
): Promise<CountsThen> {
  if (waysOf(definition) === 'SERVICES') {
    const ask = { indicator: definition.code, from, to, knownAt };
    const [whole, own] = [
      await serviceTable(ctx, definition, { ...ask, scope: 'SUBTREE' }),
      await serviceTable(ctx, definition, { ...ask, scope: 'OWN' }),
    ];
    return { province: whole.counts.get(ctx.provinceId) ?? NOTHING, byUnit: own.counts };
  }
  const rows = await countsByUnit(countedOn(ctx, definition), ctx.provinceId, definition, { from, to, knownAt });
  return {
    province: rows.reduce<Counts>(addCounts, NOTHING),
    byUnit: new Map(rows.map((row) => [row.unitId, row])),
  };
}

/** How many units count otherwise. */
function differing({ byUnit: a }: CountsThen, { byUnit: b }: CountsThen): number {
  const isSame = (unitId: number) => {
    const [one, other] = [a.get(unitId) ?? NOTHING, b.get(unitId) ?? NOTHING];
    return one.numerator === other.numerator && one.denominator === other.denominator;
  };
  return [...new Set([...a.keys(), ...b.keys()])].filter((unitId) => !isSame(unitId)).length;
}

const isSome = ({ numerator, denominator }: Counts): boolean => numerator !== 0 || denominator !== 0;
