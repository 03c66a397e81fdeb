import { fraction, tenThousandths, type Fraction } from '@chi-tieu/shared/domain/index-set/fraction';
import type { IndexSetFacts } from '@chi-tieu/shared/domain/index-set/index-set';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { UnitKind } from '../../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../../app/scalars.ts';
import { showUnit } from '../../units/units.types.ts';
import {
  differingFrom,
  indexSetByCode,
  indexSets,
  indexSetVersions,
  saveIndexSet,
  setIndexValues,
} from './index-sets.service.ts';
import type { IndexSetRow } from './index-sets.queries.ts';
import { IndexScores, IndexSet, IndexSetInput, IndexValueInput, type IndexScore } from './index-sets.types.ts';
import { scoresOf, scoresTried, type Scores, type UnitScore } from './scores.service.ts';

@Resolver(() => IndexSet)
export class IndexSetResolver {
  @Query(() => [IndexSet], { description: 'The latest version of every index set, in the order of the codes.' })
  indexSets(
    @Arg('knownAt', () => DateTimeScalar, { nullable: true }) knownAt: Date | null,
    @Ctx() ctx: Context,
  ): Promise<IndexSet[]> {
    return indexSets(ctx, knownAt ?? null);
  }

  @Query(() => [IndexSet], {
    description: 'All versions of an index set, the latest first; empty for a code that nobody knows.',
  })
  indexSetVersions(@Arg('set', () => ID) set: string, @Ctx() ctx: Context): Promise<IndexSet[]> {
    return indexSetVersions(ctx, set);
  }

  @Query(() => IndexScores, { description: 'The points of every unit of a kind in a period, each with all below it.' })
  async indexScores(
    @Arg('set', () => ID) set: string,
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar) to: string,
    @Arg('kind', () => UnitKind) kind: UnitKind,
    @Arg('under', () => ID, { nullable: true, description: 'A code: those below it alone.' }) under: string | null,
    @Arg('version', () => Int, { nullable: true, description: 'By which version; the latest unless given.' })
    version: number | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true }) knownAt: Date | null,
    @Ctx() ctx: Context,
  ): Promise<IndexScores> {
    const question = { set, from, to, kind, under: under ?? null, version: version ?? null, knownAt: knownAt ?? null };
    return showScores(await scoresOf(ctx, question), to);
  }

  @Query(() => IndexScores, {
    description: 'The points that an index set would give if it were saved as it is written: nothing is saved.',
  })
  async tryIndexSet(
    @Arg('code', () => ID, { description: 'Of a set that is there, or one that could be.' }) code: string,
    @Arg('input', () => IndexSetInput) input: IndexSetInput,
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar) to: string,
    @Arg('kind', () => UnitKind) kind: UnitKind,
    @Ctx() ctx: Context,
  ): Promise<IndexScores> {
    return showScores(await scoresTried(ctx, code, factsOf(input), { from, to, kind }), to);
  }

  @FieldResolver(() => Int, { nullable: true })
  differsFrom(@Root() set: IndexSetRow, @Ctx() ctx: Context): Promise<number | null> {
    return differingFrom(ctx, set);
  }

  @Mutation(() => IndexSet, {
    description: 'Saves an index set as its next version. What was scored by an earlier one stays as known then.',
  })
  async saveIndexSet(
    @Arg('code', () => ID, { description: 'Capitals, digits and underlines, 30 at most.' }) code: string,
    @Arg('input', () => IndexSetInput) input: IndexSetInput,
    @Arg('expectedVersion', () => Int, {
      description: 'The version that the caller saw, 0 for a new set; another one is a CONFLICT.',
    })
    expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<IndexSet> {
    await saveIndexSet(ctx, code, factsOf(input), expectedVersion);
    return indexSetByCode(ctx, code);
  }

  @Mutation(() => IndexScores, {
    description: 'Gives numbers that nothing counts, each with its evidence: all of them or none.',
  })
  async setIndexValues(
    @Arg('set', () => ID) set: string,
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar) to: string,
    @Arg('kind', () => UnitKind, { description: 'Whose points are answered.' }) kind: UnitKind,
    @Arg('values', () => [IndexValueInput]) values: IndexValueInput[],
    @Ctx() ctx: Context,
  ): Promise<IndexScores> {
    const given = values.map(({ unit, input, value = null, evidence }) => ({ unit, input, value, evidence }));
    await setIndexValues(ctx, set, { from, to }, given);
    const asked = { set, from, to, kind, under: null, version: null, knownAt: null };
    return showScores(await scoresOf(ctx, asked), to);
  }
}

function factsOf(input: IndexSetInput): IndexSetFacts {
  return {
    name: input.name,
    source: input.source ?? null,
    inputs: input.inputs.map(({ name, label, kind, indicator = null }) => ({ name, label, kind, indicator })),
    components: input.components.map(({ code, name, maximum, expression, evidence = null }) => {
      return { code, name, maximum, expression, evidence };
    }),
  };
}

function showScores({ set, tree, rows }: Scores, on: string): IndexScores {
  return {
    set,
    rows: rows.flatMap((row) => {
      const version = tree.byId(row.unitId);
      return version ? [{ unit: showUnit({ version, tree, on }), ...showRow(row) }] : [];
    }),
  };
}

function showRow({ rank, score, inputs, gains }: UnitScore): Omit<IndexScore, 'unit'> {
  return {
    rank,
    sum: points(score.sum),
    outOf: points(score.outOf),
    complete: score.isComplete,
    components: score.components.map(({ code, score: given }) => ({ code, score: given && points(given) })),
    inputs: inputs.map(({ name, value, counts, evidence }) => ({
      name,
      value: value && points(value),
      numerator: counts?.numerator ?? null,
      denominator: counts?.denominator ?? null,
      evidence,
    })),
    gains: gains.map((gain) => ({ input: gain.input, more: gain.more, points: points(gain.points) })),
  };
}

function points(value: Fraction = fraction(0)): number {
  return tenThousandths(value) / 10_000;
}
