import { daysBetween, type Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import type { SuccessionRecord } from './units.queries.ts';
import { nearestDay, today, unitRegister, unitTree } from './units.service.ts';
import { showUnit, type Succession, type Unit, type UnitVersion } from './units.types.ts';

/** Every dated version of a unit, oldest first, each with its parent as of the version's first known day. */
export async function unitHistory(ctx: Context, unitId: number): Promise<UnitVersion[]> {
  const { versions } = await unitRegister(ctx);
  const mine = versions.filter((version) => version.unitId === unitId);
  mine.sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
  return Promise.all(
    mine.map(async ({ code, name, type, kind, source, from, to, parentId }) => ({
      code,
      name,
      type,
      kind,
      source,
      validFrom: from,
      validTo: to,
      parent: parentId === null ? null : await unitAsKnown(ctx, parentId, from ?? to ?? today(ctx)),
    })),
  );
}

/** The units that this one followed. */
export async function unitPredecessors(ctx: Context, unitId: number): Promise<Succession[]> {
  const { successions } = await unitRegister(ctx);
  const mine = successions.filter((row) => row.successorId === unitId);
  return showSuccessions(ctx, mine, (row) => row.predecessorId);
}

/** The units that followed this one. */
export async function unitSuccessors(ctx: Context, unitId: number): Promise<Succession[]> {
  const { successions } = await unitRegister(ctx);
  const mine = successions.filter((row) => row.predecessorId === unitId);
  return showSuccessions(ctx, mine, (row) => row.successorId);
}

async function showSuccessions(
  ctx: Context,
  rows: SuccessionRecord[],
  other: (row: SuccessionRecord) => number,
): Promise<Succession[]> {
  const shown = await Promise.all(
    rows.map(async (row) => {
      const unit = await unitAsKnown(ctx, other(row), row.on);
      return unit && { unit, on: row.on, main: row.isMain, source: row.source };
    }),
  );
  return shown.filter((row) => row !== null);
}

/** The unit as of a day, or as it was on the day nearest to it on which it was; null when it never was. */
export async function unitAsKnown(ctx: Context, unitId: number, day: Day): Promise<Unit | null> {
  const { versions } = await unitRegister(ctx);
  const [nearest] = versions
    .filter((version) => version.unitId === unitId)
    .map((version) => ({ version, on: nearestDay(version, day) }))
    .sort((a, b) => Math.abs(daysBetween(day, a.on)) - Math.abs(daysBetween(day, b.on)));
  return nearest ? showUnit({ ...nearest, tree: await unitTree(ctx, nearest.on) }) : null;
}
