import type { Writer } from '../../../app/database.ts';
import { content, said, values } from './content.ts';

/**
 * Tells the rows of `incoming` apart, in one look at what is stored: `changed` are those that say something else of a dossier that
 * is known, or lift that it is gone (`turns`); `fresh` those of dossiers that are not known; the others say what stands. A dossier that
 * is gone stays so unless its row lifts that. Nothing reads `incoming` afterwards.
 */
export async function splitRows(tx: Writer, provinceId: number): Promise<void> {
  const known = await tx.run(
    `create temporary table known on commit drop as
     select i.row_no, d.id as dossier_id, case when not i.lifts or d.gone = 'MERGED' then d.gone end as gone,
            i.lifts and d.gone is not distinct from 'DELETED' as turns, ${content('i')} is distinct from ${content('d')} as is_changed
       from incoming i join dossier d on d.province_id = $1 and d.code_key = i.code_key`,
    [provinceId],
  );
  await tx.run(
    `create temporary table changed on commit drop as
     select k.dossier_id, ${said('i')}, k.gone, k.turns
       from incoming i join known k on k.row_no = i.row_no where k.is_changed or k.turns`,
  );
  // A first import has nothing but new dossiers: they are not copied once more.
  if (known === 0) await tx.run('alter table incoming rename to fresh');
  else
    await tx.run(
      `create temporary table fresh on commit drop as
       select ${values('i')} from incoming i where not exists (select from known k where k.row_no = i.row_no)`,
    );
}
