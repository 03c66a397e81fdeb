import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import type { Movement } from '@chi-tieu/shared/domain/ranking/movement';
import type { Context } from '../../../app/context.ts';
import { UnitKind } from '../../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../../app/scalars.ts';
import { showRow } from '../../rates/shown-attainment.service.ts';
import { showUnit, type Unit } from '../../units/units.types.ts';
import { rankNote } from './rank-note.ts';
import { rankingOf, type Ranking } from './ranking.service.ts';
import { Rank, type RankMovement } from './ranking.types.ts';

@Resolver(() => Rank)
export class RankingResolver {
  @Query(() => [Rank], {
    description:
      'Units of one kind by their rates, the highest first, then those without a rank. Each with all below it.',
  })
  async ranking(
    @Arg('indicator', () => ID) indicator: string,
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar) to: string,
    @Arg('under', () => ID, { nullable: true, description: 'A code: those below it alone.' }) under: string | null,
    @Arg('kind', () => UnitKind) kind: UnitKind,
    @Arg('minimum', () => Int, {
      nullable: true,
      description: 'Units with fewer counted dossiers have no rank; 1 unless given.',
    })
    minimum: number | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true }) knownAt: Date | null,
    @Ctx() ctx: Context,
  ): Promise<Rank[]> {
    const question = { indicator, from, to, scope: 'SUBTREE' as const, knownAt: knownAt ?? null };
    const ranking = await rankingOf(ctx, { ...question, kind, under: under ?? null, minimum: minimum ?? 1 });
    const { tree } = ranking.table;
    const nameOf = (unitId: number): string => tree.byId(tree.liveUnitOf(unitId) ?? unitId)?.name ?? '–';
    return ranking.places.map((place) => {
      const movement = ranking.movements.get(place.key) ?? null;
      return {
        rank: place.rank,
        attainment: showRow(ranking.table, question, place.key),
        previousRank: ranking.previous.get(place.key) ?? null,
        previousFrom: ranking.before?.from ?? null,
        previousTo: ranking.before?.to ?? null,
        unranked: place.unranked,
        note: rankNote(place, movement, minimum ?? 1, ctx.locale, nameOf),
        movement: movement && showMovement(ranking, movement, to),
      };
    });
  }
}

function showMovement({ table: { tree } }: Ranking, movement: Movement<number>, on: string): RankMovement {
  const shown = (ids: number[]): Unit[] =>
    ids.flatMap((id) => {
      const version = tree.byId(id);
      return version ? [showUnit({ version, tree, on })] : [];
    });
  return {
    overtakenBy: shown(movement.overtakenBy),
    overtook: shown(movement.overtook),
    entered: shown(movement.entered),
    left: movement.left.length,
    changedItself: movement.changedItself,
  };
}
