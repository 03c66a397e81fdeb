import { describe, expect, it } from 'vitest';
import { readTiers } from './read-tiers.ts';

describe('tiers as people write them', () => {
  it.each([
    ['PROVINCE|COMMUNE', 'PROVINCE,COMMUNE;'],
    ['', ';'],
    ['Cấp tỉnh', 'PROVINCE;'],
    ['Cấp Quận/huyện', 'DISTRICT;'],
    ['Cấp Quận/huyện|Cấp Xã/phường', 'DISTRICT,COMMUNE;'],
    ['Xã, phường, thị trấn', 'COMMUNE;'],
    ['Tỉnh; huyện và xã', 'PROVINCE,DISTRICT,COMMUNE;'],
    ['Cấp Bộ, Cấp tỉnh', 'PROVINCE;MINISTRY'],
    ['MINISTRY|xã', 'COMMUNE;MINISTRY'],
  ])('%j', (text, expected) => {
    const read = readTiers(text);
    expect(read && `${read.tiers.join()};${read.droppedTiers.join()}`).toBe(expected);
  });

  it.each(['Cấp thôn', 'Tỉnh, ấp', 'cơ quan khác', '1'])('%j names none', (text) => {
    expect(readTiers(text)).toBeNull();
  });
});
