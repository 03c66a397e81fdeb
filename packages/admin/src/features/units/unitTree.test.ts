import type { UnitKind } from '@chi-tieu/shared/generated/graphql';
import { describe, expect, it } from 'vitest';
import { findUnits, treeOf, type ListedUnit } from './unitTree.ts';

const unit = (
  code: string,
  name: string,
  kind: UnitKind,
  parent: string | null,
  aliases: string[] = [],
): ListedUnit => ({
  id: `id-${code}`,
  code,
  codeIsOfficial: true,
  name,
  kind,
  type: '',
  validFrom: null,
  aliases,
  parent: parent === null ? null : { id: `id-${parent}`, code: parent },
});
const units = [
  unit('05503', 'Xã Tân Cương', 'COMMUNE', '164'),
  unit('19-STTTT', 'Sở Thông tin và Truyền thông', 'DEPARTMENT', '19', ['H55.16', 'Sở TTTT']),
  unit('164', 'Thành phố Thái Nguyên', 'DISTRICT', '19'),
  unit('05431', 'Phường Quán Triều', 'COMMUNE', '164'),
  unit('19', 'Tỉnh Thái Nguyên', 'PROVINCE', null),
  unit('05788', 'Xã Tân Linh', 'COMMUNE', '171'),
  unit('171', 'Huyện Đại Từ', 'DISTRICT', '19'),
  unit('05800', 'Xã Hoà Bình', 'COMMUNE', '171'),
];
const codes = (found: readonly ListedUnit[]): string[] => found.map(({ code }) => code);

describe('the tree of a day', () => {
  const tree = treeOf(units);

  it('orders siblings by kind, then by code', () => {
    expect(codes(tree.roots)).toEqual(['19']);
    expect(codes(tree.childrenOf('19'))).toEqual(['164', '171', '19-STTTT']);
    expect(codes(tree.childrenOf('164'))).toEqual(['05431', '05503']);
  });

  it('knows the way up and everything below', () => {
    expect(codes(tree.above('05503'))).toEqual(['19', '164']);
    expect(codes(tree.above('19'))).toEqual([]);
    expect(new Set(codes(tree.below('19')))).toEqual(new Set(codes(units.filter(({ code }) => code !== '19'))));
  });

  it('shows a unit whose parent is not there at the top, so that none is lost', () => {
    expect(codes(treeOf(units.filter(({ code }) => code !== '171')).roots)).toEqual(['19', '05788', '05800']);
  });
});

describe('the search', () => {
  it.each([
    ['tan', ['05503', '05788']],
    ['TÂN LI', ['05788']],
    ['hòa bình', ['05800']],
    ['hoa binh', ['05800']],
    ['dai tu', ['171']],
    ['055', ['05503']],
    ['h55.16', ['19-STTTT']],
    ['so tttt', ['19-STTTT']],
    ['nothing like it', []],
  ])('finds by %j: %j', (text, expected) => {
    expect(codes(findUnits(text, units))).toEqual(expected);
  });

  it('puts what has the marks as typed first', () => {
    const named = [
      unit('1', 'Xã Tan', 'COMMUNE', null),
      unit('2', 'Xã Tấn', 'COMMUNE', null),
      unit('3', 'Xã Tân', 'COMMUNE', null),
    ];
    expect(codes(findUnits('tân', named))[0]).toBe('3');
    expect(codes(findUnits('tân', named)).sort()).toEqual(['1', '2', '3']);
  });
});
