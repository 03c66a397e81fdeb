import { isTaskOverdue, taskDaysLate, type TaskState } from '@chi-tieu/shared/domain/matters/tasks';
import { nameOfDays, periodName, type Days } from '@chi-tieu/shared/domain/periods/periods';
import type { DirectionTold } from '@chi-tieu/shared/domain/report/directions';
import type { ReportKind } from '@chi-tieu/shared/domain/report/facts';
import { connect, isNumberKey, type Connection, type Page } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import { unitsUnder } from '../../units/under.service.ts';
import { today } from '../../units/units.service.ts';
import {
  countTasks,
  directionsById,
  listTasks,
  replacedBy,
  tasksOfDirections,
  tasksToTell,
  type DirectionRow,
  type TaskFilter,
  type TaskRow,
} from './directions.queries.ts';
import { sidesOfCaller } from './sides.service.ts';

/** What a list is narrowed to, as it is asked. */
export interface FilterGiven {
  unit: string | null;
  state: TaskState | null;
  report: string | null;
  overdue: boolean;
}

/** A page of tasks within sight, those of the newest direction first. */
export async function pageOfTasks(ctx: Context, given: FilterGiven, page: Page<string>): Promise<Connection<TaskRow>> {
  const counts = await tasksByState(ctx, given);
  const rows = await listTasks(ctx.read, ctx.provinceId, await filterOf(ctx, given), page);
  const asked = counts.filter(({ state }) => given.state === null || given.state === state);
  return connect(
    rows,
    page,
    ({ id }) => id,
    asked.reduce((sum, { count }) => sum + count, 0),
  );
}

/** How many there are within sight by state, whatever state is asked for. */
export async function tasksByState(ctx: Context, given: FilterGiven): Promise<{ state: TaskState; count: number }[]> {
  await sidesOfCaller(ctx);
  const filter = { ...(await filterOf(ctx, given)), state: null };
  return ctx.once(`task counts ${JSON.stringify(filter)}`, () => countTasks(ctx.read, ctx.provinceId, filter));
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** What no report has: an id that is none finds nothing. */
const NONE = '00000000-0000-0000-0000-000000000000';

async function filterOf(ctx: Context, { unit, state, report, overdue }: FilterGiven): Promise<TaskFilter> {
  const units = unit === null ? null : await unitsUnder(ctx, unit);
  const reportId = report === null || UUID.test(report) ? report : NONE;
  return { units, state, reportId, overdueOn: overdue ? today(ctx) : null };
}

/** One within sight; null where there is none. Those of a page are fetched at once. */
export async function directionById(ctx: Context, id: string): Promise<DirectionRow | null> {
  await sidesOfCaller(ctx);
  if (!isNumberKey(id)) return null;
  return ctx.load('direction', id, (ids) => directionsById(ctx.read, ctx.provinceId, ids));
}

/** Its tasks within sight, in their order. */
export async function tasksOfDirection(ctx: Context, id: string): Promise<TaskRow[]> {
  const rows = await ctx.loadAll('tasks of directions', { id }, async (asked) => {
    const ids = asked.map((one) => one.id);
    return (await tasksOfDirections(ctx.read, ctx.provinceId, ids)).map((row) => ({ id: row.directionId, row }));
  });
  return rows.map(({ row }) => row);
}

/** What a report of a period has to answer, as it stands now: what was decided on earlier ones of its kind. */
export async function directionsToTell(
  ctx: Context,
  { kind, indicatorId, days }: { kind: ReportKind; indicatorId: number; days: Days },
): Promise<DirectionTold[]> {
  await sidesOfCaller(ctx);
  const day = today(ctx);
  const rows = await tasksToTell(ctx.read, ctx.provinceId, { kind, indicatorId, from: days.from });
  const told: DirectionTold[] = [];
  for (const row of rows) {
    const unit = await unitAsKnown(ctx, row.unitId, day);
    if (!unit) continue;
    const { directionId, body, number, givenOn, dueOn, state, doneOn, settledOn, returned, extended } = row;
    told.push({
      ...{
        task: row.id,
        direction: directionId,
        text: body,
        number,
        givenOn,
        dueOn,
        state,
        doneOn,
        settledOn,
        returned,
        extended,
      },
      unit: { code: unit.code, name: unit.name, type: unit.type, kind: unit.kind },
      report: nameOfReport({ from: row.reportFrom, to: row.reportTo }),
      overdue: isTaskOverdue(row, day),
      daysLate: taskDaysLate(row, day),
    });
  }
  return told;
}

/** The published report that stands in the place of another one; those of a page are fetched at once. */
export async function replacementOf(
  ctx: Context,
  id: string,
): Promise<{ id: string; name: string; number: string | null } | null> {
  const found = await ctx.load('replacing reports', id, async (ids) =>
    (await replacedBy(ctx.read, ctx.provinceId, ids)).map(({ replaced, ...by }) => ({ id: replaced, by })),
  );
  return found && { id: found.by.id, name: nameOfReport(found.by), number: found.by.number };
}

/** The period of a report, by its name. */
export function nameOfReport(days: Days): string {
  const period = nameOfDays(days);
  return period ? periodName(period, 'vi') : `${days.from} – ${days.to}`;
}
