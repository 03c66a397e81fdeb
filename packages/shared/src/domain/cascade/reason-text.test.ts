import { describe, expect, it } from 'vitest';
import { cascade } from './cascade.ts';
import { conflictText } from './conflict-text.ts';
import type { ConflictKind } from './conflicts.ts';
import { formatHundredths, formatPoints } from './number-text.ts';
import type { CascadeChild, CascadeMethod, CascadeProblem } from './problem.ts';
import { reasonText } from './reason-text.ts';
import { effectPerPoint, type Reason } from './reason.ts';

/** The reason of the first of two children; the second has three times its dossiers and a baseline of 50 %. */
function reasonOf(first: Partial<CascadeChild>, method: CascadeMethod, rest: Partial<CascadeProblem> = {}): Reason {
  const children: CascadeChild[] = [
    { code: '1', volume: 1000, baseline: 4000, ...first },
    { code: '2', volume: 3000, baseline: 5000 },
  ];
  const outcome = cascade({ required: 5500, policy: 'MEAN', step: 50, children, ...rest }, method);
  return outcome.proposals[0]?.reason as Reason;
}

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const vietnamese = (reason: Reason): string => plain(reasonText(reason, 'vi'));

describe('the sentence behind a number', () => {
  const rise = 'tăng 15,00 điểm so với cơ sở 40,00 %; thêm 1 điểm ở đây thì cấp trên thêm 0,25 điểm.';

  it.each<[CascadeMethod, string]>([
    ['UNIFORM', `Cùng mức 55,00 % với mọi đơn vị còn mở, mức chung nhỏ nhất để đạt 55,00 %; ${rise}`],
    [
      'PROPORTIONAL',
      'Cơ sở 40,00 % nhân hệ số chung 115,79 % theo bước 0,50, hệ số nhỏ nhất để đạt 55,00 %; ' +
        'tăng 6,00 điểm so với cơ sở 40,00 %; thêm 1 điểm ở đây thì cấp trên thêm 0,25 điểm.',
    ],
    [
      'CLOSE_THE_GAP',
      'Đi 14,29 % quãng đường từ cơ sở tới trần như mọi đơn vị còn mở, phần nhỏ nhất để đạt 55,00 %; ' +
        'tăng 7,50 điểm so với cơ sở 40,00 %; thêm 1 điểm ở đây thì cấp trên thêm 0,25 điểm.',
    ],
    [
      'FAIREST',
      'Không đơn vị nào phải tăng quá 7,50 điểm trừ khi sàn buộc, mức nhỏ nhất có thể để đạt 55,00 %; ' +
        'tăng 7,50 điểm so với cơ sở 40,00 %; thêm 1 điểm ở đây thì cấp trên thêm 0,25 điểm.',
    ],
    [
      'LEAST_EFFORT',
      'Cách ít công sức nhất để đạt 55,00 %, điểm tăng nặng nhất có trọng số 1,00; ' +
        'tăng 7,50 điểm so với cơ sở 40,00 %; thêm 1 điểm ở đây thì cấp trên thêm 0,25 điểm.',
    ],
  ])('tells the rule of %s', (method, expected) => expect(vietnamese(reasonOf({}, method))).toBe(expected));

  it.each<[string, Reason, string, string]>([
    ['FLOOR', reasonOf({ floor: 7000 }, 'UNIFORM'), 'Sàn 70,00 % giữ lại', 'Kept up by its floor of 70.00%'],
    ['CEILING', reasonOf({ ceiling: 4500 }, 'UNIFORM'), 'Trần 45,00 % chặn lại', 'Held by its ceiling of 45.00%'],
    [
      'POLICY',
      reasonOf({}, 'PROPORTIONAL', { policy: 'FLOOR' }),
      'Nâng lên vì từng đơn vị đều phải đạt 55,00 %',
      'Raised because every single unit has to reach 55.00%',
    ],
    ['LOCK', reasonOf({ locked: 3550 }, 'UNIFORM'), 'Đã khóa ở 35,50 %', 'Locked at 35.50%'],
    [
      'CURRENT',
      reasonOf({ current: 3550 }, 'SPREAD_REMAINDER'),
      'Giữ nguyên 35,50 % đang có trong bản giao',
      'Keeps the 35.50% that stands in the plan',
    ],
    [
      'NO_VOLUME',
      reasonOf({ volume: 0 }, 'UNIFORM'),
      'Không phát sinh hồ sơ nên theo chỉ tiêu 55,00 % của cấp trên trong giới hạn riêng.',
      "Has no dossiers, so it follows the parent's 55.00% within its own limits.",
    ],
    [
      'STEP',
      reasonOf({ floor: 5510, ceiling: 5540 }, 'UNIFORM'),
      'Giữa sàn và trần không có bội số nào của bước 0,50 nên giữ ở giới hạn 55,10 %',
      'No multiple of the step 0.50 lies between its limits, so it is held at the limit 55.10%',
    ],
  ])('tells what held it: %s', (held, reason, vi, en) => {
    expect(reason.held).toBe(held);
    expect(vietnamese(reason).startsWith(vi)).toBe(true);
    expect(plain(reasonText(reason, 'en')).startsWith(en)).toBe(true);
  });

  it('says in English what it says in Vietnamese', () => {
    expect(reasonText(reasonOf({}, 'FAIREST'), 'en')).toBe(
      'Nobody has to rise by more than 7.50 points unless a floor demands it, the smallest bound that reaches 55.00%; ' +
        '7.50 points above its baseline of 40.00%; one point more here moves the parent by 0.25 points.',
    );
  });

  it('tells a fall, a standstill and a baseline that was filled in', () => {
    expect(vietnamese(reasonOf({ locked: 3550 }, 'UNIFORM'))).toContain('thấp hơn 4,50 điểm so với cơ sở 40,00 %');
    expect(vietnamese(reasonOf({ locked: 4000 }, 'UNIFORM'))).toContain('; bằng cơ sở 40,00 %;');
    expect(vietnamese(reasonOf({ baseline: null }, 'FAIREST'))).toContain(
      'cơ sở 50,00 % (điền thay vì chưa có số liệu)',
    );
  });

  it('tells a share that is given back', () => {
    expect(vietnamese(reasonOf({}, 'CLOSE_THE_GAP', { required: 4000 }))).toContain('Lùi 14,29 % quãng đường');
  });
});

