import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { exampleCode, exampleRows, prepareExample } from '../../../../test/worked-example.ts';

/** The worked example of Decision 793: eleven dossiers, A to K, of which A, C, D, E and H count, and A, E, H are online. */
let api: Api;
let ids: { now: string; draft: string };

beforeAll(async () => {
  api = await openApi();
  await prepareExample(api);
  await api.ingest(exampleRows());
  const made = await api.ask<{ createDefinition: { id: string; revision: number } }>(
    'mutation { createDefinition(indicator: "ONLINE_RESOLUTION_L4") { id revision } }',
  );
  const { id: draft, revision } = made.createDefinition;
  // By the list of the day of resolution, and whatever became of them by their finish: A and E drop out, K comes in.
  await api.ask(
    `mutation ($id: ID!, $revision: Int!) { saveDefinition(id: $id, expectedRevision: $revision, input: { counts: DOSSIERS,
       basis: RESOLVED, eligibilityDate: RESOLVED, inForceRequired: true, list: "QD402", levels: [LEVEL_4, FULL],
       statuses: [7, 9, 10], numerator: CHANNEL, numeratorChannel: ONLINE }) { id } }`,
    { id: draft, revision },
  );
  const { indicatorDefinitions } = await api.ask<{ indicatorDefinitions: { id: string; state: string }[] }>(
    '{ indicatorDefinitions(indicator: "ONLINE_RESOLUTION_L4") { id state } }',
  );
  ids = { draft, now: indicatorDefinitions.find(({ state }) => state === 'ACTIVE')!.id };
});

afterAll(() => api.close());

interface Trial {
  looked: number;
  changing: number;
  left: { numerator: number; denominator: number };
  right: { numerator: number; denominator: number };
  cells: { left: string; right: string; count: number; examples: string[] }[];
}

const TRY = `query ($left: ID!, $right: ID!, $unit: ID, $every: Int) {
  tryDefinition(left: $left, right: $right, from: "2022-01-01", to: "2022-12-31", unit: $unit, every: $every) {
    looked changing left { numerator denominator } right { numerator denominator } cells { left right count examples } } }`;

async function tried(more: Record<string, unknown> = {}): Promise<Trial> {
  return (await api.ask<{ tryDefinition: Trial }>(TRY, { left: ids.now, right: ids.draft, ...more })).tryDefinition;
}

it('tells what both count, and how many dossiers stand on which side of which, with some of them', async () => {
  const { cells, ...trial } = await tried();
  expect(trial).toEqual({
    looked: 11,
    changing: 3,
    left: { numerator: 3, denominator: 5 },
    right: { numerator: 2, denominator: 4 },
  });
  expect(cells).toHaveLength(9);
  const told = cells.filter(({ count }) => count > 0).map(({ left, right, count }) => `${left} ${right} ${count}`);
  expect(told).toEqual([
    'NUMERATOR NUMERATOR 1',
    'NUMERATOR NOT_COUNTED 2',
    'DENOMINATOR DENOMINATOR 2',
    'NOT_COUNTED NUMERATOR 1',
    'NOT_COUNTED NOT_COUNTED 5',
  ]);
  const leaving = cells.find(({ left, right }) => left === 'NUMERATOR' && right === 'NOT_COUNTED');
  expect(leaving?.examples.toSorted()).toEqual([exampleCode('A'), exampleCode('E')].toSorted());
});

it('looks at a unit alone, or at one dossier of so many, and changes nothing', async () => {
  expect(await tried({ unit: '05431' })).toMatchObject({ looked: 0, changing: 0 });
  expect((await tried({ every: 2 })).looked).toBeLessThan(11);
  expect(await tried()).toMatchObject({ looked: 11 });
});

it('refuses definitions that there are not, services, and a share of nothing', async () => {
  const code = async (variables: Record<string, unknown>) =>
    (await api.gql(TRY, { left: ids.now, right: ids.draft, ...variables })).code;
  const { indicatorDefinitions } = await api.ask<{ indicatorDefinitions: { id: string }[] }>(
    '{ indicatorDefinitions(indicator: "SERVICES_WITH_ONLINE") { id } }',
  );
  expect([
    await code({ left: '17' }),
    await code({ right: indicatorDefinitions[0]?.id }),
    await code({ every: 0 }),
  ]).toEqual(['NOT_FOUND', 'BAD_USER_INPUT', 'BAD_USER_INPUT']);
});
