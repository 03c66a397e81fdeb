import { expect } from 'vitest';
import type { Api } from './api.ts';
import { openApi } from './api.ts';
import type { Caller } from './caller.ts';
import { buildAccount } from './factories.ts';

const YEAR = 'indicator: "ONLINE_RESOLUTION_L4", from: "2022-01-01", to: "2022-12-31"';
const RATE = `attainment(${YEAR}) { numerator denominator rate target status missing }`;

/** Questions that are facts alone (app/answers/facts.ts), of every table that facts come from. */
export const FACT_QUESTIONS: readonly string[] = [
  `{ unit(code: "19", on: "2022-12-31") { code name aliases ${RATE} children { code aliases ${RATE} children { code aliases ${RATE} } } } }`,
  `{ units(on: "2022-03-31", first: 500) { nodes { code attainment(indicator: "ONLINE_RESOLUTION_L4", from: "2022-03-01", to: "2022-03-31") {
     numerator published { reference knownAt numerator denominator rate target status sha256 } } } } }`,
  `{ attainments(${YEAR}, scope: OWN) { numerator denominator target unit { code } } }`,
  `{ procedures(first: 10) { totalCount nodes { code name field version isInForce inForceFrom inForceTo revisions { version kind undoneBy
     changes { field before after } force { action isTakenBack } } periods { from to } force { action from } replacedBy { code }
     textDecision { number } listEntries { tier level from to list { code } openedBy { number } } } } }`,
  '{ serviceLists { code name entryCount entries { totalCount nodes { procedure { code } level openedBy { number title signer } } } } }',
  '{ indicators { code name levels list { code } } procedureFields { field count } }',
  '{ units(on: "2022-12-31", first: 500) { totalCount nodes { code codeIsOfficial parent { code } versions { name } successors { on } } } }',
];

/** What a caller is answered, question by question, as it comes. */
export async function factsSeenBy(caller: Caller): Promise<string[]> {
  const seen: string[] = [];
  for (const query of FACT_QUESTIONS)
    seen.push((await caller.raw({ method: 'POST', url: '/graphql', payload: { query } })).body);
  return seen;
}

/** Another server on the database of one; it ends with its own `close`, the database stays. */
export function openBeside(api: Api, options: Parameters<typeof openApi>[0] = {}): Promise<Api> {
  return openApi({ ...options, database: { url: api.databaseUrl, drop: () => Promise.resolve() } });
}

/** So many answers were given again, were kept first, were looked up anew. */
export async function answersCounted(api: Api): Promise<Record<string, number>> {
  const { body } = await api.raw({ method: 'GET', url: '/metrics' });
  const found = [...body.matchAll(/^answers_total\{outcome="(\w+)"\} (\d+)$/gm)];
  return Object.fromEntries(found.map(([, outcome = '', count]) => [outcome, Number(count)]));
}

/** Asks a server that keeps answers, and one beside it that keeps none, as somebody who only looks. */
export interface FactsWatch {
  /** Throws where the two are not of one mind. */
  compare(): Promise<void>;
  close(): Promise<void>;
}

export async function watchFacts(api: Api): Promise<FactsWatch> {
  const plain = await openBeside(api);
  const reader = await buildAccount(api, {});
  const [keeping, other] = [api.as(reader), plain.as(reader)];
  const compare = async () => expect(await factsSeenBy(keeping)).toEqual(await factsSeenBy(other));
  await compare();
  return { compare, close: () => plain.close() };
}
