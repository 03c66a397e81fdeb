import { hundredthsOf } from '@chi-tieu/shared/domain/percent';
import type { PlansQuery, PlanState } from '@chi-tieu/shared/generated/graphql';
import { day } from '../../../i18n/format.ts';
import { t } from '../../../i18n/i18n.ts';
import { heldText, stateText } from '../planState.ts';

type ListedPlan = PlansQuery['targetPlans'][number];

/** A unit that could issue a plan. */
export interface Issuer {
  readonly code: string;
  readonly name: string;
}

/** A line of the list: a plan, or a unit that has none yet. */
export interface PlanRow {
  readonly key: string;
  readonly issuer: Issuer;
  readonly plan: ListedPlan | null;
  /** How many units were given a target, of how many. */
  readonly assigned: number;
  readonly children: number;
}

const ORDER: readonly PlanState[] = ['DRAFT', 'SUBMITTED', 'APPROVED', 'ISSUED', 'SUPERSEDED'];

/**
 * The list of a year: the province first, then the others by code; of one unit what is being worked on first, what was
 * superseded last. A unit without a plan that is worked on or in force has a line of its own.
 */
export function planRows(plans: readonly ListedPlan[], province: Issuer, districts: readonly Issuer[]): PlanRow[] {
  const issuers = new Map([province, ...districts].map((issuer) => [issuer.code, issuer]));
  for (const { issuer } of plans) if (!issuers.has(issuer.code)) issuers.set(issuer.code, issuer);
  const rank = ({ code }: Issuer): string => (code === province.code ? '' : code);
  return [...issuers.values()]
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .flatMap((issuer) =>
      rowsOf(
        issuer,
        plans.filter((plan) => plan.issuer.code === issuer.code),
      ),
    );
}

function rowsOf(issuer: Issuer, plans: readonly ListedPlan[]): PlanRow[] {
  const rows = [...plans]
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
    .map((plan) => ({
      key: plan.id,
      issuer,
      plan,
      assigned: plan.targets.length,
      children: plan.targets.length + plan.rollUp.missingUnits.length,
    }));
  const hasLiving = plans.some(({ state }) => state !== 'SUPERSEDED');
  return hasLiving ? rows : [{ key: `none ${issuer.code}`, issuer, plan: null, assigned: 0, children: 0 }, ...rows];
}

/** The units that have neither a plan in work nor one in force. */
export function withoutPlan(rows: readonly PlanRow[]): Issuer[] {
  return rows.filter(({ plan }) => plan === null).map(({ issuer }) => issuer);
}

/** What a plan's targets add up to, in hundredths; null where nothing was assigned. */
export function achievedOf({ plan, assigned }: PlanRow): number | null {
  return plan === null || assigned === 0 || plan.rollUp.achieved === null ? null : hundredthsOf(plan.rollUp.achieved);
}

/** The lines of one unit; of none told, all. */
export function rowsOfUnit(rows: readonly PlanRow[], unit: string | null): readonly PlanRow[] {
  return unit === null ? rows : rows.filter(({ issuer }) => issuer.code === unit);
}

/** From when a plan holds, of one that was replaced also until when; null of what is not issued. */
export function heldDays({
  state,
  inForceFrom,
  holdsUntil,
}: Pick<ListedPlan, 'state' | 'inForceFrom' | 'holdsUntil'>): string | null {
  if (inForceFrom === null) return null;
  if (state !== 'SUPERSEDED') return day(inForceFrom);
  return holdsUntil === null
    ? t('planparts.neverHeld')
    : t('planparts.heldDays', { from: day(inForceFrom), to: day(holdsUntil) });
}

/** A plan's state in words; of an amendment that is still worked on also that it is one: there is another in force. */
export function stateOf(
  plan: Pick<ListedPlan, 'state' | 'amends'> & Partial<Pick<ListedPlan, 'replacedFrom'>>,
): string {
  const { state, amends } = plan;
  const isUnderWay = amends !== null && state !== 'ISSUED' && state !== 'SUPERSEDED';
  return isUnderWay ? t('planparts.amendmentState', { state: stateText(state) }) : heldText(plan);
}
