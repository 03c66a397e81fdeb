import type { Api } from './api.ts';
import { OPEN, PROVINCE, type Case } from './walk.ts';

const ONLY_ONE = 'ONLINE_RESOLUTION_L4';
const PERIOD = 'from: "2022-01-01", to: "2022-12-31"';

/** Questions about definitions of indicators. Each change is of a draft of its own, for there is one at a time. */
export function definitionCases(api: () => Api): Record<string, Case> {
  const draft = async () => ({ id: await drafted(api()), revision: 1 });
  const change = (call: string, asked: string) => ({
    query: `mutation (${asked}) { ${call} { id } }`,
    variables: draft,
    expected: PROVINCE,
  });
  return {
    'Query.indicatorDefinitions': {
      query: '{ indicatorDefinitions { id rule progress { done of } } }',
      expected: OPEN,
    },
    'Query.indicatorDefinition': {
      query: 'query ($id: ID!) { indicatorDefinition(id: $id) { id list { code } decision { number } } }',
      variables: async () => ({ id: await activeOne(api()) }),
      expected: OPEN,
    },
    'Query.services': {
      query: `{ services(indicator: "SERVICES_FULL_ONLINE", unit: "19", ${PERIOD}) { denominator } }`,
      expected: OPEN,
    },
    'Query.tryDefinition': {
      query: `query ($id: ID!) { tryDefinition(left: $id, right: $id, ${PERIOD}) { looked cells { count examples } } }`,
      variables: async () => ({ id: await activeOne(api()) }),
      expected: PROVINCE,
    },
    'Mutation.createDefinition': {
      query: `mutation { createDefinition(indicator: "${ONLY_ONE}") { id } }`,
      variables: async () => {
        await emptied(api());
        return {};
      },
      expected: PROVINCE,
    },
    'Mutation.saveDefinition': change(
      `saveDefinition(id: $id, expectedRevision: $revision, input: { counts: DOSSIERS, basis: RECEIVED, eligibilityDate: RECEIVED,
        inForceRequired: false, levels: [], numerator: CHANNEL, numeratorChannel: ONLINE })`,
      '$id: ID!, $revision: Int!',
    ),
    'Mutation.startComputing': change(
      'startComputing(id: $id, expectedRevision: $revision)',
      '$id: ID!, $revision: Int!',
    ),
    'Mutation.cancelDefinition': change('cancelDefinition(id: $id, reason: "Thôi.")', '$id: ID!'),
    'Mutation.switchOnDefinition': {
      ...change('switchOnDefinition(id: $id, reason: "Dùng.")', '$id: ID!'),
      variables: async () => {
        const id = await drafted(api());
        await api().db.query(`update indicator_definition set state = 'READY' where id = $1`, [id]);
        return { id };
      },
    },
  };
}

/** Calls off whatever an earlier question of the walk left. */
async function emptied(api: Api): Promise<void> {
  await api.db.query(
    `update indicator_definition set state = 'CANCELLED' where state in ('DRAFT', 'COMPUTING', 'READY')`,
  );
}

async function drafted(api: Api): Promise<string> {
  await emptied(api);
  const { createDefinition } = await api.ask<{ createDefinition: { id: string } }>(
    `mutation { createDefinition(indicator: "${ONLY_ONE}") { id } }`,
  );
  return createDefinition.id;
}

async function activeOne(api: Api): Promise<string> {
  const { rows } = await api.db.query<{ id: string }>(
    `select i.id::text as id from indicator_definition i join indicator n on n.id = i.indicator_id
      where n.code = $1 and i.state = 'ACTIVE'`,
    [ONLY_ONE],
  );
  return rows[0]?.id ?? '';
}
