import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { named } from '../../../app/enums.ts';
import { DateScalar } from '../../../app/scalars.ts';
import { Attainment } from '../../rates/rates.types.ts';
import { Unit } from '../../units/units.types.ts';

export const Unranked = named('NO_DOSSIERS', 'BELOW_MINIMUM');
export type Unranked = keyof typeof Unranked;
registerEnumType(Unranked, {
  name: 'Unranked',
  description: 'Why a unit has no rank: nothing to divide by, which is not 0 %; or fewer dossiers than was asked for.',
});

@ObjectType({
  description:
    'Why a rank is another one: rank = before + those who overtook + those who are new − those who were overtaken − those who have no rank any more.',
})
export class RankMovement {
  @Field(() => [Unit], { description: 'Not ahead before, ahead now.' })
  overtakenBy!: Unit[];

  @Field(() => [Unit], {
    description: 'Ahead before, not ahead now: those of the same rank now were drawn level with.',
  })
  overtook!: Unit[];

  @Field(() => [Unit], { description: 'Ahead now, and had no rank before.' })
  entered!: Unit[];

  @Field(() => Int, { description: 'How many were ahead before and have no rank now.' })
  left!: number;

  @Field(() => Boolean, { description: 'Its own counts are other ones: a rank may change although they are not.' })
  changedItself!: boolean;
}

@ObjectType({ description: 'A place in a ranking.' })
export class Rank {
  @Field(() => Int, {
    nullable: true,
    description: 'Ties share it and the next one is skipped; null where there is none.',
  })
  rank!: number | null;

  @Field(() => Attainment, { description: 'The figure it was ranked by.' })
  attainment!: Attainment;

  @Field(() => Int, {
    nullable: true,
    description: 'In the period before, as published where it is closed; null without one.',
  })
  previousRank!: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of the period before; null where the days asked for have no name, and so none before them.',
  })
  previousFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of the period before.' })
  previousTo!: string | null;

  @Field(() => Unranked, { nullable: true, description: 'Why it has no rank.' })
  unranked!: Unranked | null;

  @Field(() => String, { nullable: true, description: 'Why it has no rank, or moved, in a sentence.' })
  note!: string | null;

  @Field(() => RankMovement, { nullable: true, description: 'Null without a rank in both periods.' })
  movement!: RankMovement | null;
}
