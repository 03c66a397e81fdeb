import { write } from '../src/app/database.ts';
import { lockDossiers } from '../src/app/moments.ts';
import { EVERYTHING } from '../src/app/wall.ts';
import { bookCatalogueChange } from '../src/features/rates/booking.queries.ts';
import type { Api } from './api.ts';

/** Has a unit stand below another one, as if it always had, and books what that does: lines of lists may name the one or the other. */
export async function moveUnit(api: Api, unit: string, below: string): Promise<void> {
  const { provinceId, db } = api.app;
  await write(db, { purpose: 'moveUnit', accountId: null, sight: EVERYTHING }, async (tx) => {
    await lockDossiers(tx);
    const procedures = await tx.rows<{ id: number }>('select id from procedure where province_id = $1', [provinceId]);
    const ids = procedures.map(({ id }) => id);
    await bookCatalogueChange(tx, provinceId, 'UNITS', ids, () =>
      tx.run(
        `with moved as (
           update unit_version set superseded_by = $3 where code = $1 and superseded_by is null returning *)
         insert into unit_version (province_id, unit_id, code, name, type, parent_id, valid, source, recorded_by)
         select m.province_id, m.unit_id, m.code, m.name, m.type,
                (select unit_id from unit_version where code = $2 and superseded_by is null limit 1), m.valid, m.source, $3 from moved m`,
        [unit, below, tx.moment],
      ),
    );
  });
}
