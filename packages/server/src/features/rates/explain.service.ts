import { formatWhole } from '@chi-tieu/shared/domain/rate';
import type { Context } from '../../app/context.ts';
import type { Locale } from '../../app/locale.ts';
import { latestMoment } from '../../app/moments.ts';
import { listById } from '../catalogue/lists.service.ts';
import { countDossiers } from '../dossiers/drill-down.queries.ts';
import { unitByCode, type UnitOnDay } from '../units/units.service.ts';
import { showUnit } from '../units/units.types.ts';
import { attainmentTable, type AttainmentFigures, type AttainmentQuestion } from './rates.service.ts';
import type { Explanation } from './rates.types.ts';
import { isAdditive } from './indicators.queries.ts';
import { ruleText } from './rule-text.service.ts';
import { showAttainment } from './show-attainment.ts';

/** The unit that a figure is about: the bearer of the code on the period's last day, else in its year. */
export async function unitOfFigure(ctx: Context, code: string, question: AttainmentQuestion): Promise<UnitOnDay> {
  const { tree } = await attainmentTable(ctx, question);
  const version = tree.byCode(code);
  return version
    ? { version, tree, on: question.to }
    : unitByCode(ctx, code, { year: Number(question.to.slice(0, 4)) });
}

/** The receiving units whose dossiers a figure counts. */
export async function receivingUnits(ctx: Context, unitId: number, question: AttainmentQuestion): Promise<number[]> {
  const { tree } = await attainmentTable(ctx, question);
  if (!tree.byId(unitId)) return [];
  const live = question.scope === 'OWN' ? [unitId] : [unitId, ...tree.below(unitId)];
  return live.flatMap((id) => tree.receivedBy(id));
}

/** The rule in words, the comparison on whole numbers and the three totals of a figure. */
export async function explainFigure(ctx: Context, code: string, question: AttainmentQuestion): Promise<Explanation> {
  const unit = await unitOfFigure(ctx, code, question);
  const table = await attainmentTable(ctx, question);
  const figures = table.of(unit.version.unitId);
  const list = table.indicator.listId === null ? null : await listById(ctx, table.indicator.listId);
  const units = await receivingUnits(ctx, unit.version.unitId, question);
  return {
    attainment: showAttainment(figures, question, showUnit(unit)),
    indicator: table.indicator,
    rule: ruleText(table.indicator, list?.name ?? null, ctx.locale, question),
    comparison: comparisonText(figures, ctx.locale),
    notCounted: isAdditive(table.indicator)
      ? await countDossiers(ctx.figures, ctx.provinceId, table.indicator, {
          ...question,
          units,
          countedAs: 'NOT_COUNTED',
          procedureId: null,
        })
      : 0,
    asOf: question.knownAt ?? (await latestMoment(ctx.read)) ?? ctx.app.now(),
  };
}

/** `numerator × 100` beside `target × denominator`, as met is decided; null where there is nothing to compare. */
function comparisonText(
  { numerator, denominator, targetHundredths }: AttainmentFigures,
  locale: Locale,
): string | null {
  if (targetHundredths === null || denominator === 0) return null;
  const left = numerator * 10_000;
  const right = targetHundredths * denominator;
  const whole = targetHundredths % 100 === 0 ? 100 : 1;
  const sign = left >= right ? '≥' : '<';
  return `${formatWhole(left / whole, locale)} ${sign} ${formatWhole(right / whole, locale)}`;
}
