import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, dossierRow, figure, nameUnits, saveProcedures } from '../../../../test/factories.ts';

let api: Api;
beforeEach(async () => {
  api = await openApi();
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(
    api,
    { code: '1.000001', name: 'Khai sinh', field: 'Khác', tiers: ['COMMUNE'] },
    { code: '1.000002', name: 'Khai tử', field: 'Hộ tịch', tiers: ['COMMUNE'] },
    { code: '1.000003', name: 'Kết hôn', tiers: [], inForceFrom: '2023-01-01' },
    { code: '1.000004', name: 'Đất đai', field: 'Đất đai', tiers: ['PROVINCE'], inForceTo: '2020-12-31' },
  );
});
afterEach(() => api.close());

const EDIT = `mutation ($selection: ProcedureSelectionInput!, $changes: ProcedureChangesInput!, $dryRun: Boolean, $token: String, $expectedCount: Int) {
  editProcedures(selection: $selection, changes: $changes, dryRun: $dryRun, token: $token, expectedCount: $expectedCount) {
    selected changed unchanged impossible token parts { part changed already impossible } step { id kind facts procedures } } }`;
interface Edit {
  selected: number;
  changed: number;
  unchanged: number;
  impossible: string[];
  token: string;
  parts: { part: string; changed: number; already: number; impossible: number }[];
  step: { id: string; kind: string; facts: Record<string, unknown>; procedures: number } | null;
}
type Asked = Record<string, unknown>;
const edit = async (asked: Asked): Promise<Edit> =>
  (await api.ask<{ editProcedures: Edit }>(EDIT, asked)).editProcedures;
const seen = async (fields: string): Promise<Record<string, unknown>[]> =>
  (await api.ask<{ procedures: { nodes: Record<string, unknown>[] } }>(`{ procedures { nodes { ${fields} } } }`))
    .procedures.nodes;
