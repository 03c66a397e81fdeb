import type { Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import type { SuccessionRecord } from './units.queries.ts';
import { today, unitRegister, unitTree } from './units.service.ts';
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

/** The unit as of a day, or as it was nearest to it; null when it never was. */
export async function unitAsKnown(ctx: Context, unitId: number, day: Day): Promise<Unit | null> {
  const { versions } = await unitRegister(ctx);
  const mine = versions.filter((version) => version.unitId === unitId);
  const distance = (from: Day | null, to: Day | null) =>
    (from === null || from <= day) && (to === null || to >= day) ? 0 : from !== null && from > day ? 1 : 2;
  const version = [...mine].sort(
    (a, b) => distance(a.from, a.to) - distance(b.from, b.to) || (b.from ?? '').localeCompare(a.from ?? ''),
  )[0];
  if (!version) return null;
  const on = distance(version.from, version.to) === 0 ? day : (version.to ?? version.from ?? day);
  return showUnit({ version, tree: await unitTree(ctx, on), on });
}
