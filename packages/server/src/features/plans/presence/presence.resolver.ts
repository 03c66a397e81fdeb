import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { DateTimeScalar } from '../../../app/scalars.ts';
import { lastSaid } from '../talk/talk.queries.ts';
import { bePresent } from './be-present.service.ts';

@ObjectType({ description: 'Somebody else who looks at a plan right now.' })
export class PresentPerson {
  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Field(() => ID, { nullable: true, description: 'The code of the unit on whose row they stand.' })
  unit!: string | null;

  @Field(() => String, { nullable: true, description: 'The column on which they stand.' })
  field!: string | null;

  @Field(() => DateTimeScalar, { description: 'Since when they are there.' })
  since!: Date;
}

@ObjectType({ description: 'Who is on a plan, and how far it has come meanwhile.' })
export class PlanPresence {
  @Field(() => Int, { description: 'The version of the plan: a page that is behind catches up.' })
  version!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Another one whenever something was said, settled, proposed or answered; null while nothing was.',
  })
  said!: string | null;

  @Field(() => [PresentPerson], { description: 'Everybody but the caller, who came first before the others.' })
  people!: PresentPerson[];
}

@Resolver()
export class PresenceResolver {
  @Mutation(() => PlanPresence, {
    description:
      "Tells every few seconds that the caller is on a plan, and who else of the issuer's people is. Kept in memory for 15 seconds; no session is renewed by it.",
  })
  async bePresent(
    @Arg('plan', () => ID) planId: string,
    @Arg('unit', () => ID, { nullable: true, description: 'The code of the unit on whose row the caller stands.' })
    unit: string | null,
    @Arg('field', () => String, { nullable: true, description: 'The column on which the caller stands.' })
    field: string | null,
    @Ctx() ctx: Context,
  ): Promise<PlanPresence> {
    const { plan, people } = await bePresent(ctx, planId, { unit: unit ?? null, field: field ?? null });
    return { version: plan.version, said: await lastSaid(ctx.read, plan.id), people };
  }
}
