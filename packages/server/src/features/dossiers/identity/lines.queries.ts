import { groupBy } from '@chi-tieu/shared/domain/group-by';
import type { Sql } from '../../../app/sql.ts';
import type { Writer } from '../../../app/database.ts';
import { takenFor } from './taken-rows.queries.ts';

/** Rows of a code, of one source or (null) of everybody, are another dossier's. */
export interface IdentityLine {
  codeKey: string;
  sourceId: number | null;
  dossierKey: string;
}

/** A line that holds, with the moment that said it. */
export type StandingLine = IdentityLine & { moment: string };

/** The lines that hold for a code. */
export function linesOf(sql: Sql, provinceId: number, codeKey: string): Promise<StandingLine[]> {
  return sql.rows<StandingLine>(
    `select code_key as "codeKey", source_id as "sourceId", dossier_key as "dossierKey", recorded_by::text as moment
       from dossier_identity where province_id = $1 and code_key = $2 and withdrawn_by is null`,
    [provinceId, codeKey],
  );
}

export async function addLine(tx: Writer, provinceId: number, line: IdentityLine): Promise<void> {
  await tx.run(
    'insert into dossier_identity (province_id, code_key, source_id, dossier_key, recorded_by) values ($1, $2, $3, $4, $5)',
    [provinceId, line.codeKey, line.sourceId, line.dossierKey, tx.moment],
  );
}

export async function withdrawLine(tx: Writer, provinceId: number, line: IdentityLine): Promise<void> {
  await tx.run(
    `update dossier_identity set withdrawn_by = $4
      where province_id = $1 and code_key = $2 and source_id is not distinct from $3::int and withdrawn_by is null`,
    [provinceId, line.codeKey, line.sourceId, tx.moment],
  );
}

/** Has what sources said last be about the dossiers that their codes are taken for now, of those that were about some dossiers. */
export async function settleStatements(tx: Writer, provinceId: number, keys: readonly string[]): Promise<void> {
  const stated = await tx.rows<{ codeKey: string; sourceId: number }>(
    `select code_key as "codeKey", source_id as "sourceId" from dossier_statement
      where province_id = $1 and (code_key = any ($2) or dossier_key = any ($2))`,
    [provinceId, keys],
  );
  for (const [sourceId, mine] of groupBy(stated, (one) => one.sourceId)) {
    const codes = mine.map(({ codeKey }) => codeKey);
    const taken = await takenFor(tx, provinceId, sourceId, codes);
    await tx.run(
      `update dossier_statement s set dossier_key = nullif(x.key, s.code_key)
         from unnest($3::text[], $4::text[]) as x (code, key)
        where s.province_id = $1 and s.source_id = $2 and s.code_key = x.code and s.dossier_key is distinct from nullif(x.key, s.code_key)`,
      [provinceId, sourceId, codes, codes.map((code) => taken.get(code) ?? code)],
    );
  }
}

/** The newest report of progress that one dossier shows is shown by another one too, where that has none as new. */
export async function passProgress(tx: Writer, provinceId: number, from: string, into: string): Promise<void> {
  await tx.run(
    `insert into dossier_progress (province_id, code_key, at, status, source_id)
     select province_id, $3, at, status, source_id from dossier_progress where province_id = $1 and code_key = $2
     on conflict (province_id, code_key) do update set at = excluded.at, status = excluded.status, source_id = excluded.source_id
      where dossier_progress.at < excluded.at`,
    [provinceId, from, into],
  );
}

export type StepKind = 'DELETE' | 'RESTORE' | 'MERGE' | 'UNMERGE' | 'SPLIT';

/** Writes down what was decided in this transaction, and why. */
export async function keepStep(
  tx: Writer,
  provinceId: number,
  step: { kind: StepKind; key: string; otherKey: string | null; sourceId: number | null; reason: string },
): Promise<void> {
  await tx.run(
    `insert into dossier_step (province_id, moment_id, kind, dossier_key, other_key, source_id, reason) values ($1, $2, $3, $4, $5, $6, $7)`,
    [provinceId, tx.moment, step.kind, step.key, step.otherKey, step.sourceId, step.reason],
  );
}
