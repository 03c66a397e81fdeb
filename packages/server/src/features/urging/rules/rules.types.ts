import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UnitKind } from '../../../app/enums.ts';
import { DateTimeScalar } from '../../../app/scalars.ts';
import { Unit } from '../../units/units.types.ts';
import { ConditionKind } from '../urging.enums.ts';
import type { RuleRow } from './rules.queries.ts';

@ObjectType({ description: 'A rule by which units are urged: what it looks for, of whom, and what it writes.' })
export class UrgeRule {
  @Field(() => ID, { description: 'The number of the rule.' })
  id!: string;

  @Field(() => Int, { description: 'Counts from 1; grows by one each time it is saved.' })
  version!: number;

  @Field(() => Boolean, { description: 'Whether it is looked by.' })
  enabled!: boolean;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => ConditionKind, { description: 'What it looks for.' })
  kind!: ConditionKind;

  @Field(() => ID, { nullable: true, description: 'The code of the indicator that it is about; silence is of none.' })
  indicator!: string | null;

  @Field(() => Int, { nullable: true, description: 'BEHIND_MILESTONE: so many months running.' })
  months!: number | null;

  @Field(() => Int, { nullable: true, description: 'A month is judged so many days after it is over.' })
  settleDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'SOURCE_SILENT: so many days.' })
  days!: number | null;

  @Field(() => Int, { nullable: true, description: 'NOT_ASSIGNED: the month of the day by which it has to be done.' })
  month!: number | null;

  @Field(() => Int, { nullable: true, description: 'NOT_ASSIGNED: that day.' })
  day!: number | null;

  @Field(() => [UnitKind], { description: 'Which kinds of units it looks at.' })
  kinds!: UnitKind[];

  @Field(() => Boolean, { description: 'Whether what it finds is sent without anybody looking at it.' })
  sendsItself!: boolean;

  @Field(() => Int, { description: 'So many days a unit has to answer.' })
  answerDays!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'So many days after that, without a word of the unit, it is raised; null: never by itself.',
  })
  raiseAfterDays!: number | null;

  @Field(() => String, { description: 'What letters are headed, with named places: {{unit}}.' })
  subject!: string;

  @Field(() => String, { description: 'What letters say, with named places.' })
  body!: string;

  @Field(() => DateTimeScalar, { description: 'When this version was saved.' })
  savedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who saved it.' })
  savedBy!: string | null;

  row!: RuleRow;
}

@InputType({ description: 'What one says of a rule.' })
export class UrgeRuleInput {
  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => ConditionKind, { description: 'What it looks for.' })
  kind!: ConditionKind;

  @Field(() => ID, { nullable: true, description: 'The code of the indicator that it is about.' })
  indicator?: string | null;

  @Field(() => Int, { nullable: true, description: 'BEHIND_MILESTONE: so many months running, 1 to 12.' })
  months?: number | null;

  @Field(() => Int, { nullable: true, description: 'A month is judged so many days after it is over, 0 to 60.' })
  settleDays?: number | null;

  @Field(() => Int, { nullable: true, description: 'SOURCE_SILENT: so many days, 1 to 365.' })
  days?: number | null;

  @Field(() => Int, { nullable: true, description: 'NOT_ASSIGNED: the month of the day by which it has to be done.' })
  month?: number | null;

  @Field(() => Int, { nullable: true, description: 'NOT_ASSIGNED: that day.' })
  day?: number | null;

  @Field(() => [UnitKind], { description: 'Which kinds of units it looks at.' })
  kinds!: UnitKind[];

  @Field(() => ID, { nullable: true, description: 'A code: those below it alone.' })
  under?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether what it finds is sent without anybody looking.' })
  sendsItself!: boolean;

  @Field(() => Int, { defaultValue: 10, description: 'So many days a unit has to answer, 1 to 90.' })
  answerDays!: number;

  @Field(() => Int, { nullable: true, description: 'So many days after that it is raised by itself, 0 to 90.' })
  raiseAfterDays?: number | null;

  @Field(() => String, { description: 'What letters are headed, with named places: {{unit}}.' })
  subject!: string;

  @Field(() => String, { description: 'What letters say, with named places.' })
  body!: string;
}

@ObjectType({ description: 'What a rule would find of a unit today.' })
export class UrgeStrike {
  @Field(() => Unit, { description: 'The unit.' })
  unit!: Unit;

  @Field(() => String, { description: 'What is wrong, in one sentence in the language of the request.' })
  sentence!: string;

  @Field(() => String, { description: 'What its letter would be headed.' })
  subject!: string;

  @Field(() => String, { description: 'What its letter would say; no figure is cited yet.' })
  body!: string;
}

@ObjectType({ description: 'Whom a rule would strike today; nothing is kept.' })
export class UrgeTrial {
  @Field(() => Int, { description: 'How many units it looks at.' })
  looked!: number;

  @Field(() => Int, { description: 'Of how many of them nothing can be said, for they are silent.' })
  unheard!: number;

  @Field(() => [UrgeStrike], { description: 'Those that it strikes, in the order of their codes.' })
  strikes!: UrgeStrike[];
}

@ObjectType({ description: 'What a look by all rules that are on changed; all 0 where another one was under way.' })
export class UrgeLook {
  @Field(() => Int, { description: 'How many reminders were begun, or opened again.' })
  begun!: number;

  @Field(() => Int, { description: 'How many were closed.' })
  closed!: number;

  @Field(() => Int, { description: 'How many were raised.' })
  raised!: number;

  @Field(() => Int, { description: 'How many rules could not be looked by.' })
  failed!: number;
}
