import type { Context } from '../../app/context.ts';
import { badInput } from '../../app/errors.ts';
import { NEWS_DAYS, newsAsked, type News, type NewsAsked } from '../../app/news.ts';
import { newsOfDifficulties } from '../difficulties/news.service.ts';
import { newsOfInspections } from '../inspections/news.service.ts';
import { newsOfGuidance } from '../matters/news.service.ts';
import { today, unitTree } from '../units/units.service.ts';
import { showUnit } from '../units/units.types.ts';
import { newsOfReminders } from '../urging/news.service.ts';
import type { NewsItem } from './my-work.types.ts';
import { insertRead, wordsRead } from './news.queries.ts';

/** What each feature offers. */
const OFFERS: readonly ((ctx: Context, asked: NewsAsked) => Promise<News[]>)[] = [
  newsOfReminders,
  newsOfDifficulties,
  newsOfGuidance,
  newsOfInspections,
];
const MOST_TOLD = 50;
const MOST_READ = 500;
const DAY_MS = 86_400_000;
const WORD = /^[A-Z_]{1,40}:[0-9a-z:-]{1,60}$/;

const idOf = ({ kind, word }: News): string => `${kind}:${word}`;

/** What was answered or told to the caller within thirty days and they did not read yet, the newest first. */
export async function myNews(ctx: Context): Promise<NewsItem[]> {
  const { id: accountId } = ctx.signedIn();
  const asked = newsAsked(ctx.app.now(), accountId);
  const found: News[] = [];
  for (const offer of OFFERS) found.push(...(await offer(ctx, asked)));
  if (found.length === 0) return [];
  const read = await wordsRead(ctx.read, ctx.provinceId, accountId);
  const on = today(ctx);
  const tree = await unitTree(ctx, on);
  return found
    .filter((news) => !read.has(idOf(news)))
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (idOf(a) < idOf(b) ? -1 : 1))
    .slice(0, MOST_TOLD)
    .map((news) => {
      const { kind, unitId, about, at, path } = news;
      const version = tree.byId(tree.liveUnitOf(unitId) ?? unitId);
      return { id: idOf(news), kind, about, at, path, unit: version ? showUnit({ version, tree, on }) : null };
    });
}

/** Keeps that the caller read these; what is none of theirs is kept as read for them alone, and tells nothing. */
export async function readNews(ctx: Context, ids: readonly string[]): Promise<number> {
  const { id: accountId } = ctx.signedIn();
  const words = [...new Set(ids)];
  if (words.length > MOST_READ || words.some((word) => !WORD.test(word))) throw badInput('ids', 'news.unknown', {});
  if (words.length === 0) return 0;
  const now = ctx.app.now();
  const before = new Date(now.getTime() - 2 * NEWS_DAYS * DAY_MS);
  // What one read is nobody's business: it stands in no trail.
  return ctx.write('readNews', (tx) => insertRead(tx, ctx.provinceId, { accountId, words, now, before }));
}
