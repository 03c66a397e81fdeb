import fc from 'fast-check';
import { expect, it } from 'vitest';
import { holdsCitizenNumber, withPlainDigits } from './citizen-number.ts';

it.each([
  '0987654321',
  '0987 654 321',
  '0987.654.321',
  '098-765-4321',
  '(0219) 3862 123',
  '02193862123',
  '+84987654321',
  '+84 987 654 321',
  '84987654321',
  '0084987654321',
  '019080424242',
  '019 080 424 242',
  '073123456',
  '073 123 456',
  'Trần Thị Bưởi 0987654321',
  'CCCD019080424242',
  'SĐT:0987654321.',
  'H55.16-0987654321',
  '2.000815.019080424242',
  '0912/345/678',
  '09123_45678',
  '2.000815.00.00.0912-345-678',
  '2.000815.091.234.5678',
  '091:234:5678',
  'Nguyễn Thị Bí Mật 0 9 1 2 3 4 5 6 7 8',
  '019.085.012.345',
  '019-085-012-345',
  '019/085/012/345 ngày 01/09/2022',
  '0912/345/678 019.085.012.345',
  '073_123_456',
  '+84/912/345/678',
  '０９１２３４５６７８',
  '0912\u2013345\u2013678',
  '0912\u200b345\u200b678',
  'H55.091.234.5678',
  'H55.16 (0912/345/678)',
  'ds Nguyễn Thị Bí Mật 0912345678 CCCD 019085012345.xlsx',
])('sees a number of a citizen in %o', (text) => {
  expect(holdsCitizenNumber(text)).toBe(true);
});

it.each([
  '000.00.16.H55-220831-0001',
  '000.00.16.H55-20220831-0000001',
  '000.03.164.H55-220831-0001',
  'H55.164.3-220301-7001',
  'H55.0164.003.0001-220831-0001',
  'H55.03.16-220831-1',
  'H55.16/22-0001',
  '2.000815',
  '2.000815.000.00.00.H55',
  '2.000815.02',
  'CT-01_2',
  '19-STTTT',
  '05503',
  'H55.900.03',
  'Ủy ban nhân dân xã Thái Học',
  'Phòng số 1, 02 Lý Thường Kiệt',
  '20220831',
  '20220831081500',
  '202208310815',
  '2022-08-31T08:15:00+07:00',
  '2022-08-31T08:15:00.000Z',
  '31/08/2022 08:15',
  '01-09-2022 08:15',
  '01.09.2022 08:15:00',
  '01/09/2022',
  '1661939200',
  'H55.31.25-221103-9001',
  'H55.31.25-221103-9001, 000.00.16.H55-220831-0001',
  'ho-so_01_09_2022_H55.16.csv',
  'ho-so-20220801-20220831.xlsx',
  'Báo cáo tháng 3-2022 (lần 2).xlsx',
  '08:15 31/08/2022',
  '2022-08-31 08:15:00',
  'UBND phường 14, quận 10',
  '2.000815.000.00.00.H55; 2.000815.02',
  '10',
  '',
])('sees none in %o', (text) => {
  expect(holdsCitizenNumber(text)).toBe(false);
});

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));

it('sees none in any code of a dossier whose date and serial stand apart', () => {
  const code = fc.tuple(
    fc.constantFrom('000.00.16.H55', '000.03.164.H55', 'H55.16', 'H55.164.3'),
    digits(6),
    digits(4),
  );
  fc.assert(fc.property(code, (parts) => !holdsCitizenNumber(parts.join('-'))));
});

it('sees every telephone number and identity number that stands between other words', () => {
  const number = fc.oneof(
    digits(8).map((rest) => `09${rest}`),
    digits(11).map((rest) => `0${rest}`),
    digits(9),
  );
  fc.assert(fc.property(number, (one) => holdsCitizenNumber(`Bà Bưởi, ${one}; xã Một`)));
});

it('takes no longer than its text is long, whatever stands in it', () => {
  const hostile = ['0', '1 ', '0. ', ' ', '1.', 'H55.', '000.00.16.', '0:', '20220831', '01/09/2022 '];
  const found = hostile.filter((part) => holdsCitizenNumber(`${part.repeat(20_000)}y`));
  expect(found).toEqual(['0. ', '000.00.16.', '0:']);
});

/** Where the digits of some scripts begin; of the last one they are no single units of UTF-16. */
const NOUGHTS = [0x30, 0x660, 0x6f0, 0x966, 0xe50, 0x17e0, 0x1810, 0xa620, 0xff10, 0x1d7ce, 0x11da0];
const inScript = (text: string, script: number): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(script + Number(digit)));

it('says the same of digits in whichever script they are written, each in another one', () => {
  const texts = fc.constantFrom(
    '0987 654 321',
    '019.080.424.242',
    '+84/912/345/678',
    '0912\u200b345\u200b678',
    'SĐT: 073123456.',
  );
  const scripts = fc.array(fc.constantFrom(...NOUGHTS), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(texts, scripts, (text, given) => {
      let at = 0;
      const mixed = text.replace(/\d/g, (digit) => inScript(digit, given[at++ % given.length] ?? 0x30));
      expect(holdsCitizenNumber(mixed)).toBe(true);
    }),
  );
  const harmless = fc.constantFrom(
    '2.000815.000.00.00.H55',
    '000.00.16.H55-220831-0001',
    '31/08/2022 08:15',
    '1661939200',
  );
  fc.assert(
    fc.property(harmless, fc.constantFrom(...NOUGHTS), (text, script) => !holdsCitizenNumber(inScript(text, script))),
  );
});

it('reads every decimal digit that there is', () => {
  const all = Array.from({ length: 0x110000 }, (_, code) => code).filter(
    (code) => (code < 0xd800 || code > 0xdfff) && /\p{Nd}/u.test(String.fromCodePoint(code)),
  );
  const read = withPlainDigits(all.map((code) => String.fromCodePoint(code)).join(''));
  expect(read).toBe('0123456789'.repeat(all.length / 10));
});
