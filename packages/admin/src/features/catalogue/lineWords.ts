import { fold } from '@chi-tieu/shared/domain/fold';
import type { ServiceLevel } from '@chi-tieu/shared/generated/graphql';
import type { Tier } from './levels.ts';
import type { LineAction } from './lineActions.ts';

/** What a cell of a decision's line may say, beside the code: how the columns are told apart. */
export type CellRole = 'action' | 'tier' | 'level';

/**
 * How levels, actions and tiers are written in decisions, folded. A cell must say nothing else: the names of procedures are
 * full of the same words (`Cấp đổi thẻ`, `Đăng ký bổ sung hộ tịch`).
 */
const LEVEL_WORDING =
  /^(?:dich vu cong |dvc )?(?:truc tuyen )?(?:muc do |muc |level )?(toan trinh|full|mot phan|partial|[1-4])$/;
const LEVELS_BY_WORD: Readonly<Record<string, ServiceLevel>> = {
  'toan trinh': 'FULL',
  full: 'FULL',
  'mot phan': 'PARTIAL',
  partial: 'PARTIAL',
  '1': 'LEVEL_1',
  '2': 'LEVEL_2',
  '3': 'LEVEL_3',
  '4': 'LEVEL_4',
};
const ACTION_WORDINGS: Readonly<Record<LineAction, RegExp>> = {
  ADD: /^(?:add|bo sung|them|them moi|dua|phe duyet)(?: (?:vao )?danh muc| vao)?$/,
  REMOVE:
    /^(?:remove|loai|loai bo|bo|bot|xoa|dua ra|rut|(?:bai bo|huy bo)(?= (?:ra )?(?:khoi )?danh muc))(?: (?:ra )?(?:khoi )?danh muc| ra)?$/,
  CHANGE_LEVEL: /^(?:change|doi|thay doi|chuyen|chuyen doi|dieu chinh|nang|ha)(?: muc| muc do| level)?$/,
  ENFORCED: /^(?:enforced?|(?:duoc )?(?:ban hanh|ban hanh moi|moi ban hanh)|co hieu luc|cong bo(?: moi)?)$/,
  AMENDED: /^(?:amend(?:ed)?|(?:duoc )?sua doi(?: bo sung)?)$/,
  REPLACED: /^(?:replaced?|(?:bi |duoc )?thay the(?: (?:bang|boi)(?: (?:thu tuc|tthc|ma))*)?(?: \d \d{6})?)$/,
  REPEALED: /^(?:repeal(?:ed)?|(?:bi |duoc )?(?:bai bo|huy bo)|het hieu luc)$/,
};
const ACTIONS = Object.keys(ACTION_WORDINGS) as LineAction[];
const TIER_WORDS: Readonly<Record<Tier, RegExp>> = {
  PROVINCE: /\b(?:province|tinh|so|ban|nganh)\b/g,
  DISTRICT: /\b(?:district|huyen|thi xa|thanh pho)\b/g,
  COMMUNE: /\b(?:commune|phuong|thi tran|xa)\b/g,
};
/** What stands between tiers and says nothing by itself. */
const FILLERS = /\b(?:cap|ubnd|va|cac|hoac)\b/g;

/** The action that a cell names, and nothing else. */
export function actionIn(cell: string): LineAction | null {
  const wording = fold(cell);
  return ACTIONS.find((action) => ACTION_WORDINGS[action].test(wording)) ?? null;
}

/** The code that a cell puts in a procedure's place: `Thay thế bằng 2.000816`; null where it names none. */
export function successorIn(cell: string): string | null {
  return actionIn(cell) === 'REPLACED' ? (/\d\.\d{6}/.exec(cell)?.[0] ?? null) : null;
}

/** The level that a cell names, and nothing else. */
export function levelIn(cell: string): ServiceLevel | null {
  return LEVELS_BY_WORD[LEVEL_WORDING.exec(fold(cell))?.[1] ?? ''] ?? null;
}

/** The tiers that a cell names, and nothing else; none where it says more. */
export function tiersIn(cell: string): Tier[] {
  let rest = fold(cell).replace(FILLERS, ' ');
  const found: Tier[] = [];
  // District first: "thị xã" is no "xã".
  for (const tier of ['DISTRICT', 'COMMUNE', 'PROVINCE'] as const) {
    const without = rest.replace(TIER_WORDS[tier], ' ');
    if (without !== rest) found.push(tier);
    rest = without;
  }
  return rest.trim() === '' ? found : [];
}

/** What a cell says, where it can be read. */
export function roleOf(cell: string): CellRole | null {
  if (actionIn(cell) !== null) return 'action';
  if (levelIn(cell) !== null) return 'level';
  return tiersIn(cell).length > 0 ? 'tier' : null;
}

const LEVEL_LIKE = /^(?:dich vu cong |dvc )?(?:truc tuyen )?(?:muc do|muc|level) \S+$/;
const TIER_LIKE = /(?:^|\s)(?:tỉnh|huyện|xã|phường|thị trấn|thị xã|thành phố)(?!\s+hội)(?=\s|$)/;
const MOST_WORDS_OF_A_TIER = 3;

/** What a cell means to say though it cannot be read: `Mức độ 5` a level, `Liên xã` a tier. A guess, by few words. */
export function roleMeant(cell: string): CellRole | null {
  if (LEVEL_LIKE.test(fold(cell))) return 'level';
  const isShort = cell.split(/\s+/).length <= MOST_WORDS_OF_A_TIER;
  return isShort && TIER_LIKE.test(cell.toLocaleLowerCase('vi')) ? 'tier' : null;
}

/** What a column may hold beside what cells are told by. */
export type ColumnRole = CellRole | 'code' | 'locator' | 'unit' | 'successor' | 'name' | 'field';

const HEADERS: Readonly<Record<ColumnRole | 'other', RegExp>> = {
  code: /^(?:code|ma|ma so|ma (?:so )?(?:tthc|thu tuc|thu tuc hanh chinh)|procedure)$/,
  tier: /^(?:tiers?|cap|cap (?:thuc hien|giai quyet|hanh chinh))$/,
  level: /^(?:level|muc|muc do|muc (?:do )?(?:dvc|dich vu cong|dvctt|cung cap)(?: truc tuyen)?)$/,
  action: /^(?:action|viec|hanh dong|noi dung thay doi|thay doi|noi dung|hinh thuc)$/,
  locator: /^(?:trang|trang so|phu luc|trang phu luc|vi tri|page|annex|locator)$/,
  unit: /^(?:unit|don vi|(?:ma|ten) don vi|don vi (?:ap dung|duoc ap dung)|ap dung (?:cho|tai)|noi ap dung)$/,
  successor:
    /^(?:replaced by|thay (?:the )?bang|thu tuc thay the|tthc thay the|ma (?:so )?(?:tthc |thu tuc )?thay the|duoc thay the (?:bang|boi))$/,
  name: /^(?:name|ten|ten (?:tthc|thu tuc|thu tuc hanh chinh)|thu tuc|thu tuc hanh chinh)$/,
  field: /^(?:field|linh vuc)$/,
  other: /^(?:stt|tt|so tt|so thu tu|no|ghi chu|co quan(?: thuc hien| giai quyet)?|don vi thuc hien)$/,
};

const ROLES = ['code', 'tier', 'level', 'action', 'locator', 'unit', 'successor', 'name', 'field', 'other'] as const;

/** What a cell of a title row says that its column holds; null for what is no known title. */
export function headerRole(cell: string): ColumnRole | 'other' | null {
  const wording = fold(cell);
  return ROLES.find((role) => HEADERS[role].test(wording)) ?? null;
}
