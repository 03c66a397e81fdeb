import { addDays } from '@chi-tieu/shared/domain/days';
import { comparedBy, likest, wordsOf } from '@chi-tieu/shared/domain/difficulties/likeness';
import type { DifficultyCause } from '@chi-tieu/shared/domain/difficulties/states';
import { tidySaid } from '@chi-tieu/shared/domain/said-text';
import type { Context } from '../../app/context.ts';
import { badInput } from '../../app/errors.ts';
import { need, reached } from '../accounts/reach.service.ts';
import { findProcedure } from '../catalogue/procedures.service.ts';
import { findSource } from '../dossiers/sources/sources.service.ts';
import { checkSaid } from '../plans/talk/said.service.ts';
import { allIndicators } from '../rates/rates.service.ts';
import { today, unitInInput, unitTree } from '../units/units.service.ts';
import { candidates, insertDifficulty, insertSteps, type DifficultyRow } from './difficulties.queries.ts';

/** What a difficulty is tied to, by codes as they are given. */
export interface TiesGiven {
  procedure: string | null;
  indicator: string | null;
  source: string | null;
}

export interface Ties {
  procedureId: number | null;
  indicatorId: number | null;
  sourceId: number | null;
}

/** Reports a difficulty in the name of a unit that there is today; gives its id. */
export async function reportDifficulty(
  ctx: Context,
  given: TiesGiven & { unit: string; text: string; cause: DifficultyCause },
): Promise<string> {
  const { unitId } = (await unitInInput(ctx, 'input.unit', given.unit)).version;
  await need(ctx, 'difficulty.report', [unitId]);
  await needAlive(ctx, 'input.unit', given.unit, unitId);
  const body = checkSaid('input.text', given.text);
  const ties = await tiesIn(ctx, 'input.', given);
  const reportedOn = today(ctx);
  return ctx.write('reportDifficulty', async (tx) => {
    const id = await insertDifficulty(tx, ctx.provinceId, { ...ties, unitId, body, cause: given.cause, reportedOn });
    await insertSteps(tx, ctx.provinceId, [id], {
      ...{ act: 'REPORTED', body: null, visibility: 'ALL', sideUnitId: unitId },
      ...{ ownerId: null, otherId: null, ofHead: null, day: reportedOn },
    });
    const after = { unit: given.unit, cause: given.cause, ...(given.procedure && { procedure: given.procedure }) };
    tx.audit({ what: 'DIFFICULTY_REPORTED', about: { kind: 'DIFFICULTY', id }, unitId, after });
    return id;
  });
}

/** BAD_USER_INPUT where a unit is no more, or not yet: who answers for it now has to be named. */
export async function needAlive(ctx: Context, path: string, code: string, unitId: number): Promise<void> {
  const tree = await unitTree(ctx, today(ctx));
  if (!tree.byId(unitId)) throw badInput(path, 'difficulty.ended', { code });
}

/** What codes tie a difficulty to; BAD_USER_INPUT where one is unknown, or a source beyond reach. */
export async function tiesIn(ctx: Context, path: string, given: TiesGiven): Promise<Ties> {
  const { procedure: code, indicator, source } = given;
  const procedure = code === null ? null : await findProcedure(ctx, code);
  if (code !== null && !procedure) throw badInput(`${path}procedure`, 'procedure.unknown', { code });
  const found = indicator === null ? null : (await allIndicators(ctx)).find((one) => one.code === indicator);
  if (found === undefined) throw badInput(`${path}indicator`, 'indicator.unknown', { code: indicator ?? '' });
  return {
    procedureId: procedure?.id ?? null,
    indicatorId: found?.id ?? null,
    sourceId: source === null ? null : await sourceIn(ctx, `${path}source`, source),
  };
}

async function sourceIn(ctx: Context, path: string, id: string): Promise<number> {
  await reached(ctx, 'source.read');
  const found = await findSource(ctx, id);
  if (!found) throw badInput(path, 'difficulty.source');
  return found.id;
}

/** So many of those that share most words are judged, whatever else there is. */
const MOST_COMPARED = 50;
const MOST_LIKE = 5;
const SINCE_DAYS = 366;

/** What is within sight and like what somebody is typing, the likest first, five at most. Unknown ties are none: nothing is refused while one types. */
export async function similarDifficulties(
  ctx: Context,
  given: TiesGiven & { text: string; cause: DifficultyCause | null },
): Promise<DifficultyRow[]> {
  await reached(ctx, 'difficulty.read');
  const text = tidySaid(given.text).slice(0, 2_000);
  const procedure = given.procedure === null ? null : await findProcedure(ctx, given.procedure);
  const indicator = (await allIndicators(ctx)).find(({ code }) => code === given.indicator);
  const ties = {
    procedureId: procedure?.id ?? null,
    indicatorId: indicator?.id ?? null,
    sourceId: given.source === null || !/^\d{1,9}$/.test(given.source) ? null : Number(given.source),
  };
  const words = [...wordsOf(text)];
  if (words.length === 0) return [];
  const within = { since: addDays(today(ctx), -SINCE_DAYS), most: MOST_COMPARED };
  const rows = await candidates(ctx.read, ctx.provinceId, { ...ties, words, cause: given.cause }, within);
  const compared = rows.map((row) => comparedBy({ ...row, text: row.body }));
  return likest({ ...ties, text, cause: given.cause }, compared, MOST_LIKE);
}
