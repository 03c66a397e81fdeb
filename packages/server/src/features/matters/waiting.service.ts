import type { Context } from '../../app/context.ts';
import { gathered, type Waiting } from '../../app/waiting.ts';
import { ownUnits } from '../accounts/reach.service.ts';
import { today } from '../units/units.service.ts';
import { sidesOfCaller } from './directions/sides.service.ts';
import { handsOfCaller } from './guidance/sides.service.ts';
import { keepsMeasures } from './measures/sides.service.ts';
import { measuresDue, tasksOpen, unacknowledged, unanswered } from './waiting.queries.ts';

const PLACES = { guidance: '/huong-dan', measures: '/giai-phap', directions: '/chi-dao' } as const;

/** Guidance to take note of, and questions to answer. */
export async function waitingGuidance(ctx: Context): Promise<Waiting[]> {
  const [hands, day] = [await handsOfCaller(ctx), today(ctx)];
  const told = (await unacknowledged(ctx.read, ctx.provinceId)).filter(({ unitId }) => hands.speaksFor(unitId));
  const own = await ownUnits(ctx);
  const asked = (await unanswered(ctx.read, ctx.provinceId)).filter(
    (row) => hands.gives(row) && own.has(row.leadUnitId),
  );
  const path = (id: string): string => `${PLACES.guidance}/${id}`;
  return [
    ...gathered(
      'GUIDANCE_TO_ACKNOWLEDGE',
      PLACES.guidance,
      told.map(({ id, unitId, title, dueOn, givenOn }) => ({
        ...{ unitId, about: title, since: givenOn, due: dueOn, path: path(id) },
      })),
      day,
    ),
    ...gathered(
      'GUIDANCE_TO_ANSWER',
      PLACES.guidance,
      asked.map(({ id, unitId, start, askedOn }) => ({
        unitId,
        about: start,
        since: askedOn,
        due: null,
        path: path(id),
      })),
      day,
    ),
  ];
}

/** Measures whose deadline came: of whoever has it, else of who keeps those of their own unit. */
export async function waitingMeasures(ctx: Context): Promise<Waiting[]> {
  const [keeps, own, day] = [await keepsMeasures(ctx), await ownUnits(ctx), today(ctx)];
  const isTheirs = ({ unitId, ownerAccountId }: { unitId: number; ownerAccountId: number | null }): boolean =>
    keeps(unitId) && (ownerAccountId === null ? own.has(unitId) : ownerAccountId === ctx.account?.id);
  const due = (await measuresDue(ctx.read, ctx.provinceId, day)).filter(isTheirs);
  const things = due.map(({ id, unitId, title, dueOn }) => {
    return { unitId, about: title, since: null, due: dueOn, path: `${PLACES.measures}/${id}` };
  });
  return gathered('MEASURE_DUE', PLACES.measures, things, day);
}

/** Tasks of directions: what their unit has to do, and what it says that it did. */
export async function waitingTasks(ctx: Context): Promise<Waiting[]> {
  const [sidesOf, day] = [await sidesOfCaller(ctx), today(ctx)];
  const open = await tasksOpen(ctx.read, ctx.provinceId);
  const things = (fits: (row: (typeof open)[number]) => boolean, isDue: boolean) =>
    open.filter(fits).map(({ directionId, unitId, start, dueOn, doneOn, givenOn }) => ({
      ...{ unitId, about: start, since: isDue ? givenOn : doneOn, due: isDue ? dueOn : null },
      path: `${PLACES.directions}/${directionId}`,
    }));
  return [
    ...gathered(
      'TASK_TO_DO',
      PLACES.directions,
      things((row) => row.state !== 'DONE' && sidesOf(row).answers, true),
      day,
    ),
    ...gathered(
      'TASK_TO_CONFIRM',
      `${PLACES.directions}?state=DONE`,
      things((row) => row.state === 'DONE' && sidesOf(row).follows && !sidesOf(row).answers, false),
      day,
    ),
  ];
}
