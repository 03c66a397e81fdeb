import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../../app/scalars.ts';
import { PULL_RESULTS, type PullResult as Result } from './pull-failure.ts';

export const PullResult = Object.fromEntries(PULL_RESULTS.map((name) => [name, name])) as { readonly [K in Result]: K };
export type PullResult = Result;

registerEnumType(PullResult, {
  name: 'PullResult',
  description:
    'What came of reading a source. APPLIED: taken into the catalogue. WAITING: an import waits for a person. NOTHING_NEW. The others say why it could not be read; it is tried again later.',
});

@ObjectType({ description: 'How far the reading of a source has come.' })
export class SourceProgress {
  @Field(() => Int, { description: 'How many procedures were asked for.' })
  done!: number;

  @Field(() => Int, { description: 'Of how many; 0 until the list is there.' })
  of!: number;
}

@ObjectType({
  description: 'Where procedures are fetched from by schedule: the national database, or what answers as it does.',
})
export class CatalogueSource {
  @Field(() => ID, { description: 'What names it in arguments.' })
  id!: number;

  @Field(() => String, { description: 'What it is called here.' })
  name!: string;

  @Field(() => String, { description: 'Its address, http or https; `/login` and `/g` are asked under it.' })
  url!: string;

  @Field(() => String, { description: 'The name that one signs in with there.' })
  username!: string;

  @Field(() => String, { description: 'The organisation in whose name is asked: 000.00.00.H55.' })
  organisation!: string;

  @Field(() => Boolean, { description: 'Whether a password is kept; it is never shown.' })
  hasSecret!: boolean;

  @Field(() => Int, { description: 'So many minutes lie between two readings.' })
  everyMinutes!: number;

  @Field(() => Boolean, { description: 'Whether it is read by schedule.' })
  enabled!: boolean;

  @Field(() => Int, { description: 'Grows with every change.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it is due next.' })
  nextAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was read last; null: never.' })
  lastAt!: Date | null;

  @Field(() => PullResult, { nullable: true, description: 'What came of it.' })
  lastResult!: PullResult | null;

  @Field(() => ID, { nullable: true, description: 'The import that came of it last.' })
  lastImport!: string | null;

  @Field(() => Int, { description: 'How often it failed since it was read last.' })
  failures!: number;

  @Field(() => SourceProgress, { nullable: true, description: 'Where it is being read right now.' })
  running!: SourceProgress | null;
}

@InputType({ description: 'A source to be set up, or changed where its id is told.' })
export class CatalogueSourceInput {
  @Field(() => ID, { nullable: true, description: 'The one to be changed.' })
  id?: string | null;

  @Field(() => String, { description: 'What it is called here, at most 200 characters.' })
  name!: string;

  @Field(() => String, { description: 'Its address, http or https, without a name or password in it.' })
  url!: string;

  @Field(() => String, { description: 'The name that one signs in with there.' })
  username!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The password; not told: as it was. Another address needs it again.',
  })
  secret?: string | null;

  @Field(() => String, { description: 'The organisation in whose name is asked.' })
  organisation!: string;

  @Field(() => Int, { description: 'So many minutes lie between two readings, 15 at least.' })
  everyMinutes!: number;

  @Field(() => Boolean, { description: 'Whether it is read by schedule.' })
  enabled!: boolean;

  @Field(() => Int, { nullable: true, description: 'The version that the caller saw.' })
  expectedVersion?: number | null;
}
