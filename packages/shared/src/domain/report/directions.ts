import type { NamedUnit } from '../decision-document/facts.ts';
import type { Day } from '../days.ts';
import { groupBy } from '../group-by.ts';
import type { TaskState } from '../matters/tasks.ts';
import { linesOfLook, type Block } from '../paper/blocks.ts';
import type { AnnexCell, AnnexTable } from '../paper/table.ts';
import { formatWhole } from '../rate.ts';
import { formatDay } from '../vietnamese-format.ts';

/** A task that was decided on an earlier report, as it stood when this one was drawn up. */
export interface DirectionTold {
  task: string;
  direction: string;
  text: string;
  number: string | null;
  givenOn: Day;
  unit: NamedUnit;
  /** The period of the report that it was decided on, by its name. */
  report: string;
  dueOn: Day;
  state: TaskState;
  doneOn: Day | null;
  settledOn: Day | null;
  returned: number;
  extended: number;
  overdue: boolean;
  daysLate: number;
}

export const DIRECTIONS_HEADING = 'Thực hiện chỉ đạo';

/** Of more units than this a direction is one row with counts: a paper is read. */
const MOST_ROWS = 12;

const OUTCOMES: Readonly<Record<TaskState, string>> = {
  GIVEN: 'Chưa báo tiếp nhận',
  NOTED: 'Đang thực hiện',
  DONE: 'Đơn vị báo xong, chờ xác nhận',
  CONFIRMED: 'Hoàn thành',
  CALLED_OFF: 'Thôi thực hiện',
};

/** „như trên“: as the row above. */
const AS_ABOVE = '- nt -';

const words = (text: string): AnnexCell => ({ text, value: null });

/** What became of one task, in words. */
export function outcomeOf({ state, overdue, daysLate, doneOn, settledOn, returned, extended }: DirectionTold): string {
  const parts = [OUTCOMES[state]];
  if (state === 'DONE' && doneOn) parts.push(`ngày ${formatDay(doneOn)}`);
  if ((state === 'CONFIRMED' || state === 'CALLED_OFF') && settledOn) parts.push(`ngày ${formatDay(settledOn)}`);
  if (overdue) parts.push(`quá hạn ${daysLate} ngày`);
  else if (daysLate > 0 && state !== 'GIVEN' && state !== 'NOTED') parts.push(`chậm ${daysLate} ngày`);
  if (extended > 0) parts.push(`gia hạn ${extended} lần`);
  if (returned > 0) parts.push(`trả lại ${returned} lần`);
  return parts.join('; ');
}

const settled = ({ state }: DirectionTold): boolean => state === 'CONFIRMED' || state === 'CALLED_OFF';

/** How many there are, how many are done and how many are overdue, in a sentence. */
export function directionsSentence(told: readonly DirectionTold[], day: Day): string {
  const count = (fits: (one: DirectionTold) => boolean): string => formatWhole(told.filter(fits).length, 'vi');
  const directions = formatWhole(new Set(told.map(({ direction }) => direction)).size, 'vi');
  const parts = [
    `${count(({ state }) => state === 'CONFIRMED')} đã hoàn thành`,
    `${count(({ state }) => state === 'DONE')} chờ xác nhận`,
    `${count((one) => (one.state === 'GIVEN' || one.state === 'NOTED') && !one.overdue)} chưa xong, còn trong hạn`,
    `${count(({ overdue }) => overdue)} quá hạn`,
    ...(told.some(({ state }) => state === 'CALLED_OFF')
      ? [`${count(({ state }) => state === 'CALLED_OFF')} thôi thực hiện`]
      : []),
  ];
  return `Tính đến ngày ${formatDay(day)}, thực hiện ${directions} nội dung chỉ đạo tại các báo cáo trước với ${formatWhole(told.length, 'vi')} nhiệm vụ giao cho đơn vị: ${parts.join(', ')}.`;
}

/** A row of the table. */
interface Told {
  source: string;
  unit: string;
  code: string | null;
  due: Day;
  outcome: string;
}

/** A row a task, or a row a direction where many units have one. */
export function directionsTable({
  directions: told = [],
}: {
  directions?: readonly DirectionTold[];
}): AnnexTable | null {
  if (told.length === 0) return null;
  const groups = groupBy(told, ({ direction }) => direction);
  const rows = [...groups.values()].flatMap((tasks): Told[] => {
    const [first] = tasks;
    if (!first) return [];
    const source = `${first.text}${first.number ? ` (${first.number})` : ''}`;
    if (tasks.length <= MOST_ROWS)
      return tasks.map((task, at) => ({
        ...{ source: at === 0 ? source : AS_ABOVE, unit: task.unit.name, code: task.unit.code },
        ...{ due: task.dueOn, outcome: outcomeOf(task) },
      }));
    const done = tasks.filter(settled).length;
    const late = tasks.filter(({ overdue }) => overdue).length;
    const outcome = `${done}/${tasks.length} đơn vị đã xong; ${late} đơn vị quá hạn`;
    const due =
      tasks
        .map(({ dueOn }) => dueOn)
        .sort()
        .at(-1) ?? first.dueOn;
    return [{ source, unit: `${tasks.length} đơn vị`, code: null, due, outcome }];
  });
  return {
    columns: [
      { title: 'STT', width: 12, kind: 'ORDINAL', align: 'center' },
      { title: 'Nội dung chỉ đạo', width: 62, kind: 'NAME', align: 'left' },
      { title: 'Đơn vị', width: 34, kind: 'NAME', align: 'left' },
      { title: 'Hạn', width: 23, kind: 'NAME', align: 'center' },
      { title: 'Kết quả', width: 34, kind: 'NAME', align: 'left' },
    ],
    rows: rows.map(({ source, unit, code, due, outcome }, at) => ({
      ...{ code, kind: 'UNIT' as const },
      cells: [
        { text: String(at + 1), value: at + 1 },
        words(source),
        words(unit),
        words(formatDay(due)),
        words(outcome),
      ],
    })),
  };
}

/** The part of a report that answers directions, under its heading; null where there is nothing to answer. */
export function directionsPart(facts: {
  directions?: readonly DirectionTold[];
  day: Day;
}): { heading: string; blocks: Block[] } | null {
  const table = directionsTable(facts);
  if (table === null) return null;
  return {
    heading: DIRECTIONS_HEADING,
    blocks: [
      ...linesOfLook('article', directionsSentence(facts.directions ?? [], facts.day)),
      { kind: 'TABLE', table },
    ],
  };
}
