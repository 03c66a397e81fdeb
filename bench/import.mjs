/** A catalogue of two thousand rows through HTTP: handed in, matched, tried and applied, beside a bare COPY of the same rows. */
import { timed } from './timing.mjs';

const ROWS = 2_000;

export async function measureImport(product, client) {
  const text = tableOf(ROWS);
  const steps = {};
  const measure = async (name, use) => {
    let result;
    steps[name] = await timed(async () => {
      result = await use();
    });
    return result;
  };
  const id = await measure('handed in and read', () => handIn(product, text));
  const { columns } = (await ask(product, `{ catalogueImport(id: "${id}") { columns { column field } } }`))
    .catalogueImport;
  const chosen = columns
    .filter(({ field }) => field)
    .map(({ column, field }) => `{ column: ${column}, field: ${field} }`);
  await measure('columns matched, all rows checked', () =>
    ask(
      product,
      `mutation { mapImportColumns(id: "${id}", mapping: { columns: [${chosen}] }) { summary { counts { received } } } }`,
    ),
  );
  await measure('first page of rows', () =>
    ask(product, `{ importRows(id: "${id}", first: 100) { totalCount nodes { row problems { code } } } }`),
  );
  await measure('one cell mended, all checked again', () =>
    ask(
      product,
      `mutation { mendImportCells(id: "${id}", cells: [{ row: 3, field: NAME, text: "Tên khác" }]) { summary { problems } } }`,
    ),
  );
  await measure('dry run', () =>
    ask(product, `mutation { previewImport(id: "${id}") { version preview { counts { created } } } }`),
  );
  const { version } = (await ask(product, `{ catalogueImport(id: "${id}") { version } }`)).catalogueImport;
  await measure('applied', () =>
    ask(product, `mutation { applyImport(id: "${id}", expectedVersion: ${version}) { id } }`),
  );
  await client.query('create temporary table bare_procedure (code text, name text, field text, tiers text)');
  const bare = await timed(() =>
    client.query(
      `insert into bare_procedure select x.* from jsonb_to_recordset($1::jsonb) as x (code text, name text, field text, tiers text)`,
      [JSON.stringify(rowsOf(ROWS))],
    ),
  );
  const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
  const toTried = Object.entries(steps)
    .filter(([name]) => name !== 'applied')
    .reduce((sum, [, ms]) => sum + ms, 0);
  return [
    ...Object.entries(steps).map(([name, ms]) => [name, seconds(ms)]),
    ['from the file to the dry run’s answer (goal: under 3 s)', seconds(toTried)],
    ['bare insert of the same rows', seconds(bare)],
  ];
}

function rowsOf(count) {
  return Array.from({ length: count }, (_, n) => ({
    code: `3.${String(100_000 + n)}`,
    name: `Cấp giấy phép hoạt động loại ${n} cho tổ chức, cá nhân trong lĩnh vực ${n % 40} tại địa phương`,
    field: `Lĩnh vực ${n % 40}`,
    tiers: n % 3 === 0 ? 'PROVINCE' : 'DISTRICT|COMMUNE',
  }));
}

function tableOf(count) {
  const rows = rowsOf(count).map(({ code, name, field, tiers }) => `${code},"${name}",${field},${tiers}`);
  return ['code,name,field,tiers', ...rows].join('\n');
}

async function handIn(product, text) {
  const response = await product.post('/imports/procedures', text);
  const answer = await response.json();
  if (!answer.import) throw new Error(`not taken: ${JSON.stringify(answer)}`);
  return answer.import;
}

async function ask(product, query) {
  return product.gql(query);
}
