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
      { procedure: '2.000815', told: { name: 'Chứng thực bản sao' }, action: 'ADD', tier: 'DISTRICT', level: 'FULL' },
      { procedure: '1.001193', told: { name: 'Đăng ký khai sinh' }, action: 'ADD', tier: 'COMMUNE', level: 'PARTIAL' },
    ]);
  });

  it('takes from the defaults what a row does not say', () => {
    expect(first('1.004884')).toEqual({ procedure: '1.004884', ...defaults });
  });

  it('keeps a code that is none in its line, to be mended there', () => {
    const { lines, leftOut } = read('2.000815\tXã\nChứng thực chữ ký\tXã\n2.00815\tHuyện\n2,000815\tXã');
    expect(lines.map(({ procedure, tier }) => [procedure, tier])).toEqual([
      ['2.000815', 'COMMUNE'],
      ['Chứng thực chữ ký', 'COMMUNE'],
      ['2.00815', 'DISTRICT'],
      ['2,000815', 'COMMUNE'],
    ]);
    expect(leftOut).toEqual([]);
  });

  it('keeps a first row with a malformed code: it is no title', () => {
    expect(read('2.00815\tHuyện\tToàn trình\n1.001193\tXã').lines.map(({ procedure }) => procedure)).toEqual([
      '2.00815',
      '1.001193',
    ]);
    expect(first('2.00815')).toMatchObject({ procedure: '2.00815', tier: 'COMMUNE' });
  });

  it('takes the column of the codes for the code where it can be told', () => {
    const { lines } = read('STT\tTên thủ tục\tMã\tCấp\n1\tĐăng ký khai sinh\tchưa có mã\tXã\n2\tKết hôn\t1.001193\tXã');
    expect(lines.map(({ procedure }) => procedure)).toEqual(['chưa có mã', '1.001193']);
  });

  it('tells the rows that say nothing about a list', () => {
    const { lines, leftOut } = read('I. LĨNH VỰC HỘ TỊCH\n2.000815\tXã\nChứng thực chữ ký');
    expect(lines).toHaveLength(1);
    expect(leftOut).toEqual(['I. LĨNH VỰC HỘ TỊCH', 'Chứng thực chữ ký']);
  });

  describe('with a cell that cannot be read', () => {
    it.each([
      ['2.000815\tLiên xã', 'tier', 'Liên xã'],
      ['2.000815\tXã\tMức độ 5', 'level', 'Mức độ 5'],
      ['Mã\tCấp\n2.000815\tThôn', 'tier', 'Thôn'],
      ['Mã\tMức độ\n2.000815\tcao', 'level', 'cao'],
      ['Mã\tViệc\n2.000815\tgiữ nguyên', 'action', 'giữ nguyên'],
      ['2.000815\tXã\n1.001193\tHuyện\n1.004884\tThôn', 'tier', 'Thôn'],
      ['2.000815\tMức độ 4\n1.001193\tMức độ 3\n1.004884\t5', 'level', '5'],
    ])('%j leaves the %s open instead of taking the default', (text, role, cell) => {
      const last = read(text).lines.at(-1);
      expect(last).toMatchObject({ [role]: '', unread: { [role]: cell } });
    });

    it('takes the default for an empty or missing cell of the same columns', () => {
      const { lines } = read('Mã\tCấp\tMức độ\n2.000815\t\tThường\n1.001193\tHuyện');
      expect(lines).toEqual([
        { procedure: '2.000815', action: 'ADD', tier: 'COMMUNE', level: '', unread: { level: 'Thường' } },
        { procedure: '1.001193', action: 'ADD', tier: 'DISTRICT', level: 'LEVEL_4' },
      ]);
    });

    it('asks for no level of a removal', () => {
      expect(first('2.000815\tXã\tMức độ 5\tBãi bỏ')).toEqual({
        procedure: '2.000815',
        action: 'REMOVE',
        tier: 'COMMUNE',
        level: null,
      });
    });
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
    ['Bãi bỏ khỏi danh mục', 'REMOVE'],
    ['Đưa ra khỏi danh mục', 'REMOVE'],
    ['Bãi bỏ', 'REPEALED'],
    ['Bị bãi bỏ', 'REPEALED'],
    ['Mới ban hành', 'ENFORCED'],
    ['Sửa đổi, bổ sung', 'AMENDED'],
    ['Được thay thế', 'REPLACED'],
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

  it.each([
    'Bảo hiểm xã hội',
    'Công tác xã hội',
    'Bản sao',
    'Cấp đổi thẻ nhà báo',
    'Đăng ký bổ sung hộ tịch',
    'Hòa giải ở xã',
    'Thủ tục cấp tỉnh toàn trình',
  ])('does not read a meaning into the name %j', (name) => {
    expect(first(`2.000815\t${name}`)).toEqual({ procedure: '2.000815', told: { name }, ...defaults });
  });

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

describe('a decision that does everything at once', () => {
  it('says by the titles of its parts what the lines under each do', () => {
    const { lines, leftOut } = read(
      [
        'STT\tMã TTHC\tTên TTHC\tCấp',
        'A. DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH',
        'I. LĨNH VỰC HỘ TỊCH',
        '1\t2.000815\tChứng thực\tXã',
        'B. Thủ tục hành chính được sửa đổi, bổ sung',
        '1\t1.001193\tKhai sinh\tXã',
        'II\tThủ tục hành chính bị thay thế',
        '1\t1.001194\tKết hôn\tXã',
        'C. Danh mục TTHC bãi bỏ',
        '1\t1.004884\tKhai tử\tHuyện',
        'D. Dịch vụ công trực tuyến đưa ra khỏi danh mục',
        '1\t1.004885\tGiám hộ\tHuyện',
      ].join('\n'),
    );
    expect(lines.map(({ procedure, action, tier, level }) => [procedure, action, tier, level])).toEqual([
      ['2.000815', 'ENFORCED', '', null],
      ['1.001193', 'AMENDED', '', null],
      ['1.001194', 'REPLACED', '', null],
      ['1.004884', 'REPEALED', '', null],
      ['1.004885', 'REMOVE', 'DISTRICT', null],
    ]);
    expect(leftOut).toEqual(['I. LĨNH VỰC HỘ TỊCH']);
  });

  it('says nothing by a title that names several things, nor by the name of a procedure', () => {
    const title = 'Danh mục thủ tục hành chính mới ban hành, bãi bỏ';
    expect(read(`${title}\n1\t2.000815`)).toEqual({
      lines: [{ procedure: '2.000815', ...defaults }],
      leftOut: [title],
    });
    expect(first('Thủ tục bãi bỏ quyết định\t2.000815')).toMatchObject({ action: 'ADD' });
  });

  it('goes before the title by what stands in the row', () => {
    expect(first('Thủ tục hành chính bị bãi bỏ\n2.000815\tSửa đổi')).toMatchObject({ action: 'AMENDED' });
  });

  it.each([
    ['Mã\tViệc\tThay thế bằng\n2.000815\tThay thế\t2.000816', '2.000816'],
    ['2.000815\tThay thế bằng 2.000816', '2.000816'],
    ['Mã\tViệc\tTTHC thay thế\n2.000815\tThay thế\tchưa rõ', 'chưa rõ'],
  ])('tells what takes its place in %j', (table, successor) => {
    expect(first(table)).toEqual({ procedure: '2.000815', action: 'REPLACED', tier: '', level: null, successor });
  });

  it('means the list by “bãi bỏ” where a level stands beside it', () => {
    expect(first('2.000815\tToàn trình\tBãi bỏ')).toMatchObject({ action: 'REMOVE', level: null });
  });
});

describe('a column of units', () => {
  it('names a unit in each line, as it is written there', () => {
    const { lines } = read('Mã\tĐơn vị\n2.000815\tPhường Hoàng Văn Thụ\n2.000815\t05503\n1.001193\t');
    expect(lines.map(({ procedure, unit }) => [procedure, unit])).toEqual([
      ['2.000815', 'Phường Hoàng Văn Thụ'],
      ['2.000815', '05503'],
      ['1.001193', undefined],
    ]);
  });

  it('that says tiers gives a line for each, and names no unit', () => {
    const { lines } = read('Mã\tÁp dụng cho\n2.000815\tUBND cấp huyện, cấp xã');
    expect(lines.map(({ tier, unit }) => [tier, unit])).toEqual([
      ['DISTRICT', undefined],
      ['COMMUNE', undefined],
    ]);
  });
});

describe('where a line stands in the decision', () => {
  const defaults: LineDefaults = { action: 'ADD', tier: 'COMMUNE', level: 'FULL', locator: ' Phụ lục I ' };

  it('is told by a column of that title, else by the default', () => {
    const table = 'Mã\tMức độ\tTrang\n2.000815\tMức độ 4\t12\n1.000689\tMức độ 3\t';
    const { lines, leftOut } = pastedLines(table, defaults);
    expect(lines.map(({ procedure, level, locator }) => [procedure, level, locator])).toEqual([
      ['2.000815', 'LEVEL_4', '12'],
      ['1.000689', 'LEVEL_3', 'Phụ lục I'],
    ]);
    expect(leftOut).toEqual([]);
  });
});

describe('what a row says of the procedure itself', () => {
  it('is its name, field and tiers by the titles of their columns', () => {
    const table = 'Mã TTHC\tTên thủ tục\tLĩnh vực\tCấp\n3.000123\tCấp bản sao điện tử\tChứng thực\tHuyện, xã';
    expect(pastedLines(table, { ...defaults, action: 'ENFORCED' }).lines[0]).toMatchObject({
      action: 'ENFORCED',
      told: { name: 'Cấp bản sao điện tử', field: 'Chứng thực', tiers: ['DISTRICT', 'COMMUNE'] },
    });
    expect(read(table).lines.map(({ tier, told }) => [tier, told])).toEqual([
      ['DISTRICT', { name: 'Cấp bản sao điện tử', field: 'Chứng thực' }],
      ['COMMUNE', { name: 'Cấp bản sao điện tử', field: 'Chứng thực' }],
    ]);
  });

  it('is found without titles where a cell of several words means nothing else', () => {
    expect(first('1\t3.000123\tCấp bản sao điện tử\tXã\tToàn trình')).toMatchObject({
      told: { name: 'Cấp bản sao điện tử' },
      tier: 'COMMUNE',
      level: 'FULL',
    });
    expect(first('3.000123\tXã\tToàn trình')).not.toHaveProperty('told');
  });

  it('is the field by the title of its part, until another part begins', () => {
    const { lines } = read(
      [
        'A. Thủ tục hành chính mới ban hành',
        'I. LĨNH VỰC HỘ TỊCH',
        '1\t3.000123\tĐăng ký lại\tXã',
        'B. Thủ tục hành chính bị bãi bỏ',
        '1\t1.001193\tĐăng ký khai sinh\tXã',
      ].join('\n'),
    );
    expect(lines.map(({ told }) => told?.field)).toEqual(['Hộ tịch', undefined]);
  });
});
