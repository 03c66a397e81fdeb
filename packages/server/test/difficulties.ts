import type { Caller } from './caller.ts';

/** A difficulty as the tests look at it. */
export interface DifficultySeen {
  id: string;
  version: number;
  state: string;
  age: number;
  reopened: number;
  joined: boolean;
  unit: { code: string };
  owner: { code: string } | null;
  joinedTo: { id: string } | null;
  followers: { id: string }[];
  possible: string[];
  steps: { act: string; text: string | null; amongHandlers: boolean; ofHead: boolean; other: string | null }[];
}

export const SEEN = `id version state age reopened joined unit { code } owner { code } joinedTo { id } followers { id } possible
  steps { act text amongHandlers ofHead other }`;

/** Reports something in the name of a unit; the same text and cause unless told. */
export async function report(
  caller: Caller,
  unit: string,
  more: Record<string, unknown> = {},
): Promise<DifficultySeen> {
  const input = { unit, text: 'Phần mềm một cửa mất kết nối mỗi sáng.', cause: 'SYSTEM', ...more };
  const { reportDifficulty } = await caller.ask<{ reportDifficulty: DifficultySeen }>(
    `mutation ($input: DifficultyInput!) { reportDifficulty(input: $input) { ${SEEN} } }`,
    { input },
  );
  return reportDifficulty;
}

/** One of the steps, by the name of its mutation; arguments as they stand in the question. */
export function stepOf(caller: Caller, name: string, args: string) {
  return caller.gql<Record<string, DifficultySeen>>(`mutation { ${name}(${args}) { ${SEEN} } }`);
}

/** The same, done: gives the difficulty as it is then. */
export async function done(caller: Caller, name: string, args: string): Promise<DifficultySeen> {
  const { data, errors } = await stepOf(caller, name, args);
  const found = data?.[name];
  if (!found) throw new Error(`${name} was refused: ${JSON.stringify(errors)}`);
  return found;
}

/** What somebody sees of a difficulty. */
export async function seenBy(caller: Caller, id: string): Promise<DifficultySeen | null> {
  const { difficulty } = await caller.ask<{ difficulty: DifficultySeen | null }>(
    `{ difficulty(id: "${id}") { ${SEEN} } }`,
  );
  return difficulty;
}
