import { dayInVietnam, yearEnd, yearOf, yearStart, type Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../../app/context.ts';
import { badInput } from '../../../app/errors.ts';
import type { IndicatorRow } from '../../rates/indicators.queries.ts';
import { today } from '../../units/units.service.ts';
import type { ForecastQuestion } from './forecast.service.ts';
import { lastDayCounted } from './history.queries.ts';

/** Up to which day is counted, and at the end of which day a forecast stands. */
export interface DayAsked {
  on: Day;
  /** The same, but of a year that is over its last day, though the last one with data may be earlier: nothing more is to come. */
  until: Day;
}

/**
 * The day of a question: the one that is asked for, else the least of today, the day as of which things are to be known, and the last day
 * of the year on which anything counted, as known then. Refuses a year that has not begun, and a day that is still to come, or was when things were known as they are to be.
 */
export async function dayAsked(ctx: Context, indicator: IndicatorRow, question: ForecastQuestion): Promise<DayAsked> {
  const { year, on, knownAt } = question;
  if (!Number.isInteger(year) || year < 1900 || year > 9998) throw badInput('year', 'forecast.year');
  const todayHere = today(ctx);
  const known = knownAt === null ? todayHere : least(todayHere, dayInVietnam(knownAt));
  if (on !== null) {
    if (yearOf(on) !== year) throw badInput('on', 'forecast.day', { year });
    if (on > known) throw badInput('on', 'forecast.ahead', { known });
    return { on, until: on };
  }
  if (yearStart(year) > known) throw badInput('year', 'forecast.notBegun', { year });
  const latest = least(yearEnd(year), known);
  const period = { from: yearStart(year), to: latest, knownAt };
  const last = (await lastDayCounted(ctx.read, ctx.provinceId, indicator, period)) ?? latest;
  return { on: last, until: yearEnd(year) < known ? yearEnd(year) : last };
}

function least(a: Day, b: Day): Day {
  return a < b ? a : b;
}
