import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { named } from '../../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../../app/scalars.ts';
import { DossierSourceMode } from '../sources/sources.types.ts';
import type { SourceMode } from '../sources/sources.queries.ts';
import { RUN_RESULTS, type RunResult as Result } from './reading-failure.ts';

export const SourceRunResult = named(...RUN_RESULTS);
registerEnumType(SourceRunResult, {
  name: 'SourceRunResult',
  description:
    'What came of a reading. DONE and NOTHING_NEW: read to the end. STOPPED: somebody ended it. CHANGED: it was set otherwise meanwhile, and is read anew. The others say why it failed.',
});

export const PullState = named('IDLE', 'DUE', 'READING', 'WAITING', 'OPEN');
export type PullState = keyof typeof PullState;
registerEnumType(PullState, {
  name: 'SourcePullState',
  description:
    'How fetching stands. IDLE: until its next time. DUE: soon. READING: now. WAITING: it failed, and is tried again soon. OPEN: it failed so often that nothing is asked for a while.',
});

@ObjectType({ description: 'One reading of a source, from its first question to its end.' })
export class SourceRun {
  @Field(() => ID, { description: 'What names it.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Who asked for it; null: the schedule.' })
  by!: string | null;

  @Field(() => Boolean, { description: 'Whether the whole was to be read.' })
  whole!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null: it goes on.' })
  endedAt!: Date | null;

  @Field(() => Int, { description: 'How many pages or files were read.' })
  pages!: number;

  @Field(() => Int, { description: 'How many rows came.' })
  received!: number;

  @Field(() => Int, { description: 'How many dossiers are new.' })
  created!: number;

  @Field(() => Int, { description: 'How many dossiers changed.' })
  updated!: number;

  @Field(() => Int, { description: 'How many were as they are.' })
  unchanged!: number;

  @Field(() => Int, { description: 'How many rows are bad.' })
  rejected!: number;

  @Field(() => String, { nullable: true, description: 'What was read last: a stretch of time and a page, or a file.' })
  place!: string | null;

  @Field(() => SourceRunResult, { nullable: true, description: 'What came of it; null: it goes on.' })
  result!: Result | null;
}

@ObjectType({ description: 'A file of a source that could not be read; it is tried again when it changes.' })
export class RefusedFile {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'Why, in the language of the request.' })
  problem!: string;
}

@ObjectType({ description: 'How a source is fetched from, and how that stands.' })
export class SourcePull {
  @Field(() => String, {
    nullable: true,
    description: 'Where: https://…, sftp://host/folder, or the name of a folder.',
  })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'The name that one signs in with there.' })
  username!: string | null;

  @Field(() => Boolean, { description: 'Whether a password or key is kept; it is never shown.' })
  hasSecret!: boolean;

  @Field(() => String, { nullable: true, description: 'The organisation in whose name a portal is asked.' })
  organisation!: string | null;

  @Field(() => String, { nullable: true, description: "The fingerprint of the SFTP server's key, as it is pinned." })
  hostKey!: string | null;

  @Field(() => Int, { nullable: true, description: 'So many minutes lie between two readings.' })
  everyMinutes!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'After so many days the whole is read again; null: only when asked.',
  })
  wholeEveryDays!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it is read next.' })
  nextAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the whole was read last.' })
  lastWholeAt!: Date | null;

  @Field(() => Int, { description: 'How often it failed one time after the other.' })
  failures!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when nothing is asked, after it failed five times.',
  })
  openUntil!: Date | null;
}

@InputType({ description: 'How a source is to be fetched from.' })
export class SourcePullInput {
  @Field(() => DossierSourceMode, { description: 'PUSH: not at all, it sends itself.' })
  mode!: SourceMode;

  @Field(() => String, {
    nullable: true,
    description:
      'PORTAL: https://…; SFTP: sftp://host:port/folder; FOLDER: a folder below the one that the server reads.',
  })
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'The name that one signs in with there.' })
  username?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The password, or an SSH key; not told: as it was. Another address needs it again.',
  })
  secret?: string | null;

  @Field(() => String, { nullable: true, description: 'The organisation in whose name a portal is asked.' })
  organisation?: string | null;

  @Field(() => String, { nullable: true, description: "The fingerprint of the SFTP server's key: SHA256:…" })
  hostKey?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day from which on a portal is read at first; a year ago unless told.',
  })
  from?: string | null;

  @Field(() => Int, { nullable: true, description: 'So many dossiers a page, 10 to 5,000; 500 unless told.' })
  pageSize?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'So many minutes before the last change that was seen are read again: some are stored late over there; 120 unless told.',
  })
  overlapMinutes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'So many minutes lie between two readings, 5 at least; 60 unless told.',
  })
  everyMinutes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'After so many days the whole is read again; null: only when asked.',
  })
  wholeEveryDays?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Dossiers that a reading of the whole no longer has are gone, and count no more; many at once are held for a look. Off unless told.',
  })
  wholeSaysGone?: boolean | null;
}
