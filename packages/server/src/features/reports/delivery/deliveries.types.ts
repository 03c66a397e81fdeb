import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar, PercentScalar } from '../../../app/scalars.ts';
import { AttainmentStatus } from '../../../app/enums.ts';
import { MessageState } from '../../urging/messages/messages.types.ts';

@ObjectType({ description: 'A unit in an extract of a report.' })
export class ReportExtractRow {
  @Field(() => String, { description: 'Its code then.' })
  code!: string;

  @Field(() => String, { description: 'Its name then.' })
  name!: string;

  @Field(() => Int, { description: 'How far below the receiver it stands; 0 is the receiver.' })
  depth!: number;

  @Field(() => ID, { description: 'The reference of its figure: /so-lieu/REFERENCE opens it.' })
  reference!: string;

  @Field(() => Int, { description: 'As published.' })
  numerator!: number;

  @Field(() => Int, { description: 'As published.' })
  denominator!: number;

  @Field(() => PercentScalar, { nullable: true, description: 'Rounded half up, to show; null without dossiers.' })
  rate!: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'In force on the last day; null if none.' })
  target!: number | null;

  @Field(() => AttainmentStatus, { description: 'The counts beside the target.' })
  status!: AttainmentStatus;
}

@ObjectType({ description: 'How many messages of a delivery stand where.' })
export class ReportMessages {
  @Field(() => MessageState, { description: 'Where.' })
  state!: MessageState;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'What a unit got of a published report, in its own scope.' })
export class ReportDelivery {
  @Field(() => ID, { description: 'Its number.' })
  id!: string;

  @Field(() => [ReportExtractRow], { description: 'The unit itself first, then all below it, as they stood then.' })
  rows!: ReportExtractRow[];

  @Field(() => String, {
    nullable: true,
    description: 'Which report this one replaces and what differs, in words; null where it replaces none.',
  })
  replaces!: string | null;

  @Field(() => String, { description: 'SHA-256 over what it says and the hash of the report.' })
  sha256!: string;

  @Field(() => DateTimeScalar, { description: 'When it was delivered.' })
  at!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the unit took note; null: not yet.' })
  receivedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who did.' })
  receivedBy!: string | null;

  @Field(() => Boolean, { description: 'It is the caller’s own unit’s, and nobody took note of it yet.' })
  receivable!: boolean;

  @Field(() => [ReportMessages], {
    description: 'Messages about it, for who sees what its unit is told; none where it is told in the product alone.',
  })
  messages!: ReportMessages[];
}