const count = async (table: string): Promise<number> =>
  (await api.db.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ?? 0;

const CIVIL = { changes: { field: 'Hộ tịch' }, selection: { filter: { tiers: ['COMMUNE'] } } };

describe('changing many procedures', () => {
  it('tells before in numbers what would change, and stores nothing', async () => {
    const before = [await seen('code field version'), await count('moment')];
    const { token, ...told } = await edit({ ...CIVIL, dryRun: true });
    expect(told).toEqual({
      selected: 2,
      changed: 1,
      unchanged: 1,
      impossible: [],
      parts: [{ part: 'FIELD', changed: 1, already: 1, impossible: 0 }],
      step: null,
    });
    expect(token.length).toBeGreaterThan(10);
    expect([await seen('code field version'), await count('moment')]).toEqual(before);
  });

  it('does exactly what was told, as one step that is undone as one', async () => {
    const before = await seen('code name field tiers inForceFrom inForceTo');
    const { token } = await edit({ ...CIVIL, dryRun: true });
    const { step, changed } = await edit({ ...CIVIL, token });
    expect([changed, step]).toEqual([
      1,
      {
        id: expect.any(String) as string,
        kind: 'BULK',
        procedures: 1,
        facts: { field: 'Hộ tịch', selected: 2, unchanged: 1 },
      },
    ]);
    expect((await seen('field')).map(({ field }) => field)).toEqual(['Hộ tịch', 'Hộ tịch', null, 'Đất đai']);
    await api.ask('mutation ($id: ID!) { undoStep(id: $id) { id } }', { id: step?.id });
    expect(await seen('code name field tiers inForceFrom inForceTo')).toEqual(before);
  });

  it('holds for what was seen, also where the filter finds something else by now', async () => {
    const { token } = await edit({ ...CIVIL, dryRun: true });
    await saveProcedures(api, { code: '1.000005', name: 'Mới', field: 'Khác', tiers: ['COMMUNE'] });
    expect((await edit({ ...CIVIL, token })).selected).toBe(2);
    expect((await seen('field')).at(-1)).toEqual({ field: 'Khác' });
  });

  it('names what somebody changed meanwhile, and stores nothing', async () => {
    const { token } = await edit({ ...CIVIL, dryRun: true });
    await saveProcedures(api, { code: '1.000002', name: 'Khai tử lại', field: 'Khác', tiers: ['COMMUNE'] });
    const { code, errors } = await api.gql(EDIT, { ...CIVIL, token });
    expect([code, errors[0]?.message, errors[0]?.extensions?.['codes']]).toEqual([
      'CONFLICT',
      'Có người vừa sửa 1 thủ tục trong số đã chọn: 1.000002. Hãy xem lại rồi thực hiện lại.',
      '1.000002',
    ]);
    expect((await seen('field'))[0]).toEqual({ field: 'Khác' });
  });

  it('changes authority, days, tiers, links and legal bases, each where it is not so yet', async () => {
    const selection = { codes: ['1.000001', '1.000003'] };
    const changes = {
      authority: '  Ủy ban   nhân dân xã ',
      processingDays: 1.5,
      addTiers: ['DISTRICT'],
      removeTiers: ['COMMUNE'],
      addLinks: [{ url: 'https://a.vn', title: 'A' }],
      addLegalBases: ['Luật Hộ tịch', 'Luật Hộ tịch'],
    };
    const first = await edit({ selection, changes, expectedCount: 2 });
    expect([first.changed, first.parts.map(({ part, changed }) => `${part} ${changed}`)]).toEqual([
      2,
      ['AUTHORITY 2', 'PROCESSING_DAYS 2', 'TIERS 2', 'LINKS 2', 'LEGAL_BASES 2'],
    ]);
    expect((await seen('authority processingDays tiers links { title url } legalBases'))[0]).toEqual({
      authority: 'Ủy ban nhân dân xã',
      processingDays: 1.5,
      tiers: ['DISTRICT'],
      links: [{ title: 'A', url: 'https://a.vn/' }],
      legalBases: ['Luật Hộ tịch'],
    });
    const moments = await count('moment');
    const again = await edit({ selection, changes, dryRun: true });
    expect([again.changed, again.unchanged, await count('moment')]).toEqual([0, 2, moments]);
  });

  it('takes a field away with null', async () => {
    const { changed } = await edit({ selection: { search: 'khai' }, changes: { field: null }, expectedCount: 2 });
    expect([changed, (await seen('field')).map(({ field }) => field)]).toEqual([2, [null, null, null, 'Đất đai']]);
  });

  it('ends what is in force, leaves what ended before, tells what begins later; figures follow in one booking', async () => {
    await amendList(api, '2020-01-01', [{ procedure: '1.000001' }]);
    await api.ingest([dossierRow({ MaHoSo: 'H55.164.3-220301-0001', MaTTHC: '1.000001' })]);
    expect(await figure(api, '05503')).toBe('1/1');
    const selection = { codes: ['1.000001', '1.000003', '1.000004'] };
    const told = await edit({ selection, changes: { inForceTo: '2021-12-31' }, dryRun: true });
    expect([told.parts, told.impossible]).toEqual([
      [{ part: 'IN_FORCE_TO', changed: 1, already: 1, impossible: 1 }],
      ['1.000003'],
    ]);
    const before = await count('ledger');
    const { step } = await edit({ selection, changes: { inForceTo: '2021-12-31' }, token: told.token });
    expect([await figure(api, '05503'), (await count('ledger')) - before]).toEqual(['0/0', 1]);
    expect((await seen('inForceTo')).map(({ inForceTo }) => inForceTo)).toEqual([
      '2021-12-31',
      null,
      null,
      '2020-12-31',
    ]);
    await api.ask('mutation ($id: ID!) { undoStep(id: $id) { id } }', { id: step?.id });
    expect(await figure(api, '05503')).toBe('1/1');
  });

  it('leaves an event for each procedure that it changes, as saving does', async () => {
    const last = await count('audit_event');
    await edit({ ...CIVIL, expectedCount: 2 });
    const { rows } = await api.db.query<{ what: string; about: string }>(
      `select what, about_id as about from audit_event order by seq offset $1`,
      [last],
    );
    expect(rows).toEqual([{ what: 'PROCEDURE_SAVED', about: '1.000001' }]);
  });

  const refused: [string, Asked, string, string][] = [
    ['no change', { ...CIVIL, changes: {}, dryRun: true }, 'BAD_USER_INPUT', 'changes'],
    ['no selection', { ...CIVIL, selection: {}, dryRun: true }, 'BAD_USER_INPUT', 'selection'],
    ['an empty selection', { ...CIVIL, selection: { codes: [] }, dryRun: true }, 'BAD_USER_INPUT', 'selection.codes'],
    ['what was never looked at', CIVIL, 'BAD_USER_INPUT', 'token'],
    ['another number than expected', { ...CIVIL, expectedCount: 3 }, 'CONFLICT', 'expectedCount'],
    ['a token that is none', { ...CIVIL, token: 'abc' }, 'BAD_USER_INPUT', 'token'],
    [
      'days that are none',
      { ...CIVIL, changes: { processingDays: 0.3 }, dryRun: true },
      'BAD_USER_INPUT',
      'changes.processingDays',
    ],
    [
      'a link that runs',
      { ...CIVIL, changes: { addLinks: [{ url: 'javascript:alert(1)' }] }, dryRun: true },
      'BAD_USER_INPUT',
      'changes.addLinks.0.url',
    ],
    [
      'a tier of departments',
      { ...CIVIL, changes: { addTiers: ['DEPARTMENT'] }, dryRun: true },
      'BAD_USER_INPUT',
      'changes.addTiers.0',
    ],
    [
      'a tier both ways',
      { ...CIVIL, changes: { addTiers: ['COMMUNE'], removeTiers: ['COMMUNE'] }, dryRun: true },
      'BAD_USER_INPUT',
      'changes.removeTiers',
    ],
    [
      'a wrong filter',
      { ...CIVIL, selection: { filter: { codes: ['x'] } }, dryRun: true },
      'BAD_USER_INPUT',
      'selection.filter.codes.0',
    ],
  ];
  it.each(refused)('refuses %s', async (_what, asked, kind, path) => {
    const { code, fields } = await api.gql(EDIT, asked);
    expect([code, fields[0]?.path]).toEqual([kind, path]);
  });

  it('refuses a token of other changes', async () => {
    const { token } = await edit({ ...CIVIL, dryRun: true });
    const { code } = await api.gql(EDIT, { ...CIVIL, changes: { field: 'Khác' }, token });
    expect(code).toBe('BAD_USER_INPUT');
  });

  it('refuses a token that somebody made up: a procedure twice, numbers that are none', async () => {
    const changes = { inForceTo: '2030-12-31' };
    const { token } = await edit({ selection: { codes: ['1.000001'] }, changes, dryRun: true });
    const [digest, id, version] = JSON.parse(inflateRawSync(Buffer.from(token, 'base64url')).toString()) as unknown[];
    const made = (...numbers: unknown[]) => deflateRawSync(JSON.stringify([digest, ...numbers])).toString('base64url');
    const tries = [[id, version, id, version], [2 ** 31, 1], [id, 2 ** 40], [-1, 1], [1.5, 1], [id]];
    for (const numbers of tries) {
      const asked = { selection: { codes: ['1.000001'] }, changes, token: made(...numbers) };
      const { code, fields } = await api.gql(EDIT, asked);
      expect([code, fields[0]?.path], String(numbers)).toEqual(['BAD_USER_INPUT', 'token']);
    }
  });
});
