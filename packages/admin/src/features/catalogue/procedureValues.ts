import type { Day } from '@chi-tieu/shared/domain/days';
import {
  NO_TEXT,
  TEXT_FIELDS,
  type ProcedureDocument,
  type ProcedureLink,
} from '@chi-tieu/shared/domain/procedure-text';
import { threeWay } from '@chi-tieu/shared/domain/three-way';
import type { UnitKind } from '@chi-tieu/shared/generated/graphql';
import { day } from '../../i18n/format.ts';
import { language, t, type PlainKey } from '../../i18n/i18n.ts';
import { tierTexts } from './levels.ts';

/** All that can be edited of a procedure. */
export interface ProcedureValues {
  name: string;
  field: string | null;
  tiers: readonly UnitKind[];
  authority: string | null;
  legalBases: readonly string[];
  processingDays: number | null;
  fees: string | null;
  documents: readonly ProcedureDocument[];
  links: readonly ProcedureLink[];
  conditions: string | null;
  inForceFrom: Day | null;
  inForceTo: Day | null;
}
export type ProcedureField = keyof ProcedureValues;

/** Of a procedure that is not there. */
export const NOTHING_SAID: ProcedureValues = { ...NO_TEXT, inForceFrom: null, inForceTo: null };

export const FIELD_TEXTS: Readonly<Record<ProcedureField, PlainKey>> = {
  name: 'catalogue.name',
  field: 'catalogue.field',
  tiers: 'catalogue.tiers',
  authority: 'procedures.authority',
  legalBases: 'procedures.legalBases',
  processingDays: 'procedures.processingDays',
  fees: 'procedures.fees',
  documents: 'procedures.documents',
  links: 'procedures.links',
  conditions: 'procedures.conditions',
  inForceFrom: 'catalogue.inForceFrom',
  inForceTo: 'catalogue.inForceTo',
};

/** Whether something is a field that is known here: servers may tell of more. */
export const isField = (name: string): name is ProcedureField => name in FIELD_TEXTS;

/** What is said of a procedure, without what surrounds it in an answer. */
export function valuesOf(said: ProcedureValues): ProcedureValues {
  const { name, field, tiers, authority, legalBases, processingDays, fees, conditions, inForceFrom, inForceTo } = said;
  return {
    name,
    field,
    tiers,
    authority,
    legalBases,
    processingDays,
    fees,
    documents: said.documents.map((document) => ({
      name: document.name,
      copies: document.copies,
      file: document.file,
    })),
    links: said.links.map(({ title, url }) => ({ title, url })),
    conditions,
    inForceFrom,
    inForceTo,
  };
}

/** The text of another day with what was changed since `base`: what nobody touched reads as on that day. */
export function rebased(base: ProcedureValues, own: ProcedureValues, next: ProcedureValues): ProcedureValues {
  const theirs = threeWay(TEXT_FIELDS, { ancestor: base, current: next, own }).filter(
    ({ touchedBy }) => touchedBy === 'CURRENT',
  );
  return { ...own, ...(Object.fromEntries(theirs.map(({ field, current }) => [field, current])) as object) };
}

/** A value in words, items of a list one a line; empty for nothing. */
export function shownValue(field: ProcedureField, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (field === 'tiers') return tierTexts(value as UnitKind[]);
  if (field === 'legalBases') return (value as string[]).join('\n');
  if (field === 'documents') return (value as ProcedureDocument[]).map(documentText).join('\n');
  if (field === 'links')
    return (value as ProcedureLink[]).map(({ title, url }) => (title ? `${title}: ${url}` : url)).join('\n');
  if (field === 'inForceFrom' || field === 'inForceTo') return day(value as Day);
  return typeof value === 'number' ? value.toLocaleString(language.value) : (value as string);
}

/** A form is told by the first digits of its hash: another file reads differently. */
function documentText({ name, copies, file }: ProcedureDocument): string {
  const text = copies === null ? name : t('procedures.documentCopies', { name, count: copies });
  return file ? t('procedures.documentForm', { text, mark: file.slice(0, 8) }) : text;
}

/** The documents among a value that have a form, as a version named them. */
export function formsIn(value: unknown): { name: string; file: string }[] {
  return ((value ?? []) as ProcedureDocument[]).flatMap(({ name, file }) => (file ? [{ name, file }] : []));
}
