import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../test/api.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../test/factories.ts';
import { createPlan, issuePlan, movePlan, movePlanUpTo, setTargets } from '../../test/plans.ts';
import { differences } from '../../test/verifying.ts';

let api: Api;

beforeAll(async () => {
  api = await openApi();
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
  await nameUnits(api, { '05503': ['H55.164.3'] });
});

afterAll(() => api.close());

const WRITERS = 10;
const atOnce = <T>(use: (n: number) => Promise<T>) => Promise.all(Array.from({ length: WRITERS }, (_, n) => use(n)));
const counts = (words: string[]) =>
  Object.fromEntries([...new Set(words)].sort().map((word) => [word, words.filter((other) => other === word).length]));
const rowsOf = async (query: string) => (await api.db.query<Record<string, unknown>>(query)).rows;

/**
 * The same statement by many at once, each on a connection and in a transaction of its own that commits only when all have
 * sent theirs: no lock of ours is taken, only the constraint stands between them. Gives what became of each.
 */
async function behindOurBack(statement: string): Promise<string[]> {
  const clients = Array.from({ length: WRITERS }, () => new pg.Client(api.databaseUrl));
  await Promise.all(clients.map((client) => client.connect()));
  try {
    const outcomes = clients.map(async (client) => {
      await client.query('begin');
      try {
        await client.query(statement);
        const others = async () =>
          (
            await rowsOf(
              `select 1 from pg_stat_activity where datname = current_database() and wait_event = 'transactionid'`,
            )
          ).length;
        // Whoever is first commits once all others wait for it.
        await expect.poll(others, { timeout: 20_000 }).toBe(WRITERS - 1);
        await client.query('commit');
        return 'written';
      } catch (error) {
        await client.query('rollback');
        return error instanceof pg.DatabaseError ? (error.constraint ?? error.message) : String(error);
      }
    });
    return await Promise.all(outcomes);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

describe('of many who write at once', () => {
  it('the same new dossiers each become one, made once and found unchanged by the others', async () => {
    const body = Array.from({ length: 40 }, (_, n) => dossierRow({ MaHoSo: dossierCode('H55.164.3', n) }));
    const receipts = await atOnce(() => api.ingest(body));
    expect(counts(receipts.map(({ result }) => `${result.created} ${result.unchanged}`))).toEqual({
      '0 40': 9,
      '40 0': 1,
    });
    expect(await rowsOf('select count(*)::int as n, max(version) as version from dossier')).toEqual([
      { n: 40, version: 1 },
    ]);
    expect(await differences(api)).toEqual([]);
  });

  it('other contents of the same dossier become one version after the other', async () => {
    const code = dossierCode('H55.164.3', 1);
    await atOnce((n) => api.ingest([dossierRow({ MaHoSo: code, NgayKetThucXuLy: `2022031${n}160000` })]));
    const versions = await rowsOf(
      `select version, finished_at from dossier where code = '${code}' union all
       select version, finished_at from dossier_version where code = '${code}' order by version`,
    );
    expect(versions.map(({ version }) => version)).toEqual(Array.from({ length: WRITERS + 1 }, (_, n) => n + 1));
    expect(new Set(versions.map(({ finished_at: at }) => String(at))).size).toBe(WRITERS + 1);
    expect(await differences(api)).toEqual([]);
  });

  it('one begins the plan of an issuer and year, one issues it, and all others hear of a conflict', async () => {
    const begun = await atOnce(() => createPlan(api, { year: 2021 }));
    expect(counts(begun.map(({ code }) => code ?? 'begun'))).toEqual({ CONFLICT: 9, begun: 1 });
    const id = begun.find(({ code }) => code === undefined)?.plan.id ?? '';
    await movePlanUpTo(api, id, 'APPROVED');
    const issued = await atOnce(() => movePlan(api, id, 'ISSUED', { reason: 'Theo quyết định.' }));
    expect(counts(issued.map(({ code }) => code ?? 'issued'))).toEqual({ CONFLICT: 9, issued: 1 });
    expect(
      await rowsOf(`select count(*)::int as n from plan_event where plan_id = '${id}' and to_state = 'ISSUED'`),
    ).toEqual([{ n: 1 }]);
  });

  it('each sets targets of a draft in turn: one target a unit, and no version twice', async () => {
    const { plan } = await createPlan(api, { year: 2023 });
    const set = await atOnce((n) => setTargets(api, plan.id, [{ unit: '05506', percent: 50 + n }]));
    expect(set.map(({ code }) => code)).toEqual(Array(WRITERS).fill(undefined));
    expect(await rowsOf(`select count(*)::int as n from target where plan_id = '${plan.id}'`)).toEqual([{ n: 1 }]);
    const versions = await rowsOf(`select version from plan_event where plan_id = '${plan.id}' order by version`);
    expect(versions.map(({ version }) => version)).toEqual(Array.from({ length: WRITERS + 1 }, (_, n) => n + 1));
  });
});

describe('behind our own locks a constraint alone lets one through:', () => {
  const copyOf = (table: string, changed: Record<string, string>, where: string) =>
    `insert into ${table} overriding system value
     select (jsonb_populate_record(t, jsonb_build_object(${Object.entries(changed)
       .map(([column, value]) => `'${column}', ${value}`)
       .join(', ')}))).* from ${table} t where ${where} limit 1`;

  it('one dossier a code', async () => {
    const id = `(select max(id) + 1000 + pg_backend_pid() from dossier)`;
    const outcome = await behindOurBack(copyOf('dossier', { id, code_key: `'H55.164.3-220301-9999'` }, 'true'));
    expect(counts(outcome)).toEqual({ dossier_code_is_unique: 9, written: 1 });
  });

  it('one target a unit and plan', async () => {
    const { plan } = await createPlan(api, { year: 2024 });
    await setTargets(api, plan.id, [{ unit: '05506', percent: 55 }]);
    const unit = `(select unit_id from unit_version where code = '05512' and superseded_by is null limit 1)`;
    const outcome = await behindOurBack(copyOf('target', { unit_id: unit }, `plan_id = '${plan.id}'`));
    expect(counts(outcome)).toEqual({ target_pkey: 9, written: 1 });
  });

  it('one issued plan and one unfinished plan an issuer, indicator and year', async () => {
    const plan = await issuePlan(api, { year: 2022 }, [{ unit: '05506', percent: 55 }]);
    const facts = { id: 'gen_random_uuid()', year: '2030' };
    const issued = await behindOurBack(copyOf('target_plan', facts, `id = '${plan.id}'`));
    expect(counts(issued)).toEqual({ plan_one_issued_per_issuer_and_year: 9, written: 1 });
    const draft = { ...facts, state: `'DRAFT'`, in_force: 'null', frozen: 'null' };
    const unfinished = await behindOurBack(copyOf('target_plan', draft, `id = '${plan.id}'`));
    expect(counts(unfinished)).toEqual({ plan_one_unfinished_per_issuer_and_year: 9, written: 1 });
  });
});
