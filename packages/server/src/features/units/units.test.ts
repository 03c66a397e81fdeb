import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi({ now: new Date('2022-12-31T16:59:59Z') });
});
afterAll(() => api.close());

interface Seen {
  code: string;
  name: string;
  type: string;
  kind: string;
  validFrom: string | null;
  validTo: string | null;
}

async function unit(code: string, on?: string, fields = 'code name type kind validFrom validTo'): Promise<Seen | null> {
  const query = `query ($code: ID!, $on: Date) { unit(code: $code, on: $on) { ${fields} } }`;
  return (await api.ask<{ unit: Seen | null }>(query, { code, on })).unit;
}

async function codes(asked: Record<string, unknown>): Promise<string[]> {
  const query = `query ($on: Date, $under: ID, $kind: UnitKind, $search: String) {
    units(on: $on, under: $under, kind: $kind, search: $search, first: 500) { totalCount nodes { code } } }`;
  const { units } = await api.ask<{ units: { totalCount: number; nodes: { code: string }[] } }>(query, asked);
  expect(units.totalCount).toBe(units.nodes.length);
  return units.nodes.map(({ code }) => code);
}

describe('a unit', () => {
  it.each([
    ['2022-04-09', 'Thị xã Phổ Yên', 'Thị xã', null, '2022-04-09'],
    ['2022-04-10', 'Thành phố Phổ Yên', 'Thành phố', '2022-04-10', null],
    ['2030-01-01', 'Thành phố Phổ Yên', 'Thành phố', '2022-04-10', null],
  ])('is asked for as of a day: Phổ Yên on %s', async (on, name, type, validFrom, validTo) => {
    expect(await unit('172', on)).toEqual({ code: '172', name, type, kind: 'DISTRICT', validFrom, validTo });
  });

  it('keeps its identity when its name changes', async () => {
    const [town, city] = [await unit('172', '2022-04-09', 'id'), await unit('172', '2022-04-10', 'id')];
    expect(town).toEqual(city);
  });

  it('is whoever bears the code on that day: Chợ Chu moved from one code to another', async () => {
    const name = async (code: string, on: string) => (await unit(code, on))?.name ?? null;
    const on = async (day: string) => [await name('05536', day), await name('05569', day)];
    expect(await on('2024-12-31')).toEqual(['Thị trấn Chợ Chu', 'Xã Bảo Cường']);
    expect(await on('2025-01-01')).toEqual([null, 'Thị trấn Chợ Chu']);
  });

  it('without a day is its bearer today, else its last one, even one that is gone', async () => {
    expect(await unit('172')).toMatchObject({ name: 'Thành phố Phổ Yên' });
    expect(await unit('05524')).toMatchObject({ name: 'Xã Vinh Sơn', validTo: '2019-12-31' });
    expect([await unit('99999'), await unit(''), await unit("19' or true")]).toEqual([null, null, null]);
  });

  it('shows its neighbours as of the same day', async () => {
    const query = `{ unit(code: "172", on: "2022-04-09") { parent { code parent { code } } children { name parent { name } }
      wards: children(kind: COMMUNE) { code } departments: children(kind: DEPARTMENT) { code } } }`;
    const answer = await api.ask<{
      unit: {
        parent: unknown;
        children: { name: string; parent: { name: string } }[];
        wards: unknown[];
        departments: unknown[];
      };
    }>(query);
    expect(answer.unit.parent).toEqual({ code: '19', parent: null });
    expect(new Set(answer.unit.children.map(({ parent }) => parent.name))).toEqual(new Set(['Thị xã Phổ Yên']));
    expect(answer.unit.children.filter(({ name }) => name.startsWith('Phường'))).toHaveLength(4);
    expect([answer.unit.wards.length, answer.unit.departments.length]).toEqual([answer.unit.children.length, 0]);
  });

  it('tells its dated versions, and who came before and after it', async () => {
    const versions = 'versions { code name validFrom validTo parent { code name } }';
    const links = 'predecessors { on main unit { code name } } successors { on main unit { code name } }';
    expect(await unit('172', undefined, versions)).toEqual({
      versions: [
        {
          code: '172',
          name: 'Thị xã Phổ Yên',
          validFrom: null,
          validTo: '2022-04-09',
          parent: { code: '19', name: 'Tỉnh Thái Nguyên' },
        },
        {
          code: '172',
          name: 'Thành phố Phổ Yên',
          validFrom: '2022-04-10',
          validTo: null,
          parent: { code: '19', name: 'Tỉnh Thái Nguyên' },
        },
      ],
    });
    const linked = { on: '2025-01-01', main: true };
    expect(await unit('05536', undefined, links)).toEqual({
      predecessors: [],
      successors: [{ ...linked, unit: { code: '05569', name: 'Thị trấn Chợ Chu' } }],
    });
    expect(await unit('05569', undefined, links)).toEqual({
      predecessors: [{ ...linked, unit: { code: '05536', name: 'Thị trấn Chợ Chu' } }],
      successors: [],
    });
    expect(await unit('05524', undefined, versions)).toMatchObject({ versions: [{ parent: { code: '165' } }] });
  });

  it('has a code that is official or one of our own', async () => {
    expect([
      await unit('165', undefined, 'codeIsOfficial'),
      await unit('19-STTTT', undefined, 'codeIsOfficial'),
    ]).toEqual([{ codeIsOfficial: true }, { codeIsOfficial: false }]);
  });
});

