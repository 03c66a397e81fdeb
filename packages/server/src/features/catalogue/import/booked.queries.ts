import type { Writer } from '../../../app/database.ts';

/** What a transaction has done to the figures of one indicator so far. */
export interface BookedChange {
  indicator: string;
  numerator: number;
  denominator: number;
  /** How many receiving units it touches. */
  units: number;
  from: string;
  to: string;
}

/** Reads from the ledger what this transaction has booked. */
export function bookedBy(tx: Writer, provinceId: number): Promise<BookedChange[]> {
  return tx.rows<BookedChange>(
    `select i.code as indicator, sum(l.numerator)::int as numerator, sum(l.denominator)::int as denominator,
            count(distinct l.unit_id)::int as units, min(l.day)::text as "from", max(l.day)::text as "to"
       from ledger l join indicator i on i.id = l.indicator_id
      where l.province_id = $1 and l.moment_id = $2 group by i.code order by i.code`,
    [provinceId, tx.moment],
  );
}
