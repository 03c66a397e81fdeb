import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GUARDED, OPEN } from '../../test/wall-tables.ts';
import { openApi, type Api } from '../../test/api.ts';
import { buildAccount, dossierRow, nameUnits, saveProcedures, type AccountFacts } from '../../test/factories.ts';
import { createPlan, movePlanUpTo, setTargets } from '../../test/plans.ts';
import { scenarioOf } from '../../test/scenarios.ts';
import { reachOfCaller } from '../features/accounts/reach.service.ts';
import { Context } from './context.ts';
import { withClient } from './database.ts';
import { EVERYTHING, sightOfCaller, type Sight } from './wall.ts';

let api: Api;

/** 05503 and 05500 lie in the city 164; 05569 succeeded 05536; 169 is elsewhere. */
const ORGANISATIONS = {
  '164': 'H55.164',
  '05500': 'H55.164.4',
  '05503': 'H55.164.3',
  '05536': 'H55.167.36',
  '05569': 'H55.167.69',
};
const EVERY_UNIT = Object.keys(ORGANISATIONS);
const CITY = ['05500', '05503', '164'];

const ADMINISTRATOR = { role: 'ADMINISTRATOR' };
const CALLERS = {
  none: {},
  expired: { ...ADMINISTRATOR, unit: '05503', to: '2020-12-31' },
  child: { ...ADMINISTRATOR, unit: '05503' },
  sibling: { ...ADMINISTRATOR, unit: '05500' },
  city: { ...ADMINISTRATOR, unit: '164' },
  successor: { ...ADMINISTRATOR, unit: '05569' },
  province: { ...ADMINISTRATOR, unit: '19' },
} as const satisfies Record<string, AccountFacts>;
type Who = keyof typeof CALLERS;

const SEES: Record<Who, string[]> = {
  none: [],
  expired: [],
  child: ['05503'],
  sibling: ['05500'],
  city: CITY,
  successor: ['05536', '05569'],
  province: EVERY_UNIT.toSorted(),
};
const WHOS = Object.keys(CALLERS) as Who[];
const EACH = WHOS.map((who) => [who, SEES[who]] as const);

const accounts = new Map<Who, number>();
const plans = { draft: '', issued: '', elsewhere: '' };

beforeAll(async () => {
  api = await openApi();
  await nameUnits(api, Object.fromEntries(Object.entries(ORGANISATIONS).map(([unit, name]) => [unit, [name]])));
  await saveProcedures(api, '2.000815');
  for (const KenhThucHien of ['1', '2'])
    await api.ingest(
      Object.values(ORGANISATIONS).map((name) => dossierRow({ MaHoSo: `${name}-220301-0001`, KenhThucHien })),
    );
  await api.ingest(Object.values(ORGANISATIONS).map((name) => ({ MaHoSo: `${name}-220301-0002` })));
  for (const who of WHOS) accounts.set(who, await homeOf(CALLERS[who]));
  plans.draft = await draft('164', '05503');
  plans.elsewhere = await draft('169', '05680');
  const begun = (await createPlan(api, { issuer: '164', year: 2021 })).plan.id;
  await setTargets(api, begun, [{ unit: '05503', percent: 50 }]);
  for (const [plan, unit] of [
    [plans.draft, '05503'],
    [plans.elsewhere, '05680'],
    [begun, '05503'],
  ] as const)
    await typed(plan, unit);
  plans.issued = (await movePlanUpTo(api, begun, 'ISSUED', { reason: 'Theo quyết định.' })).id;
});

/** A scenario of a draft, and a floor in the draft itself. */
async function typed(plan: string, unit: string): Promise<void> {
  await scenarioOf(api, plan);
  await api.db.query(
    `insert into plan_input (province_id, plan_id, unit_id, floor)
     select province_id, $1, unit_id, 40 from unit_version where code = $2 and superseded_by is null limit 1`,
    [plan, unit],
  );
}
afterAll(() => api.close());

/** An account at home where its grant is; its number. */
async function homeOf(facts: AccountFacts): Promise<number> {
  const { username } = await buildAccount(api, facts);
  const { rows } = await api.db.query<{ id: number }>(
    `update account set unit_id = (select distinct unit_id from unit_version where code = $2 and superseded_by is null)
      where username = $1 returning id`,
    [username, facts.unit ?? null],
  );
  return rows[0]?.id ?? 0;
}

