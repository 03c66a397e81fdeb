import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { previousDay, yearStart } from '@chi-tieu/shared/domain/days';
import { percentOf } from '@chi-tieu/shared/domain/percent';
import type { Context } from '../../../app/context.ts';
import { UnitKind } from '../../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../../app/scalars.ts';
import { Unit } from '../../units/units.types.ts';
import { attainmentUnits, type AttainmentQuestion } from '../../rates/rates.service.ts';
import { forecastTable, yearMarks, type ForecastQuestion } from './forecast.service.ts';
import {
  Contribution,
  Forecast,
  ForecastMonth,
  ForecastQuality,
  MonthMark,
  MonthStanding,
  ProcedureContribution,
} from './forecast.types.ts';
import { dayOf } from './months-asked.ts';
import { procedureContributions } from './procedure-contributions.service.ts';
import { showContributions, showForecast, showMark, showMonths } from './show-forecast.service.ts';

@Resolver(() => Unit)
export class UnitForecastResolver {
  @FieldResolver(() => Forecast, {
    nullable: true,
    description:
      'Where the unit stands, and how its year will end; units are those of the day that is asked about. Null for one that did not exist on it.',
  })
  async forecast(
    @Root() unit: Unit,
    @Arg('indicator', () => ID) indicator: string,
    @Arg('year', () => Int) year: number,
    @Arg('on', () => DateScalar, { nullable: true }) on: string | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true }) knownAt: Date | null,
    @Ctx() ctx: Context,
  ): Promise<Forecast | null> {
    const asked = { indicator, year, on: on ?? null, knownAt: knownAt ?? null };
    const table = await forecastTable(ctx, asked);
    if (!table.soFar.tree.byId(unit.unitId)) return null;
    return showForecast(table, soFarOf(asked, table.on), unit.unitId);
  }
}

@Resolver(() => Forecast)
export class ForecastResolver {
  @Query(() => [Forecast], {
    description:
      'Where every unit that existed on the day stands, and how its year will end, in the order of the codes.',
  })
  async forecast(
    @Arg('indicator', () => ID) indicator: string,
    @Arg('year', () => Int) year: number,
    @Arg('on', () => DateScalar, {
      nullable: true,
      description: 'A day of the year until today; the earlier of today and the last day with data unless given.',
    })
    on: string | null,
    @Arg('under', () => ID, { nullable: true, description: 'A code: its children and all below.' })
    under: string | null,
    @Arg('kind', () => UnitKind, { nullable: true }) kind: UnitKind | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true }) knownAt: Date | null,
    @Ctx() ctx: Context,
  ): Promise<Forecast[]> {
    const table = await forecastTable(ctx, { indicator, year, on: on ?? null, knownAt: knownAt ?? null });
    const filter = { under: under ?? null, kind: kind ?? null, year, on: table.on };
    const units = await attainmentUnits(ctx, table.soFar.tree, filter);
    const question = soFarOf({ indicator, year, knownAt: knownAt ?? null }, table.on);
    return units.map((unitId) => showForecast(table, question, unitId));
  }

  @Query(() => ForecastQuality, {
    description: 'What forecasts of the past were off by, beside what anybody would have said without one.',
  })
  async forecastQuality(
    @Arg('indicator', () => ID) indicator: string,
    @Arg('year', () => Int) year: number,
    @Arg('on', () => DateScalar, { nullable: true }) on: string | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true }) knownAt: Date | null,
    @Ctx() ctx: Context,
  ): Promise<ForecastQuality> {
    const asked = { indicator, year, on: on ?? null, knownAt: knownAt ?? null };
    const { forecasts, on: day, soFar } = await forecastTable(ctx, asked);
    const kinds = Object.values(UnitKind).flatMap((kind) => [
      { kind, withUnits: true, group: `${kind} WITH_UNITS` },
      { kind, withUnits: false, group: kind },
    ]);
    const errors = kinds.flatMap(({ kind, withUnits, group }) => {
      const found = forecasts.errors.get(group);
      if (!found) return [];
      const missed = new Map(found.map(({ strategy, meanMissed }) => [strategy, meanMissed] as const));
      const percent = (of: 'FORECAST' | 'SO_FAR' | 'LAST_MONTH'): number | null => {
        const points = missed.get(of) ?? null;
        return points === null ? null : percentOf(points);
      };
      return [
        {
          kind,
          withUnits,
          method: withUnits ? null : forecasts.methodOf(kind),
          judged: found[0]?.judged ?? 0,
          forecast: percent('FORECAST'),
          soFar: percent('SO_FAR'),
          lastMonth: percent('LAST_MONTH'),
        },
      ];
    });
    const until = errors.length === 0 ? null : previousDay(dayOf(forecasts.judgedUntil));
    return { indicator: soFar.indicator.code, on: day, until, errors };
  }

  @FieldResolver(() => [ForecastMonth], {
    description: 'January to December: what was counted, then what is expected.',
  })
  months(@Root() forecast: Forecast): ForecastMonth[] {
    return showMonths(forecast);
  }

  @FieldResolver(() => MonthStanding, {
    nullable: true,
    description: 'Beside the mark of the last whole month, where an issued plan has one.',
  })
  milestone(@Root() forecast: Forecast): MonthStanding | null {
    return showMark(forecast);
  }

  @FieldResolver(() => [MonthMark], {
    description:
      'What its plan wants at the end of each month, those of the plan that holds on the day; empty where there is none.',
  })
  async marks(@Root() forecast: Forecast, @Ctx() ctx: Context): Promise<MonthMark[]> {
    const marks = (await yearMarks(ctx, forecast.table)).get(forecast.unit.unitId) ?? [];
    return marks.map(({ month, hundredths }) => ({ month, mark: percentOf(hundredths) }));
  }

  @FieldResolver(() => [Contribution], {
    description: 'Who pulls the unit down and who lifts it, the heaviest first; empty without target.',
  })
  contributions(@Root() forecast: Forecast): Contribution[] {
    return showContributions(forecast);
  }

  @FieldResolver(() => [ProcedureContribution], {
    nullable: true,
    description:
      'Which procedures pull the unit with all below it down and which lift it, the heaviest first; they add up to its own distance exactly. Empty without target. Counted from the dossiers as it is asked: null for a unit with more than 250,000 counted so far, whose units below are asked one by one.',
  })
  procedureContributions(@Root() forecast: Forecast, @Ctx() ctx: Context): Promise<ProcedureContribution[] | null> {
    return procedureContributions(ctx, forecast);
  }
}

/** What was counted from 1 January to the day. */
function soFarOf({ indicator, year, knownAt }: Omit<ForecastQuestion, 'on'>, to: string): AttainmentQuestion {
  return { indicator, from: yearStart(year), to, scope: 'SUBTREE', knownAt };
}
