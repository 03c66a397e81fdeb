import type { Day } from '../days.ts';
import { formatRate, formatWhole, missingToTarget, type Counts } from '../rate.ts';
import { formatPercent, type Locale } from '../percent.ts';
import { formatDay } from '../vietnamese-format.ts';

/** What a reminder knows of its occasion: kept with it, and what its letter was written from. */
export type OccasionFacts = BehindFacts | SilentFacts | NotAssignedFacts | OutOfReachFacts;

/** Below the mark of a month: counts from January to its end. */
export interface BehindFacts extends Counts {
  kind: 'BEHIND_MILESTONE';
  indicator: string;
  /** First days of the last month and of the first one without a break. */
  month: Day;
  since: Day;
  months: number;
  mark: number;
  /** So many units below are silent: what they have to tell is not in the counts. */
  unheard: number;
}

/** Nothing came since a day. */
export interface SilentFacts {
  kind: 'SOURCE_SILENT';
  lastDay: Day;
  days: number;
}

/** A target that was not passed on by a day. */
export interface NotAssignedFacts {
  kind: 'NOT_ASSIGNED';
  indicator: string;
  year: number;
  target: number | null;
  assignBy: Day;
}

/** A target that cannot be met any more: counts from January to a day, what is expected, and how much of it would be needed. */
export interface OutOfReachFacts extends Counts {
  kind: 'OUT_OF_REACH';
  indicator: string;
  year: number;
  on: Day;
  target: number;
  expected: number;
  needed: number;
}

/**
 * Whether other things would be said than were: another mark, month or count. How long it lasts, which units below are silent and, of
 * what is reckoned anew each day, the counts alone are no other ones.
 */
export function saysOther(said: OccasionFacts, now: OccasionFacts): boolean {
  return spoken(said) !== spoken(now);
}

function spoken(facts: OccasionFacts): string {
  switch (facts.kind) {
    case 'BEHIND_MILESTONE': {
      const { month, since, months, mark, numerator, denominator } = facts;
      return [facts.kind, month, since, months, mark, numerator, denominator].join(' ');
    }
    case 'SOURCE_SILENT':
      return `${facts.kind} ${facts.lastDay}`;
    case 'NOT_ASSIGNED':
      return [facts.kind, facts.year, facts.target, facts.assignBy].join(' ');
    case 'OUT_OF_REACH':
      return [facts.kind, facts.year, facts.target].join(' ');
  }
}

const monthOfYear = (day: Day): string => `${Number(day.slice(5, 7))}/${day.slice(0, 4)}`;

/** What is wrong, in one sentence. */
export function occasionSentence(facts: OccasionFacts, locale: Locale): string {
  return locale === 'vi' ? inVietnamese(facts) : inEnglish(facts);
}

const rate = (counts: Counts, target: number, locale: Locale): string =>
  formatRate(counts, { locale, targetHundredths: target });

function inVietnamese(facts: OccasionFacts): string {
  const whole = (n: number): string => formatWhole(n, 'vi');
  switch (facts.kind) {
    case 'BEHIND_MILESTONE': {
      const { mark, month, months } = facts;
      const running = months > 1 ? `, chậm mốc ${months} tháng liền` : '';
      return `Đến hết tháng ${monthOfYear(month)} đạt ${rate(facts, mark, 'vi')}, mốc ${formatPercent(mark, 'vi')}, còn thiếu ${whole(missingToTarget(facts, mark))} hồ sơ${running}.`;
    }
    case 'SOURCE_SILENT':
      return `Không có dữ liệu từ sau ngày ${formatDay(facts.lastDay)}, đã ${whole(facts.days)} ngày.`;
    case 'NOT_ASSIGNED':
      return `Đến hết ngày ${formatDay(facts.assignBy)} chưa giao chỉ tiêu năm ${facts.year} cho cấp dưới.`;
    case 'OUT_OF_REACH':
      return `Đến ngày ${formatDay(facts.on)} đạt ${rate(facts, facts.target, 'vi')}; cần thêm ${whole(facts.needed)} trong ${whole(facts.expected)} hồ sơ dự kiến, nên không thể đạt ${formatPercent(facts.target, 'vi')} của năm ${facts.year}.`;
  }
}

function inEnglish(facts: OccasionFacts): string {
  const whole = (n: number): string => formatWhole(n, 'en');
  switch (facts.kind) {
    case 'BEHIND_MILESTONE': {
      const { mark, month, months } = facts;
      const running = months > 1 ? `, behind for ${months} months running` : '';
      return `By the end of ${monthOfYear(month)} at ${rate(facts, mark, 'en')} with a mark of ${formatPercent(mark, 'en')}, ${whole(missingToTarget(facts, mark))} dossiers short${running}.`;
    }
    case 'SOURCE_SILENT':
      return `Nothing came after ${facts.lastDay}, for ${whole(facts.days)} days.`;
    case 'NOT_ASSIGNED':
      return `By ${facts.assignBy} the target of ${facts.year} was not assigned to the units below.`;
    case 'OUT_OF_REACH':
      return `On ${facts.on} at ${rate(facts, facts.target, 'en')}; ${whole(facts.needed)} of ${whole(facts.expected)} expected dossiers would be needed, so ${formatPercent(facts.target, 'en')} of ${facts.year} is out of reach.`;
  }
}
