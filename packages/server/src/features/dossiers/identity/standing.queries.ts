import type { Gone } from '@chi-tieu/shared/domain/eligibility';
import type { Word } from '@chi-tieu/shared/domain/identity/which-stands';
import type { Sql } from '../../../app/sql.ts';
import { SAID } from '../ingest/content.ts';
import { PERSON } from '../sources/believe.queries.ts';

/** All that a row says of a dossier, by the names of columns; instants as the database writes them. */
export type SaidContent = Readonly<Record<string, unknown>>;

/** What somebody said that a dossier is. */
export interface SaidWord extends Word {
  /** Whose word it is; null: a person's. */
  sourceId: number | null;
  content: SaidContent;
}

/** A dossier as it stands. */
export interface Standing extends SaidWord {
  id: string;
  key: string;
  code: string;
  unitId: number;
  gone: Gone | null;
  /** The moment that recorded it. */
  moment: string;
  made: boolean;
}

const saidAs = (table: string) => `jsonb_build_object(${SAID.map((name) => `'${name}', ${table}.${name}`).join(', ')})`;

/** Of a source that is gone nobody knows how far it was believed: its word is a person's. */
const BY = `b.source_id as "sourceId", r.rank, m.at`;
const JOINED = `join ingest_batch b on b.id = d.batch_id join moment m on m.id = d.recorded_by
  left join dossier_source r on r.id = b.source_id and r.removed_at is null`;

/** The dossier with a key, where it is seen. */
export function standingOf(sql: Sql, provinceId: number, key: string): Promise<Standing | null> {
  return sql.row<Standing>(
    `select d.id::text, d.code_key as key, d.code, d.unit_id as "unitId", d.gone, d.recorded_by::text as moment, b.is_made as made,
            ${saidAs('d')} as content, ${BY}
       from dossier d ${JOINED} where d.province_id = $1 and d.code_key = $2`,
    [provinceId, key],
  );
}

/**
 * What living sources said last of a dossier, by whatever code, and have not taken back, and what persons' files did where its rows are
 * not its own alone; with `by` of one source alone.
 */
export function wordsOfSources(
  sql: Sql,
  provinceId: number,
  key: string,
  by: number | null = null,
): Promise<SaidWord[]> {
  return sql.rows<SaidWord>(
    `select nullif(s.source_id, ${PERSON}) as "sourceId", r.rank, m.at, ${saidAs('s')} as content
       from dossier_statement s left join dossier_source r on r.id = s.source_id and r.removed_at is null join moment m on m.id = s.recorded_by
      where (r.id is not null or s.source_id = ${PERSON}) and s.province_id = $1 and coalesce(s.dossier_key, s.code_key) = $2 and s.gone is null and ($3::int is null or s.source_id = $3)
        and (s.code_key = $2 or s.dossier_key = $2)
      order by r.rank, m.at desc, s.code_key`,
    [provinceId, key, by],
  );
}

/** The last version of a dossier that was recorded before a moment, or by another source than one. */
export async function earlierWord(
  sql: Sql,
  provinceId: number,
  dossierId: string,
  { before, notBy }: { before?: string; notBy?: number },
): Promise<SaidWord[]> {
  return sql.rows<SaidWord>(
    `select ${saidAs('d')} as content, ${BY} from dossier_version d ${JOINED}
      where d.province_id = $1 and d.dossier_id = $2 and ($3::bigint is null or m.at < (select at from moment where id = $3))
        and ($4::int is null or b.source_id is distinct from $4)
      order by d.version desc limit 1`,
    [provinceId, dossierId, before ?? null, notBy ?? null],
  );
}
