import type { ReasonCode } from '@chi-tieu/shared/domain/eligibility';
import { formatDay } from '@chi-tieu/shared/domain/vietnamese-format';
import type { Locale } from '../../app/locale.ts';
import type { IndicatorRow } from '../rates/indicators.queries.ts';
import type { DossierFacts } from './drill-down.queries.ts';

const STATUS: Record<number, Record<Locale, string>> = {
  1: { vi: 'Mới đăng ký', en: 'Registered' },
  2: { vi: 'Đã tiếp nhận', en: 'Accepted' },
  3: { vi: 'Không được tiếp nhận', en: 'Refused' },
  4: { vi: 'Đang xử lý', en: 'In process' },
  5: { vi: 'Yêu cầu bổ sung', en: 'Supplement requested' },
  6: { vi: 'Yêu cầu nộp phí', en: 'Payment requested' },
  7: { vi: 'Công dân rút hồ sơ', en: 'Withdrawn' },
  8: { vi: 'Dừng xử lý', en: 'Stopped' },
  9: { vi: 'Đã xử lý xong', en: 'Processed' },
  10: { vi: 'Đã trả kết quả', en: 'Result returned' },
};

/** A one-stop system's status in words. */
export function statusText(status: number, locale: Locale): string {
  return STATUS[status]?.[locale] ?? String(status);
}

interface ReasonFrame {
  locale: Locale;
  indicator: IndicatorRow;
  row: DossierFacts;
  from: string;
  to: string;
}

type Sentence = (frame: { day: string; finished: string; received: string; period: string; status: string }) => string;

const REASONS: Record<ReasonCode, Record<Locale, Sentence>> = {
  COUNTS_ONLINE: {
    vi: ({ day }) => `Tính, trực tuyến: còn hiệu lực và trong danh mục ngày ${day}.`,
    en: ({ day }) => `Counts, online: in force and on the list on ${day}.`,
  },
  COUNTS_IN_PERSON: {
    vi: ({ day }) => `Tính, không trực tuyến: nộp trực tiếp; trong danh mục ngày ${day}.`,
    en: ({ day }) => `Counts, not online: filed in person; on the list on ${day}.`,
  },
  COUNTS_POSTAL: {
    vi: ({ day }) => `Tính, không trực tuyến: nộp qua bưu chính; trong danh mục ngày ${day}.`,
    en: ({ day }) => `Counts, not online: filed by post; on the list on ${day}.`,
  },
  COUNTS_UNKNOWN_CHANNEL: {
    vi: ({ day }) => `Tính, không trực tuyến: không rõ kênh nộp; trong danh mục ngày ${day}.`,
    en: ({ day }) => `Counts, not online: the channel is unknown; on the list on ${day}.`,
  },
  NOT_RESOLVED_YET: {
    vi: ({ status }) => `Không tính: chưa giải quyết xong (${status}).`,
    en: ({ status }) => `Not counted: not resolved yet (${status}).`,
  },
  REGISTERED_ONLY: {
    vi: () => 'Không tính: mới đăng ký, chưa tiếp nhận.',
    en: () => 'Not counted: merely registered.',
  },
  REFUSED: { vi: () => 'Không tính: không được tiếp nhận.', en: () => 'Not counted: refused.' },
  WITHDRAWN: { vi: () => 'Không tính: công dân rút hồ sơ.', en: () => 'Not counted: withdrawn.' },
  STOPPED: { vi: () => 'Không tính: dừng xử lý.', en: () => 'Not counted: stopped.' },
  NO_FINISH_TIME: {
    vi: () => 'Không tính: chưa có ngày kết thúc xử lý.',
    en: () => 'Not counted: there is no finish time.',
  },
  OUTSIDE_PERIOD: {
    vi: ({ finished, period }) => `Không tính trong kỳ ${period}: kết thúc ngày ${finished}.`,
    en: ({ finished, period }) => `Not counted within ${period}: finished on ${finished}.`,
  },
  NOT_IN_FORCE: {
    vi: ({ day }) => `Không tính: thủ tục không còn hiệu lực ngày ${day}.`,
    en: ({ day }) => `Not counted: the procedure was not in force on ${day}.`,
  },
  NOT_LISTED: {
    vi: ({ day }) => `Không tính: thủ tục không trong danh mục ngày ${day}.`,
    en: ({ day }) => `Not counted: the procedure was not on the list on ${day}.`,
  },
  WRONG_LEVEL: {
    vi: ({ day }) => `Không tính: trong danh mục ngày ${day} nhưng ở mức độ khác.`,
    en: ({ day }) => `Not counted: on the list on ${day}, but at another level.`,
  },
};

/** Why a dossier counts or not, in one sentence with the days that decide. */
export function reasonText(reason: ReasonCode, { locale, indicator, row, from, to }: ReasonFrame): string {
  const received = formatDay(row.receivedDay);
  const finished = row.finishedDay === null ? '–' : formatDay(row.finishedDay);
  const day = { RECEIVED: received, RESOLVED: finished, PERIOD_END: formatDay(to) }[indicator.eligibilityDate];
  const period = `${formatDay(from)}–${formatDay(to)}`;
  return REASONS[reason][locale]({ day, finished, received, period, status: statusText(row.status, locale) });
}
