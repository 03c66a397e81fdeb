import { rollUp, type RollUp } from '@chi-tieu/shared/domain/cascade/roll-up';
import type { PlanBasis, PlanUnit } from './basis.service.ts';
import type { PlanRow, TargetRow } from './plans.queries.ts';

/** What the targets of a plan add up to, and which children have none. The same rule as in the page. */
export function rollUpPlan(
  { policy }: Pick<PlanRow, 'policy'>,
  basis: PlanBasis,
  targets: TargetRow[],
): { rolled: RollUp; missing: PlanUnit[] } {
  const byUnit = new Map(targets.map((target) => [target.unitId, target.hundredths]));
  const targetOf = (child: PlanUnit) => byUnit.get(child.version.unitId) ?? null;
  const rolled = rollUp({
    required: basis.required,
    policy: policy ?? 'MEAN',
    children: basis.children.map((child) => ({
      volume: child.volume,
      baseline: child.baseline,
      target: targetOf(child),
    })),
    issuer:
      basis.issuer && basis.issuer.volume > 0 ? { volume: basis.issuer.volume, baseline: basis.issuer.baseline } : null,
  });
  return { rolled, missing: basis.children.filter((child) => targetOf(child) === null) };
}
