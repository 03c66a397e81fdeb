import { formatPercent, type Locale } from '../percent.ts';
import type { Conflict, ConflictKind } from './conflicts.ts';

/** What stands in the way, as one sentence about the unit of this name. */
export function conflictText({ kind, limit }: Conflict, name: string, locale: Locale): string {
  const at = formatPercent(limit, locale);
  const texts: Record<ConflictKind, [vi: string, en: string]> = {
    CEILING: [`Trần ${at} của ${name} không cho lên cao hơn.`, `The ceiling of ${at} keeps ${name} from going higher.`],
    LOCK: [`${name} đang khóa ở ${at}.`, `${name} is locked at ${at}.`],
    CURRENT: [`${name} giữ chỉ tiêu ${at} đang có trong bản giao.`, `${name} keeps the ${at} that stands in the plan.`],
    NO_STEP: [`Bước không cho ${name} mức nào khác ${at}.`, `The step leaves ${name} nothing but ${at}.`],
    ISSUER: [
      `Hồ sơ của chính ${name} chỉ đạt ${at} và không thay đổi được ở đây.`,
      `The own dossiers of ${name} stay at ${at} and cannot be changed here.`,
    ],
    FLOOR_POLICY: [
      `Trần ${at} của ${name} thấp hơn mức mà từng đơn vị phải đạt.`,
      `The ceiling of ${at} of ${name} is below what every single unit has to reach.`,
    ],
    LOCK_BEYOND_LIMITS: [
      `${name} đang khóa ở mức vượt ra ngoài giới hạn ${at} của chính mình.`,
      `${name} is locked beyond its own limit of ${at}.`,
    ],
  };
  return texts[kind][locale === 'vi' ? 0 : 1];
}
