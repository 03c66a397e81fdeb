import { DEFAULT_STEP, type CascadeMethod } from '@chi-tieu/shared/domain/cascade/problem';
import { yearEnd, type Day } from '@chi-tieu/shared/domain/days';
import { percentOf } from '@chi-tieu/shared/domain/percent';
import type { Context } from '../../../app/context.ts';
import type { CascadePolicy } from '../../../app/enums.ts';
import type { Sql } from '../../../app/sql.ts';
import { reached } from '../../accounts/reach.service.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import type { PlanRow } from '../plans.queries.ts';
import { anyPlan } from '../plans.service.ts';
import type { PlanEventNumbers, TargetChange } from './events.types.ts';

/** So many units of one event are told at most. */
const MOST_TOLD = 200;

interface KeptTarget {
  unitId: number;
  hundredths: number;
  locked: boolean;
}

/** How targets were proposed, in hundredths. */
export interface KeptProposal {
  method: CascadeMethod;
  policy: CascadePolicy;
  step: number;
  required: number | null;
}

/** What an event keeps of numbers; of a scenario that was taken targets stand beside inputs. */
interface Kept {
  before?: KeptTarget[] | { targets?: KeptTarget[] };
  after?: KeptTarget[] | { targets?: KeptTarget[] };
  proposedBy?: KeptProposal;
  day?: { after: Day };
}

/**
 * What an event made of the numbers of a plan: for whoever may read its drafts, also once it is issued. Others read what was issued,
 * not how it came about.
 */
export async function numbersOfEvent(ctx: Context, eventId: string, planId: string): Promise<PlanEventNumbers | null> {
  const [plan, reach] = [await anyPlan(ctx, planId), await reached(ctx, 'plan.read')];
  if (!plan || (reach !== 'ALL' && !reach.has(plan.issuerId))) return null;
  const found = await ctx.load('event numbers', eventId, (ids: string[]) => keptBy(ctx.read, ctx.provinceId, ids));
  if (!found) return null;
  const { proposedBy, day, ...kept } = found.detail;
  const changed = changesBetween(targetsIn(kept.before), targetsIn(kept.after));
  return {
    count: changed.length,
    targets: await shown(ctx, plan, changed),
    proposedBy: proposedBy ? shownProposal(proposedBy) : null,
    effectiveOn: day?.after ?? null,
  };
}

function keptBy(sql: Sql, provinceId: number, ids: string[]): Promise<{ id: string; detail: Kept }[]> {
  return sql.rows<{ id: string; detail: Kept }>(
    `select id::text, detail from plan_event where province_id = $1 and id = any ($2::bigint[])`,
    [provinceId, ids],
  );
}

/** What is typed besides targets is kept in the same places, without any. */
function targetsIn(kept: Kept['before']): ReadonlyMap<number, KeptTarget> {
  const rows = Array.isArray(kept) ? kept : (kept?.targets ?? []);
  return new Map(rows.filter(({ hundredths }) => typeof hundredths === 'number').map((row) => [row.unitId, row]));
}

interface Changed {
  unitId: number;
  before: KeptTarget | null;
  after: KeptTarget | null;
}

function changesBetween(before: ReadonlyMap<number, KeptTarget>, after: ReadonlyMap<number, KeptTarget>): Changed[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((unitId) => ({ unitId, before: before.get(unitId) ?? null, after: after.get(unitId) ?? null }))
    .filter((one) => one.before?.hundredths !== one.after?.hundredths || one.before?.locked !== one.after?.locked);
}

async function shown(ctx: Context, plan: PlanRow, changed: readonly Changed[]): Promise<TargetChange[]> {
  const rows = await Promise.all(
    changed.map(async ({ unitId, before, after }) => {
      const unit = await unitAsKnown(ctx, unitId, yearEnd(plan.year));
      const wasLocked = before?.locked ?? false;
      const isLocked = after?.locked ?? false;
      return (
        unit && {
          unit,
          before: percent(before),
          after: percent(after),
          locked: wasLocked === isLocked ? null : isLocked,
        }
      );
    }),
  );
  return rows
    .filter((row) => row !== null)
    .sort((a, b) => (a.unit.code < b.unit.code ? -1 : 1))
    .slice(0, MOST_TOLD);
}

const percent = (target: KeptTarget | null): number | null => target && percentOf(target.hundredths);

function shownProposal({ method, policy, step, required }: KeptProposal) {
  return { method, policy, step: percentOf(step), required: required === null ? null : percentOf(required) };
}

/** How targets of a plan are proposed by what is typed in it. */
export function proposalBy(method: CascadeMethod, plan: PlanRow, required: number | null): KeptProposal {
  return { method, policy: plan.policy ?? 'MEAN', step: plan.step ?? DEFAULT_STEP, required };
}
