import {
  DIFFICULTY_ACTS,
  DIFFICULTY_CAUSES,
  DIFFICULTY_STATES,
  type DifficultyAct as ActName,
  type DifficultyCause as CauseName,
  type DifficultyState as StateName,
} from '@chi-tieu/shared/domain/difficulties/states';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../app/connection.ts';
import { named } from '../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../app/scalars.ts';
import { Unit } from '../units/units.types.ts';
import type { DifficultyRow, StepRow } from './difficulties.queries.ts';

export const DifficultyState = named(...DIFFICULTY_STATES);
export type DifficultyState = StateName;
export const DifficultyAct = named(...DIFFICULTY_ACTS);
export type DifficultyAct = ActName;
export const DifficultyCause = named(...DIFFICULTY_CAUSES);
export type DifficultyCause = CauseName;

registerEnumType(DifficultyState, {
  name: 'DifficultyState',
  description:
    'REPORTED: nobody owns it yet. TAKEN: a unit has to answer. ANSWERED: it did. CLOSED: it is done with. One that is joined follows the one at the head.',
});
registerEnumType(DifficultyAct, {
  name: 'DifficultyAct',
  description:
    'TAKEN: a unit owns it from then on. NOTED: somebody said more. JOINED: it follows another one; PARTED: no longer.',
});
registerEnumType(DifficultyCause, {
  name: 'DifficultyCause',
  description:
    'SYSTEM: software and connections. REGULATION: what rules and procedures ask. PEOPLE: too few, or not trained. EQUIPMENT: devices, lines. CITIZENS: what people and firms have and know. DATA: missing, wrong or not shared. COOPERATION: between units.',
});

@ObjectType({ description: 'What keeps a unit from what it should do.' })
export class Difficulty {
  @Field(() => ID, { description: 'Its number, by which people call it.' })
  id!: string;

  @Field(() => Int, { description: 'Grows with each step: what steps expect.' })
  version!: number;

  @Field(() => DifficultyState, { description: 'Where it stands.' })
  state!: StateName;

  @Field(() => String, { description: 'What the unit says.' })
  text!: string;

  @Field(() => DifficultyCause, { description: 'Why, as its unit sees it.' })
  cause!: CauseName;

  @Field(() => DateScalar, { description: 'When it was reported.' })
  reportedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'When it was closed.' })
  closedOn!: string | null;

  @Field(() => Int, { description: 'How many days it has stood: until today, or until it was closed.' })
  age!: number;

  @Field(() => String, { nullable: true, description: 'Who reported it.' })
  by!: string | null;

  @Field(() => Int, { description: 'How often it was opened again.' })
  reopened!: number;

  @Field(() => Boolean, { description: 'It is joined to another one, whose state and answers are its own.' })
  joined!: boolean;

  row!: DifficultyRow;
}

@ObjectType({ description: 'What was done about a difficulty.' })
export class DifficultyStep {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => DifficultyAct, { description: 'What.' })
  act!: ActName;

  @Field(() => String, { nullable: true, description: 'What was said with it.' })
  text!: string | null;

  @Field(() => String, { nullable: true, description: 'By whom.' })
  by!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => Boolean, { description: 'Read among those who handle it alone.' })
  amongHandlers!: boolean;

  @Field(() => Boolean, { description: 'It was done about the one that this one is joined to.' })
  ofHead!: boolean;

  @Field(() => ID, { nullable: true, description: 'The number of the one that it was joined to, or parted from.' })
  other!: string | null;

  row!: StepRow;
}

@ObjectType({ description: 'How many difficulties are in a state.' })
export class DifficultyCount {
  @Field(() => DifficultyState, { description: 'The state.' })
  state!: StateName;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

export const DifficultyConnection = connectionType('Difficulty', Difficulty);

@ObjectType({ description: 'One difficulty in a synthesis, with all that are joined to it.' })
export class DifficultySynthesisEntry {
  @Field(() => Difficulty, { description: 'The one that the others are joined to.' })
  difficulty!: Difficulty;

  @Field(() => DifficultyState, { description: 'How it stood at the end of the period.' })
  state!: StateName;

  @Field(() => Int, { description: 'How often it was reported.' })
  reports!: number;

  @Field(() => [Unit], { description: 'The units that have it, those that live.' })
  units!: Unit[];

  @Field(() => Int, {
    nullable: true,
    description:
      'Dossiers received in the period that it touches, each once; null where it is tied to no procedure and no source, or a source ties it to more than are counted.',
  })
  dossiers!: number | null;

  @Field(() => Int, { description: 'Of the oldest report, in days.' })
  age!: number;
}

@ObjectType({ description: 'Difficulties of one cause.' })
export class DifficultySynthesisGroup {
  @Field(() => DifficultyCause, { description: 'The cause of those that others are joined to.' })
  cause!: CauseName;

  @Field(() => Int, { description: 'How many difficulties, joined ones as one.' })
  count!: number;

  @Field(() => Int, { description: 'How many of these are not closed.' })
  open!: number;

  @Field(() => Int, { description: 'How many reports.' })
  reports!: number;

  @Field(() => Int, { description: 'How many units have any of them.' })
  unitCount!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Dossiers received in the period that they touch, each once; null where none is tied to any, or a source ties them to more than are counted.',
  })
  dossiers!: number | null;

  @Field(() => Int, { description: 'Of the oldest report, in days.' })
  age!: number;

  @Field(() => [DifficultySynthesisEntry], { description: 'Those that most units have first; fifty at most.' })
  entries!: DifficultySynthesisEntry[];
}

@ObjectType({ description: 'What stood in the way in a period, by cause, as it stood at its end.' })
export class DifficultySynthesis {
  @Field(() => DateScalar, { description: 'First day.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Last day.' })
  to!: string;

  @Field(() => Int, { description: 'How many reports stood at any time of it.' })
  reports!: number;

  @Field(() => [DifficultySynthesisGroup], { description: 'The cause that most units name first.' })
  groups!: DifficultySynthesisGroup[];
}

@InputType({ description: 'What a unit reports.' })
export class DifficultyInput {
  @Field(() => ID, { description: "The unit's code: one that there is today." })
  unit!: string;

  @Field(() => String, {
    description: 'What keeps it: at most 2,000 characters, without numbers of citizens and codes of dossiers.',
  })
  text!: string;

  @Field(() => DifficultyCause, { description: 'Why.' })
  cause!: CauseName;

  @Field(() => ID, { nullable: true, description: "The procedure's code that it is about." })
  procedure?: string | null;

  @Field(() => ID, { nullable: true, description: "The indicator's code that it is about." })
  indicator?: string | null;

  @Field(() => ID, { nullable: true, description: 'The id of the source of dossiers that it is about.' })
  source?: string | null;
}
