import { percentInWords } from '../decision-document/words.ts';
import { missingToTarget } from '../rate.ts';
import type { CitedCounts, ReplacedReport, ReportFacts } from './facts.ts';
import { differsInWords, replacesInWords, type SentenceChange } from './replacement.ts';
import { formatDay } from '../vietnamese-format.ts';
import { resultInWords, statusIn } from './values.ts';
import { formatWhole } from '../rate.ts';

/** A unit of an extract, with its figure in the period of the report. */
export interface ExtractRow extends CitedCounts {
  code: string;
  name: string;
  /** 0 the receiver itself, 1 right below it, and so on. */
  depth: number;
}

/** What a receiver gets of a report: its own row and those below it. */
export interface ReportExtract {
  rows: ExtractRow[];
  /** Of a report that replaces another: which one, and what differs. */
  replaces?: string;
}

/** What a receiver is told of the report that is replaced; `before` is the extract that it got last of it or of an earlier one, if any. */
export function replacementTold(
  replaced: ReplacedReport,
  changes: readonly SentenceChange[],
  { before, rows }: { before: readonly ExtractRow[] | null; rows: readonly ExtractRow[] },
): string {
  return [
    replacesInWords(replaced),
    differsInWords(replaced, changes),
    ...(before === null ? [] : [extractDiffers(before, rows)]),
  ].join(' ');
}

const MOST_ROWS_TOLD = 5;

/** What differs between two extracts: row by row, the first of them by name. */
function extractDiffers(before: readonly ExtractRow[], after: readonly ExtractRow[]): string {
  const [was, is] = [byCode(before), byCode(after)];
  const changed = [...new Set([...is.keys(), ...was.keys()])].filter(
    (code) => said(was.get(code)) !== said(is.get(code)),
  );
  if (changed.length === 0) return 'Số liệu trong trích lục mà đơn vị đã nhận không thay đổi.';
  const told = changed.slice(0, MOST_ROWS_TOLD).map((code) => {
    const name = (is.get(code) ?? was.get(code))?.name ?? code;
    return `${name}: đã gửi ${said(was.get(code))}, nay ${said(is.get(code))}`;
  });
  const more = changed.length - told.length;
  const rest = more > 0 ? `; và ${formatWhole(more, 'vi')} đơn vị khác` : '';
  return `So với trích lục mà đơn vị đã nhận: ${told.join('; ')}${rest}.`;
}

const byCode = (rows: readonly ExtractRow[]) => new Map(rows.map((row) => [row.code, row] as const));

/** `14/24 hồ sơ, chỉ tiêu 55%` */
function said(row: ExtractRow | undefined): string {
  if (!row) return 'không có';
  const counts = `${formatWhole(row.numerator, 'vi')}/${formatWhole(row.denominator, 'vi')} hồ sơ`;
  return row.target === null ? counts : `${counts}, chỉ tiêu ${percentInWords(row.target)}`;
}

/** A row as a line of text: `Thành phố Thái Nguyên: đạt 54,99 % (1.099/2.000 hồ sơ), chỉ tiêu 55%, còn thiếu 1 hồ sơ`. */
export function extractLine({ name, depth, ...counts }: ExtractRow): string {
  const whole = (n: number): string => formatWhole(n, 'vi');
  const indent = '  '.repeat(depth);
  if (counts.denominator === 0) return `${indent}- ${name}: không có hồ sơ được tính`;
  const { target } = counts;
  const rate = resultInWords({ ...counts, target: null });
  const isMissing = target !== null && statusIn(counts) === 'NOT_MET';
  const goal = target === null ? 'chưa giao chỉ tiêu' : `chỉ tiêu ${percentInWords(target)}`;
  const missing = isMissing ? `, còn thiếu ${whole(missingToTarget(counts, target))} hồ sơ` : '';
  return `${indent}- ${name}: ${rate} (${whole(counts.numerator)}/${whole(counts.denominator)} hồ sơ), ${goal}${missing}`;
}

/** What is told to a receiver: what was published, what it says of the province, the receiver's extract, where to read it. */
export function extractMessage({
  facts,
  paper,
  sentence,
  extract,
  sha256,
  link,
}: {
  facts: Pick<ReportFacts, 'period' | 'indicator'>;
  paper: { number: string | null; dated: string | null; reference: string };
  /** What the report says of the whole province first. */
  sentence: string | null;
  extract: ReportExtract;
  sha256: string;
  /** Null where the server does not know how it is reached. */
  link: string | null;
}): { subject: string; body: string } {
  const { number, dated, reference } = paper;
  const named = [...(number === null ? [] : [`số ${number}`]), ...(dated === null ? [] : [`ngày ${formatDay(dated)}`])];
  const subject = `Báo cáo ${facts.indicator.name}: ${facts.period.name}`;
  const [own] = extract.rows;
  const body = [
    [`Đã ban hành Báo cáo`, ...named, `(mã tham chiếu ${reference}).`].join(' '),
    ...(extract.replaces === undefined ? [] : [extract.replaces]),
    ...(sentence === null ? [] : [sentence]),
    `Số liệu của ${own?.name ?? 'đơn vị'}${extract.rows.length > 1 ? ' và các đơn vị trực thuộc' : ''}:\n${extract.rows.map(extractLine).join('\n')}`,
    ...(link === null ? [] : [`Xem báo cáo và xác nhận đã nhận: ${link}`]),
    `Mã kiểm tra trích lục (SHA-256): ${sha256}`,
  ].join('\n\n');
  return { subject, body };
}
