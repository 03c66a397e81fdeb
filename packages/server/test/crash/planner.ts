import type { Client } from './client.ts';

interface Plan {
  id: string;
  state: string;
  targets: { percent: number }[];
}

const ISSUER = '165';
const INDICATOR = 'ONLINE_RESOLUTION_L4';
const TARGETS = [
  { unit: '05506', percent: 55 },
  { unit: '05512', percent: 60.5 },
];
const MOVES: Record<string, string> = { DRAFT: 'SUBMITTED', SUBMITTED: 'APPROVED', APPROVED: 'ISSUED' };

/** Issues one plan after the other, in turn for ten years; from the second round on each amends the one before. */
export class Planner {
  /** By year: the plan whose issue was acknowledged last. */
  readonly issued = new Map<number, string>();
  count = 0;
  private readonly client: Client;

  constructor(client: Client) {
    this.client = client;
  }

  async issueOne(): Promise<void> {
    const year = 2020 + (this.count % 5);
    for (;;) {
      const plan = await this.latest(year);
      if (plan === null) await this.begin(year);
      else if (plan.state === 'ISSUED') break;
      else if (plan.state === 'DRAFT' && plan.targets.length < TARGETS.length) await this.setTargets(plan);
      else if (await this.move(plan, MOVES[plan.state] ?? '')) this.issued.set(year, plan.id);
      if (plan !== null && this.issued.get(year) === plan.id) break;
    }
    this.count += 1;
  }

  /** The plan to go on with: the unfinished one, or one that was issued though nobody heard of it; null where there is none. */
  private async latest(year: number): Promise<Plan | null> {
    const { targetPlans } = await this.client.ask<{ targetPlans: Plan[] }>(
      `query ($year: Int, $issuer: ID) { targetPlans(year: $year, issuer: $issuer) { id state targets { percent } } }`,
      { year, issuer: ISSUER },
    );
    const unfinished = targetPlans.find(({ state }) => state in MOVES);
    if (unfinished) return unfinished;
    const issued = targetPlans.find(({ state }) => state === 'ISSUED');
    if (!issued || issued.id === this.issued.get(year)) return null;
    this.issued.set(year, issued.id);
    return issued;
  }

  private async begin(year: number): Promise<void> {
    const amends = this.issued.get(year);
    const input = { issuer: ISSUER, indicator: INDICATOR, year, ...(amends !== undefined && { amends }) };
    await this.client.graphql('mutation ($input: TargetPlanInput!) { createTargetPlan(input: $input) { id } }', {
      input,
    });
  }

  private async setTargets({ id }: Plan): Promise<void> {
    await this.client.graphql(
      'mutation ($id: ID!, $targets: [TargetInput!]!) { setTargets(plan: $id, targets: $targets) { id } }',
      { id, targets: TARGETS },
    );
  }

  /** Whether it is acknowledged that the plan is issued now. */
  private async move({ id }: Plan, to: string): Promise<boolean> {
    const answer = await this.client.graphql<{ movePlan: { state: string } }>(
      'mutation ($id: ID!, $to: PlanState!) { movePlan(plan: $id, to: $to, reason: "Theo quyết định.") { state } }',
      { id, to },
    );
    return answer?.data?.movePlan.state === 'ISSUED';
  }
}
