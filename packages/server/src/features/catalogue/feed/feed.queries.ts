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
 * What changed after a position and not after a moment, in the order in which it became known; one more than asked for. Of a
 * decision that one moment recorded and described the last version is told.
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
        select 'DECISION', v.decision_id, v.number, v.version, v.issued_on::text
          from decision_version v
         where v.recorded_by = m.id and v.province_id = $1 and v.superseded_by is distinct from m.id
        union all
        select 'LIST', l.id, l.code, r.version, null
          from service_list_revision r join service_list l on l.id = r.list_id where r.moment_id = m.id and r.province_id = $1) x
      where m.at >= $2::timestamptz and m.at <= $3::timestamptz
        and (m.at > $2::timestamptz or (x.kind, x.id) > ($4::text, $5::int))
      order by m.at, x.kind, x.id limit $6`,
    [provinceId, after.at, until, after.kind, after.id, most + 1],
  );
}
