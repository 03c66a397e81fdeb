import PgBoss from 'pg-boss';
import pg from 'pg';
import { MIGRATION_LOCK } from '../../../app/migrate.ts';
import { roleName } from '../../../app/server-role.ts';

/** The schema of the queue. It is no part of the product's own: backups leave it out, and it is made anew wherever it is missing. */
export const JOBS_SCHEMA = 'jobs';
/** A job says that a source is to be read. */
export const READING_QUEUE = 'read-source';

/** A reading that takes longer is no longer waited for by the queue; it goes on all the same, under its lock. */
const EXPIRES_SECONDS = 12 * 3600;

/**
 * Makes the queue, or brings it to what this version of the code expects, as the owner of the database; the server's role may put rows
 * there and take them, and owns nothing.
 */
export async function prepareJobs(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'chi-tieu jobs' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const boss = new PgBoss({
      db: { executeSql: (text: string, values: unknown[]) => client.query(text, values) },
      schema: JOBS_SCHEMA,
      supervise: false,
      schedule: false,
    });
    await boss.start();
    // Of one source one job waits at the most.
    await boss.createQueue(READING_QUEUE, {
      name: READING_QUEUE,
      policy: 'short',
      retryLimit: 0,
      expireInSeconds: EXPIRES_SECONDS,
    });
    await boss.stop({ graceful: false, wait: false });
    await grantJobs(client);
  } finally {
    await client.end();
  }
}

async function grantJobs(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  const role = roleName(rows[0]?.name ?? '');
  const found = await client.query('select from pg_roles where rolname = $1', [role]);
  // Where the server signs in as the owner there is nobody to be let in.
  if (found.rowCount === 0) return;
  const to = pg.escapeIdentifier(role);
  await client.query(
    `begin; grant usage on schema ${JOBS_SCHEMA} to ${to};
     grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to ${to}; commit`,
  );
}
