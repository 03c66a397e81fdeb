import { Field, InputType, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A document that a dossier of the procedure consists of.' })
export class ProcedureDocument {
  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => Int, { nullable: true, description: 'How many copies; null where that is not said.' })
  copies!: number | null;

  @Field(() => String, { nullable: true, description: 'The SHA-256 of the file that is its form; null without one.' })
  file!: string | null;
}

@ObjectType({ description: 'Where a procedure is found or carried out online.' })
export class ProcedureLink {
  @Field(() => String, { nullable: true, description: 'What it is called; null where only the address is known.' })
  title!: string | null;

  @Field(() => String, { description: 'An http or https address.' })
  url!: string;
}

@InputType({ description: 'A document that a dossier consists of.' })
export class ProcedureDocumentInput {
  @Field(() => String, { description: '1 to 2,000 characters.' })
  name!: string;

  @Field(() => Int, { nullable: true, description: '0 to 999.' })
  copies?: number | null;

  @Field(() => String, { nullable: true, description: 'The SHA-256 of a file that was uploaded.' })
  file?: string | null;
}

@InputType({ description: 'Where a procedure is found or carried out online.' })
export class ProcedureLinkInput {
  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' })
  title?: string | null;

  @Field(() => String, { description: 'An http or https address of at most 2,000 characters.' })
  url!: string;
}
