import {
  EFFECT_KINDS,
  MEASURE_ACTS,
  MEASURE_STATES,
  type EffectKind as EffectName,
  type MeasureAct as ActName,
  type MeasureState as StateName,
  MISFITS,
  type Misfit as MisfitName,
} from '@chi-tieu/shared/domain/matters/measures';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../../app/connection.ts';
import { named } from '../../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../../app/scalars.ts';
import { Figure } from '../../figures/figures.types.ts';
import type { MeasureRow } from './measures.queries.ts';

export const MeasureState = named(...MEASURE_STATES);
export type MeasureState = StateName;
export const MeasureAct = named(...MEASURE_ACTS);
export type MeasureAct = ActName;
export const MeasureEffect = named(...EFFECT_KINDS);
export type MeasureEffect = EffectName;

registerEnumType(MeasureState, { name: 'MeasureState', description: 'Where a measure stands.' });
registerEnumType(MeasureAct, {
  name: 'MeasureAct',
  description:
    'BEGUN, DONE, GIVEN_UP with a reason, RESUMED: it is to be done again, with a reason; NOTED: more was said.',
});
registerEnumType(MeasureEffect, {
  name: 'MeasureEffect',
  description: 'DOSSIERS: so many more in the numerator. POINTS: so many hundredths of a percentage point of the rate.',
});

export const MeasureMisfit = named(...MISFITS);
export type MeasureMisfit = MisfitName;

registerEnumType(MeasureMisfit, {
  name: 'MeasureMisfit',
  description:
    'Why two periods tell nothing of a measure. ORDER: the later one does not lie after the earlier one. LENGTH: they are neither of one kind nor as many days. BEGIN: the later one begins before the measure.',
});

@ObjectType({ description: 'A measure held against what came. It says what came, and nothing of why.' })
export class MeasureJudgement {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Figure, { description: 'The figure of before, cited when it was judged.' })
  before!: Figure;

  @Field(() => Figure, { description: 'The figure of afterwards, cited at the same moment.' })
  after!: Figure;

  @Field(() => MeasureEffect, { description: 'In what it was expected.' })
  effect!: EffectName;

  @Field(() => Int, { description: 'What was expected then: dossiers, or hundredths of a percentage point.' })
  expected!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'What came, in the same; null where a figure has no dossiers, or the periods do not fit.',
  })
  came!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'As much as was expected came, compared exactly.' })
  asExpected!: boolean | null;

  @Field(() => MeasureMisfit, {
    nullable: true,
    description: 'Why nothing is told though both figures are cited; null where the two periods fit.',
  })
  misfit!: MisfitName | null;

  @Field(() => String, { nullable: true, description: 'The same in words.' })
  why!: string | null;

  @Field(() => String, { nullable: true, description: 'What its unit makes of it.' })
  text!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was struck out: it was wrong, and tells nothing.' })
  struckOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was struck out.' })
  struckReason!: string | null;

  @Field(() => String, { nullable: true, description: 'Who judged.' })
  by!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;
}

@ObjectType({ description: 'What a unit does to come closer to its target.' })
export class Measure {
  @Field(() => ID, { description: 'Its number, by which people call it.' })
  id!: string;

  @Field(() => Int, { description: 'Grows with each step and change: what these expect.' })
  version!: number;

  @Field(() => MeasureState, { description: 'Where it stands.' })
  state!: StateName;

  @Field(() => Boolean, { description: 'It is still to be done, and its deadline has passed.' })
  overdue!: boolean;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What is done.' })
  text!: string | null;

  @Field(() => String, { nullable: true, description: 'The post whose it is.' })
  ownerPost!: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the account whose it is.' })
  ownerName!: string | null;

  @Field(() => ID, { nullable: true, description: 'The id of that account.' })
  ownerAccount!: string | null;

  @Field(() => DateScalar, { description: 'When it is to begin.' })
  begin!: string;

  @Field(() => DateScalar, { description: 'Until when it is to be done.' })
  due!: string;

  @Field(() => MeasureEffect, { description: 'In what its effect is expected.' })
  effect!: EffectName;

  @Field(() => Int, { description: 'What is expected: dossiers, or hundredths of a percentage point.' })
  expected!: number;

  @Field(() => DateScalar, { nullable: true, description: 'When it was begun.' })
  begunOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was done or given up.' })
  endedOn!: string | null;

  @Field(() => ID, { nullable: true, description: 'The number of the difficulty that it is against.' })
  difficulty!: string | null;

  @Field(() => String, { nullable: true, description: 'Who planned it.' })
  by!: string | null;

  row!: MeasureRow;
}

export const MeasureConnection = connectionType('Measure', Measure);

@ObjectType({ description: 'How many measures are in a state.' })
export class MeasureCount {
  @Field(() => MeasureState, { description: 'The state.' })
  state!: StateName;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@InputType({ description: 'A period, by its first and last day.' })
export class MeasureDaysInput {
  @Field(() => DateScalar, { description: 'First day.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Last day.' })
  to!: string;
}

@InputType({ description: 'A measure as it is planned.' })
export class MeasureInput {
  @Field(() => ID, { description: "The unit's code: one that there is today." })
  unit!: string;

  @Field(() => String, { description: 'What it is called, at most 300 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What is done, at most 2,000 characters.' })
  text?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The post whose it is, at most 200 characters: this or an account.',
  })
  ownerPost?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the account whose it is: the caller’s own, or the one that it was.',
  })
  ownerAccount?: string | null;

  @Field(() => DateScalar, { description: 'When it is to begin.' })
  begin!: string;

  @Field(() => DateScalar, { description: 'Until when it is to be done.' })
  due!: string;

  @Field(() => ID, { description: 'The indicator of the figure that it is to raise.' })
  indicator!: string;

  @Field(() => MeasureEffect, { description: 'In what its effect is expected.' })
  effect!: EffectName;

  @Field(() => Int, { description: 'What is expected: dossiers, or hundredths of a percentage point.' })
  expected!: number;

  @Field(() => ID, { nullable: true, description: 'The code of the procedure that it is about.' })
  procedure?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The number of the difficulty that it is against: one within reach.',
  })
  difficulty?: string | null;
}
