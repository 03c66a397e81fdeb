import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { GraphQLJSON } from 'graphql-scalars';
import type { DecisionDocument } from '@chi-tieu/shared/domain/decision-document/document';
import type { DecisionTemplate } from '@chi-tieu/shared/domain/decision-document/template';
import { PlanState } from '../../../app/enums.ts';
import { DateScalar, DateTimeScalar, PercentScalar } from '../../../app/scalars.ts';
import { TargetPlan } from '../plans.types.ts';
import type { DocumentRow } from './documents.queries.ts';

export const PaperStanding = {
  CURRENT: 'CURRENT',
  CHANGED: 'CHANGED',
  REMADE: 'REMADE',
  AMENDED: 'AMENDED',
} as const;
registerEnumType(PaperStanding, {
  name: 'PaperStanding',
  description:
    'CURRENT: it says what the plan says. CHANGED: the plan was changed or moved on since. REMADE: a later paper took its place. AMENDED: another plan replaces this one, from a day.',
});

export const TemplateOrigin = { UNIT: 'UNIT', ALL: 'ALL', BUILT_IN: 'BUILT_IN' } as const;
registerEnumType(TemplateOrigin, {
  name: 'TemplateOrigin',
  description: "UNIT: the unit's own. ALL: those for all. BUILT_IN: nobody wrote any yet.",
});

@ObjectType({ description: 'What the annex of a paper adds up to.' })
export class PlanPaperSums {
  @Field(() => Int, { description: 'Dossiers of the basis period.' })
  volume!: number;

  @Field(() => PercentScalar, { nullable: true, description: 'Their rate; null without dossiers.' })
  baseline!: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'What the targets come to; null without dossiers.' })
  achieved!: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'The same of the plan that is amended.' })
  before!: number | null;
}

@ObjectType({
  description:
    'The decision of a plan as it was made out, with all that stands on it: never changed, found by its reference.',
})
export class PlanPaper {
  @Field(() => ID, { description: 'Printed at its foot; ends in a piece of the hash of its content.' })
  reference!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made out.' })
  madeAt!: Date;

  @Field(() => String, { nullable: true, description: 'Whose account made it out.' })
  by!: string | null;

  @Field(() => Int, { description: 'The version of the plan that it tells.' })
  planVersion!: number;

  @Field(() => PlanState, { description: 'What the plan was then: of a draft the paper says DỰ THẢO.' })
  state!: PlanState;

  @Field(() => GraphQLJSON, { description: 'Everything that stands on it, from head to annex.' })
  content!: DecisionDocument;

  @Field(() => PlanPaperSums, { description: 'The sums of its annex.' })
  sums!: PlanPaperSums;

  row!: DocumentRow;
}

/** A paper as GraphQL shows it. */
export function showDocument(row: DocumentRow): PlanPaper {
  const { reference, at, by, planVersion, state, content } = row;
  const { volume, baseline, achieved, before } = content.annex.sums;
  const percent = (hundredths: number | null): number | null => (hundredths === null ? null : hundredths / 100);
  const sums = { volume, baseline: percent(baseline), achieved: percent(achieved), before: percent(before) };
  return { reference, madeAt: at, by, planVersion, state, content, sums, row };
}

@ObjectType({ description: 'How a paper stands today.' })
export class PlanPaperStanding {
  @Field(() => PaperStanding, { description: 'What became of it.' })
  standing!: keyof typeof PaperStanding;

  @Field(() => Boolean, {
    description: 'Whether one may go by it today; an amended plan holds until its successor does.',
  })
  isCurrent!: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'From which day another plan replaces it.' })
  replacedFrom!: string | null;

  @Field(() => TargetPlan, { nullable: true, description: 'The plan that replaces it.' })
  replacedBy!: TargetPlan | null;
}

@ObjectType({ description: 'The words around the numbers of a decision; each text may hold named places.' })
export class DecisionWords implements DecisionTemplate {
  @Field(() => [String], { description: 'What stands above the issuing body.' })
  superiorBody!: string[];

  @Field(() => [String], { description: 'The issuing body.' })
  body!: string[];

  @Field(() => String, { description: 'What follows the number while nobody knows it: /QĐ-UBND.' })
  numbering!: string;

  @Field(() => String, { description: 'Where it is signed.' })
  place!: string;

  @Field(() => String, { description: 'What it is about.' })
  subject!: string;

  @Field(() => String, { description: 'Who decides.' })
  authority!: string;

  @Field(() => [String], { description: 'What it rests on, a base a text.' })
  bases!: string[];

  @Field(() => [String], { description: 'Its articles; the lines of a text are its paragraphs.' })
  articles!: string[];

  @Field(() => [String], { description: 'Who receives it.' })
  recipients!: string[];

  @Field(() => [String], { description: 'As what it is signed.' })
  signature!: string[];

  @Field(() => String, { description: 'Who signs it.' })
  signer!: string;

  @Field(() => String, { description: 'What stands above the table.' })
  annexTitle!: string;
}

@InputType({
  description: 'The words around the numbers of a decision; a named place that nobody knows is refused by its name.',
})
export class DecisionWordsInput implements DecisionTemplate {
  @Field(() => [String], { description: 'What stands above the issuing body.' })
  superiorBody!: string[];

  @Field(() => [String], { description: 'The issuing body; it must be told.' })
  body!: string[];

  @Field(() => String, { description: 'What follows the number while nobody knows it: /QĐ-UBND.' })
  numbering!: string;

  @Field(() => String, { description: 'Where it is signed.' })
  place!: string;

  @Field(() => String, { description: 'What it is about; it must be told.' })
  subject!: string;

  @Field(() => String, { description: 'Who decides.' })
  authority!: string;

  @Field(() => [String], { description: 'What it rests on, a base a text.' })
  bases!: string[];

  @Field(() => [String], { description: 'Its articles, at least one; the lines of a text are its paragraphs.' })
  articles!: string[];

  @Field(() => [String], { description: 'Who receives it.' })
  recipients!: string[];

  @Field(() => [String], { description: 'As what it is signed.' })
  signature!: string[];

  @Field(() => String, { description: 'Who signs it.' })
  signer!: string;

  @Field(() => String, { description: 'What stands above the table.' })
  annexTitle!: string;
}

@ObjectType({ description: 'A version of the words that a unit, or all, wrote.' })
export class DocumentTemplateVersion {
  @Field(() => Int, { description: 'Which one; the first is 1.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was saved.' })
  madeAt!: Date;

  @Field(() => String, { nullable: true, description: 'Whose account saved it.' })
  by!: string | null;
}

@ObjectType({ description: 'The words that decisions of a unit are written with.' })
export class DocumentTemplate {
  @Field(() => ID, { nullable: true, description: 'The code of the unit; null for those for all.' })
  unit!: string | null;

  @Field(() => Int, { description: 'The latest version that was written for this unit (or for all); 0 for none.' })
  version!: number;

  @Field(() => TemplateOrigin, { description: 'Whose words these are.' })
  origin!: keyof typeof TemplateOrigin;

  @Field(() => DecisionWords, { description: 'What is in use.' })
  words!: DecisionTemplate;

  unitId!: number | null;
}

@InputType({ description: 'A file of a scan.' })
export class ScanInput {
  @Field(() => ID, { description: 'What POST /plans/ID/scan answered.' })
  sha256!: string;

  @Field(() => String, { nullable: true, description: "Its name; the decision's number unless given." })
  name?: string | null;
}
