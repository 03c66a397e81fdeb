import { yearOf } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import { gathered, type Waiting, type WaitingThing } from '../../app/waiting.ts';
import { reached, spokenFor } from '../accounts/reach.service.ts';
import { today, unitTree } from '../units/units.service.ts';
import { acknowledgementsOf } from './duties/acknowledgements.queries.ts';
import { plansOfAuthor, plansUnderWay } from './plans.queries.ts';
import { askedOfUnits, openCounters, targetsGiven } from './waiting.queries.ts';

const PLACE = '/giao-chi-tieu';

/** Plans that the caller may bring a step further, themselves: drafts, what they may approve, what they may issue. */
export async function waitingPlans(ctx: Context): Promise<Waiting[]> {
  const [drafts, approves] = [await reached(ctx, 'plan.draft'), await reached(ctx, 'plan.approve')];
  const isOf = (units: typeof drafts, id: number): boolean => units === 'ALL' || units.has(id);
  if (isNobody(drafts) && isNobody(approves)) return [];
  const plans = await plansUnderWay(ctx.read, ctx.provinceId);
  const judged = plans.filter(({ state, issuerId }) => state !== 'DRAFT' && isOf(approves, issuerId));
  const own =
    ctx.app.config.separateDuties && !ctx.isProcess && judged.length > 0
      ? await plansOfAuthor(
          ctx.read,
          ctx.provinceId,
          judged.map(({ id }) => id),
          ctx.signedIn().id,
        )
      : new Set<string>();
  const things = (found: typeof plans): WaitingThing[] =>
    found.map(({ id, issuerId, since }) => {
      return { unitId: issuerId, about: null, since, due: null, path: `${PLACE}/${id}` };
    });
  const mine = judged.filter(({ id }) => !own.has(id));
  const day = today(ctx);
  return [
    ...gathered('PLAN_TO_APPROVE', PLACE, things(mine.filter(({ state }) => state === 'SUBMITTED')), day),
    ...gathered('PLAN_TO_ISSUE', PLACE, things(mine.filter(({ state }) => state === 'APPROVED')), day),
    ...gathered(
      'PLAN_DRAFT',
      PLACE,
      things(plans.filter(({ state, issuerId }) => state === 'DRAFT' && isOf(drafts, issuerId))),
      day,
    ),
  ];
}

/** What units that the caller speaks for were given and have not answered for, and what they are asked; of years that are over nothing waits. */
export async function waitingDuties(ctx: Context): Promise<Waiting[]> {
  const units = await spokenFor(ctx);
  if (units === 'ALL' || units.size === 0) return [];
  const day = today(ctx);
  const asked = (await askedOfUnits(ctx.read, ctx.provinceId, [...units], day)).map(
    ({ unitId, since, until }): WaitingThing => {
      return { unitId, about: null, since, due: until, path: `${PLACE}/lay-y-kien` };
    },
  );
  return [...gathered('CONSULTATION', `${PLACE}/lay-y-kien`, asked, day), ...(await waitingTargets(ctx, [...units]))];
}

/** Targets of this year and later ones that nobody took note of, or that still have to be assigned to the units below. */
async function waitingTargets(ctx: Context, units: number[]): Promise<Waiting[]> {
  const day = today(ctx);
  const given = await targetsGiven(ctx.read, ctx.provinceId, units, yearOf(day));
  if (given.length === 0) return [];
  const plans = [...new Set(given.map(({ planId }) => planId))];
  const took = new Set(
    (await acknowledgementsOf(ctx.read, ctx.provinceId, plans)).map(({ planId, unitId }) => `${planId} ${unitId}`),
  );
  const drafts = await reached(ctx, 'plan.draft');
  const tree = await unitTree(ctx, day);
  const thing = ({ unitId, since, year }: (typeof given)[number], due: string | null): WaitingThing => {
    return { unitId, about: null, since, due, path: `${PLACE}?year=${year}` };
  };
  const mayAssign = (unitId: number): boolean =>
    (drafts === 'ALL' || drafts.has(unitId)) && tree.children(unitId).length > 0;
  return [
    ...gathered(
      'TARGET_TO_ACKNOWLEDGE',
      PLACE,
      given
        .filter(({ planId, unitId }) => !took.has(`${planId} ${unitId}`))
        .map((row) => thing(row, row.acknowledgeBy)),
      day,
    ),
    ...gathered(
      'TARGET_TO_ASSIGN',
      PLACE,
      given
        .filter(({ unitId, hasAssigned }) => !hasAssigned && mayAssign(unitId))
        .map((row) => thing(row, row.assignBy)),
      day,
    ),
  ];
}

/** What units below proposed instead of their targets, for who drafts the plan. */
export async function waitingProposals(ctx: Context): Promise<Waiting[]> {
  const drafts = await reached(ctx, 'plan.draft');
  if (isNobody(drafts)) return [];
  const open = await openCounters(ctx.read, ctx.provinceId, drafts === 'ALL' ? null : [...drafts]);
  const things = open.map(({ unitId, planId, since }): WaitingThing => {
    return { unitId, about: null, since, due: null, path: `${PLACE}/${planId}` };
  });
  return gathered('PROPOSAL_TO_ANSWER', PLACE, things, today(ctx));
}

const isNobody = (units: 'ALL' | ReadonlySet<number>): boolean => units !== 'ALL' && units.size === 0;
