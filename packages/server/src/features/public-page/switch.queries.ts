import type { Writer } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';

/** How the page was switched last, when and by whom. */
export interface SwitchRow {
  isOn: boolean;
  at: Date;
  by: string | null;
}

/** Null while nobody switched it. */
export function switchOf(sql: Sql, provinceId: number): Promise<SwitchRow | null> {
  return sql.row<SwitchRow>(
    `select p.is_on as "isOn", m.at, account_name(p.account_id) as by
       from public_page p join moment m on m.id = p.recorded_by where p.province_id = $1`,
    [provinceId],
  );
}

/** Whether it is another way than before. */
export async function putSwitch(tx: Writer, provinceId: number, isOn: boolean): Promise<boolean> {
  const rows = await tx.rows(
    `insert into public_page (province_id, is_on, account_id, recorded_by) values ($1, $2, $3, $4)
     on conflict (province_id) do update set is_on = excluded.is_on, account_id = excluded.account_id,
       recorded_by = excluded.recorded_by
      where public_page.is_on <> excluded.is_on
     returning province_id`,
    [provinceId, isOn, tx.accountId, tx.moment],
  );
  return rows.length > 0;
}
