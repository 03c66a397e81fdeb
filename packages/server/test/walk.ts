/** Who asks in the walk over the schema. Everything asked about belongs to the city 164 or its commune 05503. */
export const CALLERS = ['none', 'expired', 'early', 'sibling', 'child', 'inside', 'looking', 'province'] as const;
export type Who = (typeof CALLERS)[number];

/** What a caller gets: the thing, nothing of it, or a refusal. */
/** CONFLICT: it was let in, and what it wanted to change is no longer so. */
export type Outcome = 'given' | 'left out' | 'FORBIDDEN' | 'CONFLICT';

export interface Case {
  query: string;
  variables?: (who: Who) => Record<string, unknown> | Promise<Record<string, unknown>>;
  expected: Record<Who, Outcome>;
}

export const all = (outcome: Outcome): Record<Who, Outcome> =>
  Object.fromEntries(CALLERS.map((who) => [who, outcome])) as Record<Who, Outcome>;

export const OPEN = all('given');
export const PROVINCE: Case['expected'] = { ...all('FORBIDDEN'), province: 'given' };
/** What needs more than looking, at the city. */
export const PLACE: Case['expected'] = { ...PROVINCE, inside: 'given' };
/** The same at the commune. */
export const COMMUNE: Case['expected'] = { ...PLACE, child: 'given' };
export const LEFT_OUT: Case['expected'] = { ...all('left out'), inside: 'given', province: 'given' };

/**
 * The same questions with fewer things made for them: whoever asks or is refused changes nothing, and shares one; whoever may change it
 * gets one of their own.
 */
export function sparing(cases: Record<string, Case>): Record<string, Case> {
  return Object.fromEntries(
    Object.entries(cases).map(([name, one]) => {
      const { variables, expected } = one;
      if (!variables) return [name, one];
      let shared: ReturnType<typeof variables> | undefined;
      const changes = (who: Who) => name.startsWith('Mutation.') && expected[who] === 'given';
      const spared = (who: Who) => (changes(who) ? variables(who) : (shared ??= variables(who)));
      return [name, { ...one, variables: spared }];
    }),
  );
}
