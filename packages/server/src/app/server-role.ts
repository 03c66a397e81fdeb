import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { MIGRATION_LOCK } from './migrate.ts';

/** How the server gets to its data. */
export interface ServerAccess {
  /** What it connects with. */
  url: string;
  /** Why it has to connect as the owner, past the second wall; null where it has a role of its own. */
  weakBecause: string | null;
}

/**
 * LOGIN: it signs in as its role, by a password that nobody else knows and that is another at each start; for a database that
 * one server alone uses. ASSUMED: it signs in as the owner and takes the role on before it can ask anything; any number of
 * servers may, and nothing secret is added. Why: docs/decisions/0007-second-wall.md.
 */
export type AccessWay = 'LOGIN' | 'ASSUMED';

/** What the server may not do, of what it may otherwise do with every table: append only, and what it only reads. */
const WITHHELD: Readonly<Record<string, readonly string[]>> = {
  audit_event: ['update', 'delete'],
  booked_moment: ['update', 'delete'],
  audit_head: ['insert', 'update', 'delete'],
  closed_figure: ['update', 'delete'],
  closed_period: ['delete'],
  counter_proposal: ['delete'],
  difficulty: ['delete'],
  difficulty_step: ['update', 'delete'],
  dossier_identity: ['delete'],
  dossier_step: ['update', 'delete'],
  dossier_version: ['update', 'delete'],
  figure: ['update', 'delete'],
  checklist_version: ['update', 'delete'],
  direction: ['update', 'delete'],
  direction_task: ['delete'],
  guidance: ['delete'],
  guidance_answer: ['update', 'delete'],
  guidance_edition: ['update', 'delete'],
  guidance_question: ['delete'],
  guidance_unit: ['delete'],
  inspection: ['delete'],
  inspection_drawn: ['delete'],
  inspection_file: ['update', 'delete'],
  inspection_finding: ['delete'],
  inspection_paper: ['update', 'delete'],
  inspection_sample: ['delete'],
  inspection_step: ['update', 'delete'],
  connected_system: ['delete'],
  system_outage: ['delete'],
  security_incident: ['delete'],
  security_incident_step: ['update', 'delete'],
  ledger: ['update', 'delete'],
  matter_file: ['update', 'delete'],
  matter_step: ['update', 'delete'],
  measure: ['delete'],
  measure_judgement: ['update', 'delete'],
  measure_strike: ['update', 'delete'],
  migration: ['insert', 'update', 'delete'],
  moment: ['delete'],
  month_standing: ['update', 'delete'],
  plan_comment: ['delete'],
  document_template: ['update', 'delete'],
  plan_document: ['update', 'delete'],
  outbox: ['delete'],
  outbox_news: ['delete'],
  outbox_part: ['delete'],
  plan_event: ['update', 'delete'],
  published_draft: ['update', 'delete'],
  reminder: ['delete'],
  report: ['delete'],
  report_file: ['update', 'delete'],
  report_delivery: ['delete'],
  report_reason: ['update', 'delete'],
  report_step: ['update', 'delete'],
  report_template: ['update', 'delete'],
  reminder_step: ['update', 'delete'],
  urge_rule_version: ['update', 'delete'],
  service_ledger: ['update', 'delete'],
};

/**
 * Gives the server a role that owns nothing, bypasses nothing and may do with every table of the migrated database what the
 * server does, and tells how to connect. The role is made at the first start, and asked for at each later one; tables of
 * later migrations need nothing. Where the owner may make no role and nobody else has made it, the way is that of the owner.
 */
export async function openServerRole(ownerUrl: string, way: AccessWay): Promise<ServerAccess> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'chi-tieu role' });
  await client.connect();
  try {
    // Of two servers that start on one database one waits: rights are given to one table at a time.
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const role = roleName(
      (await client.query<{ name: string }>('select current_database() as name')).rows[0]?.name ?? '',
    );
    const weakBecause = await prepareRole(client, role);
    if (weakBecause !== null) return { url: ownerUrl, weakBecause };
    return { url: way === 'LOGIN' ? await loginUrl(client, ownerUrl, role) : assumedUrl(ownerUrl, role), weakBecause };
  } finally {
    await client.end();
  }
}

