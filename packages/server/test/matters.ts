import { monthEnd } from '@chi-tieu/shared/domain/days';
import type { Answer, Caller } from './caller.ts';

export interface StepSeen {
  act: string;
  text: string | null;
  edition: number | null;
  dueOn: string | null;
  unit: { code: string } | null;
  files: { sha256: string; name: string }[];
  id: string;
}

export interface GuidanceSeen {
  id: string;
  version: number;
  state: string;
  edition: number;
  title: string;
  given: boolean;
  receipts: { told: number; acknowledged: number; overdue: number };
  receivers: { unit: { code: string }; state: string; edition: number; answers: boolean }[];
  questions: {
    id: string;
    version: number;
    text: string;
    answer: string | null;
    public: boolean;
    unit: { code: string } | null;
    earlier: { edition: number; text: string; public: boolean }[];
  }[];
  editions: { edition: number; title: string; reason: string | null }[];
  procedures: { code: string }[];
  steps: StepSeen[];
}

export interface MeasureSeen {
  id: string;
  version: number;
  state: string;
  overdue: boolean;
  title: string;
  ownerPost: string | null;
  ownerName: string | null;
  due: string;
  begunOn: string | null;
  endedOn: string | null;
  possible: string[];
  kept: boolean;
  judgements: {
    id: string;
    struckOn: string | null;
    struckReason: string | null;
    came: number | null;
    expected: number;
    asExpected: boolean | null;
    misfit: string | null;
    why: string | null;
    text: string | null;
    before: { reference: string; numerator: number; denominator: number; holds: boolean };
    after: { reference: string; numerator: number; denominator: number; holds: boolean };
  }[];
  steps: StepSeen[];
}

export interface TaskSeen {
  id: string;
  version: number;
  state: string;
  dueOn: string;
  overdue: boolean;
  daysLate: number;
  returned: number;
  extended: number;
  unit: { code: string };
  possible: string[];
  steps: StepSeen[];
}

export interface DirectionSeen {
  id: string;
  text: string;
  quote: string | null;
  report: { id: string; name: string; replacedBy: { id: string } | null };
  tasks: TaskSeen[];
}

const STEPS = 'steps { id act text edition dueOn unit { code } files { sha256 name } }';
const FIGURE = '{ reference numerator denominator holds }';
const FIELDS = {
  guidance: `id version state edition title given receipts { told acknowledged overdue } receivers { unit { code } state edition answers }
    questions { id version text answer public unit { code } earlier { edition text public } } editions { edition title reason } procedures { code } ${STEPS}`,
  measure: `id version state overdue title ownerPost ownerName due begunOn endedOn possible kept ${STEPS}
    judgements { id struckOn struckReason came expected asExpected misfit why text before ${FIGURE} after ${FIGURE} }`,
  direction: `id text quote report { id name replacedBy { id } }
    tasks { id version state dueOn overdue daysLate returned extended unit { code } possible ${STEPS} }`,
} as const;

interface Seen {
  guidance: GuidanceSeen;
  measure: MeasureSeen;
  direction: DirectionSeen;
}

/** One of the changes of a matter of a kind; variables are typed as they stand in the question. */
export function change<K extends keyof Seen>(
  kind: K,
  caller: Caller,
  call: string,
  variables: Record<string, unknown> = {},
  types = '',
): Promise<Answer<Record<string, Seen[K]>>> {
  const head = types === '' ? '' : `(${types})`;
  return caller.gql(`mutation ${head} { ${call} { ${FIELDS[kind]} } }`, variables);
}

/** The same, done: gives the matter as it is then. */
export async function done<K extends keyof Seen>(...given: Parameters<typeof change<K>>): Promise<Seen[K]> {
  const { data, errors } = await change(...given);
  const [found] = Object.values(data ?? {});
  if (!found) throw new Error(`${given[2]} was refused: ${JSON.stringify(errors)}`);
  return found;
}

/** What somebody sees of one. */
export async function seenBy<K extends keyof Seen>(kind: K, caller: Caller, id: string): Promise<Seen[K] | null> {
  return (await caller.ask<Record<K, Seen[K] | null>>(`{ ${kind}(id: "${id}") { ${FIELDS[kind]} } }`))[kind];
}

export const guidanceInput = (more: object = {}): object => ({
  ...{ leadUnit: '164', dated: '2022-09-01', title: 'Hướng dẫn nộp hồ sơ trực tuyến', text: 'Hướng dẫn tại quầy.' },
  ...{ acknowledgeBy: '2022-09-20', units: ['05503'], ...more },
});
export const issue = (caller: Caller, more: object = {}): Promise<GuidanceSeen> =>
  done('guidance', caller, 'issueGuidance(input: $input)', { input: guidanceInput(more) }, '$input: GuidanceInput!');

export const measureInput = (more: object = {}): object => ({
  ...{
    unit: '05503',
    title: 'Điểm hỗ trợ nộp trực tuyến',
    ownerPost: 'Phó Chủ tịch UBND xã',
    begin: '2022-07-01',
    due: '2022-09-30',
  },
  ...{ indicator: 'ONLINE_RESOLUTION_L4', effect: 'DOSSIERS', expected: 2, ...more },
});
export const planned = (caller: Caller, more: object = {}): Promise<MeasureSeen> =>
  done('measure', caller, 'planMeasure(input: $input)', { input: measureInput(more) }, '$input: MeasureInput!');

/** The same, begun on a day: of its second version. */
export async function begun(caller: Caller, more: object = {}, since = '2022-07-01'): Promise<MeasureSeen> {
  const { id } = await planned(caller, more);
  return done('measure', caller, `stepMeasure(id: "${id}", act: BEGUN, since: "${since}", expectedVersion: 1)`);
}

/** Draws up the monthly report of a month; gives its id. */
export async function drawn(caller: Caller, from: string): Promise<string> {
  const input = { kind: 'MONTHLY', indicator: 'ONLINE_RESOLUTION_L4', from, to: monthEnd(from) };
  const { createReport } = await caller.ask<{ createReport: { id: string } }>(
    'mutation ($input: ReportInput!) { createReport(input: $input) { id } }',
    { input },
  );
  return createReport.id;
}

/** The same, published at once. */
export async function published(caller: Caller, from: string, number: string): Promise<string> {
  const id = await drawn(caller, from);
  await caller.ask(`mutation { publishReport(id: "${id}", number: "${number}") { version } }`);
  return id;
}

export const directed = (caller: Caller, report: string, more: object = {}): Promise<DirectionSeen> =>
  done(
    ...(['direction', caller, 'enterDirection(input: $input)'] as const),
    {
      input: {
        report,
        text: 'Rà soát, báo cáo nguyên nhân.',
        givenOn: '2022-09-12',
        due: '2022-09-30',
        units: ['05503'],
        ...more,
      },
    },
    '$input: DirectionInput!',
  );
export const takeTask = (caller: Caller, task: TaskSeen | undefined, act: string, more: object = {}) =>
  change(
    ...(['direction', caller, 'stepTask(input: $input)'] as const),
    { input: { task: task?.id, act, text: 'Nội dung.', expectedVersion: task?.version, ...more } },
    '$input: TaskStepInput!',
  );
export const tookTask = async (...given: Parameters<typeof takeTask>): Promise<TaskSeen> => {
  const { data, errors } = await takeTask(...given);
  const found = data?.['stepTask']?.tasks.find(({ id }) => id === given[1]?.id);
  if (!found) throw new Error(`${given[2]} was refused: ${JSON.stringify(errors)}`);
  return found;
};
