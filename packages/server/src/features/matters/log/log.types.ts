import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { named } from '../../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../../app/scalars.ts';
import { MessageState } from '../../urging/messages/messages.types.ts';
import { MATTER_ACTS, type MatterActName, type MatterStepRow } from './steps.queries.ts';

export const MatterAct = named(...MATTER_ACTS);
export type MatterAct = MatterActName;

registerEnumType(MatterAct, {
  name: 'MatterAct',
  description:
    'Of guidance ISSUED, REISSUED, WITHDRAWN, ACKNOWLEDGED, ASKED, ANSWERED; of a measure PLANNED, CHANGED, BEGUN, DONE, GIVEN_UP, RESUMED, NOTED, JUDGED, STRUCK (a judgement was struck out); of a task GIVEN, NOTED (its unit took note), PROGRESS, DONE, CONFIRMED, RETURNED, EXTENDED, CALLED_OFF.',
});

@ObjectType({ description: 'A file that a step brought.' })
export class MatterFile {
  @Field(() => ID, { description: 'The SHA-256 of its content.' })
  sha256!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'What it is by its content.' })
  mediaType!: string;

  @Field(() => Int, { description: 'Its length in bytes.' })
  bytes!: number;
}

@ObjectType({ description: 'A step of guidance, a measure or a task: who did what, when.' })
export class MatterStep {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => MatterAct, { description: 'What was done.' })
  act!: MatterActName;

  @Field(() => String, { nullable: true, description: 'What was said with it.' })
  text!: string | null;

  @Field(() => Int, { nullable: true, description: 'The edition of guidance that it is about.' })
  edition!: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'The deadline that it set.' })
  dueOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Who did it.' })
  by!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => [MatterFile], { description: 'Files that it brought: GET /matters/steps/ID/files/SHA256.' })
  files!: MatterFile[];

  row!: MatterStepRow;
}

@InputType({ description: 'A file that was sent to POST /matters/files.' })
export class MatterFileInput {
  @Field(() => ID, { description: 'What that answered.' })
  sha256!: string;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string | null;
}

/** A step as GraphQL shows it. */
export function showStep(row: MatterStepRow): MatterStep {
  const { id, act, body, edition, dueOn, by, at, files } = row;
  return { id, act, text: body, edition, dueOn, by, at, files, row };
}

@ObjectType({ description: 'How many messages that tell a unit of a matter stand where.' })
export class MatterMessages {
  @Field(() => MessageState, { description: 'Where.' })
  state!: MessageState;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}