async function draft(issuer: string, unit: string): Promise<string> {
  const { plan } = await createPlan(api, { issuer, year: 2022 });
  await setTargets(api, plan.id, [{ unit, percent: 60 }]);
  await api.ask(
    `mutation { setMilestones(plan: "${plan.id}", marks: [{ unit: "${unit}", month: 3, percent: 40 }]) { id } }`,
  );
  return plan.id;
}

/** A request of somebody, whose reach is known unless told. */
async function requestOf<T>(who: Who, use: (ctx: Context) => Promise<T>, asksReach = true): Promise<T> {
  const account = { id: accounts.get(who) ?? 0, username: who, name: who };
  const ctx = new Context(api.app, { account, locale: 'vi', requestId: 'test' });
  try {
    if (asksReach) await reachOfCaller(ctx);
    return await use(ctx);
  } finally {
    await ctx.end();
  }
}

/** What a query without any filter shows, one column, sorted. */
function seen(who: Who, from: string, asksReach = true): Promise<string[]> {
  return requestOf(who, async (ctx) => (await ctx.read.rows<{ x: string }>(from)).map(({ x }) => x).sort(), asksReach);
}

/** The codes of the units of a table's rows. */
const unitsIn = (table: string, unit = 'unit_id') =>
  `select distinct v.code as x from ${table} t join unit_version v on v.unit_id = t.${unit} and v.superseded_by is null`;

/** How many rows a change without any filter reaches; nothing of it is kept. */
function changed(who: Who, statement: string): Promise<number> {
  return requestOf(who, (ctx) => ctx.write('test', (tx) => tx.run(statement), { dryRun: true }));
}

const idsOf = (whos: Who[]) => whos.map((who) => String(accounts.get(who))).sort();

