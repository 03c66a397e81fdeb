import type { Sql } from '../../app/sql.ts';
import type { AppliedMigration, SequenceState } from './backup-format.ts';
import type { Reference } from './load-order.ts';

/** A table with the columns that can be written to. */
export interface StoredTable {
  name: string;
  columns: string[];
}

/** What extensions brought is made by them again. */
const IS_OURS = `not exists (
  select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

/** All tables of the schema in use; generated columns are left out, they follow from the others. */
export function storedTables(sql: Sql): Promise<StoredTable[]> {
  return sql.rows<StoredTable>(
    `select c.relname::text as name,
            array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
       from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and ${IS_OURS}
      group by c.relname order by c.relname`,
  );
}

export interface StoredTrigger {
  table: string;
  name: string;
}

/** The triggers that change or refuse rows as they come. Those of constraints only look at what is there, at the end. */
export function changingTriggers(sql: Sql): Promise<StoredTrigger[]> {
  return sql.rows<StoredTrigger>(
    `select c.relname::text as "table", t.tgname::text as name
       from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where c.relnamespace = current_schema()::regnamespace and not t.tgisinternal and t.tgconstraint = 0 and ${IS_OURS}
      order by 1, 2`,
  );
}

/** The references that are checked at the end of each statement; deferrable ones wait for the end of the transaction. */
export function promptReferences(sql: Sql): Promise<Reference[]> {
  return sql.rows<Reference>(
    `select f.relname::text as "from", t.relname::text as "to"
       from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
      where k.contype = 'f' and not k.condeferrable and k.connamespace = current_schema()::regnamespace`,
  );
}

/** The migrations in the order in which they were applied. */
export function appliedMigrations(sql: Sql): Promise<AppliedMigration[]> {
  return sql.rows<AppliedMigration>(
    `select name, checksum, to_char(applied_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "appliedAt"
       from migration order by applied_at, name`,
  );
}

/** Where all sequences stand. They are outside of snapshots: never behind what the snapshot shows, perhaps ahead. */
export async function sequenceStates(sql: Sql, quote: (name: string) => string): Promise<SequenceState[]> {
  const sequences = await sql.rows<{ name: string }>(
    `select c.relname::text as name from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relkind = 'S' and ${IS_OURS} order by c.relname`,
  );
  const states: SequenceState[] = [];
  for (const { name } of sequences) {
    const state = await sql.row<Omit<SequenceState, 'name'>>(
      `select last_value::text as last, is_called as "isCalled" from ${quote(name)}`,
    );
    if (state) states.push({ name, ...state });
  }
  return states;
}

/** The names of tables, views and sequences that anybody made in any schema. */
export async function whatIsThere(sql: Sql): Promise<string[]> {
  const found = await sql.rows<{ name: string }>(
    `select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
        and ${IS_OURS} order by c.relkind = 'S', c.relname`,
  );
  return found.map(({ name }) => name);
}
