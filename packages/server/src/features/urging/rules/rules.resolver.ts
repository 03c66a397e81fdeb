import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { occasionSentence } from '@chi-tieu/shared/domain/urging/occasion-facts';
import type { Context } from '../../../app/context.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import { today, unitTree } from '../../units/units.service.ts';
import { showUnit, Unit } from '../../units/units.types.ts';
import type { RuleRow } from './rules.queries.ts';
import { lookNow, saveUrgeRule, switchUrgeRule, urgeRules, type RuleDraft } from './rules.service.ts';
import { UrgeLook, UrgeRule, UrgeRuleInput, UrgeTrial } from './rules.types.ts';
import { tryRule } from './try-rule.service.ts';

@Resolver(() => UrgeRule)
export class UrgeRuleResolver {
  @Query(() => [UrgeRule], { description: 'Every rule by which units are urged, as it stands.' })
  async urgeRules(@Ctx() ctx: Context): Promise<UrgeRule[]> {
    return (await urgeRules(ctx)).map(showRule);
  }

  @Query(() => UrgeTrial, { description: 'Whom a rule, saved or not, would strike today. Nothing is kept or sent.' })
  async tryUrgeRule(@Arg('input', () => UrgeRuleInput) input: UrgeRuleInput, @Ctx() ctx: Context): Promise<UrgeTrial> {
    const { looked, unheard, strikes } = await tryRule(ctx, draftOf(input));
    const on = today(ctx);
    const tree = await unitTree(ctx, on);
    const shown = strikes.flatMap(({ unitId, facts, letter }) => {
      const version = tree.byId(unitId);
      const said = { sentence: occasionSentence(facts, ctx.locale), subject: letter.subject, body: letter.body };
      return version ? [{ unit: showUnit({ version, tree, on }), ...said }] : [];
    });
    return { looked, unheard, strikes: shown };
  }

  @Mutation(() => UrgeRule, {
    description: 'Saves a rule as its next version. A new one is off until it is switched on.',
  })
  async saveUrgeRule(
    @Arg('id', () => ID, { nullable: true, description: 'A rule to change; without it a new one.' }) id: string | null,
    @Arg('input', () => UrgeRuleInput) input: UrgeRuleInput,
    @Arg('expectedVersion', () => Int, {
      description: 'The version that the caller saw, 0 for a new rule; another one is a CONFLICT.',
    })
    expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<UrgeRule> {
    return showRule(await saveUrgeRule(ctx, id ?? null, draftOf(input), expectedVersion));
  }

  @Mutation(() => UrgeRule, { description: 'Has a rule looked by from now on, or no longer.' })
  async switchUrgeRule(
    @Arg('id', () => ID) id: string,
    @Arg('enabled', () => Boolean) enabled: boolean,
    @Ctx() ctx: Context,
  ): Promise<UrgeRule> {
    return showRule(await switchUrgeRule(ctx, id, enabled));
  }

  @Mutation(() => UrgeLook, { description: 'Looks by all rules that are on now, as happens every day by itself.' })
  lookByUrgeRules(@Ctx() ctx: Context): Promise<UrgeLook> {
    return lookNow(ctx);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'Those below this unit alone; null: all.' })
  async under(@Root() { row }: UrgeRule, @Ctx() ctx: Context): Promise<Unit | null> {
    return row.underId === null ? null : unitAsKnown(ctx, row.underId, today(ctx));
  }
}

/** A rule as GraphQL shows it. */
export function showRule(row: RuleRow): UrgeRule {
  const { id, condition, ...facts } = row;
  return { ...facts, ...condition, id: String(id), row };
}

function draftOf(input: UrgeRuleInput): RuleDraft {
  const { name, kinds, under = null, sendsItself, answerDays, raiseAfterDays = null, subject, body } = input;
  const { kind, indicator = null, months = null, settleDays = null, days = null, month = null, day = null } = input;
  const condition = { kind, indicator, months, settleDays, days, month, day };
  return { name, condition, kinds, under, sendsItself, answerDays, raiseAfterDays, subject, body };
}
