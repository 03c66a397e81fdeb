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
  const effect = 'Thêm 1 điểm ở đây thì tổng hợp của cả đơn vị giao tăng 0,25 điểm.';

  it.each<[CascadeMethod, string]>([
    [
      'UNIFORM',
      '55,00 % là tăng 15,00 điểm so với 40,00 % của kỳ trước. ' +
        'Mọi đơn vị không bị giới hạn đều nhận cùng mức 55,00 %: đó là mức chung thấp nhất để tất cả cùng đạt 55,00 %.',
    ],
    [
      'PROPORTIONAL',
      '46,00 % là tăng 6,00 điểm so với 40,00 % của kỳ trước. ' +
        'Tỷ lệ kỳ trước của mọi đơn vị được nhân với cùng 115,79 %: ở đây là 40,00 % nhân lên rồi làm tròn theo bước 0,50. ' +
        'Đó là hệ số nhỏ nhất để tất cả cùng đạt 55,00 %.',
    ],
    [
      'CLOSE_THE_GAP',
      '47,50 % là tăng 7,50 điểm so với 40,00 % của kỳ trước. ' +
        'Mọi đơn vị đều đi 14,29 % quãng đường từ tỷ lệ kỳ trước tới trần của mình: đó là phần nhỏ nhất để tất cả cùng đạt 55,00 %.',
    ],
    [
      'FAIREST',
      '47,50 % là tăng 7,50 điểm so với 40,00 % của kỳ trước. ' +
        'Để tất cả cùng đạt 55,00 %, gánh nặng được chia đều nhất có thể: không đơn vị nào phải tăng quá 7,50 điểm, trừ nơi sàn buộc cao hơn.',
    ],
    [
      'LEAST_EFFORT',
      '47,50 % là tăng 7,50 điểm so với 40,00 % của kỳ trước. ' +
        'Để tất cả cùng đạt 55,00 %, đây là cách tốn ít công sức nhất: ở điểm tăng khó nhất, mỗi hồ sơ phải thêm được tính như 1 hồ sơ.',
    ],
  ])('tells the rule of %s', (method, expected) =>
    expect(vietnamese(reasonOf({}, method))).toBe(`${expected} ${effect}`),
  );

  it.each<[string, Reason, string, string]>([
    [
      'FLOOR',
      reasonOf({ floor: 7000 }, 'UNIFORM'),
      'có sàn 70,00 % nên không xuống',
      'has a floor of 70.00% and stays',
    ],
    [
      'CEILING',
      reasonOf({ ceiling: 4500 }, 'UNIFORM'),
      'có trần 45,00 % nên dừng',
      'has a ceiling of 45.00% and stops',
    ],
    [
      'POLICY',
      reasonOf({}, 'PROPORTIONAL', { policy: 'FLOOR' }),
      'buộc từng đơn vị đều phải đạt 55,00 %',
      'demands 55.00% of every single unit',
    ],
    ['LOCK', reasonOf({ locked: 3550 }, 'UNIFORM'), 'Chỉ tiêu đã khóa ở 35,50 %', 'The target is locked at 35.50%'],
    [
      'CURRENT',
      reasonOf({ current: 3550 }, 'SPREAD_REMAINDER'),
      'Chỉ tiêu 35,50 % đã có trong bản giao được giữ nguyên.',
      'The target of 35.50% that stands in the plan is kept.',
    ],
    [
      'NO_VOLUME',
      reasonOf({ volume: 0 }, 'UNIFORM'),
      'Kỳ trước không có hồ sơ nào, nên lấy bằng chỉ tiêu 55,00 % của cấp trên, trong giới hạn riêng.',
      'It had no dossiers before, so it is given what is required of the whole, 55.00%, within its own limits.',
    ],
    [
      'STEP',
      reasonOf({ floor: 5510, ceiling: 5540 }, 'UNIFORM'),
      'Giữa sàn và trần không có số nào tròn bước 0,50, nên lấy ngay giới hạn 55,10 %.',
      'No number in steps of 0.50 lies between its floor and ceiling, so it is given the limit 55.10%.',
    ],
  ])('tells what held it: %s', (held, reason, vi, en) => {
    expect(reason.held).toBe(held);
    expect(vietnamese(reason)).toContain(vi);
    expect(plain(reasonText(reason, 'en'))).toContain(en);
  });

  it('says in English what it says in Vietnamese', () => {
    expect(plain(reasonText(reasonOf({}, 'FAIREST'), 'en'))).toBe(
      '47.50% is 7.50 points above the 40.00% of before. ' +
        'For the whole to reach 55.00% the burden is shared as evenly as can be: nobody rises by more than 7.50 points, ' +
        'except where a floor demands it. One point more here moves the whole by 0.25 points.',
    );
  });

  it('tells a fall, a standstill and a baseline that was filled in', () => {
    expect(vietnamese(reasonOf({ locked: 3550 }, 'UNIFORM'))).toContain('35,50 % là thấp hơn 4,50 điểm so với 40,00 %');
    expect(vietnamese(reasonOf({ locked: 4000 }, 'UNIFORM'))).toContain('40,00 % là giữ nguyên tỷ lệ kỳ trước.');
    expect(vietnamese(reasonOf({ baseline: null }, 'FAIREST'))).toContain(
      '50,00 % của kỳ trước (tạm lấy mức chung vì chưa có số liệu)',
    );
  });

  it('is made of whole sentences, whatever set the number', () => {
    for (const method of ['UNIFORM', 'PROPORTIONAL', 'CLOSE_THE_GAP', 'FAIREST', 'LEAST_EFFORT'] as const) {
      for (const locale of ['vi', 'en'] as const) {
        const text = plain(reasonText(reasonOf({}, method), locale));
        expect(text).not.toContain(';');
        expect(text.endsWith('.')).toBe(true);
      }
    }
  });

  it('tells a share that is given back', () => {
    expect(vietnamese(reasonOf({}, 'CLOSE_THE_GAP', { required: 4000 }))).toContain('đều lùi 14,29 % quãng đường');
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
