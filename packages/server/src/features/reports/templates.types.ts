import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { ReportKind as KindName } from '@chi-tieu/shared/domain/report/facts';
import { DateTimeScalar } from '../../app/scalars.ts';
import { ReportKind } from './reports.types.ts';

/** A part of the words, as it is read and as it is given. */
@ObjectType()
@InputType()
abstract class SectionWords {
  @Field(() => String, { description: 'Its heading; it is numbered by itself.' })
  heading!: string;

  @Field(() => [String], { description: 'Sentences with named places, each a paragraph; a table stands alone in one.' })
  sentences!: string[];
}

@ObjectType({ description: 'A part of the words that reports are drawn up with.' })
export class ReportTemplateSection extends SectionWords {}

@InputType({ description: 'A part of the words of reports.' })
export class ReportTemplateSectionInput extends SectionWords {}

/** The words but for their parts, as they are read and as they are given. */
@ObjectType()
@InputType()
abstract class PaperWords {
  @Field(() => [String], { description: 'What stands above the issuing body.' })
  superiorBody!: string[];

  @Field(() => [String], { description: 'The issuing body.' })
  body!: string[];

  @Field(() => String, { description: 'What follows the number while nobody knows it: /BC-VP.' })
  numbering!: string;

  @Field(() => String, { description: 'Where it is signed.' })
  place!: string;

  @Field(() => String, { description: 'What it is about.' })
  subject!: string;

  @Field(() => String, { description: 'Who gets it first.' })
  addressee!: string;

  @Field(() => [String], { description: 'Who gets it.' })
  recipients!: string[];

  @Field(() => [String], { description: 'What stands above the signature.' })
  signature!: string[];

  @Field(() => String, { description: 'Who signs.' })
  signer!: string;
}

@ObjectType({ description: 'The words around the numbers of a report.' })
export class ReportWords extends PaperWords {
  @Field(() => [ReportTemplateSection], { description: 'Its parts.' })
  sections!: ReportTemplateSection[];
}

@InputType({ description: 'The words around the numbers of a report.' })
export class ReportWordsInput extends PaperWords {
  @Field(() => [ReportTemplateSectionInput], { description: 'Its parts.' })
  sections!: ReportTemplateSectionInput[];
}

@ObjectType({ description: 'The words that reports of a kind are drawn up with, as they were saved last.' })
export class ReportTemplate {
  @Field(() => ReportKind, { description: 'Of which reports.' })
  kind!: KindName;

  @Field(() => Int, { description: 'Grows when they are saved; 0: nobody wrote any yet.' })
  version!: number;

  @Field(() => ReportWords, { description: 'All words.' })
  words!: ReportWords;

  @Field(() => [String], { description: 'The places that sentences may name.' })
  places!: string[];

  @Field(() => [String], { description: 'The tables that a sentence may stand for.' })
  tables!: string[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they were saved.' })
  at!: Date | null;

  @Field(() => String, { nullable: true, description: 'By whom.' })
  by!: string | null;
}
