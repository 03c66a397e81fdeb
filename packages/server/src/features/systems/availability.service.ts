import { availabilityOf, startOfDay, type Availability } from '@chi-tieu/shared/domain/connected/availability';
import { daysOf } from '@chi-tieu/shared/domain/connected/deliveries';
import { monthEnd, monthStart, nextDay, type Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import type { Grain } from '../../app/enums.ts';
import { badInput } from '../../app/errors.ts';
import { checkPeriod } from '../rates/rates.service.ts';
import { hoursOf } from './checking/checks.queries.ts';
import { outagesOf } from './systems.service.ts';

/** So many days are told at most. */
export const MOST_DAYS = 400;

/** Refuses a period that is backwards or longer than is told. */
export function checkDays(from: Day, to: Day): Day[] {
  checkPeriod(from, to);
  const days = startOfDay(to).getTime() - startOfDay(from).getTime() <= MOST_DAYS * 86_400_000 ? daysOf(from, to) : [];
  if (days.length === 0) throw badInput('to', 'system.days', { most: MOST_DAYS });
  return days;
}

/** How available a system was, day by day or month by month, whole months where these are asked for. */
export async function availability(
  ctx: Context,
  systemId: number,
  { from, to, grain }: { from: Day; to: Day; grain: Grain },
): Promise<Availability[]> {
  const days = checkDays(from, to);
  const starts = grain === 'DAY' ? days : [...new Set(days.map(monthStart))];
  const periods = starts.map((start) => {
    const end = nextDay(grain === 'DAY' ? start : monthEnd(start));
    return { from: start, start: startOfDay(start), end: startOfDay(end) };
  });
  const span = { from: periods[0]?.start ?? startOfDay(from), to: periods.at(-1)?.end ?? startOfDay(nextDay(to)) };
  const key = `system hours ${span.from.toISOString()} ${span.to.toISOString()}`;
  const hours = await ctx.loadAll(key, { id: String(systemId) }, async (asked) => {
    const ids = asked.map(({ id }) => Number(id));
    return (await hoursOf(ctx.read, ctx.provinceId, ids, span)).map((row) => ({ id: String(row.systemId), row }));
  });
  const outages = await outagesOf(ctx, systemId, span);
  return availabilityOf(
    periods,
    hours.map(({ row }) => row),
    outages,
    ctx.app.now(),
  );
}
