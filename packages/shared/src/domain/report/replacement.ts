import { dayInWords } from '../decision-document/words.ts';
import { linesOfLook, type Block } from '../paper/blocks.ts';
import type { AnnexCell, AnnexColumn, AnnexTable } from '../paper/table.ts';
import { formatRate, formatWhole, type Counts } from '../rate.ts';
import type { FigureDifference, ReplacedReport, SaidSentence } from './facts.ts';

/** A sentence that reads otherwise than in the report that is replaced; null where it is not there. */
export interface SentenceChange {
  heading: string;
  before: string | null;
  after: string | null;
}

/** What the sentences of a report say, those that say something: what is held against them once it is replaced. */
export function saidIn(
  sections: readonly { heading: string; sentences: readonly { key: string; text: string | null }[] }[],
): SaidSentence[] {
  return sections.flatMap(({ heading, sentences }) =>
    sentences.flatMap(({ key, text }) => (text === null || text === '' ? [] : [{ key, heading, text }])),
  );
}

/**
 * Which sentences differ: those of the new report in their order, each beside the one that stood at its place, then what is said no more. One
 * that only stands elsewhere is the same.
 */
export function sentenceChanges(before: readonly SaidSentence[], after: readonly SaidSentence[]): SentenceChange[] {
  const added = unsaid(after, before);
  const removed = new Map(unsaid(before, after).map((one) => [one.key, one] as const));
  const changed = added.map(({ key, heading, text }): SentenceChange => {
    const was = removed.get(key);
    removed.delete(key);
    return { heading, before: was?.text ?? null, after: text };
  });
  return [...changed, ...[...removed.values()].map(({ heading, text }) => ({ heading, before: text, after: null }))];
}

/** Sentences of some that the others do not say, as often as they do not. */
function unsaid(some: readonly SaidSentence[], others: readonly SaidSentence[]): SaidSentence[] {
  const left = new Map<string, number>();
  for (const { text } of others) left.set(text, (left.get(text) ?? 0) + 1);
  return some.filter(({ text }) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

/** `số 12/BC-VP ngày 05 tháng 4 năm 2022`; by its reference where nobody gave it a number. */
function namedPaper({ number, dated, reference }: ReplacedReport): string {
  const parts = [...(number === null ? [] : [`số ${number}`]), ...(dated === null ? [] : [dayInWords(dated)])];
  return [...parts, `(mã tham chiếu ${reference})`].join(' ');
}

/** Which report another one replaces, as a sentence. */
export const replacesInWords = (replaced: ReplacedReport): string =>
  `Báo cáo này thay thế Báo cáo ${namedPaper(replaced)}.`;

/** How much differs from the one that is replaced, as a sentence. */
export function differsInWords(
  replaced: ReplacedReport,
  changes: readonly SentenceChange[],
  annex = 'phụ lục của báo cáo',
): string {
  const { figures, reception } = replaced;
  const counts = [
    ...(figures.length > 0 ? [`${formatWhole(figures.length, 'vi')} số liệu của các đơn vị`] : []),
    ...(reception > 0 ? [`${formatWhole(reception, 'vi')} dòng của Biểu II.06a`] : []),
    ...(changes.length > 0 ? [`${formatWhole(changes.length, 'vi')} câu`] : []),
  ];
  return counts.length === 0
    ? 'Số liệu và nội dung không thay đổi so với báo cáo được thay thế.'
    : `So với báo cáo được thay thế, thay đổi ${counts.join(', ')}${hasReplacementAnnex(replaced, changes) ? `, nêu tại ${annex.replace('PHỤ LỤC', 'Phụ lục')}` : ''}.`;
}

/** What a report that replaces another says first: which one, why, and how much differs. */
export function replacementOpening(
  replaced: ReplacedReport,
  changes: readonly SentenceChange[],
  annex: string,
): Block[] {
  return linesOfLook(
    'article',
    replacesInWords(replaced),
    ...`Lý do thay thế: ${replaced.why}`.split('\n'),
    differsInWords(replaced, changes, annex),
  );
}

export const hasReplacementAnnex = ({ figures }: ReplacedReport, changes: readonly SentenceChange[]): boolean =>
  figures.length > 0 || changes.length > 0;

const words = (text: string): AnnexCell => ({ text, value: null });
const column = (title: string, width: number, kind: AnnexColumn['kind'], align: AnnexColumn['align']): AnnexColumn => ({
  ...{ title, width, kind, align },
});
const ORDINAL = column('STT', 13, 'ORDINAL', 'center');
const ordinal = (at: number): AnnexCell => ({ text: formatWhole(at + 1, 'vi'), value: at + 1 });

/** Each figure that differs: what was reported, and what it is. */
export function figureChangesTable(figures: readonly FigureDifference[]): AnnexTable {
  const fraction = ({ numerator, denominator }: Counts): AnnexCell =>
    words(`${formatWhole(numerator, 'vi')}/${formatWhole(denominator, 'vi')}`);
  const rate = ({ target, ...counts }: FigureDifference['before']): AnnexCell =>
    words(counts.denominator === 0 ? '–' : formatRate(counts, { locale: 'vi', targetHundredths: target }));
  return {
    columns: [
      ...[ORDINAL, column('Đơn vị', 56, 'NAME', 'left')],
      ...[column('Đã báo cáo (tử số/mẫu số)', 27, 'NAME', 'right'), column('Tỷ lệ đã báo cáo', 21, 'NAME', 'right')],
      ...[column('Báo cáo này (tử số/mẫu số)', 27, 'NAME', 'right'), column('Tỷ lệ báo cáo này', 21, 'NAME', 'right')],
    ],
    rows: figures.map(({ code, name, before, after }, at) => ({
      code,
      kind: 'UNIT',
      cells: [ordinal(at), words(name), fraction(before), rate(before), fraction(after), rate(after)],
    })),
  };
}

/** Each sentence that differs. */
export function sentenceChangesTable(changes: readonly SentenceChange[]): AnnexTable {
  return {
    columns: [ORDINAL, column('Đã báo cáo', 76, 'NAME', 'left'), column('Báo cáo này', 76, 'NAME', 'left')],
    rows: changes.map(({ before, after }, at) => ({
      code: null,
      kind: 'UNIT',
      cells: [ordinal(at), words(before ?? 'Không có'), words(after ?? 'Bỏ câu này')],
    })),
  };
}

/** The annex that lays both reports beside one another; nothing where nothing differs. */
export function replacementAnnex(
  replaced: ReplacedReport,
  changes: readonly SentenceChange[],
  number: string,
): Block[] {
  if (!hasReplacementAnnex(replaced, changes)) return [];
  const { figures } = replaced;
  return [
    { kind: 'PAGE' },
    ...linesOfLook('annexName', number),
    ...linesOfLook('annexTitle', 'NỘI DUNG THAY ĐỔI SO VỚI BÁO CÁO ĐƯỢC THAY THẾ'),
    ...linesOfLook('annexUnder', `Báo cáo ${namedPaper(replaced)}`),
    ...(figures.length > 0 ? [{ kind: 'TABLE', table: figureChangesTable(figures) } as const] : []),
    ...(figures.length > 0 && changes.length > 0 ? [{ kind: 'ROOM', height: 4 } as const] : []),
    ...(changes.length > 0 ? [{ kind: 'TABLE', table: sentenceChangesTable(changes) } as const] : []),
  ];
}
