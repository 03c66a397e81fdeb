import { randomUUID } from 'node:crypto';
import { dayInVietnam } from '@chi-tieu/shared/domain/days';
import { dueAtOf, duePeriods } from '@chi-tieu/shared/domain/report/schedule';
import { Context, type App } from '../../../app/context.ts';
import { withClient } from '../../../app/database.ts';
import { AppError } from '../../../app/errors.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { accountToJudge } from '../../accounts/accounts.queries.ts';
import { indicatorOf } from '../../rates/indicator-of.service.ts';
import { createReport } from '../draw.service.ts';
import {
  claimRun,
  listSchedules,
  noteDue,
  reportOfRun,
  settleRun,
  type ClaimedRun,
  type RunOutcome,
} from './schedules.queries.ts';

/** One that takes longer was left by a process that ended. */
const LEASE_MS = 15 * 60_000;
/** So long one may take: what it asks is broken off before anybody else could take it over. */
const MOST_MS = 10 * 60_000;
/** So often one is taken up: what ended four processes is not given to a fifth. */
const MOST_TRIES = 4;
/** After what was nobody's fault it is tried again so much later; then it has failed. */
const PAUSES_MS = [2, 10, 60].map((minutes) => minutes * 60_000);

/** Notes what is due by the schedules that are on. Periods are noted once, by whatever process comes first. */
export async function noteWhatIsDue(app: App): Promise<void> {
  const now = app.now();
  await withClient(
    app.db,
    async (sql) => {
      for (const schedule of await listSchedules(sql, app.provinceId)) {
        if (!schedule.active) continue;
        for (const days of duePeriods(schedule, now, dayInVietnam(now)))
          await noteDue(sql, app.provinceId, { scheduleId: schedule.id, ...days, dueAt: dueAtOf(schedule, days) });
      }
    },
    EVERYTHING,
  );
}

/** Draws up the next report that is due, in the name of its schedule's keeper; false where none is. */
export async function drawNextDue(app: App, mostMs = MOST_MS): Promise<boolean> {
  const lease = randomUUID();
  const now = app.now();
  const until = new Date(now.getTime() + LEASE_MS);
  const run = await withClient(app.db, (sql) => claimRun(sql, app.provinceId, { lease, until, now }), EVERYTHING);
  if (!run) return false;
  const outcome = await drawOne(app, run, mostMs);
  await withClient(app.db, (sql) => settleRun(sql, { id: run.id, lease }, outcome, app.now()), EVERYTHING);
  return true;
}

const NOTHING = { reportId: null, failure: null, failureParams: {}, nextTryAt: null };

async function drawOne(app: App, run: ClaimedRun, mostMs: number): Promise<RunOutcome> {
  if (run.tries > MOST_TRIES) {
    app.log.error({ run: run.id, tries: run.tries }, 'a report that is due ended whatever drew it up: it is given up');
    return { ...NOTHING, state: 'FAILED', failure: 'report.scheduleFailed' };
  }
  try {
    const reportId = await drawnByKeeper(app, run, mostMs);
    return reportId === null
      ? { ...NOTHING, state: 'FAILED', failure: 'report.keeperGone' }
      : { ...NOTHING, state: 'DRAWN', reportId };
  } catch (error) {
    return failed(app, run, error);
  }
}

/** Null where the account is closed. Its rights are asked for as if it drew the report up itself. */
async function drawnByKeeper(
  app: App,
  { keeperId, indicatorId, kind, from, to }: ClaimedRun,
  mostMs: number,
): Promise<string | null> {
  const keeper = await withClient(app.db, (sql) => accountToJudge(sql, keeperId), EVERYTHING);
  if (!keeper?.active) return null;
  const { id, username, name } = keeper;
  const account = { id, username, name, kind: 'PERSON' } as const;
  const ctx = new Context(app, { account, locale: 'vi', requestId: 'report schedule' });
  ctx.endAfter(mostMs);
  try {
    const { code } = await indicatorOf(ctx, indicatorId);
    const report = await createReport(ctx, { indicator: code, kind, from, to, knownAt: null, unit: null });
    return report.id;
  } finally {
    await ctx.end();
  }
}

async function failed(app: App, run: ClaimedRun, error: unknown): Promise<RunOutcome> {
  if (error instanceof AppError && error.kind !== 'UNAVAILABLE') {
    // Somebody drew it up by hand: that is what was wanted. Or this process did, and ended before it could say so.
    const there = await withClient(app.db, (sql) => reportOfRun(sql, app.provinceId, run), EVERYTHING);
    if (there !== null) return { ...NOTHING, state: 'THERE', reportId: there };
    return { ...NOTHING, state: 'FAILED', failure: error.text, failureParams: error.params };
  }
  app.log.error({ err: error, run: run.id }, 'a report could not be drawn up by its schedule');
  const pause = PAUSES_MS[run.tries - 1];
  if (pause === undefined) return { ...NOTHING, state: 'FAILED', failure: 'report.scheduleFailed' };
  return {
    ...NOTHING,
    state: 'DUE',
    failure: 'report.scheduleFailed',
    nextTryAt: new Date(app.now().getTime() + pause),
  };
}
