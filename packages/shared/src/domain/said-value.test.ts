import { describe, expect, it } from 'vitest';
import { readDossierRow } from './dossier-row.ts';
import { numberSaid } from './said-value.ts';

describe('a word for a number', () => {
  it.each([
    ['KenhThucHien', 'TRUCTUYEN', '2'],
    ['KenhThucHien', 'Trực tuyến', '2'],
    ['KenhThucHien', 'online', '2'],
    ['KenhThucHien', 'buu-chinh', '3'],
    ['TrangThaiHoSo', 'Đã trả kết quả', '10'],
    ['TrangThaiHoSo', 'TRUCTUYEN', null],
    ['MaTTHC', 'online', null],
    ['KenhThucHien', 'Nguyễn Văn A', null],
    ['KenhThucHien', 'constructor', null],
    ['constructor', 'online', null],
  ])('in %s, %s, is %s', (field, text, number) => {
    expect(numberSaid(field, text)).toBe(number);
  });

  it('is kept of a bad row as it came; any other word is not', () => {
    const keptOf = (text: string) => readDossierRow({ MaHoSo: 'x', KenhThucHien: text }).kept['KenhThucHien'];
    expect(keptOf('TRUCTUYEN')).toBe('TRUCTUYEN');
    expect(keptOf('NGUYENVANA')).toBe('\u{fffd}');
  });
});
