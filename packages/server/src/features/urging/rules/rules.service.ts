import { conditionFaults, tidyCondition, type Condition } from '@chi-tieu/shared/domain/urging/conditions';
import { letterFaults, tidyLetter, type LetterFault } from '@chi-tieu/shared/domain/urging/letter';
import type { Context } from '../../../app/context.ts';
import type { UnitKind } from '../../../app/enums.ts';
import { badInputs, conflict, notFound, type FieldProblem } from '../../../app/errors.ts';
import { rowNumber } from '../../accounts/door.service.ts';
import { needAnywhere, needProvince } from '../../accounts/reach.service.ts';
import { isAdditive } from '../../rates/indicators.queries.ts';
import { allIndicators } from '../../rates/rates.service.ts';
import { unitInInput } from '../../units/units.service.ts';
import { lookIfDue } from '../looks/due-looks.ts';
import type { Looked } from '../looks/look-at-rules.ts';
import {
  insertRule,
  insertRuleVersion,
  lockRule,
  rulesOf,
  switchRule,
  type RuleFacts,
  type RuleRow,
} from './rules.queries.ts';

const LONGEST_NAME = 200;

/** A rule as somebody typed it. */
export interface RuleDraft {
  name: string;
  condition: Condition;
  kinds: readonly UnitKind[];
  /** A code: those below it alone. */
  under: string | null;
  sendsItself: boolean;
  answerDays: number;
  raiseAfterDays: number | null;
  subject: string;
  body: string;
}

/** Every rule in its latest version; for who sees reminders anywhere. */
export async function urgeRules(ctx: Context): Promise<RuleRow[]> {
  await needAnywhere(ctx, 'reminder.read');
  return ctx.once('urge rules', () => rulesOf(ctx.read, ctx.provinceId));
}

/** A rule by its number, or NOT_FOUND. */
export async function urgeRuleById(ctx: Context, id: string): Promise<RuleRow> {
  const number = rowNumber(id);
  const found = (await urgeRules(ctx)).find((rule) => rule.id === number);
  if (!found) throw notFound('urging.noRule', { id: id.slice(0, 20) });
  return found;
}

/** What is kept of a draft, or BAD_USER_INPUT with every fault by its path: what a letter names must be known for its condition. */
export async function ruleFactsOf(ctx: Context, draft: RuleDraft): Promise<RuleFacts> {
  // Counts of such indicators alone have months and may be added up.
  const counted = (await allIndicators(ctx)).filter((one) => isAdditive(one) && one.eligibilityDate !== 'PERIOD_END');
  const condition = tidyCondition(draft.condition);
  const letter = tidyLetter(draft);
  const name = draft.name.normalize('NFC').trim();
  const problems: FieldProblem[] = conditionFaults(
    condition,
    counted.map(({ code }) => code),
  ).map(({ field, problem, least = 0, most = 0 }) => {
    return { path: `input.${field}`, text: `urging.condition.${problem}`, params: { least, most } };
  });
  problems.push(...letterFaults(condition.kind, letter).map(problemOfLetter));
  if (name === '' || name.length > LONGEST_NAME)
    problems.push({ path: 'input.name', text: 'urging.name', params: { most: LONGEST_NAME } });
  if (draft.kinds.length === 0) problems.push({ path: 'input.kinds', text: 'urging.kinds', params: {} });
  for (const [field, value, least] of [
    ['answerDays', draft.answerDays, 1],
    ['raiseAfterDays', draft.raiseAfterDays, 0],
  ] as const)
    if (value !== null && (value < least || value > MOST_DAYS))
      problems.push({ path: `input.${field}`, text: 'urging.condition.RANGE', params: { least, most: MOST_DAYS } });
  if (problems.length > 0) throw badInputs(problems);
  const under = draft.under === null ? null : (await unitInInput(ctx, 'input.under', draft.under)).version.unitId;
  const { sendsItself, answerDays, raiseAfterDays } = draft;
  const kinds = [...new Set(draft.kinds)];
  return { name, condition, kinds, underId: under, sendsItself, answerDays, raiseAfterDays, ...letter };
}

const MOST_DAYS = 90;

/** A fault of a letter's words at its field. */
export function problemOfLetter({ field, problem, place = '', most }: LetterFault): FieldProblem {
  return { path: `input.${field}`, text: `urging.letter.${problem}`, params: { place: place.slice(0, 60), most } };
}

/**
 * Saves a rule as its next version, or a new one, which is off until it is switched on. `expectedVersion` is the one that was looked
 * at, 0 for a new rule; another one is a CONFLICT. Reminders keep the version by which they were made.
 */
export async function saveUrgeRule(
  ctx: Context,
  id: string | null,
  draft: RuleDraft,
  expectedVersion: number,
): Promise<RuleRow> {
  await needProvince(ctx, 'reminder.rule');
  const facts = await ruleFactsOf(ctx, draft);
  const number = await ctx.write('saveUrgeRule', async (tx) => {
    const rule = id === null ? await insertRule(tx, ctx.provinceId) : (rowNumber(id) ?? 0);
    const known = await lockRule(tx, ctx.provinceId, rule);
    if (!known) throw notFound('urging.noRule', { id: (id ?? '').slice(0, 20) });
    if (known.version !== expectedVersion)
      throw conflict('urging.ruleChanged', {}, { facts: { version: known.version } });
    const version = known.version + 1;
    await insertRuleVersion(tx, ctx.provinceId, { id: rule, version }, facts);
    tx.audit({
      what: 'URGE_RULE_SAVED',
      about: { kind: 'URGE_RULE', id: rule },
      unitId: null,
      after: { name: facts.name, version, kind: facts.condition.kind },
    });
    return rule;
  });
  return urgeRuleById(ctx, String(number));
}

/** Has a rule looked by from now on, or no longer. */
export async function switchUrgeRule(ctx: Context, id: string, enabled: boolean): Promise<RuleRow> {
  await needProvince(ctx, 'reminder.rule');
  const { id: rule, name } = await urgeRuleById(ctx, id);
  await ctx.write('saveUrgeRule', async (tx) => {
    const known = await lockRule(tx, ctx.provinceId, rule);
    if (!known || known.enabled === enabled) return;
    await switchRule(tx, rule, enabled);
    tx.audit({
      what: 'URGE_RULE_SWITCHED',
      about: { kind: 'URGE_RULE', id: rule },
      unitId: null,
      before: { enabled: known.enabled },
      after: { name, enabled },
    });
  });
  return urgeRuleById(ctx, id);
}

/** Looks by all rules that are on, as the server itself does: what follows is nobody's own deed. */
export async function lookNow(ctx: Context): Promise<Looked> {
  await needProvince(ctx, 'reminder.rule');
  await ctx.close();
  return (await lookIfDue(ctx.app, true)) ?? { begun: 0, closed: 0, raised: 0, failed: 0 };
}
