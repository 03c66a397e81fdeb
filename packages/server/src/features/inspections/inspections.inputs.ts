import { Field, ID, InputType, Int } from 'type-graphql';
import { Scope } from '../../app/enums.ts';
import { DateScalar } from '../../app/scalars.ts';
import { ExpectedAnswer, FindingAct, FindingSeverity, SampleList } from './inspections.enums.ts';

@InputType({ description: 'What is planned.' })
export class InspectionInput {
  @Field(() => ID, { description: 'The code of the unit in whose name it is held.' })
  leadUnit!: string;

  @Field(() => String, { description: 'What it is called, at most 300 characters.' })
  title!: string;

  @Field(() => String, { description: 'What it is for, at most 2,000 characters.' })
  purpose!: string;

  @Field(() => String, { nullable: true, description: 'The number of its decision: needed once it is announced.' })
  decisionNumber?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day of its decision.' })
  decisionOn?: string | null;

  @Field(() => DateScalar, { description: 'Its first day.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Its last day.' })
  to!: string;

  @Field(() => ID, { description: 'The indicator whose figures it looks at.' })
  indicator!: string;

  @Field(() => DateScalar, { description: 'First day of these figures.' })
  figuresFrom!: string;

  @Field(() => DateScalar, { description: 'Last day of these figures.' })
  figuresTo!: string;

  @Field(() => [ID], { description: 'Codes of the units that are inspected, 50 at most: below the one that leads.' })
  units!: string[];

  @Field(() => [ID], { description: 'Ids of the accounts of the team, 30 at most.' })
  members!: string[];

  @Field(() => ID, { description: 'The id of who leads the team: one of them.' })
  lead!: string;

  @Field(() => String, { nullable: true, description: 'The code of a checklist; the standard one unless given.' })
  checklist?: string | null;
}

@InputType({ description: 'One thing that is to be looked at.' })
export class ChecklistItemInput {
  @Field(() => String, { description: 'Its key: letters A to Z, digits, - and _, 20 at most.' })
  key!: string;

  @Field(() => String, { description: 'What is looked at, at most 500 characters.' })
  text!: string;

  @Field(() => ExpectedAnswer, { description: 'What is answered where all is well.' })
  expected!: ExpectedAnswer;

  @Field(() => String, { nullable: true, description: 'Where to look, at most 500 characters.' })
  hint?: string | null;
}

@InputType({ description: 'From what a sample is drawn.' })
export class SampleInput {
  @Field(() => ID, { description: 'The number of the inspection.' })
  inspection!: string;

  @Field(() => ID, { description: 'The code of one of its units.' })
  unit!: string;

  @Field(() => ID, { description: 'The indicator whose dossiers it is about.' })
  indicator!: string;

  @Field(() => Scope, { nullable: true, description: 'With all below unless given.' })
  scope?: Scope | null;

  @Field(() => SampleList, { description: 'From which of its dossiers.' })
  list!: SampleList;

  @Field(() => DateScalar, { description: 'First day of the period.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Last day of the period.' })
  to!: string;

  @Field(() => Int, { description: 'How many are drawn: 500 at most, and no more than there are.' })
  size!: number;

  @Field(() => String, { nullable: true, description: 'Why it is drawn again: needed where it was drawn before.' })
  reason?: string | null;
}

@InputType({ description: 'A file that was sent to POST /inspections/ID/files.' })
export class InspectionFileInput {
  @Field(() => ID, { description: 'What that answered.' })
  sha256!: string;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string | null;
}

@InputType({ description: 'What was found at a unit.' })
export class FindingInput {
  @Field(() => ID, { description: 'The number of the inspection.' })
  inspection!: string;

  @Field(() => ID, { description: 'The code of one of its units.' })
  unit!: string;

  @Field(() => String, { nullable: true, description: 'The key of the item of the checklist that it follows from.' })
  item?: string | null;

  @Field(() => FindingSeverity, { description: 'How grave it is.' })
  severity!: FindingSeverity;

  @Field(() => String, { description: 'What was found and what is asked for, at most 2,000 characters.' })
  text!: string;

  @Field(() => DateScalar, { description: 'Until when it is to be remedied: not before the inspection begins.' })
  dueOn!: string;

  @Field(() => [InspectionFileInput], { nullable: true, description: 'What shows it, 10 files at most.' })
  files?: InspectionFileInput[] | null;
}

@InputType({ description: 'What is done about a finding.' })
export class FindingStepInput {
  @Field(() => ID, { description: 'The number of the finding.' })
  finding!: string;

  @Field(() => FindingAct, { description: 'What is done.' })
  act!: FindingAct;

  @Field(() => String, { nullable: true, description: 'What is said with it; of a confirmation it may be left out.' })
  text?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Of REFUSED: until when it is to be remedied then.' })
  dueOn?: string | null;

  @Field(() => [InspectionFileInput], { nullable: true, description: 'What shows it, 10 files at most.' })
  files?: InspectionFileInput[] | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Of NOTED: for those who inspect alone.' })
  teamOnly!: boolean;

  @Field(() => Int, { description: 'The version that the caller saw; another one is a CONFLICT.' })
  expectedVersion!: number;
}
