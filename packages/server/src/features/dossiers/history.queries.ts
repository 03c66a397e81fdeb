import type { Sql } from '../../app/sql.ts';

/** Something about a dossier's history that cannot be. */
export interface BrokenHistory {
  what: string;
  code: string;
  stored: string;
  expected: string;
}

/**
 * Each broken link of the chains of versions: a dossier of version n has the versions 1 to n − 1 kept, each superseded by
 * the moment that recorded the next, each later than the one before by its time (of two imports at once the one that was begun
 * first may be the last to be stored); rows that are taken for another dossier find it, and one that was merged away says for which; and every version names a moment, a batch, a unit and a
 * procedure that exist (no foreign key watches that, see the migration).
 */
export function brokenHistories(sql: Sql, provinceId: number): Promise<BrokenHistory[]> {
  return sql.rows<BrokenHistory>(
    `with version as (
       select id as dossier_id, version, recorded_by, null::bigint as superseded_by, batch_id, unit_id, procedure_id, code, code_key
         from dossier where province_id = $1
       union all
       select dossier_id, version, recorded_by, superseded_by, batch_id, unit_id, procedure_id, code, code_key
         from dossier_version where province_id = $1),
     chained as (
       select v.*, lead(version) over w as next_version, lead(recorded_by) over w as next_recorded,
              row_number() over w as place, lead(code_key) over w as next_key
         from version v window w as (partition by dossier_id order by version, superseded_by nulls last))
     select 'version' as what, code, version::text as stored, place::text as expected from chained where version <> place
     union all
     select 'superseded_by', code, coalesce(superseded_by::text, 'none'), coalesce(next_recorded::text, 'none')
       from chained left join moment made on made.id = recorded_by left join moment ended on ended.id = superseded_by
      where (superseded_by is distinct from next_recorded or ended.at <= made.at)
        -- What a decision made that was taken back ends without another version (dossiers/desk).
        and not (next_recorded is null and superseded_by in (select undone_by from cause_mend where state = 'UNDONE'))
     union all
     select 'code', code, code_key, next_key from chained where next_version is not null and code_key <> next_key
     union all
     select 'identity', x.code_key, x.dossier_key, 'a dossier' from dossier_identity x
      where x.province_id = $1 and x.withdrawn_by is null
        and not exists (select from dossier d where d.province_id = $1 and d.code_key = x.dossier_key)
     union all
     select 'gone', d.code, 'MERGED', 'another dossier' from dossier d
      where d.province_id = $1 and d.gone = 'MERGED' and d.code_key not like '%#%'
        and not exists (select from dossier_identity x where x.province_id = $1 and x.code_key = d.code_key
                           and x.source_id is null and x.withdrawn_by is null)
     union all
     select x.what, c.code, 'unknown', 'known' from chained c
      cross join lateral (values
        ('moment', exists (select 1 from moment m where m.id = c.recorded_by and m.at < 'infinity')),
        ('batch', exists (select 1 from ingest_batch b where b.id = c.batch_id and b.recorded_by = c.recorded_by)),
        ('unit', exists (select 1 from unit u where u.id = c.unit_id and u.province_id = $1)),
        ('procedure', exists (select 1 from procedure p where p.id = c.procedure_id and p.province_id = $1))) x (what, known)
      where not x.known
     order by what, code`,
    [provinceId],
  );
}

/** How many dossiers there are, and how many earlier versions of them are kept. */
export async function historySizes(sql: Sql, provinceId: number): Promise<{ dossiers: number; versions: number }> {
  const row = await sql.row<{ dossiers: number; versions: number }>(
    `select (select count(*)::int from dossier where province_id = $1) as dossiers,
            (select count(*)::int from dossier_version where province_id = $1) as versions`,
    [provinceId],
  );
  return row ?? { dossiers: 0, versions: 0 };
}
