import { formatDay } from '@chi-tieu/shared/domain/vietnamese-format';
import type { Tier } from '@chi-tieu/shared/domain/tier';
import type { Locale } from '../../app/locale.ts';
import type { DefinitionTerms } from './indicators.queries.ts';

const DAYS = {
  RECEIVED: { vi: 'ngày tiếp nhận', en: 'the day of reception' },
  RESOLVED: { vi: 'ngày kết thúc xử lý', en: 'the day of resolution' },
  PERIOD_END: { vi: 'ngày cuối kỳ', en: 'the last day of the period' },
};

const CHANNELS = {
  ONLINE: { vi: 'nộp trực tuyến', en: 'filed online' },
  IN_PERSON: { vi: 'nộp trực tiếp', en: 'filed in person' },
  POSTAL: { vi: 'nộp qua bưu chính', en: 'filed by post' },
  UNKNOWN: { vi: 'không rõ kênh', en: 'of unknown channel' },
};

const TIERS: Record<Tier, Record<Locale, string>> = {
  PROVINCE: { vi: 'cấp tỉnh', en: 'province' },
  DISTRICT: { vi: 'cấp huyện', en: 'district' },
  COMMUNE: { vi: 'cấp xã', en: 'commune' },
};

/** A definition in one sentence; `period` is the one that a figure is of, without it the sentence speaks of any. */
export function ruleText(
  terms: DefinitionTerms,
  list: string | null,
  locale: Locale,
  period: { from: string; to: string } | null = null,
): string {
  const during = period === null ? '' : `${formatDay(period.from)} – ${formatDay(period.to)}`;
  if (terms.counts === 'SERVICES_USED') return usedText(terms, list ?? '', locale, during);
  if (terms.counts === 'SERVICES_OFFERED') return offeredText(terms, list ?? '', locale);
  return locale === 'vi' ? dossiersInVietnamese(terms, list, during) : dossiersInEnglish(terms, list, during);
}

function dossiersInVietnamese(terms: DefinitionTerms, list: string | null, during: string): string {
  const conditions = [terms.inForceRequired ? 'còn hiệu lực' : null, list === null ? null : `trong ${list}`].filter(
    Boolean,
  );
  const day = DAYS[terms.eligibilityDate].vi;
  const condition = conditions.length === 0 ? '' : `, thủ tục ${conditions.join(' và ')} vào ${day}`;
  const due = terms.numerator === 'ON_TIME' ? ' có hạn trả' : '';
  const which = `${terms.basis === 'RESOLVED' ? 'đã giải quyết' : 'tiếp nhận'}${due}${tiersText(terms, 'vi')}`;
  return `Hồ sơ ${kind(terms, 'vi')} trên tổng số hồ sơ ${which}${statusesText(terms, 'vi')} trong kỳ${spaced(during)}${condition}.`;
}

function dossiersInEnglish(terms: DefinitionTerms, list: string | null, during: string): string {
  const conditions = [terms.inForceRequired ? 'in force' : null, list === null ? null : `on “${list}”`].filter(Boolean);
  const day = DAYS[terms.eligibilityDate].en;
  const condition = conditions.length === 0 ? '' : ` whose procedure was ${conditions.join(' and ')} on ${day}`;
  const due = terms.numerator === 'ON_TIME' ? ' with a due time' : '';
  const which = `${terms.basis === 'RESOLVED' ? 'resolved' : 'received'}${due}${tiersText(terms, 'en')}`;
  return `Dossiers ${kind(terms, 'en')} over all dossiers ${which}${statusesText(terms, 'en')} within ${during || 'the period'}${condition}.`;
}

function usedText(terms: DefinitionTerms, list: string, locale: Locale, during: string): string {
  const force = terms.inForceRequired;
  const [day, tiers, statuses] = [DAYS.PERIOD_END[locale], tiersText(terms, locale), statusesText(terms, locale)];
  if (locale === 'vi') {
    const of = `hồ sơ ${kind(terms, 'vi')} ${terms.basis === 'RESOLVED' ? 'đã giải quyết' : 'tiếp nhận'}${statuses}`;
    return `Dịch vụ có ${of} trong kỳ${spaced(during)}${tiers} trên tổng số dịch vụ trong ${list}${force ? ' còn hiệu lực' : ''} vào ${day}.`;
  }
  const of = `a dossier ${kind(terms, 'en')} ${terms.basis === 'RESOLVED' ? 'resolved' : 'received'}${statuses}`;
  return `Services that had ${of} within ${during || 'the period'}${tiers} over all services on “${list}”${force ? ' in force' : ''} on ${day}.`;
}

function offeredText(terms: DefinitionTerms, list: string, locale: Locale): string {
  const [day, tiers] = [DAYS.PERIOD_END[locale], tiersText(terms, locale)];
  return locale === 'vi'
    ? `Dịch vụ trong ${list} ở mức độ được tính trên tổng số thủ tục còn hiệu lực${tiers} vào ${day}.`
    : `Services on “${list}” at a level that counts over all procedures in force${tiers} on ${day}.`;
}

function kind({ numerator, numeratorChannel }: DefinitionTerms, locale: Locale): string {
  if (numerator === 'ON_TIME' || numeratorChannel === null)
    return locale === 'vi' ? 'kết thúc đúng hạn' : 'finished on time';
  return CHANNELS[numeratorChannel][locale];
}

function tiersText({ tiers }: DefinitionTerms, locale: Locale): string {
  if (tiers === null) return '';
  const names = tiers.map((tier) => TIERS[tier][locale]).join(', ');
  return locale === 'vi' ? ` tại ${names}` : ` at the tiers ${names}`;
}

function statusesText({ statuses }: DefinitionTerms, locale: Locale): string {
  if (statuses === null) return '';
  return locale === 'vi' ? ` (trạng thái ${statuses.join(', ')})` : ` (status ${statuses.join(', ')})`;
}

function spaced(text: string): string {
  return text === '' ? '' : ` ${text}`;
}
