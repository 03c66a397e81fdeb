import type { CheckItem } from '@chi-tieu/shared/domain/inspection/checklist';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../app/connection.ts';
import { Scope } from '../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../app/scalars.ts';
import { Unit } from '../units/units.types.ts';
import {
  CheckAnswer,
  ExpectedAnswer,
  FindingSeverity,
  FindingState,
  InspectionAct,
  InspectionState,
  SampleList,
  SampleResult,
} from './inspections.enums.ts';
import type { InspectedRow, InspectionRow } from './inspections.queries.ts';
import type { PaperRow } from './minutes/papers.queries.ts';
import type { SampleRow } from './samples/samples.queries.ts';
import type { FindingRow, StepRow } from './log/steps.queries.ts';

@ObjectType({ description: 'Who goes on an inspection, or could.' })
export class InspectionMember {
  @Field(() => ID, { description: 'The id of the account.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Their name.' })
  name!: string | null;

  @Field(() => Boolean, { description: 'They lead the team.' })
  leads!: boolean;
}

@ObjectType({ description: 'One thing that is looked at.' })
export class ChecklistItem {
  @Field(() => String, { description: 'Names it within its checklist, for ever.' })
  key!: string;

  @Field(() => String, { description: 'What is looked at.' })
  text!: string;

  @Field(() => ExpectedAnswer, { description: 'What is answered where all is well.' })
  expected!: ExpectedAnswer;

  @Field(() => String, { nullable: true, description: 'Where to look.' })
  hint!: string | null;
}

@ObjectType({
  description:
    'What is looked at at a unit, in its latest version. Inspections keep the one that they were planned with.',
})
export class Checklist {
  @Field(() => String, { description: 'Its code.' })
  code!: string;

  @Field(() => Int, { description: 'Its version; 0: what the product brings.' })
  version!: number;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => [ChecklistItem], { description: 'Its items, in their order.' })
  items!: ChecklistItem[];

  @Field(() => String, { nullable: true, description: 'Who kept this version; null where that is not told.' })
  by?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was kept; null where that is not told.' })
  at?: Date | null;
}

@ObjectType({ description: 'An item of a checklist with what was answered at a unit.' })
export class CheckedItem extends ChecklistItem {
  @Field(() => CheckAnswer, { nullable: true, description: 'What was answered; null: nothing yet.' })
  answer!: CheckAnswer | null;

  @Field(() => String, { nullable: true, description: 'What was noted with it.' })
  note!: string | null;

  @Field(() => Boolean, { description: 'The answer is not what is expected.' })
  departs!: boolean;

  @Field(() => Int, { description: 'How often it was answered: what the next answer expects.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Who answered.' })
  by!: string | null;
}

@ObjectType({ description: 'A dossier that a sample drew.' })
export class DrawnDossier {
  @Field(() => Int, { description: 'Its place in the draw, from 1.' })
  place!: number;

  @Field(() => ID, { description: 'Its code.' })
  code!: string;

  @Field(() => SampleResult, { nullable: true, description: 'What was found; null: it was not looked at yet.' })
  result!: SampleResult | null;

  @Field(() => String, { nullable: true, description: 'What was noted with it.' })
  note!: string | null;

  @Field(() => Int, { description: 'How often it was judged: what the next judgement expects.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Who looked at it.' })
  by!: string | null;
}

@ObjectType({
  description:
    'A sample: the dossiers whose SHA-256 of seed, line feed and code is smallest. The list is sealed before there is a seed, so anybody draws the same ones again.',
})
export class InspectionSample {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => SampleList, { description: 'From which dossiers it is drawn.' })
  list!: SampleList;

  @Field(() => Scope, { description: 'Of the unit alone, or with all below.' })
  scope!: Scope;

  @Field(() => DateScalar, { description: 'First day of the period.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Last day of the period.' })
  to!: string;

  @Field(() => Int, { description: 'How many are drawn.' })
  size!: number;

  @Field(() => Int, { description: 'How many dossiers the list had.' })
  frameSize!: number;

  @Field(() => String, { description: 'SHA-256 over the codes of the list in order, a line each: what seals it.' })
  frameSha256!: string;

  @Field(() => DateTimeScalar, { description: 'The list is as it was known then.' })
  knownAt!: Date;

  @Field(() => String, { nullable: true, description: 'What it was drawn by; null while its list is only sealed.' })
  seed!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was drawn again.' })
  reason!: string | null;

  @Field(() => Boolean, { description: 'It was drawn again: another one counts.' })
  replaced!: boolean;

  @Field(() => String, { nullable: true, description: 'Who sealed it.' })
  by!: string | null;

  row!: SampleRow;
}

@ObjectType({ description: 'A file that shows something.' })
export class InspectionFile {
  @Field(() => ID, { description: 'The SHA-256 of its content.' })
  sha256!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'What it is by its content.' })
  mediaType!: string;

  @Field(() => Int, { description: 'Its length in bytes.' })
  bytes!: number;
}

