import { hundredthsOf, formatPercent } from '@chi-tieu/shared/domain/percent';
import { formatRate, formatWhole, type Counts } from '@chi-tieu/shared/domain/rate';
import { formatDay } from '@chi-tieu/shared/domain/vietnamese-format';
import { dayInVietnam, type Day } from '@chi-tieu/shared/domain/days';
import { language } from './i18n.ts';

/** A day as it is written here in both languages: `31/08/2022`. */
export const day = (iso: Day): string => formatDay(iso);

/** A day without its year, where the year stands beside it: `31/08`. */
export const dayOfYear = (iso: Day): string => formatDay(iso).slice(0, 5);

/** A moment (RFC 3339) in Vietnam's time: `31/08/2022 17:00`. */
export const moment = (at: string): string => toTheSecond(at).slice(0, -':00'.length);

/** A moment where the order of what happened counts: `31/08/2022 17:00:09`. */
export function toTheSecond(at: string): string {
  const instant = new Date(at);
  const time = instant.toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone: 'Asia/Ho_Chi_Minh',
  });
  return `${formatDay(dayInVietnam(instant))} ${time}`;
}

/** A moment in a narrow column: `31/08 17:00` in the year told beside it, else the day alone, `31/12/2021`. */
export function shortMoment(at: string, year: number): string {
  const full = moment(at);
  return full.slice(6, 10) === String(year) ? full.slice(0, 5) + full.slice(10) : full.slice(0, 10);
}

/** A whole number: `1.234.567`, in English `1,234,567`. */
export const whole = (n: number): string => formatWhole(n, language.value);

/** A percentage of the API, always with two decimals: `55,00 %`. */
export function percent(value: number): string {
  return formatPercent(Math.round(value * 100), language.value);
}

/** A target as decisions write it: without decimals where it has none, `55 %`, else as `percent`. */
export function target(value: number): string {
  const written = percent(value);
  return Number.isInteger(value) ? written.replace(/[.,]00/, '') : written;
}

/** The rate of counts, beside its target with as many digits as tell whether it is met; a dash without dossiers. */
export function rate(counts: Counts, targetPercent: number | null | undefined): string {
  const targetHundredths = typeof targetPercent === 'number' ? hundredthsOf(targetPercent) : null;
  return formatRate(counts, { locale: language.value, targetHundredths });
}

/** A difference in hundredths of a percentage point with its sign: `+2,07`, `−0,22`, `0,00`. */
export function points(hundredths: number): string {
  const sign = hundredths > 0 ? '+' : hundredths < 0 ? '−' : '';
  return sign + pointsUnsigned(Math.abs(hundredths));
}

/** Hundredths of a percentage point as they stand in a sentence: `2,63`. */
export function pointsUnsigned(hundredths: number): string {
  return formatPercent(hundredths, language.value).replace(/\s?%$/, '');
}

/** A difference of counts with its sign: `+1.234`, `−12`, `0`. */
export function difference(n: number): string {
  return (n > 0 ? '+' : n < 0 ? '−' : '') + whole(Math.abs(n));
}
