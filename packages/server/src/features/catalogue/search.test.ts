import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { saveProcedures } from '../../../test/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
  const civil = { field: 'Hộ tịch', tiers: ['DISTRICT', 'COMMUNE'] };
  await saveProcedures(
    api,
    { code: '3.000000', name: 'Thẩm quyền về uy tín', field: 'Khác', tiers: ['PROVINCE'] },
    { code: '1.000001', name: 'Hòa giải tranh chấp đất đai', field: 'Đất đai', tiers: ['COMMUNE'] },
    { code: '1.000002', name: 'Hoa tiêu hàng hải', field: 'Hàng hải', tiers: ['PROVINCE'] },
    { code: '1.000003', name: 'Đăng ký khai sinh', ...civil, inForceFrom: '2020-01-01', inForceTo: '2021-12-31' },
    { code: '1.000004', name: 'Đăng ký khai tử', ...civil, inForceFrom: '2022-01-01' },
    { code: '1.000005', name: 'Khai báo 100% vốn_góp', field: 'Đầu tư', tiers: ['PROVINCE'] },
    { code: '4.000006', name: 'Ủy quyền thủy lợi', field: 'Thủy lợi', tiers: [] },
    { code: '2.000815', name: 'Chứng thực bản sao từ bản chính', field: 'Chứng thực', tiers: ['COMMUNE'] },
    { code: '2.000816', name: 'Ban hanh quy dinh', field: 'Khác', tiers: ['PROVINCE'] },
  );
});
afterAll(() => api.close());

