import { addDays, compareDays, type Day } from '@chi-tieu/shared/domain/days';
import {
  afterFindingStep,
  FINDING_ACTS,
  findingRefusal,
  type FindingAct,
  type Severity,
} from '@chi-tieu/shared/domain/inspection/states';
import type { Act } from '../../../app/audit/acts.ts';
import type { Context } from '../../../app/context.ts';
import { badInput, conflict } from '../../../app/errors.ts';
import { forbidden } from '../../accounts/reach.service.ts';
import { filesIn, type FileGiven } from '../../catalogue/files/given-files.service.ts';
import { checkSaid, checkSaidIfAny } from '../../plans/talk/said.service.ts';
import { today, unitInInput } from '../../units/units.service.ts';
import { filesRead, needFiles } from '../log/evidence.service.ts';
import { lockInspection, type InspectionRow } from '../inspections.queries.ts';
import { handsOfCaller, heldForWork, isRowId, needToInspect, seenInspection, unseen } from '../sides.service.ts';
import {
  findingById,
  insertFinding,
  insertStep,
  lockFinding,
  storeFinding,
  type FindingRow,
} from '../log/steps.queries.ts';

/** So far away a deadline may lie at the most: what is later is a slip of the pen. */
const MOST_DAYS = 731;

/** A finding as it is given. */
export interface FindingGiven {
  inspection: string;
  unit: string;
  item: string | null;
  severity: Severity;
  text: string;
  dueOn: Day;
  files: FileGiven[];
}

/** Records what was found at a unit, until when it is to be remedied, and what shows it; gives its id. */
export async function recordFinding(ctx: Context, given: FindingGiven): Promise<string> {
  const seen = await seenInspection(ctx, given.inspection);
  const { unitId } = (await unitInInput(ctx, 'unit', given.unit)).version;
  await needToInspect(ctx, seen, unitId);
  const { item: itemKey, severity, dueOn } = given;
  if (itemKey !== null && !seen.checklist.items.some(({ key }) => key === itemKey))
    throw badInput('item', 'checklist.noItem');
  const body = checkSaid('text', given.text);
  checkDeadline(ctx, seen, dueOn);
  const files = filesIn(given.files);
  const read = await filesRead(ctx, seen.id, files);
  return ctx.write(
    'workOnInspection',
    async (tx) => {
      const row = await heldForWork(tx, ctx.provinceId, seen.id);
      await needFiles(tx, row.id, files, read);
      const id = await insertFinding(tx, ctx.provinceId, {
        inspectionId: row.id,
        unitId,
        itemKey,
        severity,
        body,
        dueOn,
      });
      const step = { inspectionId: row.id, unitId, findingId: id, act: 'FOUND', day: dueOn } as const;
      await insertStep(tx, ctx.provinceId, step, files);
      const after = { finding: id, severity, dueOn, files: files.length };
      tx.audit({ what: 'FINDING_RECORDED', about: { kind: 'INSPECTION', id: row.id }, unitId, after });
      return id;
    },
    { sees: ['inspections'] },
  );
}

/** A remedy is asked for once the inspection has begun: a deadline before it is a slip of the pen. */
function checkDeadline(ctx: Context, { from }: InspectionRow, dueOn: Day): void {
  if (compareDays(dueOn, from) < 0) throw badInput('dueOn', 'finding.dueBefore', { day: from });
  const last = addDays(today(ctx), MOST_DAYS);
  if (compareDays(dueOn, last) > 0) throw badInput('dueOn', 'finding.dueFar', { last });
}

const AUDITED: Readonly<Record<FindingAct, Act>> = {
  REMEDIED: 'FINDING_REMEDIED',
  CONFIRMED: 'FINDING_CONFIRMED',
  REFUSED: 'FINDING_REFUSED',
  WITHDRAWN: 'FINDING_WITHDRAWN',
  NOTED: 'FINDING_NOTED',
};

