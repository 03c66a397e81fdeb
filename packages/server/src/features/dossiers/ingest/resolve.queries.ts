import type { Within } from '@chi-tieu/shared/domain/access/reach';
import type { Writer } from '../../../app/database.ts';
import { saysNothingNew } from './set-aside.queries.ts';
import { openUnitNames } from './unit-names.queries.ts';

/**
 * Names the unit and procedure of every good row, as `incoming`; a row whose unit or procedure nobody knows becomes a bad one. What
 * says nothing new of a known dossier is set aside, and is not among them: it is no bad row, and changes nothing.
 */
export async function resolveRows(
  tx: Writer,
  provinceId: number,
  sourceId: number | null,
  within: Within,
): Promise<void> {
  await openUnitNames(tx, provinceId);
  const params = sourceId === null ? [provinceId] : [provinceId, sourceId];
  // So what is looked up and written lies together in the indexes by unit and day, and in that by code, which begins with both.
  const order = 'order by i.unit_id, i.received_day';
  const rows = `select i.* from (${resolved(sourceId)}) i`;
  const nothingNew = await saysNothingNew(tx, provinceId, sourceId, within);
  const some = nothingNew === null ? '' : `${nothingNew.joins} where not (${nothingNew.condition})`;
  const left = await tx.run(`create temporary table incoming on commit drop as ${rows} ${some} ${order}`, [
    ...params,
    ...(nothingNew?.params ?? []),
  ]);
  // Rows of one code are compared with one another: none of them is set aside where another one says something.
  if (nothingNew !== null && left > 0)
    await tx.run(
      `insert into incoming ${rows} where i.code_key in (select code_key from incoming)
         and not exists (select from incoming o where o.row_no = i.row_no)`,
      params,
    );
  const unknown = 'i.unit_id is null or i.procedure_id is null';
  await turnBad(tx, unknown, {
    field: `case when i.unit_id is null then 'MaHoSo' else 'MaTTHC' end`,
    problem: `case when i.unit_id is null then 'UNKNOWN_UNIT' else 'UNKNOWN_PROCEDURE' end`,
  });
}

/**
 * The good rows with their units and procedures. A unit is named by its organisation, else by a name that it alone bears: with its
 * marks, and only where nobody's name has these without them. Before all of these goes what the source calls it.
 */
function resolved(sourceId: number | null): string {
  const theirs = (name: string, column: string) =>
    `left join source_code ${name} on ${name}.source_id = $2 and ${name}.kind = 'UNIT' and ${name}.key = s.${column}`;
  const mapped = sourceId === null ? '' : `${theirs('so', 'organisation')} ${theirs('sn', 'unit_name_key')}`;
  const first = sourceId === null ? 'null::int' : 'coalesce(so.unit_id, sn.unit_id)';
  return `select s.row_no, coalesce(${first}, a.unit_id, m.unit_id, n.unit_id) as unit_id,
            case when ${first} is null and a.unit_id is null and m.unit_id is null then n.alias end as loose_alias, p.id as procedure_id, s.channel, s.status, s.received_at,
            s.due_at, s.finished_at, s.returned_at, s.received_day, s.finished_day, s.code_key, s.code, s.procedure_text,
            s.code_key as sent_key, null::dossier_gone as gone, false as lifts
       from staged s ${mapped}
       left join (select distinct key, unit_id from unit_alias where province_id = $1 and key not like 'name:%') a on a.key = s.organisation
       left join (select marked, min(unit_id) as unit_id from unit_name group by marked having count(distinct unit_id) = 1) m
              on m.marked = s.unit_name_marked
       left join (select key, min(unit_id) as unit_id, min(alias) as alias from unit_name
                   group by key having count(distinct unit_id) = 1) n on n.key = s.unit_name_key
       -- One whose creation was undone says nothing, and is as unknown as one that never was.
       left join (select x.id, x.code from procedure x where x.province_id = $1
           and exists (select from procedure_text t where t.procedure_id = x.id and t.superseded_by is null)) p on p.code = s.procedure_code
      where s.problem is null`;
}

/** Makes bad rows of good ones, with all that is kept of them, and takes them out of what comes in. */
export async function turnBad(tx: Writer, which: string, why: { field: string; problem: string }): Promise<void> {
  const turned = await tx.run(
    `update staged s set field = ${why.field}, problem = ${why.problem},
       fields = jsonb_strip_nulls(jsonb_build_object(
         'MaHoSo', s.code, 'MaTTHC', coalesce(s.procedure_text, s.procedure_code), 'DonViXuLy', s.unit_name,
         'KenhThucHien', case s.channel when 'IN_PERSON' then '1' when 'ONLINE' then '2' when 'POSTAL' then '3' end,
         'TrangThaiHoSo', s.status::text, 'NgayTiepNhan', ${stamp('s.received_at')}, 'NgayHenTra', ${stamp('s.due_at')},
         'NgayKetThucXuLy', ${stamp('s.finished_at')}, 'NgayTra', ${stamp('s.returned_at')})) || coalesce(s.theirs, '{}')
      from incoming i where i.row_no = s.row_no and (${which}) and s.problem is null`,
  );
  if (turned === 0) return;
  await tx.run(`delete from incoming i where ${which}`);
  // What was all good may be all bad now: taken for one bad row, each of them would be compared with every other.
  await tx.run('analyze staged (problem, code_key)');
}

/** As domain/vietnamTime.ts reads it: always seven hours, also where the time zone had other ones before 1975. */
function stamp(column: string): string {
  return `to_char(${column} at time zone interval '7 hours', 'YYYYMMDDHH24MISS')`;
}
