import type { Context } from '../../app/context.ts';
import { showUnit } from '../units/units.types.ts';
import { badInput } from '../../app/errors.ts';
import { attainmentTable, type AttainmentQuestion, type AttainmentTable } from './rates.service.ts';
import type { Attainment } from './rates.types.ts';
import { showAttainment } from './show-attainment.ts';

/** A unit's attainment as GraphQL shows it; null where the unit was not there on the last day of the period. */
export async function shownAttainment(
  ctx: Context,
  question: AttainmentQuestion,
  unitId: number,
): Promise<Attainment | null> {
  const table = await attainmentTable(ctx, question);
  const version = table.tree.byId(unitId);
  if (!version) return null;
  return showAttainment(table.of(unitId), question, showUnit({ version, tree: table.tree, on: question.to }));
}

/** The attainment of a unit of the table's own tree. */
export function showRow(table: AttainmentTable, question: AttainmentQuestion, unitId: number): Attainment {
  const version = table.tree.byId(unitId);
  if (!version) throw badInput('unit', 'unit.gone', { day: question.to });
  return showAttainment(table.of(unitId), question, showUnit({ version, tree: table.tree, on: question.to }));
}
