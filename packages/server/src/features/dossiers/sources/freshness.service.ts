import { addDays, type Day } from '@chi-tieu/shared/domain/days';
import { RHYTHM_DAYS, sendingOf, weekdaysUntil, type Sending } from '@chi-tieu/shared/domain/freshness';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import type { UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../../app/context.ts';
import { today, unitTree } from '../../units/units.service.ts';
import { unitDays, type SourceRow, type UnitDays } from './sources.queries.ts';

/** How one unit stands with what a source has of it. */
export interface UnitSending extends Sending {
  unitId: number;
}

/** The units right below one: how many of those from which something is to be expected are silent. */
export interface PlaceSending {
  unitId: number;
  lastDay: Day | null;
  silent: number;
  expected: number;
}

/** What a source has, and of whom it has nothing, as of a day. */
export interface Freshness extends Sending {
  on: Day;
  places: PlaceSending[];
  units: UnitSending[];
  silent: number;
  /** Units from which something came lately, or should have. */
  expected: number;
  never: number;
}

/**
 * How fresh and how complete a source is on a day (today unless told). Each unit is judged by its own rhythm over the days on which
 * anything came of the source; the source itself over working days. Where the source is silent, so are all of its units.
 */
export function freshnessOf(ctx: Context, source: SourceRow, asked: Day | null): Promise<Freshness> {
  const on = asked ?? today(ctx);
  return ctx.once(`freshness ${source.id} ${on}`, async () => {
    const rows = await unitDays(ctx.read, source.id, { from: addDays(on, -RHYTHM_DAYS), on });
    const tree = await unitTree(ctx, on);
    const known = sentBy(rows, tree);
    const open = merged([...known.values()].map(({ days }) => days));
    const whole = sendingOf(open, weekdaysUntil(on), {
      on,
      lastDay: latest([...known.values()].map((one) => one.lastDay)),
    });
    const units = speaking(source, tree, known).map((unitId): UnitSending => {
      const { days = [], lastDay = null } = known.get(unitId) ?? {};
      const own = sendingOf(days, open, { on, lastDay });
      return { unitId, ...own, ...(whole.state === 'SILENT' && own.state === 'SENDING' && { state: whole.state }) };
    });
    return { on, ...whole, units, places: placesOf(units, tree), ...counts(units) };
  });
}

/** What came of each unit that exists on the day, of those that it succeeded too. */
function sentBy(rows: readonly UnitDays[], tree: UnitTree): Map<number, { days: Day[]; lastDay: Day | null }> {
  const live = rows.flatMap((row) => {
    const unitId = tree.liveUnitOf(row.unitId);
    return unitId === null ? [] : [{ ...row, unitId }];
  });
  const byUnit = groupBy(live, ({ unitId }) => unitId);
  return new Map(
    [...byUnit].map(([unitId, group]) => [
      unitId,
      { days: merged(group.map(({ days }) => days)), lastDay: latest(group.map(({ lastDay }) => lastDay)) },
    ]),
  );
}

/** Those of whom something came, and all that the source speaks for, in the order of their codes. */
function speaking(source: SourceRow, tree: UnitTree, known: ReadonlyMap<number, unknown>): number[] {
  const spoken = source.unitIds.flatMap((id) => [id, ...tree.below(id)]);
  const all = new Set([...spoken, ...known.keys()]);
  return tree
    .alive()
    .map(({ unitId }) => unitId)
    .filter((id) => all.has(id));
}

function placesOf(units: readonly UnitSending[], tree: UnitTree): PlaceSending[] {
  const byParent = groupBy(units, ({ unitId }) => tree.byId(unitId)?.parentId ?? unitId);
  return [...byParent]
    .map(([unitId, group]) => {
      const { silent, expected } = counts(group);
      return { unitId, lastDay: latest(group.map(({ lastDay }) => lastDay)), silent, expected };
    })
    .filter(({ expected }) => expected > 0);
}

function counts(units: readonly Sending[]): { silent: number; expected: number; never: number } {
  const of = (...states: Sending['state'][]) => units.filter(({ state }) => states.includes(state)).length;
  return { silent: of('SILENT'), expected: of('SILENT', 'SENDING'), never: of('NEVER') };
}

const merged = (days: readonly (readonly Day[])[]): Day[] => [...new Set(days.flat())].sort();
const latest = (days: readonly (Day | null)[]): Day | null =>
  days
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1) ?? null;
