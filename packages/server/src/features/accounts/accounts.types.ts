import type { ReachedUnits } from '@chi-tieu/shared/domain/access/reach';
import type { Right } from '@chi-tieu/shared/domain/access/rights';
import type { Day } from '@chi-tieu/shared/domain/days';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../app/connection.ts';
import { GrantSource, Role } from '../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../app/scalars.ts';
import type { AccountRow } from './accounts.queries.ts';
import type { GivenGrant } from './grants.queries.ts';

@ObjectType({ description: 'Someone who may sign in, or a program.' })
export class Account {
  @Field(() => ID, { description: 'Stays the same for ever.' })
  id!: string;

  @Field(() => String, { description: 'What one signs in with, lower case.' })
  username!: string;

  @Field(() => String, { description: 'As it is shown beside what the account did.' })
  name!: string;

  @Field(() => Boolean, { description: 'False: can no longer sign in.' })
  active!: boolean;

  @Field(() => Boolean, { description: 'A program: it has tokens instead of a password.' })
  isProgram!: boolean;

  @Field(() => Boolean, { description: 'May do nothing but change the password that somebody else chose.' })
  mustChange!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When somebody signed in with it last; null: never.' })
  lastSignInAt!: Date | null;

  @Field(() => Boolean, { description: 'Signing in by the password asks for a code too.' })
  hasSecondFactor!: boolean;

  unitId!: number | null;
}

export const AccountConnection = connectionType('Account', Account);

/** The account as it is shown. */
export function showAccount(row: AccountRow): Account {
  return { ...row, id: String(row.id) };
}

@InputType({ description: 'An account to be made.' })
export class AccountInput {
  @Field(() => String, {
    description: 'At most 60 letters, digits, blanks and . _ - @; capitals do not count. Taken: CONFLICT.',
  })
  username!: string;

  @Field(() => String, { description: 'As it is shown, at most 200 characters.' })
  name!: string;

  @Field(() => ID, { description: 'The code of the unit where it is at home: who manages it is told by that.' })
  unit!: string;

  @Field(() => String, {
    description: 'To sign in with once: it has to be changed then. At least 12 characters, none that many have.',
  })
  password!: string;
}

@ObjectType({ description: 'A browser in which somebody is signed in.' })
export class Session {
  @Field(() => ID, { description: 'Stays the same until it ends.' })
  id!: string;

  @Field(() => String, { description: 'The address from which one signed in.' })
  address!: string;

  @Field(() => String, { description: 'What the browser said of itself, at most 200 characters.' })
  userAgent!: string;

  @Field(() => DateTimeScalar, { description: 'When one signed in.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was used last, to the minute.' })
  lastSeenAt!: Date;

  @Field(() => DateTimeScalar, {
    description: 'When it ends if nobody uses it: 30 minutes later, and 12 hours after it began in any case.',
  })
  endsAt!: Date;

  @Field(() => Boolean, { description: 'The one in which this is asked.' })
  current!: boolean;
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

  @Field(() => ID, { nullable: true, description: 'The grant that it was delegated from; it ends with that one.' })
  delegatedFrom!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who gave it, as they are called now; null: it was there first.',
  })
  grantedBy!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  grantedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Who holds it; of what was delegated, where its delegator is asked about, else null.',
  })
  holder!: string | null;

  @Field(() => GrantSource, { description: 'OIDC: by a single sign-on, and brought up to date at each.' })
  source!: GrantSource;

  unitId!: number;
}

/** The grant as it is shown. */
export function showGrant(row: GivenGrant & { holder?: string }): Grant {
  const { id, role, unitId, from, to, delegatedFrom, grantedBy, grantedAt, source, holder = null } = row;
  return {
    id: String(id),
    role,
    unitId,
    from,
    to,
    grantedBy,
    grantedAt,
    source,
    holder,
    delegatedFrom: delegatedFrom === null ? null : String(delegatedFrom),
  };
}

@ObjectType({ description: 'A right and where it is held today.' })
export class HeldRight {
  @Field(() => String, { description: 'Its name in the table of rights, e.g. plan.draft.' })
  right!: Right;

  reached!: ReachedUnits;
}

@ObjectType({ description: 'Somebody to whom one of one’s grants can be handed.' })
export class Deputy {
  @Field(() => ID, { description: 'Of the account.' })
  id!: string;

  @Field(() => String, { description: 'What one signs in with, lower case.' })
  username!: string;

  @Field(() => String, { description: 'As it is shown beside what the account did.' })
  name!: string;
}

@ObjectType({ description: 'A grant with who holds it.' })
export class UnitGrant {
  @Field(() => Account, { description: 'Who holds it.' })
  account!: Account;

  @Field(() => Grant, { description: 'At the unit that was asked about, or at one above it.' })
  grant!: Grant;
}

@ObjectType({ description: 'Who holds what for a unit.' })
export class UnitGrants {
  @Field(() => [UnitGrant], { description: 'Of accounts that one may see, in the order of roles and names.' })
  grants!: UnitGrant[];

  @Field(() => Int, { description: 'How many further accounts hold something for it that lie beyond one’s own reach.' })
  beyond!: number;
}
