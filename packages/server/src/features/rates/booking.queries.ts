import type { Writer } from '../../app/database.ts';
import { bookedDefinitions, type BookedDefinitions } from './booked.queries.ts';
import type { CatalogueCause, Cause } from './causes.types.ts';
import { alike, countsBy, COUNTING_DAY, eligibleCte, IN_NUMERATOR } from './classified.queries.ts';
import { Differences } from './differences.queries.ts';
import { keepStanding } from './known-earlier.queries.ts';
import { bookServices, openServices, takeServices } from './service-booking.queries.ts';

/**
 * Collects what a transaction changes about the figures and books the difference: contributions are taken out for what
 * was and put in for what is, added up by (definition, unit, day, cause), and what is left goes to the ledger and the totals.
 * Hold the dossier lock (app/moments.ts) from before the first `take` until the end of the transaction. Which definitions it books
 * for is read once, when it opens: both sides of a difference are booked for the same ones.
 */
export class Booking {
  private readonly tx: Writer;
  private readonly provinceId: number;
  private readonly booked: BookedDefinitions;

  private constructor(tx: Writer, provinceId: number, booked: BookedDefinitions) {
    this.tx = tx;
    this.provinceId = provinceId;
    this.booked = booked;
  }

  /** Books for all definitions that are kept up to date, or for those that are told. */
  static async open(tx: Writer, provinceId: number, only?: BookedDefinitions): Promise<Booking> {
    const booked = only ?? (await bookedDefinitions(tx, provinceId));
    if (booked.services.length > 0) await openServices(tx);
    await tx.run(`create temporary table booking (
      definition_id int not null, unit_id int not null, day date not null, cause ledger_cause not null, numerator int not null,
      denominator int not null
    ) on commit drop`);
    return new Booking(tx, provinceId, booked);
  }

  /**
   * Adds (+1) or takes out (−1) the contributions of dossiers, by the catalogue as it stands in this transaction now, and says why.
   * `source` is a from-clause item named `d` with the columns of `dossier`; `$1` is the province, `params` start at $2.
   */
  async take(cause: Cause, sign: 1 | -1, source: string, params: unknown[] = []): Promise<void> {
    await this.gather(source, params);
    await this.takeGathered(cause, sign);
    await this.forget();
  }

  /** Puts dossiers together that are alike to every definition, so that each kind is classified once; until they are forgotten. */
  private async gather(source: string, params: unknown[] = []): Promise<void> {
    // A source may not ask for the province at all.
    const from = `${source} where $1::int is not null`;
    await this.tx.run(`create temporary table gathered on commit drop as ${alike(from)}`, [this.provinceId, ...params]);
  }

  private async forget(): Promise<void> {
    await this.tx.run('drop table gathered');
  }

  private async takeGathered(cause: Cause, sign: 1 | -1): Promise<void> {
    const { tx, provinceId, booked } = this;
    if (booked.services.length > 0) await takeServices(tx, provinceId, booked, sign);
    if (booked.dossiers.length === 0) return;
    await tx.run(
      `with ${eligibleCte(`i.province_id = $1 and i.id in (${booked.dossiers.join()})`, 'null')}
       insert into booking (definition_id, unit_id, day, cause, numerator, denominator)
       select e.definition_id, d.unit_id, ${COUNTING_DAY}, $3::ledger_cause,
              $2::int * coalesce(sum(d.n) filter (where ${IN_NUMERATOR}), 0), $2::int * sum(d.n)
         from gathered d
         join unit u on u.id = d.unit_id
         join eligible e on ${countsBy('null')}
        where ${booked.isDone('e.definition_id')}
        group by 1, 2, 3`,
      [provinceId, sign, cause],
    );
  }

  /** Adds and takes out dossiers of the procedures by the days that `Differences` found. */
  async takeDifferences(cause: Cause, procedureIds: readonly number[]): Promise<void> {
    // The planner takes the few rows of a temporary table for a sign that few dossiers count. A tenth of all of them are read page by
    // page and added up as they come, not one by one in the order of an index and sorted.
    await this.tx.run('set local enable_indexscan = off');
    await this.tx.run('set local enable_sort = off');
    await this.tx.run(
      `insert into booking (definition_id, unit_id, day, cause, numerator, denominator)
       select e.definition_id, d.unit_id, ${COUNTING_DAY}, $3::ledger_cause,
              coalesce(sum(e.sign) filter (where ${IN_NUMERATOR}), 0), sum(e.sign)
         from dossier d
         join unit u on u.id = d.unit_id
         join eligible_difference e on ${countsBy('null')}
        where d.province_id = $1 and d.procedure_id = any ($2) and ${this.booked.isDone('e.definition_id')}
        group by 1, 2, 3`,
      [this.provinceId, procedureIds, cause],
    );
    await this.tx.run('set local enable_indexscan = on');
    await this.tx.run('set local enable_sort = on');
  }

  /** Books what is left; returns how many figures of a unit and day changed, those that changed for two causes twice. */
  async close(): Promise<number> {
    const { tx } = this;
    if (this.booked.services.length > 0) await bookServices(tx, this.provinceId);
    await tx.run(`create temporary table delta on commit drop as
      select definition_id, unit_id, day, cause, sum(numerator)::int as numerator, sum(denominator)::int as denominator
        from booking group by definition_id, unit_id, day, cause having sum(numerator) <> 0 or sum(denominator) <> 0`);
    const changed = await tx.run(
      `insert into ledger (province_id, definition_id, unit_id, day, moment_id, cause, numerator, denominator)
       select $1, definition_id, unit_id, day, $2, cause, numerator, denominator from delta order by definition_id, unit_id, day, cause`,
      [this.provinceId, tx.moment],
    );
    if (changed > 0) {
      await this.addUp('day_total', 'day', 'day');
      await this.addUp('month_total', 'month', `date_trunc('month', day)::date`);
      await keepStanding(tx, this.provinceId);
    }
    await tx.run('drop table booking, delta');
    return changed;
  }

  private async addUp(table: 'day_total' | 'month_total', column: string, expression: string): Promise<void> {
    await this.tx.run(
      `merge into ${table} t
       using (select definition_id, unit_id, ${expression} as at, sum(numerator)::int as numerator, sum(denominator)::int as denominator
                from delta group by 1, 2, 3 having sum(numerator) <> 0 or sum(denominator) <> 0) x
          on t.province_id = $1 and t.definition_id = x.definition_id and t.unit_id = x.unit_id and t.${column} = x.at
        when matched then update set numerator = t.numerator + x.numerator, denominator = t.denominator + x.denominator
        when not matched then insert (province_id, definition_id, unit_id, ${column}, numerator, denominator)
             values ($1, x.definition_id, x.unit_id, x.at, x.numerator, x.denominator)`,
      [this.provinceId],
    );
  }
}

/**
 * Runs a change of the catalogue, or of units, and books what it does to the figures, with its cause: of the dossiers of the procedures it
 * touches those alone are looked at again for which the days on which they may count are others than before.
 */
export async function bookCatalogueChange<T>(
  tx: Writer,
  provinceId: number,
  cause: CatalogueCause,
  procedureIds: number[],
  change: () => Promise<T>,
): Promise<T> {
  if (procedureIds.length === 0) return change();
  const booked = await bookedDefinitions(tx, provinceId, { ofCatalogue: true });
  const booking = await Booking.open(tx, provinceId, booked);
  const differences = await Differences.open(tx, provinceId, booked, procedureIds);
  const result = await change();
  if (await differences.find()) await booking.takeDifferences(cause, procedureIds);
  await differences.forget();
  await booking.close();
  return result;
}
