import { fold } from '@chi-tieu/shared/domain/fold';
import type { LineAction } from './lineActions.ts';

/** How a title of a part of a decision begins, folded: `A. Danh mục thủ tục hành chính …`, `II. Các dịch vụ công …`. */
const TITLE =
  /^(?:(?:phan|muc|phu luc)\s+)?(?:[ivx]{1,5}|[a-h]|\d{1,2})?\s*(?:(?:danh muc|cac|nhung|danh sach)\s+)*(?:thu tuc|tthc|dich vu cong|dvc)\b/;
const SERVICES = /\b(?:dich vu cong|dvc|dvctt)\b/;
const ENDS = /\b(?:bai bo|huy bo|het hieu luc)\b/;
const LEAVES_LIST = /\b(?:dua ra|loai bo|loai ra|loai khoi|rut khoi|bo khoi)\b/;
const OTHER_CODE = /\bthay the\b/;
const OTHER_LEVEL = /\b(?:doi|dieu chinh|thay doi|nang|chuyen) muc\b/;
const AMENDS = /\bsua doi(?: bo sung)?\b/;
const BEGINS = /\b(?:moi ban hanh|ban hanh moi|chuan hoa|cong bo moi)\b/;
const JOINS_LIST = /\b(?:dua vao|bo sung|them moi)\b/;

/**
 * What the lines under a title of a decision do: `A. Thủ tục hành chính mới ban hành`, `III. Thủ tục bị bãi bỏ`. Null for what is no
 * such title, and for one that names several things at once. Of services it speaks of the list.
 */
export function sectionAction(text: string): LineAction | null {
  const wording = fold(text);
  if (!TITLE.test(wording)) return null;
  const isServices = SERVICES.test(wording);
  const said: (LineAction | null)[] = [
    LEAVES_LIST.test(wording) ? 'REMOVE' : null,
    ENDS.test(wording) ? (isServices ? 'REMOVE' : 'REPEALED') : null,
    OTHER_CODE.test(wording) ? 'REPLACED' : null,
    OTHER_LEVEL.test(wording) ? 'CHANGE_LEVEL' : null,
    AMENDS.test(wording) ? 'AMENDED' : null,
    BEGINS.test(wording) ? (isServices ? 'ADD' : 'ENFORCED') : null,
    JOINS_LIST.test(wording.replace(AMENDS, ' ')) ? 'ADD' : null,
  ];
  const named = new Set(said.filter((action) => action !== null));
  return named.size === 1 ? ([...named][0] ?? null) : null;
}
