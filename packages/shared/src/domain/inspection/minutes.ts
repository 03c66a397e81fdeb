import type { Day } from '../days.ts';
import { dayInWords, periodInWords } from '../decision-document/words.ts';
import { BLANK } from '../named-places.ts';
import { headOf, linesOfLook as text, type Block, type TextBlock } from '../paper/blocks.ts';
import type { AnnexCell, AnnexColumn, AnnexTable } from '../paper/table.ts';
import { formatRate, formatWhole, type Counts } from '../rate.ts';
import { formatPercent } from '../percent.ts';
import { formatDay } from '../vietnamese-format.ts';
import { writeStamp } from '../vietnamTime.ts';
import { countAnswers, departs, type CheckAnswer, type CheckItem } from './checklist.ts';
import { countResults, type SampleList, type SampleResult } from './sample.ts';
import type { FindingState, Severity } from './states.ts';

/** What the minutes of an inspection at one unit tell. Words and numbers that nothing else is needed for. */
export interface MinutesFacts {
  isDraft: boolean;
  body: string[];
  place: string;
  day: Day;
  title: string;
  purpose: string;
  decision: { number: string; day: Day } | null;
  unit: string;
  from: Day;
  to: Day;
  team: { name: string; isLead: boolean }[];
  figure: (Counts & MinutesFigure) | null;
  checklist: string;
  items: (CheckItem & { answer: CheckAnswer | null; note: string | null })[];
  samples: MinutesSample[];
  findings: MinutesFinding[];
  conclusion: string | null;
}

/** The unit's figure as it was cited. */
export interface MinutesFigure {
  indicator: string;
  from: Day;
  to: Day;
  targetHundredths: number | null;
  reference: string;
}

/** One draw of a question: from which list, by which seed. */
export interface MinutesDraw {
  /** The instant as known at which its list was made; minutes of before this was told have none. */
  knownAt?: string;
  frameSize: number;
  frameSha256: string;
  /** Null: sealed, and not drawn. */
  seed: string | null;
  /** Why it was drawn again; null for the first. */
  reason?: string | null;
}

/** A question with the draw that stands and what was found at each of its dossiers, and the draws before it, oldest first. */
export interface MinutesSample extends MinutesDraw {
  list: SampleList;
  indicator: string;
  scope?: 'OWN' | 'SUBTREE';
  from: Day;
  to: Day;
  dossiers: { code: string; result: SampleResult | null; note: string | null }[];
  earlier?: (MinutesDraw & { size: number; results: (SampleResult | null)[] })[];
}

export interface MinutesFinding {
  severity: Severity;
  text: string;
  dueOn: Day;
  state: FindingState;
  files: number;
}

const ANSWERS: Record<CheckAnswer, string> = { YES: 'Có', NO: 'Không', NOT_APPLICABLE: 'Không áp dụng' };
const LISTS: Record<SampleList, string> = {
  NUMERATOR: 'hồ sơ được tính là trực tuyến',
  DENOMINATOR: 'hồ sơ được tính nhưng không trực tuyến',
  NOT_COUNTED: 'hồ sơ không được tính',
};
const SCOPES = { OWN: 'do chính đơn vị tiếp nhận', SUBTREE: 'gồm các đơn vị trực thuộc nếu có' } as const;
const RESULTS: Record<SampleResult, string> = {
  MATCHES: 'Khớp',
  DIFFERS: 'Sai lệch',
  MISSING: 'Không xuất trình được',
};
const SEVERITY: Record<Severity, string> = { LIGHT: 'Nhẹ', SERIOUS: 'Nghiêm trọng', GRAVE: 'Rất nghiêm trọng' };
const STATES: Record<FindingState, string> = {
  ...{ OPEN: 'Chưa khắc phục', REMEDIED: 'Đơn vị báo đã khắc phục' },
  ...{ CONFIRMED: 'Đã khắc phục', WITHDRAWN: 'Đã rút' },
};

/** What is filled in by hand where the minutes are signed: the product knows nobody of the unit by name. */
const PERSON = `- Ông (bà) ${BLANK.repeat(4)}, chức vụ ${BLANK.repeat(4)}`;
const ROOM_TO_WRITE = BLANK.repeat(24);
const HOURS = `Bắt đầu lúc ${BLANK} giờ ${BLANK}, kết thúc lúc ${BLANK} giờ ${BLANK}.`;

const part = (lead: string, line: string): TextBlock => ({ kind: 'TEXT', look: 'article', lead, text: line });
const cell = (words: string): AnnexCell => ({ text: words, value: null });
const column = (title: string, width: number, align: AnnexColumn['align'] = 'left'): AnnexColumn => ({
  ...{ title, width, align, kind: 'NAME' },
});

