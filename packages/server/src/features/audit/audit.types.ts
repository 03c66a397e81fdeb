import { Field, ID, ObjectType } from 'type-graphql';
import { GraphQLJSON } from 'graphql-scalars';
import { connectionType } from '../../app/connection.ts';
import { ActorKind } from '../../app/enums.ts';
import { DateTimeScalar } from '../../app/scalars.ts';
import type { AuditRow } from './audit.queries.ts';
import { readBody } from './event-text.ts';

@ObjectType({ description: 'Something that can be done.' })
export class AuditAct {
  @Field(() => String, { description: 'As `auditTrail(act: …)` takes it, TARGETS_SET.' })
  act!: string;

  @Field(() => String, { description: 'What people call it, in the language of the request.' })
  text!: string;
}

@ObjectType({ description: 'A value that an event changed.' })
export class AuditChange {
  @Field(() => String, { description: 'Which value, in the language of the request.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'What it was; null where nothing was.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is; null where nothing is any more.' })
  after!: string | null;
}

@ObjectType({ description: 'Something that was done: a row of the audit trail, which is never changed or taken out.' })
export class AuditEvent {
  @Field(() => ID, { description: 'Its number in the chain, from 1 on without gaps.' })
  seq!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => ActorKind, { description: 'What did it.' })
  actorKind!: ActorKind;

  @Field(() => ID, {
    nullable: true,
    description: 'The account that did it; null for nobody and for the server itself.',
  })
  actorId!: string | null;

  @Field(() => String, { nullable: true, description: "The account's name as it was then." })
  actorName!: string | null;

  @Field(() => String, { nullable: true, description: 'The address that it came from.' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'The request, as the log and error messages name it.' })
  requestId!: string | null;

  @Field(() => String, { description: 'What was done, TARGETS_SET.' })
  what!: string;

  @Field(() => String, { description: 'What kind of thing it was done to, PLAN.' })
  aboutKind!: string;

  @Field(() => ID, { nullable: true, description: 'Which one.' })
  aboutId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Of a grant the account that holds or held it; null of all else.' })
  holderId!: string | null;

  @Field(() => GraphQLJSON, { nullable: true, description: 'What was; null where nothing is told.' })
  before!: unknown;

  @Field(() => GraphQLJSON, { nullable: true, description: 'What is from then on; null where nothing is told.' })
  after!: unknown;

  row!: AuditRow;
}

export const AuditEventConnection = connectionType('AuditEvent', AuditEvent);

export function showEvent(row: AuditRow): AuditEvent {
  const { seq, at, actorKind, actorName, address, requestId, what, aboutKind, aboutId, body } = row;
  const { before = null, after = null } = readBody(body);
  const actorId = row.actorId === null ? null : String(row.actorId);
  const holderId = aboutKind === 'GRANT' ? holderOf(after ?? before) : null;
  const who = { actorKind, actorId, actorName, address, requestId };
  return { seq, at, ...who, what, aboutKind, aboutId, holderId, before, after, row };
}

/** The number of the account in what was told of a grant. */
function holderOf(facts: unknown): string | null {
  const { account } = (facts ?? {}) as { account?: unknown };
  return typeof account === 'number' ? String(account) : null;
}
