import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { CatalogueHand, CODE, OTHER, type Draft } from '../../../test/catalogue-hand.ts';
import { amendList, dossierRow, nameUnits } from '../../../test/factories.ts';
import { differences } from '../../../test/verifying.ts';

let api: Api;
const hand = new CatalogueHand(() => api);
const THIRD = '2.000817';
beforeAll(async () => {
  api = await openApi({ now: new Date('2022-06-15T05:00:00Z') });
  await nameUnits(api, { '05503': ['H55.164.3'] });
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.db.query(
    'truncate procedure, change_set, decision, dossier, dossier_version, ledger, day_total, month_total, month_standing, booked_moment, service_ledger, service_total, ingest_batch cascade',
  );
  const period = { inForceFrom: '2020-01-01', tiers: ['PROVINCE', 'DISTRICT', 'COMMUNE'] };
  await hand.save(
    { ...period },
    { code: OTHER, ...period },
    { code: THIRD, inForceFrom: '2020-01-01', inForceTo: '2020-12-31' },
  );
  await amendList(api, '2020-01-01', [{ procedure: CODE }]);
  await api.ingest([
    dossier(CODE, '20220210', 1, '2'),
    dossier(CODE, '20220310', 2, '2'),
    dossier(OTHER, '20220311', 3, '1'),
    dossier(OTHER, '20220312', 4, '2'),
  ]);
});

const ENTER = `mutation ($input: DecisionEntryInput!) { enterDecision(input: $input) {
  lines step { id kind lines procedures } decision { id number title
    forceCounts { enforced amended replaced repealed } force { action from locator procedure { code } successor { code } }
    amendments { added removed changed } } } }`;
const PREVIEW = `mutation ($input: DecisionEntryInput!) { previewDecision(input: $input) {
  amendment { lines difference { added { procedure { code } } removed { procedure { code } } } }
  procedures { code before { from to } after { from to } }
  effects { indicator { code } year effect { province { before { numerator denominator } after { numerator denominator } } } } } }`;

interface Entered {
  enterDecision: { lines: number; step: { id: string } | null; decision: Record<string, unknown> };
}
const input = (more: Draft = {}) => ({
  decision: { number: '9/QĐ-UBND', issuedOn: '2022-02-15', effectiveOn: '2022-03-01' },
  list: 'QD402',
  changes: [
    { action: 'REMOVE', procedure: CODE, tier: 'COMMUNE' },
    { action: 'ADD', procedure: OTHER, tier: 'COMMUNE', level: 'LEVEL_4' },
  ],
  force: [
    { action: 'REPLACED', procedure: CODE, replacedBy: OTHER, locator: 'Phụ lục II' },
    { action: 'ENFORCED', procedure: THIRD },
    { action: 'AMENDED', procedure: OTHER },
  ],
  ...more,
});
const enter = (more: Draft = {}) => api.gql<Entered>(ENTER, { input: input(more) });

/** A dossier of the commune, received and finished on a day. */
function dossier(MaTTHC: string, day: string, n: number, KenhThucHien: string) {
  const MaHoSo = `H55.164.3-${day.slice(2)}-000${n}`;
  return dossierRow({ MaHoSo, MaTTHC, KenhThucHien, NgayTiepNhan: `${day}080000`, NgayKetThucXuLy: `${day}160000` });
}

async function rate(): Promise<unknown> {
  const asked = await api.ask<{ unit: { attainment: unknown } }>(
    `{ unit(code: "05503") { attainment(indicator: "ONLINE_RESOLUTION_L4", from: "2022-01-01", to: "2022-12-31", scope: OWN) {
         numerator denominator } } }`,
  );
  return asked.unit.attainment;
}
/** All that follows from decisions: periods, entries, figures. */
async function standing(): Promise<unknown> {
  const { rows } = await api.db.query(
    `select 'period' as of, p.code, f.valid::text from procedure_period f join procedure p on p.id = f.procedure_id where f.superseded_by is null
      union all
     select 'entry', p.code, e.valid::text from service_list_entry e join procedure p on p.id = e.procedure_id where e.superseded_by is null
      order by 1, 2, 3`,
  );
  return [rows, await rate()];
}

