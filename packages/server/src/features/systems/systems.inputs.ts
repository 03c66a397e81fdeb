import type { SystemKind as KindName } from '@chi-tieu/shared/domain/connected/checks';
import { Field, ID, InputType, Int } from 'type-graphql';
import { SystemKind } from './systems.types.ts';

@InputType({ description: 'A system to be kept, new or changed.' })
export class ConnectedSystemInput {
  @Field(() => ID, { nullable: true, description: 'Its number; a new one without.' })
  id?: string | null;

  @Field(() => String, { description: 'What it is called: 200 characters at most, no other one so.' })
  name!: string;

  @Field(() => SystemKind, { description: 'What it is.' })
  kind!: KindName;

  @Field(() => ID, {
    nullable: true,
    description: 'The code of the unit that runs it, one that there is today; nobody of the province without.',
  })
  unit?: string | null;

  @Field(() => Int, { nullable: true, description: 'Its security level by Decree 85/2016/NĐ-CP, 1 to 5.' })
  securityLevel?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'An address with http:// or https:// that is looked at, without a password or a key in it.',
  })
  address?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is looked at; not unless told.' })
  checked?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Minutes between two checks, 1 to 1440; 10 unless told.' })
  everyMinutes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The status of HTTP that is expected, 200 to 599; 200 unless told.',
  })
  expectedStatus?: number | null;

  @Field(() => [ID], { nullable: true, description: 'The ids of the sources of dossiers that it feeds; 50 at most.' })
  sources?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'The version that was looked at; needed for a change.' })
  expectedVersion?: number | null;
}
