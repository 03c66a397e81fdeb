import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { DateScalar, PercentScalar } from '../../../app/scalars.ts';
import { planById } from '../plans.service.ts';
import type { PlanRow } from '../plans.queries.ts';
import { anyPlan } from '../plans.service.ts';
import { showPlan, TargetPlan } from '../plans.types.ts';
import { answerCounterProposal } from './answer-counter.service.ts';
import { addComment, commentsFor, resolveComment, withdrawComment } from './comments.service.ts';
import { openConsultation } from './consultation.service.ts';
import { consultations } from './consultations.service.ts';
import { countersFor, makeCounterProposal, withdrawCounterProposal } from './counter-proposals.service.ts';
import { isOfIssuer } from './speakers.service.ts';
import { CounterAnswer } from './talk.enums.ts';
import type { CommentRow, CounterRow } from './talk.queries.ts';
import { Consultation, CounterProposal, PlanComment, showComment, showCounter } from './talk.types.ts';

/** What is said about a plan, by its issuer's people and by those of its units. */
@Resolver(() => TargetPlan)
export class PlanTalkResolver {
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      "Until when its units are asked what they think of it; null: nobody is, or the caller is not of the issuer's people.",
  })
  async consultedUntil(@Root() plan: TargetPlan, @Ctx() ctx: Context): Promise<string | null> {
    return (await isOfIssuer(ctx, plan.row)) ? plan.row.consultedUntil : null;
  }

  @FieldResolver(() => Int, { description: 'How often that date was changed: what `openConsultation` expects.' })
  consultedVersion(@Root() plan: TargetPlan): number {
    return plan.row.consultedVersion;
  }

  @FieldResolver(() => [PlanComment], {
    description:
      "What is said about it, oldest first; to others than the issuer's people what is said of their own units.",
  })
  async comments(
    @Root() plan: TargetPlan,
    @Arg('unit', () => ID, { nullable: true, description: 'Only what is said about this unit.' }) unit: string | null,
    @Ctx() ctx: Context,
  ): Promise<PlanComment[]> {
    const shown = await showComments(ctx, plan.row);
    return !unit ? shown : shown.filter((comment) => comment.unit?.code === unit);
  }

  @FieldResolver(() => [CounterProposal], {
    description:
      "What units propose instead, oldest first; to others than the issuer's people what their own units do.",
  })
  counterProposals(@Root() plan: TargetPlan, @Ctx() ctx: Context): Promise<CounterProposal[]> {
    return showCounters(ctx, plan.row);
  }

  @FieldResolver(() => [CounterProposal], {
    description: 'Of an amending plan: what was noted of the plan that it replaces.',
  })
  async notedProposals(@Root() plan: TargetPlan, @Ctx() ctx: Context): Promise<CounterProposal[]> {
    const amended = plan.row.amendsId === null ? null : await planById(ctx, plan.row.amendsId);
    return amended ? (await showCounters(ctx, amended)).filter(({ state }) => state === 'NOTED') : [];
  }

  @Query(() => [Consultation], { description: 'What is asked of the units that the caller speaks for.' })
  consultations(@Ctx() ctx: Context): Promise<Consultation[]> {
    return consultations(ctx);
  }

  @Mutation(() => TargetPlan, {
    description:
      'Asks the units of a draft or a submitted plan what they think of it, until a day; no version of the plan.',
  })
  async openConsultation(
    @Arg('plan', () => ID) plan: string,
    @Arg('until', () => DateScalar, { nullable: true, description: 'The last day; null asks no longer.' })
    until: string | null,
    @Arg('expectedVersion', () => Int, {
      description: 'The `consultedVersion` that the caller saw; another one is a CONFLICT.',
    })
    expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<TargetPlan> {
    return showPlan(await openConsultation(ctx, plan, until ?? null, expectedVersion));
  }

  @Mutation(() => PlanComment, { description: "Says something about a plan, or about one unit's target in it." })
  async addPlanComment(
    @Arg('plan', () => ID) plan: string,
    @Arg('unit', () => ID, { nullable: true, description: 'The unit that it is about; the plan as a whole without.' })
    unit: string | null,
    @Arg('body', () => String) body: string,
    @Arg('answers', () => ID, { nullable: true }) answers: string | null,
    @Ctx() ctx: Context,
  ): Promise<PlanComment> {
    return ofComment(ctx, await addComment(ctx, plan, { unit: unit ?? null, body, answers: answers ?? null }));
  }

  @Mutation(() => PlanComment, { description: 'Settles a thread, or opens it again.' })
  async resolvePlanComment(
    @Arg('id', () => ID) id: string,
    @Arg('resolved', () => Boolean, { nullable: true, description: 'False opens it again; true unless given.' })
    resolved: boolean | null,
    @Ctx() ctx: Context,
  ): Promise<PlanComment> {
    return ofComment(ctx, await resolveComment(ctx, id, resolved ?? true));
  }

  @Mutation(() => PlanComment, { description: 'Takes back what one said oneself: the text is gone for good.' })
  async withdrawPlanComment(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<PlanComment> {
    return ofComment(ctx, await withdrawComment(ctx, id));
  }

  @Mutation(() => CounterProposal, { description: 'Proposes another number for a unit that one speaks for.' })
  async makeCounterProposal(
    @Arg('plan', () => ID) plan: string,
    @Arg('unit', () => ID) unit: string,
    @Arg('percent', () => PercentScalar) percent: number,
    @Arg('grounds', () => String) grounds: string,
    @Ctx() ctx: Context,
  ): Promise<CounterProposal> {
    return ofCounter(ctx, await makeCounterProposal(ctx, plan, { unit, percent, grounds }));
  }

  @Mutation(() => CounterProposal, { description: 'Takes back what the unit proposed: its grounds are gone.' })
  async withdrawCounterProposal(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<CounterProposal> {
    return ofCounter(ctx, await withdrawCounterProposal(ctx, id));
  }

  @Mutation(() => CounterProposal, {
    description: 'Answers what a unit proposes; accepting sets the target of the draft.',
  })
  async answerCounterProposal(
    @Arg('id', () => ID) id: string,
    @Arg('how', () => CounterAnswer) how: CounterAnswer,
    @Arg('answer', () => String, { nullable: true }) answer: string | null,
    @Arg('expectedVersion', () => Int, {
      nullable: true,
      description: 'To accept: the version of the plan that the caller saw; another one is a CONFLICT.',
    })
    expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<CounterProposal> {
    const given = { how, answer: answer ?? null, expectedVersion: expectedVersion ?? null };
    return ofCounter(ctx, await answerCounterProposal(ctx, id, given));
  }
}

/** What is said about it and proposed, for the unit that is asked. */
@Resolver(() => Consultation)
export class ConsultationResolver {
  @FieldResolver(() => [PlanComment], { description: 'What was said about the unit, oldest first.' })
  async comments(@Root() asked: Consultation, @Ctx() ctx: Context): Promise<PlanComment[]> {
    const said = (await commentsFor(ctx, asked.row)).filter(({ unitId }) => unitId === asked.unitId);
    return Promise.all(said.map((row) => showComment(ctx, asked.row, row)));
  }

  @FieldResolver(() => [CounterProposal], { description: 'What the unit proposed, oldest first.' })
  async counterProposals(@Root() asked: Consultation, @Ctx() ctx: Context): Promise<CounterProposal[]> {
    const made = (await countersFor(ctx, asked.row)).filter(({ unitId }) => unitId === asked.unitId);
    return Promise.all(made.map((row) => showCounter(ctx, asked.row, row)));
  }
}

async function showComments(ctx: Context, plan: PlanRow): Promise<PlanComment[]> {
  return Promise.all((await commentsFor(ctx, plan)).map((row) => showComment(ctx, plan, row)));
}

async function showCounters(ctx: Context, plan: PlanRow): Promise<CounterProposal[]> {
  return Promise.all((await countersFor(ctx, plan)).map((row) => showCounter(ctx, plan, row)));
}

async function ofComment(ctx: Context, row: CommentRow): Promise<PlanComment> {
  return showComment(ctx, await planOf(ctx, row.planId), row);
}

async function ofCounter(ctx: Context, row: CounterRow): Promise<CounterProposal> {
  return showCounter(ctx, await planOf(ctx, row.planId), row);
}

async function planOf(ctx: Context, id: string): Promise<PlanRow> {
  const plan = await anyPlan(ctx, id);
  if (!plan) throw new Error(`nothing is known of plan ${id}`);
  return plan;
}
