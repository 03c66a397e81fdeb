import type { Writer } from '../../app/database.ts';
import type { BookedDefinitions } from './booked.queries.ts';
import { eligibleCte, TERMS } from './classified.queries.ts';

/** What rows of `eligible` are about: of two with the same key one is before a change what the other one is after it. */
const KEY = ['definition_id', 'procedure_id', 'tier', 'unit_id', 'but'];

const NULLABLE = new Set(['unit_id', 'but']);

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
    const one = (table: string) =>
      `(select ${KEY.join()}, ${TERMS}, range_agg(during) as days from ${table} group by ${KEY.join()}, ${TERMS})`;
    // What is never null by `=`, so that many rows are joined by their hash.
    const isSame = KEY.map((column) =>
      NULLABLE.has(column) ? `a.${column} is not distinct from b.${column}` : `a.${column} = b.${column}`,
    ).join(' and ');
    const sides = (sign: 1 | -1, mine: string, theirs: string) =>
      `select ${sign} as sign, ${KEY.map((column) => `a.${column}`).join()}, ${TERMS.replaceAll(/\w+/g, 'a.$&')}, x.during
         from ${one(mine)} a left join ${one(theirs)} b on ${isSame}
        cross join lateral unnest(a.days - coalesce(b.days, '{}')) as x (during)`;
    const found = await this.tx.run(
      `create temporary table eligible_difference on commit drop as
       ${sides(-1, 'eligible_before', 'eligible_after')} union all ${sides(1, 'eligible_after', 'eligible_before')}`,
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
