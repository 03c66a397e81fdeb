import type { Day } from '../days.ts';
import { dayInWords, percentInWords, periodInWords } from '../decision-document/words.ts';
import { headOf, linesOfLook as text, type Block, type TextBlock } from '../paper/blocks.ts';
import type { AnnexCell, AnnexColumn, AnnexTable } from '../paper/table.ts';
import { formatRate, formatWhole, type Counts } from '../rate.ts';
import { formatDay } from '../vietnamese-format.ts';
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

/** A sample that was drawn, with what was found at each of its dossiers. */
export interface MinutesSample {
  list: SampleList;
  indicator: string;
  from: Day;
  to: Day;
  frameSize: number;
  frameSha256: string;
  seed: string;
  dossiers: { code: string; result: SampleResult | null; note: string | null }[];
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
    part('I.', 'THÀNH PHẦN ĐOÀN KIỂM TRA'),
    ...text('article', ...facts.team.map(({ name, isLead }) => `- ${name}: ${isLead ? 'Trưởng đoàn' : 'Thành viên'}`)),
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
    closingOf(facts),
  ];
}

function opening({ decision, unit, from, to, purpose }: MinutesFacts): string[] {
  const basis = decision
    ? `Căn cứ Quyết định số ${decision.number} ${dayInWords(decision.day)}, `
    : 'Theo kế hoạch kiểm tra, ';
  return [`${basis}${periodInWords(from, to)}, Đoàn kiểm tra đã làm việc tại ${unit}.`, `Mục đích: ${purpose}`];
}

function figureText({ figure }: MinutesFacts): string {
  if (!figure) return 'Không có số liệu được trích dẫn.';
  const { indicator, from, to, denominator, numerator, targetHundredths, reference } = figure;
  const cited = ` (mã trích dẫn ${reference})`;
  if (denominator === 0) return `${indicator}, ${periodInWords(from, to)}: không phát sinh hồ sơ${cited}.`;
  const target = targetHundredths === null ? '' : `; chỉ tiêu được giao ${percentInWords(targetHundredths)}`;
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
    const found = countResults(sample.dossiers.map(({ result }) => result));
    const drawn = `Rút ${sample.dossiers.length} trên ${formatWhole(sample.frameSize, 'vi')} ${LISTS[sample.list]}`;
    const what = `${drawn}, chỉ tiêu ${sample.indicator}, ${periodInWords(sample.from, sample.to)}`;
    const result = `khớp ${found.MATCHES}, sai lệch ${found.DIFFERS}, không xuất trình được ${found.MISSING}, chưa xem ${found.LEFT}`;
    return [
      part(`${at + 1}.`, `${what}: ${result}.`),
      ...text('annexFootnote', `Niêm danh sách (SHA-256): ${sample.frameSha256}. Hạt giống: ${sample.seed}.`),
      table(
        [column('Mã hồ sơ', 68), column('Kết quả', 35), column('Ghi chú', 50)],
        sample.dossiers.map(({ code, result: one, note }) => [code, one === null ? '–' : RESULTS[one], note ?? '']),
      ),
    ];
  });
}

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
