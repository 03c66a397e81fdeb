import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../../app/connection.ts';
import { DateTimeScalar } from '../../../app/scalars.ts';
import type { YearDelta } from '../../rates/foreseen.queries.ts';
import type { CauseRow } from './causes.queries.ts';
import { CauseMendHow, CauseMendState, MendLeftReason } from './desk.enums.ts';
import type { MendRow } from './mends.queries.ts';

@ObjectType({ description: 'What bad rows have in common: mended once for all of them.' })
export class QuarantineCause {
  @Field(() => ID, { description: 'What `mendCause` takes.' })
  id!: string;

  @Field(() => Boolean, { description: 'Rows of the catalogue, not of dossiers.' })
  ofCatalogue!: boolean;

  @Field(() => String, { description: 'What is wrong, as a word: UNKNOWN_UNIT, UNKNOWN_PROCEDURE, MISSING …' })
  problem!: string;

  @Field(() => String, { description: 'What is wrong, in the language of the request.' })
  message!: string;

  @Field(() => String, { description: 'The field that is wrong; empty for the row as a whole.' })
  field!: string;

  @Field(() => String, {
    description:
      'The text that nobody knows or that is not allowed; of times their form, digits as nines; empty where the rows have none in common.',
  })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What stands in one of the rows, where `text` is but the form of it.',
  })
  example!: string | null;

  @Field(() => Int, { description: 'How many rows wait for it.' })
  count!: number;

  @Field(() => Int, { description: 'How many imports brought them.' })
  batches!: number;

  @Field(() => DateTimeScalar, { description: 'When the first of them came.' })
  firstAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When the last of them came.' })
  lastAt!: Date;

  @Field(() => [CauseMendHow], {
    description: 'How it can be mended for all rows; none where each has a fault of its own.',
  })
  ways!: CauseMendHow[];

  @Field(() => Int, { description: 'How many units the rows belong to or were sent for.' })
  unitCount!: number;

  row!: CauseRow;
}

export const QuarantineCauseConnection = connectionType('QuarantineCause', QuarantineCause);

@ObjectType({ description: 'Why something is suggested.' })
export class SuggestionGround {
  @Field(() => String, {
    description:
      'As a word: NAME, CLOSE_NAME, NEIGHBOUR, CLOSE_CODE, SENDER of units; OTHER_GROUP, EXCHANGED, DIGITS of procedures; PADDED, WORD of values.',
  })
  kind!: string;

  @Field(() => String, { description: 'In a sentence, in the language of the request.' })
  sentence!: string;
}

@ObjectType({ description: 'What would mend all rows of a cause: a unit, a procedure or a value.' })
export class CauseSuggestion {
  @Field(() => String, { nullable: true, description: 'What the field should hold, where that is what mends them.' })
  value!: string | null;

  @Field(() => Int, { description: 'How much speaks for it, of a hundred.' })
  weight!: number;

  @Field(() => [SuggestionGround], { description: 'What speaks for it.' })
  grounds!: SuggestionGround[];

  unitId!: number | null;
  procedureCode!: string | null;
  on!: string | null;
}

@InputType({ description: 'What mends all rows of a cause, one of these: { unit: "05503" }.' })
export class CauseDecisionInput {
  @Field(() => ID, { nullable: true, description: 'The unit whose identifier it is: it becomes an alias of it.' })
  unit?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The procedure that is meant: rows to come with this code are of it too, where the caller keeps the catalogue.',
  })
  procedure?: string | null;

  @Field(() => String, { nullable: true, description: 'What the field holds in each row; empty: nothing.' })
  value?: string | null;
}

@ObjectType({ description: 'What a decision about a cause would come to; nothing is changed.' })
export class ForeseenMend {
  @Field(() => Int, { description: 'How many rows it is about.' })
  total!: number;

  @Field(() => Int, { description: 'How many of them were tried: the first ten thousand.' })
  tried!: number;

  @Field(() => Int, { description: 'How many of those would be good.' })
  good!: number;

  deltas!: YearDelta[];
}

@ObjectType({ description: 'Rows of a decision that was taken back, which stay as they are.' })
export class MendLeft {
  @Field(() => MendLeftReason, { description: 'Why.' })
  reason!: MendLeftReason;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'One decision about all rows of a cause, and how far it has come.' })
export class CauseMend {
  @Field(() => ID, { description: 'What names it in arguments.' })
  id!: string;

  @Field(() => CauseMendHow, { description: 'What was decided.' })
  how!: CauseMendHow;

  @Field(() => CauseMendState, { description: 'How far it has come.' })
  state!: CauseMendState;

  @Field(() => String, { description: 'What was wrong, in the language of the request.' })
  message!: string;

  @Field(() => String, { description: 'The field that was wrong.' })
  field!: string;

  @Field(() => String, { description: 'The text that nobody knew.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'What the field was set to.' })
  value!: string | null;

  @Field(() => String, { nullable: true, description: 'Why the rows were put aside.' })
  reason!: string | null;

  @Field(() => Boolean, { description: 'Whether rows to come are taken in the same way.' })
  remembers!: boolean;

  @Field(() => Int, { description: 'How many rows it is about.' })
  total!: number;

  @Field(() => Int, { description: 'How many of them were tried.' })
  tried!: number;

  @Field(() => Int, { description: 'How many of those are good now.' })
  good!: number;

  @Field(() => DateTimeScalar, { description: 'When it was decided.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Who decided it.' })
  by!: string | null;

  @Field(() => Boolean, { description: 'Whether `undoMend` takes it back.' })
  undoable!: boolean;

  @Field(() => [MendLeft], { description: 'What `undoMend` left as it is, of UNDONE, and why; empty: nothing.' })
  left!: MendLeft[];

  row!: MendRow;
}

export const CauseMendConnection = connectionType('CauseMend', CauseMend);
