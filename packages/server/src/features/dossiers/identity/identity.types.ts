import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Gone } from '@chi-tieu/shared/domain/eligibility';
import type { LikenessGround as Ground } from '@chi-tieu/shared/domain/identity/same-dossier';
import { BatchKind, Channel } from '../../../app/enums.ts';
import { DateTimeScalar } from '../../../app/scalars.ts';
import { DossierGone, DossierStepAsked, DossierStepKind, LikenessGround } from './identity.enums.ts';
import { DossierField } from '../../figures/figures.types.ts';
import type { StepKind } from './lines.queries.ts';
import type { DossierFile } from './record.service.ts';

/** What a version says, or a source. */
@ObjectType()
abstract class SaidOfDossier {
  @Field(() => Channel, { description: 'How it came.' })
  channel!: Channel;

  @Field(() => Int, { description: "The one-stop system's status, 1 to 10." })
  status!: number;

  @Field(() => String, { description: 'The status in words.' })
  statusText!: string;

  @Field(() => DateTimeScalar, { description: 'When it was received.' })
  receivedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the result is due, where told.' })
  dueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was resolved.' })
  finishedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the result was returned.' })
  returnedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When this was stored.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'What the source is called whose word it is; null: a person’s.' })
  source!: string | null;

  unitId!: number;
  procedureId!: number;
  receivedDay!: string;
}

@ObjectType({ description: 'A dossier as it was known from one instant to another, and whence that came.' })
export class DossierVersion extends SaidOfDossier {
  @Field(() => Int, { description: 'Its number, from 1.' })
  version!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it was known so; null: it stands.' })
  until!: Date | null;

  @Field(() => DossierGone, { nullable: true, description: 'Why it counted nowhere; null: it was not gone.' })
  gone!: Gone | null;

  @Field(() => [DossierField], { description: 'What is different from the version before.' })
  changed!: DossierField[];

  @Field(() => String, { nullable: true, description: 'Whose account brought it; null for the system itself.' })
  by!: string | null;

  @Field(() => ID, { description: 'The import, or the receipt of the decision, that brought it.' })
  batch!: string;

  @Field(() => BatchKind, { description: 'What kind of import that was.' })
  batchKind!: BatchKind;

  @Field(() => String, { nullable: true, description: "The file's name, where there was one." })
  batchName!: string | null;

  @Field(() => Boolean, { description: 'Made for demonstration.' })
  made!: boolean;

  @Field(() => DossierStepKind, { nullable: true, description: 'The decision that made it; null: none, data came.' })
  step!: StepKind | null;

  @Field(() => String, { nullable: true, description: 'The code of the other dossier of that decision.' })
  stepOther!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was decided.' })
  reason!: string | null;
}

@ObjectType({ description: 'What a source said last of a dossier, believed or not.' })
export class DossierStatement extends SaidOfDossier {
  @Field(() => ID, { description: 'The source.' })
  sourceId!: string;

  @Field(() => String, { description: 'The code that the source writes, in its comparable form.' })
  code!: string;

  @Field(() => Boolean, {
    description: 'Whether it came to stand when it was said: no source of a better rank had spoken.',
  })
  believed!: boolean;

  @Field(() => Boolean, { description: 'Whether the source has not got it any more.' })
  isGone!: boolean;

  @Field(() => [DossierField], { description: 'What is different from what stands.' })
  differs!: DossierField[];
}

@ObjectType({ description: 'A code whose rows are taken for a dossier.' })
export class TakenCode {
  @Field(() => String, { description: 'The code, in its comparable form.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'Of this source alone; null: whoever sends it.' })
  source!: string | null;
}

@ObjectType({ description: 'A dossier that may be the same one.' })
export class LikelyDossier {
  @Field(() => ID, { description: 'Its code.' })
  code!: string;

  @Field(() => String, { description: 'Its status in words.' })
  statusText!: string;

  @Field(() => Channel, { description: 'How it came.' })
  channel!: Channel;

  @Field(() => DateTimeScalar, { description: 'When it was received.' })
  receivedAt!: Date;

  @Field(() => [LikenessGround], { description: 'Why it may be the same, the strongest ground first.' })
  grounds!: Ground[];
}

@ObjectType({
  description: 'All that is known of one dossier: its versions, what sources say of it, which codes are it.',
})
export class DossierRecord {
  @Field(() => ID, { description: 'Its code as it was received.' })
  code!: string;

  @Field(() => DossierGone, { nullable: true, description: 'Why it counts nowhere; null: it is not gone.' })
  gone!: Gone | null;

  @Field(() => String, { nullable: true, description: 'The code from which it was split off for one source.' })
  splitFrom!: string | null;

  @Field(() => [DossierVersion], { description: 'All versions that are kept, the newest first; the first one stands.' })
  versions!: DossierVersion[];

  file!: DossierFile;
}

@InputType({ description: 'What is decided of a dossier.' })
export class DossierStepInput {
  @Field(() => DossierStepAsked, { description: 'What is decided.' })
  kind!: DossierStepAsked;

  @Field(() => ID, { description: "The dossier's code." })
  code!: string;

  @Field(() => ID, { nullable: true, description: 'With MERGE: the code of the dossier that it is.' })
  into?: string | null;

  @Field(() => ID, { nullable: true, description: 'With SPLIT: the source whose rows are another dossier.' })
  source?: string | null;
}
