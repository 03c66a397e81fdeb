import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { GraphQLJSON } from 'graphql-scalars';
import { connectionType } from '../../app/connection.ts';
import { BatchKind, Channel, CountedAs } from '../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../app/scalars.ts';

@ObjectType({ description: 'One application for one procedure at one unit, without anything about who applied.' })
export class Dossier {
  @Field(() => ID, { description: 'As it was received.' })
  code!: string;

  @Field(() => Channel, { description: 'How it came.' })
  channel!: Channel;

  @Field(() => Int, { description: "The one-stop system's status, 1 to 10." })
  status!: number;

  @Field(() => String, { description: 'The status in words.' })
  statusText!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was received.' })
  receivedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the result is due, where told.' })
  dueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was resolved; null while it is not.' })
  finishedAt!: Date | null;

  @Field(() => CountedAs, { description: 'In the numerator, only in the denominator, or not at all.' })
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

/** How many rows there were, and what became of them. */
@ObjectType()
abstract class RowCounts {
  @Field(() => Int, { description: 'How many rows there were: the sum of the other four.' })
  received!: number;

  @Field(() => Int, { description: 'How many dossiers were new.' })
  created!: number;

  @Field(() => Int, { description: 'How many replaced a version with other content; the earlier one is kept.' })
  updated!: number;

  @Field(() => Int, { description: 'How many were stored already as they are.' })
  unchanged!: number;

  @Field(() => Int, { description: 'How many are bad and lie in quarantine.' })
  rejected!: number;
}

@ObjectType({ description: 'What became of rows that were taken in.' })
export class IngestResult extends RowCounts {
  @Field(() => [String], {
    description: 'What whoever sent them should look at, in the language of the request; at most a thousand notes.',
  })
  notes!: string[];
}

@ObjectType({ description: "An import's receipt." })
export class IngestBatch extends RowCounts {
  @Field(() => ID, { description: 'What names it in arguments.' })
  id!: string;

  @Field(() => BatchKind, { description: 'What it brought.' })
  kind!: BatchKind;

  @Field(() => String, { nullable: true, description: "The file's name, where there was one." })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'The content type of the body.' })
  mediaType!: string | null;

  @Field(() => Float, { description: 'How many bytes came over the wire.' })
  bytes!: number;

  @Field(() => DateTimeScalar, { description: 'When it was stored.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Whose account sent it; null for the system itself.' })
  by!: string | null;

  @Field(() => String, { nullable: true, description: 'What the source is called that sent it; null where none did.' })
  source!: string | null;

  @Field(() => Int, { description: 'Reports of progress that wait for their dossiers; part of `unchanged`.' })
  waiting!: number;

  @Field(() => Int, { description: 'How many of its rows still lie in quarantine.' })
  openRows!: number;

  @Field(() => Boolean, { description: 'Made for demonstration.' })
  made!: boolean;
}

export const IngestBatchConnection = connectionType('IngestBatch', IngestBatch);

@ObjectType({ description: 'A row that could not be taken, kept with what is wrong until it is mended.' })
export class QuarantinedRow {
  @Field(() => ID, { description: 'What `mendQuarantined` takes.' })
  id!: string;

  @Field(() => Int, { description: 'Its number in the body, from 1.' })
  row!: number;

  @Field(() => String, { nullable: true, description: 'The code of the dossier or procedure, where it could be read.' })
  code!: string | null;

  @Field(() => String, {
    description: "The field that is wrong, by the sender's name for it; empty for the row as a whole.",
  })
  field!: string;

  @Field(() => String, { description: 'What is wrong, in the language of the request.' })
  message!: string;

  @Field(() => GraphQLJSON, { description: 'The fields that are kept; personal data is not among them.' })
  fields!: unknown;

  @Field(() => DateTimeScalar, { description: 'When it was put there.' })
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

  @Field(() => Int, { description: 'How many dossiers are stored.' })
  dossiers!: number;

  @Field(() => Int, { description: 'How many rows wait to be mended, counted up to 100,000.' })
  openQuarantine!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When dossiers were last taken in; null for never.' })
  lastIngestAt!: Date | null;

  @Field(() => Boolean, { description: 'True while made (demonstration) dossiers are stored: every page says so.' })
  made!: boolean;
}
