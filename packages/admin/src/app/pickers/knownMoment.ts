import type { Day } from '@chi-tieu/shared/domain/days';

const TIME = /^(\d{1,2})[:h.](\d{2})$/;

/** A time of day as people type it (`8:15`, `08h15`) as `08:15`; null for what is none. */
export function readTime(text: string): string | null {
  const [, hours = '', minutes = ''] = TIME.exec(text.trim()) ?? [];
  const isTime = hours !== '' && Number(hours) < 24 && Number(minutes) < 60;
  return isTime ? `${hours.padStart(2, '0')}:${minutes}` : null;
}

/** The last moment of a minute of a day in Vietnam, of the day itself without a time: whatever came in it is known. */
export function endOf(day: Day, time: string | null): string {
  return `${day}T${time ?? '23:59'}:59.999+07:00`;
}

/** The last moment before another one: moments are whole milliseconds. */
export function justBefore(at: string): string {
  return new Date(Date.parse(at) - 1).toISOString();
}
