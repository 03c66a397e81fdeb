import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { notFound } from '../../../app/errors.ts';
import { showGuidance } from './guidance.resolver.ts';
import { guidanceWithId } from './guidance.service.ts';
import { Guidance, GuidanceInput } from './guidance.types.ts';
import { changeGuidance, issueGuidance, withdrawGuidance, type GuidanceGiven } from './issue.service.ts';
import { acknowledgeGuidance, answerGuidance, askAboutGuidance } from './talk.service.ts';

const TEXT = 'At most 2,000 characters, without numbers of citizens and codes of dossiers.';
const RECEIVER = 'The code of a receiver that the caller speaks for.';

/** What is done about guidance. */
@Resolver()
export class GuidanceWorkResolver {
  @Mutation(() => Guidance, { description: 'Gives guidance to units: they are told at once.' })
  async issueGuidance(@Arg('input', () => GuidanceInput) input: GuidanceInput, @Ctx() ctx: Context): Promise<Guidance> {
    return shown(ctx, await issueGuidance(ctx, given(input)));
  }

  @Mutation(() => Guidance, {
    description:
      'Gives another edition of it, to be taken note of anew; whoever was told stays told, others may be added.',
  })
  async changeGuidance(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => GuidanceInput) input: GuidanceInput,
    @Arg('reason', () => String, { description: `What it changes. ${TEXT}` }) reason: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<Guidance> {
    await changeGuidance(ctx, id, given(input), { reason, expectedVersion });
    return shown(ctx, id);
  }

  @Mutation(() => Guidance, { description: 'Says that it holds no longer, and why.' })
  async withdrawGuidance(
    @Arg('id', () => ID) id: string,
    @Arg('text', () => String, { description: TEXT }) text: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<Guidance> {
    await withdrawGuidance(ctx, { id, text, expectedVersion });
    return shown(ctx, id);
  }

  @Mutation(() => Guidance, { description: 'Takes note of an edition for a receiver; done twice it is done.' })
  async acknowledgeGuidance(
    @Arg('id', () => ID) id: string,
    @Arg('unit', () => ID, { description: RECEIVER }) unit: string,
    @Arg('edition', () => Int, { description: 'The edition that the caller saw; another one is a CONFLICT.' })
    edition: number,
    @Ctx() ctx: Context,
  ): Promise<Guidance> {
    await acknowledgeGuidance(ctx, { id, unit, edition });
    return shown(ctx, id);
  }

  @Mutation(() => Guidance, { description: 'Asks about it, for a receiver.' })
  async askAboutGuidance(
    @Arg('id', () => ID) id: string,
    @Arg('unit', () => ID, { description: RECEIVER }) unit: string,
    @Arg('text', () => String, { description: TEXT }) text: string,
    @Ctx() ctx: Context,
  ): Promise<Guidance> {
    await askAboutGuidance(ctx, { id, unit, text });
    return shown(ctx, id);
  }

  @Mutation(() => Guidance, { description: 'Answers a question, or answers otherwise.' })
  async answerGuidance(
    @Arg('question', () => ID, { description: 'The id of the question.' }) question: string,
    @Arg('text', () => String, { description: TEXT }) text: string,
    @Arg('public', () => Boolean, {
      defaultValue: false,
      description: 'All receivers read question and answer, without who asked.',
    })
    isPublic: boolean,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<Guidance> {
    return shown(ctx, await answerGuidance(ctx, { question, text, isPublic, expectedVersion }));
  }
}

function given(input: GuidanceInput): GuidanceGiven {
  const { leadUnit, dated, title, text, acknowledgeBy, number = null, kind = null, under = null } = input;
  const many = { units: input.units ?? [], procedures: input.procedures ?? [], files: input.files ?? [] };
  return { leadUnit, dated, title, text, acknowledgeBy, number, kind, under, ...many };
}

async function shown(ctx: Context, id: string): Promise<Guidance> {
  const row = await guidanceWithId(ctx, id);
  if (!row) throw notFound('matter.unknown');
  return showGuidance(row);
}
