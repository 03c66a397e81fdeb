import type { Within } from '@chi-tieu/shared/domain/access/reach';
import type { Writer } from '../../../app/database.ts';
import { isOutranked } from '../sources/believe.queries.ts';
import { content } from './content.ts';

/** From which share of known codes on rows are looked through for those that say nothing new, told from a sample of so many. */
export const ASIDE = { fromShare: 0.5, sample: 200 };

/** What tells of a row `i` of what comes in, beside what it is joined with, that it says nothing new. */
export interface SaysNothingNew {
  joins: string;
  condition: string;
  /** Behind the province and, where there is one, the source. */
  params: unknown[];
}

/**
 * How rows are told that say nothing new of a known dossier: they need not be sorted, believed or compared any further. Only rows
 * that nothing else looks at: taken for their unit by its code or whole name, of the sender's own units, of codes of which no report
 * waits, no row is held and that nothing was merged with or split from; of a source those alone that it has said before and was believed. Whoever
 * sets them aside has to bring back those whose code another row bears that does say something. Null where most rows seem to be new:
 * then it would be one look more at what is stored, for nothing.
 */
export async function saysNothingNew(
  tx: Writer,
  provinceId: number,
  sourceId: number | null,
  within: Within,
): Promise<SaysNothingNew | null> {
  if (!(await areMostKnown(tx, provinceId))) return null;
  const there = await whatThereIs(tx, provinceId, sourceId);
  const conditions = ['d.id is not null and i.loose_alias is null'];
  if (sourceId === null) conditions.push(`${content('i')} is not distinct from ${content('d')}`);
  else
    conditions.push(
      `p.code_key is not null and p.believed and p.gone is null and ${content('i')} is not distinct from ${content('p')}`,
    );
  const units = `any ($${sourceId === null ? 2 : 3}::int[])`;
  if (within !== null) conditions.push(`i.unit_id = ${units} and d.unit_id = ${units}`);
  if (there.hasBetter) conditions.push(`not ${isOutranked('i.code_key')}`);
  const isNone = (table: string, is: string) =>
    conditions.push(`not exists (select from ${table} x where x.province_id = $1 and ${is})`);
  if (there.hasHeld) isNone('held_row', 'x.code_key = i.code_key');
  if (there.hasWaiting) isNone('progress_waiting', 'x.code_key = i.code_key');
  if (there.hasLines) {
    isNone('dossier_identity', 'x.code_key = i.code_key and x.withdrawn_by is null');
    isNone('dossier_identity', 'x.dossier_key = i.code_key and x.withdrawn_by is null');
  }
  const said = `left join dossier_statement p on p.province_id = $1 and p.code_key = i.code_key and p.source_id = $2`;
  return {
    joins: `left join dossier d on d.province_id = $1 and d.code_key = i.code_key ${sourceId === null ? '' : said}`,
    condition: conditions.join(' and '),
    params: within === null ? [] : [within.units],
  };
}

/** Whether most of some rows of `staged`, taken from all over it, are of dossiers that are known. */
async function areMostKnown(tx: Writer, provinceId: number): Promise<boolean> {
  const found = await tx.row<{ share: number | null }>(
    `select avg((d.id is not null)::int)::float8 as share
       from (select s.code_key from staged s where s.problem is null and s.row_no % (
               select greatest(1, (c.reltuples / $2::int)::int) from pg_class c where c.oid = 'staged'::regclass) = 0 limit $2::int) s
       left join dossier d on d.province_id = $1 and d.code_key = s.code_key`,
    [provinceId, ASIDE.sample],
  );
  return (found?.share ?? -1) >= ASIDE.fromShare;
}

interface WhatThereIs {
  hasBetter: boolean;
  hasHeld: boolean;
  hasWaiting: boolean;
  hasLines: boolean;
}

/** What rows have to be asked about at all: mostly nothing of it is there. */
async function whatThereIs(tx: Writer, provinceId: number, sourceId: number | null): Promise<WhatThereIs> {
  const found = await tx.row<WhatThereIs>(
    `select exists (select from dossier_source t join dossier_source mine on mine.id = $2::int
                     where t.id <> mine.id and t.removed_at is null and t.rank < mine.rank) as "hasBetter",
            exists (select from held_row where province_id = $1) as "hasHeld",
            exists (select from progress_waiting where province_id = $1) as "hasWaiting",
            exists (select from dossier_identity where province_id = $1 and withdrawn_by is null) as "hasLines"`,
    [provinceId, sourceId],
  );
  return found ?? { hasBetter: true, hasHeld: true, hasWaiting: true, hasLines: true };
}
