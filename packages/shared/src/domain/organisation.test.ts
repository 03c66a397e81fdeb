import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aliasKey, organisationKey } from './organisation.ts';

describe('an organisation identifier', () => {
  it.each([
    ['000.00.00.H55', 'H55'],
    ['000.00.16.H55', 'H55.16'],
    ['000.03.900.H55', 'H55.900.03'],
    ['001.03.900.H55', 'H55.900.03.001'],
    ['001.00.16.H55', 'H55.16.00.001'],
    ['H55', 'H55'],
    ['H55.16', 'H55.16'],
    ['H55.900.03', 'H55.900.03'],
    ['H55.00.00', 'H55'],
    ['H55.16.00.000', 'H55.16'],
    ['h55.16', 'H55.16'],
    ['000.00.16.h55', 'H55.16'],
    ['  H55.16 ', 'H55.16'],
    ['H57.132', 'H57.132'],
    ['H55.1.123456', 'H55.1.123456'],
  ])('%s is compared as %s', (text, key) => expect(organisationKey(text)).toBe(key));

  it.each([
    '',
    'H5',
    'H555',
    '55H',
    'HH5',
    'H55.',
    '.H55',
    'H55..16',
    'H55.1234567',
    'H55.A6',
    'H55.16.H55',
    '16.H55',
    '00.16.H55',
    '000.000.00.16.H55',
    '1234567.00.16.H55',
    '000.0A.16.H55',
    '05503',
    'UBND xã',
    'H55.1.2.3.4.5.6',
    'H５５.16',
    `H55.${'1.'.repeat(5000)}`,
  ])('is not «%s»', (text) => expect(organisationKey(text)).toBeNull());

  it('is the same in the older and the newer form', () => {
    const part = fc.integer({ min: 1, max: 999_999 }).map(String);
    fc.assert(
      fc.property(part, part, part, (department, below, narrowest) => {
        const key = `H55.${department}.${below}`;
        expect(organisationKey(key)).toBe(key);
        expect(organisationKey(`000.${below}.${department}.H55`)).toBe(key);
        expect(organisationKey(`${narrowest}.${below}.${department}.H55`)).toBe(organisationKey(`${key}.${narrowest}`));
      }),
    );
  });
});

describe('an alias', () => {
  it.each([
    ['000.00.16.H55', 'H55.16'],
    ['H55.16', 'H55.16'],
    ['05503', 'code:05503'],
    [' 05503 ', 'code:05503'],
    ['19-STTTT', 'code:19-STTTT'],
    ['19-stttt', 'code:19-STTTT'],
    ['UBND phường Hoàng Văn Thụ', 'name:ubnd phuong hoang van thu'],
    ['UBND  Phường HOÀNG VĂN THỤ'.normalize('NFD'), 'name:ubnd phuong hoang van thu'],
    ['UBND xã Hoá Thượng, huyện Đồng Hỷ', 'name:ubnd xa hoa thuong huyen dong hy'],
    ['Phường 1', 'name:phuong 1'],
  ])('«%s» is compared as %s', (text, key) => expect(aliasKey(text)).toBe(key));
});
