import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { YearEffect } from '../rates/effect.types.ts';
import { Decision, DecisionAboutInput, DecisionInput, ServiceListChangeInput } from './catalogue.types.ts';
import { ForcePreviewLine } from './force-preview.types.ts';
import { CatalogueStep, ForceChangeInput } from './history.types.ts';
import { AmendmentPreview } from './lists.types.ts';

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