const LONGEST_NAME = 63;

/** The role's name, which follows from the database's: roles belong to all databases of a PostgreSQL together. */
export function roleName(database: string): string {
  const name = `chi_tieu_${database}`;
  if (Buffer.byteLength(name) <= LONGEST_NAME) return name;
  return `chi_tieu_${createHash('sha256').update(database).digest('hex').slice(0, 32)}`;
}

/** Null once the role is there, has its rights and can be taken on by the owner; else why not. */
async function prepareRole(client: pg.Client, role: string): Promise<string | null> {
  const name = pg.escapeIdentifier(role);
  const takeOn = () => client.query(`set role ${name}`);
  try {
    const asked = 'select rolsuper or rolbypassrls or rolcreaterole as above from pg_roles where rolname = $1';
    const [found] = (await client.query<{ above: boolean }>(asked, [role])).rows;
    if (found?.above) return `the role ${role} may do more than it should`;
    if (!found) await client.query(`create role ${name} nologin`);
    // Who makes a role may do so without being let into it.
    await takeOn().catch(() => client.query(`grant ${name} to current_user`).then(takeOn));
    await client.query('set role none');
    await forgetDefaults(client, role, takeOn);
    await grantAll(client, role);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Takes back the defaults of the role's connections, for all databases and for each: it may set some of its own for good, such as
 * where names are looked up, and one by which the wall is opened would show everything. Where the owner may not change the role,
 * the role itself takes back what it may.
 */
async function forgetDefaults(client: pg.Client, role: string, takeOn: () => Promise<unknown>): Promise<void> {
  const { rows } = await client.query<{ database: string | null }>(
    `select d.datname::text as database from pg_db_role_setting s join pg_roles r on r.oid = s.setrole
       left join pg_database d on d.oid = s.setdatabase where r.rolname = $1`,
    [role],
  );
  for (const { database } of rows) {
    const where = database === null ? '' : `in database ${pg.escapeIdentifier(database)}`;
    const reset = () => client.query(`alter role ${pg.escapeIdentifier(role)} ${where} reset all`);
    await reset().catch(() => takeOn().then(reset));
    await client.query('set role none');
  }
}

/** All rights on all tables of the schema in use but those withheld, in one transaction. */
async function grantAll(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ schema: string; database: string; tables: string[] }>(
    `select current_schema() as schema, current_database() as database, array(
       select c.relname::text from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
        order by 1) as tables`,
  );
  const { schema = '', database = '', tables = [] } = rows[0] ?? {};
  const [to, within] = [`to ${pg.escapeIdentifier(role)}`, pg.escapeIdentifier(schema)];
  const grants = tables.map((table) => {
    const rights = ['insert', 'update', 'delete'].filter((right) => !WITHHELD[table]?.includes(right));
    const name = `${within}.${pg.escapeIdentifier(table)}`;
    return `revoke all on ${name} from ${pg.escapeIdentifier(role)}; grant ${['select', ...rights].join()} on ${name} ${to}`;
  });
  await client.query(
    `begin; grant usage on schema ${within} ${to}; grant usage on all sequences in schema ${within} ${to};
     grant connect, temporary on database ${pg.escapeIdentifier(database)} ${to}; ${grants.join('; ')}; commit`,
  );
}

async function loginUrl(client: pg.Client, ownerUrl: string, role: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  await client.query(`alter role ${pg.escapeIdentifier(role)} login password ${pg.escapeLiteral(password)}`);
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.href;
}

/** The role is on from the connection's beginning, and what a connection is reset to. */
/** The address by which an owner takes the role on before it can ask anything: of the database itself, or of a replica of it. */
export function assumedUrl(ownerUrl: string, role: string): string {
  const url = new URL(ownerUrl);
  const given = url.searchParams.get('options');
  const option = `-c role=${role.replace(/[\\\s]/g, '\\$&')}`;
  url.searchParams.set('options', given === null ? option : `${given} ${option}`);
  return url.href;
}
