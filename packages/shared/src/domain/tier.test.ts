import { describe, expect, it } from 'vitest';
import { statedTiers, tierOfKind, writtenTiers } from './tier.ts';

const item = (CAPTHUCHIEN: unknown, TENCAP?: unknown) => ({ CAPTHUCHIEN, TENCAP });

describe('the tier of a unit', () => {
  it.each([
    ['PROVINCE', 'PROVINCE'],
    ['DEPARTMENT', 'PROVINCE'],
    ['DISTRICT', 'DISTRICT'],
    ['COMMUNE', 'COMMUNE'],
  ] as const)('of kind %s is %s', (kind, tier) => expect(tierOfKind(kind)).toBe(tier));
});

describe('tiers in a table', () => {
  it.each([
    ['PROVINCE|DISTRICT|COMMUNE', ['PROVINCE', 'DISTRICT', 'COMMUNE'], []],
    ['COMMUNE|PROVINCE', ['PROVINCE', 'COMMUNE'], []],
    [' commune | COMMUNE ', ['COMMUNE'], []],
    ['MINISTRY|COMMUNE', ['COMMUNE'], ['MINISTRY']],
    ['MINISTRY', [], ['MINISTRY']],
    ['', [], []],
    [null, [], []],
  ])('%o are %o, dropped %o', (text, tiers, droppedTiers) =>
    expect(writtenTiers(text)).toEqual({ tiers, droppedTiers }),
  );

  it.each(['DEPARTMENT', 'COMMUNE,DISTRICT', 'COMMUNE|xã', 3, {}])('%o are not known', (text) => {
    expect(writtenTiers(text)).toBeNull();
  });
});

describe('tiers in a reply', () => {
  it.each([
    [[item('2', 'Cấp Quận/huyện'), item('3', 'Cấp Xã/phường')], ['DISTRICT', 'COMMUNE'], []],
    [[item('3'), item(1), item('3')], ['PROVINCE', 'COMMUNE'], []],
    [[item('1', 'Cấp Tỉnh'.normalize('NFD'))], ['PROVINCE'], []],
    [[item('', 'CẤP HUYỆN')], ['DISTRICT'], []],
    [[item('0', 'Cấp Bộ'), item('1', 'Cấp tỉnh')], ['PROVINCE'], ['MINISTRY']],
    [[item('9', 'Cấp Bộ')], [], ['MINISTRY']],
    [[item('4', 'Cơ quan khác'), item('0')], [], ['MINISTRY', 'Cơ quan khác']],
    ['2', ['DISTRICT'], []],
    [item('3', 'Cấp Xã'), ['COMMUNE'], []],
  ])('%o are %o, dropped %o', (value, tiers, droppedTiers) =>
    expect(statedTiers(value)).toEqual({ tiers, droppedTiers }),
  );

  it.each([[undefined], [null], [''], [[]]])('are not told by %o', (value) => expect(statedTiers(value)).toBeNull());

  it('disagree where digit and name say different things', () => {
    expect(statedTiers([item('2', 'Cấp Xã')])).toBe('TIERS_DISAGREE');
    expect(statedTiers([item('0', 'Cấp Tỉnh')])).toBe('TIERS_DISAGREE');
  });

  it('are malformed where an item says nothing', () => {
    expect(statedTiers([{}])).toBe('MALFORMED');
    expect(statedTiers([[]])).toBe('MALFORMED');
  });
});
