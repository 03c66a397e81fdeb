import { Field, ID, ObjectType } from 'type-graphql';
import { YearEffect } from '../rates/effect.types.ts';
import { ForcePeriod } from './history.types.ts';

@ObjectType({ description: 'What a decision would do to when one procedure is in force.' })
export class ForcePreviewLine {
  @Field(() => ID, { description: 'The national code.' })
  code!: string;

  @Field(() => String, { description: 'As it reads today.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether it is made by the same decision.' })
  isNew!: boolean;

  @Field(() => [ForcePeriod], { description: 'When it is in force now, oldest first.' })
  before!: ForcePeriod[];

  @Field(() => [ForcePeriod], { description: 'When it would be; a new decision stands at no end yet.' })
  after!: ForcePeriod[];
}

@ObjectType({ description: 'What a decision about procedures being in force would do; nothing of it is stored.' })
export class ForcePreview {
  @Field(() => [ForcePreviewLine], { description: 'Procedure by procedure.' })
  procedures!: ForcePreviewLine[];

  @Field(() => [YearEffect], { description: 'What it does to the figures, by indicators and years; empty: nothing.' })
  effects!: YearEffect[];
}
