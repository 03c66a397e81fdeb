import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { GraphQLJSON } from 'graphql-scalars';
import { connectionType } from '../../app/connection.ts';
import { BatchKind, Channel, CountedAs } from '../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../app/scalars.ts';

@ObjectType({ description: 'One application for one procedure at one unit, without anything about who applied.' })
export class Dossier {
  @Field(() => ID)
  code!: string;

  @Field(() => Channel)
  channel!: Channel;

  @Field(() => Int, { description: "The one-stop system's status, 1 to 10." })
  status!: number;

  @Field(() => String, { description: 'The status in words.' })
  statusText!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  receivedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  dueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => CountedAs)
  countedAs!: CountedAs;

  @Field(() => String, { description: 'Why it counts or not, in one sentence.' })
  reason!: string;

  @Field(() => Int, { description: 'Grows with every correction that arrived.' })
  version!: number;

  @Field(() => Boolean, { description: 'Made for demonstration.' })
  made!: boolean;

  unitId!: number;
  procedureId!: number;
  receivedDay!: string;
}

export const DossierConnection = connectionType('Dossier', Dossier);

@ObjectType({ description: 'What became of rows that were taken in.' })
export class IngestResult {
  @Field(() => Int)
  received!: number;

  @Field(() => Int)
  created!: number;

  @Field(() => Int)
  updated!: number;

  @Field(() => Int)
  unchanged!: number;

  @Field(() => Int)
  rejected!: number;
}

@ObjectType({ description: "An import's receipt." })
export class IngestBatch extends IngestResult {
  @Field(() => ID)
  id!: string;

  @Field(() => BatchKind)
  kind!: BatchKind;

  @Field(() => String, { nullable: true, description: "The file's name, where there was one." })
  name!: string | null;

  @Field(() => String, { nullable: true })
  mediaType!: string | null;

  @Field(() => Float)
  bytes!: number;

  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => String, { nullable: true })
  by!: string | null;

  @Field(() => Int, { description: 'How many of its rows still lie in quarantine.' })
  openRows!: number;

  @Field(() => Boolean)
  made!: boolean;
}

export const IngestBatchConnection = connectionType('IngestBatch', IngestBatch);

@ObjectType({ description: 'A row that could not be taken, kept with what is wrong until it is mended.' })
export class QuarantinedRow {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  row!: number;

  @Field(() => String, { nullable: true })
  code!: string | null;

  @Field(() => String)
  field!: string;

  @Field(() => String)
  message!: string;

  @Field(() => GraphQLJSON, { description: 'The fields that are kept; personal data is not among them.' })
  fields!: unknown;

  @Field(() => DateTimeScalar)
  at!: Date;

  batchId!: string;
}

export const QuarantineConnection = connectionType('Quarantine', QuarantinedRow);

@ObjectType({ description: 'What data there is: the frame that a first page needs.' })
export class DataStatus {
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which a dossier counts.' })
  firstDay!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day on which one counts.' })
  lastDay!: string | null;

  @Field(() => Int, { description: 'The latest year with dossiers, else this year: the period on first sight.' })
  latestYear!: number;

  @Field(() => Int)
  dossiers!: number;

  @Field(() => Int)
  openQuarantine!: number;

  @Field(() => DateTimeScalar, { nullable: true })
  lastIngestAt!: Date | null;

  @Field(() => Boolean, { description: 'True while made (demonstration) dossiers are stored: every page says so.' })
  made!: boolean;
}
