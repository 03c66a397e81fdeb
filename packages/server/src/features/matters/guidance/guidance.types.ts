import {
  GUIDANCE_STATES,
  RECEIPT_STATES,
  type GuidanceState as StateName,
  type ReceiptState as ReceiptName,
} from '@chi-tieu/shared/domain/matters/guidance';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../../app/connection.ts';
import { named, UnitKind } from '../../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../../app/scalars.ts';
import { Unit } from '../../units/units.types.ts';
import { MatterFileInput, MatterMessages } from '../log/log.types.ts';
import type { GuidanceRow, QuestionRow } from './guidance.queries.ts';

export const GuidanceState = named(...GUIDANCE_STATES);
export type GuidanceState = StateName;
export const ReceiptState = named(...RECEIPT_STATES);
export type ReceiptState = ReceiptName;

registerEnumType(GuidanceState, { name: 'GuidanceState', description: 'Guidance holds until it is withdrawn.' });
registerEnumType(ReceiptState, {
  name: 'ReceiptState',
  description:
    'TO_ACKNOWLEDGE: the edition that holds is to be taken note of. OVERDUE: the day of it is over. ACKNOWLEDGED. NOT_NEEDED: the guidance was withdrawn.',
});

@ObjectType({ description: 'How receivers within reach stand to guidance.' })
export class GuidanceReceipts {
  @Field(() => Int, { description: 'How many were told.' })
  told!: number;

  @Field(() => Int, { description: 'How many took note of the edition that holds.' })
  acknowledged!: number;

  @Field(() => Int, { description: 'How many did not, though the day is over.' })
  overdue!: number;
}

@ObjectType({ description: 'A unit that guidance was sent to.' })
export class GuidanceReceiver {
  @Field(() => Unit, { nullable: true, description: 'The unit, as it is today, or was at its end.' })
  unit!: Unit | null;

  @Field(() => ReceiptState, { description: 'How it stands today.' })
  state!: ReceiptName;

  @Field(() => Int, { description: 'The last edition that it took note of; 0: none.' })
  edition!: number;

  @Field(() => DateScalar, { nullable: true, description: 'When it took note of that one.' })
  acknowledgedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Who took note for it.' })
  by!: string | null;

  @Field(() => Boolean, { description: 'The caller speaks for it: takes note, and asks.' })
  answers!: boolean;

  @Field(() => [MatterMessages], {
    description: 'How many messages tell it of the guidance, as far as the caller sees messages to that unit.',
  })
  messages!: MatterMessages[];
}

@ObjectType({ description: 'An answer about guidance that another one replaced.' })
export class GuidanceAnswer {
  @Field(() => Int, { description: 'Its number among the answers to the question, from 1.' })
  edition!: number;

  @Field(() => String, { description: 'What was answered.' })
  text!: string;

  @Field(() => DateScalar, { description: 'When.' })
  answeredOn!: string;

  @Field(() => Boolean, { description: 'It was told to all receivers.' })
  public!: boolean;
}

@ObjectType({ description: 'A question about guidance.' })
export class GuidanceQuestion {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Int, { description: 'How often it was answered, and 1: what the next answer expects.' })
  version!: number;

  @Field(() => String, { description: 'What was asked.' })
  text!: string;

  @Field(() => DateScalar, { description: 'When.' })
  askedOn!: string;

  @Field(() => String, { nullable: true, description: 'The answer.' })
  answer!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was answered last.' })
  answeredOn!: string | null;

  @Field(() => Boolean, { description: 'All receivers read it.' })
  public!: boolean;

  @Field(() => [GuidanceAnswer], {
    description: 'The answers before, what the caller may read of them, the latest first.',
  })
  earlier!: GuidanceAnswer[];

  @Field(() => Unit, {
    nullable: true,
    description:
      'Who asked; null where the caller neither gives the guidance nor speaks for or watches over the asker.',
  })
  unit!: Unit | null;

  row!: QuestionRow;
}

@ObjectType({ description: 'An edition of guidance.' })
export class GuidanceEdition {
  @Field(() => Int, { description: 'Its number, from 1.' })
  edition!: number;

  @Field(() => String, { nullable: true, description: 'The number of the document.' })
  number!: string | null;

