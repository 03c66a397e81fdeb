import { percentInWords } from '../decision-document/words.ts';
import { missingToTarget } from '../rate.ts';
import type { CitedCounts, ReportFacts } from './facts.ts';
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
    ...(sentence === null ? [] : [sentence]),
    `Số liệu của ${own?.name ?? 'đơn vị'}${extract.rows.length > 1 ? ' và các đơn vị trực thuộc' : ''}:\n${extract.rows.map(extractLine).join('\n')}`,
    ...(link === null ? [] : [`Xem báo cáo và xác nhận đã nhận: ${link}`]),
    `Mã kiểm tra trích lục (SHA-256): ${sha256}`,
  ].join('\n\n');
  return { subject, body };
}
