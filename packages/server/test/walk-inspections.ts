import type { Api } from './api.ts';
import { done, held, idOf, planned } from './inspections.ts';
import { all, LEFT_OUT, PLACE, sparing, type Case, type Outcome, type Who } from './walk.ts';

/** Questions about inspections that the city holds at its commune, made anew by the administrator of the province for each who asks. */
export function inspectionCases(api: () => Api): Record<string, Case> {
  let admin = '';
  const me = async () => (admin ||= await idOf(api()));
  const days = { from: '2022-01-10', to: '2022-01-14', decisionOn: '2022-01-05' };
  const plan = async () => done(api(), 'planInspection', { input: planned(await me(), days) });
  const underWay = async () => held(api(), await me(), days);
  const fresh = async () => ({ id: (await underWay()).id });
  const input = (more: object) => async () => ({
    input: { inspection: (await underWay()).id, unit: '05503', ...more },
  });
  const sample = {
    ...{ indicator: 'ONLINE_RESOLUTION_L4', list: 'NUMERATOR', from: '2022-01-01', to: '2022-12-31', size: 1 },
  };
  const sealed = async () => {
    const { id } = await underWay();
    const seen = await done(api(), 'sealSample', { input: { inspection: id, unit: '05503', ...sample } });
    return { sample: seen.inspected[0]?.samples[0]?.id ?? '' };
  };
  const drawn = async () => {
    const found = await sealed();
    await done(api(), 'drawSample', { args: `sample: "${found.sample}"` });
    return found;
  };
  const found = { severity: 'LIGHT', text: 'Thiếu bảng niêm yết.', dueOn: '2022-02-01' };
  const finding = async () => {
    const { id } = await underWay();
    const seen = await done(api(), 'recordFinding', { input: { inspection: id, unit: '05503', ...found } });
    return { input: { finding: seen.findings[0]?.id, act: 'WITHDRAWN', text: 'Nhầm.', expectedVersion: 1 } };
  };
  /** Whoever watches over the commune sees it too, once it is told. */
  const seen = { ...LEFT_OUT, child: 'given' } as const;
  const given = (name: string, type: string) => `mutation ($input: ${type}!) { ${name}(input: $input) { id } }`;
  // Who leads is one of the team: each plans with the same team.
  const plans = async () => ({ input: planned(await me(), days) });
  const anywhere: Record<Who, Outcome> = { ...PLACE, sibling: 'given', child: 'given' };
  return sparing({
    'Query.inspection': {
      query: 'query ($id: ID!) { inspection(id: $id) { title steps { act } } }',
      variables: fresh,
      expected: seen,
    },
    'Query.inspections': {
      query: '{ inspections(unit: "05503") { nodes { id } } }',
      variables: fresh,
      expected: seen,
    },
    'Query.inspectionCounts': { query: '{ inspectionCounts { state count } }', variables: fresh, expected: seen },
    'Query.checklists': { query: '{ checklists { code } }', expected: anywhere },
    'Query.checklistVersions': { query: '{ checklistVersions(code: "CHUAN") { version } }', expected: anywhere },
    'Query.inspectionCandidates': {
      query: '{ inspectionCandidates(units: ["05503"], search: "admin") { id } }',
      expected: { ...PLACE, child: 'given' },
    },
    'Mutation.planInspection': { query: given('planInspection', 'InspectionInput'), variables: plans, expected: PLACE },
    'Mutation.changeInspection': {
      query: `mutation ($id: ID!, $input: InspectionInput!) { changeInspection(id: $id, input: $input, expectedVersion: 1) { id } }`,
      variables: async () => ({ id: (await plan()).id, ...(await plans()) }),
      expected: PLACE,
    },
    'Mutation.moveInspection': {
      query: 'mutation ($id: ID!) { moveInspection(id: $id, move: ANNOUNCED, expectedVersion: 1) { id } }',
      variables: async () => ({ id: (await plan()).id }),
      expected: PLACE,
    },
    'Mutation.answerItem': {
      query: `mutation ($id: ID!) { answerItem(id: $id, unit: "05503", item: "KENH", answer: YES, expectedVersion: 0) { id } }`,
      variables: fresh,
      expected: PLACE,
    },
    'Mutation.sealSample': { query: given('sealSample', 'SampleInput'), variables: input(sample), expected: PLACE },
    'Mutation.drawSample': {
      query: 'mutation ($sample: ID!) { drawSample(sample: $sample) { id } }',
      variables: sealed,
      expected: PLACE,
    },
    'Mutation.judgeDrawn': {
      query: `mutation ($sample: ID!) { judgeDrawn(sample: $sample, place: 1, result: MATCHES, expectedVersion: 0) { id } }`,
      variables: drawn,
      expected: PLACE,
    },
    'Mutation.recordFinding': {
      query: given('recordFinding', 'FindingInput'),
      variables: input(found),
      expected: PLACE,
    },
    'Mutation.stepFinding': { query: given('stepFinding', 'FindingStepInput'), variables: finding, expected: PLACE },
    'Mutation.makeInspectionMinutes': {
      query: 'mutation ($id: ID!) { makeInspectionMinutes(id: $id, unit: "05503") { id } }',
      variables: fresh,
      expected: PLACE,
    },
    'Mutation.saveChecklist': {
      query: `mutation ($code: String!) { saveChecklist(code: $code, name: "Thử", expectedVersion: 0,
        items: [{ key: "A", text: "Có.", expected: YES }]) { version } }`,
      variables: (who) => ({ code: `THU-${who.toUpperCase()}` }),
      expected: { ...all('FORBIDDEN'), province: 'given' },
    },
  });
}
