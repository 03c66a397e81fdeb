import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { apply, beginImport, mapColumns } from '../../../../test/imports.ts';
import { OldImports } from './old-imports.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

it('imports that nobody has touched for a month are taken away, and what they brought stays', async () => {
  const [old, fresh] = [
    await beginImport(api, 'code,name\n2.000815,Tên\n'),
    await beginImport(api, 'code,name\n1.000689,Tên\n'),
  ];
  await mapColumns(api, old);
  await apply(api, old);
  await api.db.query(`update catalogue_import set touched_at = now() - interval '31 days' where id = $1`, [old]);
  await api.db.query(`update catalogue_import set touched_at = now() - interval '29 days' where id = $1`, [fresh]);
  const sweeper = new OldImports(api.app);
  await sweeper.sweep();
  await sweeper.stop();
  const { rows } = await api.db.query<{ id: string }>('select id from catalogue_import');
  expect(rows).toEqual([{ id: fresh }]);
  expect((await api.db.query('select from catalogue_import_row where import_id = $1', [old])).rowCount).toBe(0);
  expect(await api.ask('{ procedure(code: "2.000815") { name } }')).toEqual({ procedure: { name: 'Tên' } });
});
