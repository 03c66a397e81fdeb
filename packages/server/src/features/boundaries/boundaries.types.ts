import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../app/scalars.ts';

@ObjectType({ description: 'How one unit is drawn.' })
export class BoundaryShape {
  @Field(() => ID, { description: 'The unit’s code.' })
  unit!: string;

  @Field(() => String, {
    description: 'Its outline as SVG reads it, M, L and Z with whole numbers alone; holes by the even-odd rule.',
  })
  path!: string;

  @Field(() => Int, { description: 'Where its mark stands, from the left.' })
  x!: number;

  @Field(() => Int, { description: 'Where its mark stands, from above.' })
  y!: number;
}

@ObjectType({ description: 'The province drawn from a file of boundaries.' })
export class BoundaryDrawing {
  @Field(() => String, { description: 'The name of the file that it was made from.' })
  name!: string;

  @Field(() => Int, { description: 'Another one with each drawing: what changes expect.' })
  version!: number;

  @Field(() => Int, { description: 'In the units of its paths, 2000 at the most.' })
  width!: number;

  @Field(() => Int, { description: 'In the units of its paths, 2000 at the most.' })
  height!: number;

  @Field(() => [BoundaryShape], { description: 'In the order of codes.' })
  shapes!: BoundaryShape[];

  @Field(() => DateTimeScalar, { description: 'When it was put there.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Who put it there; null for the process.' })
  by!: string | null;
}

@InputType({ description: 'How one unit is drawn.' })
export class BoundaryShapeInput {
  @Field(() => ID, { description: 'The unit’s code; each once.' })
  unit!: string;

  @Field(() => String, { description: 'M, L and Z with whole numbers alone, within the drawing.' })
  path!: string;

  @Field(() => Int, { description: 'Where its mark stands, within the drawing.' })
  x!: number;

  @Field(() => Int, { description: 'Where its mark stands, within the drawing.' })
  y!: number;
}

@InputType({ description: 'A drawing of the province; all paths together 400,000 characters at the most.' })
export class BoundaryDrawingInput {
  @Field(() => String, { description: 'The name of the file that it was made from, 1 to 200 characters.' })
  name!: string;

  @Field(() => Int, { description: '1 to 2000.' })
  width!: number;

  @Field(() => Int, { description: '1 to 2000.' })
  height!: number;

  @Field(() => [BoundaryShapeInput], { description: 'One a unit, 1 to 1000.' })
  shapes!: BoundaryShapeInput[];

  @Field(() => Int, {
    nullable: true,
    description:
      'The version of the drawing that it takes the place of; none where there was none. Another one is a CONFLICT.',
  })
  expectedVersion?: number | null;
}
