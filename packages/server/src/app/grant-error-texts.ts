import { text } from './error-text.ts';
import type { Locale } from './locale.ts';

/** Texts of errors about grants and delegations (error-texts.ts). */
export const GRANT_ERROR_TEXTS = {
  'grant.beyondOwn': text(
    'Quyền quản lý tài khoản của bạn chỉ đến hết ngày {day}; không cấp được lâu hơn.',
    'You may manage accounts until {day}; you cannot give a role for longer.',
  ),
  'grant.exists': text(
    'Tài khoản đã có quyền này trong thời gian đó.',
    'The account holds this grant already on some of these days.',
  ),
  'grant.over': text('Thời gian này đã qua.', 'These days are over.'),
  'grant.own': text(
    'Không ai tự cấp vai trò cho mình; hãy nhờ một người quản trị khác.',
    'Nobody gives a role to themselves: ask another administrator.',
  ),
  'grant.provinceOnly': text('Vai trò này chỉ cấp được ở cấp tỉnh.', 'This role can be held for the province only.'),
  'grant.unknown': text('Không có quyền này.', 'There is no such grant.'),
} as const satisfies Record<string, Record<Locale, string>>;
