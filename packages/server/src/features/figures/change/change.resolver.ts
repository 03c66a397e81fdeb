import { hundredthsOf, plus, sharedOut, type Fraction } from '@chi-tieu/shared/domain/change/fraction';
import { CHANGE_PARTS } from '@chi-tieu/shared/domain/change/change';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { Scope } from '../../../app/enums.ts';
import { badInput } from '../../../app/errors.ts';
import { DateScalar, DateTimeScalar } from '../../../app/scalars.ts';
import { Procedure } from '../../catalogue/catalogue.types.ts';
import { procedureById } from '../../catalogue/procedures.service.ts';
import { shownAttainment } from '../../rates/shown-attainment.service.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import { Unit } from '../../units/units.types.ts';
import { explainDossier } from '../explain/explain.service.ts';
import { showBridge } from '../show-figure.service.ts';
import { changeBetween, type ChangeBy as By, type ChangeTold } from './change.service.ts';
import { ChangeBy, ChangeExplanation, DossierExplanation, PeriodKnownInput, type ChangeGroup } from './change.types.ts';

const MOST_GROUPS = 50;

@Resolver()
export class ChangeResolver {
  @Query(() => ChangeExplanation, {
    description:
      'What the difference between a unit’s figures in two periods is made of. The first one must not be known later than the second.',
  })
  async explainChange(
    @Arg('indicator', () => ID) indicator: string,
    @Arg('unit', () => ID) unit: string,
    @Arg('scope', () => Scope, { nullable: true, description: 'SUBTREE unless told.' }) scope: Scope | null,
    @Arg('a', () => PeriodKnownInput, { description: 'The first period.' }) a: PeriodKnownInput,
    @Arg('b', () => PeriodKnownInput, { description: 'The second period.' }) b: PeriodKnownInput,
    @Arg('by', () => ChangeBy, { nullable: true, description: 'PROCEDURE unless told.' }) by: By | null,
    @Ctx() ctx: Context,
  ): Promise<ChangeExplanation> {
    const known = ({ from, to, knownAt }: PeriodKnownInput) => ({ from, to, knownAt: knownAt ?? null });
    const groupedBy = by ?? 'PROCEDURE';
    const asked = { indicator, unit, scope: scope ?? 'SUBTREE', a: known(a), b: known(b), by: groupedBy } as const;
    return showChange(ctx, await changeBetween(ctx, asked), groupedBy);
  }

  @Query(() => DossierExplanation, {
    nullable: true,
    description: 'Why a dossier within reach counts or not, rule by rule; null where there is none with this code.',
  })
  async dossierExplanation(
    @Arg('code', () => ID, { description: 'As it was received, in whichever form.' }) code: string,
    @Arg('indicator', () => ID) indicator: string,
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar) to: string,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true }) knownAt: Date | null,
    @Ctx() ctx: Context,
  ): Promise<DossierExplanation | null> {
    const row = await explainDossier(ctx, code, { indicator, from, to, knownAt: knownAt ?? null });
    return row && { code: row.code, countedAs: row.countedAs, rules: row.rules, row };
  }
}

@Resolver(() => DossierExplanation)
export class DossierExplanationResolver {
  @FieldResolver(() => Procedure, { nullable: true, description: 'The procedure that it asks for.' })
  procedure(@Root() { row }: DossierExplanation, @Ctx() ctx: Context): Promise<Procedure | null> {
    return procedureById(ctx, row.procedureId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that received it, as it was that day.' })
  unit(@Root() { row }: DossierExplanation, @Ctx() ctx: Context): Promise<Unit | null> {
    return unitAsKnown(ctx, row.unitId, row.receivedDay);
  }
}

async function showChange(ctx: Context, told: ChangeTold, by: By): Promise<ChangeExplanation> {
  const { questions, unitId, change } = told;
  const points = sharedOut(change ? CHANGE_PARTS.map((part) => change.parts[part]) : []);
  const a = await shownAttainment(ctx, questions.a, unitId);
  const b = await shownAttainment(ctx, questions.b, unitId);
  if (!a || !b) throw badInput('unit', 'unit.gone', { day: a ? questions.b.to : questions.a.to });
  const sizes = (change?.groups ?? []).map((group) => ({ group, whole: wholeOf(group) }));
  const largest = sizes.sort((x, y) => size(y.whole) - size(x.whole)).slice(0, MOST_GROUPS);
  return {
    a,
    b,
    points: change && hundredthsOf(change.total) / 100,
    parts: change ? CHANGE_PARTS.map((part, at) => ({ part, points: (points[at] ?? 0) / 100 })) : [],
    learned: showBridge(told.learned),
    groups: await Promise.all(largest.map(({ group: { key } }) => showGroup(ctx, told, key, by))),
    groupCount: sizes.length,
  };
}

const wholeOf = ({ catalogue, rate, mix }: Record<'catalogue' | 'rate' | 'mix', Fraction>) =>
  plus(plus(catalogue, rate), mix);

/** How large an effect is, for an order alone: as near as a number comes. */
function size({ top, bottom }: Fraction): number {
  const scaled = (top * 1_000_000_000_000n) / bottom;
  return Math.abs(Number(scaled));
}

async function showGroup(ctx: Context, told: ChangeTold, key: number, by: By): Promise<ChangeGroup> {
  const counts = told.groups.get(key);
  const effect = told.change?.groups.find((group) => group.key === key);
  if (!counts || !effect) throw new Error('a group of a change is not there');
  const called = by === 'PROCEDURE' ? await procedureById(ctx, key) : await unitAsKnown(ctx, key, told.questions.a.to);
  const inPoints = (share: Fraction) => hundredthsOf(share) / 100;
  return {
    code: called?.code ?? String(key),
    name: called?.name ?? '',
    numeratorA: counts.a.numerator,
    denominatorA: counts.a.denominator,
    numeratorB: counts.b.numerator,
    denominatorB: counts.b.denominator,
    catalogue: inPoints(effect.catalogue),
    rate: inPoints(effect.rate),
    mix: inPoints(effect.mix),
    points: inPoints(wholeOf(effect)),
  };
}
