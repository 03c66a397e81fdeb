import type { Day } from '@chi-tieu/shared/domain/days';
import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import type { ProcedureDocument, ProcedureLink, ProcedureText } from '@chi-tieu/shared/domain/procedure-text';
import { TIERS } from '@chi-tieu/shared/domain/tier';
import type { UnitKind } from '../../app/enums.ts';
import type { ErrorText } from '../../app/error-texts.ts';
import { badInputs, type FieldProblem } from '../../app/errors.ts';

/** Which decision says a text, and where in it. */
export interface TextSource {
  decisionId: number | null;
  locator: string | null;
}

/** A procedure as a caller wants it to be from now on; it replaces the whole period in force. */
export interface ProcedureDraft extends DraftDetails {
  /** What says the text; what is not told stays where the text takes the place of another. */
  decisionId?: number | null | undefined;
  /** A page or an annex of it. */
  locator?: string | null | undefined;
  code: string;
  name: string;
  field?: string | null | undefined;
  tiers: UnitKind[];
  inForceFrom?: Day | null | undefined;
  inForceTo?: Day | null | undefined;
  /** The first day on which the text holds; without it, it takes the place of the text of today. */
  textFrom?: Day | null | undefined;
  /** The version that the caller saw, 0 for a procedure that is not there yet; whatever it is unless given. */
  expectedVersion?: number | null | undefined;
}

/** What stays as it is where it is not given; null takes it away. */
export interface DraftDetails {
  authority?: string | null | undefined;
  legalBases?: string[] | null | undefined;
  processingDays?: number | null | undefined;
  fees?: string | null | undefined;
  documents?: DraftDocument[] | null | undefined;
  links?: DraftLink[] | null | undefined;
  conditions?: string | null | undefined;
}

export type DraftDocument = Pick<ProcedureDocument, 'name'> & {
  copies?: number | null | undefined;
  file?: string | null | undefined;
};
export type DraftLink = Pick<ProcedureLink, 'url'> & { title?: string | null | undefined };

/** Of a name, a field or an authority. */
const LONGEST_NAME = 2_000;
const LONGEST_TEXT = 20_000;
const LONGEST_LOCATOR = 100;
export const MOST_ITEMS = 200;
const MOST_DAYS = 9_999;
const DIGEST = /^[0-9a-f]{64}$/;

/** Refuses drafts; every field problem of every one is told at once, at `input.INDEX.…`. */
export function checkDrafts(drafts: readonly ProcedureDraft[], path = 'input'): void {
  const problems = problemsOfDrafts(drafts, path);
  if (problems.length > 0) throw badInputs(problems);
}

/** What is wrong with drafts that stand at `path` of the input. */
export function problemsOfDrafts(drafts: readonly ProcedureDraft[], path: string): FieldProblem[] {
  const seen = new Set<string>();
  return drafts.flatMap((draft, index) => draftProblems(draft, `${path}.${index}`, seen));
}

/** What a draft that is kept, and not published yet, may still lack. */
const MAY_LACK: ReadonlySet<ErrorText> = new Set([
  'procedure.name',
  'procedure.document',
  'procedure.inForceBackwards',
]);

/** Refuses a draft that is kept only where it could not be stored. */
export function checkUnfinished(draft: ProcedureDraft, path = 'input'): void {
  const problems = draftProblems(draft, path, new Set()).filter(({ text }) => !MAY_LACK.has(text));
  if (draft.name.includes('\0')) problems.push({ path: `${path}.name`, text: 'procedure.text', params: {} });
  if (problems.length > 0) throw badInputs(problems);
}

/** What is wrong with a draft; `seen` holds the codes of those before it, and its own afterwards. */
function draftProblems(draft: ProcedureDraft, path: string, seen: Set<string>): FieldProblem[] {
  const found: FieldProblem[] = [];
  const tell = (field: string, text: FieldProblem['text'], params = {}) =>
    found.push({ path: `${path}.${field}`, text, params });
  const code = nationalCode(draft.code);
  if (code === null) tell('code', 'procedure.code', { code: draft.code.slice(0, 60) });
  else if (seen.has(code)) tell('code', 'procedure.twice', { code });
  else seen.add(code);
  if (draft.name.trim() === '' || draft.name.includes('\0')) tell('name', 'procedure.name');
  if (draft.name.length > LONGEST_NAME) tell('name', 'procedure.nameLong', { most: LONGEST_NAME });
  if ((draft.field ?? '').length > LONGEST_NAME) tell('field', 'procedure.fieldLong', { most: LONGEST_NAME });
  draft.tiers.forEach((tier, at) => tier === 'DEPARTMENT' && tell(`tiers.${at}`, 'tier.department'));
  if (draft.inForceFrom && draft.inForceTo && draft.inForceTo < draft.inForceFrom)
    tell('inForceTo', 'procedure.inForceBackwards');
  if ((draft.locator ?? '').length > LONGEST_LOCATOR || draft.locator?.includes('\0'))
    tell('locator', 'force.locator', { most: LONGEST_LOCATOR });
  return [...found, ...detailProblems(draft, path)];
}

