import { defaultTemplate } from '@chi-tieu/shared/domain/decision-document/defaults';
import {
  isListField,
  limitsOf,
  LONGEST_TEMPLATE,
  templateFaults,
  tidyTemplate,
  type DecisionTemplate,
  type TemplateFault,
} from '@chi-tieu/shared/domain/decision-document/template';
import type { Context } from '../../../app/context.ts';
import { canonicalJson, type Json } from '../../../app/audit/canonical-json.ts';
import { badInputs, conflict, notFound, type FieldProblem } from '../../../app/errors.ts';
import { need, needAnywhere, needProvince } from '../../accounts/reach.service.ts';
import { unitByCode } from '../../units/units.service.ts';
import { insertTemplate, templateVersions, templateWords, type TemplateVersion } from './documents.queries.ts';

/** Where the words of a unit come from: their own, those for all, or what the product says where nobody wrote any. */
export type TemplateOrigin = 'UNIT' | 'ALL' | 'BUILT_IN';

export interface TemplateInUse {
  unitCode: string | null;
  /** Whose versions these are, and which is the latest: 0 where there is none yet. */
  version: number;
  origin: TemplateOrigin;
  words: DecisionTemplate;
  /** Whose template it is; null for the one for all. */
  unitId: number | null;
}

/**
 * The words that a unit's decisions are written with; without a unit those for all. For who reads its plans. With `version` the
 * words are those of that version of theirs: NOT_FOUND where they have none such.
 */
export async function documentTemplate(
  ctx: Context,
  code: string | null,
  version: number | null = null,
): Promise<TemplateInUse> {
  await needAnywhere(ctx, 'plan.read');
  const unit = code === null ? null : (await unitByCode(ctx, code)).version;
  if (unit) await need(ctx, 'plan.read', [unit.unitId]);
  const used = unit ? await templateOf(ctx, unit) : await templateForAll(ctx);
  if (version === null) return used;
  const then = await templateWords(ctx.read, ctx.provinceId, used.unitId, version);
  if (!then) throw notFound('template.noVersion', { version });
  return { ...used, origin: unit ? 'UNIT' : 'ALL', words: then.words };
}

/** The same where the unit is known, of what lies within the caller's reach. */
export async function templateOf(
  ctx: Context,
  unit: { unitId: number; code: string; kind: Parameters<typeof defaultTemplate>[0] },
): Promise<TemplateInUse> {
  const own = await templateWords(ctx.read, ctx.provinceId, unit.unitId);
  const told = { unitCode: unit.code, unitId: unit.unitId, version: own?.version ?? 0 };
  if (own) return { ...told, origin: 'UNIT', words: own.words };
  // What is for all is for those below: the province has its own words.
  const common = unit.kind === 'PROVINCE' ? null : await templateWords(ctx.read, ctx.provinceId, null);
  return { ...told, origin: common ? 'ALL' : 'BUILT_IN', words: common?.words ?? defaultTemplate(unit.kind) };
}

async function templateForAll(ctx: Context): Promise<TemplateInUse> {
  const latest = await templateWords(ctx.read, ctx.provinceId, null);
  return {
    unitCode: null,
    unitId: null,
    version: latest?.version ?? 0,
    origin: latest ? 'ALL' : 'BUILT_IN',
    words: latest?.words ?? defaultTemplate('DISTRICT'),
  };
}

/** Which versions of a template there are, the latest first; of their words nothing. */
export function versionsOf(ctx: Context, unitId: number | null): Promise<TemplateVersion[]> {
  return templateVersions(ctx.read, ctx.provinceId, unitId);
}

/**
 * Keeps the next version of a unit's words, or (at the province) of those for all. CONFLICT where somebody was faster than the
 * version that the caller saw; a place that nobody knows is named where it stands.
 */
export async function saveDocumentTemplate(
  ctx: Context,
  code: string | null,
  draft: DecisionTemplate,
  expectedVersion: number | null,
): Promise<TemplateInUse> {
  await needAnywhere(ctx, 'plan.draft');
  const unitId = code === null ? null : await unitToWriteFor(ctx, code);
  if (unitId === null) await needProvince(ctx, 'plan.draft');
  const words = tidyTemplate(draft);
  const faults = templateFaults(words);
  if (faults.length > 0) throw badInputs(faults.map(problemOf));
  await ctx.write('saveDocumentTemplate', async (tx) => {
    // One after the other for each unit: the next version is that of whoever comes first.
    await tx.run('select pg_advisory_xact_lock(65, $1)', [unitId ?? 0]);
    const latest = await templateWords(tx, ctx.provinceId, unitId);
    const version = latest?.version ?? 0;
    if (expectedVersion !== null && expectedVersion !== version)
      throw conflict('template.version', { version }, { path: 'expectedVersion', facts: { version } });
    if (latest && textOf(latest.words) === textOf(words)) return;
    await insertTemplate(tx, ctx.provinceId, { unitId, version: version + 1, words });
    tx.audit({
      what: 'DOCUMENT_TEMPLATE_SAVED',
      about: { kind: 'UNIT', id: code ?? String(ctx.provinceId) },
      unitId: unitId ?? ctx.provinceId,
      before: { version },
      after: { version: version + 1, forAll: unitId === null },
    });
  });
  return documentTemplate(ctx, code);
}

/** The same words have the same text, in whatever order the database gives them. */
const textOf = (words: DecisionTemplate): string => canonicalJson(words as unknown as Json);

async function unitToWriteFor(ctx: Context, code: string): Promise<number> {
  const unit = await unitByCode(ctx, code);
  await need(ctx, 'plan.draft', [unit.version.unitId]);
  return unit.version.unitId;
}

const TEXTS = {
  UNKNOWN_PLACE: 'template.place',
  OPEN_BRACES: 'template.braces',
  LONG: 'template.long',
  MANY: 'template.many',
  EMPTY: 'template.empty',
  WHOLE: 'template.whole',
} as const;

function problemOf({ field, line, kind, place }: TemplateFault): FieldProblem {
  const most = limitsOf(field);
  const path = kind === 'WHOLE' ? 'template' : isListField(field) ? `template.${field}.${line}` : `template.${field}`;
  const params = {
    UNKNOWN_PLACE: { place: (place ?? '').slice(0, 60) },
    OPEN_BRACES: {},
    LONG: { most: most.length },
    MANY: { most: most.lines },
    EMPTY: {},
    WHOLE: { most: LONGEST_TEMPLATE },
  }[kind];
  return { path, text: TEXTS[kind], params };
}
