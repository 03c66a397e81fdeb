import type { Block } from '@chi-tieu/shared/domain/paper/blocks';
import { REPORT_KINDS, type ReportKind as KindName } from '@chi-tieu/shared/domain/report/facts';
import { REPORT_WAY } from '@chi-tieu/shared/domain/report/report-state';
import { GraphQLJSON } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../app/connection.ts';
import { AttainmentStatus, named } from '../../app/enums.ts';
import { DateScalar, DateTimeScalar, PercentScalar } from '../../app/scalars.ts';
import type { ReportForm as FormName } from './files.queries.ts';
import { ReportMoved } from './moved.types.ts';
import { ReportReplacement } from './replacing.types.ts';
import { REPORT_ACTS, type ReportActName, type ReportHeadRow } from './reports.queries.ts';

/** Where a report stands on its way. */
export type WayName = (typeof REPORT_WAY)[number];

export const ReportKind = named(...REPORT_KINDS);
export const ReportState = named(...REPORT_WAY);
export const ReportAct = named(...REPORT_ACTS);
export const ReportForm = { DOCX: 'docx', PDF: 'pdf', XLSX: 'xlsx' } as const satisfies Record<string, FormName>;

registerEnumType(ReportKind, { name: 'ReportKind', description: 'Of which kind of period a report tells.' });
registerEnumType(ReportState, {
  name: 'ReportState',
  description:
    'DRAFT: it is being written. SUBMITTED: somebody is to approve it. APPROVED: it is to be published. PUBLISHED: whoever is signed in reads it, and it stays as it is.',
});
registerEnumType(ReportAct, {
  name: 'ReportAct',
  description:
    'DRAWN: its figures were cited and its sentences made. REDRAWN: at another moment. WORDED: a sentence was overwritten. RETURNED: it went back to be a draft. WITHDRAWN: an author took it back before it was approved. REPLACED: another one that was published stands in its place. GIVEN_UP: nobody goes on with it.',
});
registerEnumType(ReportForm, { name: 'ReportForm', description: 'DOCX and PDF: the paper. XLSX: its annexes.' });

@ObjectType({ description: 'A sentence of a report.' })
export class ReportSentence {
  @Field(() => String, { description: 'Which one: its part and its place there.' })
  key!: string;

  @Field(() => String, { description: 'As the template says it, with named places.' })
  template!: string;

  @Field(() => String, {
    nullable: true,
    description: 'As somebody overwrote it, with named places; null: nobody did.',
  })
  written!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'With its places filled in; null: it is left out, for a place without a value. Empty where it is a table.',
  })
  text!: string | null;

  @Field(() => String, { nullable: true, description: 'The table that it stands for: unitsTable.' })
  table!: string | null;

  @Field(() => [String], {
    description: 'Numbers that it names and that neither its places nor those of the sentence it stands for say.',
  })
  strange!: string[];

  @Field(() => [String], { description: 'Places that have no value: room is left there.' })
  missing!: string[];
}

@ObjectType({ description: 'A part of a report: a heading and its sentences.' })
export class ReportPart {
  @Field(() => String, { description: 'Its heading, without its number.' })
  heading!: string;

  @Field(() => [ReportSentence], { description: 'In their order.' })
  sentences!: ReportSentence[];
}

@ObjectType({ description: 'Counts beside a target, as a report cites them.' })
export class ReportCounts {
  @Field(() => ID, { description: 'The reference of the figure: /so-lieu/REFERENCE opens it.' })
  reference!: string;

  @Field(() => Int, { description: 'As cited.' })
  numerator!: number;

  @Field(() => Int, { description: 'As cited.' })
  denominator!: number;

  @Field(() => PercentScalar, { nullable: true, description: 'Rounded half up, to show; null without dossiers.' })
  rate!: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'In force on the last day; null if none.' })
  target!: number | null;

  @Field(() => AttainmentStatus, { description: 'The counts beside the target.' })
  status!: AttainmentStatus;

  @Field(() => Int, {
    nullable: true,
    description: 'Dossiers that are missing to the target; 0 when met, null without target or dossiers.',
  })
  missing!: number | null;
}

@ObjectType({ description: 'A unit in a report.' })
export class ReportUnit {
  @Field(() => String, { description: 'Its code then.' })
  code!: string;

  @Field(() => String, { description: 'Its name then.' })
  name!: string;

  @Field(() => ReportCounts, { description: 'In the period.' })
  now!: ReportCounts;

  @Field(() => ReportCounts, { nullable: true, description: 'In the period before; null where it had none.' })
  before!: ReportCounts | null;

