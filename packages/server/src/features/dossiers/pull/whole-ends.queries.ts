import type { Within } from '@chi-tieu/shared/domain/access/reach';
import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';
import { isOfUnits } from '../sources/statements.queries.ts';
import type { PullSource } from './pull.queries.ts';

/** A reading that came to its end and has all that its source has, from a day of reception on (null: ever). */
export interface WholeReading {
  sourceId: number;
  reading: string;
  startedAt: Date;
  from: string | null;
}

/**
 * The reading with all that goes on with it, where it was of the whole and nothing of it is unsure: every stretch was as long as the
 * portal says, every row has a code, every file that lies there was read, and nobody set the source otherwise meanwhile.
 */
export async function wholeReading(
  sql: Sql,
  provinceId: number,
  { id, mode, settings }: PullSource,
  reading: string,
): Promise<WholeReading | null> {
  const found = await sql.row<{ startedAt: Date; yearAgo: string }>(
    `select f.started_at as "startedAt", (f.started_at - interval '364 days')::date::text as "yearAgo"
       from source_run f join dossier_source s on s.id = f.source_id and s.province_id = $1
      where f.id = $2::uuid and f.whole and s.id = $3
        and not exists (select from source_run r where r.source_id = $3 and (r.id = f.id or r.first_run = f.id)
              and (r.unsure > 0 or r.missing > 0 or r.refused > 0 or r.result = 'CHANGED'))
        and not exists (select from source_file x where x.source_id = $3 and (x.problem is not null or x.taken_at < f.started_at))
        and exists (select from read_code c where c.reading = f.id)`,
    [provinceId, reading, id],
  );
  if (!found) return null;
  const from = mode === 'PORTAL' ? (settings.from ?? found.yearAgo) : null;
  return { sourceId: id, reading, startedAt: found.startedAt, from };
}

/** What its source said of before it began, has not taken back, and had to come in it: a day later than where it began, for clocks differ. */
const SPOKEN_OF = `s.province_id = $1 and s.source_id = $2 and s.gone is null and m.at < $3::timestamptz
  and ($4::date is null or s.received_day > $4::date)`;
const STATEMENTS = 'dossier_statement s join moment m on m.id = s.recorded_by';
const AND_WHAT_CAME = 'left join read_code c on c.reading = $5::uuid and c.code_key = s.code_key';

const params = (provinceId: number, { sourceId, startedAt, from }: WholeReading) => [
  provinceId,
  sourceId,
  startedAt,
  from,
];

/** Of how many dossiers of the units for which its source may send it was to have something, and how many of them did not come. */
export async function countMissed(
  sql: Sql,
  provinceId: number,
  whole: WholeReading,
  within: Within,
): Promise<{ missed: number; known: number }> {
  const row = await sql.row<{ missed: number; known: number }>(
    `select count(*)::int as known, count(*) filter (where c.code_key is null)::int as missed
       from ${STATEMENTS} ${AND_WHAT_CAME} where ${SPOKEN_OF} and ($6::int[] is null or s.unit_id = any ($6::int[]))`,
    [...params(provinceId, whole), whole.reading, within?.units ?? null],
  );
  return row ?? { missed: 0, known: 0 };
}

/** Finds the codes that did not come, as the temporary table `missed`: that takes its time, and nobody has to wait for it. */
export async function findMissed(tx: Writer, provinceId: number, whole: WholeReading): Promise<void> {
  await tx.run(
    `create temporary table missed on commit drop as
     select s.code_key from ${STATEMENTS} ${AND_WHAT_CAME} where ${SPOKEN_OF} and c.code_key is null`,
    [...params(provinceId, whole), whole.reading],
  );
  await tx.run('analyze missed');
}

/** Leaves those codes in `missed` of which that is still so and that the source may speak for. Returns how many. Hold the dossier lock. */
export async function stillMissed(
  tx: Writer,
  provinceId: number,
  whole: WholeReading,
  within: Within,
): Promise<number> {
  await tx.run(
    `delete from missed x where not exists (
       select from ${STATEMENTS} where ${SPOKEN_OF} and s.code_key = x.code_key and ${isOfUnits('$5')})`,
    [...params(provinceId, whole), within?.units ?? null],
  );
  const row = await tx.row<{ n: number }>('select count(*)::int as n from missed');
  return row?.n ?? 0;
}
