import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import type { Day } from '@chi-tieu/shared/domain/days';
import type { DecisionInput, ProcedureInput } from '@chi-tieu/shared/generated/graphql';
import { t } from '../../i18n/i18n.ts';
import { TIERS, type Tier } from './levels.ts';
import type { ProcedureValues } from './procedureValues.ts';

/** One row of a list in the form; `key` stays with it when it moves. */
export interface Row {
  readonly key: number;
}
export type BasisRow = Row & { text: string };
export type DocumentRow = Row & { name: string; copies: string; file: string | null };
export type LinkRow = Row & { title: string; url: string };

/** A procedure as it stands in the form. */
export interface ProcedureDraft {
  code: string;
  name: string;
  field: string;
  tiers: Record<Tier, boolean>;
  authority: string;
  legalBases: BasisRow[];
  processingDays: string;
  fees: string;
  documents: DocumentRow[];
  links: LinkRow[];
  conditions: string;
  inForceFrom: Day | null;
  inForceTo: Day | null;
  textFrom: Day | null;
  number: string;
  issuedOn: Day | null;
  effectiveOn: Day | null;
  locator: string;
}

let rows = 0;
/** The key of a new row. */
export const nextKey = (): number => (rows += 1);

/** What a text says, as it is typed. */
export function typedOf(values: ProcedureValues): Omit<ProcedureDraft, 'code' | SourceField> {
  const has = (tier: Tier): boolean => values.tiers.includes(tier);
  const { processingDays: days } = values;
  return {
    name: values.name,
    field: values.field ?? '',
    tiers: { PROVINCE: has('PROVINCE'), DISTRICT: has('DISTRICT'), COMMUNE: has('COMMUNE') },
    authority: values.authority ?? '',
    legalBases: values.legalBases.map((text) => ({ key: nextKey(), text })),
    processingDays: days === null ? '' : String(days).replace('.', ','),
    fees: values.fees ?? '',
    documents: values.documents.map(({ name, copies, file }) => {
      return { key: nextKey(), name, copies: copies === null ? '' : String(copies), file };
    }),
    links: values.links.map(({ title, url }) => ({ key: nextKey(), title: title ?? '', url })),
    conditions: values.conditions ?? '',
    inForceFrom: values.inForceFrom,
    inForceTo: values.inForceTo,
  };
}

type SourceField = 'textFrom' | 'number' | 'issuedOn' | 'effectiveOn' | 'locator';
export const NO_SOURCE: Pick<ProcedureDraft, SourceField> = {
  textFrom: null,
  number: '',
  issuedOn: null,
  effectiveOn: null,
  locator: '',
};

const orNull = (text: string): string | null => text.trim() || null;
const wholeOrNull = (text: string): number | null => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : null);

/** Working days as they are typed, `0,5` and `0.5`; null for nothing, undefined for what is no number. */
export function readDays(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  return /^\d{1,4}([.,]\d)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : undefined;
}

/** What the form says. Rows with nothing in them are none. */
export function valuesIn(draft: ProcedureDraft): ProcedureValues {
  return {
    name: draft.name.trim(),
    field: orNull(draft.field),
    tiers: TIERS.filter((tier) => draft.tiers[tier]),
    authority: orNull(draft.authority),
    legalBases: draft.legalBases.flatMap(({ text }) => orNull(text) ?? []),
    processingDays: readDays(draft.processingDays) ?? null,
    fees: orNull(draft.fees),
    documents: draft.documents
      .filter(({ name, copies, file }) => name.trim() !== '' || copies.trim() !== '' || file !== null)
      .map(({ name, copies, file }) => ({ name: name.trim(), copies: wholeOrNull(copies), file })),
    links: draft.links
      .filter(({ title, url }) => title.trim() !== '' || url.trim() !== '')
      .map(({ title, url }) => ({ title: orNull(title), url: url.trim() })),
    conditions: orNull(draft.conditions),
    inForceFrom: draft.inForceFrom,
    inForceTo: draft.inForceTo,
  };
}

/** What is sent. A decision that is not named leaves that of the text as it is. */
export function inputOf(draft: ProcedureDraft, expectedVersion: number): ProcedureInput {
  const { tiers, legalBases, documents, links, ...said } = valuesIn(draft);
  const decision = decisionIn(draft);
  return {
    ...said,
    code: draft.code,
    tiers: [...tiers],
    legalBases: [...legalBases],
    documents: [...documents],
    links: [...links],
    textFrom: draft.textFrom,
    ...(decision && { decision, locator: orNull(draft.locator) }),
    expectedVersion,
  };
}

function decisionIn({ number, issuedOn, effectiveOn }: ProcedureDraft): DecisionInput | null {
  return number.trim() === '' || issuedOn === null ? null : { number: number.trim(), issuedOn, effectiveOn };
}

/** What one need not ask the server for, by field; `kept` is what a draft that is only kept may still lack. */
export function missingIn(draft: ProcedureDraft, { kept = false } = {}): Record<string, string> {
  const { number, issuedOn } = draft;
  return {
    ...(nationalCode(draft.code) === null ? { code: t('catalogue.codeWanted') } : {}),
    ...(draft.name.trim() === '' && !kept ? { name: t('catalogue.nameWanted') } : {}),
    ...(readDays(draft.processingDays) === undefined ? { processingDays: t('procedures.daysWanted') } : {}),
    ...(number.trim() !== '' && issuedOn === null ? { issuedOn: t('procedures.issuedWanted') } : {}),
    ...(number.trim() === '' && issuedOn !== null ? { number: t('procedures.numberWanted') } : {}),
  };
}
