import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../app/connection.ts';
import { ServiceLevel, UnitKind } from '../../app/enums.ts';
import { DateScalar } from '../../app/scalars.ts';
import { ServiceListEntry } from './catalogue.types.ts';
import type { EntryOfSide } from '../rates/effect.queries.ts';
import type { Standing } from '../rates/effect.service.ts';

/** The procedures that differ, and their entries on both sides. */
export interface DifferingEntries {
  procedureIds: number[];
  before: EntryOfSide[];
  after: EntryOfSide[];
  /** On which side the list as it is stands. */
  standing: Standing;
}

@ObjectType({ description: 'How a list differs between two days, or by a decision.' })
export class ServiceListDiff {
  @Field(() => DateScalar, { description: 'The day of the one side.' })
  from!: string;

  @Field(() => DateScalar, { description: 'The day of the other side.' })
  to!: string;

  @Field(() => [ServiceListEntry], { description: 'What stands there only on the later side.' })
  added!: ServiceListEntry[];

  @Field(() => [ServiceListEntry], { description: 'What stood there only on the earlier side.' })
  removed!: ServiceListEntry[];

  @Field(() => [ServiceListEntry], { description: 'What stands there at another level than before.' })
  changed!: ServiceListEntry[];

  @Field(() => [ServiceListEntry], {
    description: 'For each of `changed`, in the same order, the entry on the earlier side.',
  })
  changedBefore!: ServiceListEntry[];

  listId!: number;
  differing!: DifferingEntries;
}

@ObjectType({ description: 'What an amendment would do, computed without changing anything and without a lock.' })
export class AmendmentPreview {
  @Field(() => ServiceListDiff, {
    description: 'The list on the effective day of the decision, with it and without it.',
  })
  difference!: ServiceListDiff;

  @Field(() => Int, { description: 'How many lines the decision is not yet known to say.' })
  lines!: number;
}

export enum CoverageKind {
  LISTED_WITHOUT_DOSSIER = 'LISTED_WITHOUT_DOSSIER',
  DOSSIERS_NOT_LISTED = 'DOSSIERS_NOT_LISTED',
  LISTED_NOT_IN_FORCE = 'LISTED_NOT_IN_FORCE',
}
registerEnumType(CoverageKind, {
  name: 'CoverageKind',
  description:
    'LISTED_WITHOUT_DOSSIER: stood on the list within the period, and no unit for which it holds received a dossier then. DOSSIERS_NOT_LISTED: received within the period, and on no list for the unit that day. LISTED_NOT_IN_FORCE: stands on the list on the last day, when the procedure is not in force.',
});

@ObjectType({ description: 'A procedure at a tier (or a unit that a line names) where list and dossiers do not meet.' })
export class CoverageRow {
  @Field(() => UnitKind, { description: 'PROVINCE, DISTRICT or COMMUNE.' })
  tier!: UnitKind;

  @Field(() => ServiceLevel, { nullable: true, description: 'Its level on the list; null for dossiers on no list.' })
  level!: ServiceLevel | null;

  @Field(() => Int, { description: 'How many dossiers there are: 0 but for DOSSIERS_NOT_LISTED.' })
  dossiers!: number;

  procedureId!: number;
  unitId!: number | null;
  key!: string;
}

export const CoverageConnection = connectionType('Coverage', CoverageRow);
