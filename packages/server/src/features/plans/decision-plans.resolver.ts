import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../app/context.ts';
import { Decision } from '../catalogue/catalogue.types.ts';
import { reached } from '../accounts/reach.service.ts';
import { plansByDecision } from './plans.queries.ts';
import { isReadable } from './plans.service.ts';
import { showPlan, TargetPlan } from './plans.types.ts';

@Resolver(() => Decision)
export class DecisionPlansResolver {
  @FieldResolver(() => [TargetPlan], {
    description: 'The plans that it issues or is to issue, of those that the caller may read; newest year first.',
  })
  async plans(@Root() decision: Decision, @Ctx() ctx: Context): Promise<TargetPlan[]> {
    const found = await ctx.loadAll('decision-plans', { id: String(decision.id) }, async (questions) => {
      const plans = await plansByDecision(
        ctx.read,
        ctx.provinceId,
        questions.map(({ id }) => Number(id)),
      );
      return plans.map((plan) => ({ id: String(plan.decisionId), plan }));
    });
    const reach = await reached(ctx, 'plan.read');
    return found.filter(({ plan }) => isReadable(plan, reach)).map(({ plan }) => showPlan(plan));
  }
}
