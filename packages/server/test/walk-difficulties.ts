import type { Api } from './api.ts';
import { done, report } from './difficulties.ts';
import { COMMUNE, LEFT_OUT, OPEN, PLACE, type Case } from './walk.ts';

/** Questions about difficulties of the commune, made anew by the administrator of the province for each who asks. */
export function difficultyCases(api: () => Api): Record<string, Case> {
  const fresh = async () => ({ id: (await report(api(), '05503')).id });
  /** One that the city owns. */
  const owned = async () => {
    const { id } = await report(api(), '05503');
    await done(api(), 'takeDifficulty', `id: "${id}", owner: "164", expectedVersion: 1`);
    return { id };
  };
  const two = async () => ({ ...(await fresh()), to: (await report(api(), '05503')).id });
  const joined = async () => {
    const { id, to } = await two();
    await done(api(), 'joinDifficulties', `id: "${id}", to: "${to}", expectedVersion: 1`);
    return { id };
  };
  /** Whoever looks at the city sees them too. */
  const seen = { ...LEFT_OUT, child: 'given', looking: 'given' } as const;
  const change = (call: string, ids = '$id: ID!') => `mutation (${ids}) { ${call} { version } }`;
  return {
    'Query.difficulty': {
      query: 'query ($id: ID!) { difficulty(id: $id) { text steps { text } } }',
      variables: fresh,
      expected: seen,
    },
    'Query.difficulties': {
      query: '{ difficulties(unit: "05503") { nodes { id } } }',
      variables: fresh,
      expected: seen,
    },
    'Query.difficultyCounts': {
      query: '{ difficultyCounts { state count } }',
      variables: fresh,
      expected: seen,
    },
    'Query.similarDifficulties': {
      query: '{ similarDifficulties(text: "phần mềm một cửa mất kết nối") { id } }',
      variables: fresh,
      expected: seen,
    },
    // Its numbers are of what lies within reach: nothing of it where nothing does.
    'Query.difficultySynthesis': {
      query: '{ difficultySynthesis(from: "2022-01-01", to: "2030-12-31") { reports groups { count } } }',
      expected: OPEN,
    },
    'Mutation.reportDifficulty': {
      query: `mutation { reportDifficulty(input: { unit: "05503", text: "Thiếu máy quét.", cause: EQUIPMENT }) { id } }`,
      expected: COMMUNE,
    },
    'Mutation.takeDifficulty': {
      query: change('takeDifficulty(id: $id, owner: "164", expectedVersion: 1)'),
      variables: fresh,
      expected: PLACE,
    },
    'Mutation.answerDifficulty': {
      query: change('answerDifficulty(id: $id, text: "Đã sửa.", expectedVersion: 2)'),
      variables: owned,
      expected: PLACE,
    },
    'Mutation.closeDifficulty': {
      query: change('closeDifficulty(id: $id, text: "Đã hết.", expectedVersion: 1)'),
      variables: fresh,
      expected: COMMUNE,
    },
    'Mutation.reopenDifficulty': {
      query: change('reopenDifficulty(id: $id, text: "Lại hỏng.", expectedVersion: 2)'),
      variables: async () => {
        const { id } = await fresh();
        await done(api(), 'closeDifficulty', `id: "${id}", expectedVersion: 1`);
        return { id };
      },
      expected: COMMUNE,
    },
    'Mutation.noteDifficulty': {
      query: change('noteDifficulty(id: $id, text: "Từ 7 giờ.", expectedVersion: 1)'),
      variables: fresh,
      expected: COMMUNE,
    },
    'Mutation.joinDifficulties': {
      query: change('joinDifficulties(id: $id, to: $to, expectedVersion: 1)', '$id: ID!, $to: ID!'),
      variables: two,
      expected: PLACE,
    },
    'Mutation.partDifficulties': {
      query: change('partDifficulties(id: $id, expectedVersion: 2)'),
      variables: joined,
      expected: PLACE,
    },
  };
}
