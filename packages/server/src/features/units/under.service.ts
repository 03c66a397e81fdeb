import type { Context } from '../../app/context.ts';
import { badInput } from '../../app/errors.ts';
import { findUnit, today, unitTree } from './units.service.ts';

/** The units of a code with all below them and all that they succeeded: what concerned a unit that ended is its successor's. */
export async function unitsUnder(ctx: Context, code: string): Promise<number[]> {
  const unit = await findUnit(ctx, code);
  if (!unit) throw badInput('unit', 'unit.unknown', { code });
  const tree = await unitTree(ctx, today(ctx));
  const live = tree.liveUnitOf(unit.version.unitId) ?? unit.version.unitId;
  return [...new Set([unit.version.unitId, live, ...tree.below(live)].flatMap((id) => [id, ...tree.receivedBy(id)]))];
}
