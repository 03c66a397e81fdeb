import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../../app/connection.ts';
import { DateTimeScalar } from '../../../app/scalars.ts';
import { ColumnReason, ImportField, ImportKind, ImportProblemCode, ImportState, ImportStatus } from './import-enums.ts';

@ObjectType({ description: 'A sheet of the file, or its one table.' })
export class ImportTable {
  @Field(() => Int, { description: 'Its number in the file, from 0.' })
  number!: number;

  @Field(() => String, { description: 'What the sheet is called; empty where a file has one table without a name.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether the workbook hides it.' })
  isHidden!: boolean;

  @Field(() => Int, { description: 'How many rows with something in them it has, the header and titles too.' })
  rows!: number;
}

@ObjectType({ description: 'A column of the chosen table.' })
export class ImportColumn {
  @Field(() => Int, { description: 'Its number, from 0.' })
  column!: number;

  @Field(() => String, { description: 'What a spreadsheet calls it: A, B, … AA.' })
  letter!: string;

  @Field(() => String, { description: 'What stands in the header; both texts where a merged header has parts.' })
  header!: string;

  @Field(() => [String], { description: 'The first different texts under it, at most three.' })
  samples!: string[];

  @Field(() => ImportField, { nullable: true, description: 'What it is taken for; null: it stays out.' })
  field!: ImportField | null;

  @Field(() => ColumnReason, { nullable: true, description: 'Why.' })
  because!: ColumnReason | null;
}

@ObjectType({ description: 'A row at the head of the table, as it stands in the file.' })
export class ImportHeadRow {
  @Field(() => Int, { description: 'Its number in the file.' })
  row!: number;

  @Field(() => [String], { description: 'Its texts, a column each.' })
  texts!: string[];
}

@ObjectType({ description: 'How many rows come to what; together they are all rows under the header.' })
export class ImportCounts {
  @Field(() => Int, { description: 'All rows: the sum of the other four.' })
  received!: number;

  @Field(() => Int, { description: 'New procedures.' })
  created!: number;

  @Field(() => Int, { description: 'Procedures that change.' })
  updated!: number;

  @Field(() => Int, { description: 'Rows that say what is stored already.' })
  unchanged!: number;

  @Field(() => Int, { description: 'Rows that are not taken in: the file of rejected rows has as many.' })
  rejected!: number;
}

@ObjectType({ description: 'One thing that is to be said of several rows.' })
export class ImportNote {
  @Field(() => ImportProblemCode, { description: 'What.' })
  code!: ImportProblemCode;

  @Field(() => Int, { description: 'Of how many rows.' })
  rows!: number;

  @Field(() => Boolean, { description: 'Whether it keeps them out.' })
  blocks!: boolean;
}

@ObjectType({ description: 'What is to be said of all rows together.' })
export class ImportSummary {
  @Field(() => ImportCounts, { description: 'How many rows come to what, as they are now.' })
  counts!: ImportCounts;

  @Field(() => Int, { description: 'Rows that something keeps out and that nobody has left out.' })
  problems!: number;

  @Field(() => Int, { description: 'Rows that somebody left out.' })
  leftOut!: number;

  @Field(() => [ImportNote], {
    description: 'What there is to say, what keeps rows out first, then by the number of rows.',
  })
  notes!: ImportNote[];

  @Field(() => Boolean, {
    description: 'Whether tiers are told and none is the district: such lists are of 07/2025 or later.',
  })
  withoutDistrict!: boolean;
}

@ObjectType({ description: 'What an import would do: tried, and nothing of it kept.' })
export class ImportPreview {
  @Field(() => ImportCounts, { description: 'How many rows come to what.' })
  counts!: ImportCounts;

  @Field(() => Boolean, { description: 'Whether the import was changed since: try it again.' })
  isStale!: boolean;
}

@ObjectType({
  description: 'An import of the catalogue: a conversation that is kept until it is applied, dropped, or a month old.',
})
export class CatalogueImport {
  @Field(() => ID, { description: 'What names it in arguments and in /imports/ID/rejected.xlsx.' })
  id!: string;

  @Field(() => String, { nullable: true, description: "The file's name." })
  name!: string | null;

  @Field(() => ImportKind, { description: 'Where its rows came from.' })
  kind!: ImportKind;

  @Field(() => Float, { description: 'How large the file was.' })
  bytes!: number;

  @Field(() => ImportState, { description: 'How far it has come.' })
  state!: ImportState;

