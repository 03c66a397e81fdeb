import type { Day } from '@chi-tieu/shared/domain/days';
import type { Gone } from '@chi-tieu/shared/domain/eligibility';
import type { Channel, CountedAs } from '../../app/enums.ts';
import type { Page } from '../../app/connection.ts';
import type { Sql } from '../../app/sql.ts';
import { countsBy, COUNTING_DAY, eligibleCte, IN_NUMERATOR } from '../rates/classified.queries.ts';
import type { DefinitionId } from '../rates/indicators.queries.ts';
import { wasThere } from './bridge/counted-again.queries.ts';

/** What can be different between two versions of a dossier. */
export interface DossierSide {
  unitId: number;
  procedureId: number;
  channel: Channel;
  status: number;
  receivedAt: Date;
  dueAt: Date | null;
  finishedAt: Date | null;
  gone: Gone | null;
  countedAs: CountedAs;
}

/** A dossier because of which a figure is another one. */
export interface ChangedDossierRow {
  id: string;
  code: string;
  version: number;
  /** When the version that stands was recorded. */
  at: Date;
  batch: string | null;
  before: DossierSide | null;
  after: DossierSide;
}

export interface ChangedAsked {
  /** NEW: came since the instant. GONE: was there, and is gone since, or there again. CORRECTED: was there, and reads other than then. */
  cause: 'NEW' | 'CORRECTED' | 'GONE';
  /** By which definitions it counted then, and counts now. */
  definitionThen: DefinitionId;
  definitionNow: DefinitionId;
  from: Day;
  to: Day;
  /** Receiving units of the figure then, and now. */
  unitsThen: readonly number[];
  unitsNow: readonly number[];
  since: Date;
}

const side = (
  d: string,
  counted: string,
) => `jsonb_build_object('unitId', ${d}.unit_id, 'procedureId', ${d}.procedure_id,
  'channel', ${d}.channel, 'status', ${d}.status, 'receivedAt', ${d}.received_at, 'dueAt', ${d}.due_at,
  'finishedAt', ${d}.finished_at, 'gone', ${d}.gone, 'countedAs', coalesce(${counted}, 'NOT_COUNTED'))`;

/** How dossier `d` of a unit among `units` counts by `eligible`, in the period; null where it does not. */
const counted = (eligible: string, units: string) => `left join lateral (
    select case when ${IN_NUMERATOR} then 'NUMERATOR' else 'DENOMINATOR' end as as_what
      from ${eligible} e join unit u on u.id = d.unit_id
     where d.unit_id = any (${units}) and ${countsBy('$6')} and ${COUNTING_DAY} between $5 and $6 limit 1) c on true`;

/** $1 province, $2 and $3 definitions, $4 since, $5 from, $6 to, $7 and $8 units. */
function changed(cause: ChangedAsked['cause']): string {
  const both = '(array_cat($7::int[], $8::int[]))';
  const touches = (d: string) => `${d}.province_id = $1 and ${d}.unit_id = any ${both}
    and (${d}.finished_day between $5 and $6 or ${d}.received_day between $5 and $6)`;
  const ids =
    cause === 'NEW'
      ? `select d.id from dossier d where ${touches('d')} and not ${wasThere('d.id', '$4')}`
      : `select d.id from dossier d join moment m on m.id = d.recorded_by and m.at > $4
          where ${touches('d')} and ${wasThere('d.id', '$4')}
         union
         select v.dossier_id from dossier_version v join moment r on r.id = v.recorded_by and r.at <= $4
           join moment s on s.id = v.superseded_by and s.at > $4 where ${touches('v')}`;
  return `with ${eligibleCte('i.id = $2', '$4', { name: 'was' })}, ${eligibleCte('i.id = $3', 'null', { name: 'now' })},
    touched as (${ids}),
    before as (select d.*, c.as_what from (
      select v.* from touched t join dossier_version v on v.province_id = $1 and v.dossier_id = t.id
        join moment r on r.id = v.recorded_by and r.at <= $4 join moment s on s.id = v.superseded_by and s.at > $4) d
      ${counted('was', '$7')}),
    after as (select d.*, c.as_what from (
      select x.* from touched t join dossier x on x.province_id = $1 and x.id = t.id) d
      ${counted('now', '$8')}),
    changed as (
      select a.id, a.code, a.version, a.recorded_by, a.batch_id, a.as_what is distinct from b.as_what as differs,
             case when b.dossier_id is not null then ${side('b', 'b.as_what')} end as before, ${side('a', 'a.as_what')} as after
        from after a left join before b on b.dossier_id = a.id
       where ${{ NEW: 'true', CORRECTED: 'a.gone is not distinct from b.gone', GONE: 'a.gone is distinct from b.gone' }[cause]})`;
}

function params(provinceId: number, asked: ChangedAsked): unknown[] {
  const { definitionThen, definitionNow, since, from, to, unitsThen, unitsNow } = asked;
  return [provinceId, definitionThen, definitionNow, since, from, to, unitsThen, unitsNow];
}

/** The dossiers that count other than they did, or that are new and count; one more than asked for. */
export async function listChanged(
  sql: Sql,
  provinceId: number,
  asked: ChangedAsked,
  page: Page<[string]>,
): Promise<ChangedDossierRow[]> {
  const rows = await sql.rows<Omit<ChangedDossierRow, 'before' | 'after'> & { before: Stored | null; after: Stored }>(
    `${changed(asked.cause)}
     select c.id, c.code, c.version, m.at, b.name as batch, c.before, c.after
       from changed c join moment m on m.id = c.recorded_by left join ingest_batch b on b.id = c.batch_id
      where c.differs and ($9::bigint is null or c.id > $9) order by c.id limit $10`,
    [...params(provinceId, asked), page.after?.[0] ?? null, page.first + 1],
  );
  return rows.map((row) => ({ ...row, before: row.before && read(row.before), after: read(row.after) }));
}

/** How many there are. */
export async function countChanged(sql: Sql, provinceId: number, asked: ChangedAsked): Promise<number> {
  const row = await sql.row<{ n: number }>(
    `${changed(asked.cause)} select count(*)::int as n from changed where differs`,
    params(provinceId, asked),
  );
  return row?.n ?? 0;
}

type Stored = Omit<DossierSide, 'receivedAt' | 'dueAt' | 'finishedAt'> &
  Record<'receivedAt', string> &
  Record<'dueAt' | 'finishedAt', string | null>;

function read(stored: Stored): DossierSide {
  const time = (text: string | null) => (text === null ? null : new Date(text));
  return {
    ...stored,
    receivedAt: new Date(stored.receivedAt),
    dueAt: time(stored.dueAt),
    finishedAt: time(stored.finishedAt),
  };
}
