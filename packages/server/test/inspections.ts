import type { Answer, Caller } from './caller.ts';

/** An inspection as the tests look at it. */
export interface InspectionSeen {
  id: string;
  version: number;
  state: string;
  possible: string[];
  changeable: boolean;
  team: { id: string; leads: boolean }[];
  waiting: { open: number; overdue: number; nextDue: string | null };
  inspected: UnitSeen[];
  findings: FindingSeen[];
  steps: { act: string; text: string | null; finding: string | null; teamOnly: boolean; files: { sha256: string }[] }[];
}

export interface UnitSeen {
  unit: { code: string };
  inspected: boolean;
  answers: boolean;
  items: { key: string; answer: string | null; note: string | null; departs: boolean; version: number }[];
  samples: SampleSeen[];
  minutes: { reference: string; draft: boolean; figure: string | null }[];
}

export interface SampleSeen {
  id: string;
  size: number;
  frameSize: number;
  frameSha256: string;
  seed: string | null;
  replaced: boolean;
  reason: string | null;
  holds: boolean | null;
  drawn: { place: number; code: string; result: string | null; note: string | null; version: number }[];
}

export interface FindingSeen {
  id: string;
  version: number;
  state: string;
  text: string;
  dueOn: string;
  overdue: boolean;
  daysLate: number;
  refused: number;
  possible: string[];
}

export const SEEN = `id version state possible changeable team { id leads } waiting { open overdue nextDue }
  inspected { unit { code } inspected answers items { key answer note departs version } minutes { reference draft figure }
    samples { id size frameSize frameSha256 seed replaced reason holds drawn { place code result note version } } }
  findings { id version state text dueOn overdue daysLate refused possible }
  steps { act text finding teamOnly files { sha256 } }`;

const TYPES: Readonly<Record<string, string>> = {
  planInspection: 'InspectionInput',
  changeInspection: 'InspectionInput',
  sealSample: 'SampleInput',
  recordFinding: 'FindingInput',
  stepFinding: 'FindingStepInput',
};

/** One of the changes, by its name; `input` as a variable, the rest as it stands in the question. */
export function change(
  caller: Caller,
  name: string,
  { input, args = '' }: { input?: object; args?: string },
): Promise<Answer<Record<string, InspectionSeen>>> {
  const type = TYPES[name];
  const given = [args, ...(input ? ['input: $input'] : [])].filter(Boolean).join(', ');
  const head = input && type ? `($input: ${type}!)` : '';
  return caller.gql(`mutation ${head} { ${name}(${given}) { ${SEEN} } }`, input ? { input } : {});
}

/** The same, done: gives the inspection as it is then. */
export async function done(
  caller: Caller,
  name: string,
  given: { input?: object; args?: string },
): Promise<InspectionSeen> {
  const { data, errors } = await change(caller, name, given);
  const found = data?.[name];
  if (!found) throw new Error(`${name} was refused: ${JSON.stringify(errors)}`);
  return found;
}

/** A plan of the city 164 for its commune 05503, in September 2022; with what is told otherwise. */
export function planned(member: string, more: object = {}): object {
  return {
    ...{ leadUnit: '164', title: 'Kiểm tra quý III', purpose: 'Đối chiếu số liệu với hồ sơ.' },
    ...{ decisionNumber: '812/QĐ-UBND', decisionOn: '2022-09-01', from: '2022-09-12', to: '2022-09-16' },
    ...{ indicator: 'ONLINE_RESOLUTION_L4', figuresFrom: '2022-01-01', figuresTo: '2022-08-31' },
    ...{ units: ['05503'], members: [member], lead: member, ...more },
  };
}

/** An inspection that is under way, or moved on as told. */
export async function held(
  caller: Caller,
  member: string,
  { moves = ['ANNOUNCED', 'BEGUN'], ...more }: { moves?: string[]; [field: string]: unknown } = {},
): Promise<InspectionSeen> {
  let seen = await done(caller, 'planInspection', { input: planned(member, more) });
  for (const to of moves) seen = await done(caller, 'moveInspection', { args: move(seen, to) });
  return seen;
}

export const move = ({ id, version }: { id: string; version: number }, to: string, text?: string): string =>
  `id: "${id}", move: ${to}, expectedVersion: ${version}${text === undefined ? '' : `, text: ${JSON.stringify(text)}`}`;

/** What somebody sees of an inspection. */
export async function seenBy(caller: Caller, id: string): Promise<InspectionSeen | null> {
  return (await caller.ask<{ inspection: InspectionSeen | null }>(`{ inspection(id: "${id}") { ${SEEN} } }`))
    .inspection;
}

/** The id of the account that asks. */
export async function idOf(caller: Caller): Promise<string> {
  return (await caller.ask<{ me: { id: string } }>('{ me { id } }')).me.id;
}
