import { stampOf, type WorkCalendar } from './demo-calendar.ts';
import type { DemoRandom } from './demo-random.ts';

const OPENING = 27_000;
const CLOSING = 61_200;
/** Later than this, what is due the same day is due the next. */
const LAST_SAME_DAY = 54_000;
const OVERDUE = 0.008;

interface Reception {
  /** The day's number in the calendar. */
  number: number;
  /** The time of that day. */
  seconds: number;
  /** Working days until the result is due. */
  days: number;
}

/** The fields that tell how far a dossier came by the calendar's last day, in the order in which systems send them. */
export interface Progress {
  NgayHenTra: string;
  TrangThaiHoSo: string;
  NgayKetThucXuLy: string;
  NgayTra: string;
}

/** What became of a dossier: most are finished in time, some late, a few given up; pending where the data ends before. */
export function progress(calendar: WorkCalendar, random: DemoRandom, reception: Reception): Progress {
  const due = dueDay(calendar, reception);
  const open = { NgayHenTra: stampOf(calendar.text(due), CLOSING), NgayKetThucXuLy: '', NgayTra: '' };
  const fate = random.next();
  if (fate < 0.009) return { ...open, TrangThaiHoSo: fate < 0.007 ? '3' : '1' };
  const end = finish(calendar, random, reception, due);
  if (end.number > calendar.last) return { ...open, TrangThaiHoSo: pendingStatus(random) };
  const done = { ...open, NgayKetThucXuLy: stampOf(calendar.text(end.number), end.seconds) };
  if (fate < 0.019) return { ...done, TrangThaiHoSo: fate < 0.017 ? '7' : '8' };
  const fetched = handOver(calendar, random, end);
  if (fetched.number > calendar.last || random.isIn(0.04)) return { ...done, TrangThaiHoSo: '9' };
  return { ...done, TrangThaiHoSo: '10', NgayTra: stampOf(calendar.text(fetched.number), fetched.seconds) };
}

function dueDay(calendar: WorkCalendar, { number, seconds, days }: Reception): number {
  const isLate = days === 0 && calendar.isOpen(number) && seconds > LAST_SAME_DAY;
  return calendar.openDayAfter(number, isLate ? 1 : days);
}

interface Instant {
  number: number;
  seconds: number;
}

function finish(calendar: WorkCalendar, random: DemoRandom, reception: Reception, due: number): Instant {
  const { number, seconds, days } = reception;
  const inOfficeHours = random.between(OPENING, CLOSING);
  if (random.isIn(OVERDUE)) {
    return { number: calendar.openDayAfter(due, random.between(1, 2 + (days >>> 1))), seconds: inOfficeHours };
  }
  if (due === number) return { number, seconds: Math.min(seconds + random.between(600, 9000), CLOSING) };
  if (days <= 1) return { number: due, seconds: inOfficeHours };
  const share = 0.3 + 0.7 * random.next();
  return { number: calendar.openDayAfter(number, Math.ceil(days * share)), seconds: inOfficeHours };
}

/** When the result was fetched: often the same day. */
function handOver(calendar: WorkCalendar, random: DemoRandom, end: Instant): Instant {
  if (random.isIn(0.6))
    return { number: end.number, seconds: Math.min(end.seconds + random.between(300, 3600), CLOSING) };
  return { number: calendar.openDayAfter(end.number, random.between(1, 3)), seconds: random.between(OPENING, CLOSING) };
}

function pendingStatus(random: DemoRandom): string {
  const draw = random.next();
  return draw < 0.7 ? '4' : draw < 0.85 ? '2' : draw < 0.95 ? '5' : '6';
}
