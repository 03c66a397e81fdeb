import { ownKey, readOwnKey, sentAs } from '@chi-tieu/shared/domain/identity/dossier-key';
import { theOneThatStands, whichStands } from '@chi-tieu/shared/domain/identity/which-stands';
import type { Writer } from '../../../app/database.ts';
import { conflict, notFound } from '../../../app/errors.ts';
import {
  addLine,
  keepStep,
  linesOf,
  passProgress,
  settleStatements,
  withdrawLine,
  type StepKind,
} from './lines.queries.ts';
import { reportsOf, withReports } from './reports.queries.ts';
import { earlierWord, standingOf, wordsOfSources, type SaidWord, type Standing } from './standing.queries.ts';
import { takenFor } from './taken-rows.queries.ts';
import { nextOf, recordVersions, type NextVersion } from './versions.queries.ts';

/** A step about which dossier is which. `otherKey`: into which one it is merged; `sourceId`: whose rows are split off. */
export interface DossierStep {
  kind: 'DELETE' | 'RESTORE' | 'MERGE' | 'SPLIT';
  key: string;
  otherKey: string | null;
  sourceId: number | null;
}

/** What a step came to. */
export interface StepTaken {
  kind: StepKind;
  /** The dossiers that it was about, as they stood before. */
  standing: Standing[];
  /** The units of what it recorded. */
  units: number[];
  /** The dossier to look at afterwards. */
  key: string;
}

interface At {
  tx: Writer;
  provinceId: number;
  /** Where its receipts lie: null for the province. */
  sentFor: number | null;
}

/**
 * Takes a step in a transaction that holds the dossier lock: lines that say which rows are whose, new versions at this moment, their
 * booking and the reason. CONFLICT where it makes no sense (any more).
 */
export async function takeStep(at: At, step: DossierStep, reason: string): Promise<StepTaken> {
  const one = await standing(at, step.key);
  const taken = await act(at, step, one);
  const otherKey = taken.standing.find(({ key }) => key !== step.key)?.key ?? taken.otherKey;
  await keepStep(at.tx, at.provinceId, { ...step, kind: taken.kind, otherKey, reason });
  return taken;
}

type Acted = StepTaken & { otherKey: string | null };

async function act(at: At, { kind, otherKey, sourceId }: DossierStep, one: Standing): Promise<Acted> {
  if (kind === 'MERGE') return merge(at, one, await standing(at, otherKey ?? ''));
  if (kind === 'DELETE') return turn(at, one, 'DELETE');
  if (kind === 'RESTORE') return turn(at, one, 'RESTORE');
  if (one.gone === 'MERGED') return unmerge(at, one);
  if (sourceId === null) throw conflict('identity.notMerged');
  return split(at, one, sourceId);
}

async function standing({ tx, provinceId }: At, key: string): Promise<Standing> {
  const found = await standingOf(tx, provinceId, key);
  if (!found) throw notFound('identity.unknown');
  return found;
}

async function turn(at: At, one: Standing, kind: 'DELETE' | 'RESTORE'): Promise<Acted> {
  if (one.gone === 'MERGED') throw conflict('identity.isMerged');
  if ((one.gone === null) !== (kind === 'DELETE'))
    throw conflict(one.gone ? 'identity.isDeleted' : 'identity.notDeleted');
  const next = nextOf(one, one, kind === 'DELETE' ? 'DELETED' : null);
  const units = await recordVersions(at.tx, at.provinceId, at.sentFor, [next]);
  return { kind, standing: [one], units, key: one.key, otherKey: null };
}

/** Rows of `from` are rows of `into` from now on; of what both say stands what would stand had they always been one. */
async function merge(at: At, from: Standing, into: Standing): Promise<Acted> {
  const { tx, provinceId } = at;
  if (from.key === into.key) throw conflict('identity.itself');
  for (const { gone } of [from, into])
    if (gone !== null) throw conflict(gone === 'MERGED' ? 'identity.isMerged' : 'identity.isDeleted');
  const own = readOwnKey(from.key);
  if (own?.codeKey === into.key) await withdrawLine(tx, provinceId, { ...own, dossierKey: from.key });
  else await addLine(tx, provinceId, { codeKey: from.key, sourceId: null, dossierKey: into.key });
  await settleStatements(tx, provinceId, [from.key]);
  const isTaken = whichStands(into, from) === 'SECOND';
  if (isTaken) await passProgress(tx, provinceId, from.key, into.key);
  const next = [nextOf(from, from, 'MERGED'), isTaken ? nextOf(into, from) : null];
  const units = await recordVersions(tx, provinceId, at.sentFor, next);
  return { kind: 'MERGE', standing: [from, into], units, key: into.key, otherKey: into.key };
}

