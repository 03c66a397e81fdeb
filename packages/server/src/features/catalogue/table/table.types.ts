import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ServiceLevel, UnitKind } from '../../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../../app/scalars.ts';
import type { ForceState } from './filter.ts';
import { SORTS, type SortColumn } from './sorting.ts';

const FORCE_STATES: Readonly<Record<ForceState, ForceState>> = {
  IN_FORCE: 'IN_FORCE',
  NOT_YET: 'NOT_YET',
  NO_LONGER: 'NO_LONGER',
};
const SORT_COLUMNS = Object.fromEntries(SORTS.map((name) => [name, name])) as Record<SortColumn, SortColumn>;

registerEnumType(FORCE_STATES, {
  name: 'ForceState',
  description: 'How a procedure stands on a day. NOT_YET: it will be in force from a later day. NO_LONGER: neither.',
});
registerEnumType(SORT_COLUMNS, {
  name: 'ProcedureSortColumn',
  description:
    'What a list of procedures is sorted by: texts as Vietnamese is sorted, LEVEL by the highest level on any list on the day.',
});

@InputType({ description: 'How procedures stand on a day: { states: [IN_FORCE], on: "2022-07-01" }.' })
export class ForceConditionInput {
  @Field(() => [FORCE_STATES], { description: 'Any of these; at least one.' })
  states!: ForceState[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day; the one as of which the list is read unless given.',
  })
  on?: string | null;
}

@InputType({ description: 'Stands on a list on a day: { list: "QD402", levels: [LEVEL_4], on: "2022-12-31" }.' })
export class ListConditionInput {
  @Field(() => ID, { nullable: true, description: "A list's code; any list unless given." })
  list?: string | null;

  @Field(() => [ServiceLevel], { nullable: true, description: 'At any of these levels; at any unless given.' })
  levels?: ServiceLevel[] | null;

  @Field(() => [UnitKind], { nullable: true, description: 'For any of these tiers; for any unless given.' })
  tiers?: UnitKind[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day; the one as of which the list is read unless given.',
  })
  on?: string | null;
}

@InputType({
  description: 'Has dossiers received in a period: { from: "2022-01-01", to: "2022-12-31", unit: "164", least: 10 }.',
})
export class DossierConditionInput {
  @Field(() => DateScalar, { description: 'The first day of the period.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Its last day.' })
  to!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "A unit's code: received by it, by what lies below it, or by what these succeeded; anywhere unless given.",
  })
  unit?: string | null;

  @Field(() => Int, { nullable: true, description: 'So many at least; 1 unless given.' })
  least?: number | null;
}

@InputType({
  description:
    'What procedures are asked for: all that is given has to hold, at most 50 conditions. An empty list asks for nothing. { or: [{ hasField: false }, { hasTier: false }], not: { onList: { list: "QD402" } } }',
})
export class ProcedureFilter {
  @Field(() => [ProcedureFilter], { nullable: true, description: 'All of these hold.' })
  and?: ProcedureFilter[] | null;

  @Field(() => [ProcedureFilter], { nullable: true, description: 'One of these holds at least.' })
  or?: ProcedureFilter[] | null;

  @Field(() => ProcedureFilter, { nullable: true, description: 'This does not hold.' })
  not?: ProcedureFilter | null;

  @Field(() => [ID], { nullable: true, description: 'One of these national codes, at most 5,000: ["2.000815"].' })
  codes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'In one of these fields, as they are written: ["Hộ tịch"].' })
  fields?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it has a field.' })
  hasField?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'One of these authorities, as they are written.' })
  authorities?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it has an authority.' })
  hasAuthority?: boolean | null;

  @Field(() => [UnitKind], { nullable: true, description: 'Carried out at one of these tiers: [COMMUNE].' })
  tiers?: UnitKind[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is carried out at any tier.' })
  hasTier?: boolean | null;

  @Field(() => Float, { nullable: true, description: 'So many working days at least.' })
  leastDays?: number | null;

  @Field(() => Float, { nullable: true, description: 'So many working days at the most.' })
  mostDays?: number | null;

  @Field(() => ForceConditionInput, { nullable: true, description: 'How it stands on a day.' })
  force?: ForceConditionInput | null;

  @Field(() => ListConditionInput, { nullable: true, description: 'It stands on a list.' })
  onList?: ListConditionInput | null;

  @Field(() => DossierConditionInput, { nullable: true, description: 'It has dossiers.' })
  dossiers?: DossierConditionInput | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Something of it was changed after this instant.' })
  changedSince?: Date | null;
}

@InputType({
  description: 'What a list is sorted by: { by: NAME, descending: true }. What has no value comes last either way.',
})
export class ProcedureSort {
  @Field(() => SORT_COLUMNS, { description: 'The column.' })
  by!: SortColumn;

  @Field(() => Boolean, { nullable: true, description: 'The largest first.' })
  descending?: boolean | null;
}

@ObjectType({ description: 'How many procedures have a value.' })
export class ValueCount {
  @Field(() => String, { nullable: true, description: 'The value as it is written; null: without one.' })
  value!: string | null;

  @Field(() => Int, { description: 'How many procedures.' })
  count!: number;
}

@ObjectType({ description: 'How many procedures are carried out at a tier.' })
export class TierCount {
  @Field(() => UnitKind, { nullable: true, description: 'PROVINCE, DISTRICT or COMMUNE; null: at none.' })
  tier!: UnitKind | null;

  @Field(() => Int, { description: 'How many procedures.' })
  count!: number;
}

@ObjectType({ description: 'How many procedures stand so on the day.' })
export class ForceCount {
  @Field(() => FORCE_STATES, { description: 'How they stand.' })
  state!: ForceState;

  @Field(() => Int, { description: 'How many procedures.' })
  count!: number;
}

@ObjectType({ description: 'How many procedures stand on a list at a level on the day.' })
export class ListCount {
  @Field(() => ID, { nullable: true, description: "The list's code; null: on no list." })
  list!: string | null;

  @Field(() => ServiceLevel, { nullable: true, description: 'The level; null: on no list.' })
  level!: ServiceLevel | null;

  @Field(() => Int, { description: 'How many procedures; one with several tiers counts once.' })
  count!: number;
}
