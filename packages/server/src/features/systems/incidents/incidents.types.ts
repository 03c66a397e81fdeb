import {
  INCIDENT_ACTS,
  INCIDENT_LEVELS,
  INCIDENT_STATES,
  type IncidentAct as ActName,
  type IncidentLevel as LevelName,
  type IncidentState as StateName,
} from '@chi-tieu/shared/domain/connected/incidents';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { named } from '../../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../../app/scalars.ts';
import type { IncidentRow } from './incidents.queries.ts';

export const IncidentLevel = named(...INCIDENT_LEVELS);
export type IncidentLevel = LevelName;
export const IncidentAct = named(...INCIDENT_ACTS);
export type IncidentAct = ActName;
export const IncidentState = named(...INCIDENT_STATES);
export type IncidentState = StateName;

registerEnumType(IncidentLevel, {
  name: 'IncidentLevel',
  description:
    'By Decision 05/2017/QĐ-TTg. SERIOUS (Article 9): of a system of level 4 or 5 or of national importance, and beyond what its operator can handle. ORDINARY: all others.',
});
registerEnumType(IncidentAct, {
  name: 'IncidentAct',
  description:
    'MEASURE: what was done. REPORTED: who was told. LEVEL_CHANGED: it is graver, or less. NOTED: more is said.',
});
registerEnumType(IncidentState, { name: 'IncidentState', description: 'OPEN until it is closed.' });

const TEXT = 'At most 2,000 characters, without numbers of citizens and codes of dossiers.';

@ObjectType({ description: 'An incident of information security.' })
export class SecurityIncident {
  @Field(() => ID, { description: 'Its number.' })
  id!: string;

  @Field(() => Int, { description: 'Grows with each step: what steps expect.' })
  version!: number;

  @Field(() => IncidentLevel, { description: 'How grave it is.' })
  level!: LevelName;

  @Field(() => Boolean, {
    description: 'It is called serious, and its system is of a level below 4: somebody should look again.',
  })
  levelDoubtful!: boolean;

  @Field(() => IncidentState, { description: 'Where it stands.' })
  state!: StateName;

  @Field(() => String, { description: 'What happened.' })
  text!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it happened; null where that is not known.' })
  happenedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When it was noticed.' })
  noticedAt!: Date;

  @Field(() => DateScalar, {
    description:
      'Until when it has to be told of: five days after it was noticed (Circular 20/2017/TT-BTTTT, Article 9).',
  })
  reportBy!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was told of first.' })
  reportedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed.' })
  closedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who recorded it.' })
  by!: string | null;

  @Field(() => [IncidentAct], { description: 'What may be done about it as it stands, by who may.' })
  possible!: ActName[];

  row!: IncidentRow;
}

@ObjectType({ description: 'What was done about an incident.' })
export class SecurityIncidentStep {
  @Field(() => ID, { description: 'Its number.' })
  id!: string;

  @Field(() => IncidentAct, { description: 'What.' })
  act!: ActName;

  @Field(() => String, { nullable: true, description: 'What was said with it.' })
  text!: string | null;

  @Field(() => String, { nullable: true, description: 'Of REPORTED: who was told.' })
  toldTo!: string | null;

  @Field(() => IncidentLevel, { nullable: true, description: 'Of LEVEL_CHANGED: how grave it is from then on.' })
  level!: LevelName | null;

  @Field(() => DateTimeScalar, { description: 'When it was done.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Who wrote it.' })
  by!: string | null;
}

@InputType({ description: 'What happened to a system.' })
export class IncidentInput {
  @Field(() => ID, { description: "The system's number." })
  system!: string;

  @Field(() => IncidentLevel, { description: 'How grave it is.' })
  level!: LevelName;

  @Field(() => String, { description: `What happened. ${TEXT}` })
  text!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it happened; not known unless told.' })
  happenedAt?: Date | null;

  @Field(() => DateTimeScalar, { description: 'When it was noticed.' })
  noticedAt!: Date;

  @Field(() => String, { nullable: true, description: `What was done at once. ${TEXT}` })
  measures?: string | null;
}

@InputType({ description: 'What is done about an incident.' })
export class IncidentStepInput {
  @Field(() => ID, { description: 'Its number.' })
  incident!: string;

  @Field(() => IncidentAct, { description: 'What is done.' })
  act!: ActName;

  @Field(() => String, { nullable: true, description: `What is said with it; needed but for REPORTED. ${TEXT}` })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'Of REPORTED: who was told; at most 300 characters.' })
  toldTo?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was done; now unless told.' })
  at?: Date | null;

  @Field(() => IncidentLevel, { nullable: true, description: 'Of LEVEL_CHANGED: how grave it is.' })
  level?: LevelName | null;

  @Field(() => Int, { description: 'The version that was looked at; another one is a CONFLICT.' })
  expectedVersion!: number;
}