describe('the data behind it', () => {
  it('holds everything the sentence says, and more', () => {
    expect(reasonOf({ baseline: null, ceiling: 5200 }, 'UNIFORM')).toEqual({
      method: 'UNIFORM',
      held: 'CEILING',
      limit: 5200,
      common: { kind: 'NUMBER', value: 5600 },
      percent: 5200,
      required: 5500,
      step: 50,
      volume: 1000,
      baseline: 5000,
      baselineIsFilled: true,
      rise: 200,
      effectPerPoint: 25,
    });
  });

  it.each([
    [7, 100, 7],
    [1, 1000, 0],
    [5, 1000, 1],
    [49, 10_000, 0],
    [50, 10_000, 1],
    [0, 0, 0],
  ])('one point more at %i of %i dossiers moves the parent by %i hundredths', (volume, total, expected) => {
    expect(effectPerPoint(volume, total)).toBe(expected);
  });
});

describe('numbers in a sentence', () => {
  it.each([
    [1850, '18,50', '18.50 points'],
    [-639, '−6,39', '−6.39 points'],
    [7, '0,07', '0.07 points'],
    [0, '0,00', '0.00 points'],
  ])('%i is %s', (hundredths, vi, en) => {
    expect(formatHundredths(hundredths, 'vi')).toBe(vi);
    expect(plain(formatPoints(hundredths, 'en'))).toBe(en);
  });
});

describe('the sentence about a conflict', () => {
  it.each<[ConflictKind, string, string]>([
    ['CEILING', 'Trần 45,00 % của Xã A không cho lên cao hơn.', 'The ceiling of 45.00% keeps Xã A from going higher.'],
    ['LOCK', 'Xã A đang khóa ở 45,00 %.', 'Xã A is locked at 45.00%.'],
    ['CURRENT', 'Xã A giữ chỉ tiêu 45,00 % đang có trong bản giao.', 'Xã A keeps the 45.00% that stands in the plan.'],
    ['NO_STEP', 'Bước không cho Xã A mức nào khác 45,00 %.', 'The step leaves Xã A nothing but 45.00%.'],
    [
      'ISSUER',
      'Hồ sơ của chính Xã A chỉ đạt 45,00 % và không thay đổi được ở đây.',
      'The own dossiers of Xã A stay at 45.00% and cannot be changed here.',
    ],
    [
      'FLOOR_POLICY',
      'Trần 45,00 % của Xã A thấp hơn mức mà từng đơn vị phải đạt.',
      'The ceiling of 45.00% of Xã A is below what every single unit has to reach.',
    ],
    [
      'LOCK_BEYOND_LIMITS',
      'Xã A đang khóa ở mức vượt ra ngoài giới hạn 45,00 % của chính mình.',
      'Xã A is locked beyond its own limit of 45.00%.',
    ],
  ])('%s', (kind, vi, en) => {
    const conflict = { code: '1', kind, limit: 4500 };
    expect([plain(conflictText(conflict, 'Xã A', 'vi')), conflictText(conflict, 'Xã A', 'en')]).toEqual([vi, en]);
  });
});
