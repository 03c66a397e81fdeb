import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../app/scalars.ts';

@ObjectType({ description: 'The first row of the audit trail that is not as it was written.' })
export class BrokenChain {
  @Field(() => ID, { description: 'Its number.' })
  seq!: string;

  @Field(() => String, {
    description: 'CHANGED, MISSING, CUT (the last ones are gone), ADDED (beyond the head) or REWRITTEN.',
  })
  fault!: string;
}

@ObjectType({ description: 'A time at which the chain was recomputed.' })
export class ChainVerified {
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => Int, { description: 'How many rows fitted.' })
  rows!: number;

  @Field(() => BrokenChain, { nullable: true, description: 'Null where the whole chain held.' })
  broken!: BrokenChain | null;
}

@ObjectType({ description: "The audit trail's chain." })
export class AuditChain {
  @Field(() => Int, { description: 'How many rows it has.' })
  rows!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Its head, SEQ:HASH, as `npm run audit:verify -- --head` takes it; null where it was taken away.',
  })
  head!: string | null;

  @Field(() => ChainVerified, {
    nullable: true,
    description: 'When it was last recomputed by somebody who asked here.',
  })
  verified!: ChainVerified | null;

  @Field(() => Int, { nullable: true, description: 'How many rows are recomputed so far; null while nobody does it.' })
  checking!: number | null;
}
