import { nameOfDays, periodName } from '@chi-tieu/shared/domain/periods/periods';
import type { Context } from '../../app/context.ts';
import { gathered, type Waiting } from '../../app/waiting.ts';
import { reachOfCaller } from '../accounts/reach.service.ts';
import { today } from '../units/units.service.ts';
import { authorsOfReport, listReports, type ReportHeadRow } from './reports.queries.ts';

const PLACE = '/bao-cao/chu-tich';

/** Reports that the caller may bring a step further: drafts to be submitted, those to be approved or published that are not their own work. */
export async function waitingReports(ctx: Context): Promise<Waiting[]> {
  const reach = await reachOfCaller(ctx);
  const [drafts, approves] = [
    reach.covers('report.draft', [ctx.provinceId]),
    reach.covers('report.approve', [ctx.provinceId]),
  ];
  if (!drafts && !approves) return [];
  const all = await listReports(ctx.read, ctx.provinceId, { isOpen: true });
  const judged: ReportHeadRow[] = [];
  for (const row of all)
    if (approves && (row.state === 'SUBMITTED' || row.state === 'APPROVED') && !(await isOwn(ctx, row)))
      judged.push(row);
  const things = (rows: ReportHeadRow[]) =>
    rows.map(({ id, drawnOn, from, to }) => {
      const named = nameOfDays({ from, to });
      const about = named && periodName(named, ctx.locale);
      return { unitId: null, about, since: drawnOn, due: null, path: `${PLACE}/${id}` };
    });
  const day = today(ctx);
  return [
    ...gathered('REPORT_TO_APPROVE', PLACE, things(judged.filter(({ state }) => state === 'SUBMITTED')), day),
    ...gathered('REPORT_TO_PUBLISH', PLACE, things(judged.filter(({ state }) => state === 'APPROVED')), day),
    ...gathered('REPORT_DRAFT', PLACE, things(all.filter(({ state }) => drafts && state === 'DRAFT')), day),
  ];
}

async function isOwn(ctx: Context, { id }: ReportHeadRow): Promise<boolean> {
  if (!ctx.app.config.separateDuties || ctx.isProcess) return false;
  return (await authorsOfReport(ctx.read, ctx.provinceId, id)).includes(ctx.signedIn().id);
}
