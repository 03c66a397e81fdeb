import type { Sql } from '../../../app/sql.ts';

/** A file without its bytes. */
export interface FileRow {
  sha256: string;
  mediaType: string;
  bytes: number;
}

/** Those of these files that are here and may be part of a decision or a procedure: what inspections alone brought is not. */
export function knownFiles(sql: Sql, hashes: string[]): Promise<FileRow[]> {
  return sql.rows<FileRow>(
    `select sha256, media_type as "mediaType", bytes from stored_file where sha256 = any ($1) and not only_evidence`,
    [hashes],
  );
}

/** Stores a file; gives whether it was not here before. */
export async function insertFile(
  sql: Sql,
  provinceId: number,
  moment: string,
  file: FileRow & { content: Buffer; onlyEvidence: boolean },
): Promise<boolean> {
  const { sha256, mediaType, bytes, content, onlyEvidence } = file;
  const rows = await sql.run(
    `insert into stored_file (sha256, province_id, media_type, bytes, content, only_evidence, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (sha256) do nothing`,
    [sha256, provinceId, mediaType, bytes, content, onlyEvidence, moment],
  );
  if (rows === 0 && !onlyEvidence)
    await sql.run('update stored_file set only_evidence = false where sha256 = $1 and only_evidence', [sha256]);
  return rows > 0;
}

/** Drops those of some files that were brought as evidence and that nothing holds; what somebody is just attaching waits for the next time. */
export async function dropUnheld(sql: Sql, hashes: readonly string[]): Promise<void> {
  await sql.run(
    `delete from stored_file where sha256 in (
       select s.sha256 from stored_file s where s.only_evidence and s.sha256 = any ($1)
          and not exists (select from inspection_file f where f.sha256 = s.sha256)
          and not exists (select from inspection_upload u where u.sha256 = s.sha256)
          and not exists (select from matter_file f where f.sha256 = s.sha256)
          and not exists (select from matter_upload u where u.sha256 = s.sha256) for update skip locked)`,
    [hashes],
  );
}

/** A file with its bytes and what it belongs to; both null while nothing that people may read names it. */
export interface FileContent extends FileRow {
  content: Buffer;
  /** Inspections alone brought it: read through them alone. */
  onlyEvidence: boolean;
  /** Its name at the decision to which it belongs. */
  name: string | null;
  /** What the document is called whose form it is, as the latest text of a procedure that names it says, an old version's too. */
  formOf: string | null;
}

export function fileContent(sql: Sql, provinceId: number, sha256: string): Promise<FileContent | null> {
  return sql.row<FileContent>(
    `select s.sha256, s.media_type as "mediaType", s.bytes, s.content, s.only_evidence as "onlyEvidence",
            (select f.name from decision_file f where f.sha256 = s.sha256 and f.superseded_by is null order by f.id limit 1) as name,
            (select d ->> 'name' from procedure_text t, jsonb_array_elements(t.documents) d
              where t.province_id = $1 and t.documents <> '[]' and t.documents @> $3::jsonb and d ->> 'file' = $2
              order by t.id desc limit 1) as "formOf"
       from stored_file s where s.province_id = $1 and s.sha256 = $2`,
    [provinceId, sha256, JSON.stringify([{ file: sha256 }])],
  );
}