  @Field(() => Int, { description: 'Grows with every change: what `expectedVersion` is compared with.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Who began it; null for the system itself.' })
  by!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  begunAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last changed.' })
  touchedAt!: Date;

  @Field(() => Int, { description: 'The number of the chosen table.' })
  tableNumber!: number;

  @Field(() => Int, { description: 'The first row of the header.' })
  headerFrom!: number;

  @Field(() => Int, { description: 'The last row of the header.' })
  headerTo!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken into the catalogue.' })
  appliedAt!: Date | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The step of the catalogue that it was taken in by, to be undone as any step; null where it changed nothing.',
  })
  stepId!: string | null;
}

export const CatalogueImportConnection = connectionType('CatalogueImport', CatalogueImport);

@ObjectType({ description: 'What is to be said of one cell, or of the row where no field is named.' })
export class ImportProblem {
  @Field(() => ImportProblemCode, { description: 'What.' })
  code!: ImportProblemCode;

  @Field(() => ImportField, { nullable: true, description: 'Of which cell.' })
  field!: ImportField | null;

  @Field(() => String, { description: 'The same in the language of the request.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'What may be meant.' })
  suggestion!: string | null;

  @Field(() => Boolean, { description: 'Whether it keeps the row out.' })
  blocks!: boolean;
}

@ObjectType({ description: 'A cell of a row, under the field that its column was matched with.' })
export class ImportCell {
  @Field(() => ImportField, { description: 'The field.' })
  field!: ImportField;

  @Field(() => Int, { description: 'The column in the file.' })
  column!: number;

  @Field(() => String, { description: 'What counts now.' })
  text!: string;

  @Field(() => String, { description: 'What was read.' })
  asRead!: string;

  @Field(() => Boolean, { description: 'Whether somebody wrote it anew.' })
  isMended!: boolean;
}

@ObjectType({ description: 'What would change of one field of a procedure.' })
export class ImportChange {
  @Field(() => ImportField, { description: 'The field.' })
  field!: ImportField;

  @Field(() => String, {
    description: 'What is stored; empty: nothing. Tiers by their codes, joined by a bar; days as 2022-08-31.',
  })
  before!: string;

  @Field(() => String, { description: 'What will be.' })
  after!: string;
}

@ObjectType({ description: 'A row of an import with what is said of it.' })
export class ImportRow {
  @Field(() => Int, { description: 'Its number in the file.' })
  row!: number;

  @Field(() => String, { nullable: true, description: 'The national code, where it could be read.' })
  code!: string | null;

  @Field(() => ImportStatus, { description: 'What becomes of it.' })
  status!: ImportStatus;

  @Field(() => Boolean, { description: 'Whether somebody left it out.' })
  isLeftOut!: boolean;

  @Field(() => [ImportCell], { description: 'Its cells, in the order of the columns.' })
  cells!: ImportCell[];

  @Field(() => [ImportProblem], { description: 'What is to be said of it.' })
  problems!: ImportProblem[];

  @Field(() => [ImportChange], { description: 'What would change of a procedure that is stored.' })
  differences!: ImportChange[];
}

export const ImportRowConnection = connectionType('ImportRow', ImportRow);

@InputType({ description: 'What a column is taken for.' })
export class ImportColumnInput {
  @Field(() => Int, { description: 'The column, from 0.' })
  column!: number;

  @Field(() => ImportField, { description: 'The field.' })
  field!: ImportField;
}

@InputType({ description: 'How the table is to be read; what is not told stays as it is.' })
export class ImportMappingInput {
  @Field(() => Int, { nullable: true, description: 'The number of the table.' })
  table?: number | null;

  @Field(() => Int, { nullable: true, description: 'The first row of the header.' })
  headerFrom?: number | null;

  @Field(() => Int, { nullable: true, description: 'The last row of the header; the first unless told.' })
  headerTo?: number | null;

  @Field(() => [ImportColumnInput], {
    nullable: true,
    description: 'Which column is which field; those not named stay out. Without it the columns are proposed anew.',
  })
  columns?: ImportColumnInput[] | null;
}

@InputType({ description: 'A text to be put in the place of what was read.' })
export class ImportMendInput {
  @Field(() => Int, { description: 'The number of the row in the file.' })
  row!: number;

  @Field(() => ImportField, { description: 'The field.' })
  field!: ImportField;

  @Field(() => String, { description: 'What is to stand there; empty: there is none.' })
  text!: string;
}
