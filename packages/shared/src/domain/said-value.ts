import { fold } from './fold.ts';

/** What people and systems write for a channel or a status that has a number: bare letters without blanks. */
const WORDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  KenhThucHien: {
    1: ['tructiep', 'noptructiep', 'offline', 'motcua', 'taiquay'],
    2: ['tructuyen', 'noptructuyen', 'online', 'dichvucong', 'dvc', 'quamang'],
    3: ['buuchinh', 'buuchinhcongich', 'buudien', 'bcci', 'quabuudien'],
  },
  TrangThaiHoSo: {
    1: ['moidangky'],
    2: ['datiepnhan', 'duoctiepnhan', 'tiepnhan'],
    3: ['khongduoctiepnhan', 'khongtiepnhan', 'tuchoi', 'tuchoitiepnhan'],
    4: ['dangxuly'],
    5: ['yeucaubosung', 'chobosung', 'bosung'],
    6: ['yeucaunghiavutaichinh', 'yeucaunopphi'],
    7: ['congdanruthoso', 'congdanrut', 'ruthoso'],
    8: ['dungxuly'],
    9: ['daxulyxong', 'xulyxong', 'hoanthanh'],
    10: ['datraketqua', 'traketqua'],
  },
};

const NUMBERS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(WORDS).map(([field, words]) => [
    field,
    new Map(Object.entries(words).flatMap(([number, said]) => said.map((word) => [word, number] as const))),
  ]),
);

const LONGEST = 40;

/**
 * The number that a word stands for in a field of numbers (TRUCTUYEN: 2); null for any other text. The list is closed, so that
 * such a word may be kept and shown: it cannot be anybody's name.
 */
export function numberSaid(field: string, text: string): string | null {
  const words = NUMBERS.get(field);
  if (!words || text.length > LONGEST) return null;
  return words.get(fold(text).replaceAll(' ', '')) ?? null;
}