describe('the units of a day', () => {
  it('are one province, its departments, nine districts and 178 communes in 2022, in the order of their codes', async () => {
    const all = await codes({ on: '2022-12-31' });
    expect(all).toEqual([...all].sort());
    const count = async (kind: string) => (await codes({ on: '2022-12-31', kind })).length;
    expect([await count('PROVINCE'), await count('DISTRICT'), await count('COMMUNE')]).toEqual([1, 9, 178]);
    expect(await count('DEPARTMENT')).toBe(all.length - 188);
  });

  it('are those of today in Vietnam unless a day is told', async () => {
    expect(await codes({})).toEqual(await codes({ on: '2022-12-31' }));
    api.app.now = () => new Date('2024-12-31T17:00:00Z');
    expect(await codes({})).toEqual(await codes({ on: '2025-01-01' }));
    expect(await codes({})).not.toContain('05536');
    api.app.now = () => new Date('2022-12-31T16:59:59Z');
  });

  it('can be narrowed to all below one, without itself', async () => {
    const below = await codes({ on: '2022-12-31', under: '19' });
    expect(below).toEqual((await codes({ on: '2022-12-31' })).filter((code) => code !== '19'));
    const district = await codes({ on: '2022-12-31', under: '165' });
    expect(district).toEqual([
      '05506',
      '05509',
      '05512',
      '05515',
      '05518',
      '05521',
      '05527',
      '05528',
      '05530',
      '05533',
    ]);
    expect(await codes({ on: '2019-12-31', under: '165' })).toEqual([...district, '05524'].sort());
    expect(await codes({ on: '2022-12-31', under: '05506' })).toEqual([]);
    expect(await codes({ on: '2022-12-31', under: '05524' })).toEqual([]);
    expect(await codes({ on: '2022-12-31', under: '19', kind: 'DISTRICT' })).toHaveLength(9);
    expect((await api.gql('{ units(under: "nobody") { totalCount } }')).code).toBe('NOT_FOUND');
  });

  const searches: [string, string[]][] = [
    ['phổ yên', ['172', '164']],
    ['PHO YEN', ['164', '172']],
    ['yên phổ', ['172', '164']],
    ['phổ yên'.normalize('NFD'), ['172', '164']],
    ['thành phố sông', ['165']],
    ['05506', ['05506']],
    ['19-stttt', ['19-STTTT']],
    ['định hoá', ['167']],
    ['không có ở đây', []],
    ['%', []],
    ['_', []],
    ['\\', []],
  ];
  it('are searched for by at most 200 characters and their first ten different words', async () => {
    expect(await codes({ on: '2022-12-31', search: 'phổ yên '.repeat(25) })).toEqual(
      await codes({ on: '2022-12-31', search: 'phổ yên' }),
    );
    const ten = 'p h o y e n t c i a';
    expect(await codes({ on: '2022-12-31', search: `${ten} xyz` })).toEqual(
      await codes({ on: '2022-12-31', search: ten }),
    );
    const answer = await api.gql('query ($search: String) { units(search: $search) { totalCount } }', {
      search: 'a '.repeat(950_000),
    });
    expect([answer.code, answer.fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', ['search']]);
  });

  it.each(searches)('are found by %j', async (search, found) => {
    expect(await codes({ on: '2022-12-31', search })).toEqual(found);
  });

  it('with the marks as typed come before those that only share the letters', async () => {
    const found = await codes({ on: '2022-12-31', search: 'tân' });
    const bare = await codes({ on: '2022-12-31', search: 'tan' });
    expect([...found].sort()).toEqual([...bare].sort());
    const names = await Promise.all(
      found.map(async (code) => (await unit(code, '2022-12-31'))?.name.toLowerCase().includes('tân')),
    );
    expect(names).toEqual([...names].sort((a, b) => Number(b) - Number(a)));
    expect(names).toContain(true);
  });

  it.each([1, 7, 150])('come in pages of %i, each once and in one order', async (first) => {
    const whole = await codes({ on: '2022-12-31' });
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: { units: { nodes: { code: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
        await api.ask(
          'query ($first: Int, $after: String) { units(on: "2022-12-31", kind: DISTRICT, first: $first, after: $after) { nodes { code } pageInfo { hasNextPage endCursor } } }',
          { first, after },
        );
      seen.push(...page.units.nodes.map(({ code }) => code));
      ({ hasNextPage: more, endCursor: after } = page.units.pageInfo);
    }
    expect(seen).toEqual(whole.filter((code) => /^\d{3}$/.test(code)));
  });
});
