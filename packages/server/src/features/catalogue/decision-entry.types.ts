import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UnitKind } from '../../app/enums.ts';
import { YearEffect } from '../rates/effect.types.ts';
import { Decision, DecisionAboutInput, DecisionInput, ServiceListChangeInput } from './catalogue.types.ts';
import { ForcePreviewLine } from './force-preview.types.ts';
import { CatalogueStep, ForceChangeInput } from './history.types.ts';
import { AmendmentPreview } from './lists.types.ts';

@InputType({
  description:
    'A procedure that a decision announces: it is made with the decision, and in force from its effective day on unless `force` has a line that enforces it from another. One that is in the catalogue under this name stays as it is.',
})
export class NewProcedureInput {
  @Field(() => ID, { description: 'A national code, 2.000815, that is not in the catalogue.' })
  code!: string;

  @Field(() => String, { description: '1 to 2,000 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Lĩnh vực; none unless given.' })
  field?: string | null;

  @Field(() => [UnitKind], {
    nullable: true,
    description: 'PROVINCE, DISTRICT, COMMUNE; unless given those for which `changes` list it.',
  })
  tiers?: UnitKind[] | null;

  @Field(() => String, { nullable: true, description: 'A page or an annex of the decision; at most 100 characters.' })
  locator?: string | null;
}

@InputType({ description: "All that one decision does: to a list, and to procedures' being in force." })
export class DecisionEntryInput {
  @Field(() => DecisionInput, { description: 'The decision.' })
  decision!: DecisionInput;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version of the decision that the caller saw, 0 for one that is not there; another one is a CONFLICT that tells, in `extensions.conflicts`, each field as it was then, is now and would be.',
  })
  expectedVersion?: number | null;

  @Field(() => DecisionAboutInput, { nullable: true, description: 'What is told of the decision besides.' })
  about?: DecisionAboutInput | null;

  @Field(() => ID, { nullable: true, description: "A list's code; needed where `changes` has lines." })
  list?: string | null;

  @Field(() => String, { nullable: true, description: 'Renames the list; makes it where the code is new.' })
  name?: string | null;

  @Field(() => [ServiceListChangeInput], {
    nullable: true,
    description: 'What it does to the list, line by line, at most 5,000 lines.',
  })
  changes?: ServiceListChangeInput[] | null;

  @Field(() => [ForceChangeInput], {
    nullable: true,
    description: "What it says of procedures' being in force, at most 5,000 lines.",
  })
  force?: ForceChangeInput[] | null;

  @Field(() => [NewProcedureInput], {
    nullable: true,
    description: 'The procedures that it announces, at most 5,000; `changes` and `force` may name them.',
  })
  procedures?: NewProcedureInput[] | null;
}

@ObjectType({ description: 'A decision that was entered.' })
export class DecisionEntry {
  @Field(() => Decision, { description: 'The decision, with all that it does.' })
  decision!: Decision;

  @Field(() => CatalogueStep, {
    nullable: true,
    description: 'The step that entered its lines, to be undone as one; null where it was known to say them all.',
  })
  step!: CatalogueStep | null;

  @Field(() => Int, { description: 'How many lines were entered.' })
  lines!: number;
}

@ObjectType({ description: 'What a decision would do, with all its lines together; nothing of it is stored.' })
export class DecisionPreview {
  @Field(() => AmendmentPreview, { nullable: true, description: 'What it does to the list; null without such lines.' })
  amendment!: AmendmentPreview | null;

  @Field(() => [ForcePreviewLine], { description: 'The procedures of whose being in force it speaks.' })
  procedures!: ForcePreviewLine[];

  @Field(() => [YearEffect], {
    description: 'What all lines together do to the figures, by indicators and years; empty: nothing.',
  })
  effects!: YearEffect[];
}
