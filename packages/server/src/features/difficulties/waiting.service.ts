import type { Context } from '../../app/context.ts';
import { gathered, type Waiting, type WaitingThing } from '../../app/waiting.ts';
import { ownUnits, reached } from '../accounts/reach.service.ts';
import { today } from '../units/units.service.ts';
import { handsOfCaller } from './sides.service.ts';
import { difficultiesOpen, openByUnit, type OpenDifficulty } from './waiting.queries.ts';

const PLACE = '/kho-khan';

/** What nobody took over and the caller may, what their own units have to answer, and what was answered to their own units. */
export async function waitingDifficulties(ctx: Context): Promise<Waiting[]> {
  await reached(ctx, 'difficulty.read');
  const [hands, own] = [await handsOfCaller(ctx), await ownUnits(ctx)];
  const open = await difficultiesOpen(ctx.read, ctx.provinceId);
  const things = (fits: (row: OpenDifficulty) => boolean): WaitingThing[] =>
    open.filter(fits).map(({ id, unitId, start, reportedOn }) => {
      return { unitId, about: start, since: reportedOn, due: null, path: `${PLACE}/${id}` };
    });
  const day = today(ctx);
  const isTaken = ({ state, ownerId }: OpenDifficulty): boolean =>
    state === 'TAKEN' && ownerId !== null && own.has(ownerId) && hands.handlesFor(ownerId);
  const mayClose = (row: OpenDifficulty): boolean => {
    const { reports, handles } = hands.sidesOf(row);
    return reports && (handles || !row.isFollowed);
  };
  return [
    ...gathered(
      'DIFFICULTY_TO_TAKE',
      `${PLACE}?state=REPORTED`,
      things((row) => row.state === 'REPORTED' && hands.sidesOf(row).handles),
      day,
    ),
    ...gathered('DIFFICULTY_TO_ANSWER', `${PLACE}?state=TAKEN`, things(isTaken), day),
    ...gathered(
      'DIFFICULTY_TO_CLOSE',
      `${PLACE}?state=ANSWERED`,
      things((row) => row.state === 'ANSWERED' && own.has(row.unitId) && mayClose(row)),
      day,
    ),
  ];
}

/** How many difficulties each unit has that nobody answered yet, within sight. */
export async function difficultiesByUnit(ctx: Context): Promise<{ unitId: number; open: number }[]> {
  await reached(ctx, 'difficulty.read');
  return openByUnit(ctx.read, ctx.provinceId);
}