/** What is done about a finding, as which version it was looked at. */
export interface FindingStepGiven {
  id: string;
  act: FindingAct;
  text: string | null;
  /** REFUSED: until when it is to be remedied then. */
  dueOn: Day | null;
  files: FileGiven[];
  teamOnly: boolean;
  expectedVersion: number;
}

/** Takes one step of a finding, and gives its inspection. Each says something but a confirmation, which may. */
export async function stepFinding(ctx: Context, given: FindingStepGiven): Promise<string> {
  const { act, dueOn } = given;
  const { finding, inspection } = await findingWithinSight(ctx, given.id);
  const { unitId } = finding;
  const sides = (await handsOfCaller(ctx)).sidesOf(inspection, unitId);
  const standing = { state: finding.state, inspection: inspection.state };
  if (findingRefusal(act, standing, sides) === 'SIDE' || (given.teamOnly && !sides.inspects))
    throw forbidden(act === 'REMEDIED' ? 'plan.answer' : 'inspection.work');
  // What is not hidden is not kept as if it were.
  if (given.teamOnly && act !== 'NOTED') throw badInput('teamOnly', 'finding.teamOnly');
  const body = act === 'CONFIRMED' ? checkSaidIfAny('text', given.text) : checkSaid('text', given.text ?? '');
  if (dueOn !== null && act !== 'REFUSED') throw badInput('dueOn', 'finding.dueOfRefusal');
  if (dueOn !== null) checkDeadline(ctx, inspection, dueOn);
  const files = filesIn(given.files);
  const read = await filesRead(ctx, inspection.id, files);
  const { teamOnly } = given;
  const day = today(ctx);
  await ctx.write(
    'workOnInspection',
    async (tx) => {
      const row = await lockInspection(tx, ctx.provinceId, inspection.id);
      const held = await lockFinding(tx, ctx.provinceId, finding.id);
      if (!row || !held) throw new Error('a finding is not there');
      if (held.version !== given.expectedVersion)
        throw conflict('finding.changed', {}, { facts: { version: held.version } });
      if (findingRefusal(act, { state: held.state, inspection: row.state }, sides) !== null)
        throw conflict('finding.state', {}, { facts: { version: held.version } });
      await needFiles(tx, row.id, files, read);
      // What the unit may not read shows in nothing that it reads: neither in the version nor in the trail of the unit.
      if (!teamOnly)
        await storeFinding(tx, held.id, { ...afterFindingStep(held, { act, day }), dueOn: dueOn ?? held.dueOn });
      const step = { inspectionId: row.id, unitId, findingId: held.id, act, body, day: dueOn, teamOnly };
      await insertStep(tx, ctx.provinceId, step, files);
      const after = { finding: held.id, files: files.length, ...(dueOn !== null && { dueOn }) };
      const about = { kind: 'INSPECTION', id: row.id } as const;
      tx.audit({ what: AUDITED[act], about, unitId: teamOnly ? row.leadUnitId : unitId, after });
    },
    { sees: ['inspections'] },
  );
  return inspection.id;
}

async function findingWithinSight(
  ctx: Context,
  id: string,
): Promise<{ finding: FindingRow; inspection: InspectionRow }> {
  await handsOfCaller(ctx);
  const finding = isRowId(id) ? await findingById(ctx.read, ctx.provinceId, id) : null;
  if (!finding) throw await unseen(ctx);
  return { finding, inspection: await seenInspection(ctx, finding.inspectionId) };
}

/** What the caller may do about a finding as it stands. */
export async function possibleOf(ctx: Context, finding: FindingRow, inspection: InspectionRow): Promise<FindingAct[]> {
  const sides = (await handsOfCaller(ctx)).sidesOf(inspection, finding.unitId);
  const standing = { state: finding.state, inspection: inspection.state };
  return FINDING_ACTS.filter((act) => findingRefusal(act, standing, sides) === null);
}
