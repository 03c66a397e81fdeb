import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { notFound } from '../../../app/errors.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import { today } from '../../units/units.service.ts';
import { showGuidance } from './guidance.resolver.ts';
import { guidanceWithId } from './guidance.service.ts';
import { Guidance, GuidanceForeseen, GuidanceInput, GuidanceReceiversInput } from './guidance.types.ts';
import { changeGuidance, issueGuidance, withdrawGuidance, type GuidanceGiven } from './issue.service.ts';
import { foreseen, type ReceiversAsked } from './receivers.service.ts';
import { acknowledgeGuidance, answerGuidance, askAboutGuidance } from './talk.service.ts';

const TEXT = 'At most 2,000 characters, without numbers of citizens and codes of dossiers.';
const MOST_NAMED = 20;
const RECEIVER = 'The code of a receiver that the caller speaks for.';

/** What is done about guidance. */
@Resolver()
export class GuidanceWorkResolver {
  @Query(() => GuidanceForeseen, {
    description: 'Whom guidance would be sent to, for who may give it: how many, and who of them could not take note.',
  })
  async guidanceForeseen(
    @Arg('input', () => GuidanceReceiversInput) input: GuidanceReceiversInput,
    @Ctx() ctx: Context,
  ): Promise<GuidanceForeseen> {
    const { told, mute } = await foreseen(ctx, { leadUnit: input.leadUnit, ...receiversGiven(input) });
    const named = await Promise.all(mute.slice(0, MOST_NAMED).map((id) => unitAsKnown(ctx, id, today(ctx))));
    return { told, mute: named.filter((unit) => unit !== null), muteCount: mute.length };
  }

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
      description:
        'All receivers read question and answer, without who asked. So they do the next answer once they did.',
    })
    isPublic: boolean,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<Guidance> {
    return shown(ctx, await answerGuidance(ctx, { question, text, isPublic, expectedVersion }));
  }
}

function given(input: GuidanceInput): GuidanceGiven {
  const { leadUnit, dated, title, text, acknowledgeBy, number = null } = input;
  const many = { ...receiversGiven(input), procedures: input.procedures ?? [], files: input.files ?? null };
  return { leadUnit, dated, title, text, acknowledgeBy, number, ...many };
}

function receiversGiven({ units, withBelow, kind = null, under = null }: GuidanceReceiversInput): ReceiversAsked {
  return { units: units ?? [], withBelow, kind, under };
}

async function shown(ctx: Context, id: string): Promise<Guidance> {
  const row = await guidanceWithId(ctx, id);
  if (!row) throw notFound('matter.unknown');
  return showGuidance(row);
}
