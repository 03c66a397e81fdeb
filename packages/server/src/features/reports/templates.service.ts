import { DEFAULT_REPORT } from '@chi-tieu/shared/domain/report/defaults';
import type { ReportKind } from '@chi-tieu/shared/domain/report/facts';
import {
  reportFaults,
  tidyReportTemplate,
  type ReportFault,
  type ReportTemplate,
} from '@chi-tieu/shared/domain/report/template';
import { canonicalJson, type Json } from '../../app/audit/canonical-json.ts';
import type { Context } from '../../app/context.ts';
import { badInputs, conflict, type FieldProblem } from '../../app/errors.ts';
import type { ErrorText } from '../../app/error-texts.ts';
import { needProvince } from '../accounts/reach.service.ts';
import { insertReportTemplate, latestTemplate } from './templates.queries.ts';

/** The words that reports of a kind are drawn up with; version 0 is what the product says. */
export interface TemplateInUse {
  kind: ReportKind;
  version: number;
  words: ReportTemplate;
  at: Date | null;
  by: string | null;
}

/** The latest words of a kind. */
export async function templateInUse(ctx: Context, kind: ReportKind): Promise<TemplateInUse> {
  const found = await latestTemplate(ctx.read, ctx.provinceId, kind);
  return found ? { kind, ...found } : { kind, version: 0, words: DEFAULT_REPORT, at: null, by: null };
}

/** Keeps the next version of the words of a kind; a place that nobody knows is named where it stands. */
export async function saveTemplate(
  ctx: Context,
  kind: ReportKind,
  draft: ReportTemplate,
  expectedVersion: number,
): Promise<TemplateInUse> {
  await needProvince(ctx, 'report.draft');
  const words = tidyReportTemplate(draft);
  const faults = reportFaults(words);
  if (faults.length > 0) throw badInputs(faults.map((fault) => problemOfFault(fault, 'template')));
  await ctx.write('saveReportTemplate', async (tx) => {
    // One after the other for each kind: the next version is that of whoever comes first.
    await tx.run('select pg_advisory_xact_lock(98, hashtext($1))', [kind]);
    const latest = await latestTemplate(tx, ctx.provinceId, kind);
    const version = latest?.version ?? 0;
    if (expectedVersion !== version)
      throw conflict('template.version', { version }, { path: 'expectedVersion', facts: { version } });
    if (latest && textOf(latest.words) === textOf(words)) return;
    await insertReportTemplate(tx, ctx.provinceId, { kind, version: version + 1, words });
    tx.audit({
      what: 'REPORT_TEMPLATE_SAVED',
      about: { kind: 'REPORT_TEMPLATE', id: kind },
      unitId: ctx.provinceId,
      before: { version },
      after: { version: version + 1 },
    });
  });
  return templateInUse(ctx, kind);
}

/** The same words have the same text, in whatever order the database gives them. */
const textOf = (words: ReportTemplate): string => canonicalJson(words as unknown as Json);

const TEXTS: Readonly<Record<ReportFault['kind'], ErrorText>> = {
  UNKNOWN_PLACE: 'template.place',
  OPEN_BRACES: 'template.braces',
  LONG: 'template.long',
  MANY: 'template.many',
  EMPTY: 'template.empty',
  WHOLE: 'template.whole',
  TABLE_IN_TEXT: 'report.tableInText',
  TABLE_OFTEN: 'report.tableOften',
  CITIZEN: 'said.citizen',
  DOSSIER: 'said.dossier',
};

/** A fault as the caller is told it, at its field. */
export function problemOfFault({ path, kind, place, most }: ReportFault, root: string): FieldProblem {
  return {
    path: [root, path].filter((part) => part !== '').join('.'),
    text: TEXTS[kind],
    params: { ...(place !== undefined && { place: place.slice(0, 60) }), ...(most !== undefined && { most }) },
  };
}
