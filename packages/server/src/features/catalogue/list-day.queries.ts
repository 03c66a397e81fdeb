import type { Day } from '@chi-tieu/shared/domain/days';
import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import type { Page } from '../../app/connection.ts';
import type { UnitKind } from '../../app/enums.ts';
import type { Sql } from '../../app/sql.ts';
import { ENTRY_COLUMNS, type EntryRow } from './lists.queries.ts';

/** A list as it stood on a day, or what of it is for one tier. */
export interface ListDay {
  on: Day;
  tier: UnitKind | null;
}

/** Where a page of entries ends. */
export type EntryKey = [code: string, tier: UnitKind, unitId: number | null];

const TIERS: readonly unknown[] = ['PROVINCE', 'DISTRICT', 'COMMUNE'];
const LARGEST_ID = 2 ** 31 - 1;

export function isEntryKey(key: unknown): key is EntryKey {
  const [code, tier, unitId, ...more] = Array.isArray(key) ? (key as unknown[]) : [];
  const isUnit = unitId === null || (Number.isInteger(unitId) && Number(unitId) > 0 && Number(unitId) <= LARGEST_ID);
  return typeof code === 'string' && nationalCode(code) === code && TIERS.includes(tier) && isUnit && more.length === 0;
}

export function entryKeyOf({ procedureCode, tier, unitId }: EntryRow): EntryKey {
  return [procedureCode, tier, unitId];
}

/** Current entries `e` of the list `list` that hold on the day `$2`, for the tier `$3` where it is told. */
const standing = (list: string): string =>
  `e.list_id = ${list} and e.province_id = $1 and e.superseded_by is null and e.valid @> $2::date and ($3::tier is null or e.tier = $3)`;

/**
 * A page of each of some lists on a day, with one row more than asked for: by procedure code, tier and unit (that for the tier
 * first). Procedures are walked in the order of their codes, so that a page costs what stands on it and not what stands on the list.
 */
export function listPages(
  sql: Sql,
  provinceId: number,
  listIds: number[],
  { on, tier }: ListDay,
  { first, after }: Page<EntryKey>,
): Promise<EntryRow[]> {
  const [code, afterTier, unitId] = after ?? [null, null, null];
  const beyond = after
    ? 'and p.code >= $6 and (p.code, e.tier, coalesce(e.unit_id, 0)) > ($6, $7::tier, coalesce($8::int, 0))'
    : '';
  return sql.rows<EntryRow>(
    `select x.* from unnest($4::int[]) with ordinality as asked (list_id, place)
      cross join lateral (
        select ${ENTRY_COLUMNS} from service_list_entry e join procedure p on p.id = e.procedure_id
         where p.province_id = $1 and ${standing('asked.list_id')} ${beyond}
         order by p.code, e.tier, e.unit_id nulls first limit $5) x
      order by asked.place, x."procedureCode", x.tier, x."unitId" nulls first`,
    [provinceId, on, tier, listIds, first + 1, ...(after ? [code, afterTier, unitId] : [])],
  );
}

/** How many entries stand on each of some lists on a day; lists without any are left out. */
export function listCounts(
  sql: Sql,
  provinceId: number,
  listIds: number[],
  { on, tier }: ListDay,
): Promise<{ listId: number; count: number }[]> {
  return sql.rows<{ listId: number; count: number }>(
    `select e.list_id as "listId", count(*)::int as count from service_list_entry e where ${standing('any ($4)')} group by e.list_id`,
    [provinceId, on, tier, listIds],
  );
}
