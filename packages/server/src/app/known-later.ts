import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { Context } from './context.ts';
import { latestMoment } from './moments.ts';

type Resolver = GraphQLFieldResolver<unknown, Context, Record<string, unknown>>;

/**
 * A question about an instant that is still to come is answered as now, which is all that is known: by the same facts, also those that are kept
 * (`knownAt` is part of their keys). Every field that takes `knownAt` goes by that.
 */
export function knowNothingLater(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields()))
      if (field.resolve && field.args.some(({ name }) => name === 'knownAt'))
        field.resolve = answeredAsNow(field.resolve);
  }
  return schema;
}

function answeredAsNow(resolve: Resolver): Resolver {
  return (root, args, ctx, info) => {
    const { knownAt } = args;
    if (!(knownAt instanceof Date) || knownAt <= ctx.app.now()) return resolve(root, args, ctx, info);
    return isToCome(ctx, knownAt).then((is) => resolve(root, is ? { ...args, knownAt: null } : args, ctx, info));
  };
}

/** Also by the database's clock: what is written there already is not to come, wherever the clock of this process stands. */
async function isToCome(ctx: Context, at: Date): Promise<boolean> {
  const latest = await ctx.once('latest moment', () => latestMoment(ctx.read));
  return latest === null || at >= latest;
}
