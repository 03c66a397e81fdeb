import type { Sql } from '../../../app/sql.ts';
import type { Writer } from '../../../app/database.ts';

/** Where rows stand within a reading that goes from the newest file to the oldest. */
export interface ReadPlace {
  sourceId: number;
  /** The reading with which it began. */
  reading: string;
  /** The file's place: a later file has a later one. */
  place: string;
}

/**
 * Takes the rows out of what is staged whose code came in a newer file of the same reading already: what they say is known to be older.
 * Notes the codes that are left. Returns how many rows were taken out, and how many have no code.
 */
export async function passOlder(
  tx: Writer,
  { sourceId, reading, place }: ReadPlace,
): Promise<{ passed: number; unnamed: number }> {
  const passed = await tx.run(
    'delete from staged s using read_code c where c.reading = $1::uuid and c.code_key = s.code_key and c.place > $2',
    [reading, place],
  );
  await tx.run(
    `insert into read_code (reading, source_id, code_key, place)
     select distinct $1::uuid, $3::int, code_key, $2 from staged where code_key is not null
     on conflict (reading, code_key) do update set place = excluded.place where read_code.place < excluded.place`,
    [reading, place, sourceId],
  );
  const bare = await tx.row<{ n: number }>('select count(*)::int as n from staged where code_key is null');
  return { passed, unnamed: bare?.n ?? 0 };
}

/** Nothing is asked any more of what came in readings of a source. */
export async function forgetReadCodes(sql: Sql, sourceId: number): Promise<void> {
  await sql.run('delete from read_code where source_id = $1', [sourceId]);
}
