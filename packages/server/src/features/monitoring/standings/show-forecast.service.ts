import { impossibleFromMonth, remainingNeed } from '@chi-tieu/shared/domain/standing/remaining-need';
import { contributions, gapInDossiers } from '@chi-tieu/shared/domain/standing/contributions';
import { isBehind, outlookOf } from '@chi-tieu/shared/domain/standing/outlook';
import { percentOf } from '@chi-tieu/shared/domain/percent';
import { missingToTarget, ratePercent, type Counts } from '@chi-tieu/shared/domain/rate';
import { badInput } from '../../../app/errors.ts';
import type { AttainmentQuestion } from '../../rates/rates.service.ts';
import { showRow } from '../../rates/shown-attainment.service.ts';
import { showUnit } from '../../units/units.types.ts';
import type { ForecastTable } from './forecast.service.ts';
import type { Contribution, Forecast, ForecastMonth, MonthStanding } from './forecast.types.ts';

/** A unit's forecast as GraphQL shows it. */
export function showForecast(table: ForecastTable, question: AttainmentQuestion, unitId: number): Forecast {
  const soFar = showRow(table.soFar, question, unitId);
  const { numerator, denominator, targetHundredths } = table.soFar.of(unitId);
  const expected = table.forecasts.of(unitId);
  const need =
    targetHundredths === null ? null : remainingNeed({ numerator, denominator }, expected.volume, targetHundredths);
  const ending = (online: number): number | null =>
    ratePercent({ numerator: numerator + online, denominator: denominator + expected.volume });
  return {
    unit: soFar.unit,
    soFar,
    expected: expected.volume,
    expectedInNumerator: expected.middle,
    target: soFar.target,
    needed: need?.needed ?? null,
    neededShare: need?.neededShareHundredths == null ? null : percentOf(need.neededShareHundredths),
    projected: ending(expected.middle),
    projectedLow: ending(expected.low),
    projectedHigh: ending(expected.high),
    outlook: outlookOf({ numerator, denominator }, expected, targetHundredths, table.isOver),
    impossibleFrom: impossibleFrom(table, unitId, targetHundredths),
    table,
  };
}

/** The months of the year, what is over first. */
export function showMonths({ table, unit }: Forecast): ForecastMonth[] {
  return table.monthsOf(unit.unitId).map(({ counts, start, isExpected }) => {
    return { from: start, ...counts, expected: isExpected };
  });
}

/** Where the unit stood at the end of the last whole month; null where nothing says where it should have. */
export function showMark({ table, unit }: Forecast): MonthStanding | null {
  const mark = table.markOf(unit.unitId);
  if (mark === null) return null;
  const { month, hundredths, counts } = mark;
  const missing = counts.denominator === 0 ? null : missingToTarget(counts, hundredths);
  return {
    month,
    mark: percentOf(hundredths),
    ...counts,
    rate: ratePercent(counts),
    behind: isBehind(counts, hundredths),
    missing,
  };
}

/** What each unit directly below takes from the unit's distance to its target, and the unit itself, heaviest first; empty without target. */
export function showContributions({ table, unit, soFar }: Forecast): Contribution[] {
  const { tree } = table.soFar;
  const { targetHundredths, ...whole } = table.soFar.of(unit.unitId);
  if (targetHundredths === null) return [];
  const below = tree
    .children(unit.unitId)
    .map((child) => ({ ...countsOf(table.soFar.of(child.unitId)), key: child.unitId }));
  const own = { ...less(countsOf(whole), below), key: unit.unitId };
  return contributions([...below, own], targetHundredths)
    .filter(({ key, denominator }) => key !== unit.unitId || denominator > 0)
    .map(({ key, numerator, denominator, gap }) => {
      const version = tree.byId(key);
      if (!version) throw badInput('unit', 'unit.gone', { day: soFar.to });
      return {
        unit: showUnit({ version, tree, on: soFar.to }),
        own: key === unit.unitId,
        numerator,
        denominator,
        rate: ratePercent({ numerator, denominator }),
        gap: gapInDossiers(gap),
      };
    });
}

/**
 * In the middle of what is expected, a month that is under way with what was counted in it so far. None while days are left of which nothing is
 * expected: nothing is certain then.
 */
function impossibleFrom(table: ForecastTable, unitId: number, targetHundredths: number | null): string | null {
  if (targetHundredths === null || (!table.isOver && table.forecasts.of(unitId).volume === 0)) return null;
  const months = table.monthsOf(unitId);
  const counted = months.filter(({ isExpected }) => !isExpected).map(({ counts }) => counts);
  const { numerator, denominator } = table.soFar.of(unitId);
  const underWay = less({ numerator, denominator }, counted);
  const whole = months.map(({ counts }, index) =>
    index === counted.length
      ? { numerator: counts.numerator + underWay.numerator, denominator: counts.denominator + underWay.denominator }
      : counts,
  );
  const month = impossibleFromMonth(whole, targetHundredths);
  return month === null ? null : (months[month]?.start ?? null);
}

function countsOf({ numerator, denominator }: Counts): Counts {
  return { numerator, denominator };
}

function less(whole: Counts, parts: readonly Counts[]): Counts {
  return parts.reduce(
    (left, part) => ({
      numerator: left.numerator - part.numerator,
      denominator: left.denominator - part.denominator,
    }),
    whole,
  );
}
