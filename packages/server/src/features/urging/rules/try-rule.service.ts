import type { Letter } from '@chi-tieu/shared/domain/urging/letter';
import type { OccasionFacts } from '@chi-tieu/shared/domain/urging/occasion-facts';
import type { Context } from '../../../app/context.ts';
import { needProvince } from '../../accounts/reach.service.ts';
import { today, unitTree } from '../../units/units.service.ts';
import { lookBy } from '../looks/look-by.service.ts';
import { writeLetter } from '../reminders/tell.ts';
import { ruleFactsOf, type RuleDraft } from './rules.service.ts';

/** Whom a rule would strike, and with which letter. */
export interface Trial {
  looked: number;
  unheard: number;
  strikes: { unitId: number; facts: OccasionFacts; letter: Letter }[];
}

/** Looks by a rule as it was typed, today; nothing of it is kept. */
export async function tryRule(ctx: Context, draft: RuleDraft): Promise<Trial> {
  await needProvince(ctx, 'reminder.rule');
  const rule = await ruleFactsOf(ctx, draft);
  const { found } = await lookBy(ctx, rule);
  const on = today(ctx);
  const tree = await unitTree(ctx, on);
  const { provinceId } = ctx;
  const strikes = found.flatMap(({ finding: { unitId }, facts }) => {
    if (facts === null) return [];
    const letter = writeLetter({ rule, unitId, facts, figure: null, today: on, tree, provinceId });
    return [{ unitId, facts, letter }];
  });
  const unheard = found.filter(({ finding }) => finding.state === 'UNHEARD').length;
  return { looked: found.length, unheard, strikes };
}
