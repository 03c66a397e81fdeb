import type { Writer } from '../../app/database.ts';
import type { BookedDefinitions } from './booked.queries.ts';
import { eligibleCte } from './classified.queries.ts';
import { differingDays } from './differing-days.ts';

/**
 * On which days dossiers may count before a change and not after it, and the other way round. Found from the rows of `eligible` alone,
 * which are few, so that dossiers that count before and after are looked at by nobody.
 */
export class Differences {
  private readonly tx: Writer;
  private readonly params: unknown[];
  private readonly definitions: readonly number[];

  private constructor(tx: Writer, params: unknown[], definitions: readonly number[]) {
    this.tx = tx;
    this.params = params;
    this.definitions = definitions;
  }

  /** Remembers how it is before the change, for dossiers of procedures and what definitions ask of them. */
  static async open(
    tx: Writer,
    provinceId: number,
    { dossiers }: BookedDefinitions,
    procedureIds: readonly number[],
  ): Promise<Differences> {
    const differences = new Differences(tx, [provinceId, procedureIds], dossiers);
    await differences.keep('eligible_before');
    return differences;
  }

  /**
   * Makes `eligible_difference`: rows as of `eligible`, each with the days on which it counts after the change and did not before
   * (`sign` 1), or the other way round (−1). False where there are none.
   */
  async find(): Promise<boolean> {
    await this.keep('eligible_after');
    const found = await this.tx.run(
      `create temporary table eligible_difference on commit drop as ${differingDays('eligible_before', 'eligible_after')}`,
    );
    return found > 0;
  }

  async forget(): Promise<void> {
    await this.tx.run('drop table eligible_before, eligible_after, eligible_difference');
  }

  private async keep(table: 'eligible_before' | 'eligible_after'): Promise<void> {
    const which = `i.province_id = $1 and i.id = any ($3)`;
    await this.tx.run(
      `create temporary table ${table} on commit drop as
       with ${eligibleCte(which, 'null', { procedures: '$2' })} select * from eligible`,
      [...this.params, this.definitions],
    );
  }
}
