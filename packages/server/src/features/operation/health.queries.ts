import type { Sql } from '../../app/sql.ts';

export interface DatabaseFacts {
  version: string;
  bytes: number;
  /** Connections of everybody, and as many as it takes. */
  connections: number;
  connectionsMost: number;
  /** Its own clock. */
  now: Date;
  lastMomentAt: Date | null;
  migrations: number;
  lastMigration: string | null;
  openQuarantine: number;
  lastIngestAt: Date | null;
  dossiers: number;
}

/** What the database says of itself, in one question that looks at no dossier. */
export async function databaseFacts(sql: Sql, provinceId: number): Promise<DatabaseFacts> {
  const row = await sql.row<DatabaseFacts>(
    `select current_setting('server_version') as version,
            pg_database_size(current_database())::float8 as bytes,
            (select count(*)::int from pg_stat_activity where datid is not null) as connections,
            current_setting('max_connections')::int as "connectionsMost",
            clock_timestamp() as now,
            (select at from moment where at < 'infinity' order by id desc limit 1) as "lastMomentAt",
            (select count(*)::int from migration) as migrations,
            (select max(name) from migration) as "lastMigration",
            (select count(*)::int from (
               select from quarantine where province_id = $1 and closed_by is null limit 100000) q) as "openQuarantine",
            (select max(m.at) from ingest_batch b join moment m on m.id = b.recorded_by
              where b.province_id = $1 and b.kind <> 'PROCEDURES') as "lastIngestAt",
            (select coalesce(sum(created), 0)::int from ingest_batch
              where province_id = $1 and kind <> 'PROCEDURES') as dossiers`,
    [provinceId],
  );
  if (!row) throw new Error('The database said nothing of itself.');
  return row;
}
