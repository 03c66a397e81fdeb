import type { ReachedUnits } from '@chi-tieu/shared/domain/access/reach';
import { RIGHTS } from '@chi-tieu/shared/domain/access/rights';
import { receiversOf } from '@chi-tieu/shared/domain/matters/guidance';
import type { UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../../app/context.ts';
import type { UnitKind } from '../../../app/enums.ts';
import { badInput } from '../../../app/errors.ts';
import { accountToJudge } from '../../accounts/accounts.queries.ts';
import { unitsHeld } from '../../accounts/grants.queries.ts';
import { need, reached } from '../../accounts/reach.service.ts';
import { today, unitInInput, unitTree } from '../../units/units.service.ts';

/** Whom guidance is to be sent to, by codes. */
export interface ReceiversAsked {
  units: string[];
  /** All below the units that are named too. */
  withBelow: boolean;
  kind: UnitKind | null;
  under: string | null;
}

export const MOST_RECEIVERS = 1_000;

/** The unit in whose name guidance is given, for who may give it. */
export async function leadIn(ctx: Context, code: string): Promise<number> {
  const { unitId } = (await unitInInput(ctx, 'input.leadUnit', code)).version;
  await need(ctx, 'guidance.issue', [unitId]);
  return unitId;
}

/**
 * The units that there are today, of those that are asked for and that the one in whose name it is may tell; each that is named must be one. It may
 * tell those below it, and a unit whose own officer gives guidance further up those that this officer reaches: a department issues in its own name.
 */
export async function receiversIn(
  ctx: Context,
  given: ReceiversAsked & { leadUnit: string },
  leadUnitId: number,
): Promise<number[]> {
  if (given.units.length > MOST_RECEIVERS) throw badInput('input.units', 'input.tooMany', { most: MOST_RECEIVERS });
  const tree = await unitTree(ctx, today(ctx));
  const told = await toldBy(ctx, tree, leadUnitId);
  const refuse = (unitId: number): never => {
    throw badInput('input.leadUnit', 'guidance.notBelow', {
      ...{ lead: tree.byId(leadUnitId)?.name ?? given.leadUnit, unit: tree.byId(unitId)?.name ?? String(unitId) },
    });
  };
  const units = new Set<number>();
  for (const [at, code] of given.units.entries()) {
    const { unitId } = (await unitInInput(ctx, `input.units.${at}`, code)).version;
    if (!tree.byId(unitId)) throw badInput(`input.units.${at}`, 'matter.ended', { code });
    if (!told.includes(unitId)) refuse(unitId);
    units.add(unitId);
  }
  const under = given.under === null ? null : (await unitInInput(ctx, 'input.under', given.under)).version.unitId;
  if (
    under !== null &&
    under !== leadUnitId &&
    !told.includes(under) &&
    !tree.below(under).some((id) => told.includes(id))
  )
    refuse(under);
  const all = told.flatMap((id) => {
    const version = tree.byId(id);
    return version ? [{ unitId: id, kind: version.kind, above: tree.lineOf(id).slice(1) }] : [];
  });
  const found = receiversOf(all, { units, withBelow: given.withBelow, kind: given.kind, under });
  if (found.length > MOST_RECEIVERS) throw badInput('input.units', 'input.tooMany', { most: MOST_RECEIVERS });
  return found;
}

/** Whom a unit may tell, in the order of the tree. */
async function toldBy(ctx: Context, tree: UnitTree, leadUnitId: number): Promise<readonly number[]> {
  const below = tree.below(leadUnitId);
  if (ctx.isProcess || !(await isOwn(ctx, leadUnitId))) return below;
  const [issues, above] = [await reached(ctx, 'guidance.issue'), tree.lineOf(leadUnitId)];
  const root = above.at(-1) ?? leadUnitId;
  return tree.below(root).filter((id) => !above.includes(id) && isReached(issues, id));
}

const isReached = (units: ReachedUnits, id: number): boolean => units === 'ALL' || units.has(id);

/** It is where the caller works. */
async function isOwn(ctx: Context, unitId: number): Promise<boolean> {
  return (await accountToJudge(ctx.read, ctx.signedIn().id))?.unitId === unitId;
}

/** Whom guidance would be sent to, and those of them for whom nobody holds a role that takes note. */
export async function foreseen(
  ctx: Context,
  given: ReceiversAsked & { leadUnit: string },
): Promise<{ told: number; mute: number[] }> {
  const found = await receiversIn(ctx, given, await leadIn(ctx, given.leadUnit));
  const { roles } = RIGHTS['reminder.answer'];
  const speaks = await unitsHeld(ctx.read, found, { roles, day: today(ctx) });
  return { told: found.length, mute: found.filter((id) => !speaks.has(id)) };
}
