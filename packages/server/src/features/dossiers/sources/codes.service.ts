import { fold } from '@chi-tieu/shared/domain/fold';
import { aliasKey } from '@chi-tieu/shared/domain/organisation';
import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import type { UnitVersionRow } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../../app/context.ts';
import { badInputs, type FieldProblem } from '../../../app/errors.ts';
import type { Sql } from '../../../app/sql.ts';
import { reached } from '../../accounts/reach.service.ts';
import { findUnit, today, unitTree } from '../../units/units.service.ts';
import { codeKey } from './mapping.ts';
import {
  replaceCodes,
  unitsOfKeys,
  unknownCodes,
  type CodeKind,
  type CodeRow,
  type SourceRow,
  type UnknownRow,
} from './sources.queries.ts';
import { changeSource, sourceAfter } from './sources.service.ts';

/** A code of a source, and what it means here. */
export interface CodeDraft {
  kind: CodeKind;
  theirs: string;
  ours: string;
}

const MOST_CODES = 5_000;
const LONGEST = 200;
const CHANNELS = ['1', '2', '3'];

/** Replaces the mapping of a source. Rows that wait for one of its codes are tried again by `retryQuarantined`. */
export async function setSourceCodes(
  ctx: Context,
  id: string,
  codes: readonly CodeDraft[],
  version: number | null,
): Promise<SourceRow> {
  const problems: FieldProblem[] = [];
  if (codes.length > MOST_CODES)
    throw badInputs([{ path: 'codes', text: 'dossierSource.many', params: { most: MOST_CODES } }]);
  const read = await Promise.all(codes.map((code, n) => readCode(ctx, code, `codes.${n}`, problems)));
  const seen = new Set<string>();
  for (const [n, { kind, key, theirs }] of read.entries()) {
    const name = `${kind} ${key}`;
    if (seen.has(name))
      problems.push({ path: `codes.${n}.theirs`, text: 'dossierSource.codeTwice', params: { theirs } });
    seen.add(name);
  }
  if (problems.length > 0) throw badInputs(problems);
  const changed = await changeSource(ctx, id, { purpose: 'setSourceCodes', version }, async (tx, source) => {
    await checkAgainst(tx, ctx, source, read);
    await replaceCodes(tx, source.id, read);
    tx.audit({
      what: 'SOURCE_CODES_SET',
      about: { kind: 'DOSSIER_SOURCE', id: source.id },
      unitId: source.unitId,
      after: { count: read.length },
    });
    return source.id;
  });
  return sourceAfter(ctx, changed);
}

type ReadCode = Omit<CodeRow, 'sourceId'>;

async function readCode(ctx: Context, code: CodeDraft, path: string, problems: FieldProblem[]): Promise<ReadCode> {
  const { kind } = code;
  const theirs = code.theirs.normalize('NFC').trim();
  const ours = code.ours.trim();
  const tell = (field: string, text: FieldProblem['text'], params = {}) =>
    problems.push({ path: `${path}.${field}`, text, params });
  if (theirs === '') tell('theirs', 'dossierSource.empty');
  if (theirs.length > LONGEST) tell('theirs', 'dossierSource.long', { most: LONGEST });
  if (kind === 'STATUS' && !(/^\d{1,2}$/.test(ours) && Number(ours) >= 1 && Number(ours) <= 10))
    tell('ours', 'dossierSource.codeKind');
  if (kind === 'CHANNEL' && !CHANNELS.includes(ours)) tell('ours', 'dossierSource.codeChannel');
  if (kind === 'PROCEDURE' && nationalCode(ours) === null)
    tell('ours', 'dossierSource.codeProcedure', { code: ours.slice(0, 40) });
  const unit = kind === 'UNIT' ? await findUnit(ctx, ours, { on: today(ctx) }) : null;
  if (kind === 'UNIT' && !unit) tell('ours', 'dossierSource.codeUnit', { code: ours.slice(0, 40) });
  return {
    kind,
    theirs,
    key: kind === 'UNIT' ? aliasKey(theirs) : codeKey(theirs),
    ours,
    unitId: unit?.version.unitId ?? null,
  };
}

