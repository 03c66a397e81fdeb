import { Field, ID, ObjectType } from 'type-graphql';
import type { UnitTree, UnitVersionRow } from '@chi-tieu/shared/domain/unit-tree';
import { connectionType } from '../../app/connection.ts';
import { UnitKind } from '../../app/enums.ts';
import { DateScalar } from '../../app/scalars.ts';
import type { UnitOnDay } from './units.service.ts';

@ObjectType({ description: 'A province, department, district or commune, as it was on one day.' })
export class Unit {
  @Field(() => ID, {
    description: 'The identity behind all versions; stays the same when name, code or parent change.',
  })
  id!: string;

  @Field(() => ID, { description: "The statistics office's code, or one of our own for departments." })
  code!: string;

  @Field(() => String, { description: 'Its name on that day, without its official form.' })
  name!: string;

  @Field(() => String, { description: 'Its official form: Tỉnh, Sở, Thành phố, Huyện, Xã, Phường, Thị trấn.' })
  type!: string;

  @Field(() => UnitKind, { description: 'PROVINCE, DEPARTMENT, DISTRICT or COMMUNE.' })
  kind!: UnitKind;

  @Field(() => DateScalar, { nullable: true, description: 'The first day of this version; null when it is not known.' })
  validFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day of this version; null while it lasts.' })
  validTo!: string | null;

  unitId!: number;
  tree!: UnitTree;
  on!: string;
}

/** The unit of a day as GraphQL shows it. */
export function showUnit({ version, tree, on }: UnitOnDay): Unit {
  return {
    id: String(version.unitId),
    code: version.code,
    name: version.name,
    type: version.type,
    kind: version.kind,
    validFrom: version.from,
    validTo: version.to,
    unitId: version.unitId,
    tree,
    on,
  };
}

/** Another unit of the same day's tree. */
export function showNeighbour(unit: Unit, version: UnitVersionRow): Unit {
  return showUnit({ version, tree: unit.tree, on: unit.on });
}

export const UnitConnection = connectionType('Unit', Unit);

@ObjectType({ description: 'What a unit was called and where it belonged, from a day to a day.' })
export class UnitVersion {
  @Field(() => ID, { description: 'Its code then.' })
  code!: string;

  @Field(() => String, { description: 'Its name then.' })
  name!: string;

  @Field(() => String, { description: 'Its official form then.' })
  type!: string;

  @Field(() => UnitKind, { description: 'What it was then.' })
  kind!: UnitKind;

  @Field(() => Unit, { nullable: true, description: 'The unit above it then; null for the province.' })
  parent!: Unit | null;

  @Field(() => DateScalar, { nullable: true, description: 'The first day; null when it is not known.' })
  validFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day; null while it lasts.' })
  validTo!: string | null;

  @Field(() => String, { description: 'The resolution or register that says so.' })
  source!: string;
}

@ObjectType({ description: 'A unit that came before or after another.' })
export class Succession {
  @Field(() => Unit, { description: 'The other unit, as it was nearest to that day.' })
  unit!: Unit;

  @Field(() => DateScalar, { description: 'The first day of the successor.' })
  on!: string;

  @Field(() => Boolean, { description: 'After a split: the one that carries on the figures.' })
  main!: boolean;

  @Field(() => String, { description: 'The resolution or register that says so.' })
  source!: string;
}
