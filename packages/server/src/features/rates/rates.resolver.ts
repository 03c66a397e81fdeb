import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { monthEnd } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import { Grain, Scope, UnitKind } from '../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../app/scalars.ts';
import { listById } from '../catalogue/lists.service.ts';
import { ServiceList } from '../catalogue/catalogue.types.ts';
import { Unit } from '../units/units.types.ts';
import { explainFigure } from './explain.service.ts';
import {
  allIndicators,
  attainmentTable,
  attainmentUnits,
  seriesTable,
  type AttainmentQuestion,
} from './rates.service.ts';
import { Attainment, Explanation, Indicator, SeriesPoint } from './rates.types.ts';
import { showAttainment } from './show-attainment.ts';
import { showRow } from './shown-attainment.service.ts';

/** What `Unit.attainment` is asked for. */
export interface AttainmentArguments {
  indicator: string;
  from: string;
  to: string;
  scope?: Scope | null;
  knownAt?: Date | null;
}

/** `Unit.attainment`, which app/schema.ts calls past type-graphql. */
export async function attainmentOfUnit(unit: Unit, asked: AttainmentArguments, ctx: Context): Promise<Attainment> {
  const { indicator, from, to, scope, knownAt } = asked;
  const question: AttainmentQuestion = { indicator, from, to, scope: scope ?? 'SUBTREE', knownAt: knownAt ?? null };
  const table = await attainmentTable(ctx, question);
  return showAttainment(table.of(unit.unitId), question, unit);
}

@Resolver(() => Indicator)
export class IndicatorResolver {
  @Query(() => Indicator, { nullable: true, description: 'By its code; null when there is none.' })
  async indicator(@Arg('code', () => ID) code: string, @Ctx() ctx: Context): Promise<Indicator | null> {
    return (await allIndicators(ctx)).find((indicator) => indicator.code === code) ?? null;
  }

  @Query(() => [Indicator], { description: 'Every indicator, in the order of the codes.' })
  indicators(@Ctx() ctx: Context): Promise<Indicator[]> {
    return allIndicators(ctx);
  }

  @FieldResolver(() => ServiceList, {
    nullable: true,
    description: 'The list that procedures must stand on; null: none.',
  })
  list(@Root() indicator: Indicator, @Ctx() ctx: Context): Promise<ServiceList | null> | null {
    return indicator.listId === null ? null : listById(ctx, indicator.listId);
  }
}

@Resolver(() => Unit)
export class AttainmentResolver {
  @Query(() => [Attainment], {
    description: 'Every unit that existed on the last day of the period, dossiers or not, in the order of the codes.',
  })
  async attainments(
    @Arg('indicator', () => ID) indicator: string,
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar) to: string,
    @Arg('under', () => ID, { nullable: true, description: 'A code: its children and all below.' })
    under: string | null,
    @Arg('kind', () => UnitKind, { nullable: true }) kind: UnitKind | null,
    @Arg('scope', () => Scope, { nullable: true, description: 'SUBTREE unless told.' }) scope: Scope | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true }) knownAt: Date | null,
    @Ctx() ctx: Context,
  ): Promise<Attainment[]> {
    const question = { indicator, from, to, scope: scope ?? 'SUBTREE', knownAt: knownAt ?? null };
    const table = await attainmentTable(ctx, question);
    const filter = { under: under ?? null, kind: kind ?? null, year: Number(to.slice(0, 4)), on: to };
    const units = await attainmentUnits(ctx, table.tree, filter);
    return units.map((unitId) => showRow(table, question, unitId));
  }

  @FieldResolver(() => Attainment, { description: "The unit's figures in a period; units are those of its last day." })
  async attainment(
    @Root() unit: Unit,
    @Arg('indicator', () => ID) indicator: string,
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar) to: string,
    @Arg('scope', () => Scope, { nullable: true }) scope: Scope | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true }) knownAt: Date | null,
    @Ctx() ctx: Context,
  ): Promise<Attainment> {
    return attainmentOfUnit(unit, { indicator, from, to, scope, knownAt }, ctx);
  }

  @FieldResolver(() => [SeriesPoint], {
    description: 'Counts month by month (or day by day); times without dossiers are left out.',
  })
  async series(
    @Root() unit: Unit,
    @Arg('indicator', () => ID) indicator: string,
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar) to: string,
    @Arg('grain', () => Grain, { nullable: true, description: 'MONTH unless told.' }) grain: Grain | null,
    @Arg('scope', () => Scope, { nullable: true }) scope: Scope | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true }) knownAt: Date | null,
    @Ctx() ctx: Context,
  ): Promise<SeriesPoint[]> {
    const width = grain ?? 'MONTH';
    const question: AttainmentQuestion = { indicator, from, to, scope: scope ?? 'SUBTREE', knownAt: knownAt ?? null };
    const table = await seriesTable(ctx, question, width);
    return table.times.flatMap((time) => {
      const { numerator, denominator } = table.at(unit.unitId, time);
      if (denominator === 0) return [];
      const end = width === 'MONTH' ? monthEnd(time) : time;
      return [{ from: time < from ? from : time, to: end > to ? to : end, numerator, denominator }];
    });
  }

  @Query(() => Explanation, {
    description: 'Why a figure is what it is: the rule in words, the comparison, the three totals.',
  })
  explanation(
    @Arg('indicator', () => ID) indicator: string,
    @Arg('unit', () => ID) unit: string,
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar) to: string,
    @Arg('scope', () => Scope, { nullable: true }) scope: Scope | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true }) knownAt: Date | null,
    @Ctx() ctx: Context,
  ): Promise<Explanation> {
    return explainFigure(ctx, unit, { indicator, from, to, scope: scope ?? 'SUBTREE', knownAt: knownAt ?? null });
  }
}
