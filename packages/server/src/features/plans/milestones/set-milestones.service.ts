import { isDeepStrictEqual } from 'node:util';
import { hundredthsOf, percentOf } from '@chi-tieu/shared/domain/percent';
import { yearEnd } from '@chi-tieu/shared/domain/days';
import { MONTHS } from '@chi-tieu/shared/domain/milestones/marks';
import type { Json } from '../../../app/audit/canonical-json.ts';
import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { badInput, badInputs, type FieldProblem } from '../../../app/errors.ts';
import { unitNames } from '../../units/units.queries.ts';
import { findUnit } from '../../units/units.service.ts';
import { auditPlan } from '../audit-plan.service.ts';
import { insertPlanEvent, targetsOf, type PlanRow } from '../plans.queries.ts';
import { draftToChange, existingPlan, nextVersion } from '../plans.service.ts';
import { MOST_UNITS } from '../set-targets.service.ts';
import { firstMonth } from './marks.service.ts';
import { dropTyped, milestonesOf, putTyped, type MilestoneRow } from './milestones.queries.ts';

/** A mark as a caller gives it; without a percentage what was typed is dropped. */
export interface MarkDraft {
  unit: string;
  month: number;
  percent?: number | null | undefined;
}

const MOST_MARKS = MOST_UNITS * MONTHS;

interface Wanted {
  unitId: number;
  code: string;
  month: number;
  hundredths: number | null;
}

/**
 * Types marks of some units into a draft, or drops what was typed; all others stay as they are. Where nothing changes there is
 * neither a version nor an event.
 */
export async function setMilestones(
  ctx: Context,
  id: string,
  drafts: MarkDraft[],
  expectedVersion: number | null,
): Promise<PlanRow> {
  const plan = await existingPlan(ctx, id, 'plan.draft');
  const wanted = await checkMarks(ctx, plan, drafts);
  await ctx.write('setMilestones', async (tx) => {
    const locked = await draftToChange(tx, ctx.provinceId, id, expectedVersion);
    await storeMarks(tx, ctx.provinceId, locked, wanted);
  });
  return existingPlan(ctx, id, 'plan.draft');
}

async function checkMarks(ctx: Context, plan: PlanRow, drafts: MarkDraft[]): Promise<Wanted[]> {
  if (drafts.length > MOST_MARKS) throw badInput('marks', 'milestone.many', { most: MOST_MARKS });
  const first = await firstMonth(ctx, plan);
  const problems: FieldProblem[] = [];
  const seen = new Set<string>();
  const wanted: Wanted[] = [];
  for (const [index, { unit: code, month, percent }] of drafts.entries()) {
    const path = `marks.${index}`;
    const unitId = (await findUnit(ctx, code, { year: plan.year }))?.version.unitId ?? null;
    const hundredths = percent === null || percent === undefined ? null : hundredthsOf(percent);
    const wrong = monthProblem(month, hundredths === null ? 1 : first);
    if (unitId === null) problems.push({ path: `${path}.unit`, text: 'unit.unknown', params: { code } });
    else if (seen.has(`${unitId} ${month}`))
      problems.push({ path: `${path}.unit`, text: 'milestone.twice', params: { code, month } });
    if (wrong) problems.push({ path: `${path}.month`, ...wrong });
    seen.add(`${unitId} ${month}`);
    wanted.push({ unitId: unitId ?? 0, code, month, hundredths });
  }
  if (problems.length > 0) throw badInputs(problems);
  return wanted;
}

function monthProblem(month: number, first: number): Omit<FieldProblem, 'path'> | null {
  if (month === MONTHS) return { text: 'milestone.december', params: {} };
  if (month < 1 || month > MONTHS) return { text: 'milestone.month', params: {} };
  return month < first ? { text: 'milestone.early', params: { first } } : null;
}

/** Writes marks into a locked draft, each with the target that the unit has now, and remembers what stood there before. */
async function storeMarks(tx: Writer, provinceId: number, plan: PlanRow, wanted: readonly Wanted[]): Promise<void> {
  const targets = new Map((await targetsOf(tx, provinceId, [plan.id])).map((row) => [row.unitId, row.hundredths]));
  const problems: FieldProblem[] = [];
  const typed = wanted.flatMap(({ unitId, code, month, hundredths }, index) => {
    const target = targets.get(unitId);
    if (hundredths === null) return [];
    if (target !== undefined) return [{ unitId, month, hundredths, target }];
    problems.push({ path: `marks.${index}.unit`, text: 'milestone.noTarget', params: { code } });
    return [];
  });
  if (problems.length > 0) throw badInputs(problems);
  const named = (row: MilestoneRow): boolean =>
    wanted.some(({ unitId, month }) => unitId === row.unitId && month === row.month);
  const before = (await milestonesOf(tx, provinceId, [plan.id])).filter(named);
  if (isSame(before, typed)) return;
  await dropTyped(
    tx,
    provinceId,
    plan.id,
    wanted.filter(({ hundredths }) => hundredths === null),
  );
  await putTyped(tx, provinceId, plan.id, typed);
  const version = await nextVersion(tx, plan);
  const detail = {
    before: before.map(({ unitId, month, hundredths, target }) => ({ unitId, month, hundredths, target })),
    after: typed,
  };
  await insertPlanEvent(tx, provinceId, { planId: plan.id, version, what: 'MILESTONES_SET', detail });
  await auditMarks(tx, provinceId, plan, { version, ...detail });
}

/** Whether what is to be typed is what is typed, for the very same targets. */
function isSame(before: readonly MilestoneRow[], typed: readonly Omit<MilestoneRow, 'planId' | 'season'>[]): boolean {
  const keys = (marks: readonly Omit<MilestoneRow, 'planId' | 'season'>[]): string[] =>
    marks.map(({ unitId, month, hundredths, target }) => `${unitId} ${month} ${hundredths} ${target}`).sort();
  return isDeepStrictEqual(keys(before), keys(typed));
}

interface Told {
  unitId: number;
  month: number;
  hundredths: number;
}

async function auditMarks(
  tx: Writer,
  provinceId: number,
  plan: PlanRow,
  { version, before, after }: { version: number; before: Told[]; after: Told[] },
): Promise<void> {
  const ids = [...before, ...after].map(({ unitId }) => unitId);
  const names = new Map(
    (await unitNames(tx, provinceId, ids, yearEnd(plan.year))).map(({ unitId, code, name }) => [
      unitId,
      { code, name },
    ]),
  );
  const show = (marks: Told[]): Json =>
    marks
      .map(({ unitId, month, hundredths }) => {
        const { code = '', name = '' } = names.get(unitId) ?? {};
        return { unit: code, name, percent: percentOf(hundredths), month };
      })
      .sort((a, b) => (a.unit === b.unit ? a.month - b.month : a.unit < b.unit ? -1 : 1));
  auditPlan(tx, plan, {
    what: 'MILESTONES_SET',
    before: { version: plan.version, marks: show(before) },
    after: { version, marks: show(after) },
  });
}
