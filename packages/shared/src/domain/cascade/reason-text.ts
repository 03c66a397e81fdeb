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
      `kept up by its floor of ${at}, where the rule alone asks less`,
    ],
    CEILING: [
      `trần ${at} chặn lại, cách tính chung cho số cao hơn`,
      `held by its ceiling of ${at}, where the rule alone asks more`,
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

function ruleText({ common, percent, required, baseline, step }: Reason, locale: Locale): string {
  const target = formatPercent(required, locale);
  if (common === null) {
    return locale === 'vi' ? `riêng các giới hạn đã đủ để đạt ${target}` : `the limits alone are enough for ${target}`;
  }
  const { kind, value } = common;
  const [share, points] = [formatPercent(Math.abs(value), locale), formatPoints(value, locale)];
  const [own, from] = [formatPercent(percent, locale), formatPercent(baseline, locale)];
  const [steps, weight] = [formatHundredths(step, locale), formatHundredths(value, locale)];
  const texts: Record<Common['kind'], [vi: string, en: string]> = {
    NUMBER: [
      `cùng mức ${own} với mọi đơn vị còn mở, mức chung nhỏ nhất để đạt ${target}`,
      `the same ${own} as every open unit, the smallest common number that reaches ${target}`,
    ],
    FACTOR: [
      `cơ sở ${from} nhân hệ số chung ${share} theo bước ${steps}, hệ số nhỏ nhất để đạt ${target}`,
      `its baseline of ${from} times the common factor ${share} in steps of ${steps}, the smallest that reaches ${target}`,
    ],
    SHARE: [
      `${value < 0 ? 'lùi' : 'đi'} ${share} quãng đường từ cơ sở tới trần như mọi đơn vị còn mở, phần nhỏ nhất để đạt ${target}`,
      `${value < 0 ? 'gives back' : 'closes'} ${share} of the way to its ceiling like every open unit, the least that reaches ${target}`,
    ],
    RISE: [
      `không đơn vị nào phải tăng quá ${points} trừ khi sàn buộc, mức nhỏ nhất có thể để đạt ${target}`,
      `nobody has to rise by more than ${points} unless a floor demands it, the smallest bound that reaches ${target}`,
    ],
    EFFORT: [
      `cách ít công sức nhất để đạt ${target}, điểm tăng nặng nhất có trọng số ${weight}`,
      `the way of least effort to reach ${target}, where the dearest point weighs ${weight}`,
    ],
  };
  return texts[kind][locale === 'vi' ? 0 : 1];
}

function startText({ rise, baseline, baselineIsFilled, volume }: Reason, locale: Locale): string {
  if (volume === 0) return '';
  const from = formatPercent(baseline, locale);
  const points = formatPoints(Math.abs(rise), locale);
  if (locale === 'vi') {
    const change = rise === 0 ? 'bằng' : `${rise < 0 ? 'thấp hơn' : 'tăng'} ${points} so với`;
    return `${change} cơ sở ${from}${baselineIsFilled ? ' (điền thay vì chưa có số liệu)' : ''}`;
  }
  const change = rise === 0 ? 'at' : `${points} ${rise < 0 ? 'below' : 'above'}`;
  return `${change} its baseline of ${from}${baselineIsFilled ? ' (filled in for want of figures)' : ''}`;
}

function effectText({ effectPerPoint, volume }: Reason, locale: Locale): string {
  if (volume === 0) return '';
  const points = formatPoints(effectPerPoint, locale);
  return locale === 'vi'
    ? `thêm 1 điểm ở đây thì cấp trên thêm ${points}`
    : `one point more here moves the parent by ${points}`;
}
