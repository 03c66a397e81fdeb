import { Context, type App } from '../../app/context.ts';
import { tasksByState } from '../matters/directions/directions.service.ts';
import { enterDirection } from '../matters/directions/enter.service.ts';
import { createReport } from '../reports/draw.service.ts';
import { moveReport } from '../reports/move.service.ts';
import type { ReportHeadRow } from '../reports/reports.queries.ts';
import { existingReport, reportsWithinSight } from '../reports/reports.service.ts';

const INDICATOR = 'ONLINE_RESOLUTION_L4';
const JULY = { from: '2022-07-01', to: '2022-07-31' };
const AUGUST = { from: '2022-08-01', to: '2022-08-31' };
const NUMBER = '45/BC-MH';

const DIRECTION = {
  ...{ sentence: null, row: '172', number: '318/TB-MH', givenOn: '2022-08-09', units: ['172'], due: '2022-08-31' },
  text: 'Thành phố Phổ Yên rà soát các thủ tục chưa có hồ sơ trực tuyến, báo cáo kết quả (minh họa).',
};

/**
 * The whole circle of a report: that of July 2022, published with its closing, what was decided on it, and the draft of August, which tells how
 * that stands. Its figures are those of the made dossiers; its number and the direction are invented and say so.
 */
export async function demoReports(app: App): Promise<void> {
  const published = await reportOf(app, JULY, '2022-08-05T02:00:00Z');
  // What somebody drew up themselves is left alone.
  if (published === null) return;
  const at = (text: string) => within(app, text);
  for (const to of ['SUBMITTED', 'APPROVED', 'PUBLISHED'] as const)
    await at('2022-08-05T02:00:00Z')(async (ctx) => {
      const { state, version } = await existingReport(ctx, published.id);
      const number = to === 'PUBLISHED' ? NUMBER : null;
      if (ORDER.indexOf(state) < ORDER.indexOf(to))
        await moveReport(ctx, published.id, { to, expectedVersion: version, reason: null, number, dated: null });
    });
  await at('2022-08-09T02:00:00Z')(async (ctx) => {
    const asked = { unit: null, state: null, report: published.id, overdue: false };
    const known = await tasksByState(ctx, asked);
    if (known.length === 0) await enterDirection(ctx, { ...DIRECTION, report: published.id, onReplaced: false });
  });
  await reportOf(app, AUGUST, '2022-09-05T02:00:00Z');
}

const ORDER: readonly string[] = ['DRAFT', 'SUBMITTED', 'APPROVED', 'PUBLISHED'];

/** The report of a month that the demonstration drew up, or draws up now; null where there is one of somebody else. */
async function reportOf(app: App, days: { from: string; to: string }, at: string): Promise<ReportHeadRow | null> {
  return within(
    app,
    at,
  )(async (ctx) => {
    const { nodes } = await reportsWithinSight(ctx, { indicator: INDICATOR, year: 2022 }, { first: 100, after: null });
    const found = nodes.find(({ from, to }) => from === days.from && to === days.to);
    if (found) return found.by === null ? found : null;
    return createReport(ctx, { indicator: INDICATOR, kind: 'MONTHLY', ...days, knownAt: null, unit: null });
  });
}

/** The product's own use cases, as of an instant. */
const within =
  (app: App, at: string) =>
  async <T>(use: (ctx: Context) => Promise<T>): Promise<T> => {
    const then: App = { ...app, now: () => new Date(at) };
    const ctx = new Context(then, { account: null, locale: 'vi', requestId: 'seed', isProcess: true });
    return use(ctx).finally(() => ctx.end());
  };
