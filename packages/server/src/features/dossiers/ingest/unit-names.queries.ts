import type { Writer } from '../../../app/database.ts';
import { nameKeys } from './name-keys.ts';

/**
 * Puts the names that units bear into a temporary table, each with its bare key and its form with marks, by which rows name a unit
 * whose organisation nobody knows.
 */
export async function openUnitNames(tx: Writer, provinceId: number): Promise<void> {
  const names = await tx.rows<{ unit_id: number; alias: string }>(
    `select unit_id, alias from unit_alias where province_id = $1 and key like 'name:%'`,
    [provinceId],
  );
  await tx.run(
    `create temporary table unit_name on commit drop as
     select x.* from jsonb_to_recordset($1::jsonb) as x (unit_id int, alias text, key text, marked text)`,
    [JSON.stringify(names.map((name) => ({ ...name, ...nameKeys(name.alias) })))],
  );
}

/** A row that was taken for a unit because its name is the unit's but for marks. */
export interface LooselyNamed {
  code: string;
  /** The name that the unit bears. */
  alias: string;
}

const MOST_TOLD = 1_000;

/** The first thousand rows of `incoming` that were taken for a unit by a name with other marks, in their order. */
export function looselyNamed(tx: Writer): Promise<LooselyNamed[]> {
  return tx.rows<LooselyNamed>(
    `select code, loose_alias as alias from incoming where loose_alias is not null order by row_no limit ${MOST_TOLD}`,
  );
}
