import type { Api } from './api.ts';
import { actOn, acted, buildSystem, type SystemAct } from './systems.ts';
import { LEFT_OUT, PLACE, PROVINCE, sparing, type Case } from './walk.ts';

/** Questions about a system that the city 164 runs, made anew by the administrator of the province for each who asks. */
export function systemCases(api: () => Api): Record<string, Case> {
  const system = async () => ({ id: (await buildSystem(api(), { address: 'https://nowhere.invalid/' })).id });
  const now = () => new Date().toISOString();
  const outage = async () => {
    const { id } = await system();
    const input = { system: id, kind: 'REPORTED', begunAt: now(), reason: 'Mất điện.' };
    return (await acted(api(), 'declareOutage', input)).outages[0]?.id;
  };
  const incident = async () => {
    const { id } = await system();
    const input = { system: id, level: 'ORDINARY', text: 'Bị dò quét.', noticedAt: now() };
    return (await acted(api(), 'recordIncident', input)).incidents[0]?.id;
  };
  const act = (name: SystemAct, input: () => Promise<object>, expected: Case['expected'] = PLACE): Case => ({
    query: actOn(name),
    variables: async () => ({ input: await input() }),
    expected,
  });
  let count = 0;
  return sparing({
    'Query.connectedSystem': {
      query: 'query ($id: ID!) { connectedSystem(id: $id) { name outages { id } incidents { id } } }',
      variables: system,
      expected: LEFT_OUT,
    },
    'Query.connectedSystems': {
      query: '{ connectedSystems { id } }',
      variables: async () => {
        await system();
        return {};
      },
      expected: LEFT_OUT,
    },
    'Mutation.saveConnectedSystem': act(
      'saveConnectedSystem',
      () => Promise.resolve({ name: `Của ai đó ${(count += 1)}`, kind: 'OTHER' }),
      PROVINCE,
    ),
    'Mutation.removeConnectedSystem': {
      query: 'mutation ($id: ID!) { removeConnectedSystem(id: $id, expectedVersion: 1) }',
      variables: system,
      expected: PROVINCE,
    },
    'Mutation.checkSystemNow': {
      query: 'mutation ($id: ID!) { checkSystemNow(id: $id) { id } }',
      variables: async () => {
        const { id } = await buildSystem(api(), { address: 'https://nowhere.invalid/', checked: true });
        return { id };
      },
      expected: PROVINCE,
    },
    'Mutation.declareOutage': act('declareOutage', async () => ({
      ...{ system: (await system()).id, kind: 'REPORTED', begunAt: now(), reason: 'Mất điện.' },
    })),
    'Mutation.changeOutage': act('changeOutage', async () => ({
      ...{ id: await outage(), reason: 'Mất điện cả khu.', expectedVersion: 1 },
    })),
    'Mutation.recordIncident': act('recordIncident', async () => ({
      ...{ system: (await system()).id, level: 'ORDINARY', text: 'Bị dò quét.', noticedAt: now() },
    })),
    'Mutation.stepIncident': act('stepIncident', async () => ({
      ...{ incident: await incident(), act: 'NOTED', text: 'Đang xem nhật ký.', expectedVersion: 1 },
    })),
  });
}
