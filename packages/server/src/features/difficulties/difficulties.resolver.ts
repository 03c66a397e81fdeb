import { ageInDays, DIFFICULTY_ACTS, refusalOf } from '@chi-tieu/shared/domain/difficulties/states';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { isNumberKey, mapNodes, readPage, type Connection } from '../../app/connection.ts';
import type { Context } from '../../app/context.ts';
import { DateScalar } from '../../app/scalars.ts';
import { Procedure } from '../catalogue/catalogue.types.ts';
import { procedureById } from '../catalogue/procedures.service.ts';
import { Indicator } from '../rates/rates.types.ts';
import { allIndicators } from '../rates/rates.service.ts';
import { unitAsKnown } from '../units/history.service.ts';
import { today } from '../units/units.service.ts';
import { Unit } from '../units/units.types.ts';
import type { DifficultyRow, StepRow } from './difficulties.queries.ts';
import {
  countsByState,
  difficultyById,
  followersOfDifficulty,
  pageOfDifficulties,
  sourceNameOf,
  stepsOfDifficulty,
  touchedBy,
  type FilterGiven,
} from './difficulties.service.ts';
import {
  Difficulty,
  DifficultyAct,
  DifficultyCause,
  DifficultyConnection,
  DifficultyCount,
  DifficultyState,
  DifficultyStep,
  DifficultySynthesis,
} from './difficulties.types.ts';
import { similarDifficulties } from './report.service.ts';
import { handsOfCaller } from './sides.service.ts';
import { factsOf } from './steps.service.ts';
import { difficultySynthesis } from './synthesis.service.ts';

const UNIT = 'A code: of it, of those that it succeeded and of all below, and what these own.';
const OLDER = 'Those alone that were reported more than so many days ago.';
const HEADS = 'Those alone that are joined to none.';
const MOST_ENTRIES = 50;

/** A difficulty as GraphQL shows it. */
export function showDifficulty(ctx: Context, row: DifficultyRow): Difficulty {
  const { id, version, state, body, cause, reportedOn, closedOn, by, reopened } = row;
  const age = ageInDays(reportedOn, closedOn, today(ctx));
  return {
    id,
    version,
    state,
    text: body,
    cause,
    reportedOn,
    closedOn,
    age,
    by,
    reopened,
    joined: row.joinedTo !== null,
    row,
  };
}

function showStep(row: StepRow): DifficultyStep {
  const { id, act, body, by, at, visibility, ofHead, otherId } = row;
  return {
    id,
    act,
    text: body,
    by,
    at,
    amongHandlers: visibility === 'HANDLERS',
    ofHead: ofHead !== null,
    other: otherId,
    row,
  };
}

