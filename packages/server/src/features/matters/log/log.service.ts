import { compareDays, type Day } from '@chi-tieu/shared/domain/days';
import { firstDated, lastDeadline } from '@chi-tieu/shared/domain/matters/bounds';
import type { Context } from '../../../app/context.ts';
import { isNumberKey } from '../../../app/connection.ts';
import { forbidden, reached, spokenFor } from '../../accounts/reach.service.ts';
import { notFound, type AppError } from '../../../app/errors.ts';
import { badInput } from '../../../app/errors.ts';
import { checkSaidIfAny, checkSaidLine } from '../../plans/talk/said.service.ts';
import { today, unitTree } from '../../units/units.service.ts';
import { fileOfStep, stepsOfMatters, type MatterKind, type MatterStepRow } from './steps.queries.ts';

/** The steps of one that the caller may read, oldest first; of those of a page at once. */
export async function stepsOfMatter(ctx: Context, kind: MatterKind, id: string): Promise<MatterStepRow[]> {
  const rows = await ctx.loadAll(`steps of ${kind}`, { id }, async (asked) => {
    const ids = asked.map((one) => one.id);
    return (await stepsOfMatters(ctx.read, ctx.provinceId, kind, ids)).map((row) => ({ id: row.matterId, row }));
  });
  return rows.map(({ row }) => row);
}

/** Why a matter is not there for the caller: to who sees everything NOT_FOUND. */
export async function unseen(ctx: Context): Promise<AppError> {
  return (await reached(ctx, 'matter.read')) === 'ALL' ? notFound('matter.unknown') : forbidden('matter.read');
}

/** FORBIDDEN for who brings no file to any matter: who gives guidance, follows directions, or speaks for a unit. */
export async function needToBringFiles(ctx: Context): Promise<void> {
  const rights = [await spokenFor(ctx), await reached(ctx, 'guidance.issue'), await reached(ctx, 'direction.follow')];
  if (!rights.some((units) => units === 'ALL' || units.size > 0)) throw forbidden('matter.read');
}

/** A file that a step brought; null where the caller does not see the step. */
export async function fileOfMatter(ctx: Context, stepId: string, sha256: string): ReturnType<typeof fileOfStep> {
  await reached(ctx, 'matter.read');
  return isNumberKey(stepId) ? fileOfStep(ctx.read, ctx.provinceId, stepId, sha256) : null;
}

/** BAD_USER_INPUT where a unit is no more, or not yet: who answers for it now has to be named. */
export async function needAlive(ctx: Context, path: string, code: string, unitId: number): Promise<void> {
  const tree = await unitTree(ctx, today(ctx));
  if (!tree.byId(unitId)) throw badInput(path, 'matter.ended', { code });
}

/** A short text that must be there, or may be left out; by the rule of what is said. */
export function checkShort(path: string, text: string, most: number): string {
  return checkSaidLine(path, text, most);
}

export function checkShortIfAny(path: string, text: string | null | undefined, most: number): string | null {
  return checkSaidIfAny(path, text) === null ? null : checkShort(path, text ?? '', most);
}

/** BAD_USER_INPUT for a deadline that lies years ahead. */
export function checkDeadline(ctx: Context, path: string, due: Day): void {
  const last = lastDeadline(today(ctx));
  if (compareDays(due, last) > 0) throw badInput(path, 'matter.tooFar', { day: last });
}

/** BAD_USER_INPUT for a day that is older than any paper that is entered. */
export function checkNotAncient(ctx: Context, path: string, day: Day): void {
  const first = firstDated(today(ctx));
  if (compareDays(day, first) < 0) throw badInput(path, 'matter.tooOld', { day: first });
}
