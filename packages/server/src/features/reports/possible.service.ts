import { movesOfReport, rightsToMoveReport, withdrawsReport } from '@chi-tieu/shared/domain/report/report-state';
import type { Context } from '../../app/context.ts';
import { reachOfCaller } from '../accounts/reach.service.ts';
import { authoredBy, openReports, type ReportHeadRow } from './reports.queries.ts';
import type { WayName } from './reports.types.ts';

/** Where the caller may move a report by right: who may not approve takes back what they wrote themselves alone. */
export async function possibleMoves(ctx: Context, row: ReportHeadRow): Promise<WayName[]> {
  const reach = await reachOfCaller(ctx);
  const approves = reach.covers('report.approve', [ctx.provinceId]);
  const isOwn = await isWithdrawable(ctx, row);
  return movesOfReport(row.state).flatMap((to) => {
    const may = rightsToMoveReport(row.state, to).some((right) => reach.covers(right, [ctx.provinceId]));
    return may && to !== 'GIVEN_UP' && (to !== 'DRAFT' || approves || isOwn) ? [to] : [];
  });
}

/** Whether the caller may take a report back as its author. */
export async function isWithdrawable(ctx: Context, { id, state }: ReportHeadRow): Promise<boolean> {
  if (state !== 'SUBMITTED') return false;
  const reach = await reachOfCaller(ctx);
  return (
    reach.covers('report.draft', [ctx.provinceId]) && withdrawsReport(state, 'DRAFT', (await ownSubmitted(ctx)).has(id))
  );
}

/** Those of all that are submitted that the caller is an author of; asked once a request, however many are shown. */
function ownSubmitted(ctx: Context): Promise<ReadonlySet<string>> {
  return ctx.once('own submitted reports', async () => {
    if (ctx.isProcess) return new Set();
    const ids = (await openReports(ctx.read, ctx.provinceId)).flatMap(({ id, state }) =>
      state === 'SUBMITTED' ? [id] : [],
    );
    return new Set(ids.length === 0 ? [] : await authoredBy(ctx.read, ctx.provinceId, ids, ctx.signedIn().id));
  });
}