  @Field(() => DateScalar, { description: 'The day of the document.' })
  dated!: string;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What it says.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'What it changes; null of the first.' })
  reason!: string | null;

  @Field(() => DateScalar, { description: 'Until when receivers take note of it.' })
  acknowledgeBy!: string;

  @Field(() => String, { nullable: true, description: 'Who gave it.' })
  by!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;
}

@ObjectType({ description: 'Guidance: a document that is sent to units, which take note of it and ask about it.' })
export class Guidance {
  @Field(() => ID, { description: 'Its number, by which people call it.' })
  id!: string;

  @Field(() => Int, { description: 'Grows with each edition and as it is withdrawn: what these expect.' })
  version!: number;

  @Field(() => GuidanceState, { description: 'Whether it holds.' })
  state!: StateName;

  @Field(() => Int, { description: 'The edition that holds.' })
  edition!: number;

  @Field(() => String, { nullable: true, description: 'The number of the document.' })
  number!: string | null;

  @Field(() => DateScalar, { description: 'The day of the document.' })
  dated!: string;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What it says.' })
  text!: string;

  @Field(() => DateScalar, { description: 'Until when receivers take note of it.' })
  acknowledgeBy!: string;

  @Field(() => DateScalar, { nullable: true, description: 'When it was withdrawn.' })
  withdrawnOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Who gave this edition.' })
  by!: string | null;

  @Field(() => DateTimeScalar, { description: 'When this edition was given.' })
  at!: Date;

  row!: GuidanceRow;
}

@ObjectType({ description: 'Whom guidance would be sent to.' })
export class GuidanceForeseen {
  @Field(() => Int, { description: 'How many units would be told.' })
  told!: number;

  @Field(() => [Unit], { description: 'Those of them where nobody who has an account may take note, 20 at most.' })
  mute!: Unit[];

  @Field(() => Int, { description: 'How many these are.' })
  muteCount!: number;
}

export const GuidanceConnection = connectionType('Guidance', Guidance);

@InputType({ description: 'Whom guidance would be sent to, by whom.' })
export class GuidanceReceiversInput {
  @Field(() => ID, { description: 'The code of the unit in whose name it would be given.' })
  leadUnit!: string;

  @Field(() => [ID], { nullable: true, description: 'As `GuidanceInput.units`.' })
  units?: string[] | null;

  @Field(() => Boolean, { defaultValue: false, description: 'As `GuidanceInput.withBelow`.' })
  withBelow!: boolean;

  @Field(() => UnitKind, { nullable: true, description: 'As `GuidanceInput.kind`.' })
  kind?: UnitKind | null;

  @Field(() => ID, { nullable: true, description: 'As `GuidanceInput.under`.' })
  under?: string | null;
}

@InputType({ description: 'Guidance as it is given.' })
export class GuidanceInput {
  @Field(() => ID, { description: 'The code of the unit in whose name it is given.' })
  leadUnit!: string;

  @Field(() => String, { nullable: true, description: 'The number of the document, at most 100 characters.' })
  number?: string | null;

  @Field(() => DateScalar, { description: 'The day of the document: not one to come.' })
  dated!: string;

  @Field(() => String, { description: 'What it is called, at most 300 characters.' })
  title!: string;

  @Field(() => String, {
    description: 'What it says: at most 2,000 characters, without numbers of citizens and codes of dossiers.',
  })
  text!: string;

  @Field(() => DateScalar, { description: 'Until when receivers take note of it: today or later.' })
  acknowledgeBy!: string;

  @Field(() => [ID], { nullable: true, description: 'Codes of units that it is sent to.' })
  units?: string[] | null;

  @Field(() => Boolean, { defaultValue: false, description: 'It is sent to all that lie below `units` too.' })
  withBelow!: boolean;

  @Field(() => UnitKind, {
    nullable: true,
    description: 'It is sent to all units of this kind too, below `under` where that is told.',
  })
  kind?: UnitKind | null;

  @Field(() => ID, {
    nullable: true,
    description: 'It is sent to all units below this one too, of `kind` where that is told.',
  })
  under?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Codes of procedures that it is about.' })
  procedures?: string[] | null;

  @Field(() => [MatterFileInput], {
    nullable: true,
    description: 'Its files, 10 at most. Of another edition: left out it has those of the one before.',
  })
  files?: MatterFileInput[] | null;
}
