import { percentOf } from '@chi-tieu/shared/domain/percent';
import { ratePercent } from '@chi-tieu/shared/domain/rate';
import type { Cell, SheetColumn } from '../../app/sheets/cells.ts';
import { csvOf } from '../../app/sheets/csv.ts';
import type { PublishedRow, PublishedTable } from './public-page.service.ts';

/**
 * A published period for programs: what was counted and by which definition, as of when, and every unit's numbers. `rate` and
 * `target` are percentages with two decimals; whether a target was met was decided on whole numbers and is `status`.
 */
export function jsonOf({ period, clause, rule, counts, isMade, rows }: PublishedTable): string {
  const { from, to, knownAt, closedAt, sha256 } = period.closing;
  return JSON.stringify({
    indicator: { ...period.indicator, clause, definition: rule, counts },
    period: { name: period.name, from, to },
    knownAt,
    publishedAt: closedAt,
    sha256,
    ...(isMade ? { demonstration: true } : {}),
    units: rows.map((row) => ({
      ...{ code: row.code, name: row.name, kind: row.kind, parent: row.parent, scope: row.scope },
      ...{ numerator: row.numerator, denominator: row.denominator, rate: ratePercent(row) },
      ...{ target: targetOf(row), status: row.status, missing: row.missing, reference: row.reference },
    })),
  });
}

const targetOf = ({ targetHundredths }: PublishedRow): number | null =>
  targetHundredths === null ? null : percentOf(targetHundredths);

const TITLES = [
  ...['indicator', 'definition', 'counts', 'from', 'to', 'known_at', 'code', 'name', 'kind', 'parent', 'scope'],
  ...['numerator', 'denominator', 'rate', 'target', 'status', 'missing', 'reference'],
];
const COLUMNS: SheetColumn[] = TITLES.map((title) => ({ title, width: 12 }));

/** The same as a table, each line with its definition and moment, so that a line that is copied out still says what it is. */
export async function csvFileOf(table: PublishedTable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of csvOf(COLUMNS, linesOf(table))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* linesOf({ period, rule, counts, rows }: PublishedTable): AsyncGenerator<Cell[]> {
  const { from, to, knownAt } = period.closing;
  for (const row of rows)
    yield [
      ...[
        period.indicator.code,
        rule,
        counts,
        from,
        to,
        knownAt.toISOString(),
        row.code,
        row.name,
        row.kind,
        row.parent,
      ],
      ...[row.scope, row.numerator, row.denominator, ratePercent(row), targetOf(row), row.status, row.missing],
      row.reference,
    ];
}
