import { addDays, dayInVietnam, VIETNAM_OFFSET_MS, type Day } from '@chi-tieu/shared/domain/days';
import { unitTreeOn } from '@chi-tieu/shared/domain/unit-tree';
import type { App } from '../../../app/context.ts';
import { withClient } from '../../../app/database.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { unitSuccessions, unitVersions } from '../../units/units.queries.ts';
import { confirmedContacts, placeForReceivers, takeNews } from './news.queries.ts';
import { receiversOf } from './receivers.ts';

/** So many news are placed in one transaction. */
const MOST = 200;
/** So long the first news of a day waits for others. */
export const GATHER_MS = 60_000;
/** Digests of days to come go at seven in the morning. */
const MORNING_MS = 7 * 3_600_000;

/** Places news that nobody was told of into digests, as the process; gives how many there were. */
export function placeSomeNews(app: App, gatherMs = GATHER_MS): Promise<number> {
  const now = app.now();
  const today = dayInVietnam(now);
  return withClient(
    app.db,
    async (sql) => {
      const news = await takeNews(sql, app.provinceId, today, MOST);
      if (news.length === 0) return 0;
      const versions = await unitVersions(sql, app.provinceId, null);
      const tree = unitTreeOn(versions, await unitSuccessions(sql, app.provinceId, null), today);
      const contacts = app.config.smtp === null ? new Map() : await confirmedContacts(sql, app.provinceId);
      const hasGateway = app.config.webhook !== null;
      const told = news.flatMap(({ step, unitId }) =>
        receiversOf(unitId, { tree, contacts, hasGateway }).map((receiver) => ({ step, receiver })),
      );
      const firstAt = firstAtOf(today, now, gatherMs);
      await placeForReceivers(sql, app.provinceId, told, { today, firstAt });
      return news.length;
    },
    EVERYTHING,
  );
}

/** When what is told on a day goes: today once others have gathered, later in the morning. */
export function firstAtOf(today: Day, now: Date, gatherMs: number): (day: Day) => Date {
  return (day) => (day === today ? new Date(now.getTime() + gatherMs) : new Date(midnight(day) + MORNING_MS));
}

/** When a day begins in Vietnam. */
function midnight(day: Day): number {
  return Date.parse(`${addDays(day, 0)}T00:00:00Z`) - VIETNAM_OFFSET_MS;
}
