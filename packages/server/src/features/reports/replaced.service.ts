import { differencesOf } from '@chi-tieu/shared/domain/report/differences';
import type { ReplacedReport, ReportFacts } from '@chi-tieu/shared/domain/report/facts';
import { saidIn } from '@chi-tieu/shared/domain/report/replacement';
import type { ReportRow } from './reports.queries.ts';
import { composed } from './reports.service.ts';

/** What a replacing report says of the one that it replaces, and how its own figures differ. */
export function replacedBy(old: ReportRow, why: string, facts: ReportFacts): ReplacedReport {
  const { number, dated, reference } = old;
  const differences = differencesOf(old.facts, facts);
  return {
    ...{ number, dated, reference, why },
    figures: differences.filter(({ kind }) => kind !== 'RECEPTION'),
    reception: differences.filter(({ kind }) => kind === 'RECEPTION').length,
    said: saidIn(composed(old).sections),
  };
}