describe('a query that forgot its filter shows', () => {
  it.each(WHOS)('%s scenarios of issuers within reach alone, issued or not, and inputs as targets', async (who) => {
    const drafts = { city: [plans.draft], province: [plans.draft, plans.elsewhere] };
    const mine = who === 'city' || who === 'province' ? drafts[who] : [];
    const scenarios = who === 'city' || who === 'province' ? [...mine, plans.issued] : [];
    expect(await seen(who, 'select distinct plan_id::text as x from scenario')).toEqual(scenarios.sort());
    expect(await seen(who, 'select distinct plan_id::text as x from plan_input')).toEqual(
      [plans.issued, ...mine].sort(),
    );
    const count = scenarios.length;
    for (const table of ['scenario', 'plan_input']) {
      expect(await changed(who, `update ${table} set province_id = province_id`)).toBe(count);
      expect(await changed(who, `delete from ${table}`)).toBe(count);
    }
  });

  it.each(EACH)('%s the dossiers within reach: %j', async (who, units) => {
    expect(await seen(who, unitsIn('dossier'))).toEqual(units);
    expect(await seen(who, unitsIn('dossier_version'))).toEqual(units);
  });

  it.each(EACH)('%s the bad rows within reach: %j', async (who, units) => {
    expect(await seen(who, unitsIn('quarantine'))).toEqual(units);
  });

  it.each(WHOS)('%s the targets that are issued, and drafts of issuers within reach', async (who) => {
    const drafts = { city: [plans.draft], province: [plans.draft, plans.elsewhere] };
    const mine = who === 'city' || who === 'province' ? drafts[who] : [];
    expect(await seen(who, 'select distinct plan_id::text as x from target')).toEqual([plans.issued, ...mine].sort());
  });

  it.each(WHOS)('%s the marks of issued plans, and of drafts of issuers within reach', async (who) => {
    const drafts = { city: [plans.draft], province: [plans.draft, plans.elsewhere] };
    const mine = who === 'city' || who === 'province' ? drafts[who] : [];
    expect(await seen(who, 'select distinct plan_id::text as x from milestone')).toEqual(
      [plans.issued, ...mine].sort(),
    );
  });

  it.each(WHOS)('%s the accounts at home within reach, and their own', async (who) => {
    const within: Partial<Record<Who, Who[]>> = {
      child: ['child', 'expired'],
      city: ['city', 'child', 'expired', 'sibling'],
    };
    const all = who === 'province' ? WHOS : (within[who] ?? [who]);
    const isTried = `id in (${[...accounts.values()].join()})`;
    expect(await seen(who, `select id::text as x from account where ${isTried}`)).toEqual(idsOf(all));
    const held = await seen(who, `select account_id::text as x from account_grant where account_${isTried}`);
    expect(held).toEqual(idsOf(all.filter((one) => one !== 'none')));
  });

  it.each(EACH)('%s events of the audit trail within reach: of %j at most', async (who, units) => {
    const told = await seen(who, unitsIn('audit_event'));
    const beyond = told.filter((code) => ![...units, ...(who === 'province' ? ['19', '169'] : [])].includes(code));
    expect(beyond).toEqual([]);
    expect(told.length > 0).toBe(['city', 'province', 'successor', 'child', 'sibling'].includes(who));
    const nobodys = await seen(who, 'select seq::text as x from audit_event where unit_id is null');
    expect(nobodys.length > 0).toBe(who === 'province');
  });

  it('nothing but their own account and what is issued to who never asked what they reach, however far that is', async () => {
    for (const table of ['dossier', 'dossier_version', 'quarantine', 'audit_event'])
      expect(await seen('province', `select 'x' as x from ${table}`, false)).toEqual([]);
    expect(await seen('province', 'select id::text as x from account', false)).toEqual(idsOf(['province']));
    expect(await seen('province', 'select distinct plan_id::text as x from target', false)).toEqual([plans.issued]);
  });

  it('nothing at all where nobody asks', async () => {
    const tables = ['dossier', 'dossier_version', 'quarantine', 'target', 'account', 'account_grant', 'audit_event'];
    for (const table of tables)
      expect(await withClient(api.app.db, (sql) => sql.rows(`select 1 from ${table}`)), table).toEqual([]);
  });

  it('one account at the door, where its number is said, and then no more', async () => {
    const ask = () => withClient(api.app.db, (sql) => sql.rows<{ id: number }>('select id from account'), sight);
    let sight: Sight | undefined = sightOfCaller(accounts.get('child') ?? 0);
    expect(await ask()).toEqual([{ id: accounts.get('child') }]);
    const failing = withClient(api.app.db, (sql) => sql.rows('select 1 / 0'), EVERYTHING);
    await expect(failing).rejects.toThrow('division by zero');
    sight = undefined;
    for (let connection = 0; connection < 15; connection += 1) expect(await ask()).toEqual([]);
  });

  it('no more after figures of everybody were asked in between, or after the snapshot was opened anew', async () => {
    const shown = await requestOf('child', async (ctx) => {
      const ask = 'select count(*)::int as n from dossier';
      const both = () => Promise.all([ctx.read, ctx.figures, ctx.read].map((sql) => sql.row<{ n: number }>(ask)));
      const first = await both();
      await ctx.close();
      return [...first, ...(await both())].map((row) => row?.n);
    });
    expect(shown).toEqual([1, EVERY_UNIT.length, 1, 1, EVERY_UNIT.length, 1]);
  });
});

describe('a change that forgot its filter reaches', () => {
  it.each(WHOS)('no dossier by %s: only what merges writes there', async (who) => {
    const some = who === 'province' ? EVERY_UNIT.length : 0;
    expect(await changed(who, 'update dossier set status = 1')).toBe(some);
    expect(await changed(who, 'delete from dossier')).toBe(0);
  });

  it.each(EACH)('by %s the bad rows within reach alone: %j', async (who, units) => {
    expect(await changed(who, 'update quarantine set problem = problem')).toBe(units.length);
    expect(await changed(who, 'delete from quarantine')).toBe(units.length);
  });

  it.each(WHOS)('by %s targets of issuers within reach alone, issued ones too', async (who) => {
    const reached = { city: 2, province: 3 };
    const count = who === 'city' || who === 'province' ? reached[who] : 0;
    expect(await changed(who, 'update target set locked = not locked')).toBe(count);
    expect(await changed(who, 'delete from target')).toBe(count);
  });

  it.each(['none', 'expired', 'sibling'] as const)('by %s their own account alone, and no grant', async (who) => {
    expect(await changed(who, 'update account set name = name')).toBe(1);
    expect(await changed(who, 'update account_grant set role = role')).toBe(who === 'sibling' ? 1 : 0);
    expect(await changed(who, 'delete from account_grant')).toBe(0);
  });

  it.each(['none', 'expired', 'child', 'sibling'] as const)(
    'no place beyond by %s: neither grants nor accounts',
    async (who) => {
      const unit = `(select distinct unit_id from unit_version where code = '164')`;
      const id = accounts.get(who) ?? 0;
      const made = [
        `insert into account_grant (account_id, role, unit_id) values (${id}, 'VIEWER', ${unit})`,
        `insert into account_grant (account_id, role, unit_id, delegated_from, granted_by, valid)
       select ${id}, 'VIEWER', ${unit}, min(id), ${id}, '[2022-01-01,2023-01-01)' from grants_held_by(1)`,
        `insert into account (username, name, unit_id) values ('beyond', 'beyond', ${unit})`,
      ];
      for (const statement of made) await expect(changed(who, statement)).rejects.toThrow('row-level security');
    },
  );
});

