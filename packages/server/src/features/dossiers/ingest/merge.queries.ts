import type { Within } from '@chi-tieu/shared/domain/access/reach';
import type { Writer } from '../../../app/database.ts';
import { Booking } from '../../rates/booking.queries.ts';
import { looselyNamed, openUnitNames, type LooselyNamed } from './unit-names.queries.ts';

/** What became of the rows of a body. `received` is their sum. */
export interface Outcome {
  received: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

/** What became of staged rows, and which of them were taken for a unit by a name that is its own but for marks. */
export interface Merged extends Outcome {
  loose: LooselyNamed[];
}

/** What two versions of a dossier are compared by: the fields that are kept, not how its code was written. */
const CONTENT = ['unit_id', 'procedure_id', 'channel', 'status', 'received_at', 'due_at', 'finished_at', 'returned_at'];
const VALUES = [...CONTENT, 'received_day', 'finished_day', 'code_key', 'code', 'procedure_text'];
const content = (table: string) => `(${CONTENT.map((column) => `${table}.${column}`).join(', ')})`;
const values = (table: string) => VALUES.map((column) => `${table}.${column}`).join(', ');

/**
 * Turns the staged rows into dossiers, versions and figures, by the units and procedures known inside this transaction.
 * The caller holds the dossier lock. Bad rows are left in `staged` with their problem.
 */
export async function mergeStaged(tx: Writer, provinceId: number, batchId: string, within: Within): Promise<Merged> {
  await tx.run('analyze staged');
  await resolveRows(tx, provinceId);
  if (within !== null) await refuseBeyond(tx, provinceId, within.units);
  await tx.run('analyze incoming');
  const loose = await looselyNamed(tx);
  const moreUpdates = await dropRepeatedRows(tx, provinceId);
  await splitRows(tx, provinceId);
  const booking = await Booking.open(tx, provinceId);
  const updated = await updateDossiers(tx, provinceId, batchId, booking);
  const created = await insertDossiers(tx, provinceId, batchId, booking);
  await booking.close();
  const totals = await tx.row<{ good: number; bad: number }>(
    'select count(*) filter (where problem is null)::int as good, count(*) filter (where problem is not null)::int as bad from staged',
  );
  const good = totals?.good ?? 0;
  const bad = totals?.bad ?? 0;
  await tx.run('drop table incoming, changed, fresh, unit_name');
  const written = { created, updated: updated + moreUpdates };
  return {
    received: good + bad,
    rejected: bad,
    ...written,
    unchanged: good - written.created - written.updated,
    loose,
  };
}

/**
 * Names the unit and procedure of every good row; a row whose unit or procedure nobody knows becomes a bad one. A unit is named by
 * its organisation, else by a name that it alone bears: with its marks, and only where nobody's name has these without them.
 */
async function resolveRows(tx: Writer, provinceId: number): Promise<void> {
  await openUnitNames(tx, provinceId);
  await tx.run(
    `create temporary table incoming on commit drop as
     select s.row_no, coalesce(a.unit_id, m.unit_id, n.unit_id) as unit_id,
            case when a.unit_id is null and m.unit_id is null then n.alias end as loose_alias, p.id as procedure_id, s.channel, s.status, s.received_at,
            s.due_at, s.finished_at, s.returned_at, s.received_day, s.finished_day, s.code_key, s.code, s.procedure_text
       from staged s
       left join (select distinct key, unit_id from unit_alias where province_id = $1 and key not like 'name:%') a on a.key = s.organisation
       left join (select marked, min(unit_id) as unit_id from unit_name group by marked having count(distinct unit_id) = 1) m
              on m.marked = s.unit_name_marked
       left join (select key, min(unit_id) as unit_id, min(alias) as alias from unit_name
                   group by key having count(distinct unit_id) = 1) n on n.key = s.unit_name_key
       -- One whose creation was undone says nothing, and is as unknown as one that never was.
       left join (select x.id, x.code from procedure x where x.province_id = $1
           and exists (select from procedure_text t where t.procedure_id = x.id and t.superseded_by is null)) p on p.code = s.procedure_code
      where s.problem is null`,
    [provinceId],
  );
  const unknown = 'i.unit_id is null or i.procedure_id is null';
  await turnBad(tx, unknown, {
    field: `case when i.unit_id is null then 'MaHoSo' else 'MaTTHC' end`,
    problem: `case when i.unit_id is null then 'UNKNOWN_UNIT' else 'UNKNOWN_PROCEDURE' end`,
  });
}

/**
 * Rows of units that the sender may not send for become bad ones, and so do rows of a dossier that such a unit has: before
 * anything is compared, so that nobody learns what is stored of it.
 */
async function refuseBeyond(tx: Writer, provinceId: number, units: readonly number[]): Promise<void> {
  const stored = `exists (select 1 from dossier d where d.province_id = $1 and d.code_key = i.code_key and not d.unit_id = any ($2))`;
  await tx.run(
    `create temporary table beyond on commit drop as
    select row_no from incoming i where not i.unit_id = any ($2) or ${stored}`,
    [provinceId, units],
  );
  await turnBad(tx, 'i.row_no in (select row_no from beyond)', { field: `'MaHoSo'`, problem: `'BEYOND_REACH'` });
  await tx.run('drop table beyond');
}

/** Makes bad rows of good ones, with all that is kept of them, and takes them out of what comes in. */
async function turnBad(tx: Writer, which: string, why: { field: string; problem: string }): Promise<void> {
  const turned = await tx.run(
    `update staged s set field = ${why.field}, problem = ${why.problem},
       fields = jsonb_strip_nulls(jsonb_build_object(
         'MaHoSo', s.code, 'MaTTHC', coalesce(s.procedure_text, s.procedure_code), 'DonViXuLy', s.unit_name,
         'KenhThucHien', case s.channel when 'IN_PERSON' then '1' when 'ONLINE' then '2' when 'POSTAL' then '3' end,
         'TrangThaiHoSo', s.status::text, 'NgayTiepNhan', ${stamp('s.received_at')}, 'NgayHenTra', ${stamp('s.due_at')},
         'NgayKetThucXuLy', ${stamp('s.finished_at')}, 'NgayTra', ${stamp('s.returned_at')}))
      from incoming i where i.row_no = s.row_no and (${which}) and s.problem is null`,
  );
  if (turned === 0) return;
  await tx.run(`delete from incoming i where ${which}`);
  // What was all good may be all bad now: taken for one bad row, each of them would be compared with every other.
  await tx.run('analyze staged');
}

/** As domain/vietnamTime.ts reads it: always seven hours, also where the time zone had other ones before 1975. */
function stamp(column: string): string {
  return `to_char(${column} at time zone interval '7 hours', 'YYYYMMDDHH24MISS')`;
}

/**
 * Codes that stand more than once in the body: each row is compared with the one before it, the last one counts. Drops the
 * rows before the last. Returns how many updates there were beyond those that writing the last rows will count.
 */
async function dropRepeatedRows(tx: Writer, provinceId: number): Promise<number> {
  await tx.run(`create temporary table repeated on commit drop as
    select code_key, max(row_no) as last_row from incoming group by code_key having count(*) > 1`);
  const counts = await tx.row<{ beyond: number }>(
    `select (count(*) filter (where is_update) - count(*) filter (where is_last and last_is_written))::int as beyond
       from (select i.row_no = r.last_row as is_last,
                    case when row_number() over w > 1 then ${content('i')} is distinct from (${CONTENT.map((c) => `lag(i.${c}) over w`).join(', ')})
                         else d.id is not null and ${content('i')} is distinct from ${content('d')} end as is_update,
                    d.id is not null and ${content('i')} is distinct from ${content('d')} as last_is_written
               from repeated r join incoming i on i.code_key = r.code_key
               left join dossier d on d.province_id = $1 and d.code_key = i.code_key
             window w as (partition by i.code_key order by i.row_no)) x`,
    [provinceId],
  );
  await tx.run('delete from incoming i using repeated r where i.code_key = r.code_key and i.row_no < r.last_row');
  await tx.run('drop table repeated');
  return counts?.beyond ?? 0;
}

async function splitRows(tx: Writer, provinceId: number): Promise<void> {
  await tx.run(
    `create temporary table changed on commit drop as
     select d.id as dossier_id, ${values('i')} from incoming i join dossier d on d.province_id = $1 and d.code_key = i.code_key
      where ${content('i')} is distinct from ${content('d')}`,
    [provinceId],
  );
  await tx.run(
    `create temporary table fresh on commit drop as
     select ${values('i')} from incoming i
      where not exists (select 1 from dossier d where d.province_id = $1 and d.code_key = i.code_key)`,
    [provinceId],
  );
}

/** Keeps the earlier version of each changed dossier, writes the new one and books both sides. */
async function updateDossiers(tx: Writer, provinceId: number, batchId: string, booking: Booking): Promise<number> {
  const before = '(select d.* from dossier d join changed c on c.dossier_id = d.id where d.province_id = $1) d';
  const some = await tx.row<{ n: number }>('select count(*)::int as n from changed');
  if (!some?.n) return 0;
  await booking.take(-1, before);
  await tx.run(
    `insert into dossier_version (province_id, dossier_id, ${VALUES.join(', ')}, version, recorded_by, batch_id, superseded_by)
     select d.province_id, d.id, ${values('d')}, d.version, d.recorded_by, d.batch_id, $2 from ${before}`,
    [provinceId, tx.moment],
  );
  const changed = await tx.run(
    `update dossier d set ${VALUES.map((column) => `${column} = c.${column}`).join(', ')},
            version = d.version + 1, recorded_by = $2, batch_id = $3
       from changed c where d.province_id = $1 and d.id = c.dossier_id`,
    [provinceId, tx.moment, batchId],
  );
  await booking.take(1, 'changed d');
  return changed;
}

async function insertDossiers(tx: Writer, provinceId: number, batchId: string, booking: Booking): Promise<number> {
  const created = await tx.run(
    `insert into dossier (province_id, ${VALUES.join(', ')}, version, recorded_by, batch_id)
     select $1, ${values('f')}, 1, $2, $3 from fresh f`,
    [provinceId, tx.moment, batchId],
  );
  if (created > 0) await booking.take(1, 'fresh d');
  return created;
}
