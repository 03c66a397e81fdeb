import { defaultFieldResolver, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { needProvince, timesAsked } from '../../features/accounts/reach.service.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { RULES, type Rule } from './rules.ts';

type Resolver = GraphQLFieldResolver<unknown, Context>;

/** Puts the rule of every root field before its resolver. Throws for a field without a rule and a rule without a field. */
export function enforceRules(schema: GraphQLSchema): GraphQLSchema {
  for (const [kind, rules] of Object.entries(RULES)) {
    const type = schema.getType(kind);
    if (!isObjectType(type)) throw new Error(`there is no type ${kind}`);
    const known = type.getFields();
    const unknown = Object.keys(rules).filter((name) => !(name in known));
    if (unknown.length > 0) throw new Error(`rules for what is not there: ${unknown.join(', ')}`);
    for (const field of Object.values(known)) {
      const rule = rules[field.name];
      if (rule === undefined) throw new Error(`${kind}.${field.name} has no rule (app/access)`);
      field.resolve = guarded(rule, field.resolve ?? defaultFieldResolver);
    }
  }
  return schema;
}

function guarded(rule: Rule, resolve: Resolver): Resolver {
  if (rule === 'ANYONE') return resolve;
  return async (root, args, ctx, info) => {
    const { mustChange } = ctx.signedIn();
    if (rule === 'ANY_STAGE') return resolve(root, args, ctx, info);
    if (mustChange) throw new AppError('FORBIDDEN', 'auth.mustChange', {}, { facts: { stage: 'CHANGE' } });
    if (rule === 'SIGNED_IN') return resolve(root, args, ctx, info);
    const { right, at } = rule;
    if (at === 'PROVINCE') {
      await needProvince(ctx, right);
      return resolve(root, args, ctx, info);
    }
    const before = timesAsked(ctx, right);
    const answer: unknown = await resolve(root, args, ctx, info);
    if (timesAsked(ctx, right) === before) throw new Error(`${info.fieldName} never asked for ${right}`);
    return answer;
  };
}
