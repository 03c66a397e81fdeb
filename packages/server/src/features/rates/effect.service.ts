import type { Day } from '@chi-tieu/shared/domain/days';
import { addCounts, type Counts } from '@chi-tieu/shared/domain/rate';
import { rollUp } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../app/context.ts';
import { showUnit } from '../units/units.types.ts';
import type { Effect, UnitEffect } from './effect.types.ts';
import { attainmentTable, figures, type AttainmentQuestion, type AttainmentTable } from './rates.service.ts';
import { showAttainment } from './show-attainment.ts';

/** What a change adds to the counts of a receiving unit on a day (takes away where negative). */
export interface Delta extends Counts {
  unitId: number;
  /** The day under which it is booked; null: one within the period, whichever. */
  day: Day | null;
}

/** Before a change that is only tried; or after one that was made at an instant (null: just now). */
export type Standing = 'BEFORE' | { readonly after: Date | null };

/** The period and the indicator that an effect is told for. */
export type EffectQuestion = Pick<AttainmentQuestion, 'indicator' | 'from' | 'to'>;

/**
 * Rolls the contributions that a change adds and takes away up along the hierarchy of the period's last day, and compares what
 * was and what is with the targets in force. Deltas are those of the indicator asked for; days outside the period are left out.
 * `standing` says on which side the figures are that are asked for: BEFORE a change that is only tried, as they stand now; or AFTER one that
 * was made, as they were known right after it, whatever came since.
 */
export async function effectOf(
  ctx: Context,
  asked: EffectQuestion,
  deltas: readonly Delta[],
  standing: Standing,
): Promise<Effect> {
  const question: AttainmentQuestion = {
    ...asked,
    scope: 'SUBTREE',
    knownAt: standing === 'BEFORE' ? null : standing.after,
  };
  const table = await attainmentTable(ctx, question);
  const own = new Map<number, Counts>();
  for (const { unitId, day, numerator, denominator } of deltas) {
    if (day !== null && (day < asked.from || day > asked.to)) continue;
    own.set(unitId, addCounts(own.get(unitId) ?? { numerator: 0, denominator: 0 }, { numerator, denominator }));
  }
  const rolled = rollUp(table.tree, own, 'SUBTREE');
  const show = (unitId: number) => showEffect(table, question, unitId, rolled.get(unitId) ?? NOTHING, standing);
  const changing = table.tree.alive().filter(({ unitId }) => {
    const { numerator, denominator } = rolled.get(unitId) ?? NOTHING;
    return numerator !== 0 || denominator !== 0;
  });
  const units = changing.map(({ unitId }) => show(unitId));
  return {
    province: show(ctx.provinceId),
    units,
    statusChanges: units.filter(({ statusChanged }) => statusChanged).length,
  };
}

const NOTHING: Counts = { numerator: 0, denominator: 0 };

function showEffect(
  table: AttainmentTable,
  question: AttainmentQuestion,
  unitId: number,
  delta: Counts,
  standing: Standing,
): UnitEffect {
  const version = table.tree.byId(unitId);
  if (!version) throw new Error('The unit is not there on the last day of the period.');
  const unit = showUnit({ version, tree: table.tree, on: question.to });
  const now = table.of(unitId);
  const sign = standing === 'BEFORE' ? 1 : -1;
  const moved = {
    numerator: now.numerator + sign * delta.numerator,
    denominator: now.denominator + sign * delta.denominator,
  };
  const other = figures(unitId, moved, now.targetHundredths);
  const [before, after] = standing === 'BEFORE' ? [now, other] : [other, now];
  return {
    unit,
    before: showAttainment(before, question, unit),
    after: showAttainment(after, question, unit),
    statusChanged: before.status !== after.status,
  };
}
