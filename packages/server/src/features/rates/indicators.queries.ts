import type { IndicatorRule } from '@chi-tieu/shared/domain/eligibility';
import type { Channel, ServiceLevel } from '../../app/enums.ts';
import type { Sql } from '../../app/sql.ts';

/** An indicator as stored: data, not code. */
export interface IndicatorRow {
  id: number;
  code: string;
  name: string;
  basis: 'RESOLVED' | 'RECEIVED';
  eligibilityDate: 'RECEIVED' | 'RESOLVED' | 'PERIOD_END';
  inForceRequired: boolean;
  listId: number | null;
  levels: ServiceLevel[];
  numeratorChannel: Channel;
  clause: string | null;
}

const COLUMNS = `id, code, name, basis, eligibility_date as "eligibilityDate", in_force_required as "inForceRequired",
  list_id as "listId", levels::text[] as levels, numerator_channel as "numeratorChannel", clause`;

/** Every indicator of the province in the order of the codes. */
export function indicators(sql: Sql, provinceId: number): Promise<IndicatorRow[]> {
  return sql.rows<IndicatorRow>(`select ${COLUMNS} from indicator where province_id = $1 order by code`, [provinceId]);
}

/** Stores a new indicator; its ledger is empty until it is booked. */
export async function insertIndicator(sql: Sql, provinceId: number, row: Omit<IndicatorRow, 'id'>): Promise<number> {
  const made = await sql.row<{ id: number }>(
    `insert into indicator (province_id, code, name, basis, eligibility_date, in_force_required, list_id, levels, numerator_channel, clause)
     values ($1, $2, $3, $4, $5, $6, $7, $8::service_level[], $9, $10) returning id`,
    [
      provinceId,
      row.code,
      row.name,
      row.basis,
      row.eligibilityDate,
      row.inForceRequired,
      row.listId,
      row.levels,
      row.numeratorChannel,
      row.clause,
    ],
  );
  return made?.id ?? 0;
}

/** The indicator as the pure rule reads it. */
export function ruleOf(row: IndicatorRow): IndicatorRule {
  const { basis, eligibilityDate, inForceRequired, levels, numeratorChannel } = row;
  return { basis, eligibilityDate, inForceRequired, listed: row.listId !== null, levels, numeratorChannel };
}