describe('a decision with all that it does', () => {
  it('is entered as one step: the list, the periods in force and the figures', async () => {
    const answer = await enter({ about: { title: 'Công bố danh mục' } });
    expect(answer.data?.enterDecision).toMatchObject({
      lines: 5,
      step: { kind: 'DECIDED', lines: 5, procedures: 3 },
      decision: {
        title: 'Công bố danh mục',
        forceCounts: { enforced: 1, amended: 1, replaced: 1, repealed: 0 },
        force: [
          {
            action: 'REPLACED',
            from: '2022-03-01',
            locator: 'Phụ lục II',
            procedure: { code: CODE },
            successor: { code: OTHER },
          },
          { action: 'ENFORCED', procedure: { code: THIRD }, successor: null },
          { action: 'AMENDED', procedure: { code: OTHER } },
        ],
        amendments: [{ added: 1, removed: 1, changed: 0 }],
      },
    });
    expect(await hand.periods()).toEqual(['2020-01-01 2022-02-28']);
    expect(await rate()).toEqual({ numerator: 2, denominator: 3 });
    expect(await differences(api)).toEqual([]);
  });

  it('is undone as one, and the undoing too', async () => {
    const before = await standing();
    const answer = await enter();
    const after = await standing();
    expect(after).not.toEqual(before);
    const step = answer.data?.enterDecision.step?.id ?? '';
    expect((await hand.undo(step)).errors).toEqual([]);
    expect(await standing()).toEqual(before);
    expect((await hand.undo(await hand.lastStep())).errors).toEqual([]);
    expect(await standing()).toEqual(after);
    expect(await differences(api)).toEqual([]);
  });

  it('names the steps that entered what of it stands, and those alone', async () => {
    const { data } = await enter();
    const { step, decision } = data?.enterDecision ?? {};
    const steps = async (): Promise<unknown> =>
      (
        await api.ask<{ decision: { steps: unknown } }>(
          'query ($id: ID!) { decision(id: $id) { steps { id kind lines } } }',
          {
            id: decision?.['id'],
          },
        )
      ).decision.steps;
    expect(await steps()).toEqual([{ id: step?.id, kind: 'DECIDED', lines: 5 }]);
    await hand.undo(step?.id ?? '');
    expect(await steps()).toEqual([]);
    const undone = await hand.lastStep();
    await hand.undo(undone);
    expect(await steps()).toMatchObject([{ id: await hand.lastStep(), kind: 'UNDONE' }]);
  });

  it('is refused as a whole, every bad line of either kind with its place and reason', async () => {
    const before = await standing();
    const answer = await enter({
      changes: [...input().changes, { action: 'ADD', procedure: '2.999999', tier: 'COMMUNE', level: 'FULL' }],
      force: [
        { action: 'REPEALED', procedure: '2.999998' },
        { action: 'REPLACED', procedure: CODE },
      ],
    });
    const fields = answer.errors[0]?.extensions?.['fields'] as { path: string }[];
    expect(fields.map(({ path }) => path)).toEqual([
      'input.changes.2.procedure',
      'input.force.0.procedure',
      'input.force.1.replacedBy',
    ]);
    expect([answer.code, await standing()]).toEqual(['BAD_USER_INPUT', before]);
  });

  it.each<[string, Draft, string, string]>([
    [
      'periods in force that would overlap',
      { force: [{ action: 'ENFORCED', procedure: OTHER }] },
      'input.force.0.procedure',
      `Ngày 01/03/2022 thủ tục ${OTHER} đã có hiệu lực.`,
    ],
    [
      'the removal of what is not on the list',
      { changes: [{ action: 'REMOVE', procedure: OTHER, tier: 'COMMUNE' }] },
      'input.changes.0.procedure',
      '',
    ],
    [
      'the repeal of what is not in force',
      { force: [{ action: 'REPEALED', procedure: THIRD }] },
      'input.force.0.procedure',
      `Ngày 01/03/2022 thủ tục ${THIRD} không có hiệu lực.`,
    ],
    ['lines about a list that is not named', { list: null }, 'input.list', ''],
  ])('is refused for %s, and nothing of it stays', async (_, more, path, message) => {
    const before = await standing();
    const [entered, tried] = [await enter(more), await api.gql(PREVIEW, { input: input(more) })];
    for (const { code, errors } of [entered, tried]) {
      const [field] = (errors[0]?.extensions?.['fields'] ?? []) as { path: string; message: string }[];
      expect([code, field?.path]).toEqual(['BAD_USER_INPUT', path]);
      if (message !== '') expect(field?.message).toBe(message);
    }
    const { rows } = await api.db.query("select from decision where number = '9/QĐ-UBND'");
    expect([await standing(), rows]).toEqual([before, []]);
  });

  it('entered again says nothing new, and makes no step', async () => {
    await enter();
    const again = await enter();
    expect(again.data?.enterDecision).toMatchObject({ lines: 0, step: null });
  });

  it('leaves the events of both: of the list and of each procedure', async () => {
    await enter();
    const { rows } = await api.db.query<{ what: string }>(
      "select what from audit_event where what in ('LIST_AMENDED', 'PROCEDURE_FORCE_CHANGED') order by seq desc limit 4",
    );
    expect(rows.map(({ what }) => what).sort()).toEqual([
      'LIST_AMENDED',
      'PROCEDURE_FORCE_CHANGED',
      'PROCEDURE_FORCE_CHANGED',
      'PROCEDURE_FORCE_CHANGED',
    ]);
  });
});

