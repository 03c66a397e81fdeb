import type { Rule } from './rules.ts';

const filtered: Rule = { right: 'difficulty.read', at: 'FILTERED' };
const reporting: Rule = { right: 'difficulty.report', at: 'SERVICE' };
const handling: Rule = { right: 'difficulty.handle', at: 'SERVICE' };

/** Difficulties: who sees and does what stands in docs/decisions/0013, section 12. */
export const DIFFICULTY_RULES = {
  Query: {
    difficulty: filtered,
    difficulties: filtered,
    difficultyCounts: filtered,
    difficultySynthesis: filtered,
    similarDifficulties: filtered,
  },
  Mutation: {
    reportDifficulty: reporting,
    takeDifficulty: handling,
    answerDifficulty: handling,
    closeDifficulty: reporting,
    reopenDifficulty: reporting,
    noteDifficulty: reporting,
    joinDifficulties: handling,
    partDifficulties: handling,
  },
} as const satisfies Record<'Query' | 'Mutation', Record<string, Rule>>;

/** What leads to a difficulty: everything that does has asked for the caller's reach. */
export const DIFFICULTY_TYPES: Readonly<Record<string, readonly string[]>> = {
  Difficulty: [
    'Query.difficulty',
    'Query.similarDifficulties',
    'DifficultyConnection.nodes',
    'DifficultyEdge.node',
    'DifficultySynthesisEntry.difficulty',
    'Difficulty.joinedTo',
    'Difficulty.followers',
    ...Object.keys(DIFFICULTY_RULES.Mutation).map((name) => `Mutation.${name}`),
  ],
  DifficultyEdge: ['DifficultyConnection.edges'],
  DifficultyConnection: ['Query.difficulties'],
  DifficultyStep: ['Difficulty.steps'],
  DifficultyCount: ['Query.difficultyCounts'],
  DifficultySynthesis: ['Query.difficultySynthesis'],
  DifficultySynthesisGroup: ['DifficultySynthesis.groups'],
  DifficultySynthesisEntry: ['DifficultySynthesisGroup.entries'],
};