/** What is wrong with the details of a draft. */
export function detailProblems(draft: DraftDetails, path: string): FieldProblem[] {
  const found: FieldProblem[] = [];
  const tell = (field: string, text: FieldProblem['text'], params = {}) =>
    found.push({ path: `${path}.${field}`, text, params });
  const readText = (field: string, text: string | null | undefined, most = LONGEST_TEXT) => {
    if ((text ?? '').length > most) tell(field, 'procedure.textLong', { most });
    else if (text?.includes('\0')) tell(field, 'procedure.text');
  };
  readText('authority', draft.authority, LONGEST_NAME);
  readText('fees', draft.fees);
  readText('conditions', draft.conditions);
  const days = draft.processingDays ?? 0;
  if (days < 0 || days > MOST_DAYS || !Number.isInteger(days * 2)) tell('processingDays', 'procedure.days');
  for (const field of ['legalBases', 'documents', 'links'] as const)
    if ((draft[field]?.length ?? 0) > MOST_ITEMS) tell(field, 'input.tooMany', { most: MOST_ITEMS });
  draft.legalBases?.forEach((text, at) => readText(`legalBases.${at}`, text, LONGEST_NAME));
  draft.documents?.forEach(({ name, copies, file }, at) => {
    readText(`documents.${at}.name`, name, LONGEST_NAME);
    if (name.trim() === '') tell(`documents.${at}.name`, 'procedure.document');
    if (copies !== null && copies !== undefined && (copies < 0 || copies > 999))
      tell(`documents.${at}.copies`, 'procedure.copies');
    if (file && !DIGEST.test(file)) tell(`documents.${at}.file`, 'procedure.file');
  });
  draft.links?.forEach(({ url, title }, at) => {
    readText(`links.${at}.title`, title, LONGEST_NAME);
    if (!isWebAddress(url)) tell(`links.${at}.url`, 'procedure.link');
  });
  return found;
}

/** Nothing that a page would run may stand behind a link. */
function isWebAddress(text: string): boolean {
  if (text.length > LONGEST_NAME || !URL.canParse(text.trim())) return false;
  return ['http:', 'https:'].includes(new URL(text.trim()).protocol);
}

/** The national part of a draft's code. */
export function codeOf(draft: Pick<ProcedureDraft, 'code'>): string {
  return nationalCode(draft.code) ?? draft.code;
}

/** What a draft says, cleaned; details that it does not tell are those of `before`. */
export function textOfDraft(draft: ProcedureDraft, before: ProcedureText | null): ProcedureText {
  const kept = <Value>(told: Value | null | undefined, stored: Value | undefined, none: Value): Value =>
    told === undefined ? (stored ?? none) : (told ?? none);
  return {
    name: oneLine(draft.name),
    field: draft.field ? oneLine(draft.field) || null : null,
    tiers: TIERS.filter((tier) => draft.tiers.includes(tier)),
    authority: cleanOr(draft.authority, before?.authority, oneLine),
    legalBases: kept(
      draft.legalBases?.map(oneLine).filter((text) => text !== ''),
      before?.legalBases,
      [],
    ),
    processingDays: draft.processingDays === undefined ? (before?.processingDays ?? null) : draft.processingDays,
    fees: cleanOr(draft.fees, before?.fees, lines),
    documents: kept(draft.documents?.map(cleanDocument), before?.documents, []),
    links: kept(draft.links?.map(cleanLink), before?.links, []),
    conditions: cleanOr(draft.conditions, before?.conditions, lines),
  };
}

function cleanOr(told: string | null | undefined, stored: string | null | undefined, clean: (text: string) => string) {
  return told === undefined ? (stored ?? null) : clean(told ?? '') || null;
}

function cleanDocument({ name, copies, file }: DraftDocument): ProcedureDocument {
  return { name: oneLine(name), copies: copies ?? null, file: file ?? null };
}

function cleanLink({ title, url }: DraftLink): ProcedureLink {
  return { title: title ? oneLine(title) || null : null, url: new URL(url.trim()).href };
}

/** Composed, in one line, with single blanks. */
export function oneLine(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ');
}

/** Composed, without blanks at the ends of lines. */
function lines(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\r?\n ?/g, '\n')
    .trim();
}
