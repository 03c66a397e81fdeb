import { dueAtOf, MOST_DAYS_AFTER, owedWhenAltered } from '@chi-tieu/shared/domain/report/schedule';
import type { ReportKind } from '@chi-tieu/shared/domain/report/facts';
import type { Context } from '../../../app/context.ts';
import { badInput, conflict } from '../../../app/errors.ts';
import { needProvince } from '../../accounts/reach.service.ts';
import { indicatorInInput } from '../../rates/rates.service.ts';
import { today } from '../../units/units.service.ts';
import { wakeReports } from './report-worker.ts';
import {
  latestRuns,
  listSchedules,
  lockSchedule,
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