  @Field(() => ReportCounts, {
    description:
      'From January to the end of the period, beside the mark of then; the province and reports of years beside what the year asks. Targets are of the year: this is what is judged.',
  })
  yearSoFar!: ReportCounts;
}

@ObjectType({ description: 'What was done about a report.' })
export class ReportStep {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ReportAct, { description: 'What.' })
  act!: ReportActName;

  @Field(() => String, {
    nullable: true,
    description: 'Why it went back or was given up, for who works on reports.',
  })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Who; null for the system itself.' })
  by!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;
}

@ObjectType({ description: 'A file of a published report, the same for ever.' })
export class ReportFile {
  @Field(() => ReportForm, { description: 'What it is.' })
  form!: FormName;

  @Field(() => String, { description: 'SHA-256 over its bytes.' })
  sha256!: string;

  @Field(() => Int, { description: 'How many there are.' })
  bytes!: number;
}

@ObjectType({
  description: 'A report to the chairman: figures of a period as known at one moment, with the words around them.',
})
export class Report {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Int, { description: 'Grows with each step: what steps expect.' })
  version!: number;

  @Field(() => ReportKind, { description: 'Of which kind of period it tells.' })
  kind!: KindName;

  @Field(() => DateScalar, { description: 'First day of the period.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Last day of the period, included.' })
  to!: string;

  @Field(() => String, { description: 'What the period is called, in the language of the request.' })
  name!: string;

  @Field(() => ReportState, { description: 'Where it stands.' })
  state!: WayName;

  @Field(() => Boolean, {
    description: 'It is a draft that nobody goes on with: it is in no list, and its period is free again.',
  })
  givenUp!: boolean;

  @Field(() => DateTimeScalar, { description: 'The sealed moment as of which its figures were known.' })
  knownAt!: Date;

  @Field(() => DateScalar, { description: 'When it was drawn up.' })
  drawnOn!: string;

  @Field(() => String, { description: 'What is printed at its foot.' })
  reference!: string;

  @Field(() => String, { nullable: true, description: 'Its number once it is published, where it was given one.' })
  number!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day that it bears once it is published.' })
  dated!: string | null;

  @Field(() => String, { nullable: true, description: 'Who drew it up first.' })
  by!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 over all that stands on it, once it is published; the audit trail says the same.',
  })
  sha256!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it replaces another one; null: it replaces none.' })
  replacesWhy!: string | null;

  @Field(() => Boolean, {
    description: 'It replaces another one with the figures of when it was drawn up: publishing closes the period anew.',
  })
  takesNewFigures!: boolean;

  row!: ReportHeadRow;
}

export const ReportConnection = connectionType('Report', Report);

@ObjectType({ description: 'The period that a report compares with.' })
export class ReportBefore {
  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => Boolean, {
    description: 'Its numbers are those that it was reported with; else as known at the moment of this report.',
  })
  isReported!: boolean;
}

@ObjectType({ description: 'Everything that one report says; asked of one report, not of a list.' })
export class ReportContent {
  @Field(() => Boolean, { description: 'Whether its period has no data: it is submitted to nobody.' })
  isEmpty!: boolean;

  @Field(() => GraphQLJSON, { description: 'What stands on paper, block by block.' })
  blocks!: Block[];

  @Field(() => [ReportPart], { description: 'Its parts with their sentences.' })
  parts!: ReportPart[];

  @Field(() => ReportUnit, { description: 'The province.' })
  province!: ReportUnit;

  @Field(() => [ReportUnit], { description: 'The units right below it, departments first.' })
  units!: ReportUnit[];

  @Field(() => ReportBefore, { nullable: true, description: 'What it compares with; null: nothing.' })
  before!: ReportBefore | null;

  @Field(() => Int, { description: 'Which version of the template its words are; 0: what the product says.' })
  templateVersion!: number;

  @Field(() => [ReportMoved], { description: 'What drawing it up anew changed last.' })
  redrawn!: ReportMoved[];

  @Field(() => ReportReplacement, {
    nullable: true,
    description: 'How it differs from the report that it replaces; null: it replaces none.',
  })
  replacement!: ReportReplacement | null;
}

@InputType({ description: 'The report that is to be drawn up.' })
export class ReportInput {
  @Field(() => ReportKind, { description: 'A month, a quarter or a year.' })
  kind!: KindName;

  @Field(() => DateScalar, { description: 'First day of the period.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Last day of the period, included.' })
  to!: string;

  @Field(() => ID, { nullable: true, description: "An indicator's code; needed where there are several." })
  indicator?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'As known at this instant, now unless given; of a closed period its closing’s moment goes before it.',
  })
  knownAt?: Date | null;

  @Field(() => ID, { nullable: true, description: 'The province, whose report it is.' })
  unit?: string | null;
}
