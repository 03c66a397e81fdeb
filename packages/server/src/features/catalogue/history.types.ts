import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { GraphQLJSON } from 'graphql-scalars';
import { DateScalar, DateTimeScalar } from '../../app/scalars.ts';
import { DecisionInput } from './catalogue.types.ts';

export const ForceAction = {
  STATED: 'STATED',
  ENFORCED: 'ENFORCED',
  AMENDED: 'AMENDED',
  REPLACED: 'REPLACED',
  REPEALED: 'REPEALED',
} as const;
export type ForceAction = keyof typeof ForceAction;
registerEnumType(ForceAction, {
  name: 'ForceAction',
  description:
    'What is said of a procedure being in force: STATED, the whole period by somebody who named no decision; the others by a decision from a day on.',
});

export const CatalogueStepKind = {
  SAVED: 'SAVED',
  IMPORTED: 'IMPORTED',
  DECIDED: 'DECIDED',
  LISTED: 'LISTED',
  BULK: 'BULK',
  PUBLISHED: 'PUBLISHED',
  RESTORED: 'RESTORED',
  UNDONE: 'UNDONE',
} as const;
export type CatalogueStepKind = keyof typeof CatalogueStepKind;
registerEnumType(CatalogueStepKind, { name: 'CatalogueStepKind', description: 'What a step of the catalogue was.' });

@ObjectType({ description: 'Something that changed the catalogue in one go, and is undone in one.' })
export class CatalogueStep {
  @Field(() => ID, { description: 'What names it to undoStep.' })
  id!: string;

  @Field(() => CatalogueStepKind, { description: 'What it was.' })
  kind!: CatalogueStepKind;

  @Field(() => GraphQLJSON, {
    description: 'What a sentence about it needs besides: the decision, the file, the version.',
  })
  facts!: Record<string, string | number | null>;

  @Field(() => Int, { description: 'How many procedures it touched.' })
  procedures!: number;

  @Field(() => Int, { description: 'How many lines of decisions it entered or took back.' })
  lines!: number;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  at!: Date;

  @Field(() => ID, { nullable: true, description: 'The step that undid it; null while it stands.' })
  undoneBy!: string | null;

  @Field(() => ID, { nullable: true, description: 'The step that it undid.' })
  undoes!: string | null;
}

@ObjectType({ description: 'A page of steps, the latest first.' })
export class CatalogueStepPage {
  @Field(() => [CatalogueStep], { description: 'The steps.' })
  nodes!: CatalogueStep[];

  @Field(() => ID, { nullable: true, description: 'Where the next page begins (`before`); null on the last one.' })
  next!: string | null;
}

@ObjectType({ description: 'What one version made of one field.' })
export class FieldChange {
  @Field(() => String, { description: 'The name of the field in Procedure.' })
  field!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day from which the text with it holds; null: since ever.',
  })
  from!: string | null;

  @Field(() => GraphQLJSON, { nullable: true, description: 'What it was.' })
  before!: unknown;

  @Field(() => GraphQLJSON, { nullable: true, description: 'What it is.' })
  after!: unknown;
}

@ObjectType({ description: 'A line about a procedure being in force.' })
export class ForceLine {
  @Field(() => ForceAction, { description: 'What it says.' })
  action!: ForceAction;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day from which it holds; of STATED the first day in force, null: since ever.',
  })
  from!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Of STATED the last day in force; null: open.' })
  to!: string | null;

  @Field(() => String, { nullable: true, description: 'Page or annex of the decision.' })
  locator!: string | null;

  @Field({ description: 'The version took this line back.' })
  isTakenBack!: boolean;

  decisionId!: number | null;
  replacedBy!: number | null;
}

@ObjectType({ description: 'From when to when a procedure is in force.' })
export class ForcePeriod {
  @Field(() => DateScalar, { nullable: true, description: 'The first day; null: since ever.' })
  from!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day; null while it lasts.' })
  to!: string | null;

  openedById!: number | null;
  closedById!: number | null;
}

@ObjectType({ description: 'A version of a procedure: who made it when, by which step, and what it changed.' })
export class ProcedureRevision {
  @Field(() => Int, { description: 'Counted from 1.' })
  version!: number;

  @Field(() => ID, { description: 'The step that made it.' })
  stepId!: string;

  @Field(() => CatalogueStepKind, { description: 'What that step was.' })
  kind!: CatalogueStepKind;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  at!: Date;

  @Field(() => ID, { nullable: true, description: 'The step that undid it; null while it stands.' })
  undoneBy!: string | null;

  procedureId!: number;
}

@InputType({ description: 'One line of a decision about a procedure being in force.' })
export class ForceChangeInput {
  @Field(() => ForceAction, { description: 'ENFORCED, AMENDED, REPLACED or REPEALED.' })
  action!: ForceAction;

  @Field(() => ID, { description: 'The code of a procedure of the catalogue.' })
  procedure!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day from which it holds; the decision's effective day unless given.",
  })
  from?: string | null;

  @Field(() => ID, { nullable: true, description: 'Needed for REPLACED: the code of the replacing procedure.' })
  replacedBy?: string | null;

  @Field(() => String, { nullable: true, description: 'Page or annex, at most 100 characters.' })
  locator?: string | null;
}

@InputType({ description: 'What a decision says of procedures being in force.' })
export class ForceChangesInput {
  @Field(() => DecisionInput, { description: 'The decision.' })
  decision!: DecisionInput;

  @Field(() => [ForceChangeInput], { description: 'At most 5,000, in the order of the decision.' })
  changes!: ForceChangeInput[];
}
