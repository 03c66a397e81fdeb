import { Kind, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { nameUnits, saveProcedures } from '../../../test/factories.ts';
import { exampleRows } from '../../../test/worked-example.ts';
import { readProcedures } from '../../features/seed/demo-data.ts';
import { isAffordable } from '../graphql-cost.ts';
import { buildProductSchema } from '../schema.ts';
import { OPERATIONS } from './operations.ts';

const FIELDS = OPERATIONS.map(({ field }) => field);

let api: Api;
beforeAll(async () => {
  api = await openApi();
  const used = ['Hộ tịch', 'Chứng thực'];
  const procedures = readProcedures().filter(({ field }) => used.includes(field));
  await saveProcedures(
    api,
    ...procedures.map(({ code, name, field, tiers }) => ({ code, name, field, tiers: [...tiers] })),
  );
  const amend = 'mutation ($input: ServiceListAmendmentInput!) { amendServiceList(input: $input) { code } }';
  const line = { procedure: '2.000815', tier: 'COMMUNE' };
  const decided = (number: string, issuedOn: string, changes: object[]) =>
    api.ask(amend, { input: { list: 'QD402', decision: { number, issuedOn }, changes } });
  const first = ['2.000815', '1.000689', '1.000894'];
  await decided(
    '402/QĐ-UBND',
    '2021-02-19',
    first.map((procedure) => ({ ...line, procedure, action: 'ADD', level: 'LEVEL_4' })),
  );
  await decided('2318/QĐ-UBND', '2022-09-22', [{ ...line, action: 'CHANGE_LEVEL', level: 'FULL' }]);
  await nameUnits(api, { '05503': ['H55.164.03'] });
  await api.ingest(exampleRows());
});
afterAll(() => api.close());

/** Everything that tells of the catalogue; what is there before and after an example must be the same. */
async function stored(): Promise<unknown> {
  const { rows } = await api.db.query(
    `select (select count(*) from decision) as decisions, (select count(*) from moment) as moments,
            (select count(*) from change_set) as steps, (select count(*) from audit_event) as events`,
  );
  return rows;
}

/** Whether an answer holds anything: neither null nor an empty page. */
function isTelling(answer: unknown): boolean {
  if (Array.isArray(answer)) return answer.length > 0;
  if (answer === null || typeof answer !== 'object') return answer !== null;
  return 'nodes' in answer ? isTelling(answer.nodes) : Object.values(answer).some(isTelling);
}

describe('the operations to try', () => {
  it('are one of each root field, by a name of its own', () => {
    const names = OPERATIONS.map(({ query }) => /^(?:query|mutation) (\w+)/m.exec(query)?.[1]);
    expect(new Set(names).size).toBe(OPERATIONS.length);
    expect(names).not.toContain(undefined);
    expect(new Set(FIELDS).size).toBe(OPERATIONS.length);
  });

  it('hold for all that an officer’s program asks of the catalogue', () => {
    const asked = ['procedures', 'procedureFacets', 'serviceList', 'serviceListDiff', 'changes', 'decision'];
    const tried = ['editProcedures', 'previewDecision'];
    const wanted = [...asked.map((name) => `Query.${name}`), ...tried.map((name) => `Mutation.${name}`)];
    expect(wanted.filter((field) => !FIELDS.includes(field))).toEqual([]);
  });

  it.each(OPERATIONS)('fit the schema and its limits: $field', async ({ field, query }) => {
    const schema = await buildProductSchema();
    const document = parse(query);
    expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('not an operation');
    expect(operation.selectionSet.selections).toMatchObject([{ name: { value: field.split('.')[1] } }]);
    expect(isAffordable({ schema, document, operation, variables: {} })).toBe(true);
  });

  it.each(OPERATIONS)('are answered, and change nothing: $field', async ({ field, query }) => {
    const before = await stored();
    const { data, errors } = await api.gql(query);
    expect(errors).toEqual([]);
    expect(isTelling(data?.[field.split('.')[1] ?? ''])).toBe(true);
    expect(await stored()).toEqual(before);
  });

  it('are named by a schema in which their field is gone', async () => {
    const schema = await buildProductSchema();
    const [{ query }] = OPERATIONS as [(typeof OPERATIONS)[number]];
    const gone = query.replace('attainment(', 'attainmentOfOld(');
    expect(validate(schema, parse(gone))[0]?.message).toContain('attainmentOfOld');
  });
});
