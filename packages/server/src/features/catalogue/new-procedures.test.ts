import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { CatalogueHand, CODE, OTHER, type Draft } from '../../../test/catalogue-hand.ts';
import { amendList, dossierRow, nameUnits } from '../../../test/factories.ts';
import { differences } from '../../../test/verifying.ts';

let api: Api;
const hand = new CatalogueHand(() => api);
const NEW = '3.000123';
beforeAll(async () => {
  api = await openApi({ now: new Date('2022-06-15T05:00:00Z') });
  await nameUnits(api, { '05503': ['H55.164.3'] });
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.db.query(
    'truncate procedure, change_set, decision, dossier, dossier_version, ledger, day_total, month_total, month_standing, booked_moment, service_ledger, service_total, ingest_batch cascade',
  );
  await hand.save({ inForceFrom: '2020-01-01' }, { code: OTHER, name: 'Chứng thực chữ ký', inForceFrom: '2020-01-01' });
  await amendList(api, '2020-01-01', [{ procedure: CODE }]);
});

const ENTER = `mutation ($input: DecisionEntryInput!) { enterDecision(input: $input) {
  lines step { id kind lines procedures } decision { forceCounts { enforced replaced } } } }`;
const PREVIEW = `mutation ($input: DecisionEntryInput!) { previewDecision(input: $input) {
  amendment { difference { added { procedure { code name tiers isInForce } openedBy { number } } } }
  procedures { code name isNew before { from to } after { from to } } } }`;

const input = (more: Draft = {}) => ({
  decision: { number: '9/QĐ-UBND', issuedOn: '2022-02-15', effectiveOn: '2022-03-01' },
  list: 'QD402',
  changes: [{ action: 'ADD', procedure: NEW, tier: 'COMMUNE', level: 'LEVEL_4' }],
  force: [{ action: 'REPLACED', procedure: CODE, replacedBy: NEW }],
  procedures: [{ code: NEW, name: ' Chứng thực  bản sao điện tử ', field: 'Chứng thực', locator: 'Phụ lục I' }],
  ...more,
});
interface Entered {
  enterDecision: { lines: number; step: { id: string } | null; decision: unknown };
}
const enter = (more: Draft = {}) => api.gql<Entered>(ENTER, { input: input(more) });
const read = () => hand.read('name field tiers isInForce periods { from to }', { code: NEW });

/** Everything about procedures, entries and periods. */
async function standing(): Promise<unknown> {
  const { rows } = await api.db.query(
    `select 'text' as of, p.code, t.name as what from procedure_text t join procedure p on p.id = t.procedure_id where t.superseded_by is null
      union all
     select 'period', p.code, f.valid::text from procedure_period f join procedure p on p.id = f.procedure_id where f.superseded_by is null
      union all
     select 'entry', p.code, e.valid::text from service_list_entry e join procedure p on p.id = e.procedure_id where e.superseded_by is null
      order by 1, 2, 3`,
  );
  return rows;
}
const dossier = (MaTTHC: string) =>
  dossierRow({
    MaHoSo: 'H55.164.3-220310-0001',
    MaTTHC,
    KenhThucHien: '2',
    NgayTiepNhan: '20220310080000',
    NgayKetThucXuLy: '20220310160000',
  });