describe('the server’s role', () => {
  const ROLE = '(select oid from pg_roles where rolname = current_user)';

  async function ask<T extends object>(text: string): Promise<T[]> {
    return withClient(api.app.db, (sql) => sql.rows<T>(text));
  }

  it('is nobody’s but the server’s: it owns nothing, is above nothing and passes no wall', async () => {
    const [role] = await ask(
      `select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as above from pg_roles where oid = ${ROLE}`,
    );
    expect(role).toEqual({ above: false });
    expect(await ask(`select 1 from pg_shdepend where refobjid = ${ROLE} and deptype = 'o'`)).toEqual([]);
    expect(await ask(`select has_schema_privilege(current_schema(), 'create') as may`)).toEqual([{ may: false }]);
  });

  it('is what a connection is reset to', async () => {
    const [before] = await ask<{ who: string }>('select current_user as who');
    const after = await withClient(api.app.db, async (sql) => {
      await sql.run('reset role');
      return sql.row<{ who: string }>('select current_user as who');
    });
    expect(after).toEqual(before);
    expect(before?.who).toMatch(/^chi_tieu_test_/);
  });

  const APPENDED = ['audit_event', 'dossier_version', 'ledger', 'month_standing', 'plan_event', 'service_ledger'];
  it.each(APPENDED)('may add to %s and change nothing there', async (table) => {
    const column = table === 'audit_event' ? 'seq' : 'province_id';
    for (const statement of [`update ${table} set ${column} = 1`, `delete from ${table}`, `truncate ${table}`])
      await expect(ask(statement)).rejects.toThrow('permission denied');
  });

  it('may not move the head of the audit trail, nor say which migrations there were', async () => {
    await expect(ask('update audit_head set seq = 0')).rejects.toThrow('permission denied');
    await expect(ask(`insert into migration values ('9999-none.sql', '')`)).rejects.toThrow('permission denied');
  });
});

describe('the wall', () => {
  it('stands before every table that names a unit, but those that are open for a reason', async () => {
    const { rows } = await api.db.query<{ name: string; guarded: boolean }>(
      `select c.relname::text as name, c.relrowsecurity as guarded from pg_class c
        where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace
          and exists (select from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
                         and a.attname ~ '(^|_)(unit|units|issuer|place|home)(_id|_ids)?$')
        order by 1`,
    );
    expect(rows.filter(({ guarded }) => !guarded).map(({ name }) => name)).toEqual(Object.keys(OPEN));
    expect(rows.filter(({ guarded }) => guarded).map(({ name }) => name)).toEqual(GUARDED);
  });

  it('knows no other way past it than by these keys', async () => {
    const { rows } = await api.db.query<{ name: string }>(
      `select proname::text as name from pg_proc where prosecdef and pronamespace = current_schema()::regnamespace
          and prorettype <> 'trigger'::regtype order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'account_called',
      'account_held',
      'account_name',
      'account_of',
      'active_people',
      'codes_sent',
      'decision_authors',
      'did_to_account',
      'difficulty_is_followed',
      'grant_is_of',
      'grants_held_at',
      'grants_held_by',
      'in_hands_of',
      'kept_rows_of',
      'note_contact',
      'note_sign_in',
      'open_rows_of',
      'plan_of_scenario',
      'source_called',
      'source_name',
      'source_of_account',
      'standing_administrators',
      'standing_in',
      'step_authors',
      'trail_says',
      'view_authors',
    ]);
  });
});
