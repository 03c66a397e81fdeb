import type { Day } from '@chi-tieu/shared/domain/days';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Role } from '../../app/enums.ts';
import { DateScalar } from '../../app/scalars.ts';

@ObjectType({ description: 'What a program signs in with; the token itself is shown only when it is made.' })
export class Token {
  @Field(() => ID, { description: 'Stays the same for ever.' })
  id!: string;

  @Field(() => ID, { description: 'The account of its program, which other tokens may have in common with it.' })
  program!: string;

  @Field(() => String, { description: 'What the program is called.' })
  name!: string;

  @Field(() => Role, { description: 'What the program may do.' })
  role!: Role;

  @Field(() => String, { description: 'The last four characters, to tell it from others.' })
  hint!: string;

  @Field(() => DateScalar, { description: 'The day on which it was made.' })
  createdOn!: Day;

  @Field(() => DateScalar, { description: 'Its last day.' })
  expiresOn!: Day;

  @Field(() => DateScalar, { nullable: true, description: 'The last day on which it was used; null: never.' })
  lastUsedOn!: Day | null;

  unitId!: number;
}

@ObjectType({ description: 'A token that was just made.' })
export class NewToken {
  @Field(() => ID, { description: 'To revoke or rotate it by.' })
  id!: string;

  @Field(() => String, { description: 'To be sent as `Authorization: Bearer …`. Shown once: only its hash is kept.' })
  token!: string;
}

@InputType({ description: 'A program and its first token.' })
export class TokenInput {
  @Field(() => String, { description: 'What the program is called, at most 200 characters.' })
  name!: string;

  @Field(() => Role, { description: 'What it may do.' })
  role!: Role;

  @Field(() => ID, { description: 'The code of the unit that it holds for, with all below it.' })
  unit!: string;

  @Field(() => DateScalar, { description: 'Its last day, today or later.' })
  expiresOn!: Day;
}
