import { compareDays, type Day } from '@chi-tieu/shared/domain/days';
import { beginningOf, cameOf, misfitOf } from '@chi-tieu/shared/domain/matters/measures';
import type { Context } from '../../../app/context.ts';
import { badInput, conflict } from '../../../app/errors.ts';
import type { FigureRow } from '../../figures/figures.queries.ts';
import { figureToKeep, keepFigures, sealed } from '../../figures/figures.service.ts';
import { checkSaid, checkSaidIfAny } from '../../plans/talk/said.service.ts';
import { indicatorOf } from '../../rates/indicator-of.service.ts';
import { attainmentTable, checkPeriod } from '../../rates/rates.service.ts';
import { today } from '../../units/units.service.ts';
import { checkDeadline, checkNotAncient } from '../log/log.service.ts';
import { insertMatterStep } from '../log/steps.queries.ts';
import { insertJudgement, judgementsOf, strikeStored, type MeasureRow } from './measures.queries.ts';
import { auditMeasure, lockedMeasure } from './plan.service.ts';
import { measureToKeep } from './sides.service.ts';

interface Days {
  from: Day;
  to: Day;
}

/** A measure held against what came: two periods of the same figure, and what its unit makes of it. */
export interface JudgementGiven {
  id: string;
  before: Days;
  after: Days;
  text: string | null;
  expectedVersion: number;
}

/**
 * Holds what was expected against what came: both figures are cited at one sealed moment, in the transaction of the judgement. Nothing is
 * said of why it came; of periods that are not alike, or lie before the measure, nothing is said at all but the two figures.
 */
export async function judgeMeasure(ctx: Context, given: JudgementGiven): Promise<void> {
  const { id, before, after, expectedVersion } = given;
  const seen = await measureToKeep(ctx, id);
  checkDays(ctx, before, after);
  const body = checkSaidIfAny('text', given.text);
  const { code: indicator } = await indicatorOf(ctx, seen.indicatorId);
  const { knownAt } = await sealed(ctx, { indicator, ...after, scope: 'SUBTREE', knownAt: null });
  const of = (days: Days, path: string) => figureOf(ctx, seen, { indicator, days, knownAt }, path);
  const [first, second] = [await of(before, 'before'), await of(after, 'after')];
  const day = today(ctx);
  await ctx.write(
    'keepMeasure',
    async (tx) => {
      const row = await lockedMeasure(tx, ctx.provinceId, { id, expectedVersion });
      if (row.begunOn === null) throw conflict('measure.notBegun', {}, { facts: { version: row.version } });
      await keepFigures(tx, ctx.provinceId, [first, second]);
      const { effect, expected, unitId } = row;
      const figures = { before: first.reference, after: second.reference };
      const beginOn = beginningOf(row);
      await insertJudgement(tx, ctx.provinceId, { measureId: id, ...figures, effect, expected, beginOn, body });
      await insertMatterStep(tx, ctx.provinceId, { kind: 'MEASURE', id, act: 'JUDGED', day, unitId, body });
      const came = misfitOf(before, after, beginOn) === null ? cameOf(effect, first, second) : null;
      auditMeasure(tx, row, 'MEASURE_JUDGED', { ...figures, expected, ...(came !== null && { came }) });
    },
    { sees: ['matters'] },
  );
}

/** Strikes out a judgement that was wrong, and why; both figures and the reason stay to be read. */
export async function strikeJudgement(
  ctx: Context,
  given: { id: string; judgement: string; text: string; expectedVersion: number },
): Promise<void> {
  const { id, judgement } = given;
  const { unitId } = await measureToKeep(ctx, id);
  const body = checkSaid('text', given.text);
  const day = today(ctx);
  await ctx.write(
    'keepMeasure',
    async (tx) => {
      const row = await lockedMeasure(tx, ctx.provinceId, given);
      const found = (await judgementsOf(tx, ctx.provinceId, [id])).find((one) => one.id === judgement);
      if (!found) throw badInput('judgement', 'measure.unknownJudgement');
      if (found.struckOn !== null) throw conflict('measure.struck', {}, { facts: { version: row.version } });
      await strikeStored(tx, ctx.provinceId, { id: judgement, measureId: id, day, reason: body });
      await insertMatterStep(tx, ctx.provinceId, { kind: 'MEASURE', id, act: 'STRUCK', day, unitId, body });
      auditMeasure(tx, row, 'MEASURE_STRUCK', { judgement });
    },
    { sees: ['matters'] },
  );
}

function checkDays(ctx: Context, before: Days, after: Days): void {
  checkPeriod(before.from, before.to);
  checkPeriod(after.from, after.to);
  if (compareDays(before.to, after.from) >= 0) throw badInput('after.from', 'measure.periods');
  if (compareDays(after.from, today(ctx)) > 0) throw badInput('after.from', 'measure.ahead');
  checkNotAncient(ctx, 'before.from', before.from);
  checkDeadline(ctx, 'after.to', after.to);
}

async function figureOf(
  ctx: Context,
  { unitId }: MeasureRow,
  { indicator, days, knownAt }: { indicator: string; days: Days; knownAt: Date },
  path: string,
): Promise<FigureRow & { indicator: string }> {
  const question = { indicator, ...days, scope: 'SUBTREE' as const, knownAt };
  const table = await attainmentTable(ctx, question);
  // What is asked of a unit that has ended is asked of who took over from it.
  const live = table.tree.byId(unitId) ? unitId : table.tree.liveUnitOf(unitId);
  if (live === null || !table.tree.byId(live)) throw badInput(`${path}.to`, 'unit.gone', { day: days.to });
  return { ...figureToKeep(ctx, table, question, live), indicator };
}
