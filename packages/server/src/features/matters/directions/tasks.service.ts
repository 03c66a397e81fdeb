import { compareDays, type Day } from '@chi-tieu/shared/domain/days';
import { afterTaskStep, taskRefusal, type TaskAct } from '@chi-tieu/shared/domain/matters/tasks';
import type { Act } from '../../../app/audit/acts.ts';
import { isNumberKey } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import { badInput, conflict } from '../../../app/errors.ts';
import { forbidden } from '../../accounts/reach.service.ts';
import { checkSaid, checkSaidIfAny } from '../../plans/talk/said.service.ts';
import { today } from '../../units/units.service.ts';
import { filesIn, type FileGiven } from '../../catalogue/files/given-files.service.ts';
import { filesRead, needFiles } from '../log/given-files.service.ts';
import { checkDeadline, unseen } from '../log/log.service.ts';
import { insertMatterStep } from '../log/steps.queries.ts';
import { wakeMatters } from '../telling/matter-worker.ts';
import { forgetToTell, TELLING } from '../telling/telling.service.ts';
import { lockTask, storeTask, taskById, type TaskRow } from './directions.queries.ts';
import { sidesOfCaller } from './sides.service.ts';

const AUDITED: Readonly<Record<TaskAct, Act>> = {
  NOTED: 'TASK_NOTED',
  PROGRESS: 'TASK_PROGRESS',
  DONE: 'TASK_DONE',
  CONFIRMED: 'TASK_CONFIRMED',
  RETURNED: 'TASK_RETURNED',
  EXTENDED: 'TASK_EXTENDED',
  CALLED_OFF: 'TASK_CALLED_OFF',
};
const OF_UNIT: readonly TaskAct[] = ['NOTED', 'PROGRESS', 'DONE'];
const WITHOUT_WORDS: readonly TaskAct[] = ['NOTED', 'CONFIRMED'];
const SETS_DAY: readonly TaskAct[] = ['EXTENDED', 'RETURNED'];

/** What is done about a task, as which version it was looked at. */
export interface TaskStepGiven {
  task: string;
  act: TaskAct;
  text: string | null;
  due: Day | null;
  files: FileGiven[];
  expectedVersion: number;
}

/** Takes one step of a task, and gives its direction. Each says something but taking note and confirming, which may. */
export async function stepTask(ctx: Context, given: TaskStepGiven): Promise<string> {
  const { act, due } = given;
  const sidesOf = await sidesOfCaller(ctx);
  const seen = isNumberKey(given.task) ? await taskById(ctx.read, ctx.provinceId, given.task) : null;
  if (!seen) throw await unseen(ctx);
  const sides = sidesOf(seen);
  if (taskRefusal(act, seen.state, sides) === 'SIDE')
    throw forbidden(OF_UNIT.includes(act) ? 'plan.answer' : 'direction.follow');
  const body = WITHOUT_WORDS.includes(act) ? checkSaidIfAny('text', given.text) : checkSaid('text', given.text ?? '');
  checkDue(ctx, act, due);
  const files = filesIn(given.files);
  const read = await filesRead(ctx, files);
  const day = today(ctx);
  await ctx.write(
    'giveDirection',
    async (tx) => {
      const row = await lockTask(tx, ctx.provinceId, seen.id);
      if (!row) throw new Error('a task is not there');
      const conflicting = { facts: { version: row.version } };
      if (row.version !== given.expectedVersion) throw conflict('matter.changed', {}, conflicting);
      if (taskRefusal(act, row.state, sides) !== null) throw conflict('matter.state', {}, conflicting);
      if (act === 'EXTENDED' && due !== null && compareDays(due, row.dueOn) <= 0)
        throw badInput('due', 'direction.notLater', { day: row.dueOn });
      await needFiles(tx, ctx.provinceId, files, read);
      await storeTask(tx, row.id, afterTaskStep(row, { act, day, dueOn: due }));
      const unitId = OF_UNIT.includes(act) ? row.unitId : null;
      await insertMatterStep(
        tx,
        ctx.provinceId,
        { kind: 'TASK', id: row.id, act, day, body, unitId, dueOn: due },
        files,
      );
      const after = { task: row.id, files: files.length, ...(due !== null && { dueOn: due }) };
      tx.audit({ what: AUDITED[act], about: { kind: 'DIRECTION', id: row.directionId }, unitId: row.unitId, after });
      await forgetToTell(tx, ctx, { kind: 'TASK', id: row.id });
    },
    TELLING,
  );
  wakeMatters(ctx.app);
  return seen.directionId;
}

/** A deadline is set by extending, and may be by giving back: one that is still to come. */
function checkDue(ctx: Context, act: TaskAct, due: Day | null): void {
  if (due === null) {
    if (act === 'EXTENDED') throw badInput('due', 'input.missing');
    return;
  }
  if (!SETS_DAY.includes(act)) throw badInput('due', 'direction.dueOfExtending');
  if (compareDays(due, today(ctx)) < 0) throw badInput('due', 'direction.duePast');
  checkDeadline(ctx, 'due', due);
}

/** What the caller may do about a task as it stands. */
export async function possibleOf(ctx: Context, task: TaskRow, acts: readonly TaskAct[]): Promise<TaskAct[]> {
  const sides = (await sidesOfCaller(ctx))(task);
  return acts.filter((act) => taskRefusal(act, task.state, sides) === null);
}