interface Page {
  totalCount: number;
  nodes: { code: string }[];
  edges: { cursor: string; node: { code: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

async function page(asked: Record<string, unknown>): Promise<Page> {
  const query = `query ($search: String, $field: String, $tier: UnitKind, $inForceOn: Date, $first: Int, $after: String) {
    procedures(search: $search, field: $field, tier: $tier, inForceOn: $inForceOn, first: $first, after: $after) {
      totalCount nodes { code } edges { cursor node { code } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  return (await api.ask<{ procedures: Page }>(query, asked)).procedures;
}

const last = (code: string) => code.slice(-1);
/** The last digits of the codes found, in their order. */
const found = async (search: string, more: Record<string, unknown> = {}) => {
  const { nodes, totalCount } = await page({ search, ...more });
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ code }) => last(code)).join('');
};

describe('searching the catalogue', () => {
  const cases: [string, string, string][] = [
    ['nothing', '', '123455606'],
    ['blanks', '  ', '123455606'],
    ['bare letters', 'dang ky', '34'],
    ['words in another order', 'sinh ký khai', '3'],
    ['words of name and field', 'hộ tịch tử', '4'],
    ['capitals', 'ĐĂNG KÝ KHAI SINH', '3'],
    ['decomposed letters', 'khai sinh'.normalize('NFD'), '3'],
    ['part of a word', 'chứng th', '5'],
    ['a code', '1.000004', '4'],
    ['part of a code', '0008', '56'],
    ['a code with the suffix of a province', '2.000815.000.00.00.H55', '5'],
    ['marks as typed before the same letters with others', 'hòa', '12'],
    ['the other tone position', 'hoà', '12'],
    ['bare letters that stand in names with marks and without', 'hoa', '21'],
    ['a tone on another vowel', 'uỷ', '660'],
    ['words with marks in another order, the marked name first', 'quyền ủy', '60'],
    ['marked words before bare ones', 'bản', '56'],
    ['đ as d', 'dat dai', '1'],
    ['a percent sign with its word', '100%', '5'],
    ['an underscore with its words', 'vốn_góp', '5'],
    ['words that stand together before the same words apart', 'uy quyen', '60'],
    ['a code without its dot', '2000815', '5'],
    ['seven digits that are no code', '9000815', ''],
    ['what nobody has', 'xyz', ''],
    ['a backslash after a word', 'tiêu\\', '2'],
  ];
  it.each(cases)('finds by %s', async (_what, search, codes) => {
    const { nodes } = await page({ search });
    expect(nodes.map(({ code }) => last(code)).join('')).toBe(codes);
  });

  it.each(['%', '_', '\\', '%%%', "'", '"'])('does not take %s for a pattern: nothing is called so', async (search) => {
    expect(await found(search)).toBe('');
  });

  it('takes 200 characters, blanks around them not counted, and looks for the first ten different words', async () => {
    expect(await found(` ${'khai '.repeat(40)} `)).toBe('345');
    expect(await found('khai a i o d g k y n t xyz')).toBe('34');
    expect(await found('khai a i o d g k y n xyz')).toBe('');
    const answer = await api.gql('query ($search: String) { procedures(search: $search) { totalCount } }', {
      search: 'x'.repeat(201),
    });
    expect([answer.code, answer.fields]).toEqual([
      'BAD_USER_INPUT',
      [{ path: 'search', message: 'Nội dung tìm kiếm dài quá 200 ký tự.' }],
    ]);
  });

  it('narrows by field, tier and day in force', async () => {
    expect(await found('', { field: 'Hộ tịch' })).toBe('34');
    expect(await found('', { field: 'hộ tịch' })).toBe('');
    expect(await found('khai', { tier: 'DISTRICT' })).toBe('34');
    expect(await found('', { tier: 'PROVINCE' })).toBe('2560');
    expect(await found('', { tier: 'DEPARTMENT' })).toBe('2560');
    expect(await found('khai', { inForceOn: '2021-12-31' })).toBe('35');
    expect(await found('khai', { inForceOn: '2022-01-01' })).toBe('45');
  });

  it('counts the fields in Vietnamese order, of all or of those in force on a day', async () => {
    const query = 'query ($on: Date) { procedureFields(inForceOn: $on) { field count } }';
    const { procedureFields } = await api.ask<{ procedureFields: { field: string; count: number }[] }>(query);
    const order = ['Chứng thực', 'Đất đai', 'Đầu tư', 'Hàng hải', 'Hộ tịch', 'Khác', 'Thủy lợi'];
    expect(procedureFields.map(({ field }) => field)).toEqual(order);
    expect(procedureFields.find(({ field }) => field === 'Hộ tịch')?.count).toBe(2);
    const then = await api.ask<{ procedureFields: { field: string; count: number }[] }>(query, { on: '2019-12-31' });
    expect(then.procedureFields.map(({ field }) => field)).not.toContain('Hộ tịch');
  });
});

describe('paging', () => {
  it.each([
    ['', 1],
    ['', 3],
    ['hoa', 1],
    ['b', 2],
  ])('through what %j finds by %i at a time gives everything once, in one order', async (search, first) => {
    const whole = await page({ search, first: 500 });
    const seen: string[] = [];
    let after: string | null = null;
    for (let turn = 0; turn < 20; turn++) {
      const some: Page = await page({ search, first, after });
      expect([some.totalCount, some.pageInfo.hasPreviousPage]).toEqual([whole.totalCount, after !== null]);
      expect(some.edges.map(({ node }) => node)).toEqual(some.nodes);
      expect(some.pageInfo.startCursor).toBe(some.edges[0]?.cursor ?? null);
      seen.push(...some.nodes.map(({ code }) => code));
      after = some.pageInfo.endCursor;
      if (!some.pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual(whole.nodes.map(({ code }) => code));
  });

  it('goes on where it stood when something was added before and after', async () => {
    const before = await page({ first: 4 });
    await saveProcedures(
      api,
      { code: '1.000000', name: 'Trước', tiers: [] },
      { code: '6.000000', name: 'Sau', tiers: [] },
    );
    const after = await page({ first: 500, after: before.pageInfo.endCursor });
    expect(after.nodes.map(({ code }) => code)).toEqual([
      '1.000005',
      '2.000815',
      '2.000816',
      '3.000000',
      '4.000006',
      '6.000000',
    ]);
    await api.db.query(
      `delete from procedure_text v using procedure p where p.id = v.procedure_id and p.code in ('1.000000', '6.000000')`,
    );
  });

  it('gives only the count for a page of nothing', async () => {
    const { nodes, totalCount, pageInfo } = await page({ first: 0 });
    expect([nodes, totalCount, pageInfo.hasNextPage, pageInfo.endCursor]).toEqual([[], 9, true, null]);
  });
});
