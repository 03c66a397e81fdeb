import { defaultFieldResolver, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { needProvince, timesAsked } from '../../features/accounts/reach.service.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { ErrorText } from '../error-texts.ts';
import type { Stage } from '../enums.ts';
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

/** What stands between a stage and everything. */
const MISSING: Readonly<Record<Exclude<Stage, 'FULL'>, ErrorText>> = {
  TOTP: 'auth.secondFactor',
  CHANGE: 'auth.mustChange',
  ENROL: 'auth.enrol',
};

function isOpenIn(stage: Stage, rule: Rule): boolean {
  if (stage === 'FULL') return true;
  if (stage === 'ENROL') return rule === 'ENROLLING' || rule === 'ANY_STAGE';
  return stage === 'CHANGE' && rule === 'ANY_STAGE';
}

function heldBack(stage: Stage): AppError {
  return new AppError('FORBIDDEN', stage === 'FULL' ? 'auth.forbidden' : MISSING[stage], {}, { facts: { stage } });
}

function guarded(rule: Rule, resolve: Resolver): Resolver {
  if (rule === 'ANYONE') return resolve;
  return async (root, args, ctx, info) => {
    const { stage = 'FULL' } = ctx.signedIn();
    if (!isOpenIn(stage, rule)) throw heldBack(stage);
    if (typeof rule === 'string') return resolve(root, args, ctx, info);
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
