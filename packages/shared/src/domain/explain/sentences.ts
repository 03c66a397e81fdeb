import type { Channel } from '../dossier-row.ts';
import type { IndicatorRule, Period } from '../eligibility.ts';
import type { Locale } from '../percent.ts';
import type { ServiceLevel } from '../service-list.ts';
import type { Tier } from '../tier.ts';
import { formatDay } from '../vietnamese-format.ts';
import type { ExplainedRule } from './explain.ts';

/** What a sentence needs beside the rule itself. */
export interface SentenceFrame {
  rule: Pick<IndicatorRule, 'basis' | 'numeratorChannel' | 'levels' | 'tiers' | 'statuses'>;
  period: Period;
  /** The dossier's status in words. */
  status: string;
}

type Words = Record<Locale, string>;

const LEVELS: Record<ServiceLevel, Words> = {
  LEVEL_1: { vi: 'mức độ 1', en: 'level 1' },
  LEVEL_2: { vi: 'mức độ 2', en: 'level 2' },
  LEVEL_3: { vi: 'mức độ 3', en: 'level 3' },
  LEVEL_4: { vi: 'mức độ 4', en: 'level 4' },
  PARTIAL: { vi: 'một phần', en: 'partial' },
  FULL: { vi: 'toàn trình', en: 'full' },
};
const TIERS: Record<Tier, Words> = {
  PROVINCE: { vi: 'cấp tỉnh', en: 'the province’s tier' },
  DISTRICT: { vi: 'cấp huyện', en: 'the districts’ tier' },
  COMMUNE: { vi: 'cấp xã', en: 'the communes’ tier' },
};
const CHANNELS: Record<Channel, Words> = {
  ONLINE: { vi: 'nộp trực tuyến', en: 'filed online' },
  IN_PERSON: { vi: 'nộp trực tiếp', en: 'filed in person' },
  POSTAL: { vi: 'nộp qua bưu chính', en: 'filed by post' },
  UNKNOWN: { vi: 'không rõ kênh nộp', en: 'of unknown channel' },
};

