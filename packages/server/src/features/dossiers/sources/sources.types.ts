import type { SendingState as Sending } from '@chi-tieu/shared/domain/freshness';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Channel } from '../../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../../app/scalars.ts';
import type { CodeKind, SourceMode } from './sources.queries.ts';

const named = <K extends string>(...names: K[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [N in K]: N };

export const DossierSourceMode = named<SourceMode>('PUSH', 'PORTAL', 'FOLDER', 'SFTP');
registerEnumType(DossierSourceMode, {
  name: 'DossierSourceMode',
  description:
    'How dossiers come: the source sends them itself, or they are fetched from a portal, a folder or by SFTP.',
});
export const SourceCodeKind = named<CodeKind>('UNIT', 'PROCEDURE', 'STATUS', 'CHANNEL');
registerEnumType(SourceCodeKind, { name: 'SourceCodeKind', description: 'What a code of a source stands for.' });
export const SendingState = named<Sending>('SENDING', 'SILENT', 'TOO_FEW', 'NEVER');
registerEnumType(SendingState, {
  name: 'SendingState',
  description:
    'How somebody stands with what they send. SENDING: as usual. SILENT: nothing for longer than their own rhythm makes likely. TOO_FEW: too seldom to say so. NEVER: nothing came yet.',
});

@ObjectType({ description: 'A code or name that a source uses, and what it means here.' })
export class SourceCode {
  @Field(() => SourceCodeKind, { description: 'What it stands for.' })
  kind!: CodeKind;

  @Field(() => String, { description: 'What the source says.' })
  theirs!: string;

  @Field(() => String, { description: 'What is meant: the code of a unit or procedure, a status, a channel.' })
  ours!: string;

  unitId!: number | null;
}

@ObjectType({ description: 'A unit that may be meant.' })
export class CodeSuggestion {
  @Field(() => ID, { description: "The unit's code." })
  code!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;
}

@ObjectType({ description: 'A code of a source that nobody knows, and for which rows wait in quarantine.' })
export class UnknownCode {
  @Field(() => SourceCodeKind, { description: 'What it stands for.' })
  kind!: CodeKind;

  @Field(() => String, { description: 'What the source says.' })
  theirs!: string;

  @Field(() => String, { nullable: true, description: 'What the source calls the unit in words.' })
  called!: string | null;

  @Field(() => Int, { description: 'How many rows wait for it.' })
  rows!: number;

  @Field(() => [CodeSuggestion], { description: 'Units that are called alike.' })
  suggestions!: CodeSuggestion[];
}

@ObjectType({ description: 'How a unit stands with what a source has of it.' })
export class UnitSending {
  @Field(() => SendingState, { description: 'By its own rhythm over the last 90 days.' })
  state!: Sending;

  @Field(() => DateScalar, { nullable: true, description: 'The last day of which there is something.' })
  lastDay!: string | null;

  @Field(() => Int, { nullable: true, description: 'Days from then to the day asked about.' })
  daysSince!: number | null;

  @Field(() => Int, { description: 'On so many days since then the source had something, but not of this unit.' })
  missed!: number;

  @Field(() => Float, { nullable: true, description: 'On which share of such days something of it came until then.' })
  usual!: number | null;

  unitId!: number;
}

@ObjectType({ description: 'The units right below one, counted.' })
export class PlaceSending {
  @Field(() => DateScalar, { nullable: true, description: 'The last day of which there is something of any of them.' })
  lastDay!: string | null;

  @Field(() => Int, { description: 'How many of them are silent.' })
  silent!: number;

  @Field(() => Int, { description: 'Of so many of which something came lately, or should have.' })
  expected!: number;

  unitId!: number;
}

@ObjectType({ description: 'How fresh and how complete a source is on a day.' })
export class SourceFreshness {
  @Field(() => DateScalar, { description: 'The day.' })
  on!: string;

  @Field(() => SendingState, { description: 'The source as a whole, over working days.' })
  state!: Sending;

  @Field(() => DateScalar, { nullable: true, description: 'The last day of which it has something.' })
  lastDay!: string | null;

  @Field(() => Int, { nullable: true, description: 'Days from then to the day asked about.' })
  daysSince!: number | null;

  @Field(() => Int, { description: 'How many of its units are silent.' })
  silent!: number;

  @Field(() => Int, { description: 'Of so many of which something came lately, or should have.' })
  expected!: number;

  @Field(() => Int, { description: 'Of so many units that it speaks for nothing ever came.' })
  never!: number;

  @Field(() => [PlaceSending], { description: 'Counted by the unit above.' })
  places!: PlaceSending[];

  @Field(() => [UnitSending], { description: 'Unit by unit, in the order of their codes.' })
  units!: UnitSending[];
}

@ObjectType({
  description: 'A dossier of which a source says otherwise than what stands, for another one is believed.',
})
export class OverruledStatement {
  @Field(() => String, { description: "The dossier's code." })
  code!: string;

  @Field(() => Int, { description: 'Its status as this source says.' })
  saidStatus!: number;

  @Field(() => Int, { description: 'Its status as it stands.' })
  standsStatus!: number;

  @Field(() => Channel, { description: 'Its channel as this source says.' })
  saidChannel!: Channel;

  @Field(() => Channel, { description: 'Its channel as it stands.' })
  standsChannel!: Channel;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was finished, as this source says.' })
  saidFinishedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was finished, as it stands.' })
  standsFinishedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Whose word stands; null for a file that somebody sent.' })
  standsBy!: string | null;
}

@ObjectType({ description: 'A system that dossiers come from.' })
export class DossierSource {
  @Field(() => ID, { description: 'What names it in arguments.' })
  id!: number;

  @Field(() => String, { description: 'What it is called here.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What software it is.' })
  system!: string | null;

  @Field(() => DossierSourceMode, { description: 'How its dossiers come.' })
  mode!: SourceMode;

  @Field(() => String, { nullable: true, description: 'The name that it signs in with at /lgsp/login.' })
  loginName!: string | null;

  @Field(() => Boolean, { description: 'Whether it has a password for that; it is never shown.' })
  hasPassword!: boolean;

  @Field(() => Int, {
    description:
      'Whom to believe where two sources differ: the smaller number; of two alike, who said something new last.',
  })
  rank!: number;

  @Field(() => Boolean, {
    description: 'Whether a report of progress with status 9 says that the dossier was finished then.',
  })
  nineIsFinished!: boolean;

  @Field(() => Boolean, { description: 'Whether it may send.' })
  enabled!: boolean;

  @Field(() => Int, { description: 'Grows with every change.' })
  version!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was heard of last.' })
  lastContactAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last brought something that could be taken.' })
  lastDataAt!: Date | null;

  unitIds!: number[];
  accountId!: number;
  unitId!: number;
}

@InputType({ description: 'A source to be set up, or changed where its id is told.' })
export class DossierSourceInput {
  @Field(() => ID, { nullable: true, description: 'The one to be changed.' })
  id?: string | null;

  @Field(() => String, { description: 'What it is called here, at most 200 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What software it is, at most 200 characters.' })
  system?: string | null;

  @Field(() => [ID], { description: 'The units that it speaks for, each with all below it: at most 50.' })
  units!: string[];

  @Field(() => String, { nullable: true, description: 'The name that it signs in with at /lgsp/login.' })
  loginName?: string | null;

  @Field(() => String, { nullable: true, description: 'Its password there, 8 to 200 characters; not told: as it was.' })
  password?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Whom to believe where two differ, 1 (most) to 1,000; 100 unless told.',
  })
  rank?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether its reports with status 9 say that a dossier was finished.',
  })
  nineIsFinished?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it may send; true unless told.' })
  enabled?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'The version that the caller saw.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'A code or name that a source uses, and what it means here.' })
export class SourceCodeInput {
  @Field(() => SourceCodeKind, { description: 'What it stands for.' })
  kind!: CodeKind;

  @Field(() => String, {
    description: 'What the source says: an organisation identifier or a name, a code, a status, a channel.',
  })
  theirs!: string;

  @Field(() => String, {
    description: 'What is meant: the code of a unit or procedure, a status from 1 to 10, a channel from 1 to 3.',
  })
  ours!: string;
}
