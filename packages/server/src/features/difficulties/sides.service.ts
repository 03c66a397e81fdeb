import type { Sides } from '@chi-tieu/shared/domain/difficulties/states';
import type { UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../app/context.ts';
import { notFound, type AppError } from '../../app/errors.ts';
import { forbidden, reached } from '../accounts/reach.service.ts';
import { today, unitTree } from '../units/units.service.ts';
import { difficultiesById, type DifficultyRow } from './difficulties.queries.ts';

/** What somebody may do about difficulties, today. */
export interface Hands {
  sidesOf(row: Pick<DifficultyRow, 'unitId' | 'ownerId'>): Sides;
  /** The unit on whose behalf somebody takes a step: the highest above the difficulty's unit that they handle for, else the one that owns it. */
  behalfOf(row: Pick<DifficultyRow, 'unitId' | 'ownerId'>): number;
  handlesFor(unitId: number): boolean;
}

/** On which sides the caller is; asked once a request. */
export function handsOfCaller(ctx: Context): Promise<Hands> {
  return ctx.once('difficulty hands', async () => {
    const [reports, handles] = [await reached(ctx, 'difficulty.report'), await reached(ctx, 'difficulty.handle')];
    const tree = await unitTree(ctx, today(ctx));
    const isOf = (units: typeof reports, id: number): boolean => units === 'ALL' || units.has(id);
    const handlesFor = (id: number): boolean => isOf(handles, id);
    const sidesOf: Hands['sidesOf'] = ({ unitId, ownerId }) => ({
      reports: isOf(reports, unitId),
      handles: above(tree, unitId).some(handlesFor) || (ownerId !== null && handlesFor(ownerId)),
    });
    const behalfOf: Hands['behalfOf'] = ({ unitId, ownerId }) => {
      const highest = above(tree, unitId).findLast(handlesFor);
      // What is written among those who handle is read by their own unit and those above it: a unit that is given it reads nothing of theirs.
      return highest ?? (ownerId !== null && handlesFor(ownerId) ? ownerId : unitId);
    };
    return { sidesOf, behalfOf, handlesFor };
  });
}

/** The units above the one that answers for a unit today, from below; of the province itself. */
function above(tree: UnitTree, unitId: number): readonly number[] {
  const line = tree.lineOf(tree.liveUnitOf(unitId) ?? unitId);
  return line.length > 1 ? line.slice(1) : line;
}

/** A difficulty that is about to be changed, within sight: FORBIDDEN where it is not, to who sees everything NOT_FOUND. */
export async function seenDifficulty(ctx: Context, id: string): Promise<DifficultyRow> {
  const hands = await handsOfCaller(ctx);
  const row = isDifficultyId(id) ? (await difficultiesById(ctx.read, ctx.provinceId, [id]))[0] : undefined;
  if (!row) throw await unseen(ctx);
  const { reports, handles } = hands.sidesOf(row);
  if (!reports && !handles) throw forbidden('difficulty.report');
  return row;
}

async function unseen(ctx: Context): Promise<AppError> {
  const all = await reached(ctx, 'difficulty.read');
  return all === 'ALL' ? notFound('difficulty.unknown') : forbidden('difficulty.report');
}

export function isDifficultyId(id: string): boolean {
  return /^[1-9]\d{0,17}$/.test(id);
}
