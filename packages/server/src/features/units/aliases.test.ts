import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../test/caller.ts';
import { openApi, type Api } from '../../../test/api.ts';
import { dossierCode, dossierRow, saveProcedures } from '../../../test/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(() => async () => void (await api.db.query('delete from unit_alias')));

function set(
  unit: string,
  aliases: string[],
): Promise<Answer<{ setUnitAliases: { code: string; aliases: string[] } }>> {
  return api.gql(
    'mutation ($unit: ID!, $aliases: [String!]!) { setUnitAliases(unit: $unit, aliases: $aliases) { code aliases } }',
    {
      unit,
      aliases,
    },
  );
}

const aliasesOf = async (code: string) =>
  (await api.ask<{ unit: { aliases: string[] } }>(`{ unit(code: "${code}") { aliases } }`)).unit.aliases;

describe('aliases of a unit', () => {
  it('are replaced as a whole and kept in their order, composed, each once', async () => {
    const given = ['UBND phường Lương Sơn', 'H55.900.01', '05506', ' Phường Lương Sơn '.normalize('NFD'), 'H55.900.01'];
    const kept = ['UBND phường Lương Sơn', 'H55.900.01', '05506', 'Phường Lương Sơn'];
    expect((await set('05506', given)).data).toEqual({ setUnitAliases: { code: '05506', aliases: kept } });
    expect((await set('05506', ['H55.900.02'])).data?.setUnitAliases.aliases).toEqual(['H55.900.02']);
    expect((await set('05506', [])).data?.setUnitAliases.aliases).toEqual([]);
  });

  it('may write one identifier in both notations', async () => {
    const both = ['000.03.900.H55', 'H55.900.03', 'h55.900.03'];
    expect((await set('05506', both)).data?.setUnitAliases.aliases).toEqual(both);
  });

  it.each([
    ['the same notation', 'H55.900.03', 'H55.900.03'],
    ['the other notation', 'H55.900.03', '000.03.900.H55'],
    ['small letters', 'H55.900.03', 'h55.900.03'],
    ['filled up with zeros', '000.00.16.H55', 'H55.16'],
    ['a code', '05509', '05509'],
  ])("cannot be another unit's identifier, in %s", async (_what, mine, theirs) => {
    await set('05509', [mine]);
    const answer = await set('05506', ['Phường Lương Sơn', theirs]);
    expect([answer.code, answer.fields.map(({ path }) => path)]).toEqual(['CONFLICT', ['aliases']]);
    expect([await aliasesOf('05506'), await aliasesOf('05509')]).toEqual([[], [mine]]);
    await set('05509', []);
    expect((await set('05506', [theirs])).code).toBeUndefined();
  });

  it('may be a name that several units bear; such a name decides nothing', async () => {
    await saveProcedures(api, '2.000815');
    for (const unit of ['05506', '05509']) expect((await set(unit, ['Xã Tân Thịnh'])).code).toBeUndefined();
    const row = dossierRow({ MaHoSo: dossierCode('H55.777', 1), DonViXuLy: 'UBND xã X' });
    expect((await api.ingest([{ ...row, DonViXuLy: 'Xã Tân Thịnh' }])).result).toMatchObject({
      created: 0,
      rejected: 1,
    });
    await set('05509', []);
    expect((await api.ingest([{ ...row, DonViXuLy: 'xã tân thịnh' }])).result).toMatchObject({
      created: 1,
      rejected: 0,
    });
  });

  it('claimed by two units at the same moment go to one of them', async () => {
    const answers = await Promise.all(['05506', '05509', '05512'].map((unit) => set(unit, ['H55.900.09'])));
    expect(answers.map(({ code }) => code).sort()).toEqual(['CONFLICT', 'CONFLICT', undefined]);
  });

  it.each([
    ['nothing', ['H55.900.01', ''], 'aliases.1'],
    ['blanks', [' \t '], 'aliases.0'],
    ['301 characters', ['x'.repeat(301)], 'aliases.0'],
    ['NUL', ['a', 'b', 'a\0b'], 'aliases.2'],
    ['half a character', ['\ud83d'], 'aliases.0'],
  ])('cannot be %s', async (_what, aliases, path) => {
    const answer = await set('05506', aliases);
    expect([answer.code, answer.fields.map((field) => field.path)]).toEqual(['BAD_USER_INPUT', [path]]);
    expect(await aliasesOf('05506')).toEqual([]);
  });

  it('are at most 200', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, n) => `H55.901.${n}`);
    const answer = await set('05506', many(201));
    expect([answer.code, answer.fields]).toEqual([
      'BAD_USER_INPUT',
      [{ path: 'aliases', message: 'Mỗi lần gửi tối đa 200 dòng.' }],
    ]);
    expect((await set('05506', many(200))).data?.setUnitAliases.aliases).toEqual(many(200));
    await set('05506', []);
  });

  it('set for one unit by many at the same moment are those of one of them', async () => {
    const offers = Array.from({ length: 8 }, (_, n) => [`H55.902.${n}`, 'Phường Lương Sơn', `Tên ${n}`]);
    const answers = await Promise.all(offers.map((offer) => set('05506', offer)));
    expect(answers.map(({ code }) => code)).toEqual(offers.map(() => undefined));
    expect(offers).toContainEqual(await aliasesOf('05506'));
  });

  it('exchanged between units by many at the same moment end as one of them said or say what clashes', async () => {
    const [one, other] = ['H55.903.01', 'H55.903.02'];
    for (let round = 0; round < 10; round++) {
      const answers = await Promise.all([
        set('05506', [one, 'x', other]),
        set('05509', [other, 'x', one]),
        set('05506', [other, one]),
        set('05509', [one, other]),
      ]);
      for (const { code } of answers) expect([undefined, 'CONFLICT']).toContain(code);
      expect(answers.some(({ code }) => code === undefined)).toBe(true);
      expect(await Promise.all([aliasesOf('05506'), aliasesOf('05509')])).toContainEqual([]);
      await Promise.all([set('05506', []), set('05509', [])]);
    }
  });

  it('can be given to a unit that is gone, and to nobody where there never was one', async () => {
    expect((await set('05524', ['H55.900.10'])).data?.setUnitAliases.code).toBe('05524');
    expect((await set('99999', ['H55.900.11'])).code).toBe('NOT_FOUND');
  });
});
