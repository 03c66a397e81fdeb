import { formatDay } from '@chi-tieu/shared/domain/vietnamese-format';
import { formatWhole } from '@chi-tieu/shared/domain/rate';
import type { Context } from '../../app/context.ts';
import type { Locale } from '../../app/locale.ts';
import { latestMoment } from '../../app/moments.ts';
import { listById } from '../catalogue/lists.service.ts';
import { countDossiers } from '../dossiers/drill-down.queries.ts';
import { unitByCode, type UnitOnDay } from '../units/units.service.ts';
import { showUnit } from '../units/units.types.ts';
import type { IndicatorRow } from './indicators.queries.ts';
import { attainmentTable, type AttainmentFigures, type AttainmentQuestion } from './rates.service.ts';
import type { Explanation } from './rates.types.ts';
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
    rule: ruleText(table.indicator, list?.name ?? null, question, ctx.locale),
    comparison: comparisonText(figures, ctx.locale),
    notCounted: await countDossiers(ctx.figures, ctx.provinceId, table.indicator, {
      ...question,
      units,
      countedAs: 'NOT_COUNTED',
      procedureId: null,
    }),
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

const DAYS = {
  RECEIVED: { vi: 'ngày tiếp nhận', en: 'the day of reception' },
  RESOLVED: { vi: 'ngày kết thúc xử lý', en: 'the day of resolution' },
  PERIOD_END: { vi: 'ngày cuối kỳ', en: 'the last day of the period' },
};

const CHANNELS = {
  ONLINE: { vi: 'nộp trực tuyến', en: 'filed online' },
  IN_PERSON: { vi: 'nộp trực tiếp', en: 'filed in person' },
  POSTAL: { vi: 'nộp qua bưu chính', en: 'filed by post' },
  UNKNOWN: { vi: 'không rõ kênh', en: 'of unknown channel' },
};

function ruleText(
  indicator: IndicatorRow,
  list: string | null,
  { from, to }: AttainmentQuestion,
  locale: Locale,
): string {
  const day = DAYS[indicator.eligibilityDate][locale];
  const channel = CHANNELS[indicator.numeratorChannel][locale];
  const period = `${formatDay(from)} – ${formatDay(to)}`;
  const resolved = indicator.basis === 'RESOLVED';
  if (locale === 'vi') {
    const conditions = [
      indicator.inForceRequired ? 'còn hiệu lực' : null,
      list === null ? null : `trong ${list}`,
    ].filter(Boolean);
    const condition = conditions.length === 0 ? '' : `, thủ tục ${conditions.join(' và ')} vào ${day}`;
    return `Hồ sơ ${channel} trên tổng số hồ sơ ${resolved ? 'đã giải quyết' : 'tiếp nhận'} trong kỳ ${period}${condition}.`;
  }
  const conditions = [indicator.inForceRequired ? 'in force' : null, list === null ? null : `on “${list}”`].filter(
    Boolean,
  );
  const condition = conditions.length === 0 ? '' : ` whose procedure was ${conditions.join(' and ')} on ${day}`;
  return `Dossiers ${channel} over all dossiers ${resolved ? 'resolved' : 'received'} within ${period}${condition}.`;
}
