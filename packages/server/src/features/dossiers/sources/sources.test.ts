import { addDays } from '@chi-tieu/shared/domain/days';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { Caller } from '../../../../test/caller.ts';
import { buildAccount, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { buildSource, OneStop, standing } from '../../../../test/one-stop.ts';

let api: Api;
let now = new Date('2022-06-15T05:00:00Z');
beforeAll(async () => {
  api = await openApi();
  api.app.now = () => now;
  await nameUnits(api, { '05503': ['H55.164.3'], '05500': ['H55.164.4'], '05680': ['H55.169.3'] });
  await saveProcedures(api, '2.000815');
});
afterAll(() => api.close());

const PASSWORD = 'Mat-khau-nguon';
let count = 0;

/** A source of the city 164 with a session of its own. */
async function city(facts: Record<string, unknown> = {}): Promise<{ id: string; session: string; loginName: string }> {
  const loginName = `nguon${(count += 1)}`;
  const id = await buildSource(api, {
    name: `Nguồn ${count}`,
    units: ['164'],
    loginName,
    password: PASSWORD,
    ...facts,
  });
  return { id, loginName, session: await new OneStop(api).login(loginName, PASSWORD) };
}

const SET = `mutation ($source: ID!, $codes: [SourceCodeInput!]!, $version: Int) {
  setSourceCodes(source: $source, codes: $codes, expectedVersion: $version) { version codes { kind theirs ours unit { code } } } }`;

describe('a source', () => {
  it('is an account with a grant for each of its units, and no more', async () => {
    const { id } = await city({ units: ['05503', '05500'] });
    const held = async () =>
      (
        await api.db.query<{ x: string }>(
          `select distinct v.code || ' ' || g.role as x from dossier_source s join account_grant g on g.account_id = s.account_id and g.revoked_at is null
             join unit_version v on v.unit_id = g.unit_id and v.superseded_by is null where s.id = $1 order by 1`,
          [id],
        )
      ).rows.map(({ x }) => x);
    expect(await held()).toEqual(['05500 INTEGRATION', '05503 INTEGRATION']);
    await buildSource(api, { id, name: `Nguồn ${count}`, units: ['05503'] });
    expect(await held()).toEqual(['05503 INTEGRATION']);
    const shown = await api.ask<{ dossierSource: unknown }>(
      '{ dossierSource(id: "ID") { mode loginName hasPassword rank enabled version units { code } } }'.replace(
        'ID',
        id,
      ),
    );
    // Without a name there is no password either.
    expect(shown.dossierSource).toEqual({
      mode: 'PUSH',
      loginName: null,
      hasPassword: false,
      rank: 100,
      enabled: true,
      version: 2,
      units: [{ code: '05503' }],
    });
  });

  it('is believed no more than those of the units above, unless who reaches the province says so', async () => {
    await city({ units: ['164'], rank: 30 });
    const inside = api.as(await buildAccount(api, { role: 'ADMINISTRATOR', unit: '05503' }));
    const save = (who: Pick<Caller, 'gql'>, input: object) =>
      who.gql<{ saveDossierSource: { id: string } }>(
        'mutation ($input: DossierSourceInput!) { saveDossierSource(input: $input) { id } }',
        { input: { name: 'Trạm', units: ['05503'], ...input } },
      );
    const refused = await save(inside, { rank: 29 });
    expect([refused.code, refused.fields[0]?.path]).toEqual(['BAD_USER_INPUT', 'input.rank']);
    const made = await save(inside, { rank: 30 });
    expect(made.code).toBeUndefined();
    const id = made.data?.saveDossierSource.id;
    expect((await save(inside, { id, rank: 1 })).code).toBe('BAD_USER_INPUT');
    expect((await save(api, { id, rank: 1 })).code).toBeUndefined();
    // What was given by the province stays where nobody changes it.
    expect((await save(inside, { id, rank: 1 })).code).toBeUndefined();
  });

  it('is set up within reach alone, and never by who holds the right for some days', async () => {
    const { id } = await city();
    const inside = api.as(await buildAccount(api, { role: 'ADMINISTRATOR', unit: '05503' }));
    const save = (who: Pick<Caller, 'gql'>, input: object) =>
      who.gql('mutation ($input: DossierSourceInput!) { saveDossierSource(input: $input) { id } }', { input });
    expect((await save(inside, { name: 'Nhà', units: ['05503'] })).code).toBeUndefined();
    expect((await save(inside, { name: 'Xa', units: ['05503', '05500'] })).code).toBe('FORBIDDEN');
    expect((await save(inside, { id, name: 'Cướp', units: ['05503'] })).code).toBe('FORBIDDEN');
    const { dossierSources } = await inside.ask<{ dossierSources: { name: string }[] }>('{ dossierSources { name } }');
    const names = dossierSources.map(({ name }) => name);
    expect([names.includes('Nhà'), names.includes(`Nguồn ${count}`)]).toEqual([true, false]);
    const clerk = api.as(await buildAccount(api, { role: 'CLERK', unit: '164' }));
    expect((await save(clerk, { name: 'Của tôi', units: ['164'] })).code).toBe('FORBIDDEN');
    expect(
      (await clerk.ask<{ dossierSource: unknown }>('{ dossierSource(id: "ID") { id } }'.replace('ID', id)))
        .dossierSource,
    ).toEqual({ id });
  });

  it.each([
    [{ name: '' }, 'input.name'],
    [{ units: [] }, 'input.units'],
    [{ units: ['999'] }, 'input.units.0'],
    [{ loginName: 'x', password: 'ngan' }, 'input.password'],
    [{ password: 'mật khẩu dài' }, 'input.loginName'],
    [{ rank: 0 }, 'input.rank'],
  ])('is refused where %j', async (facts, path) => {
    const input = { name: 'Sai', units: ['164'], ...facts };
    const answer = await api.gql('mutation ($input: DossierSourceInput!) { saveDossierSource(input: $input) { id } }', {
      input,
    });
    expect([answer.code, answer.fields[0]?.path]).toEqual(['BAD_USER_INPUT', path]);
  });

  it('is found by one name and one sign-in name, and changed by who saw its last version', async () => {
    const { id, loginName } = await city();
    const save = (input: object) =>
      api.gql('mutation ($input: DossierSourceInput!) { saveDossierSource(input: $input) { id } }', {
        input: { units: ['164'], ...input },
      });
    expect((await save({ name: `NGUỒN ${count}` })).code).toBe('CONFLICT');
    expect((await save({ name: 'Khác', loginName: loginName.toUpperCase() })).code).toBe('CONFLICT');
    expect((await save({ id, name: 'Khác', expectedVersion: 7 })).code).toBe('CONFLICT');
  });

  it('sends by its token to /ingest too, and every batch names it', async () => {
    const { id } = await city();
    const { makeSourceToken: made } = await api.ask<{ makeSourceToken: { token: string } }>(
      'mutation ($source: ID!) { makeSourceToken(source: $source, expiresOn: "2022-12-31") { token } }',
      { source: id },
    );
    const program = new (class extends Caller {
      override headers(): Promise<Record<string, string>> {
        return Promise.resolve({ authorization: `Bearer ${made.token}` });
      }
    })(api.server, () => Promise.resolve(null));
    await program.ingest([dossierRow({ MaHoSo: 'H55.164.3-220401-0001' })]);
    await api.ingest([dossierRow({ MaHoSo: 'H55.164.3-220401-0002' })], { query: { source: id } });
    const { dossierSource } = await api.ask<{ dossierSource: Record<string, unknown> }>(
      '{ dossierSource(id: "ID") { batches { source created } lastDataAt tokens { hint } } }'.replace('ID', id),
    );
    const source = `Nguồn ${count}`;
    expect(dossierSource).toMatchObject({
      batches: [
        { source, created: 1 },
        { source, created: 1 },
      ],
      tokens: [{ hint: made.token.slice(-4) }],
      lastDataAt: expect.any(String) as string,
    });
    expect((await program.ingest([], { query: { source: '1' } })).status).toBe(400);
    expect((await api.ingest([], { query: { source: '99999' } })).status).toBe(400);
    const clerk = api.as(await buildAccount(api, { role: 'CLERK', unit: '164' }));
    expect((await clerk.ingest([], { query: { source: id } })).status).toBe(400);
  });

  it('is taken away with all that signs in by it', async () => {
    const { id, session } = await city();
    await api.ask('mutation ($id: ID!) { removeDossierSource(id: $id) }', { id });
    expect((await new OneStop(api).send(session, 'DongBoHoSoMC', [])).error_code).toBe('2');
    expect(
      (await api.ask<{ dossierSource: unknown }>('{ dossierSource(id: "ID") { id } }'.replace('ID', id))).dossierSource,
    ).toBeNull();
    const { rows } = await api.db.query(
      `select what from audit_event where about_kind = 'DOSSIER_SOURCE' and about_id = $1 order by seq`,
      [id],
    );
    expect(rows.map(({ what }: { what: string }) => what)).toEqual(['DOSSIER_SOURCE_SAVED', 'DOSSIER_SOURCE_REMOVED']);
  });
});

describe('the codes of a source', () => {
  const codes = [
    { kind: 'UNIT', theirs: '000.12.900.H55', ours: '05503' },
    { kind: 'UNIT', theirs: 'UBND phường Ta', ours: '05500' },
    { kind: 'PROCEDURE', theirs: 'CT-01', ours: '2.000815' },
    { kind: 'STATUS', theirs: 'da_tra', ours: '10' },
    { kind: 'CHANNEL', theirs: 'TT', ours: '2' },
  ];

  it('are read in its rows alone, before the aliases of everybody', async () => {
    const { id, session } = await city();
    await api.ask(SET, { source: id, codes });
    const row = dossierRow({
      MaHoSo: 'H55.900.12-220402-0001',
      MaTTHC: 'ct-01',
      TrangThaiHoSo: 'DA_TRA',
      KenhThucHien: 'tt',
    });
    // Known by everybody as 05503; the source calls another unit so.
    const named = dossierRow({ MaHoSo: 'H55.164.3-220402-0002', DonViXuLy: 'Ubnd phường Ta' });
    expect(await new OneStop(api).send(session, 'DongBoHoSoMC', [row, named])).toMatchObject({
      error_code: '0',
      result: [],
    });
    const { rows } = await api.db.query(
      `select distinct d.code_key, v.code, d.status, d.channel, d.procedure_text from dossier d
         join unit_version v on v.unit_id = d.unit_id and v.superseded_by is null where d.code_key like '%-220402-%' order by 1`,
    );
    expect(rows).toEqual([
      { code_key: 'H55.164.3-220402-0002', code: '05500', status: 10, channel: 'ONLINE', procedure_text: null },
      { code_key: 'H55.900.12-220402-0001', code: '05503', status: 10, channel: 'ONLINE', procedure_text: 'CT-01' },
    ]);
    expect((await api.ingest([row])).result.rejected).toBe(1);
  });

  it('mend rows of quarantine that wait for them, as the source sent them', async () => {
    const { id, session } = await city();
    const sent = codes.filter(({ kind }) => kind !== 'UNIT');
    await api.ask(SET, { source: id, codes: sent });
    const row = dossierRow({
      MaHoSo: 'H55.900.77-220403-0001',
      MaTTHC: 'CT-01',
      TrangThaiHoSo: 'da_tra',
      DonViXuLy: 'UBND Phường Tân Thịnh X',
    });
    await new OneStop(api).send(session, 'DongBoHoSoMC', [row]);
    const UNKNOWN = `{ dossierSource(id: "${id}") { version unknownCodes { kind theirs called rows } } }`;
    const { dossierSource } = await api.ask<{ dossierSource: { version: number; unknownCodes: unknown[] } }>(UNKNOWN);
    expect(dossierSource.unknownCodes).toEqual([
      { kind: 'UNIT', theirs: 'H55.900.77', called: 'UBND Phường Tân Thịnh X', rows: 1 },
    ]);
    await api.ask(SET, {
      source: id,
      codes: [...sent, { kind: 'UNIT', theirs: 'H55.900.77', ours: '05503' }],
      version: dossierSource.version,
    });
    const { retryQuarantined } = await api.ask<{ retryQuarantined: { created: number } }>(
      'mutation { retryQuarantined { created } }',
    );
    expect(retryQuarantined.created).toBe(1);
    expect(await standing(api, 'H55.900.77-220403-0001')).toBe('10 20220301160000 v1');
  });

  it('are never those of a unit beyond reach: its dossiers would be taken for others’', async () => {
    const inside = api.as(await buildAccount(api, { role: 'ADMINISTRATOR', unit: '05503' }));
    const { saveDossierSource } = await inside.ask<{ saveDossierSource: { id: string } }>(
      `mutation { saveDossierSource(input: { name: "Xã", units: ["05503"] }) { id } }`,
    );
    const set = (who: Pick<Caller, 'gql'>, theirs: string) =>
      who.gql(SET, { source: saveDossierSource.id, codes: [{ kind: 'UNIT', theirs, ours: '05503' }] });
    for (const theirs of ['H55.164.4', '000.4.164.H55', 'H55.169.3']) {
      const answer = await set(inside, theirs);
      expect([theirs, answer.code, answer.fields[0]?.path]).toEqual([theirs, 'BAD_USER_INPUT', 'codes.0.theirs']);
    }
    expect((await set(inside, 'H55.164.3')).code).toBeUndefined();
    expect((await set(inside, 'H55.900.12')).code).toBeUndefined();
    expect((await set(api, 'H55.164.4')).code).toBeUndefined();
  });

  it.each([
    [[{ kind: 'UNIT', theirs: 'H55.1', ours: '05680' }], 'codes.0.ours'],
    [[{ kind: 'UNIT', theirs: 'H55.1', ours: '99999' }], 'codes.0.ours'],
    [[{ kind: 'PROCEDURE', theirs: 'A', ours: '2.999999' }], 'codes.0.ours'],
    [[{ kind: 'STATUS', theirs: 'A', ours: '11' }], 'codes.0.ours'],
    [[{ kind: 'CHANNEL', theirs: 'A', ours: '4' }], 'codes.0.ours'],
    [[{ kind: 'CHANNEL', theirs: ' ', ours: '1' }], 'codes.0.theirs'],
    [
      [
        { kind: 'STATUS', theirs: 'A', ours: '1' },
        { kind: 'STATUS', theirs: ' a', ours: '2' },
      ],
      'codes.1.theirs',
    ],
  ])('are refused where %j', async (wrong, path) => {
    const { id } = await city();
    const answer = await api.gql(SET, { source: id, codes: wrong });
    expect([answer.code, answer.fields[0]?.path]).toEqual(['BAD_USER_INPUT', path]);
  });
});

describe('how fresh a source is', () => {
  const FRESH = `query ($id: ID!, $on: Date) { dossierSource(id: $id) { freshness(on: $on) {
    on state lastDay daysSince silent expected never places { unit { code } lastDay silent expected }
    units { unit { code } state lastDay missed } } } }`;
  interface Fresh {
    state: string;
    silent: number;
    expected: number;
    places: { unit: { code: string }; lastDay: string; silent: number; expected: number }[];
    units: { unit: { code: string }; state: string; lastDay: string | null; missed: number }[];
  }

  it('names the units that are silent by their own rhythm, as of any day', async () => {
    now = new Date('2022-06-15T05:00:00Z');
    const { id, session } = await city();
    const rows: Record<string, string>[] = [];
    for (let back = 30; back >= 1; back -= 1) {
      const day = addDays('2022-06-15', -back);
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      if (weekday === 0 || weekday === 6) continue;
      const stamp = day.replaceAll('-', '');
      const add = (organisation: string) =>
        rows.push(
          dossierRow({
            MaHoSo: `${organisation}-${stamp.slice(2)}-7777`,
            NgayTiepNhan: `${stamp}080000`,
            NgayKetThucXuLy: '',
            TrangThaiHoSo: '2',
          }),
        );
      add('H55.164.3');
      if (back > 6) add('H55.164.4');
    }
    await new OneStop(api).send(session, 'DongBoHoSoMC', rows);
    const ask = async (on: string) =>
      (await api.ask<{ dossierSource: { freshness: Fresh } }>(FRESH, { id, on })).dossierSource.freshness;
    const then = await ask('2022-06-15');
    expect(then).toMatchObject({ state: 'SENDING', silent: 1, expected: 2 });
    expect(then.places).toEqual([{ unit: { code: '164' }, lastDay: '2022-06-14', silent: 1, expected: 2 }]);
    const of = (fresh: Fresh, code: string) => fresh.units.find(({ unit }) => unit.code === code);
    expect(of(then, '05500')).toMatchObject({ state: 'SILENT', lastDay: '2022-06-08', missed: 4 });
    expect(of(then, '05503')).toMatchObject({ state: 'SENDING', missed: 0 });
    expect(of(then, '164')).toMatchObject({ state: 'NEVER' });
    expect(await ask('2022-06-09')).toMatchObject({ silent: 0, expected: 2 });
    // Silent as a whole: so is everybody.
    expect(await ask('2022-06-20')).toMatchObject({ state: 'SILENT', silent: 2, expected: 2 });
  });
});
