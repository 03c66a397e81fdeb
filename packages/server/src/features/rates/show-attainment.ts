import { percentOf } from '@chi-tieu/shared/domain/percent';
import { ratePercent } from '@chi-tieu/shared/domain/rate';
import { badInput } from '../../app/errors.ts';
import { showUnit, type Unit } from '../units/units.types.ts';
import type { AttainmentFigures, AttainmentQuestion, AttainmentTable } from './rates.service.ts';
import type { Attainment } from './rates.types.ts';

/** An attainment as GraphQL shows it; `unit` is the node it was asked on. */
export function showAttainment(figures: AttainmentFigures, question: AttainmentQuestion, unit: Unit): Attainment {
  const { numerator, denominator, targetHundredths, status, missing } = figures;
  const { from, to, scope } = question;
  const target = targetHundredths === null ? null : percentOf(targetHundredths);
  return { unit, from, to, scope, numerator, denominator, rate: ratePercent(figures), target, status, missing };
}

/** The attainment of a unit of the table's own tree. */
export function showRow(table: AttainmentTable, question: AttainmentQuestion, unitId: number): Attainment {
  const version = table.tree.byId(unitId);
  if (!version) throw badInput('unit', 'unit.gone', { day: question.to });
  return showAttainment(table.of(unitId), question, showUnit({ version, tree: table.tree, on: question.to }));
}