@ObjectType({ description: 'A step: who did what, when.' })
export class InspectionStep {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => InspectionAct, { description: 'What was done.' })
  act!: InspectionAct;

  @Field(() => String, { nullable: true, description: 'What was said with it; of MINUTES their reference.' })
  text!: string | null;

  @Field(() => ID, { nullable: true, description: 'The finding that it is about.' })
  finding!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The remedy deadline that it set.' })
  dueOn!: string | null;

  @Field(() => Boolean, { description: 'Read by those who inspect alone.' })
  teamOnly!: boolean;

  @Field(() => String, { nullable: true, description: 'Who did it.' })
  by!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => [InspectionFile], { description: 'Files that it brought: GET /inspections/ID/files/SHA256.' })
  files!: InspectionFile[];

  row!: StepRow;
}

@ObjectType({ description: 'What was found at a unit, and what became of it.' })
export class InspectionFinding {
  @Field(() => ID, { description: 'Its number.' })
  id!: string;

  @Field(() => Int, { description: 'Grows with each step: what steps expect.' })
  version!: number;

  @Field(() => FindingState, { description: 'Where it stands.' })
  state!: FindingState;

  @Field(() => FindingSeverity, { description: 'How grave it is.' })
  severity!: FindingSeverity;

  @Field(() => String, { description: 'What was found, and what is asked for.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'The key of the item of the checklist that it follows from.' })
  item!: string | null;

  @Field(() => DateScalar, { description: 'Until when it is to be remedied.' })
  dueOn!: string;

  @Field(() => Boolean, { description: 'It waits for its unit, past the deadline.' })
  overdue!: boolean;

  @Field(() => Int, {
    description: 'Days past the deadline: until its unit said that it is remedied, else until today.',
  })
  daysLate!: number;

  @Field(() => Int, { description: 'How often those who inspect were not content.' })
  refused!: number;

  row!: FindingRow;
}

@ObjectType({ description: 'Minutes as they were made out: GET /inspections/REFERENCE.docx or .pdf.' })
export class InspectionMinutes {
  @Field(() => ID, { description: 'As it is printed at their foot.' })
  reference!: string;

  @Field(() => Boolean, { description: 'The inspection was not concluded yet.' })
  draft!: boolean;

  @Field(() => ID, { nullable: true, description: 'The reference of the figure that they cite.' })
  figure!: string | null;

  @Field(() => String, { description: 'SHA-256 over all that stands in them.' })
  sha256!: string;

  @Field(() => DateTimeScalar, { description: 'When they were made out.' })
  madeAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who made them out.' })
  by!: string | null;

  row!: PaperRow;
}

@ObjectType({ description: 'A unit that is inspected.' })
export class InspectedUnit {
  @Field(() => Unit, { nullable: true, description: 'The unit, as it is today, or was at its end.' })
  unit!: Unit | null;

  @Field(() => Boolean, { description: 'The caller inspects it.' })
  inspected!: boolean;

  @Field(() => Boolean, { description: 'The caller speaks for it.' })
  answers!: boolean;

  @Field(() => [CheckedItem], { description: 'The checklist as far as it is filled in.' })
  items!: CheckedItem[];

  row!: InspectedRow;
  inspection!: InspectionRow;
}

@ObjectType({ description: 'An inspection: planned, announced, held at its units, concluded, followed up.' })
export class Inspection {
  @Field(() => ID, { description: 'Its number, by which people call it.' })
  id!: string;

  @Field(() => Int, { description: 'Grows as it is planned and moved on: what these expect.' })
  version!: number;

  @Field(() => InspectionState, { description: 'Where it stands.' })
  state!: InspectionState;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What it is for.' })
  purpose!: string;

  @Field(() => String, { nullable: true, description: 'The number of the decision that it is held by.' })
  decisionNumber!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day of that decision.' })
  decisionOn!: string | null;

  @Field(() => DateScalar, { description: 'Its first day.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Its last day.' })
  to!: string;

  @Field(() => DateScalar, { description: 'First day of the figures that it looks at.' })
  figuresFrom!: string;

  @Field(() => DateScalar, { description: 'Last day of the figures that it looks at.' })
  figuresTo!: string;

  @Field(() => DateScalar, { nullable: true, description: 'When its units were told.' })
  announcedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was concluded.' })
  concludedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'What was concluded.' })
  conclusion!: string | null;

  @Field(() => Checklist, { description: 'What is looked at, in the version that it was planned with.' })
  checklist!: Checklist;

  @Field(() => String, { nullable: true, description: 'Who planned it.' })
  by!: string | null;

  row!: InspectionRow;
}

export const InspectionConnection = connectionType('Inspection', Inspection);

@ObjectType({ description: 'How many inspections there are in a state.' })
export class InspectionCount {
  @Field(() => InspectionState, { description: 'The state.' })
  state!: InspectionState;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'What of an inspection waits for its units.' })
export class InspectionWaiting {
  @Field(() => Int, { description: 'Findings that are to be remedied.' })
  open!: number;

  @Field(() => Int, { description: 'Those of them past their deadline.' })
  overdue!: number;

  @Field(() => DateScalar, { nullable: true, description: 'The next deadline.' })
  nextDue!: string | null;
}

/** An item as GraphQL shows it. */
export function showItem({ key, text, expected, hint }: CheckItem): ChecklistItem {
  return { key, text, expected, hint: hint ?? null };
}
