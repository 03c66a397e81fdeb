import type { Day } from '@chi-tieu/shared/domain/days';
import { fold, foldMarked } from '@chi-tieu/shared/domain/fold';
import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import { connect, type Connection, type Page } from '../../app/connection.ts';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import type { UnitKind } from '../../app/enums.ts';
import { AppError, badInput, badInputs, type FieldProblem } from '../../app/errors.ts';
import { lockDossiers } from '../../app/moments.ts';
import { readSearchWords, wordsOf, type SearchWords } from '../../app/search-words.ts';
import { bookCatalogueChange } from '../rates/booking.queries.ts';
import {
  countProcedures,
  countVersions,
  ensureProcedures,
  proceduresByCode,
  proceduresById,
  replaceVersions,
  searchProcedures,
  type NewVersion,
  type ProcedureFilter,
  type ProcedureKey,
  type ProcedureRow,
} from './catalogue.queries.ts';

/** A procedure as a caller wants it to be from now on; it replaces the whole period in force. */
export interface ProcedureDraft {
  code: string;
  name: string;
  field?: string | null | undefined;
  tiers: UnitKind[];
  inForceFrom?: Day | null | undefined;
  inForceTo?: Day | null | undefined;
  /** The version that the caller saw, 0 for a procedure that is not there yet; whatever it is unless given. */
  expectedVersion?: number | null | undefined;
}

export type SaveOutcome = 'created' | 'updated' | 'unchanged';

/** Of a name or a field. */
const LONGEST_NAME = 2_000;
const MOST_AT_ONCE = 5_000;

/** The procedure of a code (suffixes allowed), or null. */
export async function findProcedure(ctx: Context, code: string): Promise<ProcedureRow | null> {
  const national = nationalCode(code);
  if (national === null) return null;
  return (await proceduresByCode(ctx.read, ctx.provinceId, [national]))[0] ?? null;
}

/** A procedure by id; those of a whole page are fetched at once. */
export function procedureById(ctx: Context, id: number): Promise<ProcedureRow | null> {
  return ctx.load('procedure', id, (ids) => proceduresById(ctx.read, ctx.provinceId, ids));
}

/** How many versions of a procedure were recorded; those of a whole page are counted at once. */
export async function versionOf(ctx: Context, id: number): Promise<number> {
  return (await ctx.load('procedure-version', id, (ids) => countVersions(ctx.read, ids)))?.version ?? 0;
}

export interface CatalogueSearch {
  search: string | null;
  field: string | null;
  tier: UnitKind | null;
  inForceOn: Day | null;
}

/**
 * Procedures that fit, those with the marks as typed first, then in the order of the codes. A code is found with its suffix
 * too; what has no letter and no digit stands in no name.
 */
export async function listProcedures(
  ctx: Context,
  asked: CatalogueSearch,
  page: Page<ProcedureKey>,
): Promise<Connection<ProcedureRow>> {
  const wanted = readSearchWords(asked.search);
  const code = nationalCode(wanted.query);
  const filter = filterOf(asked, code === null ? wanted : wordsOf(code));
  const isHopeless = wanted.query !== '' && filter.words.length === 0;
  const rows = isHopeless ? [] : await searchProcedures(ctx.read, ctx.provinceId, filter, page);
  return connect<ProcedureRow & { rank: number }, ProcedureKey>(
    rows,
    page,
    (row) => [row.rank, row.code],
    isHopeless ? 0 : () => countProcedures(ctx.read, ctx.provinceId, filter),
  );
}

function filterOf(
  { field, tier, inForceOn }: CatalogueSearch,
  { words, marked }: Pick<SearchWords, 'words' | 'marked'>,
): ProcedureFilter {
  return {
    words,
    marked,
    field,
    tier: tier === 'DEPARTMENT' ? 'PROVINCE' : tier,
    inForceOn,
  };
}

/**
 * Saves procedures, at most 5,000, as one change; every field problem of every row is told at once. CONFLICT, and nothing
 * stored, where one has another version than the caller saw.
 */
export async function saveProcedures(ctx: Context, drafts: ProcedureDraft[]): Promise<ProcedureRow[]> {
  if (drafts.length > MOST_AT_ONCE) throw badInput('input', 'input.tooMany', { most: MOST_AT_ONCE });
  const seen = new Set<string>();
  const problems = drafts.flatMap((draft, index) => draftProblems(draft, index, seen));
  if (problems.length > 0) throw badInputs(problems);
  await ctx.write('saveProcedures', (tx) => storeProcedures(tx, ctx.provinceId, drafts), { books: true });
  const codes = drafts.map((draft) => nationalCode(draft.code) ?? draft.code);
  const saved = new Map((await proceduresByCode(ctx.read, ctx.provinceId, codes)).map((row) => [row.code, row]));
  return codes.map((code) => saved.get(code)).filter((row) => row !== undefined);
}

