import { yearOf, yearStart } from '@chi-tieu/shared/domain/days';
import { deadlineOf } from '@chi-tieu/shared/domain/urging/conditions';
import { judgeNotAssigned, judgeOutOfReach, judgeSilent } from '@chi-tieu/shared/domain/urging/findings';
import { hundredthsOf } from '@chi-tieu/shared/domain/percent';
import type { Context } from '../../../app/context.ts';
import { forecastTable } from '../../monitoring/standings/forecast.service.ts';
import { showForecast } from '../../monitoring/standings/show-forecast.service.ts';
import { assignments } from '../../plans/duties/assignments.service.ts';
import { indicatorByCode } from '../../rates/rates.service.ts';
import { today, unitTree } from '../../units/units.service.ts';
import { unitsOf, type Found, type Look, type LookAsked } from './found.ts';
import { lookBehind } from './look-behind.service.ts';
import { silenceOn } from './silence.service.ts';

/** What a rule finds today, of every unit that it looks at. Reads, and changes nothing. */
export async function lookBy(ctx: Context, rule: LookAsked['rule']): Promise<Look> {
  const on = today(ctx);
  const asked = { ctx, rule, on, tree: await unitTree(ctx, on) };
  switch (rule.condition.kind) {
    case 'BEHIND_MILESTONE':
      return lookBehind(asked);
    case 'SOURCE_SILENT':
      return lookSilent(asked);
    case 'NOT_ASSIGNED':
      return lookNotAssigned(asked);
    case 'OUT_OF_REACH':
      return lookOutOfReach(asked);
  }
}

async function lookSilent({ ctx, rule, on, tree }: LookAsked): Promise<Look> {
  const silence = await silenceOn(ctx, on);
  const found = unitsOf(rule, tree).map((unitId): Found => {
    const { state, lastDay, daysSince } = silence.of(unitId) ?? { state: 'NEVER', lastDay: null, daysSince: null };
    const finding = judgeSilent(unitId, { state, lastDay, daysSince, days: rule.condition.days ?? 0, on });
    const isNews = finding.state === 'STRIKES' && lastDay !== null && daysSince !== null;
    return { finding, facts: isNews ? { kind: 'SOURCE_SILENT', lastDay, days: daysSince } : null };
  });
  return { found, period: null, indicatorId: null };
}

async function lookNotAssigned({ ctx, rule, on, tree }: LookAsked): Promise<Look> {
  const code = rule.condition.indicator ?? '';
  const year = yearOf(on);
  const { id, name } = await indicatorByCode(ctx, code);
  const deadline = deadlineOf(rule.condition, year);
  const under = rule.underId === null ? null : (tree.byId(rule.underId)?.code ?? null);
  const rows = await assignments(ctx, { indicator: code, year, under, on });
  const byUnit = new Map(rows.map((row) => [row.unit.unitId, row]));
  const found = unitsOf(rule, tree).map((unitId): Found => {
    const row = byUnit.get(unitId);
    const finding = judgeNotAssigned(unitId, {
      mustAssign: row?.mustAssign ?? false,
      hasAssigned: row?.hasAssigned ?? false,
      plan: row?.byPlan.id ?? null,
      ...{ deadline, on },
    });
    const target = row ? hundredthsOf(row.target.percent) : null;
    const facts = { kind: 'NOT_ASSIGNED', indicator: name, year, target, assignBy: deadline } as const;
    return { finding, facts: finding.state === 'STRIKES' ? facts : null };
  });
  return { found, period: null, indicatorId: id };
}

async function lookOutOfReach({ ctx, rule, on, tree }: LookAsked): Promise<Look> {
  const indicator = await indicatorByCode(ctx, rule.condition.indicator ?? '');
  const year = yearOf(on);
  const table = await forecastTable(ctx, { indicator: indicator.code, year, on: null, knownAt: null });
  const period = { indicator: indicator.code, from: yearStart(year), to: table.on };
  const silence = await silenceOn(ctx, on);
  const question = { ...period, scope: 'SUBTREE', knownAt: null } as const;
  const found = unitsOf(rule, tree).map((unitId): Found => {
    const { numerator, denominator, targetHundredths: target } = table.soFar.of(unitId);
    // Who began only after the last day that counted has nothing yet.
    const isThere = target !== null && table.soFar.tree.byId(unitId) !== undefined;
    const forecast = isThere ? showForecast(table, question, unitId) : null;
    const isOut = forecast?.outlook === 'IMPOSSIBLE';
    const about = target === null ? null : `${year} ${target}`;
    const from = forecast?.impossibleFrom ?? null;
    const finding = judgeOutOfReach(unitId, {
      isOut,
      from,
      about,
      on: table.on,
      isSilent: silence.hides(unitId, tree),
    });
    if (finding.state !== 'STRIKES' || target === null || !forecast) return { finding, facts: null };
    const expected = { expected: forecast.expected, needed: forecast.needed ?? 0 };
    const counts = { numerator, denominator, target, on: table.on, year };
    return { finding, facts: { kind: 'OUT_OF_REACH', indicator: indicator.name, ...counts, ...expected } };
  });
  return { found, period, indicatorId: indicator.id };
}
