import type { Drawing, Shape } from '@chi-tieu/shared/domain/boundaries/drawing';
import type { Writer } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';

/** What is told of a drawing without its shapes. */
export interface DrawingRow extends Pick<Drawing, 'width' | 'height'> {
  name: string;
  /** The moment of writing: no later drawing has the same one, also where one was taken away between. */
  version: number;
  at: Date;
  by: string | null;
}

/** The drawing of a province; null while nobody put one there. */
export function drawingOf(sql: Sql, provinceId: number): Promise<DrawingRow | null> {
  return sql.row<DrawingRow>(
    `select d.name, d.width, d.height, d.recorded_by::int as version, m.at, account_name(d.account_id) as by
       from boundary_drawing d join moment m on m.id = d.recorded_by where d.province_id = $1`,
    [provinceId],
  );
}

/** How each unit is drawn, in the order of codes. */
export async function shapesOf(sql: Sql, provinceId: number): Promise<Shape[]> {
  const row = await sql.row<{ shapes: Shape[] }>('select shapes from boundary_drawing where province_id = $1', [
    provinceId,
  ]);
  return row?.shapes ?? [];
}

/** The version of the drawing, held until the transaction ends; null where there is none. */
export async function lockDrawing(tx: Writer, provinceId: number): Promise<number | null> {
  const row = await tx.row<{ version: number }>(
    'select recorded_by::int as version from boundary_drawing where province_id = $1 for update',
    [provinceId],
  );
  return row?.version ?? null;
}

/** Puts a drawing there, in the place of the one that is held or of none; false where somebody put one there meanwhile. */
export async function putDrawing(
  tx: Writer,
  provinceId: number,
  { name, width, height, shapes }: Drawing & { name: string },
  isThere: boolean,
): Promise<boolean> {
  const given = [provinceId, name, width, height, JSON.stringify(shapes), tx.accountId, tx.moment];
  const kept = await tx.rows(
    isThere
      ? `update boundary_drawing set name = $2, width = $3, height = $4, shapes = $5, account_id = $6, recorded_by = $7
          where province_id = $1 returning 1`
      : `insert into boundary_drawing (province_id, name, width, height, shapes, account_id, recorded_by)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning 1`,
    given,
  );
  return kept.length > 0;
}

export async function deleteDrawing(tx: Writer, provinceId: number): Promise<void> {
  await tx.run('delete from boundary_drawing where province_id = $1', [provinceId]);
}

/** Which of some codes belong to units, today or ever. */
export async function knownCodes(sql: Sql, provinceId: number, codes: readonly string[]): Promise<Set<string>> {
  const rows = await sql.rows<{ code: string }>(
    `select distinct v.code from unit_version v where v.province_id = $1 and v.code = any ($2)`,
    [provinceId, codes],
  );
  return new Set(rows.map(({ code }) => code));
}
