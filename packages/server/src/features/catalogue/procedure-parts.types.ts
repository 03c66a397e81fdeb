import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A document that a dossier of the procedure consists of.' })
export class ProcedureDocument {
  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => Int, { nullable: true, description: 'How many copies; null where that is not said.' })
  copies!: number | null;

  @Field(() => String, { nullable: true, description: 'The SHA-256 of the file that is its form; null without one.' })
  file!: string | null;
}

@ObjectType({ description: 'What a file is that is kept here; GET /files/SHA256 gives it.' })
export class StoredFile {
  @Field(() => String, { description: 'What it is by its content: application/pdf.' })
  mediaType!: string;

  @Field(() => Int, { description: 'Its length in bytes.' })
  bytes!: number;
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

/** What a procedure and a draft of one say alike, besides name, field and tiers. */
@ObjectType()
export abstract class ProcedureDetails {
  @Field(() => String, { nullable: true, description: 'Cơ quan có thẩm quyền.' })
  authority!: string | null;

  @Field(() => [String], { description: 'Căn cứ pháp lý.' })
  legalBases!: string[];

  @Field(() => Float, { nullable: true, description: 'Working days, in halves.' })
  processingDays!: number | null;

  @Field(() => String, { nullable: true, description: 'Phí, lệ phí.' })
  fees!: string | null;

  @Field(() => [ProcedureDocument], { description: 'What a dossier consists of.' })
  documents!: ProcedureDocument[];

  @Field(() => [ProcedureLink], { description: 'Where it is found or carried out online.' })
  links!: ProcedureLink[];

  @Field(() => String, { nullable: true, description: 'Yêu cầu, điều kiện.' })
  conditions!: string | null;
}
