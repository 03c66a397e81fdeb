import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../../app/connection.ts';
import { named } from '../../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../../app/scalars.ts';
import type { MessageRow } from './outbox.queries.ts';

export const MessageChannel = named('EMAIL', 'WEBHOOK');
export type MessageChannel = keyof typeof MessageChannel;
registerEnumType(MessageChannel, { name: 'MessageChannel', description: 'EMAIL, or WEBHOOK: a gateway is called.' });

export const MessageState = named('QUEUED', 'SENT', 'REFUSED', 'UNCERTAIN', 'DROPPED', 'HELD');
export type MessageState = keyof typeof MessageState;
registerEnumType(MessageState, {
  name: 'MessageState',
  description:
    'QUEUED: it waits, or is tried again. SENT. REFUSED: it was not taken. UNCERTAIN: it was handed over and nobody said whether it was taken. DROPPED: nothing was left to say, or nobody to say it to. HELD: a restored database had it unsent.',
});

@ObjectType({ description: 'An address that a unit is written to.' })
export class UrgeContact {
  @Field(() => ID, { description: 'The number of the address.' })
  id!: string;

  @Field(() => String, { description: 'Who reads there.' })
  name!: string;

  @Field(() => String, { description: 'The address.' })
  email!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a code that was sent there was told; null: not yet.',
  })
  confirmedAt!: Date | null;
}

@ObjectType({ description: 'What somebody was told, is to be told, or could not be.' })
export class UrgeMessage {
  @Field(() => ID, { description: 'Its key: Message-ID of a mail, Idempotency-Key of a call.' })
  id!: string;

  @Field(() => MessageChannel, { description: 'How.' })
  channel!: MessageChannel;

  @Field(() => MessageState, { description: 'What came of it.' })
  state!: MessageState;

  @Field(() => String, { nullable: true, description: 'To which address; null for the gateway.' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'Who reads there.' })
  name!: string | null;

  @Field(() => DateScalar, { description: 'For which day: a receiver gets one a day.' })
  day!: string;

  @Field(() => Int, { description: 'How often it was tried.' })
  tries!: number;

  @Field(() => String, { nullable: true, description: 'What the last try failed by: SMTP_550, TIMEOUT, UNREACHABLE.' })
  failure!: string | null;

  @Field(() => String, { nullable: true, description: 'What it was headed, once it was sent.' })
  subject!: string | null;

  @Field(() => String, { nullable: true, description: 'What it said, once it was sent.' })
  body!: string | null;

  @Field(() => [ID], { description: 'The references of the figures that it names.' })
  figures!: string[];

  @Field(() => [ID], { description: 'The reminders that it tells of.' })
  reminders!: string[];

  @Field(() => DateTimeScalar, { description: 'When it was put there.' })
  madeAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was sent, or given up.' })
  endedAt!: Date | null;

  row!: MessageRow;
}

export const UrgeMessageConnection = connectionType('UrgeMessage', UrgeMessage);

@ObjectType({ description: 'Whether anything is sent, and what waits or failed within the caller’s reach.' })
export class UrgeMessageStatus {
  @Field(() => String, { nullable: true, description: 'In whose name is mailed; null: this server mails nothing.' })
  mailsFrom!: string | null;

  @Field(() => Boolean, { description: 'Whether a gateway is called.' })
  callsGateway!: boolean;

  @Field(() => Int, { description: 'Messages that wait.' })
  queued!: number;

  @Field(() => Int, { description: 'Messages that were sent.' })
  sent!: number;

  @Field(() => Int, { description: 'Messages that were not taken.' })
  refused!: number;

  @Field(() => Int, { description: 'Messages of which nobody said whether they were taken.' })
  uncertain!: number;

  @Field(() => Int, { description: 'Messages that a restored database had unsent.' })
  held!: number;

  @Field(() => Int, { description: 'Messages of which nothing was left to say, or that nobody was left to read.' })
  dropped!: number;
}