@Resolver(() => Difficulty)
export class DifficultyResolver {
  @Query(() => DifficultyConnection, { description: 'Difficulties within reach, newest first.' })
  async difficulties(
    @Arg('unit', () => ID, { nullable: true, description: UNIT }) unit: string | null,
    @Arg('procedure', () => ID, { nullable: true }) procedure: string | null,
    @Arg('state', () => DifficultyState, { nullable: true, description: 'Those in this state alone.' })
    state: DifficultyState | null,
    @Arg('cause', () => DifficultyCause, { nullable: true }) cause: DifficultyCause | null,
    @Arg('olderThan', () => Int, { nullable: true, description: OLDER }) olderThan: number | null,
    @Arg('heads', () => Boolean, { defaultValue: false, description: HEADS }) heads: boolean,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<Difficulty>> {
    const given = filterGiven({ unit, procedure, state, cause, olderThan, heads });
    const found = await pageOfDifficulties(ctx, given, readPage(first, after, isNumberKey));
    return mapNodes(found, (row) => showDifficulty(ctx, row));
  }

  @Query(() => [DifficultyCount], { description: 'How many difficulties within reach there are in each state.' })
  difficultyCounts(
    @Arg('unit', () => ID, { nullable: true, description: UNIT }) unit: string | null,
    @Arg('procedure', () => ID, { nullable: true }) procedure: string | null,
    @Arg('cause', () => DifficultyCause, { nullable: true }) cause: DifficultyCause | null,
    @Arg('olderThan', () => Int, { nullable: true, description: OLDER }) olderThan: number | null,
    @Arg('heads', () => Boolean, { defaultValue: false, description: HEADS }) heads: boolean,
    @Ctx() ctx: Context,
  ): Promise<DifficultyCount[]> {
    return countsByState(ctx, filterGiven({ unit, procedure, state: null, cause, olderThan, heads }));
  }

  @Query(() => Difficulty, { nullable: true, description: 'One difficulty; null where there is none within reach.' })
  async difficulty(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Difficulty | null> {
    const row = await difficultyById(ctx, id);
    return row && showDifficulty(ctx, row);
  }

  @Query(() => [Difficulty], {
    description: 'Difficulties within reach that are like what somebody is about to report, the likest first.',
  })
  async similarDifficulties(
    @Arg('text', () => String, { description: 'What was typed so far.' }) text: string,
    @Arg('cause', () => DifficultyCause, { nullable: true }) cause: DifficultyCause | null,
    @Arg('procedure', () => ID, { nullable: true }) procedure: string | null,
    @Arg('indicator', () => ID, { nullable: true }) indicator: string | null,
    @Arg('source', () => ID, { nullable: true, description: 'The id of a source of dossiers.' }) source: string | null,
    @Ctx() ctx: Context,
  ): Promise<Difficulty[]> {
    const ties = { procedure: procedure ?? null, indicator: indicator ?? null, source: source ?? null };
    const rows = await similarDifficulties(ctx, { ...ties, text, cause: cause ?? null });
    return rows.map((row) => showDifficulty(ctx, row));
  }

  @Query(() => DifficultySynthesis, {
    description: 'What stood in the way in a period, within reach, by cause: how many units and dossiers it touches.',
  })
  async difficultySynthesis(
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar) to: string,
    @Arg('under', () => ID, { nullable: true, description: 'A code: of it and all below.' }) under: string | null,
    @Ctx() ctx: Context,
  ): Promise<DifficultySynthesis> {
    const { groups, reports, asOf } = await difficultySynthesis(ctx, { from, to, under: under ?? null });
    const unitsOf = async (ids: readonly number[]) =>
      (await Promise.all(ids.map((unitId) => unitAsKnown(ctx, unitId, asOf)))).filter((unit) => unit !== null);
    const shown = groups.map(async ({ cause, entries, open, units, dossiers, age, reports: of }) => ({
      ...{ cause, open, dossiers, age, reports: of, count: entries.length, unitCount: units.length },
      entries: await Promise.all(
        entries.slice(0, MOST_ENTRIES).map(async (entry) => ({
          difficulty: showDifficulty(ctx, entry.row),
          state: entry.state,
          reports: entry.ids.length,
          units: await unitsOf(entry.units),
          dossiers: entry.dossiers,
          age: entry.age,
        })),
      ),
    }));
    return { from, to, reports, groups: await Promise.all(shown) };
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that has it, as it was when it was reported.' })
  unit(@Root() { row }: Difficulty, @Ctx() ctx: Context): Promise<Unit | null> {
    return unitAsKnown(ctx, row.unitId, row.reportedOn);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that has to answer; null while nobody does.' })
  owner(@Root() { row }: Difficulty, @Ctx() ctx: Context): Promise<Unit | null> | null {
    return row.ownerId === null ? null : unitAsKnown(ctx, row.ownerId, today(ctx));
  }

  @FieldResolver(() => Procedure, { nullable: true, description: 'The procedure that it is about.' })
  procedure(@Root() { row }: Difficulty, @Ctx() ctx: Context): Promise<Procedure | null> | null {
    return row.procedureId === null ? null : procedureById(ctx, row.procedureId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the source of dossiers that it is about is called.',
  })
  source(@Root() { row }: Difficulty, @Ctx() ctx: Context): Promise<string | null> | null {
    return row.sourceId === null ? null : sourceNameOf(ctx, row.sourceId);
  }

  @FieldResolver(() => Difficulty, {
    nullable: true,
    description: 'The one that it is joined to; null too where that lies beyond reach.',
  })
  async joinedTo(@Root() { row }: Difficulty, @Ctx() ctx: Context): Promise<Difficulty | null> {
    const found = row.joinedTo === null ? null : await difficultyById(ctx, row.joinedTo);
    return found && showDifficulty(ctx, found);
  }

  @FieldResolver(() => [Difficulty], { description: 'Those within reach that follow it, oldest first.' })
  async followers(@Root() { id }: Difficulty, @Ctx() ctx: Context): Promise<Difficulty[]> {
    return (await followersOfDifficulty(ctx, id)).map((row) => showDifficulty(ctx, row));
  }

  @FieldResolver(() => [DifficultyStep], { description: 'What was done about it, oldest first.' })
  async steps(@Root() { id }: Difficulty, @Ctx() ctx: Context): Promise<DifficultyStep[]> {
    return (await stepsOfDifficulty(ctx, id)).map(showStep);
  }

  @FieldResolver(() => [DifficultyAct], { description: 'What the caller may do about it as it stands.' })
  async possible(@Root() { row }: Difficulty, @Ctx() ctx: Context): Promise<DifficultyAct[]> {
    const sides = (await handsOfCaller(ctx)).sidesOf(row);
    return DIFFICULTY_ACTS.filter((act) => refusalOf(act, factsOf(row), sides) === null);
  }

  @FieldResolver(() => Boolean, { description: 'The caller is among those who handle it.' })
  async handled(@Root() { row }: Difficulty, @Ctx() ctx: Context): Promise<boolean> {
    return (await handsOfCaller(ctx)).sidesOf(row).handles;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Dossiers received in a period that it touches, with all within reach that follow it; null where it is tied to no procedure and no source, or a source ties it to more than are counted.',
  })
  dossiers(
    @Root() { row }: Difficulty,
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar) to: string,
    @Ctx() ctx: Context,
  ): Promise<number | null> {
    return touchedBy(ctx, row, { from, to });
  }

  @FieldResolver(() => Indicator, { nullable: true, description: 'The indicator that it is about.' })
  async indicator(@Root() { row }: Difficulty, @Ctx() ctx: Context): Promise<Indicator | null> {
    return (await allIndicators(ctx)).find(({ id }) => id === row.indicatorId) ?? null;
  }
}

@Resolver(() => DifficultyStep)
export class DifficultyStepResolver {
  @FieldResolver(() => Unit, { nullable: true, description: 'On whose behalf it was done.' })
  side(@Root() { row }: DifficultyStep, @Ctx() ctx: Context): Promise<Unit | null> {
    return unitAsKnown(ctx, row.sideUnitId, today(ctx));
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'Of TAKEN: who has to answer from then on.' })
  owner(@Root() { row }: DifficultyStep, @Ctx() ctx: Context): Promise<Unit | null> | null {
    return row.ownerId === null ? null : unitAsKnown(ctx, row.ownerId, today(ctx));
  }
}

function filterGiven(given: { [K in keyof FilterGiven]: FilterGiven[K] | undefined }): FilterGiven {
  const { unit = null, procedure = null, state = null, cause = null, olderThan = null, heads = false } = given;
  return { unit, procedure, state, cause, olderThan, heads };
}