/** Units that the source does not speak for and procedures that nobody knows are told by their place. */
async function checkAgainst(tx: Sql, ctx: Context, source: SourceRow, codes: readonly ReadCode[]): Promise<void> {
  const tree = await unitTree(ctx, today(ctx));
  const procedures = codes.filter(({ kind }) => kind === 'PROCEDURE').map(({ ours }) => nationalCode(ours));
  const known = await tx.rows<{ code: string }>(
    'select code from procedure where province_id = $1 and code = any ($2)',
    [ctx.provinceId, procedures],
  );
  const knows = new Set(known.map(({ code }) => code));
  const problems = codes.flatMap(({ kind, ours, unitId }, n): FieldProblem[] => {
    const path = `codes.${n}.ours`;
    if (kind === 'PROCEDURE' && !knows.has(nationalCode(ours) ?? ''))
      return [{ path, text: 'dossierSource.codeProcedure', params: { code: ours.slice(0, 40) } }];
    if (unitId === null || source.unitIds.some((above) => tree.isWithin(unitId, above))) return [];
    return [{ path, text: 'dossierSource.codeUnit', params: { code: ours.slice(0, 40) } }];
  });
  problems.push(...(await codesOfOthers(tx, ctx, codes)));
  if (problems.length > 0) throw badInputs(problems);
}

/** Identifiers of units beyond the caller's reach: their dossiers would be taken for those of others. */
async function codesOfOthers(tx: Sql, ctx: Context, codes: readonly ReadCode[]): Promise<FieldProblem[]> {
  const within = await reached(ctx, 'source.edit');
  if (within === 'ALL') return [];
  const keys = codes.filter(({ kind }) => kind === 'UNIT').map(({ key }) => key);
  const owners = await unitsOfKeys(tx, ctx.provinceId, keys);
  const beyond = new Set(owners.filter(({ unitId }) => !within.has(unitId)).map(({ key }) => key));
  return codes.flatMap(({ kind, key, theirs }, n): FieldProblem[] =>
    kind === 'UNIT' && beyond.has(key)
      ? [{ path: `codes.${n}.theirs`, text: 'dossierSource.theirsOfOthers', params: { theirs: theirs.slice(0, 40) } }]
      : [],
  );
}

/** A value that nobody knows, with the units that it may mean. */
export interface UnknownCodeShown extends UnknownRow {
  suggestions: { code: string; name: string }[];
}

const MOST_SUGGESTED = 3;

/** What waits in quarantine because nobody knows a code of this source, with units that are called alike without marks. */
export async function unknownCodesOf(ctx: Context, source: SourceRow): Promise<UnknownCodeShown[]> {
  const rows = await unknownCodes(ctx.read, source.id);
  const tree = await unitTree(ctx, today(ctx));
  const spoken = source.unitIds.flatMap((id) => [id, ...tree.below(id)]);
  const units = tree.alive().filter(({ unitId }) => spoken.includes(unitId));
  return rows.map((row) => ({ ...row, suggestions: row.called === null ? [] : alike(row.called, units) }));
}

/** "UBND phường Tân Thịnh" and what stands before the kind of a unit is no part of its name. */
const OFFICE = /^(ubnd|uy ban nhan dan|uy ban) /;

function alike(called: string, units: readonly UnitVersionRow[]): { code: string; name: string }[] {
  const wanted = fold(called).replace(OFFICE, '');
  const found = units.filter(({ name, type }) => {
    const bare = fold(name).replace(`${fold(type)} `, '');
    return wanted === fold(name) || wanted.endsWith(bare) || bare === wanted;
  });
  const exact = (unit: UnitVersionRow) => Number(fold(unit.name) !== wanted);
  return found
    .sort((a, b) => exact(a) - exact(b) || b.name.length - a.name.length)
    .slice(0, MOST_SUGGESTED)
    .map(({ code, name }) => ({ code, name }));
}
