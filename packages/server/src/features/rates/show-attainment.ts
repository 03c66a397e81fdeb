import { percentOf } from '@chi-tieu/shared/domain/percent';
import { ratePercent } from '@chi-tieu/shared/domain/rate';
import type { Unit } from '../units/units.types.ts';
import type { AttainmentFigures, AttainmentQuestion } from './rates.service.ts';
import type { Attainment } from './rates.types.ts';

/** An attainment as GraphQL shows it; `unit` is the node it was asked on. */
export function showAttainment(figures: AttainmentFigures, question: AttainmentQuestion, unit: Unit): Attainment {
  const { numerator, denominator, targetHundredths, status, missing } = figures;
  const { from, to, scope } = question;
  const target = targetHundredths === null ? null : percentOf(targetHundredths);
  return {
    unit,
    from,
    to,
    scope,
    numerator,
    denominator,
    rate: ratePercent(figures),
    target,
    status,
    missing,
    question,
  };
}
