import { addDays, monthEnd, monthStart, yearOf, yearStart, type Day } from '@chi-tieu/shared/domain/days';
import { judgeBehind, lastSettledMonth, monthsBehind, type JudgedMonth } from '@chi-tieu/shared/domain/urging/findings';
import type { BehindFacts } from '@chi-tieu/shared/domain/urging/occasion-facts';
import { addCounts, type Counts } from '@chi-tieu/shared/domain/rate';
import { rollUp } from '@chi-tieu/shared/domain/unit-tree';
import { countsByMonth } from '../../monitoring/standings/history.queries.ts';
import { marksAt, type UnitMark } from '../../monitoring/standings/marks-at.queries.ts';
import type { IndicatorRow } from '../../rates/indicators.queries.ts';
import { indicatorByCode } from '../../rates/rates.service.ts';
import { unitTree } from '../../units/units.service.ts';
import { unitsOf, type Found, type Look, type LookAsked } from './found.ts';
import { silenceOn } from './silence.service.ts';

/** Who is behind the mark of the last month that has settled, and for how many months running within its year. */
export async function lookBehind({ ctx, rule, on, tree }: LookAsked): Promise<Look> {
  const { indicator: code, months: running, settleDays } = rule.condition;
  const indicator = await indicatorByCode(ctx, code ?? '');
  const last = lastSettledMonth(on, settleDays ?? 0);
  const then = await unitTree(ctx, monthEnd(last));
  const monthsOf = await judgedMonths({ ctx, rule, on, tree: then }, indicator, last);
  const silence = await silenceOn(ctx, on);
  const found = unitsOf(rule, tree).map((unitId): Found => {
    const months = monthsOf(unitId);
    const finding = judgeBehind(unitId, { months, running: running ?? 1, isSilent: silence.hides(unitId, tree) });
    const facts = finding.state === 'STRIKES' ? factsOf(months, indicator.name, silence.below(unitId, tree)) : null;
    return { finding, facts };
  });
  const period = { indicator: indicator.code, from: yearStart(yearOf(last)), to: monthEnd(last) };
  return { found, period, indicatorId: indicator.id };
}

function factsOf(months: readonly JudgedMonth[], indicator: string, unheard: number): BehindFacts | null {
  const run = monthsBehind(months);
  const [month, since] = [run[0], run.at(-1)];
  if (!month || !since || month.mark === null) return null;
  const told = { month: month.start, since: since.start, months: run.length };
  return { kind: 'BEHIND_MILESTONE', indicator, ...told, ...month.counts, mark: month.mark, unheard };
}

/** The months of a year until one of them, each with what a unit had counted from January on, by the tree of the last month's end. */
async function judgedMonths(
  { ctx, tree }: LookAsked,
  indicator: IndicatorRow,
  last: Day,
): Promise<(unitId: number) => JudgedMonth[]> {
  const starts = monthsUntil(last);
  const rows = await countsByMonth(ctx.read, ctx.provinceId, indicator, {
    from: starts[0] ?? last,
    to: last,
    knownAt: null,
  });
  const counted: ReadonlyMap<number, Counts>[] = [];
  const marks: ReadonlyMap<number, UnitMark>[] = [];
  const soFar = new Map<number, Counts>();
  for (const start of starts) {
    for (const { unitId, at, ...counts } of rows)
      if (at === start) soFar.set(unitId, addCounts(soFar.get(unitId) ?? NONE, counts));
    counted.push(rollUp(tree, soFar, 'SUBTREE'));
    const asked = { day: monthEnd(start), knownAt: null };
    const ofMonth = await marksAt(ctx.read, ctx.provinceId, indicator.id, tree, asked);
    marks.push(new Map(ofMonth.map((mark) => [mark.unitId, mark])));
  }
  return (unitId) =>
    starts.map((start, at): JudgedMonth => {
      const mark = marks[at]?.get(unitId);
      const counts = counted[at]?.get(unitId) ?? NONE;
      return { start, counts, mark: mark?.hundredths ?? null, plan: mark?.planId ?? null };
    });
}

const NONE: Counts = { numerator: 0, denominator: 0 };

function monthsUntil(last: Day): Day[] {
  const months: Day[] = [];
  for (let month = yearStart(yearOf(last)); month <= last; month = monthStart(addDays(monthEnd(month), 1)))
    months.push(month);
  return months;
}
