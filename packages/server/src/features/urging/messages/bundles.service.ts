import { type Day } from '@chi-tieu/shared/domain/days';
import { unitTreeOn } from '@chi-tieu/shared/domain/unit-tree';
import type { App, Context } from '../../../app/context.ts';
import { withClient } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { unitSuccessions, unitVersions } from '../../units/units.queries.ts';
import { dropAllBut, dropPartsOf, lockBundles, placeParts, type PartSaid } from './bundles.queries.ts';
import { wakeMessages } from './message-worker.ts';
import { confirmedContacts } from './news.queries.ts';
import { firstAtOf, GATHER_MS } from './place-news.ts';
import { ownReceiversOf } from './receivers.ts';

/** News for units, by what holds on a day. */
export type NewsOf = (sql: Sql, today: Day) => Promise<PartSaid[]>;

/**
 * Has each unit told at its own addresses, and by the gateway, all news of a source that hold now: gathered to one message a receiver and day,
 * nothing twice. What was to be told and holds no longer is dropped. As the process; gives how many news there are new.
 */
export async function tellWhatHolds(
  app: App,
  { source, today, gatherMs = GATHER_MS }: { source: string; today: Day; gatherMs?: number },
  newsOf: NewsOf,
): Promise<number> {
  const { smtp, webhook } = app.config;
  if (smtp === null && webhook === null) return 0;
  const { provinceId } = app;
  const now = app.now();
  const count = await withClient(
    app.db,
    async (sql) => {
      await lockBundles(sql, provinceId);
      const news = await newsOf(sql, today);
      await dropAllBut(sql, provinceId, { source, abouts: news.map(({ about }) => about), now });
      if (news.length === 0) return 0;
      const versions = await unitVersions(sql, provinceId, null);
      const tree = unitTreeOn(versions, await unitSuccessions(sql, provinceId, null), today);
      const contacts = smtp === null ? new Map() : await confirmedContacts(sql, provinceId);
      const addresses = { tree, contacts, hasGateway: webhook !== null };
      const told = news.flatMap((part) =>
        ownReceiversOf(part.unitId, addresses).map((receiver) => ({ part, receiver })),
      );
      return placeParts(sql, provinceId, told, { source, today, firstAt: firstAtOf(today, now, gatherMs) });
    },
    EVERYTHING,
  );
  if (count > 0) wakeMessages(app);
  return count;
}

/** Drops the unsent news of a matter within a change that sees reminders: of one unit, or of all. What still holds is told later. */
export function forgetNews(
  tx: Sql,
  ctx: Pick<Context, 'provinceId' | 'app'>,
  { source, matter, unitId = null }: { source: string; matter: string; unitId?: number | null },
): Promise<number> {
  return dropPartsOf(tx, ctx.provinceId, { source, matter, unitId, now: ctx.app.now() });
}
