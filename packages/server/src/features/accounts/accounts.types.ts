import { Field, ID, ObjectType } from 'type-graphql';
import { Role } from '../../app/enums.ts';

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
  @Field(() => Role, { description: 'What it allows.' })
  role!: Role;

  unitId!: number;
}
