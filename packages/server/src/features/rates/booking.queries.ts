import type { Writer } from '../../app/database.ts';
import { countsBy, COUNTING_DAY, eligibleCte } from './classified.queries.ts';

/**
 * Collects what a transaction changes about the figures and books the difference: contributions are taken out for what
 * was and put in for what is, added up by (indicator, unit, day), and what is left goes to the ledger and the totals.
 * Hold the dossier lock (app/moments.ts) from before the first `take` until the end of the transaction.
 */
export class Booking {
  private readonly tx: Writer;
  private readonly provinceId: number;

  private constructor(tx: Writer, provinceId: number) {
    this.tx = tx;
    this.provinceId = provinceId;
  }

  static async open(tx: Writer, provinceId: number): Promise<Booking> {
    await tx.run(`create temporary table booking (
      indicator_id int not null, unit_id int not null, day date not null, numerator int not null, denominator int not null
    ) on commit drop`);
    return new Booking(tx, provinceId);
  }

  /**
   * Adds (+1) or takes out (−1) the contributions of dossiers, by the catalogue as it stands in this transaction now.
   * `source` is a from-clause item named `d` with the columns of `dossier`; `params` start at $3.
   */
  async take(sign: 1 | -1, source: string, params: unknown[] = [], which = 'true'): Promise<void> {
    await this.tx.run(
      `with ${eligibleCte(`i.province_id = $1 and i.eligibility_date <> 'PERIOD_END' and ${which}`, 'null')}
       insert into booking (indicator_id, unit_id, day, numerator, denominator)
       select e.indicator_id, d.unit_id, ${COUNTING_DAY},
              $2::int * count(*) filter (where d.channel = e.numerator_channel), $2::int * count(*)
         from ${source}
         join unit u on u.id = d.unit_id
         join eligible e on ${countsBy('null')}
        group by 1, 2, 3`,
      [this.provinceId, sign, ...params],
    );
  }

  /** Books what is left; returns how many figures of a unit and day changed. */
  async close(): Promise<number> {
    const { tx } = this;
    await tx.run(`create temporary table delta on commit drop as
      select indicator_id, unit_id, day, sum(numerator)::int as numerator, sum(denominator)::int as denominator
        from booking group by indicator_id, unit_id, day having sum(numerator) <> 0 or sum(denominator) <> 0`);
    const changed = await tx.run(
      `insert into ledger (province_id, indicator_id, unit_id, day, moment_id, numerator, denominator)
       select $1, indicator_id, unit_id, day, $2, numerator, denominator from delta order by indicator_id, unit_id, day`,
      [this.provinceId, tx.moment],
    );
    if (changed > 0) {
      await this.addUp('day_total', 'day', 'day');
      await this.addUp('month_total', 'month', `date_trunc('month', day)::date`);
    }
    await tx.run('drop table booking, delta');
    return changed;
  }

  private async addUp(table: 'day_total' | 'month_total', column: string, expression: string): Promise<void> {
    await this.tx.run(
      `merge into ${table} t
       using (select indicator_id, unit_id, ${expression} as at, sum(numerator)::int as numerator, sum(denominator)::int as denominator
                from delta group by 1, 2, 3) x
          on t.province_id = $1 and t.indicator_id = x.indicator_id and t.unit_id = x.unit_id and t.${column} = x.at
        when matched then update set numerator = t.numerator + x.numerator, denominator = t.denominator + x.denominator
        when not matched then insert (province_id, indicator_id, unit_id, ${column}, numerator, denominator)
             values ($1, x.indicator_id, x.unit_id, x.at, x.numerator, x.denominator)`,
      [this.provinceId],
    );
  }
}

/**
 * Runs a change of the catalogue and books what it does to the figures: the contributions of the procedures it touches
 * are taken out before and put in after.
 */
export async function bookCatalogueChange<T>(
  tx: Writer,
  provinceId: number,
  procedureIds: number[],
  change: () => Promise<T>,
): Promise<T> {
  if (procedureIds.length === 0) return change();
  const touched = '(select * from dossier where province_id = $1 and procedure_id = any ($3)) d';
  const booking = await Booking.open(tx, provinceId);
  await booking.take(-1, touched, [procedureIds]);
  const result = await change();
  await booking.take(1, touched, [procedureIds]);
  await booking.close();
  return result;
}
