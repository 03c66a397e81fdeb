import { isOver, nameOfDays, periodName, type Days } from '@chi-tieu/shared/domain/periods/periods';
import { dayInVietnam } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import { gathered, type Waiting } from '../../app/waiting.ts';
import { reachOfCaller } from '../accounts/reach.service.ts';
import { allIndicators } from '../rates/rates.service.ts';
import { today } from '../units/units.service.ts';
import { waitingDeliveries } from './delivery/receive.service.ts';
import { authoredBy, openReports, type ReportHeadRow } from './reports.queries.ts';
import { failedRuns } from './schedules/schedules.queries.ts';

const PLACE = '/bao-cao/chu-tich';
const SCHEDULES = `${PLACE}/lich`;

/**
 * Reports that the caller may bring a step further: drafts of periods that are over, to be submitted, those to be approved or published that are not their own work, and those
 * that a schedule could not draw up.
 */
export async function waitingReports(ctx: Context): Promise<Waiting[]> {
  return [...(await waitingWork(ctx)), ...(await waitingReceipts(ctx))];
}

/** What the caller's own units got and nobody took note of. */
async function waitingReceipts(ctx: Context): Promise<Waiting[]> {
  const all = await waitingDeliveries(ctx);
  const aboutOf = await namesOf(ctx, all.length);
  const things = all.map((one) => {
    return { unitId: one.unitId, about: aboutOf(one), since: one.since, due: null, path: `${PLACE}/${one.reportId}` };
  });
  return gathered('REPORT_TO_RECEIVE', PLACE, things, today(ctx));
}

/** What a report is called where several stand together: its period, and what of it is told. */
async function namesOf(ctx: Context, count: number): Promise<(of: Days & { indicatorId: number }) => string | null> {
  const indicators = count === 0 ? [] : await allIndicators(ctx);
  const names = new Map(indicators.map(({ id, name }) => [id, name] as const));
  return ({ indicatorId, ...days }) => {
    const period = nameOfDays(days);
    return [period && periodName(period, ctx.locale), names.get(indicatorId)].filter(Boolean).join(' · ') || null;
  };
}

async function waitingWork(ctx: Context): Promise<Waiting[]> {
  const reach = await reachOfCaller(ctx);
  const [drafts, approves] = [
    reach.covers('report.draft', [ctx.provinceId]),
    reach.covers('report.approve', [ctx.provinceId]),
  ];
  if (!drafts && !approves) return [];
  const all = await openReports(ctx.read, ctx.provinceId);
  const judged = approves ? await othersWork(ctx, all) : [];
  const failed = drafts ? await failedRuns(ctx.read, ctx.provinceId) : [];
  const aboutOf = await namesOf(ctx, all.length + failed.length);
  const things = (rows: ReportHeadRow[]) =>
    rows.map((row) => {
      return { unitId: null, about: aboutOf(row), since: row.drawnOn, due: null, path: `${PLACE}/${row.id}` };
    });
  const notDrawn = failed.map((run) => {
    return { unitId: null, about: aboutOf(run), since: dayInVietnam(run.dueAt), due: null, path: SCHEDULES };
  });
  const day = today(ctx);
  // Until its period is over nobody can submit one.
  const drafted = all.filter((one) => drafts && one.state === 'DRAFT' && isOver(one, day));
  return [
    ...gathered('REPORT_TO_APPROVE', PLACE, things(judged.filter(({ state }) => state === 'SUBMITTED')), day),
    ...gathered('REPORT_TO_PUBLISH', PLACE, things(judged.filter(({ state }) => state === 'APPROVED')), day),
    ...gathered('REPORT_DRAFT', PLACE, things(drafted), day),
    ...gathered('REPORT_NOT_DRAWN', SCHEDULES, notDrawn, day),
  ];
}

/** Those that wait for a judgement and that the caller may pass it on: not their own work, where duties are separate. */
async function othersWork(ctx: Context, all: readonly ReportHeadRow[]): Promise<ReportHeadRow[]> {
  const judged = all.filter(({ state }) => state === 'SUBMITTED' || state === 'APPROVED');
  if (!ctx.app.config.separateDuties || ctx.isProcess || judged.length === 0) return judged;
  const ids = judged.map(({ id }) => id);
  const own = new Set(await authoredBy(ctx.read, ctx.provinceId, ids, ctx.signedIn().id));
  return judged.filter(({ id }) => !own.has(id));
}
