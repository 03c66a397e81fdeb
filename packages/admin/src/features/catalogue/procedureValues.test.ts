import { describe, expect, it } from 'vitest';
import { NOTHING_SAID, rebased, shownValue, valuesOf } from './procedureValues.ts';

describe('what was typed over a text', () => {
  const base = { ...NOTHING_SAID, name: 'Tên', fees: 'Không', inForceTo: null };

  it('goes over to the text of another day, with what that one says where nothing was touched', () => {
    const own = { ...base, name: 'Tên tôi gõ', inForceTo: '2022-12-31' };
    const next = { ...base, name: 'Tên từ tháng 7', fees: '2.000 đồng', inForceTo: '2030-01-01' };
    expect(rebased(base, own, next)).toEqual({ ...own, fees: '2.000 đồng' });
  });
});

describe('a value in words', () => {
  it('is one item a line, and empty for nothing', () => {
    expect(shownValue('tiers', ['COMMUNE', 'PROVINCE'])).toBe('Tỉnh · Xã');
    expect(shownValue('legalBases', ['A', 'B'])).toBe('A\nB');
    expect(
      shownValue('links', [
        { title: 'Cổng', url: 'https://a.vn' },
        { title: null, url: 'https://b.vn' },
      ]),
    ).toBe('Cổng: https://a.vn\nhttps://b.vn');
    expect(shownValue('inForceFrom', '2022-07-01')).toBe('01/07/2022');
    expect([shownValue('processingDays', 0.5), shownValue('processingDays', 3)]).toEqual(['0,5', '3']);
    expect([shownValue('fees', null), shownValue('documents', [])]).toEqual(['', '']);
  });

  it('leaves out what surrounds it in an answer', () => {
    const answered = {
      ...NOTHING_SAID,
      __typename: 'Procedure',
      links: [{ __typename: 'Link', title: null, url: 'u' }],
    };
    expect(valuesOf(answered)).toEqual({ ...NOTHING_SAID, links: [{ title: null, url: 'u' }] });
  });
});
