import type { Context } from '../../app/context.ts';
import type { News, NewsAsked } from '../../app/news.ts';
import { handsOfCaller } from './sides.service.ts';
import { movesOfLate } from './news.queries.ts';

/** Inspections that were announced to units for which the caller speaks, and concluded. */
export async function newsOfInspections(ctx: Context, asked: NewsAsked): Promise<News[]> {
  const hands = await handsOfCaller(ctx);
  const moves = await movesOfLate(ctx.read, ctx.provinceId, asked);
  return moves.flatMap((row): News[] => {
    const unitId = row.unitIds.find((id) => hands.sidesOf(row, id).answers);
    if (unitId === undefined) return [];
    const kind = row.act === 'ANNOUNCED' ? 'INSPECTION_ANNOUNCED' : 'INSPECTION_CONCLUDED';
    return [{ kind, word: row.step, unitId, about: row.title, at: row.at, path: `/kiem-tra/${row.id}` }];
  });
}
