import { addDays, dayInVietnam } from '@chi-tieu/shared/domain/days';
import type { Api } from './api.ts';
import { dossierCode, dossierRow } from './factories.ts';
import { begun, directed, done, issue, measureInput, guidanceInput, planned, published } from './matters.ts';
import { all, COMMUNE, LEFT_OUT, PLACE, PROVINCE, sparing, type Case } from './walk.ts';

/** Nobody of the walk speaks for a unit: administrators do not. What speaks for one is tested with those who do (features/matters). */
const NOBODY = all('FORBIDDEN');
/** Whoever reaches the commune, looking or more. */
const SEEN: Case['expected'] = { ...LEFT_OUT, child: 'given', looking: 'given' };

/** Questions about guidance of the city to its commune, measures of the commune and directions to it, made anew by the administrator of the province. */
export function matterCases(api: () => Api): Record<string, Case> {
  const now = dayInVietnam(new Date());
  const days = { dated: '2022-09-01', acknowledgeBy: addDays(now, 900) };
  const given = async () => ({ id: (await issue(api(), days)).id });
  const measure = async () => ({ id: (await planned(api())).id });
  const judged = async () => ({ id: (await begun(api())).id });
  let report: Promise<string> | undefined;
  /** Of a month that has something to tell. */
  const ofMarch = async (): Promise<string> => {
    const MaHoSo = dossierCode('H55.164.3', 6999);
    const days = { NgayTiepNhan: '20210301080000', NgayKetThucXuLy: '20210301160000' };
    await api().ingest([dossierRow({ MaHoSo, ...days })]);
    return published(api(), '2021-03-01', '1/BC');
  };
  const ofReport = async () => ({ report: await (report ??= ofMarch()) });
  const far = { givenOn: now, due: addDays(now, 900) };
  const direction = async () => {
    const { id, tasks } = await directed(api(), (await ofReport()).report, far);
    return { id, task: tasks[0]?.id };
  };
  const task = async () => ({
    input: { task: (await direction()).task, act: 'CALLED_OFF', text: 'Thôi.', expectedVersion: 1 },
  });
  const about = (query: string, variables: Case['variables']): Case => ({
    query,
    ...(variables && { variables }),
    expected: SEEN,
  });
  const period = (year: number) => `{ from: "${year}-01-01", to: "${year}-12-31" }`;
  return sparing({
    'Query.guidance': about('query ($id: ID!) { guidance(id: $id) { title steps { act } } }', given),
    'Query.guidanceList': about('{ guidanceList(unit: "05503") { nodes { id } } }', given),
    'Query.guidanceForeseen': {
      query: '{ guidanceForeseen(input: { leadUnit: "164", units: ["05503"] }) { told muteCount } }',
      expected: PLACE,
    },
    'Query.measure': about('query ($id: ID!) { measure(id: $id) { title steps { act } } }', measure),
    'Query.measures': about('{ measures(unit: "05503") { nodes { id } } }', measure),
    'Query.measureCounts': about('{ measureCounts { state count } }', measure),
    'Query.direction': about('query ($id: ID!) { direction(id: $id) { text tasks { state } } }', direction),
    'Query.directionTasks': about('{ directionTasks(unit: "05503") { nodes { id } } }', direction),
    'Query.directionTaskCounts': about('{ directionTaskCounts { state count } }', direction),
    'Mutation.issueGuidance': {
      query: 'mutation ($input: GuidanceInput!) { issueGuidance(input: $input) { id } }',
      variables: () => ({ input: guidanceInput(days) }),
      expected: PLACE,
    },
    'Mutation.changeGuidance': {
      query:
        'mutation ($id: ID!, $input: GuidanceInput!) { changeGuidance(id: $id, input: $input, reason: "Bổ sung.", expectedVersion: 1) { id } }',
      variables: async () => ({ ...(await given()), input: guidanceInput(days) }),
      expected: PLACE,
    },
    'Mutation.withdrawGuidance': {
      query: 'mutation ($id: ID!) { withdrawGuidance(id: $id, text: "Thôi.", expectedVersion: 1) { id } }',
      variables: given,
      expected: PLACE,
    },
    'Mutation.acknowledgeGuidance': {
      query: 'mutation ($id: ID!) { acknowledgeGuidance(id: $id, unit: "05503", edition: 1) { id } }',
      variables: given,
      expected: NOBODY,
    },
    'Mutation.askAboutGuidance': {
      query: 'mutation ($id: ID!) { askAboutGuidance(id: $id, unit: "05503", text: "Có tính không?") { id } }',
      variables: given,
      expected: NOBODY,
    },
    'Mutation.answerGuidance': {
      query:
        'mutation ($question: ID!) { answerGuidance(question: $question, text: "Không.", expectedVersion: 1) { id } }',
      variables: async () => ({ question: await asked(api(), (await given()).id) }),
      expected: PLACE,
    },
    'Mutation.planMeasure': {
      query: 'mutation ($input: MeasureInput!) { planMeasure(input: $input) { id } }',
      variables: () => ({ input: measureInput() }),
      expected: COMMUNE,
    },
    'Mutation.changeMeasure': {
      query:
        'mutation ($id: ID!, $input: MeasureInput!) { changeMeasure(id: $id, input: $input, expectedVersion: 1) { id } }',
      variables: async () => ({ ...(await measure()), input: measureInput() }),
      expected: COMMUNE,
    },
    'Mutation.stepMeasure': {
      query: 'mutation ($id: ID!) { stepMeasure(id: $id, act: BEGUN, expectedVersion: 1) { id } }',
      variables: measure,
      expected: COMMUNE,
    },
    'Mutation.judgeMeasure': {
      query: `mutation ($id: ID!) { judgeMeasure(id: $id, before: ${period(2020)}, after: ${period(2021)}, expectedVersion: 2) { id } }`,
      variables: judged,
      expected: COMMUNE,
    },
    'Mutation.strikeJudgement': {
      query:
        'mutation ($id: ID!, $judgement: ID!) { strikeJudgement(id: $id, judgement: $judgement, text: "Nhầm.", expectedVersion: 3) { id } }',
      variables: async () => {
        const { id } = await judged();
        const judge = `judgeMeasure(id: "${id}", before: ${period(2020)}, after: ${period(2021)}, expectedVersion: 2)`;
        return { id, judgement: (await done('measure', api(), judge)).judgements[0]?.id };
      },
      expected: COMMUNE,
    },
    'Mutation.enterDirection': {
      query: 'mutation ($input: DirectionInput!) { enterDirection(input: $input) { id } }',
      variables: async () => ({ input: { ...(await ofReport()), ...far, text: 'Rà soát.', units: ['05503'] } }),
      expected: PROVINCE,
    },
    'Mutation.stepTask': {
      query: 'mutation ($input: TaskStepInput!) { stepTask(input: $input) { id } }',
      variables: task,
      expected: PROVINCE,
    },
  });
}

/** A question of the commune, written as who speaks for it would. */
async function asked(api: Api, guidance: string): Promise<string> {
  const { rows } = await api.db.query<{ id: string }>(
    `insert into guidance_question (province_id, guidance_id, unit_id, body, asked_on, recorded_by)
     select province_id, guidance_id, unit_id, 'Có tính không?', '2022-09-02', (select max(id) from moment)
       from guidance_unit where guidance_id = $1 limit 1 returning id::text`,
    [guidance],
  );
  return rows[0]?.id ?? '';
}
