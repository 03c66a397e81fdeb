import type { Day } from '@chi-tieu/shared/domain/days';
import type { ReportExtract } from '@chi-tieu/shared/domain/report/extract';
import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';

/** What a unit got of a published report, and whether it took note. */
export interface DeliveryRow {
  id: string;
  reportId: string;
  unitId: number;
  content: ReportExtract;
  sha256: string;
  at: Date;
  receivedAt: Date | null;
  receivedBy: string | null;
}

const DELIVERY = `select d.id::text, d.report_id as "reportId", d.unit_id as "unitId", d.content, d.sha256, m.at,
    n.at as "receivedAt", account_name(d.received_account_id) as "receivedBy"
  from report_delivery d join moment m on m.id = d.recorded_by left join moment n on n.id = d.received_by`;

/** Those of a report within sight, in the order in which they were made. */
export function deliveriesOf(sql: Sql, provinceId: number, reportId: string): Promise<DeliveryRow[]> {
  return sql.rows<DeliveryRow>(`${DELIVERY} where d.province_id = $1 and d.report_id = $2 order by d.id`, [
    provinceId,
    reportId,
  ]);
}

/** What each unit got last of a report or of those that it replaces. */
export function deliveredBefore(
  sql: Sql,
  provinceId: number,
  reportId: string,
): Promise<Pick<DeliveryRow, 'unitId' | 'content'>[]> {
  return sql.rows(
    `with recursive chain as (
       select id, replaces_id from report where province_id = $1 and id = $2
       union all select r.id, r.replaces_id from report r join chain c on r.id = c.replaces_id)
     select distinct on (d.unit_id) d.unit_id as "unitId", d.content
       from report_delivery d join chain c on c.id = d.report_id where d.province_id = $1 order by d.unit_id, d.id desc`,
    [provinceId, reportId],
  );
}

/** One within sight, held until the change is over. */
export function lockDelivery(tx: Writer, provinceId: number, id: string): Promise<DeliveryRow | null> {
  return tx.row<DeliveryRow>(`${DELIVERY} where d.province_id = $1 and d.id = $2 for update of d`, [provinceId, id]);
}

/** One within sight. */
export function deliveryWithId(sql: Sql, provinceId: number, id: string): Promise<DeliveryRow | null> {
  return sql.row<DeliveryRow>(`${DELIVERY} where d.province_id = $1 and d.id = $2`, [provinceId, id]);
}

/** Keeps what a unit gets; gives its number, also where it had got it already: that stays as it was. */
export async function insertDelivery(
  tx: Writer,
  provinceId: number,
  { reportId, unitId, content, sha256 }: Pick<DeliveryRow, 'reportId' | 'unitId' | 'content' | 'sha256'>,
): Promise<{ id: string; isNew: boolean }> {
  const made = await tx.row<{ id: string }>(
    `insert into report_delivery (province_id, report_id, unit_id, content, sha256, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict on constraint report_delivery_is_one_a_unit do nothing returning id::text`,
    [provinceId, reportId, unitId, JSON.stringify(content), sha256, tx.accountId, tx.moment],
  );
  if (made) return { id: made.id, isNew: true };
  const there = await tx.row<{ id: string }>(
    'select id::text from report_delivery where province_id = $1 and report_id = $2 and unit_id = $3',
    [provinceId, reportId, unitId],
  );
  if (!there) throw new Error('the delivery is not there');
  return { id: there.id, isNew: false };
}

/** The unit took note of it. */
export async function storeReceipt(tx: Writer, id: string): Promise<boolean> {
  const stored = await tx.run(
    'update report_delivery set received_by = $2, received_account_id = $3 where id = $1 and received_by is null',
    [id, tx.moment, tx.accountId],
  );
  return stored > 0;
}

/** What a unit has not taken note of yet. */
export interface UnreceivedRow {
  reportId: string;
  unitId: number;
  indicatorId: number;
  from: Day;
  to: Day;
  since: Day;
}

/** Deliveries within sight that nobody took note of; of reports that were replaced nobody has to. */
export function unreceived(sql: Sql, provinceId: number): Promise<UnreceivedRow[]> {
  return sql.rows<UnreceivedRow>(
    `select d.report_id as "reportId", d.unit_id as "unitId", r.indicator_id as "indicatorId", r.from_day::text as "from", r.to_day::text as "to",
            (m.at at time zone 'Asia/Ho_Chi_Minh')::date::text as since
       from report_delivery d join report r on r.id = d.report_id join moment m on m.id = d.recorded_by
      where d.province_id = $1 and d.received_by is null
        and not exists (select from report n where n.replaces_id = r.id and n.state = 'PUBLISHED') order by d.id`,
    [provinceId],
  );
}
