import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../app/context.ts';
import { notFound } from '../../app/errors.ts';
import { showDifficulty } from './difficulties.resolver.ts';
import { difficultyById } from './difficulties.service.ts';
import { Difficulty, DifficultyInput } from './difficulties.types.ts';
import { joinDifficulty, partDifficulty, reopenDifficulty } from './join.service.ts';
import { reportDifficulty } from './report.service.ts';
import { answerDifficulty, closeDifficulty, noteDifficulty, takeDifficulty } from './steps.service.ts';

const TEXT = 'What is said with it: at most 2,000 characters, without numbers of citizens and codes of dossiers.';
const OWNER = 'The code of the unit that has to answer: one that the caller handles difficulties for.';

@Resolver()
export class DifficultyStepsResolver {
  @Mutation(() => Difficulty, { description: 'Reports in the name of a unit what keeps it from what it should do.' })
  async reportDifficulty(
    @Arg('input', () => DifficultyInput) input: DifficultyInput,
    @Ctx() ctx: Context,
  ): Promise<Difficulty> {
    const { unit, text, cause, procedure = null, indicator = null, source = null } = input;
    return shown(ctx, await reportDifficulty(ctx, { unit, text, cause, procedure, indicator, source }));
  }

  @Mutation(() => Difficulty, { description: 'Has a unit answer for it from now on.' })
  async takeDifficulty(
    @Arg('id', () => ID) id: string,
    @Arg('owner', () => ID, { description: OWNER }) owner: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('text', () => String, { nullable: true, description: TEXT }) text: string | null,
    @Ctx() ctx: Context,
  ): Promise<Difficulty> {
    await takeDifficulty(ctx, { id, owner, expectedVersion, text });
    return shown(ctx, id);
  }

  @Mutation(() => Difficulty, { description: 'Answers it, or answers otherwise than before; once somebody owns it.' })
  async answerDifficulty(
    @Arg('id', () => ID) id: string,
    @Arg('text', () => String, { description: TEXT }) text: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<Difficulty> {
    await answerDifficulty(ctx, { id, text, expectedVersion });
    return shown(ctx, id);
  }

  @Mutation(() => Difficulty, {
    description: 'Ends it. Who handles it says why, where nobody answered.',
  })
  async closeDifficulty(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('text', () => String, { nullable: true, description: TEXT }) text: string | null,
    @Ctx() ctx: Context,
  ): Promise<Difficulty> {
    await closeDifficulty(ctx, { id, expectedVersion, text });
    return shown(ctx, id);
  }

  @Mutation(() => Difficulty, { description: 'Opens what was answered or closed again, and says why.' })
  async reopenDifficulty(
    @Arg('id', () => ID) id: string,
    @Arg('text', () => String, { description: TEXT }) text: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<Difficulty> {
    await reopenDifficulty(ctx, { id, text, expectedVersion });
    return shown(ctx, id);
  }

  @Mutation(() => Difficulty, { description: 'Says more about it.' })
  async noteDifficulty(
    @Arg('id', () => ID) id: string,
    @Arg('text', () => String, { description: TEXT }) text: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('amongHandlers', () => Boolean, {
      defaultValue: false,
      description: 'For those who handle it alone: its unit does not read it.',
    })
    amongHandlers: boolean,
    @Ctx() ctx: Context,
  ): Promise<Difficulty> {
    await noteDifficulty(ctx, { id, text, expectedVersion, amongHandlers });
    return shown(ctx, id);
  }

  @Mutation(() => Difficulty, {
    description: 'Joins it to another one: from now on that one’s state and answers are its own.',
  })
  async joinDifficulties(
    @Arg('id', () => ID) id: string,
    @Arg('to', () => ID, { description: 'The number of the other one.' }) to: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<Difficulty> {
    await joinDifficulty(ctx, { id, to, expectedVersion });
    return shown(ctx, id);
  }

  @Mutation(() => Difficulty, {
    description: 'Undoes the joining: it is again what its own steps made of it.',
  })
  async partDifficulties(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<Difficulty> {
    await partDifficulty(ctx, { id, expectedVersion });
    return shown(ctx, id);
  }
}

async function shown(ctx: Context, id: string): Promise<Difficulty> {
  const row = await difficultyById(ctx, id);
  // Who gives it away may see it no longer.
  if (!row) throw notFound('difficulty.unknown');
  return showDifficulty(ctx, row);
}
