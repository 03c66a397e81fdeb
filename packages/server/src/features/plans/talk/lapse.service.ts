import type { Writer } from '../../../app/database.ts';
import type { PlanRow } from '../plans.queries.ts';
import { auditTalk, countedFacts } from './audit-talk.service.ts';
import { countersOf, endCounter, type CounterRow } from './talk.queries.ts';

/** What units proposed and nobody answered: of a plan that is about to be issued, and of the one that it replaces. */
export async function openProposals(
  tx: Writer,
  provinceId: number,
  plan: Pick<PlanRow, 'id' | 'amendsId'>,
): Promise<CounterRow[]> {
  const plans = [plan.id, ...(plan.amendsId === null ? [] : [plan.amendsId])];
  return (await countersOf(tx, provinceId, plans)).filter(({ state }) => state === 'OPEN');
}

/** They lapse as the plan is issued. */
export async function lapseProposals(
  tx: Writer,
  provinceId: number,
  plan: Pick<PlanRow, 'issuerId' | 'year'>,
  open: readonly CounterRow[],
): Promise<void> {
  for (const counter of open) {
    await endCounter(tx, counter.id, 'LAPSED');
    const about = { ...plan, id: counter.planId };
    const facts = countedFacts(counter);
    await auditTalk(tx, provinceId, about, { what: 'COUNTER_PROPOSAL_LAPSED', unitId: counter.unitId, facts });
  }
}
