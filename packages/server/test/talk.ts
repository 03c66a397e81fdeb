import type { Answer, Caller } from './caller.ts';

/** Something said, as the tests look at it. */
export interface CommentSeen {
  id: string;
  unit: { code: string } | null;
  answers: string | null;
  side: string;
  body: string | null;
  by: string | null;
  mine: boolean;
  resolvedAt: string | null;
  withdrawnAt: string | null;
}

/** A proposal of a unit, as the tests look at it. */
export interface CounterSeen {
  id: string;
  unit: { code: string };
  percent: number;
  insteadOf: number;
  grounds: string | null;
  state: string;
  by: string | null;
  answer: string | null;
  answeredBy: string | null;
}

const COMMENT = 'id unit { code } answers side body by mine resolvedAt withdrawnAt';
const COUNTER = 'id unit { code } percent insteadOf grounds state by answer answeredBy';

type Variables = Record<string, unknown>;
type Asked<T> = Promise<Answer<Record<string, T>> & { value: T }>;

async function call<T>(
  caller: Caller,
  field: string,
  types: Record<string, string>,
  given: Variables,
  shape: string,
): Asked<T> {
  const names = Object.keys(given);
  const declared = names.map((name) => `$${name}: ${types[name] ?? ''}`).join(', ');
  const args = names.map((name) => `${name}: $${name}`).join(', ');
  const answer = await caller.gql<Record<string, T>>(
    `mutation (${declared}) { ${field}(${args}) { ${shape} } }`,
    given,
  );
  return {
    ...answer,
    get value() {
      const value = answer.data?.[field];
      if (!value) throw new Error(`refused: ${JSON.stringify(answer.errors)}`);
      return value;
    },
  };
}

/** Asks the units of a plan until a day; the count of changes is 0 unless told. */
export function openConsultation(
  caller: Caller,
  plan: string,
  until: string | null,
  expectedVersion = 0,
): Asked<{ version: number; consultedUntil: string | null; consultedVersion: number }> {
  const types = { plan: 'ID!', until: 'Date', expectedVersion: 'Int!' };
  const shape = 'version consultedUntil consultedVersion';
  return call(caller, 'openConsultation', types, { plan, until, expectedVersion }, shape);
}

export function addComment(caller: Caller, plan: string, body: string, more: Variables = {}): Asked<CommentSeen> {
  const types = { plan: 'ID!', body: 'String!', unit: 'ID', answers: 'ID' };
  return call(caller, 'addPlanComment', types, { plan, body, ...more }, COMMENT);
}

export function resolveComment(caller: Caller, id: string, resolved = true): Asked<CommentSeen> {
  return call(caller, 'resolvePlanComment', { id: 'ID!', resolved: 'Boolean' }, { id, resolved }, COMMENT);
}

export function withdrawComment(caller: Caller, id: string): Asked<CommentSeen> {
  return call(caller, 'withdrawPlanComment', { id: 'ID!' }, { id }, COMMENT);
}

export function propose(
  caller: Caller,
  plan: string,
  unit: string,
  percent: number,
  grounds = 'Mới sáp nhập hai xã.',
): Asked<CounterSeen> {
  const types = { plan: 'ID!', unit: 'ID!', percent: 'Percent!', grounds: 'String!' };
  return call(caller, 'makeCounterProposal', types, { plan, unit, percent, grounds }, COUNTER);
}

export function withdrawProposal(caller: Caller, id: string): Asked<CounterSeen> {
  return call(caller, 'withdrawCounterProposal', { id: 'ID!' }, { id }, COUNTER);
}

export function answerProposal(caller: Caller, id: string, how: string, more: Variables = {}): Asked<CounterSeen> {
  const types = { id: 'ID!', how: 'CounterAnswer!', answer: 'String', expectedVersion: 'Int' };
  return call(caller, 'answerCounterProposal', types, { id, how, ...more }, COUNTER);
}

export interface TalkSeen {
  comments: CommentSeen[];
  counterProposals: CounterSeen[];
  notedProposals: CounterSeen[];
}

/** What is said of a plan, as the caller sees it; null where they do not see the plan. */
export async function talkOf(caller: Caller, plan: string): Promise<TalkSeen | null> {
  const query = `query ($plan: ID!) { targetPlan(id: $plan) {
    comments { ${COMMENT} } counterProposals { ${COUNTER} } notedProposals { ${COUNTER} } } }`;
  return (await caller.ask<{ targetPlan: TalkSeen | null }>(query, { plan })).targetPlan;
}

export interface ConsultationSeen {
  plan: string;
  state: string;
  consultedUntil: string | null;
  maySay: boolean;
  mayPropose: boolean;
  unit: { code: string };
  issuer: { code: string };
  percent: number;
  locked: boolean;
  comments: CommentSeen[];
  counterProposals: CounterSeen[];
}

/** What is asked of the units that the caller speaks for. */
export async function consultationsOf(caller: Caller): Promise<ConsultationSeen[]> {
  const query = `{ consultations { plan state consultedUntil maySay mayPropose unit { code } issuer { code } percent locked
    comments { ${COMMENT} } counterProposals { ${COUNTER} } } }`;
  return (await caller.ask<{ consultations: ConsultationSeen[] }>(query)).consultations;
}
