import { dayInVietnam } from '@chi-tieu/shared/domain/days';
import { writeStamp } from '@chi-tieu/shared/domain/vietnamTime';
import { Context, type App } from '../../../app/context.ts';
import { withClient } from '../../../app/database.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { knowingMoment } from '../../figures/figures.queries.ts';
import { wakeMessages } from '../messages/message-worker.ts';
import { lookAtRules, type Looked } from './look-at-rules.ts';

/** From this hour on a day is looked at. */
const FIRST_HOUR = 6;
/** After something was learned so long is waited: more may be on its way. */
const APART_MS = 10 * 60_000;
/** A look that takes longer was left by a process that ended. */
const LEASE_MS = 30 * 60_000;

/** After one that failed as a whole so long is waited. */
const RETRY_MS = 2 * 60_000;

interface LookRow {
  lookedAt: Date | null;
  knownAt: Date | null;
  /** The last one failed: it is made again at this time. */
  retryAt?: Date | null;
}

/** Whether the rules are due to be looked at: once a day, and after anything was learned, some minutes apart. */
export function isLookDue({ lookedAt, knownAt, retryAt = null }: LookRow, now: Date, known: Date | null): boolean {
  if (Number(writeStamp(now).slice(8, 10)) < FIRST_HOUR) return false;
  // A clock that was wrong said a time that is still to come: neither keeps a look away.
  if (retryAt !== null) return retryAt <= now || retryAt.getTime() - now.getTime() > APART_MS;
  if (lookedAt === null || lookedAt > now || dayInVietnam(lookedAt) < dayInVietnam(now)) return true;
  return (known?.getTime() ?? 0) > (knownAt?.getTime() ?? 0) && now.getTime() - lookedAt.getTime() >= APART_MS;
}

/** Looks by the rules where it is due (or `asked` for) and nobody else does; null where it is not. */
export async function lookIfDue(app: App, asked = false): Promise<Looked | null> {
  const now = app.now();
  const known = await claimLook(app, now, asked);
  if (known === undefined) return null;
  const ctx = new Context(app, { account: null, locale: 'vi', requestId: 'urging', isProcess: true });
  let looked: Looked | null = null;
  try {
    looked = await lookAtRules(ctx);
    return looked;
  } finally {
    await ctx.end();
    // What could not be looked by is looked by again soon, and not only when the day is over.
    const isWhole = looked?.failed === 0;
    const pause = looked === null ? RETRY_MS : APART_MS;
    await withClient(
      app.db,
      (sql) =>
        sql.run(
          `update urge_look set lease_until = null, retry_at = $4, looked_at = case when $5 then $2 else looked_at end,
                  known_at = case when $5 then $3 else known_at end where province_id = $1`,
          [app.provinceId, now, known, isWhole ? null : new Date(app.now().getTime() + pause), isWhole],
        ),
      EVERYTHING,
    );
    wakeMessages(app);
  }
}

/** Until when things are known by the look that is claimed; undefined where none is due. */
function claimLook(app: App, now: Date, asked: boolean): Promise<Date | null | undefined> {
  return withClient(
    app.db,
    async (sql) => {
      await sql.run('insert into urge_look (province_id) values ($1) on conflict do nothing', [app.provinceId]);
      const row = await sql.row<LookRow>(
        `select looked_at as "lookedAt", known_at as "knownAt", retry_at as "retryAt" from urge_look
          where province_id = $1 and (lease_until is null or lease_until < $2 or lease_until > $3) for update skip locked`,
        [app.provinceId, now, new Date(now.getTime() + LEASE_MS)],
      );
      const known = await knowingMoment(sql, null);
      if (!row || (!asked && !isLookDue(row, now, known))) return undefined;
      const until = new Date(now.getTime() + LEASE_MS);
      await sql.run('update urge_look set lease_until = $2 where province_id = $1', [app.provinceId, until]);
      return known;
    },
    EVERYTHING,
  );
}

const LOOK_EVERY_MS = 60_000;

/** Looks by the rules when their time has come. Does not keep the process alive. */
export class LookSchedule {
  private readonly app: App;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<unknown> = Promise.resolve();

  constructor(app: App) {
    this.app = app;
  }

  start(everyMs = LOOK_EVERY_MS): void {
    this.timer = setInterval(() => void this.look(), everyMs).unref();
  }

  /** What goes wrong is logged, and tried again later. */
  look(): Promise<unknown> {
    this.looking = this.looking
      .then(() => lookIfDue(this.app))
      .catch((error: unknown) => this.app.log.error({ err: error }, 'the rules could not be looked at'));
    return this.looking;
  }

  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.looking;
  }
}