/** A dossier that was merged away is one of its own again, and what came of it since is its own. */
async function unmerge(at: At, one: Standing): Promise<Acted> {
  const { tx, provinceId } = at;
  const own = readOwnKey(one.key);
  const line = (await linesOf(tx, provinceId, one.key)).find(({ sourceId }) => sourceId === null);
  const { codeKey, sourceId: by } = sentAs(one.key);
  const other = await standing(at, (await takenFor(tx, provinceId, by, [codeKey])).get(codeKey) ?? codeKey);
  if (other.key === one.key) throw conflict('identity.notMerged');
  if (line) await withdrawLine(tx, provinceId, line);
  else if (own) await addLine(tx, provinceId, { ...own, dossierKey: one.key });
  await settleStatements(tx, provinceId, [other.key]);
  const words = await wordsOfSources(tx, provinceId, one.key);
  const reports = await reportsOf(tx, provinceId, one.key);
  const back = await reported(at, one.key, theOneThatStands([one, ...words]) ?? one);
  const came = [...words, ...reports].some(({ sourceId }) => sourceId === other.sourceId);
  const word = came ? await wordWithout(at, other, { before: one.moment }) : other;
  const rest = word && nextOf(other, await reported(at, other.key, word));
  const units = await recordVersions(tx, provinceId, at.sentFor, [nextOf(one, back, null), rest]);
  return { kind: 'UNMERGE', standing: [one, other], units, key: one.key, otherKey: other.key };
}

/** What one source says under a code is a dossier of its own from now on; the rest is what others said. */
async function split(at: At, one: Standing, sourceId: number): Promise<Acted> {
  const { tx, provinceId } = at;
  if (one.gone !== null) throw conflict('identity.isDeleted');
  const key = ownKey(one.key, sourceId);
  if (readOwnKey(one.key) || (await linesOf(tx, provinceId, one.key)).some((line) => line.sourceId === sourceId))
    throw conflict('identity.isSplit');
  const before = await standingOf(tx, provinceId, key);
  if (before) return unmerge(at, before);
  const said = await wordsOfSources(tx, provinceId, one.key, sourceId);
  const word = said.find(({ content }) => content['code_key'] === one.key);
  if (!word) throw conflict('identity.saysNothing');
  await addLine(tx, provinceId, { codeKey: one.key, sourceId, dossierKey: key });
  await settleStatements(tx, provinceId, [one.key]);
  const rest = one.sourceId === sourceId ? await wordWithout(at, one, { notBy: sourceId }) : one;
  if (rest === null) throw conflict('identity.onlySource');
  const own = await reported(at, key, one.sourceId === sourceId ? one : word);
  const content = { ...own.content, code_key: key, code: ownKey(one.code, sourceId) };
  const made: NextVersion = { id: null, content, gone: null, turns: false, sourceId, made: one.made };
  const units = await recordVersions(tx, provinceId, at.sentFor, [
    made,
    nextOf(one, await reported(at, one.key, rest)),
  ]);
  return { kind: 'SPLIT', standing: [one], units, key, otherKey: key };
}

/** A word with the reports of progress of a dossier that came after it: a statement says nothing of them. */
function reported({ tx, provinceId }: At, key: string, word: SaidWord): Promise<SaidWord> {
  return withReports(tx, provinceId, key, word);
}

/** What stands of a dossier by what others say of it, or by what it was before; null where nobody else said anything. */
async function wordWithout(
  { tx, provinceId }: At,
  one: Standing,
  than: { before?: string; notBy?: number },
): Promise<SaidWord | null> {
  const earlier = await earlierWord(tx, provinceId, one.id, than);
  return theOneThatStands([...(await wordsOfSources(tx, provinceId, one.key)), ...earlier]);
}
