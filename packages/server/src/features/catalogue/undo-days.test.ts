import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { CatalogueHand, CODE, OTHER } from '../../../test/catalogue-hand.ts';
import { dossierRow, nameUnits } from '../../../test/factories.ts';
import { differences } from '../../../test/verifying.ts';

let api: Api;
const hand = new CatalogueHand(() => api);
const THIRD = '2.000817';
const decision = { number: '9/QĐ-UBND', issuedOn: '2022-02-15', effectiveOn: '2022-03-01' };
beforeAll(async () => {
  api = await openApi({ now: new Date('2022-06-15T05:00:00Z') });
  await nameUnits(api, { '05503': ['H55.164.3'] });
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.db.query(
    'truncate procedure, change_set, decision, dossier, dossier_version, ledger, day_total, month_total, month_standing, booked_moment, service_ledger, service_total, ingest_batch cascade',
  );
  await hand.save({ inForceFrom: '2020-01-01' }, { code: OTHER }, { code: THIRD, inForceFrom: '2020-01-01' });
  await enter({
    list: 'QD402',
    changes: [{ action: 'ADD', procedure: OTHER, tier: 'COMMUNE', level: 'LEVEL_4' }],
    force: [
      { action: 'REPEALED', procedure: CODE },
      { action: 'AMENDED', procedure: OTHER, from: '2022-03-12' },
    ],
  });
  await api.ingest(['05', '15'].map((day, n) => dossier(OTHER, `202203${day}`, n)));
});

const enter = (input: Record<string, unknown>, effectiveOn = decision.effectiveOn) =>
  api.ask('mutation ($input: DecisionEntryInput!) { enterDecision(input: $input) { lines } }', {
    input: { decision: { ...decision, effectiveOn }, ...input },
  });

/** A dossier of the commune, received and finished on a day. */
function dossier(MaTTHC: string, day: string, n: number) {
  const MaHoSo = `H55.164.3-${day.slice(2)}-000${n}`;
  const [NgayTiepNhan, NgayKetThucXuLy] = [`${day}080000`, `${day}160000`];
  return dossierRow({ MaHoSo, MaTTHC, KenhThucHien: '2', NgayTiepNhan, NgayKetThucXuLy });
}

/** Gives the decision another day, and maybe a title; gives the step that did so. */
async function move(effectiveOn: string, title?: string): Promise<string> {
  const { rows } = await api.db.query<{ id: number }>('select id from decision where number = $1', [decision.number]);
  await api.ask('mutation ($input: DecisionHeaderInput!) { saveDecision(input: $input) { version } }', {
    input: { ...decision, id: String(rows[0]?.id), effectiveOn, ...(title && { title }) },
  });
  return hand.lastStep();
}

/** The decision's header and all that follows from it. */
async function standing(): Promise<unknown> {
  const { rows } = await api.db.query(
    `select 'header' as of, number, title, effective_on::text as day from decision
      union all
     select 'line', p.code, c.action, c."from"::text from procedure_force_change c join procedure p on p.id = c.procedure_id
      where c.withdrawn_by is null
      union all
     select 'period', p.code, '', f.valid::text from procedure_period f join procedure p on p.id = f.procedure_id where f.superseded_by is null
      union all
     select 'entry', p.code, e.level::text, e.valid::text from service_list_entry e join procedure p on p.id = e.procedure_id
      where e.superseded_by is null
      union all
     select 'figure', null, null, sum(denominator)::text from ledger
      order by 1, 2, 3, 4`,
  );
  return rows;
}

describe('undoing a step that moved lines with the days of their decision', () => {
  it('has the header back with them, lists and figures too; and the undoing is undone, as often as wanted', async () => {
    const before = await standing();
    const step = await move('2022-03-12');
    const after = await standing();
    expect(after).not.toEqual(before);
    for (let again = 0; again < 2; again += 1) {
      expect((await hand.undo(step)).errors).toEqual([]);
      expect(await standing()).toEqual(before);
      expect(await differences(api)).toEqual([]);
      expect((await hand.undo(await hand.lastStep())).errors).toEqual([]);
      expect(await standing()).toEqual(after);
    }
    expect(await differences(api)).toEqual([]);
  });

  it('leaves what else was said of the decision since, and says so in the audit trail', async () => {
    const step = await move('2022-03-12');
    await move('2022-03-12', 'Công bố danh mục');
    expect((await hand.undo(step)).errors).toEqual([]);
    expect(await standing()).toContainEqual({
      of: 'header',
      number: decision.number,
      title: 'Công bố danh mục',
      day: '2022-03-01',
    });
    const { rows } = await api.db.query<{ what: string }>(
      "select what from audit_event where what in ('DECISION_CHANGED', 'PROCEDURE_UNDONE') order by seq desc limit 2",
    );
    expect(rows.map(({ what }) => what).sort()).toEqual(['DECISION_CHANGED', 'PROCEDURE_UNDONE']);
  });

  it('is refused while lines stand that were entered by the new day, and tells what to do', async () => {
    const before = await standing();
    const step = await move('2022-03-12');
    await enter({ force: [{ action: 'REPEALED', procedure: THIRD }] }, '2022-03-12');
    const later = await hand.lastStep();
    const now = await standing();
    const refused = await hand.undo(step);
    expect([refused.code, refused.errors[0]?.message]).toEqual([
      'CONFLICT',
      expect.stringContaining(
        `ngày của quyết định ${decision.number} lại đổi, hoặc có dòng nhập thêm theo ngày 12/03/2022`,
      ),
    ]);
    expect(await standing()).toEqual(now);
    expect((await hand.undo(later)).errors).toEqual([]);
    expect((await hand.undo(step)).errors).toEqual([]);
    expect(await standing()).toEqual(before);
  });
});
