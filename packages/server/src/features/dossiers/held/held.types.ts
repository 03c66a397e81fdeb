import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../../app/connection.ts';
import { DateScalar, DateTimeScalar } from '../../../app/scalars.ts';
import type { HeldRow } from './held.queries.ts';

function named<const T extends string>(...names: T[]): { readonly [K in T]: K } {
  return Object.fromEntries(names.map((name) => [name, name])) as { readonly [K in T]: K };
}

export const HeldState = named('WAITING', 'RELEASED', 'DISCARDED');
export type HeldState = keyof typeof HeldState;
export const JumpKind = named('MONTH', 'CHANGED', 'WITHDRAWN', 'GONE');
export type JumpKind = keyof typeof JumpKind;

registerEnumType(HeldState, {
  name: 'HeldState',
  description:
    'WAITING: it counts nowhere. RELEASED: it was taken, as an import of its own. DISCARDED: it never counts.',
});
registerEnumType(JumpKind, {
  name: 'JumpKind',
  description:
    'MONTH: a unit would have many more dossiers in a month than usual. CHANGED: many change at once. WITHDRAWN: many are withdrawn, refused or stopped at once. GONE: their source has many no longer.',
});

@ObjectType({ description: 'Why an import is held.' })
export class BatchJump {
  @Field(() => JumpKind, { description: 'What jumps.' })
  kind!: JumpKind;

  @Field(() => DateScalar, { nullable: true, description: 'The first day of the month, of MONTH.' })
  month!: string | null;

  @Field(() => Int, { description: 'How many dossiers there would be, or would change or be withdrawn.' })
  count!: number;

  @Field(() => Int, { description: 'How many are usual, or at most expected.' })
  usual!: number;

  unitId!: number | null;
}

@ObjectType({ description: 'An import that jumps, held until somebody has looked at it.' })
export class HeldBatch {
  @Field(() => ID, { description: "The import's id." })
  id!: string;

  @Field(() => HeldState, { description: 'What became of it.' })
  state!: HeldState;

  @Field(() => Int, { description: 'How many rows it has.' })
  rows!: number;

  @Field(() => Int, {
    description: 'How many pages of one reading are held together: they are released or discarded as one.',
  })
  pages!: number;

  @Field(() => String, { nullable: true, description: 'What its source is called; null: somebody sent it.' })
  source!: string | null;

  @Field(() => Int, { description: 'How many of them are bad: they go to the quarantine once it is released.' })
  bad!: number;

  @Field(() => Int, { description: 'How many dossiers would be new.' })
  fresh!: number;

  @Field(() => Int, { description: 'How many dossiers would change.' })
  changed!: number;

  @Field(() => [BatchJump], { description: 'Why it is held.' })
  jumps!: BatchJump[];

  @Field(() => DateTimeScalar, { description: 'Since when it is held.' })
  at!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was released or discarded.' })
  settledAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who did that.' })
  settledBy!: string | null;

  @Field(() => ID, { nullable: true, description: 'The import as which its rows were taken.' })
  releasedAs!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many rows were left out then: their code had come again since, and the newer content stands.',
  })
  leftOut!: number | null;

  @Field(() => String, { nullable: true, description: 'Why it was released or discarded.' })
  reason!: string | null;

  row!: HeldRow;
}

export const HeldBatchConnection = connectionType('HeldBatch', HeldBatch);

@ObjectType({ description: 'When imports are held before they count, for the whole province.' })
export class JumpRules {
  @Field(() => Boolean, { description: 'Whether any import is held at all.' })
  holds!: boolean;

  @Field(() => Int, { description: "A unit's dossiers of a month are more than so many times what it usually has." })
  timesUsual!: number;

  @Field(() => Int, { description: 'Fewer dossiers of a unit and month than this are never too many.' })
  least!: number;

  @Field(() => Int, { description: 'More dossiers than this change by one import, or by one reading of a source.' })
  mostChanged!: number;

  @Field(() => Int, {
    description:
      'More dossiers than this are withdrawn, refused or stopped by one import, or by one reading of a source.',
  })
  mostWithdrawn!: number;

  @Field(() => Int, { description: 'Grows with every change: what `setJumpRules` expects.' })
  version!: number;
}

@InputType({ description: 'When imports are held: { holds: true, timesUsual: 3 }. What is not given stays.' })
export class JumpRulesInput {
  @Field(() => Boolean, { description: 'Whether any import is held at all.' })
  holds!: boolean;

  @Field(() => Int, { nullable: true, description: 'From 2 to 100.' })
  timesUsual?: number | null;

  @Field(() => Int, { nullable: true, description: 'From 1 to 1,000,000.' })
  least?: number | null;

  @Field(() => Int, { nullable: true, description: 'From 1 to 100,000,000.' })
  mostChanged?: number | null;

  @Field(() => Int, { nullable: true, description: 'From 1 to 100,000,000.' })
  mostWithdrawn?: number | null;

  @Field(() => Int, { description: 'The version that the caller saw; another one is a CONFLICT.' })
  expectedVersion!: number;
}
