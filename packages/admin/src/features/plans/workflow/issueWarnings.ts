import { yearEnd, yearStart, type Day } from '@chi-tieu/shared/domain/days';
import { day } from '../../../i18n/format.ts';
import { t } from '../../../i18n/i18n.ts';
import './texts.ts';

interface Issuing {
  readonly number: string;
  readonly issuedOn: Day | null;
  /** Null for the day of signing. */
  readonly effectiveOn: Day | null;
}

interface IssuingPlan {
  readonly year: number;
  /** The day that it was drafted for; null for none. */
  readonly planned: Day | null;
  /** The number of the decision that is amended; null where there is none. */
  readonly amendedNumber: string | null;
}

/** What looks odd about a decision, by field. It may be meant so: nothing is refused for it. */
export interface IssueWarnings {
  readonly number: readonly string[];
  readonly issuedOn: readonly string[];
  readonly effectiveOn: readonly string[];
}

/** Looks a decision over before a plan is issued by it; `today` is the day in Vietnam. */
export function issueWarnings(
  { number, issuedOn, effectiveOn }: Issuing,
  plan: IssuingPlan,
  today: Day,
): IssueWarnings {
  const from = effectiveOn ?? issuedOn;
  const isSame = plan.amendedNumber !== null && bare(number) === bare(plan.amendedNumber);
  return {
    number: isSame ? [t('planparts.warnSameNumber')] : [],
    issuedOn: issuedOn !== null && issuedOn > today ? [t('planparts.warnFuture')] : [],
    effectiveOn: [
      ...(issuedOn !== null && effectiveOn !== null && effectiveOn < issuedOn
        ? [t('planparts.warnBeforeSigning', { day: day(issuedOn) })]
        : []),
      ...(effectiveOn !== null && effectiveOn > today ? [t('planparts.warnFuture')] : []),
      ...(from === null ? [] : outsideYear(from, plan.year)),
      ...(from === null ? [] : otherThanPlanned(from, plan)),
    ],
  };
}

function outsideYear(from: Day, year: number): string[] {
  const [first, last] = [yearStart(year), yearEnd(year)];
  if (from < first) return [t('planparts.warnBeforeYear', { year: String(year), day: day(first) })];
  return from > last ? [t('planparts.warnAfterYear', { year: String(year), day: day(last) })] : [];
}

/** A plan never holds before its year: what is told is the day from which it will. */
function otherThanPlanned(from: Day, { year, planned }: IssuingPlan): string[] {
  const holds = from < yearStart(year) ? yearStart(year) : from;
  if (planned === null || holds === planned) return [];
  return [t('moving.notPlanned', { day: day(holds), planned: day(planned) })];
}

const bare = (number: string): string => number.normalize('NFC').replace(/\s+/g, '').toUpperCase();
