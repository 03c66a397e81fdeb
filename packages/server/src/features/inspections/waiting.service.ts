import type { Context } from '../../app/context.ts';
import { gathered, type Waiting } from '../../app/waiting.ts';
import { today } from '../units/units.service.ts';
import { handsOfCaller } from './sides.service.ts';
import { unsettledFindings, type UnsettledFinding } from './waiting.queries.ts';

const PLACE = '/kiem-tra';

/** What was found at units that the caller speaks for and is not remedied yet, and what they inspected and is said to be remedied. */
export async function waitingFindings(ctx: Context): Promise<Waiting[]> {
  const hands = await handsOfCaller(ctx);
  const found = await unsettledFindings(ctx.read, ctx.provinceId);
  const things = (rows: UnsettledFinding[], isDue: boolean) =>
    rows.map(({ inspectionId, unitId, dueOn, since, start }) => {
      const path = `${PLACE}/${inspectionId}`;
      return { unitId, about: start, since, due: isDue ? dueOn : null, path };
    });
  const own = found.filter((row) => row.state === 'OPEN' && hands.sidesOf(row, row.unitId).answers);
  const said = found.filter((row) => {
    const { inspects, answers } = hands.sidesOf(row, row.unitId);
    return row.state === 'REMEDIED' && inspects && !answers;
  });
  const day = today(ctx);
  return [
    ...gathered('FINDING_TO_REMEDY', PLACE, things(own, true), day),
    ...gathered('FINDING_TO_CONFIRM', PLACE, things(said, false), day),
  ];
}
