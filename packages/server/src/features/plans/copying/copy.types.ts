import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Scope } from '../../../app/enums.ts';
import { PercentScalar } from '../../../app/scalars.ts';
import { Unit } from '../../units/units.types.ts';
import { TargetPlan } from '../plans.types.ts';

@ObjectType({ description: 'A target that was carried over.' })
export class CopiedTarget {
  @Field(() => Unit, { description: 'The unit that gets it.' })
  unit!: Unit;

  @Field(() => PercentScalar, { description: 'What it must reach.' })
  percent!: number;

  @Field(() => Scope, { description: 'As it was.' })
  scope!: Scope;

  @Field(() => Boolean, { description: 'As it was; of units that became one only if all were.' })
  locked!: boolean;

  @Field(() => [Unit], {
    description: 'The units whose targets it comes of, where that is not the unit alone: it succeeded them.',
  })
  mergedFrom!: Unit[];
}

@ObjectType({ description: 'Limits of a unit that were carried over, as they stand then.' })
export class CopiedLimits {
  @Field(() => Unit, { description: 'The unit that gets them.' })
  unit!: Unit;

  @Field(() => PercentScalar, { nullable: true, description: 'Not below this; null for none.' })
  floor!: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'Not above this; null for none.' })
  ceiling!: number | null;

  @Field(() => [Unit], { description: 'The units that they come of, where that is not the unit alone.' })
  mergedFrom!: Unit[];
}

/** Why a target could not be carried over. */
export const NotCarriedReason = { GONE: 'GONE', ELSEWHERE: 'ELSEWHERE' } as const;
export type NotCarriedReason = keyof typeof NotCarriedReason;
registerEnumType(NotCarriedReason, {
  name: 'NotCarriedReason',
  description: 'GONE: nobody answers for the unit any more. ELSEWHERE: whoever does is no child of the issuing unit.',
});

@ObjectType({ description: 'A target that could not be carried over.' })
export class LeftTarget {
  @Field(() => Unit, { description: 'Whose it was.' })
  unit!: Unit;

  @Field(() => PercentScalar, { description: 'What it was.' })
  percent!: number;

  @Field(() => NotCarriedReason, { description: 'Why.' })
  why!: NotCarriedReason;
}

@ObjectType({ description: 'What copying the targets of another plan does.' })
export class TargetsCopied {
  @Field(() => TargetPlan, { description: 'The plan that they are copied into.' })
  plan!: TargetPlan;

  @Field(() => [CopiedTarget], { description: 'What is written, in the order of the codes.' })
  targets!: CopiedTarget[];

  @Field(() => [CopiedLimits], { description: 'Floors and ceilings that are written, where they were asked for.' })
  limits!: CopiedLimits[];

  @Field(() => [Unit], { description: 'Units that keep the target that they have already.' })
  kept!: Unit[];

  @Field(() => [LeftTarget], { description: 'What could not be carried over.' })
  left!: LeftTarget[];
}
