import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database.ts';
import { TEST_CONFIG } from '../../../test/test-config.ts';
import { connectDatabase } from '../../app/database.ts';
import { ENTITIES } from '../../app/start.ts';
import { ensureDemo } from './demo.service.ts';
import { ensureBase } from './seed.service.ts';

const COUNT = 3_000;
const quiet = pino({ level: 'silent' });
const databases: TestDatabase[] = [];
const clients: pg.Client[] = [];
let whole: Place;
let stored: Record<string, string>;

interface Place {
  url: string;
  db: pg.Client;
}

beforeAll(async () => {
  whole = await emptyPlace();
  await fill(whole);
  stored = await contents(whole);
});

afterAll(async () => {
  for (const client of clients) await client.end();
  for (const database of databases) await database.drop();
});

async function emptyPlace(): Promise<Place> {
  const database = await cloneDatabase('empty');
  const db = new pg.Client(database.url);
  await db.connect();
  databases.push(database);
  clients.push(db);
  return { url: database.url, db };
}

/** What a start with the demonstration does to the database, with fewer dossiers. */
async function fill({ url }: Place): Promise<void> {
  const source = await connectDatabase(url, ENTITIES, 6);
  try {
    const config = { ...TEST_CONFIG, seed: 'demo' as const };
    const provinceId = await ensureBase(source, config, quiet);
    await ensureDemo({ config, db: source, log: quiet, provinceId, now: () => new Date() }, { count: COUNT });
  } finally {
    await source.destroy();
  }
}

const CONTENTS = {
  procedures:
    'select code, name, field, tiers, valid from procedure join procedure_text on procedure_id = procedure.id',
  changes: `select l.code as list, d.number, p.code, c.action, c.tier, c.level from service_list_change c
    join service_list l on l.id = c.list_id join decision d on d.id = c.decision_id join procedure p on p.id = c.procedure_id`,
  aliases: 'select unit_id, position, alias, key from unit_alias',
  dossiers: `select d.code as dossier, unit_id, p.code as procedure, channel, status, received_at, due_at, finished_at, returned_at
    from dossier d join procedure p on p.id = d.procedure_id`,
  versions: 'select code from dossier_version',
  quarantine: 'select row_number, field, problem, fields from quarantine',
  ledger: `select definition_id, unit_id, day, sum(numerator) as numerator, sum(denominator) as denominator
    from ledger group by definition_id, unit_id, day`,
  plans: `select issuer_id, indicator_id, year, state, in_force, unit_id, hundredths, scope
    from target_plan p join target t on t.plan_id = p.id`,
};

/** Of each kind of thing the number and a checksum over all of it, without the moments at which it was stored. */
async function contents({ db }: Place): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, rows] of Object.entries(CONTENTS)) {
    const answer = await db.query<{ n: number; sum: string }>(
      `select count(*)::int as n, md5(string_agg(x::text, '|' order by x::text)) as sum from (${rows}) x`,
    );
    found[name] = `${answer.rows[0]?.n} ${answer.rows[0]?.sum}`;
  }
  return found;
}

async function moments({ db }: Place): Promise<number> {
  return (await db.query<{ n: number }>('select count(*)::int as n from moment')).rows[0]?.n ?? -1;
}

/** Waits until a step is marked, then ends every connection of the server, as its death would. */
async function breakOffAfter(step: string, { db }: Place): Promise<void> {
  for (;;) {
    if ((await db.query('select 1 from installation where step = $1', [step])).rowCount === 1) break;
    await sleep(2);
  }
  await db.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'chi-tieu'`);
}

describe('the demonstration', () => {
  it('is complete, and stays as it is at a later start', async () => {
    const sizes = Object.fromEntries(Object.entries(stored).map(([name, text]) => [name, parseInt(text)]));
    expect(sizes).toMatchObject({ procedures: 298, versions: 0, quarantine: 4, dossiers: COUNT - 4 });
    expect(sizes['ledger']).toBeGreaterThan(100);
    expect(sizes['plans']).toBeGreaterThan(20);
    const before = await moments(whole);
    await fill(whole);
    expect([await contents(whole), await moments(whole)]).toEqual([stored, before]);
  });

  it('shows the whole circle of a report: published with its closing, decided on, answered by the next draft', async () => {
    const { rows } = await whole.db.query<Record<string, unknown>>(
      `select r.from_day::text as "from", r.state, r.number, (c.reopened_by is null and c.known_at = r.known_at) as "isClosed",
              (select count(*)::int from report_file f where f.report_id = r.id) as files,
              (select count(*)::int from report_delivery d where d.report_id = r.id) > 20 as "isDelivered",
              jsonb_array_length(coalesce(r.facts -> 'directions', '[]')) as told, d.body, t.state as task
         from report r left join closed_period c on c.id = r.closed_period_id
         left join direction d on d.report_id = r.id left join direction_task t on t.direction_id = d.id order by r.from_day`,
    );
    expect(rows).toEqual([
      {
        ...{ from: '2022-07-01', state: 'PUBLISHED', number: '45/BC-MH', isClosed: true, files: 3, isDelivered: true },
        ...{ told: 0, task: 'GIVEN', body: expect.stringContaining('(minh họa)') as string },
      },
      {
        ...{ from: '2022-08-01', state: 'DRAFT', number: null, isClosed: null, files: 0, isDelivered: false },
        ...{ told: 1, task: null, body: null },
      },
    ]);
  });

  it('is in the audit trail as the work of the server itself', async () => {
    const { rows } = await whole.db.query<{ what: string; kinds: string[] }>(
      'select what, array_agg(distinct actor_kind) as kinds from audit_event group by what',
    );
    const acts = ['ALIASES_SET', 'BASE_FILLED', 'BATCH_TAKEN', 'LIST_AMENDED', 'PLAN_CREATED', 'PLAN_MOVED'];
    expect(rows.map(({ what }) => what)).toEqual(
      expect.arrayContaining([...acts, 'PROCEDURE_SAVED', 'TARGETS_SET']) as string[],
    );
    expect(new Set(rows.flatMap(({ kinds }) => kinds))).toEqual(new Set(['PROCESS']));
  });

  it('is the same in every database, even where two servers start at the same time', async () => {
    const other = await emptyPlace();
    await Promise.all([fill(other), fill(other)]);
    expect(await contents(other)).toEqual(stored);
  });

  it('is completed to what it would have been when it was broken off half way', async () => {
    const broken = await emptyPlace();
    const [outcome] = await Promise.allSettled([fill(broken), breakOffAfter('demo aliases', broken)]);
    expect(outcome.status).toBe('rejected');
    expect(await contents(broken)).not.toEqual(stored);
    await fill(broken);
    expect(await contents(broken)).toEqual(stored);
  });
});