describe('trying a decision', () => {
  it('tells list, periods and figures of all lines together as entering it makes them, and stores nothing', async () => {
    const before = await standing();
    const answer = await api.gql<{ previewDecision: { effects: { effect: { province: { after: unknown } } }[] } }>(
      PREVIEW,
      { input: input() },
    );
    expect(answer.data?.previewDecision).toMatchObject({
      amendment: {
        lines: 2,
        difference: { added: [{ procedure: { code: OTHER } }], removed: [{ procedure: { code: CODE } }] },
      },
      procedures: [
        { code: CODE, before: [{ from: '2020-01-01', to: null }], after: [{ from: '2020-01-01', to: '2022-02-28' }] },
        { code: THIRD, after: [{ to: '2020-12-31' }, { from: '2022-03-01', to: null }] },
        { code: OTHER },
      ],
      effects: [
        {
          indicator: { code: 'ONLINE_RESOLUTION_L4' },
          year: 2022,
          effect: { province: { before: { numerator: 2, denominator: 2 }, after: { numerator: 2, denominator: 3 } } },
        },
      ],
    });
    expect(await standing()).toEqual(before);
    await enter();
    expect(answer.data?.previewDecision.effects[0]?.effect.province.after).toEqual(await rate());
  });

  it('about the list alone needs no procedure in force, and says the same of the figures', async () => {
    const answer = await api.gql(PREVIEW, { input: input({ force: [] }) });
    expect(answer.data).toMatchObject({
      previewDecision: {
        procedures: [],
        effects: [{ year: 2022, effect: { province: { after: { numerator: 2, denominator: 3 } } } }],
      },
    });
  });
});

describe('a decision that somebody knows already', () => {
  it('is a conflict field by field for whoever thought it new, and is entered with the version that is there', async () => {
    await enter({ about: { title: 'Công bố', signer: 'Một' } });
    const lost = await enter({ expectedVersion: 0, about: { title: 'Công bố danh mục', signer: 'Một' } });
    const [conflict] = lost.errors[0]?.extensions?.['conflicts'] as {
      version: number;
      fields: { field: string; ancestor: unknown; current: unknown; own: unknown; touchedBy: string }[];
    }[];
    const open = conflict?.fields.filter(({ touchedBy }) => touchedBy === 'BOTH') ?? [];
    expect(lost.code).toBe('CONFLICT');
    expect(open.map(({ field, ancestor, current, own }) => [field, ancestor, current, own])).toEqual([
      ['title', null, 'Công bố', 'Công bố danh mục'],
    ]);
    const again = await enter({ expectedVersion: conflict?.version, about: { title: 'Công bố danh mục' } });
    expect(again.data?.enterDecision.decision).toMatchObject({ title: 'Công bố danh mục' });
  });
});

describe('a decision whose days turn out to be others', () => {
  const SAVE = 'mutation ($input: DecisionHeaderInput!) { saveDecision(input: $input) { version } }';
  const move = async (effectiveOn: string) => {
    const { decisions } = await api.ask<{ decisions: { nodes: { id: string }[] } }>(
      '{ decisions(search: "9/QĐ-UBND", year: 2022) { nodes { id } } }',
    );
    const id = decisions.nodes[0]?.id;
    return api.gql(SAVE, { input: { id, number: '9/QĐ-UBND', issuedOn: '2022-02-15', effectiveOn } });
  };

  it('moves the periods in force with the list, but for lines with a day of their own', async () => {
    await enter({
      force: [
        { action: 'REPEALED', procedure: CODE },
        { action: 'ENFORCED', procedure: THIRD, from: '2022-04-01' },
      ],
    });
    expect((await move('2022-03-12')).errors).toEqual([]);
    expect(await hand.periods()).toEqual(['2020-01-01 2022-03-11']);
    const { procedure } = await api.ask<{ procedure: { periods: unknown } }>(
      `{ procedure(code: "${THIRD}") { periods { from } } }`,
    );
    expect(procedure.periods).toEqual([{ from: '2020-01-01' }, { from: '2022-04-01' }]);
    expect(await rate()).toEqual({ numerator: 3, denominator: 3 });
    expect(await differences(api)).toEqual([]);
  });

  it('stays as it is where that would make no sense', async () => {
    await enter({ changes: [], list: null, force: [{ action: 'REPEALED', procedure: CODE }] });
    const before = await standing();
    const answer = await move('2019-06-01');
    const fields = answer.errors[0]?.extensions?.['fields'] as { path: string }[];
    expect([answer.code, fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', ['input.effectiveOn']]);
    expect(await standing()).toEqual(before);
  });
});
