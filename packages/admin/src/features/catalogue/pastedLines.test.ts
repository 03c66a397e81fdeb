import { describe, expect, it } from 'vitest';
import { pastedLines, type LineDefaults } from './pastedLines.ts';

const defaults: LineDefaults = { action: 'ADD', tier: 'COMMUNE', level: 'LEVEL_4' };
const read = (text: string): ReturnType<typeof pastedLines> => pastedLines(text, defaults);
const first = (text: string): unknown => read(text).lines[0];

describe('a table pasted from a spreadsheet', () => {
  it('becomes lines, its title row left out without a word', () => {
    const { lines, leftOut } = read(
      'STT\tMã TTHC\tTên thủ tục\tCấp\tMức độ\n1\t2.000815\tChứng thực bản sao\tHuyện\tToàn trình\n2\t1.001193\tĐăng ký khai sinh\tXã\tMột phần\n',
    );
    expect(leftOut).toEqual([]);
    expect(lines).toEqual([
      { procedure: '2.000815', action: 'ADD', tier: 'DISTRICT', level: 'FULL' },
      { procedure: '1.001193', action: 'ADD', tier: 'COMMUNE', level: 'PARTIAL' },
    ]);
  });

  it('takes from the defaults what a row does not say', () => {
    expect(first('1.004884')).toEqual({ procedure: '1.004884', ...defaults });
  });

  it('tells the rows in which it found no code', () => {
    const { lines, leftOut } = read('2.000815\tXã\nChứng thực chữ ký\tXã\n2.00815\tHuyện');
    expect(lines).toHaveLength(1);
    expect(leftOut).toEqual(['Chứng thực chữ ký · Xã', '2.00815 · Huyện']);
  });

  it('tells a single row without a code instead of taking it for a title', () => {
    expect(read('Chứng thực chữ ký')).toEqual({ lines: [], leftOut: ['Chứng thực chữ ký'] });
  });

  it.each([
    ['Tỉnh · Huyện · Xã', ['PROVINCE', 'DISTRICT', 'COMMUNE']],
    ['Cấp huyện và cấp xã', ['DISTRICT', 'COMMUNE']],
    ['UBND xã, phường, thị trấn', ['COMMUNE']],
    ['thị xã, thành phố', ['DISTRICT']],
    ['Sở, ban, ngành', ['PROVINCE']],
    ['DISTRICT|COMMUNE', ['DISTRICT', 'COMMUNE']],
  ])('makes a line for each tier of %j', (cell, tiers) => {
    expect(read(`2.000815\t${cell}`).lines.map(({ tier }) => tier)).toEqual(tiers);
  });

  it.each([
    ['Bổ sung', 'ADD'],
    ['Đưa vào danh mục', 'ADD'],
    ['Bãi bỏ', 'REMOVE'],
    ['Đưa ra khỏi danh mục', 'REMOVE'],
    ['Chuyển mức độ', 'CHANGE_LEVEL'],
    ['CHANGE_LEVEL', 'CHANGE_LEVEL'],
  ])('understands the action %j', (cell, action) => {
    expect(first(`2.000815\t${cell}`)).toMatchObject({ action });
  });

  it.each([
    ['Mức độ 4', 'LEVEL_4'],
    ['mức 3', 'LEVEL_3'],
    ['LEVEL_2', 'LEVEL_2'],
    ['DVC trực tuyến một phần', 'PARTIAL'],
    ['Toàn trình', 'FULL'],
  ])('understands the level %j', (cell, level) => {
    expect(first(`2.000815\t${cell}`)).toMatchObject({ level });
  });

  it('gives a removal no level', () => {
    expect(first('2.000815\tMức độ 4\tBãi bỏ')).toMatchObject({ action: 'REMOVE', level: null });
  });

  it.each(['Cấp đổi thẻ nhà báo', 'Đăng ký bổ sung hộ tịch', 'Hòa giải ở xã', 'Thủ tục cấp tỉnh toàn trình'])(
    'does not read a meaning into the name %j',
    (name) => {
      expect(first(`2.000815\t${name}`)).toEqual({ procedure: '2.000815', ...defaults });
    },
  );

  it('takes a number before the code for the row, after it for the level', () => {
    expect(first('3\t2.000815\tXã')).toMatchObject({ level: 'LEVEL_4' });
    expect(first('4\t2.000815\tXã\t3')).toMatchObject({ level: 'LEVEL_3' });
  });

  it('matches a code with a suffix by its national part', () => {
    expect(first('2.000815.000.00.00.H55')).toMatchObject({ procedure: '2.000815' });
  });

  it('keeps a cell with a line break and quotes together', () => {
    const { lines } = read('2.000815\t"Chứng thực ""bản sao""\ntừ bản chính"\tHuyện\n1.001193\tXã');
    expect(lines.map(({ procedure, tier }) => [procedure, tier])).toEqual([
      ['2.000815', 'DISTRICT'],
      ['1.001193', 'COMMUNE'],
    ]);
  });

  it('reads decomposed Unicode and Windows line ends', () => {
    expect(read('2.000815\tHuyện\tMột phần\r\n'.normalize('NFD')).lines).toEqual([
      { procedure: '2.000815', action: 'ADD', tier: 'DISTRICT', level: 'PARTIAL' },
    ]);
  });
});
