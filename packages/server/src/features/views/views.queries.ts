import type { Sql } from '../../app/sql.ts';

/** A place of the console under a name; `state` is what stands in its address after the question mark. */
export interface ViewRow {
  id: number;
  accountId: number;
  place: string;
  name: string;
  state: string;
  shared: boolean;
}

const VIEW = `v.id, v.account_id as "accountId", v.place, v.name, v.state, v.shared`;

/** One's own views of a place and those that are shared, one's own first, by name. The wall leaves others' own ones out. */
export function viewsOf(sql: Sql, provinceId: number, place: string, accountId: number): Promise<ViewRow[]> {
  return sql.rows<ViewRow>(
    `select ${VIEW} from saved_view v where v.province_id = $1 and v.place = $2 and (v.account_id = $3 or v.shared)
      order by v.account_id = $3 desc, v.name collate "vi-VN-x-icu", v.id`,
    [provinceId, place, accountId],
  );
}

/** One view that the asker sees; null where there is none. */
export function viewById(sql: Sql, provinceId: number, id: number): Promise<ViewRow | null> {
  return sql.row<ViewRow>(`select ${VIEW} from saved_view v where v.province_id = $1 and v.id = $2`, [provinceId, id]);
}

/** Has the changes of one account's views come one after the other, until the transaction ends. */
export async function lockViews(sql: Sql, accountId: number): Promise<void> {
  await sql.run('select from account where id = $1 for no key update', [accountId]);
}

export async function countViews(sql: Sql, accountId: number): Promise<number> {
  const row = await sql.row<{ n: number }>('select count(*)::int as n from saved_view where account_id = $1', [
    accountId,
  ]);
  return row?.n ?? 0;
}

export type NewView = Omit<ViewRow, 'id'>;

export async function insertView(sql: Sql, provinceId: number, moment: string, view: NewView): Promise<number> {
  const row = await sql.row<{ id: number }>(
    `insert into saved_view (province_id, account_id, place, name, state, shared, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [provinceId, view.accountId, view.place, view.name, view.state, view.shared, moment],
  );
  return row?.id ?? 0;
}

export async function updateView(sql: Sql, moment: string, id: number, view: NewView): Promise<void> {
  await sql.run('update saved_view set name = $2, state = $3, shared = $4, recorded_by = $5 where id = $1', [
    id,
    view.name,
    view.state,
    view.shared,
    moment,
  ]);
}

export async function deleteView(sql: Sql, id: number): Promise<void> {
  await sql.run('delete from saved_view where id = $1', [id]);
}

/** Who made shared views, by name. */
export function viewAuthors(sql: Sql, ids: number[]): Promise<{ id: number; name: string }[]> {
  return sql.rows<{ id: number; name: string }>('select id, name from view_authors($1)', [ids]);
}
