import { cumulativeDifference, differencesOf, receptionDifferences } from '@chi-tieu/shared/domain/report/differences';
import type { ReplacedReport, ReportFacts } from '@chi-tieu/shared/domain/report/facts';
import { saidIn } from '@chi-tieu/shared/domain/report/replacement';
import type { ReportRow } from './reports.queries.ts';
import { composed } from './reports.service.ts';

/** What a replacing report says of the one that it replaces, and how its own figures differ. */
export function replacedBy(old: ReportRow, why: string, facts: ReportFacts): ReplacedReport {
  const { number, dated, reference } = old;
  return {
    ...{ number, dated, reference, why },
    figures: [...differencesOf(old.facts, facts), ...cumulativeDifference(old.facts, facts)],
    reception: receptionDifferences(old.facts, facts),
    said: saidIn(composed(old).sections),
  };
}
