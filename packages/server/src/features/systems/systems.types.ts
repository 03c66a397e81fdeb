import { OUTAGE_KINDS, type OutageKind as OutageKindName } from '@chi-tieu/shared/domain/connected/availability';
import {
  CHECK_OUTCOMES,
  SYSTEM_KINDS,
  SYSTEM_STATES,
  type CheckOutcome as OutcomeName,
  type SystemKind as KindName,
  type SystemState as StateName,
} from '@chi-tieu/shared/domain/connected/checks';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { named } from '../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../app/scalars.ts';
import type { SystemRow } from './systems.queries.ts';

export const SystemKind = named(...SYSTEM_KINDS);
export type SystemKind = KindName;
export const SystemState = named(...SYSTEM_STATES);
export type SystemState = StateName;
export const CheckOutcome = named(...CHECK_OUTCOMES);
export type CheckOutcome = OutcomeName;
export const OutageKind = named(...OUTAGE_KINDS);
export type OutageKind = OutageKindName;

registerEnumType(SystemKind, { name: 'SystemKind', description: 'What a connected system is.' });
registerEnumType(SystemState, {
  name: 'SystemState',
  description:
    'DOWN: an outage lasts. MAINTENANCE: it was planned. FAILING: the last check failed, and the one before did not. UP: the last check was answered. UNKNOWN: nobody looks, or looked for long.',
});
registerEnumType(CheckOutcome, {
  name: 'CheckOutcome',
  description:
    'OK: the expected status. REDIRECTED: elsewhere, which is not followed. REFUSED: nobody listens there. PRIVATE_ADDRESS: the server may not call there, which says nothing of the system.',
});
registerEnumType(OutageKind, {
  name: 'OutageKind',
  description: 'CHECKED: checks found it. REPORTED: somebody said so. MAINTENANCE: planned.',
});

@ObjectType({ description: 'A system that dossiers come from or citizens file with.' })
export class ConnectedSystem {
  @Field(() => ID, { description: 'Its number.' })
  id!: string;

  @Field(() => Int, { description: 'Grows with each change: what changes expect.' })
  version!: number;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => SystemKind, { description: 'What it is.' })
  kind!: KindName;

  @Field(() => Int, {
    nullable: true,
    description:
      'Security level of the information system by Decree 85/2016/NĐ-CP, 1 to 5; null where it is not known.',
  })
  securityLevel!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken away; null while it is kept.' })
  removedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'The address that is looked at; of one that holds a password or a key its host alone.',
  })
  address!: string | null;

  @Field(() => Boolean, { description: 'Whether it is looked at.' })
  checked!: boolean;

  @Field(() => Int, { description: 'How many minutes lie between two checks.' })
  everyMinutes!: number;

  @Field(() => Int, { description: 'The status of HTTP that it should answer with.' })
  expectedStatus!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it is looked at next.' })
  nextCheckAt!: Date | null;

  row!: SystemRow;
}

@ObjectType({ description: 'How a system stands now.' })
export class SystemStanding {
  @Field(() => SystemState, { description: 'How.' })
  state!: StateName;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when an outage or maintenance lasts.' })
  since!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when maintenance is planned.' })
  until!: Date | null;
}

@ObjectType({ description: 'The certificate that a system showed last.' })
export class SystemCertificate {
  @Field(() => DateTimeScalar, { description: 'From when it holds.' })
  notBefore!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when it holds.' })
  notAfter!: Date;

  @Field(() => Int, { description: 'Whole days until then; below 0 once it has ended.' })
  daysLeft!: number;

  @Field(() => [String], { description: 'The names that it is for; 20 at most.' })
  names!: string[];

  @Field(() => String, { description: 'Who issued it.' })
  issuer!: string;
}

@ObjectType({ description: 'One check.' })
export class SystemCheck {
  @Field(() => ID, { description: 'Its number.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => CheckOutcome, { description: 'What came of it.' })
  outcome!: OutcomeName;

  @Field(() => Int, { nullable: true, description: 'The status that was answered; null where nothing was.' })
  status!: number | null;

  @Field(() => Int, { description: 'How long it took, in milliseconds.' })
  ms!: number;

  @Field(() => Boolean, { description: 'It was planned to be down then.' })
  planned!: boolean;
}

@ObjectType({ description: 'How available a system was on a day or in a month: `answered` of `checks`.' })
export class SystemAvailability {
  @Field(() => DateScalar, { description: 'The day, or the first of the month.' })
  from!: string;

  @Field(() => Int, { description: 'Checks that were made, but those while it was planned to be down.' })
  checks!: number;

  @Field(() => Int, { description: 'How many of them were answered as expected.' })
  answered!: number;

  @Field(() => Int, { description: 'Minutes of outages, whoever found them, each minute once.' })
  downMinutes!: number;

  @Field(() => Int, { description: 'Minutes for which it was planned to be down.' })
  plannedMinutes!: number;
}

@ObjectType({ description: 'A source of dossiers that a system feeds.' })
export class FedSource {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'What it is called.' })
  name!: string | null;
}

@ObjectType({ description: 'What a system sent on a day against what was accepted, by its receipts.' })
export class SystemDelivery {
  @Field(() => DateScalar, { description: 'The day.' })
  day!: string;

  @Field(() => Int, { description: 'How often something was sent.' })
  batches!: number;

  @Field(() => Int, { description: 'Rows that came.' })
  came!: number;

  @Field(() => Int, { description: 'Rows that made or changed a dossier; of held ones on the day of their release.' })
  accepted!: number;

  @Field(() => Int, { description: 'Rows that said what was known.' })
  unchanged!: number;

  @Field(() => Int, { description: 'Rows that went to the quarantine.' })
  refused!: number;

  @Field(() => Int, { description: 'Rows that were held until somebody looked.' })
  held!: number;

  @Field(() => Int, { description: 'Reports of progress that wait for their dossiers.' })
  waiting!: number;

  @Field(() => [FedSource], {
    description:
      'Sources of which nothing came, although something did on at least six of the eight same weekdays before; never of a day that is not over.',
  })
  missing!: FedSource[];
}