function table(columns: AnnexColumn[], rows: readonly string[][]): Block {
  const shown: AnnexTable['rows'] = rows.map((cells, at) => ({
    ...{ code: null, kind: 'UNIT', cells: [String(at + 1), ...cells].map(cell) },
  }));
  return { kind: 'TABLE', table: { columns: [column('STT', 12, 'center'), ...columns], rows: shown } };
}

/** The minutes from top to bottom, for every writer. */
export function minutesBlocks(facts: MinutesFacts): Block[] {
  const { body, place, day, isDraft } = facts;
  return [
    headOf({ superiorBody: [], body, number: '', placeAndDay: `${place}, ${dayInWords(day)}`, isDraft }),
    ...text('title', 'BIÊN BẢN'),
    ...text('subject', facts.title),
    { kind: 'RULE', width: 55 },
    ...text('article', ...opening(facts)),
    part('I.', 'THÀNH PHẦN'),
    ...text('article', 'Đoàn kiểm tra:'),
    ...text('article', ...facts.team.map(({ name, isLead }) => `- ${name}: ${isLead ? 'Trưởng đoàn' : 'Thành viên'}`)),
    ...text('article', `Đại diện ${facts.unit}:`, PERSON, PERSON),
    part('II.', 'SỐ LIỆU CỦA ĐƠN VỊ'),
    ...text('article', figureText(facts)),
    part('III.', 'NỘI DUNG KIỂM TRA'),
    ...checklistBlocks(facts),
    part('IV.', 'HỒ SƠ RÚT MẪU'),
    ...sampleBlocks(facts),
    part('V.', 'TỒN TẠI, KIẾN NGHỊ'),
    ...findingBlocks(facts),
    part('VI.', 'KẾT LUẬN'),
    ...text('article', ...(facts.conclusion ?? 'Chưa kết luận.').split('\n')),
    part('VII.', 'Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA'),
    ...text('article', ROOM_TO_WRITE, ROOM_TO_WRITE),
    closingOf(facts),
    ...sealBlocks(facts),
  ];
}

function opening({ decision, unit, from, to, purpose }: MinutesFacts): string[] {
  const basis = decision
    ? `Căn cứ Quyết định số ${decision.number} ${dayInWords(decision.day)}, `
    : 'Theo kế hoạch kiểm tra, ';
  return [`${basis}${periodInWords(from, to)}, Đoàn kiểm tra đã làm việc tại ${unit}.`, HOURS, `Mục đích: ${purpose}`];
}

function figureText({ figure }: MinutesFacts): string {
  if (!figure) return 'Không có số liệu được trích dẫn.';
  const { indicator, from, to, denominator, numerator, targetHundredths, reference } = figure;
  const cited = ` (mã trích dẫn ${reference})`;
  if (denominator === 0) return `${indicator}, ${periodInWords(from, to)}: không phát sinh hồ sơ${cited}.`;
  const target = targetHundredths === null ? '' : `; chỉ tiêu được giao ${formatPercent(targetHundredths, 'vi')}`;
  const rate = formatRate(figure, { locale: 'vi', targetHundredths });
  const counts = `${formatWhole(numerator, 'vi')} trên ${formatWhole(denominator, 'vi')} hồ sơ`;
  return `${indicator}, ${periodInWords(from, to)}: ${counts}, đạt ${rate}${target}${cited}.`;
}

function checklistBlocks({ checklist, items }: MinutesFacts): Block[] {
  const { answered, departing } = countAnswers(items);
  const rows = items.map((item) => [
    item.text,
    item.answer === null ? '–' : ANSWERS[item.answer] + (departs(item, item.answer) ? ' (chưa đạt)' : ''),
    item.note ?? '',
  ]);
  return [
    ...text(
      'article',
      `${checklist}: đã kiểm tra ${answered} trên ${items.length} nội dung, ${departing} nội dung chưa đạt.`,
    ),
    table([column('Nội dung', 78), column('Kết quả', 30), column('Ghi chú', 45)], rows),
  ];
}

function sampleBlocks({ samples }: MinutesFacts): Block[] {
  if (samples.length === 0) return text('article', 'Không rút mẫu.');
  return samples.flatMap((sample, at): Block[] => {
    const { list, indicator, scope, from, to, frameSize, seed, dossiers } = sample;
    const whole = `${formatWhole(frameSize, 'vi')} ${LISTS[list]}`;
    const drawn = seed === null ? `Đã niêm danh sách ${whole}, chưa rút` : `Rút ${dossiers.length} trên ${whole}`;
    const where = scope === undefined ? '' : `, ${SCOPES[scope]}`;
    const results = seed === null ? '' : `: ${resultsIn(dossiers.map(({ result }) => result))}`;
    return [
      part(`${at + 1}.`, `${drawn}, chỉ tiêu ${indicator}, ${periodInWords(from, to)}${where}${results}.`),
      ...drawsOf(sample),
      ...(seed === null ? [] : [dossierTable(dossiers)]),
    ];
  });
}

