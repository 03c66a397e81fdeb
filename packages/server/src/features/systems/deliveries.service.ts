import { startOfDay } from '@chi-tieu/shared/domain/connected/availability';
import { isExpected, WEEKS_BEFORE } from '@chi-tieu/shared/domain/connected/deliveries';
import { addDays, nextDay, type Day } from '@chi-tieu/shared/domain/days';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import type { Context } from '../../app/context.ts';
import { badInput } from '../../app/errors.ts';
import { today } from '../units/units.service.ts';
import { checkDays } from './availability.service.ts';
import { deliveriesOf, lastCameOf, type DeliveryRow } from './deliveries.queries.ts';
import { sourcesOf } from './systems.service.ts';

/** What a system sent on a day against what was accepted of it. */
export interface Delivery extends Omit<DeliveryRow, 'sourceId'> {
  /** Nothing came, although on such days something does; of which sources. */
  missing: number[];
}

/** Day by day what came of a system's sources, or of one of them. Today is not judged: it is not over. */
export async function deliveries(
  ctx: Context,
  systemId: number,
  { from, to, source }: { from: Day; to: Day; source: string | null },
): Promise<Delivery[]> {
  const days = checkDays(from, to);
  const all = (await sourcesOf(ctx, systemId)).map(({ id }) => id);
  const sources = source === null ? all : all.filter((id) => String(id) === source);
  if (source !== null && sources.length === 0) throw badInput('source', 'dossierSource.unknown');
  const earliest = addDays(from, -7 * WEEKS_BEFORE);
  const span = { from: startOfDay(earliest), to: startOfDay(nextDay(to)) };
  const rows = await deliveriesOf(ctx.read, ctx.provinceId, sources, span);
  const byDay = groupBy(rows, ({ day }) => day);
  const came = new Map(
    sources.map((id) => [id, new Set(rows.filter((row) => row.sourceId === id && row.came > 0).map(({ day }) => day))]),
  );
  const on = today(ctx);
  return days.map((day) => {
    const missing = sources.filter((id) => {
      const known = came.get(id) ?? new Set<Day>();
      return day < on && !known.has(day) && isExpected(day, known);
    });
    return { day, ...added(byDay.get(day) ?? []), missing };
  });
}

function added(rows: readonly DeliveryRow[]): Omit<DeliveryRow, 'sourceId' | 'day'> {
  const sum = (of: (row: DeliveryRow) => number): number => rows.reduce((all, row) => all + of(row), 0);
  return {
    ...{ batches: sum((row) => row.batches), came: sum((row) => row.came), accepted: sum((row) => row.accepted) },
    ...{ unchanged: sum((row) => row.unchanged), refused: sum((row) => row.refused) },
    ...{ held: sum((row) => row.held), waiting: sum((row) => row.waiting) },
  };
}

/** When something came last of a system; null for never. */
export async function lastCame(ctx: Context, systemId: number): Promise<Date | null> {
  const sources = await sourcesOf(ctx, systemId);
  const times = await Promise.all(
    sources.map(({ id }) =>
      ctx.load<string, { id: string; at: Date | null }>('last data of a source', String(id), (ids) =>
        lastCameOf(ctx.read, ctx.provinceId, ids.map(Number)),
      ),
    ),
  );
  const known = times.flatMap((one) => one?.at?.getTime() ?? []);
  return known.length === 0 ? null : new Date(Math.max(...known));
}
