import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PercentScalar } from '../../../app/scalars.ts';

export const MarkSeason = { OWN: 'OWN', ISSUER: 'ISSUER', NONE: 'NONE', TYPED: 'TYPED' } as const;
export type MarkSeason = keyof typeof MarkSeason;
registerEnumType(MarkSeason, {
  name: 'MarkSeason',
  description:
    "What a mark follows. OWN: the unit's season of the last years, where it has at least 360 dossiers in them. ISSUER: that of the issuing unit with all below it. NONE: no season, so the target itself. TYPED: what somebody typed.",
});

@ObjectType({ description: "What a unit's rate from 1 January to the end of a month should be." })
export class Milestone {
  @Field(() => Int, { description: '1 to 12; the mark of December is the target.' })
  month!: number;

  @Field(() => PercentScalar, { description: 'The mark.' })
  percent!: number;

  @Field(() => Boolean, { description: 'Somebody typed it.' })
  typed!: boolean;

  @Field(() => MarkSeason, { description: 'What it follows.' })
  season!: MarkSeason;

  @Field(() => Boolean, {
    description: 'It was typed for another target than the unit has now: true until it is typed again or dropped.',
  })
  stale!: boolean;
}

@InputType({ description: 'A mark that is typed, or dropped.' })
export class MilestoneInput {
  @Field(() => ID, { description: 'The code of a unit that has a target in the plan.' })
  unit!: string;

  @Field(() => Int, { description: '1 to 11: December is the target.' })
  month!: number;

  @Field(() => PercentScalar, {
    nullable: true,
    description: 'Null or absent: what was typed is dropped, and the mark follows the season again.',
  })
  percent?: number | null;
}
