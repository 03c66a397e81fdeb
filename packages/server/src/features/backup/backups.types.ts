import { Field, Float, Int, ObjectType } from 'type-graphql';
import { BackupCheck, BackupOrigin } from '../../app/enums.ts';
import { DateTimeScalar } from '../../app/scalars.ts';

@ObjectType({ description: 'A file in DATA_DIR/backups.' })
export class BackupFile {
  @Field(() => String, { description: 'Its name, without the folder.' })
  name!: string;

  @Field(() => DateTimeScalar, { description: 'The moment of which everything in it is.' })
  takenAt!: Date;

  @Field(() => Float, { description: 'Its length in bytes.' })
  bytes!: number;

  @Field(() => BackupOrigin, { nullable: true, description: 'Who asked for it; null where the file is none of ours.' })
  origin!: BackupOrigin | null;

  @Field(() => String, { nullable: true, description: 'The version that wrote it.' })
  product!: string | null;

  @Field(() => BackupCheck, {
    nullable: true,
    description: 'What its last check came to; null where it was not checked since the server started, or has changed.',
  })
  check!: BackupCheck | null;
}

@ObjectType({ description: 'A backup that is being made.' })
export class BackupProgress {
  @Field(() => BackupOrigin, { description: 'Who asked for it.' })
  origin!: BackupOrigin;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  startedAt!: Date;

  @Field(() => Int, { description: 'So many tables are written.' })
  done!: number;

  @Field(() => Int, { description: 'Of so many; 0 until it is known.' })
  of!: number;
}

@ObjectType({ description: 'The backups that there are and those to come.' })
export class Backups {
  @Field(() => [BackupFile], { description: 'The newest first, a hundred at the most.' })
  files!: BackupFile[];

  @Field(() => Int, { description: 'How many files there are in all.' })
  count!: number;

  @Field(() => BackupProgress, { nullable: true, description: 'The one that this server is making.' })
  running!: BackupProgress | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the server makes the next one by itself; null where it makes none.',
  })
  nextAt!: Date | null;

  @Field(() => Int, { description: 'So many hours lie between two that the server makes by itself; 0: it makes none.' })
  everyHours!: number;

  @Field(() => Int, { description: 'So many of those that it made by itself are kept.' })
  keep!: number;
}
