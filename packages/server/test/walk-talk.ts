import type { Api } from './api.ts';
import { all, PLACE, PROVINCE, type Case } from './walk.ts';

/** Nobody of the walk speaks for a unit: administrators do not. What speaks for one is tested with those who do (features/plans/talk). */
const NOBODY = all('FORBIDDEN');

/** Questions about what is said of plans; `ids` are filled in before the first is asked. */
export function talkCases(api: () => Api, ids: { draft: string }): Record<string, Case | Record<string, Case>> {
  const plan = () => ({ plan: ids.draft });
  return {
    'Query.consultations': { query: '{ consultations { plan } }', expected: all('left out') },
    'Mutation.openConsultation': {
      query:
        'mutation ($plan: ID!, $version: Int!) { openConsultation(plan: $plan, expectedVersion: $version) { id } }',
      variables: () => ({ ...plan(), version: 0 }),
      expected: PLACE,
    },
    'Mutation.addPlanComment': {
      query: 'mutation ($plan: ID!) { addPlanComment(plan: $plan, unit: "05503", body: "Xem lại.") { id } }',
      variables: plan,
      expected: PLACE,
    },
    'Mutation.resolvePlanComment': {
      query: 'mutation ($id: ID!) { resolvePlanComment(id: $id) { id } }',
      variables: async () => ({ id: await said(api(), ids.draft) }),
      expected: PLACE,
    },
    'Mutation.withdrawPlanComment': {
      query: 'mutation ($id: ID!) { withdrawPlanComment(id: $id) { id } }',
      variables: async () => ({ id: await said(api(), ids.draft) }),
      expected: PROVINCE,
    },
    'Mutation.makeCounterProposal': {
      query:
        'mutation ($plan: ID!) { makeCounterProposal(plan: $plan, unit: "05503", percent: 40, grounds: "Mới sáp nhập.") { id } }',
      variables: plan,
      expected: NOBODY,
    },
    'Mutation.withdrawCounterProposal': {
      query: 'mutation ($id: ID!) { withdrawCounterProposal(id: $id) { id } }',
      variables: async () => ({ id: await proposed(api(), ids.draft) }),
      expected: NOBODY,
    },
    'Mutation.answerCounterProposal': {
      query: 'mutation ($id: ID!) { answerCounterProposal(id: $id, how: REFUSE, answer: "Không.") { id } }',
      variables: async () => ({ id: await proposed(api(), ids.draft) }),
      expected: PLACE,
    },
    'Mutation.bePresent': {
      query: 'mutation ($plan: ID!) { bePresent(plan: $plan) { version } }',
      variables: plan,
      expected: PLACE,
    },
  };
}

/** What the administrator of the province says about the draft, anew each time. */
async function said(api: Api, draft: string): Promise<string> {
  const { addPlanComment } = await api.ask<{ addPlanComment: { id: string } }>(
    'mutation ($plan: ID!) { addPlanComment(plan: $plan, unit: "05503", body: "Xem lại.") { id } }',
    { plan: draft },
  );
  return addPlanComment.id;
}

/** What the commune proposes in the draft, anew each time. */
async function proposed(api: Api, draft: string): Promise<string> {
  await api.db.query('delete from counter_proposal');
  const { rows } = await api.db.query<{ id: string }>(
    `insert into counter_proposal (id, province_id, plan_id, unit_id, hundredths, instead_of, grounds, recorded_by)
     select gen_random_uuid(), $1, $2, v.unit_id, 4000, 5000, 'Mới sáp nhập.', (select max(id) from moment)
       from unit_version v where v.code = '05503' limit 1 returning id`,
    [api.app.provinceId, draft],
  );
  return rows[0]?.id ?? '';
}