/** What became of one rule, in one sentence with the day, the decision, the level and the tier that it looked at. */
export function ruleSentence(one: ExplainedRule, frame: SentenceFrame, locale: Locale): string {
  const text = locale === 'vi' ? vietnamese(one, frame) : english(one, frame);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function vietnamese(one: ExplainedRule, frame: SentenceFrame): string {
  const day = one.day === null ? '' : formatDay(one.day);
  const by = one.decision === null ? '' : ` (theo ${one.decision})`;
  const { outcome } = one;
  const { rule, period, status } = frame;
  switch (one.rule) {
    case 'RESOLVED':
      if (rule.statuses !== null && (outcome === 'PASSED' || !rule.statuses.includes(one.status ?? 0)))
        return `trạng thái «${status}» ${outcome === 'PASSED' ? '' : 'không '}thuộc những trạng thái mà chỉ tiêu tính.`;
      if (outcome === 'UNASKED') return 'không xét đã giải quyết hay chưa: mọi hồ sơ tiếp nhận đều được tính.';
      return outcome === 'PASSED'
        ? `đã giải quyết xong ngày ${day} (${status}).`
        : `chưa giải quyết xong (${status}${day === '' ? ', chưa có ngày kết thúc' : ''}).`;
    case 'IN_PERIOD': {
      const what = rule.basis === 'RECEIVED' ? 'tiếp nhận' : 'kết thúc';
      const within = `kỳ ${formatDay(period.from)} – ${formatDay(period.to)}`;
      if (outcome === 'UNKNOWN') return `chưa có ngày ${what} để xét trong ${within}.`;
      return `${what} ngày ${day}, ${outcome === 'PASSED' ? 'trong' : 'ngoài'} ${within}.`;
    }
    case 'IN_FORCE':
      if (outcome === 'UNASKED') return 'không xét hiệu lực của thủ tục.';
      if (outcome === 'UNKNOWN') return 'chưa có ngày để xét hiệu lực của thủ tục.';
      return `thủ tục ${outcome === 'PASSED' ? 'còn' : 'không có'} hiệu lực ngày ${day}${by}.`;
    case 'LISTED': {
      if (outcome === 'UNASKED') return 'không xét danh mục: mọi thủ tục đều được tính.';
      if (outcome === 'UNKNOWN') return 'chưa có ngày để xét danh mục.';
      const where = one.tier === null ? '' : ` ở ${TIERS[one.tier].vi}`;
      return `thủ tục ${outcome === 'PASSED' ? 'có' : 'không có'} trong danh mục${where} ngày ${day}${by}.`;
    }
    case 'LEVEL': {
      if (outcome === 'UNASKED') return 'không xét mức độ.';
      if (outcome === 'UNKNOWN' || one.level === null) return 'không có mức độ để xét.';
      const wanted = rule.levels.map((level) => LEVELS[level].vi).join(', ');
      return `ở ${LEVELS[one.level].vi}; chỉ tiêu tính ${wanted}.`;
    }
    case 'CHANNEL':
      return `${CHANNELS[one.channel ?? 'UNKNOWN'].vi}; tử số là hồ sơ ${CHANNELS[rule.numeratorChannel ?? 'UNKNOWN'].vi}.`;
    case 'GONE':
    case 'TIER':
    case 'DUE':
    case 'ON_TIME':
      return termsInVietnamese(one, frame, day);
  }
}

function english(one: ExplainedRule, frame: SentenceFrame): string {
  const day = one.day === null ? '' : formatDay(one.day);
  const by = one.decision === null ? '' : ` (by ${one.decision})`;
  const { outcome } = one;
  const { rule, period, status } = frame;
  switch (one.rule) {
    case 'RESOLVED':
      if (rule.statuses !== null && (outcome === 'PASSED' || !rule.statuses.includes(one.status ?? 0)))
        return `the status “${status}” is ${outcome === 'PASSED' ? '' : 'not '}among those that the indicator counts.`;
      if (outcome === 'UNASKED') return 'whether it is resolved is not asked: every dossier received counts.';
      return outcome === 'PASSED'
        ? `resolved on ${day} (${status}).`
        : `not resolved (${status}${day === '' ? ', without a day of finish' : ''}).`;
    case 'IN_PERIOD': {
      const what = rule.basis === 'RECEIVED' ? 'received' : 'finished';
      const within = `${formatDay(period.from)} – ${formatDay(period.to)}`;
      if (outcome === 'UNKNOWN') return `not ${what} yet, so in no period.`;
      return `${what} on ${day}, ${outcome === 'PASSED' ? 'within' : 'outside'} ${within}.`;
    }
    case 'IN_FORCE':
      if (outcome === 'UNASKED') return 'whether the procedure is in force is not asked.';
      if (outcome === 'UNKNOWN') return 'there is no day on which the procedure would have to be in force.';
      return `the procedure was ${outcome === 'PASSED' ? '' : 'not '}in force on ${day}${by}.`;
    case 'LISTED': {
      if (outcome === 'UNASKED') return 'no list is asked for: every procedure counts.';
      if (outcome === 'UNKNOWN') return 'there is no day on which the procedure would have to be on the list.';
      const where = one.tier === null ? '' : ` for ${TIERS[one.tier].en}`;
      return `the procedure was ${outcome === 'PASSED' ? '' : 'not '}on the list${where} on ${day}${by}.`;
    }
    case 'LEVEL': {
      if (outcome === 'UNASKED') return 'no level is asked for.';
      if (outcome === 'UNKNOWN' || one.level === null) return 'there is no level to look at.';
      const wanted = rule.levels.map((level) => LEVELS[level].en).join(', ');
      return `at ${LEVELS[one.level].en}; the indicator counts ${wanted}.`;
    }
    case 'CHANNEL':
      return `${CHANNELS[one.channel ?? 'UNKNOWN'].en}; the numerator is what was ${CHANNELS[rule.numeratorChannel ?? 'UNKNOWN'].en}.`;
    case 'GONE':
    case 'TIER':
    case 'DUE':
    case 'ON_TIME':
      return termsInEnglish(one, frame, day);
  }
}

/** The rules that only some indicators have. */
type SeldomRule = ExplainedRule & { rule: 'GONE' | 'TIER' | 'DUE' | 'ON_TIME' };

function termsInVietnamese(one: ExplainedRule, { rule }: SentenceFrame, day: string): string {
  const passed = one.outcome === 'PASSED';
  switch ((one as SeldomRule).rule) {
    case 'GONE':
      return one.gone === 'MERGED'
        ? 'đã gộp vào hồ sơ khác, nên không chỉ tiêu nào tính riêng hồ sơ này.'
        : 'đã xoá khỏi số liệu, nên không chỉ tiêu nào tính.';
    case 'TIER': {
      const wanted = (rule.tiers ?? []).map((tier) => TIERS[tier].vi).join(', ');
      return `đơn vị tiếp nhận ở ${one.tier === null ? 'cấp không rõ' : TIERS[one.tier].vi}; chỉ tiêu tính ${wanted}.`;
    }
    case 'DUE':
      return passed ? `có hạn trả kết quả: ngày ${day}.` : 'không có hạn trả kết quả để so, nên không tính.';
    case 'ON_TIME':
      if (day === '') return 'chưa có ngày kết thúc, nên không phải đúng hạn.';
      return `kết thúc ngày ${day}, ${passed ? 'đúng hạn' : 'quá hạn'}; tử số là hồ sơ đúng hạn.`;
  }
}

function termsInEnglish(one: ExplainedRule, { rule }: SentenceFrame, day: string): string {
  const passed = one.outcome === 'PASSED';
  switch ((one as SeldomRule).rule) {
    case 'GONE':
      return one.gone === 'MERGED'
        ? 'it was merged into another dossier, so no indicator counts it by itself.'
        : 'it was deleted from the figures, so no indicator counts it.';
    case 'TIER': {
      const wanted = (rule.tiers ?? []).map((tier) => TIERS[tier].en).join(', ');
      return `received at ${one.tier === null ? 'an unknown tier' : TIERS[one.tier].en}; the indicator counts ${wanted}.`;
    }
    case 'DUE':
      return passed ? `it was due on ${day}.` : 'it has no due time to compare with, so it does not count.';
    case 'ON_TIME':
      if (day === '') return 'it is not finished, so it is not on time.';
      return `finished on ${day}, ${passed ? 'on time' : 'late'}; the numerator is what was on time.`;
  }
}
