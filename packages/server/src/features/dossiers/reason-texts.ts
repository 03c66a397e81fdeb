import type { ReasonCode } from '@chi-tieu/shared/domain/eligibility';
import { formatDay, formatInstant } from '@chi-tieu/shared/domain/vietnamese-format';
import type { Locale } from '../../app/locale.ts';
import type { IndicatorRow } from '../rates/indicators.queries.ts';
import type { DossierFacts } from './drill-down.queries.ts';
import { statusText } from './status.service.ts';

interface ReasonFrame {
  locale: Locale;
  indicator: IndicatorRow;
  row: DossierFacts;
  from: string;
  to: string;
}

/** The words that sentences are made of: days as people write them, and what the catalogue was asked about. */
interface Words {
  day: string;
  /** Under which day the dossier is looked for in the period, in words. */
  booked: string;
  /** What had to hold on the day, e.g. "in force and on the list on 14/08/2022". */
  held: string;
  period: string;
  status: string;
  /** When it is due, to the minute. */
  due: string;
}

type Sentence = (words: Words) => string;

const REASONS: Record<ReasonCode, Record<Locale, Sentence>> = {
  COUNTS_ONLINE: {
    vi: ({ held }) => `Tính, trực tuyến: ${held}.`,
    en: ({ held }) => `Counts, online: ${held}.`,
  },
  COUNTS_IN_PERSON: {
    vi: ({ held }) => `Tính, không trực tuyến: nộp trực tiếp; ${held}.`,
    en: ({ held }) => `Counts, not online: filed in person; ${held}.`,
  },
  COUNTS_POSTAL: {
    vi: ({ held }) => `Tính, không trực tuyến: nộp qua bưu chính; ${held}.`,
    en: ({ held }) => `Counts, not online: filed by post; ${held}.`,
  },
  COUNTS_UNKNOWN_CHANNEL: {
    vi: ({ held }) => `Tính, không trực tuyến: không rõ kênh nộp; ${held}.`,
    en: ({ held }) => `Counts, not online: the channel is unknown; ${held}.`,
  },
  COUNTS_ON_TIME: {
    vi: ({ held, due }) => `Tính, đúng hạn: hẹn trả ${due}; ${held}.`,
    en: ({ held, due }) => `Counts, on time: due ${due}; ${held}.`,
  },
  COUNTS_LATE: {
    vi: ({ held, due }) => `Tính, không đúng hạn: hẹn trả ${due}; ${held}.`,
    en: ({ held, due }) => `Counts, late: due ${due}; ${held}.`,
  },
  COUNTS_UNFINISHED: {
    vi: ({ held, due }) => `Tính, không đúng hạn: chưa kết thúc, hẹn trả ${due}; ${held}.`,
    en: ({ held, due }) => `Counts, not on time: unfinished, due ${due}; ${held}.`,
  },
  OTHER_TIER: {
    vi: () => 'Không tính: đơn vị tiếp nhận thuộc cấp khác.',
    en: () => 'Not counted: received by a unit of another tier.',
  },
  OTHER_STATUS: {
    vi: ({ status }) => `Không tính: trạng thái “${status}” không được xét.`,
    en: ({ status }) => `Not counted: the status “${status}” is not looked at.`,
  },
  NO_DUE_TIME: {
    vi: () => 'Không tính: hồ sơ không có ngày hẹn trả.',
    en: () => 'Not counted: nobody said when it is due.',
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
  DELETED: {
    vi: () => 'Không tính: hồ sơ đã xoá khỏi số liệu.',
    en: () => 'Not counted: the dossier was deleted from the figures.',
  },
  MERGED: {
    vi: () => 'Không tính: hồ sơ đã gộp vào hồ sơ khác.',
    en: () => 'Not counted: the dossier was merged into another one.',
  },
  NO_FINISH_TIME: {
    vi: () => 'Không tính: chưa có ngày kết thúc xử lý.',
    en: () => 'Not counted: there is no finish time.',
  },
  OUTSIDE_PERIOD: {
    vi: ({ booked, period }) => `Không tính trong kỳ ${period}: ${booked}.`,
    en: ({ booked, period }) => `Not counted within ${period}: ${booked}.`,
  },
  NOT_IN_FORCE: {
    vi: ({ day }) => `Không tính: thủ tục không có hiệu lực ngày ${day}.`,
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
  const booked = BOOKED[indicator.basis][locale](indicator.basis === 'RESOLVED' ? finished : received);
  const held = heldText(indicator, locale, day);
  const due = row.dueAt === null ? '–' : formatInstant(row.dueAt);
  return REASONS[reason][locale]({ day, booked, held, period, due, status: statusText(row.status, locale) });
}

const BOOKED: Record<IndicatorRow['basis'], Record<Locale, (day: string) => string>> = {
  RESOLVED: { vi: (day) => `kết thúc ngày ${day}`, en: (day) => `finished on ${day}` },
  RECEIVED: { vi: (day) => `tiếp nhận ngày ${day}`, en: (day) => `received on ${day}` },
};

/** Says of a counted dossier only what its indicator asks about. */
function heldText({ inForceRequired, listId }: IndicatorRow, locale: Locale, day: string): string {
  const vietnamese = locale === 'vi';
  const listed = listId !== null;
  if (!inForceRequired && !listed) return vietnamese ? 'mọi thủ tục đều được tính' : 'every procedure counts';
  const conditions = [
    ...(inForceRequired ? [vietnamese ? 'còn hiệu lực' : 'in force'] : []),
    ...(listed ? [vietnamese ? 'trong danh mục' : 'on the list'] : []),
  ];
  return vietnamese ? `${conditions.join(' và ')} ngày ${day}` : `${conditions.join(' and ')} on ${day}`;
}
