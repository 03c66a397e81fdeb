import { availabilityOf, startOfDay, type Availability } from '@chi-tieu/shared/domain/connected/availability';
import { daysOf } from '@chi-tieu/shared/domain/connected/deliveries';
import { monthEnd, monthStart, nextDay, type Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import type { Grain } from '../../app/enums.ts';
import { badInput } from '../../app/errors.ts';
import { checkPeriodOfYears } from '../rates/rates.service.ts';
import { checkedIn } from './checking/checks.queries.ts';
import { spansWithin } from './outages/outages.queries.ts';
import { partsOf } from './systems.service.ts';

/** So many days are told at most. */
export const MOST_DAYS = 400;

/** Refuses a period that is backwards, longer than is told, or without room around it. */
export function checkDays(from: Day, to: Day): Day[] {
  checkPeriodOfYears(from, to);
  const days = startOfDay(to).getTime() - startOfDay(from).getTime() <= MOST_DAYS * 86_400_000 ? daysOf(from, to) : [];
  if (days.length === 0) throw badInput('to', 'system.days', { most: MOST_DAYS });
  return days;
}

interface Asked {
  from: Day;
  to: Day;
  grain: Grain;
}

interface Period {
  from: Day;
  start: Date;
  end: Date;
}

/** The days or whole months of a period; of all systems of a list the same ones. */
function periodsOf(ctx: Context, { from, to, grain }: Asked): Promise<Period[]> {
  return ctx.once(`days of systems ${from} ${to} ${grain}`, () => {
    const days = checkDays(from, to);
    const starts = grain === 'DAY' ? days : [...new Set(days.map(monthStart))];
    const periods = starts.map((start) => {
      const end = nextDay(grain === 'DAY' ? start : monthEnd(start));
      return { from: start, start: startOfDay(start), end: startOfDay(end) };
    });
    return Promise.resolve(periods);
  });
}

/** How available a system was, day by day or month by month, whole months where these are asked for. Systems of a list are asked as one. */
export async function availability(ctx: Context, systemId: number, asked: Asked): Promise<Availability[]> {
  const periods = await periodsOf(ctx, asked);
  const { grain } = asked;
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return [];
  const days = { from: first.from, to: grain === 'DAY' ? last.from : monthEnd(last.from), grain };
  const span = { from: first.start, to: last.end };
  const key = `${days.from} ${days.to}`;
  const [checked, outages] = await Promise.all([
    partsOf(ctx, `checked ${key} ${grain}`, systemId, (ids) => checkedIn(ctx.read, ctx.provinceId, ids, days)),
    partsOf(ctx, `spans ${key}`, systemId, (ids) => spansWithin(ctx.read, ctx.provinceId, ids, span)),
  ]);
  const byPeriod = new Map(checked.map((row) => [row.from, row]));
  return availabilityOf(periods, (from) => byPeriod.get(from) ?? null, outages, ctx.app.now());
}
