import { addDays, compareDays, type Day } from '../days.ts';
import { formatDay } from '../vietnamese-format.ts';
import type { TaskStanding } from './tasks.ts';

/** So many days before its end a deadline is told. */
export const DAYS_BEFORE = 3;

/**
 * What a unit is told of a matter, at its addresses. GIVEN: it is new, or there is another edition. RETURNED: it is to be done still. EXTENDED: its
 * deadline is another one. NEAR: the deadline is near. PAST: it has passed.
 */
export type NewsKind = 'GIVEN' | 'RETURNED' | 'EXTENDED' | 'NEAR' | 'PAST';

/** A piece of news, and what tells it apart from others of the same matter. */
export interface MatterNews {
  kind: NewsKind;
  key: string;
}

/** What is to be told of a deadline on a day: of one that was told that late already, only that it has passed. */
function newsOfDeadline({ dueOn, since, today }: { dueOn: Day; since: Day; today: Day }): MatterNews[] {
  if (compareDays(today, dueOn) > 0) return [{ kind: 'PAST', key: dueOn }];
  const near = addDays(dueOn, -DAYS_BEFORE);
  return compareDays(today, near) >= 0 && compareDays(since, near) < 0 ? [{ kind: 'NEAR', key: dueOn }] : [];
}

/** What holds on a day of guidance that a receiver did not take note of, in the edition that holds; of what was withdrawn nothing. */
export function newsOfGuidance(
  { edition, acknowledgeBy, withdrawnOn }: { edition: number; acknowledgeBy: Day; withdrawnOn: Day | null },
  { acknowledged, since }: { acknowledged: number; since: Day },
  today: Day,
): MatterNews[] {
  if (withdrawnOn !== null || acknowledged >= edition) return [];
  const deadline = newsOfDeadline({ dueOn: acknowledgeBy, since, today });
  return [
    { kind: 'GIVEN', key: String(edition) },
    ...deadline.map(({ kind, key }) => ({ kind, key: `${edition} ${key}` })),
  ];
}

/** What holds on a day of a task that waits for its unit; of one that waits for others, or for nobody, nothing. */
export function newsOfTask(
  { state, dueOn, returned, extended }: Pick<TaskStanding, 'state' | 'dueOn' | 'returned' | 'extended'>,
  since: Day,
  today: Day,
): MatterNews[] {
  if (state !== 'GIVEN' && state !== 'NOTED') return [];
  const news: MatterNews[] = [];
  if (state === 'GIVEN') news.push({ kind: 'GIVEN', key: '1' });
  if (returned > 0) news.push({ kind: 'RETURNED', key: String(returned) });
  if (extended > 0) news.push({ kind: 'EXTENDED', key: dueOn });
  return [...news, ...newsOfDeadline({ dueOn, since, today })];
}

/** What news are about, in words. */
export interface NewsFacts {
  matter: 'GUIDANCE' | 'TASK';
  kind: NewsKind;
  /** The unit whose it is, and in whose name guidance is given. */
  unit: string;
  from: string | null;
  number: string | null;
  dated: Day;
  title: string;
  text: string | null;
  dueOn: Day;
  edition: number;
  link: string | null;
}

const LONGEST_HEAD = 120;
const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_HEAD ? `${line.slice(0, LONGEST_HEAD - 1).trimEnd()}…` : line;
};

/** News in words, ready to be sent. */
export function newsInWords(facts: NewsFacts): { subject: string; body: string } {
  const { unit, dueOn, title, text, link } = facts;
  const isTask = facts.matter === 'TASK';
  const lines = [
    `${unit}: ${whatIsTold(facts)}`,
    ...(facts.kind === 'GIVEN' || isTask ? [isTask ? title : (text ?? '')] : []),
    `${isTask ? 'Hạn thực hiện' : 'Hạn xác nhận đã nhận'}: ${formatDay(dueOn)}.`,
    ...(link === null ? [] : [`${isTask ? 'Xem và báo kết quả' : 'Xem, hỏi và xác nhận đã nhận'}: ${link}`]),
  ];
  return { subject: `${head(facts)}: ${short(title)}`, body: lines.join('\n\n') };
}

function head({ matter, kind, dueOn, edition }: NewsFacts): string {
  const thing = matter === 'TASK' ? 'nhiệm vụ' : 'xác nhận hướng dẫn';
  switch (kind) {
    case 'GIVEN':
      if (matter === 'TASK') return 'Nhiệm vụ mới';
      return edition === 1 ? 'Hướng dẫn mới' : `Hướng dẫn có bản mới (bản ${edition})`;
    case 'RETURNED':
      return 'Nhiệm vụ được trả lại';
    case 'EXTENDED':
      return `Nhiệm vụ có hạn mới ${formatDay(dueOn)}`;
    case 'NEAR':
      return `Sắp đến hạn ${thing} (${formatDay(dueOn)})`;
    case 'PAST':
      return `Đã quá hạn ${thing} (${formatDay(dueOn)})`;
  }
}

function whatIsTold({ matter, kind, from, number, dated }: NewsFacts): string {
  const paper = `${number === null ? '' : ` số ${number}`} ngày ${formatDay(dated)}`;
  if (matter === 'GUIDANCE') {
    const source = `văn bản hướng dẫn${paper}${from === null ? '' : ` của ${from}`}`;
    return kind === 'GIVEN' ? `có ${source}.` : `chưa xác nhận đã nhận ${source}.`;
  }
  const source = `theo chỉ đạo${paper}`;
  switch (kind) {
    case 'GIVEN':
      return `được giao nhiệm vụ ${source}.`;
    case 'RETURNED':
      return `nhiệm vụ ${source} chưa được xác nhận hoàn thành, cần làm tiếp.`;
    case 'EXTENDED':
      return `nhiệm vụ ${source} có hạn mới.`;
    case 'NEAR':
    case 'PAST':
      return `chưa báo hoàn thành nhiệm vụ ${source}.`;
  }
}
