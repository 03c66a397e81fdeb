import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../app/context.ts';
import { DecisionEntry, DecisionEntryInput, DecisionPreview } from './decision-entry.types.ts';
import { enterDecision, FORCE_PATH, type DecisionEntryDraft } from './enter-decision.service.ts';
import { decidedLines } from './force.service.ts';
import { previewDecision } from './preview-decision.service.ts';
import { decisionById } from './save-decision.service.ts';
import { stepById } from './steps.queries.ts';

@Resolver()
export class DecisionEntryResolver {
  @Mutation(() => DecisionEntry, {
    description:
      "Enters a decision with all that it does, to a list and to procedures' being in force, as one step that is undone as one; figures follow. One bad line refuses the whole.",
  })
  async enterDecision(
    @Arg('input', () => DecisionEntryInput) input: DecisionEntryInput,
    @Ctx() ctx: Context,
  ): Promise<DecisionEntry> {
    const { decisionId, stepId, lines } = await enterDecision(ctx, draftOf(input));
    const step = stepId === null ? null : await stepById(ctx.read, ctx.provinceId, stepId);
    return { decision: await decisionById(ctx, String(decisionId)), step, lines };
  }

  @Mutation(() => DecisionPreview, {
    description: 'What enterDecision would do: the same checks and refusals, and nothing is stored.',
  })
  previewDecision(
    @Arg('input', () => DecisionEntryInput) input: DecisionEntryInput,
    @Ctx() ctx: Context,
  ): Promise<DecisionPreview> {
    return previewDecision(ctx, draftOf(input));
  }
}

function draftOf({ changes, force, procedures, ...rest }: DecisionEntryInput): DecisionEntryDraft {
  return {
    ...rest,
    changes: changes ?? [],
    force: decidedLines(force ?? [], FORCE_PATH),
    procedures: procedures ?? [],
  };
}
