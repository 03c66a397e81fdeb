import { yearEnd, type Day } from '@chi-tieu/shared/domain/days';
import type {
  BasisFacts,
  CitedDecision,
  DocumentFacts,
  NamedUnit,
  UnitFacts,
} from '@chi-tieu/shared/domain/decision-document/facts';
import type { Context } from '../../../app/context.ts';
import { decisionMap } from '../../catalogue/lists.service.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import { planBasis, type PlanBasis, type PlanUnit } from '../basis.service.ts';
import { plansById, type PlanRow } from '../plans.queries.ts';
import { planIndicator, planTargets } from '../plans.service.ts';

/** The numbers that a plan's paper tells: the one place that asks for them, frozen ones too once there are any. */
function numbersOf(ctx: Context, plan: PlanRow): Promise<PlanBasis> {
  return planBasis(ctx, plan);
}

/** Everything that a decision says of a plan. */
export async function documentFacts(ctx: Context, plan: PlanRow): Promise<DocumentFacts> {
  const basis = await numbersOf(ctx, plan);
  const issuer = await named(ctx, basis, plan.issuerId, plan.year);
  const superior = basis.tree.byId(plan.issuerId)?.parentId ?? null;
  const decision = await cited(ctx, plan.decisionId);
  return {
    state: plan.state,
    year: plan.year,
    issuer,
    superior: superior === null ? null : await named(ctx, basis, superior, plan.year),
    province: await named(ctx, basis, ctx.provinceId, plan.year),
    indicator: (await planIndicator(ctx, plan)).name,
    decision: { ...decision, signer: await signerOf(ctx, plan.decisionId) },
    parent: await parentOf(ctx, plan, basis),
    amended: plan.amendsId === null ? null : await cited(ctx, (await planOf(ctx, plan.amendsId))?.decisionId ?? null),
    from: basis.day,
    until: yearEnd(plan.year),
    basisFrom: basis.from,
    basisTo: basis.to,
    required: basis.required,
    units: await unitsOf(ctx, plan, basis),
    own: basis.issuer && basis.issuer.volume > 0 ? basisFacts(basis.issuer) : null,
  };
}

/** The children of the plan with their targets, and units that had one and are no children any more, in the order of the codes. */
async function unitsOf(ctx: Context, plan: PlanRow, basis: PlanBasis): Promise<UnitFacts[]> {
  const after = await hundredthsByUnit(ctx, plan.id);
  const before = plan.amendsId === null ? new Map<number, number>() : await hundredthsByUnit(ctx, plan.amendsId);
  const factsOf = (unitId: number, unit: NamedUnit, child: PlanUnit | null): UnitFacts => ({
    ...unit,
    ...(child ? basisFacts(child) : { volume: 0, baseline: null }),
    target: after.get(unitId) ?? null,
    before: before.get(unitId) ?? null,
    isGone: child === null,
  });
  const children = new Map(basis.children.map((child) => [child.version.unitId, child]));
  const gone = [...new Set([...after.keys(), ...before.keys()])].filter((id) => !children.has(id));
  const units = [...children].map(([id, child]) => factsOf(id, nameOf(child.version), child));
  for (const id of gone) units.push(factsOf(id, await named(ctx, basis, id, plan.year), null));
  return units.sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** What a plan goes by for a unit, and what of it was typed instead of counted. */
function basisFacts({ volume, baseline, input }: PlanUnit): BasisFacts {
  return {
    ...{ volume, baseline },
    ...(input !== null && input.volume !== null && { isVolumeTyped: true }),
    ...(input !== null && input.baseline !== null && { isBaselineTyped: true }),
  };
}

async function hundredthsByUnit(ctx: Context, planId: string): Promise<Map<number, number>> {
  return new Map((await planTargets(ctx, planId)).map(({ unitId, hundredths }) => [unitId, hundredths]));
}

/** By which decision the issuing unit was given the target that the plan was made for. */
async function parentOf(ctx: Context, plan: PlanRow, basis: PlanBasis): Promise<DocumentFacts['parent']> {
  const parent = basis.received && (await planOf(ctx, basis.received.planId));
  if (!parent) return null;
  return { ...(await cited(ctx, parent.decisionId)), issuer: await named(ctx, basis, parent.issuerId, plan.year) };
}

async function planOf(ctx: Context, id: string): Promise<PlanRow | null> {
  return (await plansById(ctx.read, ctx.provinceId, [id]))[0] ?? null;
}

async function cited(ctx: Context, decisionId: number | null): Promise<CitedDecision> {
  const decision = decisionId === null ? undefined : (await decisionMap(ctx)).get(decisionId);
  return { number: decision?.number ?? null, issuedOn: decision?.issuedOn ?? null };
}

async function signerOf(ctx: Context, decisionId: number | null): Promise<string | null> {
  return decisionId === null ? null : ((await decisionMap(ctx)).get(decisionId)?.signer ?? null);
}

/** A unit as it is called on the plan's day, one that is gone as it was called last. */
async function named(ctx: Context, { tree }: PlanBasis, unitId: number, year: number): Promise<NamedUnit> {
  const end: Day = yearEnd(year);
  const found = tree.byId(unitId) ?? (await unitAsKnown(ctx, unitId, end));
  if (!found) throw new Error(`no unit ${unitId}`);
  return nameOf(found);
}

function nameOf({ code, name, type, kind }: NamedUnit): NamedUnit {
  return { code, name, type, kind };
}
