import type { Sql } from '../../../app/sql.ts';

export type ChangedKind = 'DECISION' | 'LIST' | 'PROCEDURE';

/** Something that a moment changed, and where it stands in the feed. */
export interface ChangeRow {
  kind: ChangedKind;
  id: number;
  code: string;
  version: number;
  issuedOn: string | null;
  /** In microseconds, as text: what positions compare. */
  at: string;
  stepId: string;
}

/** A place in the feed: after everything of earlier moments, and of this one after (kind, id). */
export interface Position {
  at: string;
  kind: ChangedKind | '';
  id: number;
}

const AT = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** What names this database, and the last moment that this snapshot shows. */
export async function feedState(sql: Sql): Promise<{ installation: string; latest: string }> {
  const row = await sql.row<{ installation: string; latest: string | null }>(
    `select (select detail ->> 'id' from installation where step = 'identity') as installation,
            (select ${AT('max(at)')} from moment where at < 'infinity') as latest`,
  );
  return { installation: row?.installation ?? '', latest: row?.latest ?? '0001-01-01T00:00:00.000000Z' };
}

/**
 * What changed after a position and not after a moment, in the order in which it became known; one more than asked for. A
 * list's version counts the moments that touched it.
 */
export function changesAfter(
  sql: Sql,
  provinceId: number,
  after: Position,
  until: string,
  most: number,
): Promise<ChangeRow[]> {
  return sql.rows<ChangeRow>(
    `select x.kind, x.id, x.code, x.version, x."issuedOn", ${AT('m.at')} as at, m.id as "stepId"
       from moment m
      cross join lateral (
        select 'PROCEDURE' as kind, p.id, p.code, r.version, null as "issuedOn"
          from procedure_revision r join procedure p on p.id = r.procedure_id where r.moment_id = m.id and r.province_id = $1
        union all
        select 'DECISION', d.id, d.number, 1, d.issued_on::text from decision d where d.recorded_by = m.id and d.province_id = $1
        union all
        select 'LIST', l.id, l.code,
               (select count(*)::int from moment t where t.at <= m.at and exists (
                  select from service_list_change c where c.list_id = l.id and t.id in (c.recorded_by, c.withdrawn_by))), null
          from service_list l
         where l.province_id = $1 and l.id in (
           select c.list_id from service_list_change c where c.recorded_by = m.id
           union select c.list_id from service_list_change c where c.withdrawn_by = m.id)) x
      where m.at >= $2::timestamptz and m.at <= $3::timestamptz
        and (m.at > $2::timestamptz or (x.kind, x.id) > ($4::text, $5::int))
      order by m.at, x.kind, x.id limit $6`,
    [provinceId, after.at, until, after.kind, after.id, most + 1],
  );
}
