import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { DateScalar } from '../../../app/scalars.ts';
import { notFound } from '../../../app/errors.ts';
import { judgeMeasure, strikeJudgement } from './judge.service.ts';
import { showMeasure } from './measures.resolver.ts';
import { measureById } from './measures.service.ts';
import { Measure, MeasureAct, MeasureDaysInput, MeasureInput } from './measures.types.ts';
import { changeMeasure, planMeasure, stepMeasure, type MeasureGiven } from './plan.service.ts';

const SINCE =
  'Of BEGUN, and of DONE where it was never said to have begun: the day on which it began, today where it is left out.';
const TEXT = 'At most 2,000 characters, without numbers of citizens and codes of dossiers.';

/** What is done about measures. */
@Resolver()
export class MeasureWorkResolver {
  @Mutation(() => Measure, { description: 'Plans a measure of a unit.' })
  async planMeasure(@Arg('input', () => MeasureInput) input: MeasureInput, @Ctx() ctx: Context): Promise<Measure> {
    return shown(ctx, await planMeasure(ctx, given(input)));
  }

  @Mutation(() => Measure, { description: 'Plans it otherwise, while it is still to be done.' })
  async changeMeasure(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => MeasureInput) input: MeasureInput,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<Measure> {
    await changeMeasure(ctx, id, given(input), expectedVersion);
    return shown(ctx, id);
  }

  @Mutation(() => Measure, { description: 'Says what became of it.' })
  async stepMeasure(
    @Arg('id', () => ID) id: string,
    @Arg('act', () => MeasureAct, { description: 'What.' }) act: MeasureAct,
    @Arg('text', () => String, { nullable: true, description: `What is said with it. ${TEXT}` }) text: string | null,
    @Arg('since', () => DateScalar, { nullable: true, description: SINCE }) since: string | null,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<Measure> {
    await stepMeasure(ctx, { id, act, text: text ?? null, since: since ?? null, expectedVersion });
    return shown(ctx, id);
  }

  @Mutation(() => Measure, {
    description: 'Holds it against what came, once it has begun: cites the figure of two periods at one moment.',
  })
  async judgeMeasure(
    @Arg('id', () => ID) id: string,
    @Arg('before', () => MeasureDaysInput, { description: 'A period of before.' }) before: MeasureDaysInput,
    @Arg('after', () => MeasureDaysInput, { description: 'A period of afterwards, that has begun.' })
    after: MeasureDaysInput,
    @Arg('text', () => String, { nullable: true, description: `What its unit makes of it. ${TEXT}` })
    text: string | null,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<Measure> {
    await judgeMeasure(ctx, { id, before, after, text: text ?? null, expectedVersion });
    return shown(ctx, id);
  }

  @Mutation(() => Measure, {
    description: 'Strikes out a judgement that was wrong. It stays to be read, and is not what came of the measure.',
  })
  async strikeJudgement(
    @Arg('id', () => ID) id: string,
    @Arg('judgement', () => ID, { description: 'The id of the judgement.' }) judgement: string,
    @Arg('text', () => String, { description: `Why. ${TEXT}` }) text: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<Measure> {
    await strikeJudgement(ctx, { id, judgement, text, expectedVersion });
    return shown(ctx, id);
  }
}

function given(input: MeasureInput): MeasureGiven {
  const { unit, title, begin, due, indicator, effect, expected, text = null, ownerPost = null } = input;
  const { ownerAccount = null, procedure = null, difficulty = null } = input;
  const ties = { ownerPost, ownerAccount, procedure, difficulty };
  return { unit, title, begin, due, indicator, effect, expected, text, ...ties };
}

async function shown(ctx: Context, id: string): Promise<Measure> {
  const row = await measureById(ctx, id);
  if (!row) throw notFound('matter.unknown');
  return showMeasure(ctx, row);
}
