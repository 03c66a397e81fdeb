import { describe, expect, it } from 'vitest';
import { issueWarnings } from './issueWarnings.ts';

const TODAY = '2022-06-15';
const PLAN = { year: 2022, planned: null, amendedNumber: '793/QĐ-UBND' };
const of = (number: string, issuedOn: string | null, effectiveOn: string | null, today = TODAY) =>
  issueWarnings({ number, issuedOn, effectiveOn }, PLAN, today);
const FUTURE = 'Ngày này còn ở tương lai.';

describe('a decision', () => {
  it('that is as usual is not warned of, nor one that is not told yet', () => {
    const none = { number: [], issuedOn: [], effectiveOn: [] };
    expect(of('900/QĐ-UBND', '2022-06-15', '2022-06-15')).toEqual(none);
    expect(of('', null, null)).toEqual(none);
  });

  it.each([
    [
      'before its signing',
      '2022-06-10',
      '2022-06-01',
      ['Sớm hơn ngày ký 10/06/2022: bản giao có hiệu lực trước khi được ký.'],
    ],
    ['in the future', '2022-06-10', '2022-06-16', [FUTURE]],
    ['before the year', '2021-12-01', '2021-12-20', ['Trước năm 2022: bản giao sẽ có hiệu lực từ 01/01/2022.']],
    [
      'before the year by its signing alone',
      '2021-12-20',
      null,
      ['Trước năm 2022: bản giao sẽ có hiệu lực từ 01/01/2022.'],
    ],
    ['after the year', '2022-06-10', '2023-01-01', [FUTURE, 'Sau năm 2022: hãy chọn ngày không muộn hơn 31/12/2022.']],
  ])('taking effect %s', (_what, issuedOn, effectiveOn, expected) => {
    expect(of('900/QĐ-UBND', issuedOn, effectiveOn).effectiveOn).toEqual(expected);
  });

  it.each([
    ['as planned', '2022-01-20', '2022-01-01', []],
    ['on another day', '2022-01-20', '2022-01-20', ['20/01/2022']],
    ['on the day of signing, where none is told', '2022-01-20', null, ['20/01/2022']],
    ['before the year, so from its first day as planned', '2021-12-20', null, []],
  ])('that was planned for 01/01/2022 and takes effect %s', (_what, issuedOn, effectiveOn, days) => {
    const plan = { ...PLAN, planned: '2022-01-01' };
    const told = issueWarnings({ number: '1', issuedOn, effectiveOn }, plan, TODAY).effectiveOn;
    expect(told.filter((text) => text.includes('dự kiến'))).toEqual(
      days.map((one) => `Bản giao sẽ có hiệu lực từ ${one}, khác ngày dự kiến 01/01/2022.`),
    );
  });

  it('signed in the future is warned of at the signing', () => {
    expect(of('900/QĐ-UBND', '2022-06-16', null).issuedOn).toEqual([FUTURE]);
  });

  it.each([
    ['793/QĐ-UBND', 1],
    [' 793 / qđ-ubnd ', 1],
    ['794/QĐ-UBND', 0],
  ])('of the number %s has %d warnings where 793/QĐ-UBND is amended', (number, count) => {
    expect(of(number, null, null).number).toHaveLength(count);
  });
});
