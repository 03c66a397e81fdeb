import type { ProcedureGround } from '@chi-tieu/shared/domain/suggest/suggest-procedures';
import type { UnitGround } from '@chi-tieu/shared/domain/suggest/suggest-units';
import type { Locale } from '../../../app/locale.ts';

/** Why something is suggested, as data and in a sentence. */
export type Ground = UnitGround | ProcedureGround | { kind: 'PADDED' | 'WORD' };

type Kind = Ground['kind'];
type Facts = Readonly<Record<string, string | number>>;

const TEXTS: Record<Kind, Record<Locale, (facts: Facts) => string>> = {
  NAME: {
    vi: ({ said }) => `Các dòng ghi đơn vị xử lý là “${said}”.`,
    en: ({ said }) => `The rows call the unit “${said}”.`,
  },
  CLOSE_NAME: {
    vi: ({ said, letters }) => `Các dòng ghi “${said}”, khác ${letters} chữ.`,
    en: ({ said, letters }) => `The rows say “${said}”, ${letters} letters away.`,
  },
  NEIGHBOUR: {
    vi: ({ organisation, neighbours }) =>
      `Cùng cấp trên với ${neighbours} đơn vị có mã liền kề (như ${organisation}), và chưa có mã nào.`,
    en: ({ organisation, neighbours }) =>
      `It lies below the same unit as ${neighbours} with identifiers beside this one (as ${organisation}), and has none itself.`,
  },
  CLOSE_CODE: {
    vi: ({ organisation }) => `Mã ${organisation} của đơn vị này chỉ khác một chữ số.`,
    en: ({ organisation }) => `Its identifier ${organisation} differs in one digit.`,
  },
  SENDER: {
    vi: ({ share }) => `${share} % hồ sơ khác trong cùng các lần gửi là của đơn vị này.`,
    en: ({ share }) => `${share}% of the other dossiers of the same imports are of it.`,
  },
  OTHER_GROUP: {
    vi: () => 'Cùng sáu chữ số, chỉ khác chữ số đầu.',
    en: () => 'The same six digits; only the first one differs.',
  },
  EXCHANGED: { vi: () => 'Hai chữ số bị đảo chỗ.', en: () => 'Two digits are exchanged.' },
  DIGITS: {
    vi: ({ digits }) => `Khác ${digits} chữ số.`,
    en: ({ digits }) => (digits === 1 ? 'One digit differs.' : `${digits} digits differ.`),
  },
  WORD: {
    vi: () => 'Ghi bằng chữ thay cho số.',
    en: () => 'Written in words instead of its number.',
  },
  PADDED: {
    vi: () => 'Cùng một số, chỉ viết thêm số 0, dấu cách hoặc phần lẻ.',
    en: () => 'The same number, written with zeros, blanks or decimals.',
  },
};

/** A ground in a sentence. */
export function groundText({ kind, ...facts }: Ground, locale: Locale): string {
  return TEXTS[kind][locale](facts);
}
