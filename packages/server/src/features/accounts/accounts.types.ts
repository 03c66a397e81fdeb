import { Field, ID, ObjectType } from 'type-graphql';
import { Role } from '../../app/enums.ts';

@ObjectType({ description: 'Someone who may sign in.' })
export class Account {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  username!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Boolean)
  active!: boolean;
}

@ObjectType({ description: 'What an account may do; holds for the unit and all below it.' })
export class Grant {
  @Field(() => Role)
  role!: Role;

  unitId!: number;
}
