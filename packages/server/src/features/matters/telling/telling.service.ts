import { dayInVietnam } from '@chi-tieu/shared/domain/days';
import { newsInWords, newsOfGuidance, newsOfTask } from '@chi-tieu/shared/domain/matters/news';
import type { App, Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';
import { reached } from '../../accounts/reach.service.ts';
import { partCounts } from '../../urging/messages/bundles.queries.ts';
import { forgetNews, tellWhatHolds } from '../../urging/messages/bundles.service.ts';
import type { MessageState } from '../../urging/messages/outbox.queries.ts';
import { guidanceToTell, openTasks } from './telling.queries.ts';

/** Whose news they are, in the messages that units get. */
const SOURCE = 'MATTERS';

type Matter = 'GUIDANCE' | 'TASK';
const keyOf = (kind: Matter, id: string): string => `${kind} ${id}`;

/** What a change of guidance or tasks sees beyond them: what units are to be told of it. */
export const TELLING = { sees: ['matters', 'guiding', 'reminders'] } as const;

/** Tells units by mail and gateway what holds now of guidance and tasks and was not told them; gives how many news there are. */
export function tellMatters(app: App, gatherMs?: number): Promise<number> {
  const today = dayInVietnam(app.now());
  const base = app.config.publicUrl?.replace(/\/+$/, '') ?? null;
  const given = { source: SOURCE, today, ...(gatherMs !== undefined && { gatherMs }) };
  return tellWhatHolds(app, given, async (sql) => [
    ...(await newsAboutGuidance(sql, app.provinceId, { today, base })),
    ...(await newsAboutTasks(sql, app.provinceId, { today, base })),
  ]);
}

interface Telling {
  today: string;
  base: string | null;
}

async function newsAboutGuidance(sql: Sql, provinceId: number, { today, base }: Telling) {
  const rows = await guidanceToTell(sql, provinceId, today);
  return rows.flatMap((row) =>
    newsOfGuidance(row, row, today).map(({ kind, key }) => {
      const { id, unitId, from, number, dated, title, body: text, edition, acknowledgeBy: dueOn } = row;
      const link = base === null ? null : `${base}/huong-dan/${id}`;
      const facts = { unit: row.unit ?? '……', from, number, dated, title, text, dueOn, edition, link };
      const matter = keyOf('GUIDANCE', id);
      // Each receiver is told for itself, also where one address receives for two.
      const about = `${matter} ${unitId} ${kind} ${key}`;
      return { unitId, matter, about, ...newsInWords({ ...facts, matter: 'GUIDANCE', kind }) };
    }),
  );
}

async function newsAboutTasks(sql: Sql, provinceId: number, { today, base }: Telling) {
  const rows = await openTasks(sql, provinceId, today);
  return rows.flatMap((row) =>
    newsOfTask(row, row.since, today).map(({ kind, key }) => {
      const { id, unitId, number, givenOn: dated, body: title, dueOn, directionId } = row;
      const link = base === null ? null : `${base}/chi-dao/${directionId}`;
      const facts = { unit: row.unit ?? '……', from: null, number, dated, title, text: null, dueOn, edition: 1, link };
      const matter = keyOf('TASK', id);
      return { unitId, matter, about: `${matter} ${kind} ${key}`, ...newsInWords({ ...facts, matter: 'TASK', kind }) };
    }),
  );
}

/** Drops what was to be told of one within a change of it: what holds still is told later, in the words of then. */
export async function forgetToTell(
  tx: Writer,
  ctx: Context,
  { kind, id, unitId = null }: { kind: Matter; id: string; unitId?: number | null },
): Promise<void> {
  await forgetNews(tx, ctx, { source: SOURCE, matter: keyOf(kind, id), unitId });
}

/** How many messages tell a unit of one, by where they stand; as far as the caller sees messages. Of those of a page at once. */
export async function messagesAbout(
  ctx: Context,
  kind: Matter,
  { id, unitId }: { id: string; unitId: number },
): Promise<{ state: MessageState; count: number }[]> {
  await reached(ctx, 'reminder.read');
  const rows = await ctx.loadAll(`messages about ${kind}`, { id: keyOf(kind, id) }, async (asked) => {
    const matters = [...new Set(asked.map((one) => one.id))];
    const counts = await partCounts(ctx.read, ctx.provinceId, { source: SOURCE, matters });
    return counts.map((row) => ({ id: row.matter, row }));
  });
  return rows.filter(({ row }) => row.unitId === unitId).map(({ row: { state, count } }) => ({ state, count }));
}
