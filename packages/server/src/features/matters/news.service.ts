import type { Context } from '../../app/context.ts';
import type { News, NewsAsked } from '../../app/news.ts';
import { handsOfCaller } from './guidance/sides.service.ts';
import { answeredOfLate } from './news.queries.ts';

/** Answers to what the caller asked about guidance, or somebody else who speaks for the same unit. */
export async function newsOfGuidance(ctx: Context, asked: NewsAsked): Promise<News[]> {
  const hands = await handsOfCaller(ctx);
  const answered = await answeredOfLate(ctx.read, ctx.provinceId, asked);
  return answered
    .filter(({ unitId, accountId }) => accountId === asked.by || hands.speaksFor(unitId))
    .map(({ id, question, version, unitId, start, at }): News => ({
      ...{ kind: 'GUIDANCE_ANSWERED', word: `${question}:${version}`, unitId, about: start, at },
      path: `/huong-dan/${id}`,
    }));
}
