import { formatPercent, type Locale } from '../percent.ts';
import type { Common } from './method.ts';
import { formatHundredths, formatPoints } from './number-text.ts';
import type { HeldBy, Reason } from './reason.ts';

/** Why a target is what it is, in sentences an officer reads aloud: how far it is from before, what set or held it, what a point more would do. */
export function reasonText(reason: Reason, locale: Locale): string {
  const cause = reason.held === null ? ruleText(reason, locale) : heldText(reason, reason.held, locale);
  return [startText(reason, locale), cause, effectText(reason, locale)].filter((part) => part !== '').join(' ');
}

function heldText({ limit, percent, required, step }: Reason, held: HeldBy, locale: Locale): string {
  const at = formatPercent(limit ?? percent, locale);
  const target = formatPercent(required, locale);
  const steps = formatHundredths(step, locale);
  const texts: Record<HeldBy, [vi: string, en: string]> = {
    FLOOR: [
      `Cách giao chung cho số thấp hơn, nhưng đơn vị này có sàn ${at} nên không xuống dưới mức đó.`,
      `The method alone asks less, but this unit has a floor of ${at} and stays above it.`,
    ],
    CEILING: [
      `Cách giao chung cho số cao hơn, nhưng đơn vị này có trần ${at} nên dừng ở đó.`,
      `The method alone asks more, but this unit has a ceiling of ${at} and stops there.`,
    ],
    POLICY: [
      `Bản giao buộc từng đơn vị đều phải đạt ${at}, nên đơn vị này được nâng lên mức đó.`,
      `The plan demands ${at} of every single unit, so this one was raised to it.`,
    ],
    LOCK: [`Chỉ tiêu đã khóa ở ${at} nên không đổi.`, `The target is locked at ${at} and does not change.`],
    CURRENT: [
      `Chỉ tiêu ${at} đã có trong bản giao được giữ nguyên.`,
      `The target of ${at} that stands in the plan is kept.`,
    ],
    NO_VOLUME: [
      `Kỳ trước không có hồ sơ nào, nên lấy bằng chỉ tiêu ${target} của cấp trên, trong giới hạn riêng.`,
      `It had no dossiers before, so it is given what is required of the whole, ${target}, within its own limits.`,
    ],
    STEP: [
      `Giữa sàn và trần không có số nào tròn bước ${steps}, nên lấy ngay giới hạn ${at}.`,
      `No number in steps of ${steps} lies between its floor and ceiling, so it is given the limit ${at}.`,
    ],
  };
  return texts[held][locale === 'vi' ? 0 : 1];
}

function ruleText({ common, percent, required, baseline, step }: Reason, locale: Locale): string {
  const target = formatPercent(required, locale);
  if (common === null) {
    return locale === 'vi'
      ? `Chỉ riêng các giới hạn đã đủ để cả đơn vị giao đạt ${target}.`
      : `The limits alone are enough for the whole to reach ${target}.`;
  }
  const { kind, value } = common;
  const [share, points] = [formatPercent(Math.abs(value), locale), formatPoints(value, locale)];
  const [own, from] = [formatPercent(percent, locale), formatPercent(baseline, locale)];
  const [steps, weight] = [formatHundredths(step, locale), plainWeight(value, locale)];
  const texts: Record<Common['kind'], [vi: string, en: string]> = {
    NUMBER: [
      `Mọi đơn vị không bị giới hạn đều nhận cùng mức ${own}: đó là mức chung thấp nhất để tất cả cùng đạt ${target}.`,
      `Every unit that no limit holds is given the same ${own}: the lowest common number with which the whole reaches ${target}.`,
    ],
    FACTOR: [
      `Tỷ lệ kỳ trước của mọi đơn vị được nhân với cùng ${share}: ở đây là ${from} nhân lên rồi làm tròn theo bước ${steps}. Đó là hệ số nhỏ nhất để tất cả cùng đạt ${target}.`,
      `The rate of every unit is multiplied by the same ${share}: here ${from}, rounded to steps of ${steps}. No smaller factor lets the whole reach ${target}.`,
    ],
    SHARE: [
      value < 0
        ? `Mọi đơn vị đều lùi ${share} quãng đường giữa tỷ lệ kỳ trước và trần của mình mà tất cả vẫn đạt ${target}.`
        : `Mọi đơn vị đều đi ${share} quãng đường từ tỷ lệ kỳ trước tới trần của mình: đó là phần nhỏ nhất để tất cả cùng đạt ${target}.`,
      value < 0
        ? `Every unit gives back ${share} of the way between its rate before and its ceiling, and the whole still reaches ${target}.`
        : `Every unit goes ${share} of the way from its rate before to its ceiling: the least with which the whole reaches ${target}.`,
    ],
    RISE: [
      `Để tất cả cùng đạt ${target}, gánh nặng được chia đều nhất có thể: không đơn vị nào phải tăng quá ${points}, trừ nơi sàn buộc cao hơn.`,
      `For the whole to reach ${target} the burden is shared as evenly as can be: nobody rises by more than ${points}, except where a floor demands it.`,
    ],
    EFFORT: [
      `Để tất cả cùng đạt ${target}, đây là cách tốn ít công sức nhất: ở điểm tăng khó nhất, mỗi hồ sơ phải thêm được tính như ${weight} hồ sơ.`,
      `For the whole to reach ${target} this is the way of least effort: in the hardest point every dossier more counts as ${weight}.`,
    ],
  };
  return texts[kind][locale === 'vi' ? 0 : 1];
}

/** A whole weight without decimals. */
const plainWeight = (hundredths: number, locale: Locale): string =>
  formatHundredths(hundredths, locale).replace(/[.,]00$/, '');

function startText({ rise, percent, baseline, baselineIsFilled, volume }: Reason, locale: Locale): string {
  if (volume === 0) return '';
  const [own, from] = [formatPercent(percent, locale), formatPercent(baseline, locale)];
  const points = formatPoints(Math.abs(rise), locale);
  if (locale === 'vi') {
    const filled = baselineIsFilled ? ' (tạm lấy mức chung vì chưa có số liệu)' : '';
    if (rise === 0) return `${own} là giữ nguyên tỷ lệ kỳ trước${filled}.`;
    return `${own} là ${rise < 0 ? 'thấp hơn' : 'tăng'} ${points} so với ${from} của kỳ trước${filled}.`;
  }
  const filled = baselineIsFilled ? ' (filled in for want of figures)' : '';
  if (rise === 0) return `${own} is as much as before${filled}.`;
  return `${own} is ${points} ${rise < 0 ? 'below' : 'above'} the ${from} of before${filled}.`;
}

function effectText({ effectPerPoint, volume }: Reason, locale: Locale): string {
  if (volume === 0) return '';
  const points = formatPoints(effectPerPoint, locale);
  return locale === 'vi'
    ? `Thêm 1 điểm ở đây thì tổng hợp của cả đơn vị giao tăng ${points}.`
    : `One point more here moves the whole by ${points}.`;
}
