import type { JumpRules } from '@chi-tieu/shared/domain/jumps/jumps';
import type { Sql } from '../../../app/sql.ts';
import type { Writer } from '../../../app/database.ts';

/** When imports are held: what is said for the whole province. */
export interface StoredRules extends JumpRules {
  holds: boolean;
  version: number;
}

/** What holds until somebody says otherwise: nothing is held. */
export const RULES_AT_FIRST: StoredRules = {
  holds: false,
  timesUsual: 3,
  least: 500,
  mostChanged: 2_000,
  mostWithdrawn: 200,
  version: 0,
};

export async function storedRules(sql: Sql, provinceId: number): Promise<StoredRules> {
  const row = await sql.row<StoredRules>(
    `select holds, times_usual as "timesUsual", least, most_changed as "mostChanged", most_withdrawn as "mostWithdrawn", version
       from jump_rules where province_id = $1`,
    [provinceId],
  );
  return row ?? RULES_AT_FIRST;
}

/** Stores what holds from now on; false where somebody stored another version meanwhile. */
export async function storeRules(tx: Writer, provinceId: number, rules: StoredRules): Promise<boolean> {
  const params = [
    provinceId,
    rules.holds,
    rules.timesUsual,
    rules.least,
    rules.mostChanged,
    rules.mostWithdrawn,
    rules.version,
    tx.moment,
  ];
  const stored = await tx.run(
    `insert into jump_rules (province_id, holds, times_usual, least, most_changed, most_withdrawn, version, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7::int + 1, $8)
     on conflict (province_id) do update set holds = $2, times_usual = $3, least = $4, most_changed = $5, most_withdrawn = $6,
            version = jump_rules.version + 1, recorded_by = $8 where jump_rules.version = $7`,
    params,
  );
  return stored === 1;
}