describe('a decision that announces a procedure', () => {
  it('makes it, in force from its day, with all its other lines about it, as one step', async () => {
    const answer = await enter();
    expect(answer.errors).toEqual([]);
    expect(answer.data?.enterDecision).toMatchObject({
      lines: 3,
      step: { kind: 'DECIDED', lines: 3, procedures: 2 },
      decision: { forceCounts: { enforced: 1, replaced: 1 } },
    });
    expect(await read()).toMatchObject({
      name: 'Chứng thực bản sao điện tử',
      field: 'Chứng thực',
      tiers: ['COMMUNE'],
      isInForce: true,
      periods: [{ from: '2022-03-01', to: null }],
    });
    await api.ingest([dossier(NEW)]);
    const { unit } = await api.ask<{ unit: { attainment: unknown } }>(
      `{ unit(code: "05503") { attainment(indicator: "ONLINE_RESOLUTION_L4", from: "2022-01-01", to: "2022-12-31", scope: OWN) {
           numerator denominator } } }`,
    );
    expect(unit.attainment).toEqual({ numerator: 1, denominator: 1 });
    expect(await differences(api)).toEqual([]);
  });

  it('is undone as one: the procedure is gone; and the undoing too', async () => {
    const before = await standing();
    const answer = await enter();
    const after = await standing();
    expect((await hand.undo(answer.data?.enterDecision.step?.id ?? '')).errors).toEqual([]);
    expect([await standing(), await read()]).toEqual([before, null]);
    expect((await hand.undo(await hand.lastStep())).errors).toEqual([]);
    expect(await standing()).toEqual(after);
    expect(await differences(api)).toEqual([]);
  });

  it('is entered again after it was undone, and says nothing new where it was not', async () => {
    const first = await enter();
    const after = await standing();
    expect((await enter()).data?.enterDecision).toMatchObject({ lines: 0, step: null });
    await hand.undo(first.data?.enterDecision.step?.id ?? '');
    expect((await enter()).errors).toEqual([]);
    expect(await standing()).toEqual(after);
  });

  it('is not undone once dossiers are about the procedure', async () => {
    const answer = await enter();
    await api.ingest([dossier(NEW)]);
    const undone = await hand.undo(answer.data?.enterDecision.step?.id ?? '');
    expect([undone.code, undone.errors[0]?.message]).toEqual(['CONFLICT', expect.stringContaining(NEW)]);
  });

  it('has it in force from the day that a line of its own names, at the tiers that it is told with', async () => {
    const force = [{ action: 'ENFORCED', procedure: NEW, from: '2022-07-01' }];
    const procedures = [{ code: `${NEW}.000.00.00.H55`, name: 'Mới', tiers: ['PROVINCE', 'DISTRICT'] }];
    expect((await enter({ list: null, changes: [], force, procedures })).errors).toEqual([]);
    expect(await read()).toMatchObject({
      tiers: ['PROVINCE', 'DISTRICT'],
      isInForce: false,
      periods: [{ from: '2022-07-01', to: null }],
    });
  });

  it('leaves the events of the procedure, its being in force and the list', async () => {
    await enter();
    const { rows } = await api.db.query<{ what: string }>('select what from audit_event order by seq desc limit 4');
    expect(rows.map(({ what }) => what).sort()).toEqual([
      'LIST_AMENDED',
      'PROCEDURE_FORCE_CHANGED',
      'PROCEDURE_FORCE_CHANGED',
      'PROCEDURE_SAVED',
    ]);
  });
});

describe('trying it', () => {
  it('tells the procedure as new, on the list and in force, and stores nothing', async () => {
    const before = await standing();
    const answer = await api.gql(PREVIEW, { input: input() });
    expect(answer.data).toMatchObject({
      previewDecision: {
        amendment: {
          difference: {
            added: [
              { procedure: { code: NEW, name: 'Chứng thực bản sao điện tử', tiers: ['COMMUNE'], isInForce: true } },
            ],
          },
        },
        procedures: [
          {
            code: NEW,
            name: 'Chứng thực bản sao điện tử',
            isNew: true,
            before: [],
            after: [{ from: '2022-03-01', to: null }],
          },
          { code: CODE, isNew: false, after: [{ from: '2020-01-01', to: '2022-02-28' }] },
        ],
      },
    });
    expect([await standing(), await read()]).toEqual([before, null]);
  });
});

describe('it is refused as a whole, and nothing of it stays,', () => {
  it.each<[string, Draft, string, string]>([
    [
      'without a name',
      { procedures: [{ code: NEW, name: ' ' }] },
      'input.procedures.0.name',
      'Tên thủ tục không được để trống.',
    ],
    [
      'where the procedure is not told at all',
      { procedures: [] },
      'input.changes.0.procedure',
      `Không có thủ tục ${NEW}. Hãy sửa mã; nếu quyết định công bố thủ tục mới này thì cho biết tên của nó.`,
    ],
    [
      'with a code that is none',
      { procedures: [...input().procedures, { code: '3.12', name: 'X' }] },
      'input.procedures.1.code',
      '',
    ],
    [
      'with a code twice',
      { procedures: [...input().procedures, ...input().procedures] },
      'input.procedures.1.code',
      '',
    ],
    [
      'with a code that another procedure has',
      { procedures: [...input().procedures, { code: OTHER, name: 'Khác' }] },
      'input.procedures.1.code',
      `Mã ${OTHER} đã có trong danh mục với tên “Chứng thực chữ ký”. Hãy sửa mã, hoặc bỏ tên mới để dùng thủ tục đã có.`,
    ],
    [
      'with a tier that a procedure cannot have',
      { procedures: [{ code: NEW, name: 'X', tiers: ['DEPARTMENT'] }] },
      'input.procedures.0.tiers.0',
      '',
    ],
    [
      'with another bad line',
      { force: [{ action: 'REPEALED', procedure: NEW, from: '2022-02-01' }] },
      'input.force.0.procedure',
      '',
    ],
  ])('%s', async (_, more, path, message) => {
    const before = await standing();
    for (const asked of [PREVIEW, ENTER]) {
      const answer = await api.gql(asked, { input: input(more) });
      const [field] = (answer.errors[0]?.extensions?.['fields'] ?? []) as { path: string; message: string }[];
      expect([answer.code, field?.path]).toEqual(['BAD_USER_INPUT', path]);
      if (message !== '') expect(field?.message).toBe(message);
    }
    expect(await standing()).toEqual(before);
  });
});
