import {
  allows,
  cameAsExpected,
  cameOf,
  isMeasureOverdue,
  misfitOf,
  MEASURE_ACTS,
} from '@chi-tieu/shared/domain/matters/measures';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { errorText } from '../../../app/errors.ts';
import { isNumberKey, mapNodes, readPage, type Connection } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import { Procedure } from '../../catalogue/catalogue.types.ts';
import { procedureById } from '../../catalogue/procedures.service.ts';
import { existingFigure } from '../../figures/figures.service.ts';
import { showFigure } from '../../figures/show-figure.service.ts';
import { Indicator } from '../../rates/rates.types.ts';
import { allIndicators } from '../../rates/rates.service.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import { today } from '../../units/units.service.ts';
import { Unit } from '../../units/units.types.ts';
import { stepsOfMatter } from '../log/log.service.ts';
import { MatterStep, showStep } from '../log/log.types.ts';
import type { JudgementRow, MeasureRow } from './measures.queries.ts';
import { judgementsOfMeasure, measureById, measuresByState, pageOfMeasures } from './measures.service.ts';
import {
  Measure,
  MeasureAct,
  MeasureConnection,
  MeasureCount,
  MeasureJudgement,
  MeasureState,
} from './measures.types.ts';
import { keepsMeasures } from './sides.service.ts';

const UNIT = 'A code: of it, of those that it succeeded and of all below.';
const DIFFICULTY = 'Those alone against the difficulty of this number.';
const OVERDUE = 'Those alone that are still to be done though their deadline has passed.';

/** A measure as GraphQL shows it. */
export function showMeasure(ctx: Context, row: MeasureRow): Measure {
  const {
    id,
    version,
    state,
    title,
    body,
    ownerPost,
    ownerName,
    beginOn,
    dueOn,
    effect,
    expected,
    begunOn,
    endedOn,
    by,
  } = row;
  const ownerAccount = row.ownerAccountId === null ? null : String(row.ownerAccountId);
  return {
    ...{ id, version, state, title, ownerPost, ownerName, effect, expected, begunOn, endedOn, by, row, ownerAccount },
    ...{ text: body, begin: beginOn, due: dueOn, difficulty: row.difficultyId },
    overdue: isMeasureOverdue(row, today(ctx)),
  };
}

@Resolver(() => Measure)
export class MeasureResolver {
  @Query(() => MeasureConnection, { description: 'Measures of units within reach, newest first.' })
  async measures(
    @Arg('unit', () => ID, { nullable: true, description: UNIT }) unit: string | null,
    @Arg('state', () => MeasureState, { nullable: true, description: 'Those in this state alone.' })
    state: MeasureState | null,
    @Arg('difficulty', () => ID, { nullable: true, description: DIFFICULTY }) difficulty: string | null,
    @Arg('overdue', () => Boolean, { defaultValue: false, description: OVERDUE }) overdue: boolean,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<Measure>> {
    const given = { unit: unit ?? null, state: state ?? null, difficulty: difficulty ?? null, overdue };
    const found = await pageOfMeasures(ctx, given, readPage(first, after, isNumberKey));
    return mapNodes(found, (row) => showMeasure(ctx, row));
  }

  @Query(() => [MeasureCount], { description: 'How many measures within reach there are in each state.' })
  measureCounts(
    @Arg('unit', () => ID, { nullable: true, description: UNIT }) unit: string | null,
    @Arg('difficulty', () => ID, { nullable: true, description: DIFFICULTY }) difficulty: string | null,
    @Arg('overdue', () => Boolean, { defaultValue: false, description: OVERDUE }) overdue: boolean,
    @Ctx() ctx: Context,
  ): Promise<MeasureCount[]> {
    return measuresByState(ctx, { unit: unit ?? null, state: null, difficulty: difficulty ?? null, overdue });
  }

  @Query(() => Measure, { nullable: true, description: 'One measure; null where there is none within reach.' })
  async measure(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Measure | null> {
    const row = await measureById(ctx, id);
    return row && showMeasure(ctx, row);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit whose it is.' })
  unit(@Root() { row }: Measure, @Ctx() ctx: Context): Promise<Unit | null> {
    return unitAsKnown(ctx, row.unitId, today(ctx));
  }

  @FieldResolver(() => Indicator, { nullable: true, description: 'The indicator of the figure that it is to raise.' })
  async indicator(@Root() { row }: Measure, @Ctx() ctx: Context): Promise<Indicator | null> {
    return (await allIndicators(ctx)).find(({ id }) => id === row.indicatorId) ?? null;
  }

  @FieldResolver(() => Procedure, { nullable: true, description: 'The procedure that it is about.' })
  procedure(@Root() { row }: Measure, @Ctx() ctx: Context): Promise<Procedure | null> | null {
    return row.procedureId === null ? null : procedureById(ctx, row.procedureId);
  }

  @FieldResolver(() => [MeasureJudgement], { description: 'How it was held against what came, the latest first.' })
  async judgements(@Root() { id }: Measure, @Ctx() ctx: Context): Promise<MeasureJudgement[]> {
    return Promise.all((await judgementsOfMeasure(ctx, id)).map((row) => showJudgement(ctx, row)));
  }

  @FieldResolver(() => [MatterStep], { description: 'What was done about it, oldest first.' })
  async steps(@Root() { id }: Measure, @Ctx() ctx: Context): Promise<MatterStep[]> {
    return (await stepsOfMatter(ctx, 'MEASURE', id)).map(showStep);
  }

  @FieldResolver(() => [MeasureAct], { description: 'What the caller may say of it as it stands.' })
  async possible(@Root() { row }: Measure, @Ctx() ctx: Context): Promise<MeasureAct[]> {
    return (await keepsMeasures(ctx))(row.unitId) ? MEASURE_ACTS.filter((act) => allows(row.state, act)) : [];
  }

  @FieldResolver(() => Boolean, {
    description: 'The caller keeps it: may judge it, and plan it otherwise while it is to be done.',
  })
  async kept(@Root() { row }: Measure, @Ctx() ctx: Context): Promise<boolean> {
    return (await keepsMeasures(ctx))(row.unitId);
  }
}

async function showJudgement(ctx: Context, row: JudgementRow): Promise<MeasureJudgement> {
  const { id, effect, expected, body, by, at } = row;
  const [before, after] = [await existingFigure(ctx, row.before), await existingFigure(ctx, row.after)];
  const misfit = misfitOf(before, after, row.beginOn);
  const came = misfit === null ? cameOf(effect, before, after) : null;
  const asExpected = misfit === null ? cameAsExpected({ kind: effect, expected }, before, after) : null;
  const why = misfit === null ? null : errorText(`measure.misfit.${misfit}`, {}, ctx.locale);
  return {
    id,
    before: showFigure(before),
    after: showFigure(after),
    effect,
    expected,
    came,
    asExpected,
    misfit,
    why,
    text: body,
    struckOn: row.struckOn,
    struckReason: row.struckReason,
    by,
    at,
  };
}
