import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { addIndicator } from '../../../test/indicators.ts';
import { differences } from '../../../test/verifying.ts';
import { exampleCode, exampleRow, exampleRows, prepareExample } from '../../../test/worked-example.ts';

let api: Api;

beforeAll(async () => {
  api = await openApi();
  await addIndicator(api, 'BY_RESOLUTION', { eligibilityDate: 'RESOLVED' });
  await addIndicator(api, 'BY_PERIOD_END', { eligibilityDate: 'PERIOD_END' });
  await prepareExample(api);
  await api.ingest(exampleRows());
  await api.ingest([{ ...exampleRow('C'), KenhThucHien: '2' }]);
  await api.ingest([{ ...exampleRow('C'), KenhThucHien: '1' }]);
});

afterAll(() => api.close());

/** The number of an indicator's definition, as SQL. */
function idOf(code: string): string {
  return `(select i.id from indicator_definition i join indicator n on n.id = i.indicator_id where n.code = '${code}')`;
}

/** What verify tells of a stored change that did not follow from anything; the change is undone afterwards. */
async function toldOf(change: string): Promise<string[]> {
  const tables = [
    'dossier',
    'dossier_version',
    'ledger',
    'day_total',
    'month_total',
    'month_standing',
    'booked_moment',
    'service_list_entry',
    'service_total',
  ];
  for (const table of tables) await api.db.query(`create table kept_${table} as select * from ${table}`);
  await api.db.query(change);
  const found = await differences(api);
  for (const table of tables) {
    await api.db.query(
      `delete from ${table}; insert into ${table} overriding system value select * from kept_${table}`,
    );
    await api.db.query(`drop table kept_${table}`);
  }
  return [...new Set(found.map(({ what }) => what))].sort();
}

it('finds nothing where everything was written by the product, also as known at every moment there was', async () => {
  expect(await differences(api)).toEqual([]);
  const { rows } = await api.db.query<{ at: Date }>('select at from moment order by at');
  expect(rows.length).toBeGreaterThan(5);
  for (const { at } of rows) expect(await differences(api, at)).toEqual([]);
});

it.each([
  [
    'a dossier that changed its channel behind the ledger',
    `update dossier set channel = 'ONLINE' where code = '${exampleCode('D')}'`,
    ['day_total', 'ledger', 'month_total', 'service_ledger', 'service_total'],
  ],
  [
    'a dossier that is gone',
    `delete from dossier where code = '${exampleCode('E')}'`,
    ['day_total', 'ledger', 'month_total', 'service_ledger', 'service_total'],
  ],
  ['a ledger row that is gone', `delete from ledger where day = '2022-08-16'`, ['ledger', 'month_standing']],
  [
    'a ledger row that nothing stands behind',
    `insert into ledger select province_id, definition_id, unit_id, '2020-02-02', moment_id, 1, 1, cause from ledger limit 1`,
    ['ledger', 'month_standing'],
  ],
  [
    'a total by day one too high',
    `update day_total set denominator = denominator + 1 where day = '2022-08-16'`,
    ['day_total'],
  ],
  [
    'a total by month one too high',
    `update month_total set denominator = denominator + 1 where month = '2022-08-01'`,
    ['month_total'],
  ],
  [
    'a month that stood one too high after a booking',
    `update month_standing set denominator = denominator + 1 where month = '2022-08-01'`,
    ['month_standing'],
  ],
  [
    'a month of which nobody knows how it stood',
    `delete from month_standing where month = '2022-08-01'`,
    ['month_standing'],
  ],
  [
    'bookings that are not in the order of their moments',
    `update booked_moment set number = number + 1000 where number = 1`,
    ['booked_moment', 'month_standing'],
  ],
  [
    'figures of an indicator that is never booked',
    `insert into ledger select province_id, ${idOf('BY_PERIOD_END')}, unit_id, '2020-02-02', moment_id, 1, 1, cause from ledger limit 1`,
    ['ledger', 'month_standing'],
  ],
  [
    'a service that had no dossiers',
    `update service_total set numerator = 0, denominator = denominator + 1`,
    ['service_total'],
  ],
  [
    'figures booked for another definition',
    `update ledger set definition_id = ${idOf('BY_PERIOD_END')} where definition_id = ${idOf('BY_RESOLUTION')}`,
    ['ledger', 'month_standing'],
  ],
  ['figures of a unit that does not exist', `update day_total set unit_id = 1000000`, ['day_total']],
  [
    'a list entry that no decision gave',
    `update service_list_entry set valid = daterange('2021-02-19', null) where closed_by is not null`,
    ['service_list_entry'],
  ],
  ['a list entry that is gone', `delete from service_list_entry where closed_by is null`, ['service_list_entry']],
  [
    'a day that is not that of the instant',
    `update dossier set received_day = received_day + 1 where code = '${exampleCode('J')}'`,
    ['day_total', 'dossier received_day', 'ledger'],
  ],
  ['an earlier version that is gone', `delete from dossier_version where version = 1`, ['dossier_version version']],
  [
    'a version superseded by another moment',
    `update dossier_version set superseded_by = superseded_by + 100 where version = 1`,
    ['dossier_version superseded_by'],
  ],
  [
    'a dossier of a batch that does not exist',
    `update dossier set batch_id = gen_random_uuid() where code = '${exampleCode('J')}'`,
    ['dossier_version batch'],
  ],
  [
    'a dossier of a procedure that does not exist',
    `update dossier set procedure_id = 1000000 where code = '${exampleCode('J')}'`,
    ['dossier_version procedure', 'service_ledger', 'service_total'],
  ],
])('tells %s', async (_what, change, told) => {
  expect(await toldOf(change)).toEqual(told);
});

it('tells the row, what is stored and what follows from zero', async () => {
  await api.db.query(`update day_total set numerator = 0 where day = '2022-06-03'`);
  const unit = await api.db.query<{ id: number }>(`select unit_id as id from unit_version where code = '05503'`);
  expect(await differences(api)).toEqual([
    {
      what: 'day_total',
      where: `ONLINE_RESOLUTION_L4, unit ${unit.rows[0]?.id}, 2022-06-03`,
      stored: '0/1',
      expected: '1/1',
    },
  ]);
});
