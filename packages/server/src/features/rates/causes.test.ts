import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { differences } from '../../../test/verifying.ts';

let api: Api;
let before = '0';

const row = (number: number, facts: Record<string, string> = {}) =>
  dossierRow({ MaHoSo: dossierCode('H55.164.3', number), ...facts });

beforeAll(async () => {
  api = await openApi();
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815', '2.000816');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
  await api.ingest([row(1), row(2, { KenhThucHien: '1' }), row(7, { MaTTHC: '2.000816' })]);
});

afterAll(() => api.close());

beforeEach(async () => {
  const { rows } = await api.db.query<{ id: string }>('select max(id)::text as id from moment');
  before = rows[0]!.id;
});

/** What was booked since the test began for the indicator of Decision 793, by cause. */
async function booked(): Promise<string[]> {
  const { rows } = await api.db.query<{ cause: string; counts: string }>(
    `select l.cause, sum(l.numerator) || '/' || sum(l.denominator) as counts
       from ledger l join indicator_definition i on i.id = l.definition_id join indicator n on n.id = i.indicator_id
      where l.moment_id > $1 and n.code = 'ONLINE_RESOLUTION_L4' group by l.cause order by l.cause`,
    [before],
  );
  return rows.map(({ cause, counts }) => `${cause} ${counts}`);
}

const step = (mutation: string) => api.ask(`mutation { ${mutation} }`);
const decision = (number: string) => `decision: { number: "${number}/QĐ-UBND", issuedOn: "2022-02-01" }`;

async function undoLatest(): Promise<void> {
  const { catalogueSteps } = await api.ask<{ catalogueSteps: { nodes: { id: string }[] } }>(
    '{ catalogueSteps { nodes { id } } }',
  );
  await step(`undoStep(id: "${catalogueSteps.nodes[0]!.id}") { id }`);
}

describe('the ledger says why a figure changed:', () => {
  it('new dossiers and corrected ones of one body and one day are booked apart', async () => {
    await api.ingest([row(3), row(2, { KenhThucHien: '2' })]);
    expect(await booked()).toEqual(['NEW 1/1', 'CORRECTED 1/0']);
  });

  it('what one cause adds and another takes away stands there twice, and in the totals once', async () => {
    await api.ingest([row(4), row(3, { TrangThaiHoSo: '7' })]);
    expect(await booked()).toEqual(['NEW 1/1', 'CORRECTED -1/-1']);
    expect(await differences(api)).toEqual([]);
  });

  it('a row that is taken from the quarantine is a dossier like any other', async () => {
    await api.ingest([row(5, { MaTTHC: '2.999999' })]);
    await saveProcedures(api, '2.999999');
    await amendList(api, '2021-02-19', [{ procedure: '2.999999' }]);
    await step('retryQuarantined { created }');
    expect(await booked()).toEqual(['NEW 1/1']);
  });

  it('a decision about a list, and its undoing', async () => {
    await amendList(api, '2022-02-01', [{ procedure: '2.000816' }]);
    expect(await booked()).toEqual(['LIST 1/1']);
    await undoLatest();
    expect(await booked()).toEqual(['LIST 0/0']);
  });

  it('lines about being in force, stated or decided, and their undoing', async () => {
    await saveProcedures(api, { code: '2.000815', inForceTo: '2022-02-10' });
    expect(await booked()).toEqual(['FORCE -3/-3']);
    await undoLatest();
    await step(
      `changeForce(input: { ${decision('8')}, changes: [{ action: REPEALED, procedure: "2.000815" }] }) { code }`,
    );
    expect(await booked()).toEqual(['FORCE -3/-3']);
    await undoLatest();
    expect(await booked()).toEqual(['FORCE 0/0']);
  });

  it('a decision that does both, and its undoing', async () => {
    await step(`enterDecision(input: { list: "QD402", ${decision('9')}, changes: [
      { action: ADD, procedure: "2.000816", tier: COMMUNE, level: LEVEL_4 }],
      force: [{ action: REPEALED, procedure: "2.000815" }] }) { lines }`);
    expect(await booked()).toEqual(['CATALOGUE -2/-2']);
    await undoLatest();
    expect(await booked()).toEqual(['CATALOGUE 0/0']);
  });

  it('which agrees with what its moments did, or is told by verify', async () => {
    expect(await differences(api)).toEqual([]);
    await api.db.query(`update ledger set cause = 'LIST' where cause = 'NEW'`);
    const found = await differences(api);
    expect(new Set(found.map(({ what, stored }) => `${what} ${stored}`))).toEqual(new Set(['ledger cause LIST']));
  });
});
