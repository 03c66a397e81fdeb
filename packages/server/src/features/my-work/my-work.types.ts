import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { NewsKind } from '../../app/news.ts';
import { DateScalar, DateTimeScalar } from '../../app/scalars.ts';
import { WaitingKind } from '../../app/waiting.ts';
import { Unit } from '../units/units.types.ts';

registerEnumType(WaitingKind, {
  name: 'WaitingKind',
  description:
    'PLAN_DRAFT: a plan to be submitted. PLAN_TO_APPROVE, PLAN_TO_ISSUE: of others’ work where duties are separate. TARGET_TO_ASSIGN, TARGET_TO_ACKNOWLEDGE: what one’s unit was given. CONSULTATION: one’s unit is asked and said nothing yet. PROPOSAL_TO_ANSWER: a unit below proposes another target. REMINDER_TO_ANSWER, REMINDER_RAISED: letters to one’s unit, or about one below it. REMINDER_DRAFT: to be sent. DIFFICULTY_TO_TAKE, DIFFICULTY_TO_ANSWER, DIFFICULTY_TO_CLOSE: reported from below, owned by one’s unit, answered to it. QUARANTINE: bad rows. HELD_IMPORT: an import that jumps. PROCEDURE_DRAFT, CATALOGUE_IMPORT: begun and not finished.',
});

@ObjectType({ description: 'One thing that waits.' })
export class WaitingItem {
  @Field(() => Unit, { nullable: true, description: 'Whose it is; null where it is of no unit.' })
  unit!: Unit | null;

  @Field(() => String, { nullable: true, description: 'What it is called, in its own words.' })
  about!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Since when it waits.' })
  since!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'By when it is to be done; null where nobody said.' })
  due!: string | null;

  @Field(() => String, { description: 'Where in the console it is dealt with.' })
  path!: string;
}

@ObjectType({ description: 'All that waits for the caller of one kind.' })
export class WaitingMatter {
  @Field(() => WaitingKind, { description: 'What it is about.' })
  kind!: WaitingKind;

  @Field(() => Int, { description: 'How many.' })
  count!: number;

  @Field(() => Int, { description: 'How many of them should have been done before today.' })
  overdue!: number;

  @Field(() => DateScalar, { nullable: true, description: 'Since when the oldest of them waits.' })
  oldest!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'By when the first of them is to be done.' })
  due!: string | null;

  @Field(() => String, { description: 'Where in the console all of them are listed.' })
  path!: string;

  @Field(() => [WaitingItem], {
    description: 'The most urgent, three at the most: what is due first, then what waits longest. None of bad rows.',
  })
  items!: WaitingItem[];
}

registerEnumType(NewsKind, {
  name: 'NewsKind',
  description:
    'REMINDER_ANSWERED: a unit answered a letter that the caller may send. REMINDER_ENDED: a letter to one’s unit is over. DIFFICULTY_ANSWERED, DIFFICULTY_ENDED: of one’s unit. GUIDANCE_ANSWERED: what one’s unit asked. INSPECTION_ANNOUNCED, INSPECTION_CONCLUDED: of one’s unit.',
});

@ObjectType({ description: 'Something that was answered or told, and that the caller did not read yet.' })
export class NewsItem {
  @Field(() => ID, { description: 'By which it is said to be read.' })
  id!: string;

  @Field(() => NewsKind, { description: 'What it is about.' })
  kind!: NewsKind;

  @Field(() => Unit, { nullable: true, description: 'Whose it is.' })
  unit!: Unit | null;

  @Field(() => String, { nullable: true, description: 'What it is called, in its own words.' })
  about!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it came; of what has a day alone, its beginning.' })
  at!: Date;

  @Field(() => String, { description: 'Where in the console it is read.' })
  path!: string;
}

@ObjectType({
  description: 'What is going on about a unit directly below, with all below it, as far as the caller sees it.',
})
export class UnitMatters {
  @Field(() => Unit, { description: 'As it is today.' })
  unit!: Unit;

  @Field(() => Int, { description: 'Letters that are open.' })
  reminders!: number;

  @Field(() => DateScalar, { nullable: true, description: 'When it was told last; null where it never was.' })
  lastTold!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it answered a letter last; null where it never did.' })
  lastAnswered!: string | null;

  @Field(() => Int, { description: 'Difficulties that nobody answered yet.' })
  difficulties!: number;
}
