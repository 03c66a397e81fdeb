import type { ReachedUnits } from '@chi-tieu/shared/domain/access/reach';
import type { Right } from '@chi-tieu/shared/domain/access/rights';
import type { Day } from '@chi-tieu/shared/domain/days';
import { Field, ID, ObjectType } from 'type-graphql';
import { Role } from '../../app/enums.ts';
import { DateScalar } from '../../app/scalars.ts';

@ObjectType({ description: 'Someone who may sign in.' })
export class Account {
  @Field(() => ID, { description: 'Stays the same for ever.' })
  id!: string;

  @Field(() => String, { description: 'What one signs in with, lower case.' })
  username!: string;

  @Field(() => String, { description: 'As it is shown beside what the account did.' })
  name!: string;

  @Field(() => Boolean, { description: 'False: can no longer sign in.' })
  active!: boolean;
}

@ObjectType({ description: 'What an account may do; holds for the unit and all below it.' })
export class Grant {
  @Field(() => ID, { description: 'Stays the same for ever.' })
  id!: string;

  @Field(() => Role, { description: 'What it allows.' })
  role!: Role;

  @Field(() => DateScalar, { nullable: true, description: 'Its first day; null: always has.' })
  from!: Day | null;

  @Field(() => DateScalar, { nullable: true, description: 'Its last day; null: until it is taken back.' })
  to!: Day | null;

  unitId!: number;
}

@ObjectType({ description: 'A right and where it is held today.' })
export class HeldRight {
  @Field(() => String, { description: 'Its name in the table of rights, e.g. plan.draft.' })
  right!: Right;

  reached!: ReachedUnits;
}
