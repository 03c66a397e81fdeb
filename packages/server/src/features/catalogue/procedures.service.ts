import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { badInput } from '../../app/errors.ts';
import { today } from '../units/units.service.ts';
import { proceduresByCode, proceduresById, type AsOf, type ProcedureRow } from './catalogue.queries.ts';
import { checkDrafts, codeOf } from './procedure-draft.ts';
import { checkSources, recordSources, type DraftWithDecision } from './sources.service.ts';
import { storeProcedures, type StoreStep } from './store-procedures.service.ts';

const MOST_AT_ONCE = 5_000;

/** The procedure of a code (suffixes allowed) as of a day, today unless told, and as known at an instant; or null. */
export async function findProcedure(ctx: Context, code: string, asOf: AsOf = {}): Promise<ProcedureRow | null> {
  const national = nationalCode(code);
  if (national === null) return null;
  const on = asOf.on ?? today(ctx);
  return (await proceduresByCode(ctx.read, ctx.provinceId, [national], { ...asOf, on }))[0] ?? null;
}

/** A procedure by id; those of a whole page are fetched at once. */
export function procedureById(ctx: Context, id: number): Promise<ProcedureRow | null> {
  return ctx.load('procedure', id, (ids) => proceduresById(ctx.read, ctx.provinceId, ids, { on: today(ctx) }));
}

/**
 * Saves procedures, at most 5,000, as one step; every field problem of every row is told at once. CONFLICT, and nothing
 * stored, where one has another version than the caller saw: told field by field (conflicts.service.ts).
 */
export async function saveProcedures(
  ctx: Context,
  drafts: DraftWithDecision[],
  about: Pick<StoreStep, 'kind' | 'facts'> = { kind: 'SAVED' },
): Promise<ProcedureRow[]> {
  if (drafts.length > MOST_AT_ONCE) throw badInput('input', 'input.tooMany', { most: MOST_AT_ONCE });
  checkDrafts(drafts);
  const sources = await checkSources(ctx, drafts);
  const step = { ...about, on: today(ctx) };
  const store = async (tx: Writer) =>
    storeProcedures(tx, ctx.provinceId, await recordSources(tx, ctx.provinceId, drafts, sources), step);
  await ctx.write('saveProcedures', store, { books: true });
  const codes = drafts.map(codeOf);
  const rows = await proceduresByCode(ctx.read, ctx.provinceId, codes, { on: today(ctx) });
  const saved = new Map(rows.map((row) => [row.code, row]));
  return codes.map((code) => saved.get(code)).filter((row) => row !== undefined);
}
