import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ReportKind as KindName } from '@chi-tieu/shared/domain/report/facts';
import { named } from '../../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../../app/scalars.ts';
import { ReportKind } from '../reports.types.ts';
import { RUN_STATES, type RunState, type ScheduleRow } from './schedules.queries.ts';

export const ReportRunState = named(...RUN_STATES);
registerEnumType(ReportRunState, {
  name: 'ReportRunState',
  description:
    'DUE: it is being drawn up, or tried again. DRAWN. THERE: somebody had drawn it up already. FAILED: nobody could; saving the schedule tries again.',
});

@ObjectType({ description: 'A report that became due by a schedule.' })
export class ReportRun {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'What its period is called.' })
  name!: string;

  @Field(() => DateTimeScalar, { description: 'When it was due.' })
  dueAt!: Date;

  @Field(() => ReportRunState, { description: 'What came of it.' })
  state!: RunState;

  @Field(() => String, { nullable: true, description: 'Why nothing did, in the language of the request.' })
  failure!: string | null;

  @Field(() => ID, { nullable: true, description: 'The report.' })
  report!: string | null;
}

@ObjectType({ description: 'How many days after its period a report is drawn up by itself, in whose name.' })
export class ReportSchedule {
  @Field(() => ID, { description: 'Its number.' })
  id!: string;

  @Field(() => ReportKind, { description: 'Of which reports.' })
  kind!: KindName;

  @Field(() => Int, { description: 'So many days after the period’s last one, at six in the morning.' })
  daysAfter!: number;

  @Field(() => Boolean, { description: 'Whether it is on.' })
  active!: boolean;

  @Field(() => Int, { description: 'Grows when it is saved: what saving expects.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'In whose name and by whose rights: whoever saved it last.' })
  keeper!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When the next one is drawn up; null: it is off.' })
  nextOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Of which period; null: it is off.' })
  nextName!: string | null;

  @Field(() => [ReportRun], { description: 'What became due by it, the latest period first; at most six.' })
  runs!: ReportRun[];

  row!: ScheduleRow;
}
