import { yearEnd } from '@chi-tieu/shared/domain/days';
import { percentOf } from '@chi-tieu/shared/domain/percent';
import type { Act } from '../../../app/audit/acts.ts';
import type { Json } from '../../../app/audit/canonical-json.ts';
import type { Writer } from '../../../app/database.ts';
import { unitNames } from '../../units/units.queries.ts';
import { auditPlan } from '../audit-plan.service.ts';
import type { PlanRow } from '../plans.queries.ts';
import type { CounterRow } from './talk.queries.ts';

/** Says in the audit trail what somebody says or proposes, and of which unit; never the text. */
export async function auditTalk(
  tx: Writer,
  provinceId: number,
  plan: Pick<PlanRow, 'id' | 'issuerId' | 'year'>,
  { what, unitId, facts = {} }: { what: Act; unitId: number | null; facts?: Record<string, Json> },
): Promise<void> {
  const [named] = unitId === null ? [] : await unitNames(tx, provinceId, [unitId], yearEnd(plan.year));
  auditPlan(tx, plan, { what, after: { ...(named && { unit: named.code, name: named.name }), ...facts } });
}

/** The numbers of a proposal as the trail shows them. */
export function countedFacts(counter: Pick<CounterRow, 'hundredths' | 'insteadOf'>): Record<string, Json> {
  return { percent: percentOf(counter.hundredths), insteadOf: percentOf(counter.insteadOf) };
}
