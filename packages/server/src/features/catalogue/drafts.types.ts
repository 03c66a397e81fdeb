import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../app/connection.ts';
import { UnitKind } from '../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../app/scalars.ts';
import { ProcedureDetails } from './procedure-parts.types.ts';

@ObjectType({
  description: "A decision's header as a draft names it; the decision itself is recorded when that is published.",
})
export class DraftDecision {
  @Field(() => String, { description: 'As it is written on the decision.' })
  number!: string;

  @Field(() => DateScalar, { description: 'The day on which it was signed.' })
  issuedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day from which it holds; `issuedOn` unless given.' })
  effectiveOn!: string | null;

  @Field(() => ID, { nullable: true, description: "A unit's code; the province unless given." })
  issuer!: string | null;
}

@ObjectType('ProcedureDraft', {
  description:
    'What somebody is still writing of a procedure, over what is published: no figure, list or reader sees it.',
})
export class KeptDraft extends ProcedureDetails {
  @Field(() => ID, { description: 'The national part of the code; of a procedure that is there, or of a new one.' })
  code!: string;

  @Field(() => Int, { description: 'Grows by one with every save of the draft.' })
  version!: number;

  @Field(() => Int, { description: 'The version of the procedure from which it was made; 0: it was not there.' })
  baseVersion!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'First day on which its text is to hold; null: it takes the place of the text of the day of publishing.',
  })
  textFrom!: string | null;

  @Field(() => String, { description: 'Empty while it has none.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Lĩnh vực.' })
  field!: string | null;

  @Field(() => [UnitKind], { description: 'PROVINCE, DISTRICT, COMMUNE.' })
  tiers!: UnitKind[];

  @Field(() => DateScalar, { nullable: true, description: 'First day in force; null: since ever.' })
  inForceFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day in force; null: open.' })
  inForceTo!: string | null;

  @Field(() => DraftDecision, { nullable: true, description: 'The decision that will say it, where one is named.' })
  decision!: DraftDecision | null;

  @Field(() => String, { nullable: true, description: 'Page or annex of that decision.' })
  locator!: string | null;

  @Field(() => String, { nullable: true, description: 'Who began it, by name.' })
  begunBy!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  begunAt!: Date;

  @Field(() => Boolean, { description: 'Whether the caller began it or saved it last.' })
  isOwn!: boolean;

  @Field(() => String, { nullable: true, description: 'Who saved it last, by name.' })
  author!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was saved last.' })
  at!: Date;
}

export const ProcedureDraftConnection = connectionType('ProcedureDraft', KeptDraft);
