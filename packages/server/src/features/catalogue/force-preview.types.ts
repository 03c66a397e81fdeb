import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Indicator } from '../rates/rates.types.ts';
import { ForcePeriod } from './history.types.ts';

@ObjectType({ description: 'What a decision would do to when one procedure is in force.' })
export class ForcePreviewLine {
  @Field(() => ID, { description: 'The national code.' })
  code!: string;

  @Field(() => String, { description: 'As it reads today.' })
  name!: string;

  @Field(() => [ForcePeriod], { description: 'When it is in force now, oldest first.' })
  before!: ForcePeriod[];

  @Field(() => [ForcePeriod], { description: 'When it would be; a new decision stands at no end yet.' })
  after!: ForcePeriod[];
}

@ObjectType({
  description: "What a step adds to an indicator's counts of one year in the whole province; negative: takes away.",
})
export class FigureChange {
  @Field(() => Indicator, { description: 'The indicator.' })
  indicator!: Indicator;

  @Field(() => Int, { description: 'The year in which the dossiers count.' })
  year!: number;

  @Field(() => Int, { description: 'Dossiers of the numerator.' })
  numerator!: number;

  @Field(() => Int, { description: 'Dossiers of the denominator.' })
  denominator!: number;

  @Field(() => Int, { description: 'How many units have other counts by it.' })
  units!: number;
}

@ObjectType({ description: 'What a decision about procedures being in force would do; nothing of it is stored.' })
export class ForcePreview {
  @Field(() => [ForcePreviewLine], { description: 'Procedure by procedure.' })
  procedures!: ForcePreviewLine[];

  @Field(() => [FigureChange], {
    description: "Indicator by indicator and year by year; those whose period's end decides who counts are left out.",
  })
  figures!: FigureChange[];
}