/** What is wrong with a draft; `seen` holds the codes of those before it, and its own afterwards. */
function draftProblems(draft: ProcedureDraft, index: number, seen: Set<string>): FieldProblem[] {
  const found: FieldProblem[] = [];
  const tell = (field: string, text: FieldProblem['text'], params = {}) =>
    found.push({ path: `input.${index}.${field}`, text, params });
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
  return found;
}

/**
 * Stores procedures in a transaction and books what a changed period in force does to the figures. Returns what became of
 * each draft, in their order.
 */
export async function storeProcedures(
  tx: Writer,
  provinceId: number,
  drafts: ProcedureDraft[],
): Promise<SaveOutcome[]> {
  await lockDossiers(tx);
  const versions = drafts.map(newVersion);
  const known = new Map(
    (
      await proceduresByCode(
        tx,
        provinceId,
        versions.map((v) => v.code),
      )
    ).map((row) => [row.code, row]),
  );
  await refuseLostRaces(tx, drafts, known);
  const changed = versions.filter((version) => !sameVersion(version, known.get(version.code)));
  const touched = changed.flatMap((version) => {
    const before = known.get(version.code);
    const moved = before && (before.inForceFrom !== version.inForceFrom || before.inForceTo !== version.inForceTo);
    return moved ? [before.id] : [];
  });
  if (changed.length > 0) {
    const ids = await ensureProcedures(
      tx,
      provinceId,
      changed.map((version) => version.code),
    );
    await bookCatalogueChange(tx, provinceId, touched, () =>
      replaceVersions(
        tx,
        provinceId,
        tx.moment,
        changed.map((version) => ({ ...version, id: ids.get(version.code) ?? 0 })),
      ),
    );
    for (const version of changed) auditProcedure(tx, provinceId, known.get(version.code), version);
  }
  const isChanged = new Set(changed);
  return versions.map((version) =>
    !isChanged.has(version) ? 'unchanged' : known.has(version.code) ? 'updated' : 'created',
  );
}

type AuditedFields = Pick<ProcedureRow, 'name' | 'field' | 'tiers' | 'inForceFrom' | 'inForceTo'>;

/** Says in the audit trail what a procedure was and is. */
function auditProcedure(tx: Writer, provinceId: number, before: AuditedFields | undefined, after: NewVersion): void {
  const show = ({ name, field, tiers, inForceFrom, inForceTo }: AuditedFields) => {
    return { name, field, tiers, inForceFrom, inForceTo };
  };
  tx.audit({
    what: 'PROCEDURE_SAVED',
    about: { kind: 'PROCEDURE', id: after.code },
    unitId: provinceId,
    ...(before && { before: show(before) }),
    after: show(after),
  });
}

/** Refuses drafts made from a version that is not the current one any more; `known` is what is stored, by code. */
async function refuseLostRaces(tx: Writer, drafts: ProcedureDraft[], known: Map<string, ProcedureRow>): Promise<void> {
  const ids = drafts.flatMap(({ code, expectedVersion }) => {
    const stored = typeof expectedVersion === 'number' ? known.get(nationalCode(code) ?? code) : undefined;
    return stored ? [stored.id] : [];
  });
  const versions = new Map((await countVersions(tx, ids)).map(({ id, version }) => [id, version]));
  const lost = drafts.flatMap(({ code, expectedVersion }, index) => {
    const version = versions.get(known.get(nationalCode(code) ?? code)?.id ?? 0) ?? 0;
    return typeof expectedVersion === 'number' && expectedVersion !== version ? [{ index, version }] : [];
  });
  if (!lost[0]) return;
  const { version } = lost[0];
  throw new AppError(
    'CONFLICT',
    'procedure.version',
    { version },
    {
      fields: lost.map(({ index, version: current }) => ({
        path: `input.${index}.expectedVersion`,
        text: 'procedure.version',
        params: { version: current },
      })),
      facts: { version },
    },
  );
}

const TIER_ORDER: UnitKind[] = ['PROVINCE', 'DISTRICT', 'COMMUNE'];

function newVersion(draft: ProcedureDraft): NewVersion {
  const code = nationalCode(draft.code) ?? draft.code;
  const name = draft.name.normalize('NFC').trim().replace(/\s+/g, ' ');
  const field = draft.field?.normalize('NFC').trim() || null;
  return {
    code,
    name,
    field,
    tiers: TIER_ORDER.filter((tier) => draft.tiers.includes(tier)),
    inForceFrom: draft.inForceFrom ?? null,
    inForceTo: draft.inForceTo ?? null,
    search: `${code} ${fold(name)} ${fold(field ?? '')}`.trim(),
    searchMarked: `${code} ${foldMarked(name)} ${foldMarked(field ?? '')}`.trim(),
  };
}

function sameVersion(version: NewVersion, known: ProcedureRow | undefined): boolean {
  return (
    known !== undefined &&
    known.name === version.name &&
    known.field === version.field &&
    known.inForceFrom === version.inForceFrom &&
    known.inForceTo === version.inForceTo &&
    known.tiers.join() === version.tiers.join()
  );
}
