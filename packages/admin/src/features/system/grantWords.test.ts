import { beforeAll, describe, expect, it } from 'vitest';
import { grantsInShort, hasLostItsOrigin, periodOf, standingOf } from './grantWords.ts';

beforeAll(() => import('./texts.ts'));

const ON = '2022-06-15';
const grant = (from: string | null, to: string | null, name = 'Xã Văn Hán') => ({
  role: 'CLERK' as const,
  unit: { name },
  from,
  to,
});

describe('a grant', () => {
  it.each([
    [null, null, 'NOW'],
    [ON, ON, 'NOW'],
    ['2022-06-16', null, 'LATER'],
    [null, '2022-06-14', 'OVER'],
  ] as const)('from %s to %s is on that day %s', (from, to, standing) => {
    expect(standingOf({ from, to }, ON)).toBe(standing);
  });

  it('says its days as they are written here, and what an open end means', () => {
    expect(periodOf(grant('2022-06-01', '2022-06-30'))).toBe('01/06/2022 – 30/06/2022');
    expect(periodOf(grant(null, null))).toBe('Không thời hạn');
  });
});

it('is told in short: the first that is not over, and how many more', () => {
  expect(grantsInShort([grant(null, '2022-01-01'), grant(null, null)], ON)).toBe('Cán bộ một cửa · Xã Văn Hán');
  expect(grantsInShort([grant(null, null), grant('2023-01-01', null, 'Huyện Đồng Hỷ')], ON)).toBe(
    'Cán bộ một cửa · Xã Văn Hán +1',
  );
  expect(grantsInShort([grant(null, '2022-01-01')], ON)).toBe('');
});

it.each([
  ['held', [{ id: '1', from: null, to: null }], false],
  ['over', [{ id: '1', from: null, to: '2022-06-14' }], true],
  ['taken back', [{ id: '2', from: null, to: null }], true],
])('a delegated grant whose origin is %s', (_what, origins, lost) => {
  expect(hasLostItsOrigin({ delegatedFrom: '1' }, origins, '2022-06-15')).toBe(lost);
});

it('asks no origin of what was not delegated', () => {
  expect(hasLostItsOrigin({ delegatedFrom: null }, [], '2022-06-15')).toBe(false);
});
