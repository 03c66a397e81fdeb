import { Arg, Ctx, Field, ID, Int, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { DateScalar, DateTimeScalar } from '../../../app/scalars.ts';
import type { ChangedKind } from './feed.queries.ts';
import { catalogueChanges } from './feed.service.ts';

const KINDS: Readonly<Record<ChangedKind, ChangedKind>> = {
  DECISION: 'DECISION',
  LIST: 'LIST',
  PROCEDURE: 'PROCEDURE',
};
registerEnumType(KINDS, {
  name: 'CatalogueChangeKind',
  description: 'What changed: a decision, a list or a procedure.',
});

@ObjectType({
  description:
    'Something of the catalogue that changed: ask for it by its code (a decision: by its id) to learn how it is now.',
})
export class CatalogueChange {
  @Field(() => KINDS, { description: 'What it is.' })
  kind!: ChangedKind;

  @Field(() => ID, {
    description: "A procedure's national code (2.000815), a list's code (QD402) or a decision's number (402/QĐ-UBND).",
  })
  code!: string;

  @Field(() => Int, {
    description:
      'The version that the change made of it. A procedure that is not found any more was never there: its creation was undone.',
  })
  version!: number;

  @Field(() => DateScalar, { nullable: true, description: 'Of a decision, the day on which it was signed.' })
  issuedOn!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of a decision, what names it to `decision`: it stays where the number turns out to be another one.',
  })
  decision!: string | null;

  @Field(() => DateTimeScalar, { description: 'The moment since which it is known.' })
  at!: Date;

  @Field(() => ID, { description: 'The step that changed it: all of one step have the same.' })
  stepId!: string;
}

@ObjectType({ description: 'A page of the change feed.' })
export class CatalogueChanges {
  @Field(() => [CatalogueChange], { description: 'Oldest first; each change once.' })
  changes!: CatalogueChange[];

  @Field(() => String, {
    description: 'To ask for what comes after, now or in a year (`since`); nobody but the server reads it.',
  })
  cursor!: string;

  @Field(() => Boolean, {
    description: 'Whether there is more up to the moment at which the first page was asked for.',
  })
  hasMore!: boolean;
}

@Resolver(() => CatalogueChanges)
export class CatalogueChangesResolver {
  @Query(() => CatalogueChanges, {
    description:
      'What changed in the catalogue since a cursor, for whoever keeps a copy: ask until `hasMore` is false, keep the cursor, ask again later. No gap, nothing twice.',
  })
  async changes(
    @Arg('since', () => String, {
      nullable: true,
      description: 'The cursor of the page before; since ever unless given.',
    })
    since: string | null,
    @Arg('first', () => Int, { nullable: true, description: 'At most 500; 200 unless given.' }) first: number | null,
    @Ctx() ctx: Context,
  ): Promise<CatalogueChanges> {
    const page = await catalogueChanges(ctx, since ?? null, first ?? null);
    const changes = page.changes.map(({ id, at, ...row }) => {
      return { ...row, decision: row.kind === 'DECISION' ? String(id) : null, at: new Date(at) };
    });
    return { ...page, changes };
  }
}
