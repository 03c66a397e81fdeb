import { formatPercent, type Locale } from '../percent.ts';
import type { Common } from './method.ts';
import { formatHundredths, formatPoints } from './number-text.ts';
import type { HeldBy, Reason } from './reason.ts';

/** Why a target is what it is, as one sentence: what set or held it, where it came from, what one point more would do. */
export function reasonText(reason: Reason, locale: Locale): string {
  const cause = reason.held === null ? ruleText(reason, locale) : heldText(reason, reason.held, locale);
  const parts = [cause, startText(reason, locale), effectText(reason, locale)];
  const sentence = parts.filter((part) => part !== '').join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function heldText({ limit, percent, required, step }: Reason, held: HeldBy, locale: Locale): string {
  const at = formatPercent(limit ?? percent, locale);
  const target = formatPercent(required, locale);
  const steps = formatHundredths(step, locale);
  const texts: Record<HeldBy, [vi: string, en: string]> = {
    FLOOR: [
      `sàn ${at} giữ lại, cách tính chung cho số thấp hơn`,
      `kept up by its floor of ${at}; the rule alone asks less`,
    ],
    CEILING: [
      `trần ${at} chặn lại, cách tính chung cho số cao hơn`,
      `held by its ceiling of ${at}; the rule alone asks more`,
    ],
    POLICY: [`nâng lên vì từng đơn vị đều phải đạt ${at}`, `raised because every single unit has to reach ${at}`],
    LOCK: [`đã khóa ở ${at}`, `locked at ${at}`],
    CURRENT: [`giữ nguyên ${at} đang có trong bản giao`, `keeps the ${at} that stands in the plan`],
    NO_VOLUME: [
      `không phát sinh hồ sơ nên theo chỉ tiêu ${target} của cấp trên trong giới hạn riêng`,
      `has no dossiers, so it follows the parent's ${target} within its own limits`,
    ],
    STEP: [
      `giữa sàn và trần không có bội số nào của bước ${steps} nên giữ ở giới hạn ${at}`,
      `no multiple of the step ${steps} lies between its limits, so it is held at the limit ${at}`,
    ],
  };
  return texts[held][locale === 'vi' ? 0 : 1];
}

function ruleText({ common, percent, required }: Reason, locale: Locale): string {
  const [own, target] = [formatPercent(percent, locale), formatPercent(required, locale)];
  if (common === null) {
    return locale === 'vi' ? `các giới hạn đã đủ để đạt ${target}` : `the limits alone are enough to reach ${target}`;
  }
  const [vi, en] = commonText(common, locale);
  return locale === 'vi' ? `${own} theo ${vi} để đạt ${target}` : `${own} by ${en} that reaches ${target}`;
}

function commonText({ kind, value }: Common, locale: Locale): [vi: string, en: string] {
  const percent = formatPercent(value, locale);
  const points = formatPoints(value, locale);
  const texts: Record<Common['kind'], [vi: string, en: string]> = {
    NUMBER: [`mức chung nhỏ nhất ${percent}`, `the smallest common number ${percent}`],
    FACTOR: [
      `tỷ lệ cơ sở nhân ${percent}, hệ số chung nhỏ nhất`,
      `its baseline times ${percent}, the smallest common factor`,
    ],
    SHARE: [
      `việc đi ${percent} quãng đường từ cơ sở tới trần, phần chung nhỏ nhất`,
      `going ${percent} of the way from its baseline to its ceiling, the smallest common share`,
    ],
    RISE: [
      `nguyên tắc không ai phải tăng quá ${points}, mức nhỏ nhất có thể`,
      `asking nobody for a rise above ${points}, the smallest bound`,
    ],
    EFFORT: [
      `tổng công sức nhỏ nhất, điểm nặng nhất có trọng số ${formatHundredths(value, locale)}`,
      `the least effort in all, the dearest point weighing ${formatHundredths(value, locale)},`,
    ],
  };
  return texts[kind];
}

function startText({ rise, baseline, baselineIsFilled, volume, held }: Reason, locale: Locale): string {
  if (held === 'NO_VOLUME' || volume === 0) return '';
  const from = formatPercent(baseline, locale);
  if (locale === 'vi') {
    const change = rise < 0 ? `giảm ${formatPoints(-rise, locale)}` : `tăng ${formatPoints(rise, locale)}`;
    return `${change} so với cơ sở ${from}${baselineIsFilled ? ' (bình quân các đơn vị khác)' : ''}`;
  }
  const change = rise < 0 ? `${formatPoints(-rise, locale)} below` : `${formatPoints(rise, locale)} above`;
  return `${change} its baseline of ${from}${baselineIsFilled ? ' (the mean of the others)' : ''}`;
}

function effectText({ effectPerPoint, volume }: Reason, locale: Locale): string {
  if (volume === 0) return '';
  const points = formatPoints(effectPerPoint, locale);
  return locale === 'vi'
    ? `thêm 1 điểm ở đây thì cấp trên thêm ${points}`
    : `one point more here moves the parent by ${points}`;
}
