import type { Drawing, Shape } from '@chi-tieu/shared/domain/boundaries/drawing';
import type { Writer } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';

/** What is told of a drawing without its shapes. */
export interface DrawingRow extends Pick<Drawing, 'width' | 'height'> {
  name: string;
  at: Date;
  by: string | null;
}

/** The drawing of a province; null while nobody put one there. */
export function drawingOf(sql: Sql, provinceId: number): Promise<DrawingRow | null> {
  return sql.row<DrawingRow>(
    `select d.name, d.width, d.height, m.at, account_name(d.account_id) as by
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

export async function replaceDrawing(
  tx: Writer,
  provinceId: number,
  { name, width, height, shapes }: Drawing & { name: string },
): Promise<void> {
  await tx.run(
    `insert into boundary_drawing (province_id, name, width, height, shapes, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (province_id) do update set name = excluded.name, width = excluded.width, height = excluded.height,
       shapes = excluded.shapes, account_id = excluded.account_id, recorded_by = excluded.recorded_by`,
    [provinceId, name, width, height, JSON.stringify(shapes), tx.accountId, tx.moment],
  );
}

/** Whether there was one to be taken away. */
export async function deleteDrawing(tx: Writer, provinceId: number): Promise<boolean> {
  const gone = await tx.rows('delete from boundary_drawing where province_id = $1 returning province_id', [provinceId]);
  return gone.length > 0;
}

/** Which of some codes belong to units, today or ever. */
export async function knownCodes(sql: Sql, provinceId: number, codes: readonly string[]): Promise<Set<string>> {
  const rows = await sql.rows<{ code: string }>(
    `select distinct v.code from unit_version v where v.province_id = $1 and v.code = any ($2)`,
    [provinceId, codes],
  );
  return new Set(rows.map(({ code }) => code));
}
