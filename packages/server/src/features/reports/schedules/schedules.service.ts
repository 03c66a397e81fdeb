import { dueAtOf, MOST_DAYS_AFTER, owedWhenAltered } from '@chi-tieu/shared/domain/report/schedule';
import type { ReportKind } from '@chi-tieu/shared/domain/report/facts';
import type { Context } from '../../../app/context.ts';
import { badInput, conflict, notFound } from '../../../app/errors.ts';
import { needProvince } from '../../accounts/reach.service.ts';
import { indicatorOf } from '../../rates/indicator-of.service.ts';
import { indicatorInInput } from '../../rates/rates.service.ts';
import { today } from '../../units/units.service.ts';
import { wakeReports } from './report-worker.ts';
import {
  latestRuns,
  deleteSchedule,
  listSchedules,
  lockSchedule,
  lockScheduleById,
  noteDue,
  storeSchedule,
  tryFailedAgain,
  type RunRow,
  type ScheduleRow,
} from './schedules.queries.ts';

/** A schedule with what became due by it of late. */
export interface Schedule extends ScheduleRow {
  runs: RunRow[];
}

/** All schedules; for who works on reports. */
export async function reportSchedules(ctx: Context): Promise<Schedule[]> {
  await needProvince(ctx, 'report.read');
  const runs = await latestRuns(ctx.read, ctx.provinceId);
  const all = await listSchedules(ctx.read, ctx.provinceId);
  return all.map((row) => ({ ...row, runs: runs.filter(({ scheduleId }) => scheduleId === row.id) }));
}

export interface ScheduleFacts {
  indicator: string;
  kind: ReportKind;
  daysAfter: number;
  active: boolean;
}

/**
 * Keeps when the reports of a kind are drawn up, in the caller's name from now on. What was due before, and what is due by now for the change, stays to
 * be drawn up; what failed is tried again, in the caller's name.
 */
export async function saveReportSchedule(
  ctx: Context,
  { indicator, kind, daysAfter, active }: ScheduleFacts,
  expectedVersion: number,
): Promise<Schedule> {
  await needProvince(ctx, 'report.draft');
  if (daysAfter < 1 || daysAfter > MOST_DAYS_AFTER)
    throw badInput('daysAfter', 'report.scheduleDays', { most: MOST_DAYS_AFTER });
  const { id: indicatorId, code } = await indicatorInInput(ctx, 'indicator', indicator);
  await ctx.write('saveReportSchedule', async (tx) => {
    await tx.run('select pg_advisory_xact_lock(121, $1)', [indicatorId]);
    const found = await lockSchedule(tx, ctx.provinceId, { indicatorId, kind });
    const version = found?.version ?? 0;
    if (version !== expectedVersion)
      throw conflict('report.scheduleChanged', {}, { path: 'expectedVersion', facts: { version } });
    const kept = { indicatorId, kind, daysAfter, active };
    // Begun anew today it would forget what it had promised before: that is noted as the old one goes.
    if (found?.active)
      for (const days of owedWhenAltered(found, kept, ctx.app.now(), today(ctx)))
        await noteDue(tx, ctx.provinceId, { scheduleId: found.id, ...days, dueAt: dueAtOf(kept, days) });
    await storeSchedule(tx, ctx.provinceId, { ...kept, startsOn: today(ctx) });
    const again = found && active ? await tryFailedAgain(tx, found.id, ctx.app.now()) : 0;
    tx.audit({
      what: 'REPORT_SCHEDULE_SAVED',
      about: { kind: 'REPORT_SCHEDULE', id: `${code} ${kind}` },
      unitId: ctx.provinceId,
      ...(found && { before: { daysAfter: found.daysAfter, active: found.active } }),
      after: { daysAfter, active, ...(again > 0 && { again }) },
    });
  });
  wakeReports(ctx.app);
  const saved = (await reportSchedules(ctx)).find((row) => row.indicatorId === indicatorId && row.kind === kind);
  if (!saved) throw new Error('the schedule was not kept');
  return saved;
}

const ID = /^[1-9]\d{0,8}$/;

/** Deletes a schedule as it was seen, with what was due by it. What it drew up stays; what is being drawn up by it just now may still come. */
export async function deleteReportSchedule(ctx: Context, id: string, expectedVersion: number): Promise<void> {
  await needProvince(ctx, 'report.draft');
  if (!ID.test(id)) throw notFound('report.unknownSchedule', {});
  await ctx.write('deleteReportSchedule', async (tx) => {
    const found = await lockScheduleById(tx, ctx.provinceId, Number(id));
    if (!found) throw notFound('report.unknownSchedule', {});
    const { version, kind, daysAfter, active } = found;
    if (version !== expectedVersion)
      throw conflict('report.scheduleChanged', {}, { path: 'expectedVersion', facts: { version } });
    await deleteSchedule(tx, found.id);
    const { code } = await indicatorOf(ctx, found.indicatorId);
    const about = { kind: 'REPORT_SCHEDULE', id: `${code} ${kind}` } as const;
    tx.audit({ what: 'REPORT_SCHEDULE_DELETED', about, unitId: ctx.provinceId, before: { daysAfter, active } });
  });
}
