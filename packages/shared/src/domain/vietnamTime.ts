import { dayNumber, isCalendarDay, VIETNAM_OFFSET_MS } from './days.ts';

const STAMP_LENGTH = 14;
const ZERO = 48;
// 0001-01-01T00:00Z: an earlier instant has no year that a database or RFC 3339 could write.
const EARLIEST_MS = dayNumber(1, 1, 1) * 86_400_000;

/** Whether the text has the shape of a stamp: exactly fourteen digits. */
export function isStampShaped(text: string): boolean {
  if (text.length !== STAMP_LENGTH) return false;
  for (let i = 0; i < STAMP_LENGTH; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return false;
  }
  return true;
}

/**
 * The instant of a `yyyyMMddHHmmss` stamp of a one-stop system, which is a time in Asia/Ho_Chi_Minh. Null for anything but
 * fourteen digits and for a time that does not exist (month 13, 30 February, hour 24, second 60, the year 0). Parsed by
 * hand: it runs several times a dossier.
 */
export function readStamp(text: string): Date | null {
  if (!isStampShaped(text)) return null;
  const year = pair(text, 0) * 100 + pair(text, 2);
  const month = pair(text, 4);
  const day = pair(text, 6);
  const hour = pair(text, 8);
  const minute = pair(text, 10);
  const second = pair(text, 12);
  if (!isCalendarDay(year, month, day) || hour > 23 || minute > 59 || second > 59) return null;
  const seconds = (dayNumber(year, month, day) * 24 + hour) * 3600 + minute * 60 + second;
  const ms = seconds * 1000 - VIETNAM_OFFSET_MS;
  return ms < EARLIEST_MS ? null : new Date(ms);
}

/** An instant as a `yyyyMMddHHmmss` stamp in Asia/Ho_Chi_Minh; milliseconds are cut off. */
export function writeStamp(at: Date): string {
  return new Date(at.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 19).replace(/\D/g, '');
}

function pair(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}