function resultsIn(results: readonly (SampleResult | null)[]): string {
  const { MATCHES, DIFFERS, MISSING, LEFT } = countResults(results);
  return `khớp ${MATCHES}, sai lệch ${DIFFERS}, không xuất trình được ${MISSING}, chưa xem ${LEFT}`;
}

/** Where it was drawn before, every draw with what it gave and why it was drawn again: none goes without being told. */
function drawsOf({ earlier = [], reason }: MinutesSample): TextBlock[] {
  if (earlier.length === 0) return [];
  const why = (said: string | null | undefined): string => (said ? ` (rút lại vì: ${said})` : '');
  const before = earlier.map((draw, at) => {
    const of = `Rút ${draw.size} trên ${formatWhole(draw.frameSize, 'vi')}`;
    const drawn = draw.seed === null ? '' : ` ${of}: ${resultsIn(draw.results)}.`;
    return `Lần ${at + 1}${why(draw.reason)}, đã thay bằng lần sau.${drawn}`;
  });
  const last = `Lần ${earlier.length + 1}${why(reason)}: như trên.`;
  return [...before, last].flatMap((line) => text('annexFootnote', line));
}

/** What anybody needs to draw the same again, of every draw: behind the signatures, for who checks and not for who signs. */
function sealBlocks({ samples }: MinutesFacts): Block[] {
  if (samples.length === 0) return [];
  return [
    { kind: 'PAGE' },
    ...text('annexName', 'PHỤ LỤC'),
    ...text('annexTitle', 'Căn cứ rút lại để kiểm chứng các mẫu hồ sơ ở mục IV'),
    ...samples.flatMap((sample, at) => {
      const draws: MinutesDraw[] = [...(sample.earlier ?? []), sample];
      return draws.map((draw, time) =>
        part(`${at + 1}.`, `${draws.length > 1 ? `Lần ${time + 1}. ` : ''}${sealOf(draw)}`),
      );
    }),
  ];
}

function sealOf({ knownAt, frameSha256, seed }: MinutesDraw): string {
  const known = knownAt === undefined ? '' : `Danh sách theo dữ liệu lúc ${exactly(new Date(knownAt))}. `;
  const drawn = seed === null ? 'Chưa rút' : `Số ngẫu nhiên dùng để rút: ${seed}`;
  return `${known}Mã niêm danh sách (SHA-256): ${frameSha256}. ${drawn}.`;
}

/** An instant to the millisecond, by the clocks in Vietnam: `17:00:03,120 ngày 31/08/2022`. The list is that of this very instant. */
function exactly(at: Date): string {
  const stamp = writeStamp(at);
  const time = [stamp.slice(8, 10), stamp.slice(10, 12), stamp.slice(12, 14)].join(':');
  const day = [stamp.slice(6, 8), stamp.slice(4, 6), stamp.slice(0, 4)].join('/');
  return `${time},${String(at.getUTCMilliseconds()).padStart(3, '0')} ngày ${day}`;
}

const dossierTable = (dossiers: MinutesSample['dossiers']): Block =>
  table(
    [column('Mã hồ sơ', 68), column('Kết quả', 35), column('Ghi chú', 50)],
    dossiers.map(({ code, result, note }) => [code, result === null ? '–' : RESULTS[result], note ?? '']),
  );

function findingBlocks({ findings }: MinutesFacts): Block[] {
  const kept = findings.filter(({ state }) => state !== 'WITHDRAWN');
  if (kept.length === 0) return text('article', 'Không có tồn tại phải khắc phục.');
  const columns = [
    ...[column('Tồn tại, yêu cầu khắc phục', 70), column('Mức độ', 27)],
    ...[column('Hạn khắc phục', 27), column('Tình trạng', 29)],
  ];
  const filed = (files: number): string => (files === 0 ? '' : ` (kèm ${files} tệp)`);
  return [
    table(
      columns,
      kept.map(({ text: said, severity, dueOn, state, files }) => [
        ...[said + filed(files), SEVERITY[severity], formatDay(dueOn), STATES[state]],
      ]),
    ),
  ];
}

function closingOf({ team, unit }: MinutesFacts): Block {
  const lead = team.find(({ isLead }) => isLead)?.name ?? '';
  return {
    ...{ kind: 'SIDES', of: 'CLOSING' },
    left: [{ kind: 'ROOM', height: 4 }, ...text('signature', 'ĐẠI DIỆN ĐƠN VỊ', unit), { kind: 'ROOM', height: 28 }],
    right: [
      { kind: 'ROOM', height: 4 },
      ...text('signature', 'TRƯỞNG ĐOÀN KIỂM TRA'),
      { kind: 'ROOM', height: 28 },
      ...text('signer', lead),
    ],
  };
}
