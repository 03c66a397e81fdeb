import type { Context } from '../../app/context.ts';
import type { News, NewsAsked } from '../../app/news.ts';
import { ownUnits, reached } from '../accounts/reach.service.ts';
import { stepsOfLate } from './news.queries.ts';

/** What others answered to the caller's own units, and ended: joined ones too, whose answer is that of the one that they follow. */
export async function newsOfDifficulties(ctx: Context, asked: NewsAsked): Promise<News[]> {
  const [reports, own] = [await reached(ctx, 'difficulty.report'), await ownUnits(ctx)];
  await reached(ctx, 'difficulty.read');
  const steps = await stepsOfLate(ctx.read, ctx.provinceId, { ...asked, units: [...own] });
  return steps
    .filter(({ unitId }) => reports === 'ALL' || reports.has(unitId))
    .map(({ id, step, unitId, act, start, at }): News => {
      const kind = act === 'ANSWERED' ? 'DIFFICULTY_ANSWERED' : 'DIFFICULTY_ENDED';
      return { kind, word: step, unitId, about: start, at, path: `/kho-khan/${id}` };
    });
}
