import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

export interface Migration {
  name: string;
  text: string;
  checksum: string;
}

/** Held while migrating, so that of two servers started on one database one waits for the other. */
export const MIGRATION_LOCK = 793_000;
/** Makes the table that says which migrations a database has had. */
export const MIGRATION_TABLE = `create table if not exists migration (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`;
const FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));

/** The migrations of a folder in their order, which is that of their names. */
export function readMigrations(folder = FOLDER): Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name));
  return names.sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
  });
}

/**
 * Brings the database to what this version of the code expects: applies each file that is missing, in order, each in a
 * transaction of its own. Gives the names of those applied now. Throws when the database knows a migration that the code
 * does not (it was used by a newer version), or when one was changed after it had been applied.
 */
export async function migrate(url: string, migrations: Migration[] = readMigrations()): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'chi-tieu migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const missing = await findMissing(client, migrations);
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function findMissing(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  await client.query(MIGRATION_TABLE);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migration order by name',
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum } of rows) {
    const migration = known.get(name);
    if (!migration) throw new Error(`The database was migrated by a newer version (${name}); start that version.`);
    if (migration.checksum !== checksum) throw new Error(`Migration ${name} was changed after it had been applied.`);
  }
  const applied = new Set(rows.map(({ name }) => name));
  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.text);
    await client.query('insert into migration (name, checksum) values ($1, $2)', [migration.name, migration.checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
