import type { Day } from '@chi-tieu/shared/domain/days';
import type { SampleList, SampleResult } from '@chi-tieu/shared/domain/inspection/sample';
import type { Writer } from '../../../app/database.ts';
import type { Scope } from '../../../app/enums.ts';
import type { Sql } from '../../../app/sql.ts';

/** From what a sample is drawn. */
export interface SampleQuestion {
  unitId: number;
  indicatorId: number;
  scope: Scope;
  list: SampleList;
  from: Day;
  to: Day;
}

/** A sample as it is stored. */
export interface SampleRow extends SampleQuestion {
  id: string;
  inspectionId: string;
  knownAt: Date;
  size: number;
  frameSize: number;
  frameSha256: string;
  seed: string | null;
  replacedBy: string | null;
  reason: string | null;
  by: string | null;
  at: Date;
}

const SELECT = `select s.id::text, s.inspection_id::text as "inspectionId", s.unit_id as "unitId", s.indicator_id as "indicatorId", s.scope, s.list,
    s.from_day::text as "from", s.to_day::text as "to", s.known_at as "knownAt", s.size, s.frame_size as "frameSize",
    s.frame_sha256 as "frameSha256", s.seed, s.replaced_by::text as "replacedBy", s.reason, account_name(s.account_id) as by, m.at
  from inspection_sample s join moment m on m.id = s.recorded_by`;

/** The samples within sight of some inspections, in their order. */
export function samplesOfInspections(sql: Sql, provinceId: number, ids: readonly string[]): Promise<SampleRow[]> {
  return sql.rows<SampleRow>(
    `${SELECT} where s.province_id = $1 and s.inspection_id = any ($2::bigint[]) order by s.inspection_id, s.id`,
    [provinceId, ids],
  );
}

/** One by its id, within sight. */
export function sampleById(sql: Sql, provinceId: number, id: string): Promise<SampleRow | null> {
  return sql.row<SampleRow>(`${SELECT} where s.province_id = $1 and s.id = $2`, [provinceId, id]);
}

/** The same, held until the transaction ends. */
export async function lockSample(tx: Writer, provinceId: number, id: string): Promise<SampleRow | null> {
  await tx.row('select 1 from inspection_sample where province_id = $1 and id = $2 for update', [provinceId, id]);
  return sampleById(tx, provinceId, id);
}

/** The sample of a question that stands. */
export function standingSample(tx: Writer, inspectionId: string, question: SampleQuestion): Promise<SampleRow | null> {
  const { unitId, indicatorId, scope, list, from, to } = question;
  return tx.row<SampleRow>(
    `${SELECT} where s.inspection_id = $1 and s.unit_id = $2 and s.indicator_id = $3 and s.scope = $4 and s.list = $5 and s.from_day = $6
        and s.to_day = $7 and s.replaced_by is null`,
    [inspectionId, unitId, indicatorId, scope, list, from, to],
  );
}

export type NewSample = SampleQuestion &
  Pick<SampleRow, 'inspectionId' | 'knownAt' | 'size' | 'frameSize' | 'frameSha256'>;

/** Adds a sealed sample in place of an earlier one of its question, if there is one; gives its id. */
export async function insertSample(
  tx: Writer,
  provinceId: number,
  sample: NewSample,
  replaced: { id: string; reason: string } | null,
): Promise<string> {
  const row = await tx.row<{ id: string }>(
    `select nextval(pg_get_serial_sequence('inspection_sample', 'id'))::text as id`,
    [],
  );
  if (!row) throw new Error('The database gave no sample.');
  if (replaced) await tx.run('update inspection_sample set replaced_by = $2 where id = $1', [replaced.id, row.id]);
  await tx.run(
    `insert into inspection_sample (id, province_id, inspection_id, unit_id, indicator_id, scope, list, from_day, to_day, known_at, size,
                                    frame_size, frame_sha256, reason, account_id, recorded_by)
     overriding system value values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      ...[row.id, provinceId, sample.inspectionId, sample.unitId, sample.indicatorId, sample.scope, sample.list],
      ...[sample.from, sample.to, sample.knownAt, sample.size, sample.frameSize, sample.frameSha256],
      ...[replaced?.reason ?? null, tx.accountId, tx.moment],
    ],
  );
  return row.id;
}

/** A dossier that was drawn, with what was found there. */
export interface DrawnRow {
  sampleId: string;
  place: number;
  code: string;
  result: SampleResult | null;
  note: string | null;
  version: number;
  by: string | null;
}

/** Stores the seed of a sample and what it drew. */
export async function storeDrawn(
  tx: Writer,
  provinceId: number,
  sample: Pick<SampleRow, 'id'>,
  { seed, codes }: { seed: string; codes: readonly string[] },
): Promise<void> {
  await tx.run('update inspection_sample set seed = $2 where id = $1', [sample.id, seed]);
  await tx.run(
    `insert into inspection_drawn (province_id, sample_id, place, code, recorded_by)
     select $1, $2, c.place, c.code, $4 from unnest($3::text[]) with ordinality as c (code, place)`,
    [provinceId, sample.id, codes, tx.moment],
  );
}

const DRAWN = `select d.sample_id::text as "sampleId", d.place, d.code, d.result, d.note, d.version, account_name(d.account_id) as by
  from inspection_drawn d`;

/** What samples drew, in the order of the draw. */
export function drawnOf(sql: Sql, provinceId: number, ids: readonly string[]): Promise<DrawnRow[]> {
  return sql.rows<DrawnRow>(
    `${DRAWN} where d.province_id = $1 and d.sample_id = any ($2::bigint[]) order by d.sample_id, d.place`,
    [provinceId, ids],
  );
}

/** One of them, held until the transaction ends. */
export async function lockDrawn(tx: Writer, sampleId: string, place: number): Promise<DrawnRow | null> {
  await tx.row('select 1 from inspection_drawn where sample_id = $1 and place = $2 for update', [sampleId, place]);
  return tx.row<DrawnRow>(`${DRAWN} where d.sample_id = $1 and d.place = $2`, [sampleId, place]);
}

/** Stores what was found at a dossier; its version grows. */
export async function storeResult(
  tx: Writer,
  { sampleId, place }: DrawnRow,
  { result, note }: Pick<DrawnRow, 'result' | 'note'>,
): Promise<void> {
  await tx.run(
    `update inspection_drawn set result = $3, note = $4, version = version + 1, account_id = $5, recorded_by = $6
      where sample_id = $1 and place = $2`,
    [sampleId, place, result, note, tx.accountId, tx.moment],
  );
}
