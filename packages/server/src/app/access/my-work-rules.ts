import type { Rule } from './rules.ts';

/** What waits and what is new: each feature offers what lies within the caller's reach (features/my-work). */
export const MY_WORK_RULES: { Query: Readonly<Record<string, Rule>>; Mutation: Readonly<Record<string, Rule>> } = {
  Query: { myNews: 'SIGNED_IN', myWork: 'SIGNED_IN', unitMatters: 'SIGNED_IN' },
  Mutation: { readNews: 'SIGNED_IN' },
};

export const MY_WORK_TYPES: Readonly<Record<string, readonly string[]>> = {
  NewsItem: ['Query.myNews'],
  WaitingMatter: ['Query.myWork'],
  WaitingItem: ['WaitingMatter.items'],
  UnitMatters: ['Query.unitMatters'],
};
