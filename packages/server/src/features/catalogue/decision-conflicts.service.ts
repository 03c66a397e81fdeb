import { threeWay } from '@chi-tieu/shared/domain/three-way';
import { AppError } from '../../app/errors.ts';
import type { Sql } from '../../app/sql.ts';
import type { ConflictField } from './conflicts.service.ts';
import {
  decisionAuthors,
  decisionVersions,
  filesOfVersions,
  findDecision,
  lockDecision,
  type DecisionRow,
  type DecisionVersionRow,
} from './decisions.queries.ts';
import type { CheckedDecision } from './decisions.service.ts';

/** A decision as two may want it to be. */
export interface DecisionStand {
  number: string | null;
  issuedOn: string | null;
  effectiveOn: string | null;
  issuer: { code: string; name: string } | null;
  signer: string | null;
  title: string | null;
  notes: string | null;
  files: { sha256: string; name: string }[];
}

/** The fields of a decision in the order in which they are told. */
const FIELDS = [
  'number',
  'issuedOn',
  'effectiveOn',
  'issuer',
  'signer',
  'title',
  'notes',
  'files',
] as const satisfies readonly (keyof DecisionStand)[];

const NOTHING: DecisionStand = {
  number: null,
  issuedOn: null,
  effectiveOn: null,
  issuer: null,
  signer: null,
  title: null,
  notes: null,
  files: [],
};

/** A lost race about a decision; `own` makes what somebody wants of what stood in the version that they saw. */
export interface DecisionRace {
  current: DecisionRow;
  /** The version that was seen; 0: it was not there. */
  expected: number;
  own: (ancestor: DecisionStand) => DecisionStand;
}

/**
 * The conflict of somebody who saw another version of a decision: `extensions.conflicts` tells field by field what stood in the
 * version that they saw, what is there now, what they want, and who changed it when.
 */
export async function decisionConflict(sql: Sql, { current, expected, own }: DecisionRace): Promise<AppError> {
  const { id, version, number } = current;
  const versions = await decisionVersions(sql, id);
  const stands = await standsOf(sql, id, versions);
  const ancestor = stands.get(expected) ?? NOTHING;
  const now = stands.get(version) ?? NOTHING;
  const authors = new Map((await decisionAuthors(sql, id)).map((author) => [author.version, author]));
  const fields = threeWay<DecisionStand>(FIELDS, { ancestor, current: now, own: own(ancestor) }).map(
    (field): ConflictField => {
      const last = lastChange(stands, field.field as keyof DecisionStand, { after: expected, upTo: version });
      const by = last === null ? undefined : authors.get(last);
      return { ...field, changedBy: by?.name ?? null, changedAt: by?.at.toISOString() ?? null };
    },
  );
  const conflicts = [{ index: 0, code: number, expectedVersion: expected, version, fields }];
  return new AppError('CONFLICT', 'decision.version', { version }, { facts: { version, conflicts } });
}

/** What is told of a decision with its lines. */
interface Told {
  expected: number | null;
  about: { texts: Pick<DecisionStand, 'signer' | 'title' | 'notes'>; files: DecisionStand['files'] | null } | null;
}

/**
 * CONFLICT where the decision is not in the version that the caller saw. What is not told of it is not wanted otherwise; files come to
 * those that it has.
 */
export async function requireSeenVersion(
  sql: Sql,
  provinceId: number,
  { issuerId, number, issuedOn, effectiveOn }: CheckedDecision,
  { expected, about }: Told,
): Promise<void> {
  if (expected === null) return;
  const known = await findDecision(sql, provinceId, issuerId, number, issuedOn);
  const current = known && (await lockDecision(sql, provinceId, known.id));
  if ((current?.version ?? 0) === expected) return;
  if (!current) throw new AppError('CONFLICT', 'decision.version', { version: 0 }, { facts: { version: 0 } });
  const { signer = null, title = null, notes = null } = about?.texts ?? {};
  const own = (ancestor: DecisionStand): DecisionStand => ({
    ...ancestor,
    ...{ number, issuedOn, effectiveOn },
    signer: signer ?? ancestor.signer,
    title: title ?? ancestor.title,
    notes: notes ?? ancestor.notes,
  });
  throw await decisionConflict(sql, { current, expected, own });
}

async function standsOf(
  sql: Sql,
  id: number,
  versions: DecisionVersionRow[],
): Promise<ReadonlyMap<number, DecisionStand>> {
  const files = await filesOfVersions(sql, id);
  return new Map(
    versions.map(({ version, issuerCode, issuerName, number, issuedOn, effectiveOn, signer, title, notes }) => {
      const issuer = { code: issuerCode, name: issuerName };
      const mine = files.filter(({ since, until }) => since <= version && (until === null || version < until));
      const attached = mine.map(({ sha256, name }) => ({ sha256, name }));
      return [version, { number, issuedOn, effectiveOn, issuer, signer, title, notes, files: attached }];
    }),
  );
}

/** The latest version after one that changed a field; null where none did. */
function lastChange(
  stands: ReadonlyMap<number, DecisionStand>,
  field: keyof DecisionStand,
  { after, upTo }: { after: number; upTo: number },
): number | null {
  const said = (version: number) => JSON.stringify((stands.get(version) ?? NOTHING)[field]);
  for (let version = upTo; version > after; version -= 1) if (said(version) !== said(version - 1)) return version;
  return null;
}
