/**
 * Dossiers by the million, made by the database itself and booked as the product books an import: in batches, each a moment of its
 * own, so that there is something to be known earlier. One in ten is of one procedure (`popular`).
 */
import { createRequire } from 'node:module';

const DIST = new URL('../packages/server/dist/', import.meta.url);
const server = (path) => import(new URL(path, DIST).href);
const { lockDossiers, openMoment, sealMoment } = await server('app/moments.js');
const { Booking } = await server('features/rates/booking.queries.js');
const require = createRequire(new URL('../packages/server/package.json', import.meta.url));
const pg = require('pg');

const MADE = `
  insert into dossier (province_id, unit_id, procedure_id, channel, status, received_at, due_at, finished_at, received_day, finished_day,
                       version, recorded_by, batch_id, code_key, code)
  select $1, u.id, case when n % 10 = 0 then $3::int else x.ids[1 + (n * 7919::bigint) % cardinality(x.ids)] end,
         (array['ONLINE', 'IN_PERSON', 'POSTAL', 'ONLINE']::channel[])[1 + (n / 7) % 4], case when n % 50 = 1 then 4 else 10 end,
         r.day + time '01:15', r.day + interval '4 days', f.day + time '03:00', r.day::date, f.day::date, 1, $4, $5, k.code, k.code
    from generate_series($6::bigint, $7::bigint - 1) n
    cross join (select array_agg(distinct e.procedure_id order by e.procedure_id) as ids from service_list_entry e
                 where e.superseded_by is null and e.tier = 'COMMUNE' and e.procedure_id <> $3) x
    cross join lateral (select ($2::int[])[1 + (n * 31) % cardinality($2::int[])] as id) u
    cross join lateral (select timestamp '2022-01-01' + ((n * 13) % 355) * interval '1 day' as day) r
    cross join lateral (select case when n % 50 <> 1 then r.day + ((n / 11) % 7) * interval '1 day' end as day) f
    cross join lateral (select format('H55.%s-%s-%s', 10000 + u.id, to_char(r.day, 'YYMMDD'), n) as code) k`;

/** Fills up to so many from a number on, in so many batches; gives the instants at which each was known. */
export async function fill(product, { from, to, batches }) {
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  try {
    const { Writer } = await server('app/database.js');
    const putBack = await takeIndexesOff(client);
    const there = await whatThereIs(client);
    const instants = [];
    const size = Math.ceil((to - from) / batches);
    for (let at = from; at < to; at += size) {
      await client.query('begin');
      const moment = await openMoment(new Writer(client), null, 'bench');
      instants.push(await fillOne(new Writer(client, null, moment, null), there, at, Math.min(at + size, to)));
    }
    await putBack();
    return { instants, popular: there.popular };
  } finally {
    await client.end();
  }
}

/** Indexes are made faster over all rows at once than row by row: taken off while the table is filled, and made anew as they were. */
async function takeIndexesOff(client) {
  const { rows } = await client.query(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made, c.conname as of_constraint
       from pg_index i left join pg_constraint c on c.conindid = i.indexrelid
      where i.indrelid = 'dossier'::regclass and not i.indisprimary`,
  );
  for (const { name, of_constraint: unique } of rows)
    await client.query(unique ? `alter table dossier drop constraint ${unique}` : `drop index ${name}`);
  return async () => {
    await client.query(`set maintenance_work_mem = '1GB'`);
    for (const { name, made, of_constraint: unique } of rows) {
      await client.query(made);
      if (unique) await client.query(`alter table dossier add constraint ${unique} unique using index ${name}`);
    }
  };
}

/** One batch, as an import of the product writes it: under the dossier lock, booked and sealed. */
async function fillOne(tx, { province, units, popular }, from, to) {
  await lockDossiers(tx);
  await tx.run(`set local work_mem = '256MB'`);
  const batch = (await tx.row('select gen_random_uuid() as id')).id;
  await tx.run(
    `insert into ingest_batch (id, province_id, kind, received, created, updated, unchanged, rejected, is_made, recorded_by)
     values ($1, $2, 'DOSSIERS', $3, $3, 0, 0, 0, true, $4)`,
    [batch, province, to - from, tx.moment],
  );
  await tx.run(MADE, [province, units, popular, tx.moment, batch, from, to]);
  const booking = await Booking.open(tx, province);
  await booking.take('NEW', 1, '(select * from dossier where province_id = $1 and batch_id = $2) d', [batch]);
  await booking.close();
  await sealMoment(tx, tx.moment);
  const { at } = await tx.row('select at from moment where id = $1', [tx.moment]);
  await tx.run('commit');
  return at.toISOString();
}

/** The communes, and the procedure that most is made of: on the list, of level 4, from before the year on. */
async function whatThereIs(client) {
  const { rows } = await client.query(`
    select (select id from unit where kind = 'PROVINCE') as province,
           (select array_agg(u.id order by u.id) from unit u join unit_version v on v.unit_id = u.id and v.superseded_by is null
             where u.kind = 'COMMUNE' and v.valid @> date '2022-12-31') as units,
           (select min(e.procedure_id) from service_list_entry e join service_list l on l.id = e.list_id and l.code = 'QD402'
             where e.superseded_by is null and e.tier = 'COMMUNE' and e.level = 'LEVEL_4' and e.unit_id is null
               and e.valid @> daterange('2022-01-01', '2022-12-31', '[]')) as popular`);
  return rows[0];
}
