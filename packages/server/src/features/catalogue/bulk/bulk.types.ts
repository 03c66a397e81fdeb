import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { UnitKind } from '../../../app/enums.ts';
import { DateScalar } from '../../../app/scalars.ts';
import { CatalogueStep } from '../history.types.ts';
import { ProcedureLinkInput } from '../procedure-parts.types.ts';
import { ProcedureFilter } from '../table/table.types.ts';
import { BULK_PARTS, type BulkPart } from './bulk-changes.ts';

const PARTS = Object.fromEntries(BULK_PARTS.map((name) => [name, name])) as Record<BulkPart, BulkPart>;
registerEnumType(PARTS, { name: 'BulkPart', description: 'What of procedures a step changes.' });

@InputType({
  description: 'Which procedures: { codes: ["2.000815"] } or { filter: { hasField: false }, search: "khai sinh" }.',
})
export class ProcedureSelectionInput {
  @Field(() => [ID], { nullable: true, description: 'National codes, at most 5,000.' })
  codes?: string[] | null;

  @Field(() => ProcedureFilter, { nullable: true, description: 'What the filter finds today; not beside codes.' })
  filter?: ProcedureFilter | null;

  @Field(() => String, { nullable: true, description: 'Of these only what has the words, as in `procedures`.' })
  search?: string | null;
}

@InputType({
  description: 'What is changed of each: { field: "Hộ tịch", addTiers: [COMMUNE] }. What is not given stays.',
})
export class ProcedureChangesInput {
  @Field(() => String, { nullable: true, description: 'The field; null takes it away.' })
  field?: string | null;

  @Field(() => String, { nullable: true, description: 'The authority; null takes it away.' })
  authority?: string | null;

  @Field(() => Float, { nullable: true, description: 'Working days, in halves; null takes them away.' })
  processingDays?: number | null;

  @Field(() => [UnitKind], { nullable: true, description: 'PROVINCE, DISTRICT, COMMUNE: at these too.' })
  addTiers?: UnitKind[] | null;

  @Field(() => [UnitKind], { nullable: true, description: 'At these no more.' })
  removeTiers?: UnitKind[] | null;

  @Field(() => [ProcedureLinkInput], { nullable: true, description: 'Added where the address is not there yet.' })
  addLinks?: ProcedureLinkInput[] | null;

  @Field(() => [String], { nullable: true, description: 'Added where they are not there yet.' })
  addLegalBases?: string[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day in force, of those that do not end before; the period that is shown is stated anew.',
  })
  inForceTo?: string | null;
}

@ObjectType({ description: 'What one part of a change comes to.' })
export class BulkPartCount {
  @Field(() => PARTS, { description: 'What is changed.' })
  part!: BulkPart;

  @Field(() => Int, { description: 'Of so many procedures it changes.' })
  changed!: number;

  @Field(() => Int, { description: 'So many are so already.' })
  already!: number;

  @Field(() => Int, {
    description: 'Of so many it cannot be changed: they begin after the last day, or have 200 already.',
  })
  impossible!: number;
}

@ObjectType({ description: 'What a change of many procedures does, or would do.' })
export class BulkEdit {
  @Field(() => Int, { description: 'How many procedures were selected.' })
  selected!: number;

  @Field(() => Int, { description: 'How many of them change.' })
  changed!: number;

  @Field(() => Int, { description: 'How many stay as they are.' })
  unchanged!: number;

  @Field(() => [BulkPartCount], { description: 'The same by each part that was asked for.' })
  parts!: BulkPartCount[];

  @Field(() => [ID], { description: 'Codes of those of which a part cannot be changed, twenty at most.' })
  impossible!: string[];

  @Field(() => String, { description: 'Does the same to exactly these procedures in these versions.' })
  token!: string;

  @Field(() => CatalogueStep, {
    nullable: true,
    description: 'The step, which can be undone; null where nothing changed.',
  })
  step!: CatalogueStep | null;
}
