import type { TaskSides } from '@chi-tieu/shared/domain/matters/tasks';
import type { Context } from '../../../app/context.ts';
import { reached, spokenFor } from '../../accounts/reach.service.ts';
import type { TaskRow } from './directions.queries.ts';

/** On which sides the caller is of tasks, today; asked once a request. */
export function sidesOfCaller(ctx: Context): Promise<(task: Pick<TaskRow, 'unitId'>) => TaskSides> {
  return ctx.once('direction hands', async () => {
    await reached(ctx, 'matter.read');
    const [speaks, follows] = [await spokenFor(ctx), await reached(ctx, 'direction.follow')];
    return ({ unitId }) => ({
      answers: speaks !== 'ALL' && speaks.has(unitId),
      follows: follows === 'ALL' || follows.has(unitId),
    });
  });
}
