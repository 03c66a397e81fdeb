import { percentOf } from '@chi-tieu/shared/domain/percent';
import { yearEnd } from '@chi-tieu/shared/domain/days';
import type { Act } from '../../app/audit/acts.ts';
import type { Json } from '../../app/audit/canonical-json.ts';
import type { Writer } from '../../app/database.ts';
import { unitNames } from '../units/units.queries.ts';
import type { PlanRow, TargetRow } from './plans.queries.ts';

type PlanChange = { what: Act; before?: Json; after?: Json };

/** Says in the audit trail what a transaction does to a plan. */
export function auditPlan(tx: Writer, plan: Pick<PlanRow, 'id' | 'issuerId'>, change: PlanChange): void {
  tx.audit({ about: { kind: 'PLAN', id: plan.id }, unitId: plan.issuerId, ...change });
}

/** The same, for targets that change: those there were of the units, and those there are, with the units' names of that year. */
export async function auditTargets(
  tx: Writer,
  provinceId: number,
  plan: PlanRow,
  { what, version, before, after }: { what: Act; version: number; before: Target[]; after: Target[] },
): Promise<void> {
  auditPlan(tx, plan, {
    what,
    before: { version: plan.version, targets: await shownTargets(tx, provinceId, plan, before) },
    after: { version, targets: await shownTargets(tx, provinceId, plan, after) },
  });
}

/** Targets as the trail keeps them, in the order of the codes. */
export async function shownTargets(tx: Writer, provinceId: number, plan: PlanRow, targets: Target[]): Promise<Json> {
  const ids = targets.map(({ unitId }) => unitId);
  const names = new Map(
    (await unitNames(tx, provinceId, ids, yearEnd(plan.year))).map(({ unitId, code, name }) => [
      unitId,
      { code, name },
    ]),
  );
  return targets
    .map(({ unitId, hundredths, scope, locked }) => {
      const { code = '', name = '' } = names.get(unitId) ?? {};
      return { unit: code, name, percent: percentOf(hundredths), scope, locked };
    })
    .sort((a, b) => (a.unit < b.unit ? -1 : 1));
}

type Target = Omit<TargetRow, 'planId'>;
