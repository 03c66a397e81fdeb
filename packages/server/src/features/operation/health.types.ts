import { Field, Float, Int, ObjectType } from 'type-graphql';
import { HealthGrade } from '../../app/enums.ts';
import { DateTimeScalar } from '../../app/scalars.ts';

@ObjectType({ description: 'Something that is wrong with the server, or soon will be.' })
export class HealthWarning {
  @Field(() => String, { description: 'Which, BACKUP_LATE.' })
  code!: string;

  @Field(() => HealthGrade, { description: 'How soon somebody should act.' })
  grade!: HealthGrade;

  @Field(() => String, { description: 'What is wrong, in the language of the request.' })
  text!: string;

  @Field(() => String, { description: 'What to do about it.' })
  toDo!: string;
}

@ObjectType({ description: 'How the server is.' })
export class SystemHealth {
  @Field(() => [HealthWarning], { description: 'What is wrong, the gravest first.' })
  warnings!: HealthWarning[];

  @Field(() => String, { description: 'The version of the product.' })
  version!: string;

  @Field(() => DateTimeScalar, { description: 'Since when the process runs.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Its clock.' })
  now!: Date;

  @Field(() => Boolean, { description: 'Whether the database is the one that the product brings along.' })
  embedded!: boolean;

  @Field(() => String, { description: 'The version of PostgreSQL.' })
  databaseVersion!: string;

  @Field(() => Float, { description: 'How large the database is, in bytes.' })
  databaseBytes!: number;

  @Field(() => Int, { description: 'Connections of this process that are at work.' })
  connectionsInUse!: number;

  @Field(() => Int, { description: 'As many as this process may have.' })
  connectionsMost!: number;

  @Field(() => Int, { description: 'Requests that wait for a connection.' })
  connectionsWaitedFor!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When anything was last changed; null for never.' })
  lastMomentAt!: Date | null;

  @Field(() => Int, { description: 'How many dossiers are stored.' })
  dossiers!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When dossiers were last taken in; null for never.' })
  lastIngestAt!: Date | null;

  @Field(() => Int, { description: 'How many bad rows wait to be mended.' })
  openQuarantine!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The moment of the newest backup; null for none.' })
  lastBackupAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the server makes the next one by itself; null where it makes none.',
  })
  nextBackupAt!: Date | null;

  @Field(() => Int, { description: 'How many rows the audit trail has.' })
  auditRows!: number;

  @Field(() => String, { nullable: true, description: 'The head of its chain, SEQ:HASH.' })
  auditHead!: string | null;

  @Field(() => Float, { nullable: true, description: 'Room on the disk of DATA_DIR, in bytes; null where unknown.' })
  diskFreeBytes!: number | null;

  @Field(() => Float, { nullable: true, description: 'How large that disk is, in bytes.' })
  diskTotalBytes!: number | null;

  @Field(() => Int, { description: 'How many migrations the database has had.' })
  migrations!: number;

  @Field(() => String, { nullable: true, description: 'The last of them.' })
  lastMigration!: string | null;
}
