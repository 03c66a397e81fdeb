import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { Caller } from '../../../test/caller.ts';
import { buildAccount, tokenEnd } from '../../../test/factories.ts';
import { recordEvent } from '../../app/audit/record.ts';
import { createPlan, movePlan, setTargets } from '../../../test/plans.ts';

const CITY = '165';
const REASON = { reason: 'Theo quyết định.' };
let strict: Api;
let lenient: Api;
let year = 2040;

beforeAll(async () => {
  [strict, lenient] = await Promise.all([openApi({ config: { separateDuties: true } }), openApi()]);
});
afterAll(() => Promise.all([strict.close(), lenient.close()]));

async function people(api: Api): Promise<Record<'planner' | 'approver' | 'head' | 'other', Caller>> {
  const account = async (role: string, unit = CITY) => api.as(await buildAccount(api, { role, unit }));
  return {
    planner: await account('PLANNER'),
    approver: await account('APPROVER'),
    head: await account('ADMINISTRATOR'),
    other: await account('PLANNER', '166'),
  };
}

async function idOf(caller: Caller): Promise<number> {
  const { me } = await caller.ask<{ me: { id: string } }>('{ me { id } }');
  return Number(me.id);
}

/** Makes one the deputy of the other, behind the server's back so that the days may lie in the past. */
async function delegateRole(
  api: Api,
  {
    principal,
    deputy,
    from = '2020-01-01',
    to = '2099-12-31',
  }: { principal: Caller; deputy: Caller; from?: string; to?: string },
): Promise<void> {
  await api.db.query(
    `insert into account_grant (account_id, role, unit_id, valid, delegated_from)
     select $2, role, unit_id, daterange($3, $4, '[]'), id from account_grant where account_id = $1 and delegated_from is null`,
    [await idOf(principal), await idOf(deputy), from, to],
  );
}

/** Puts into the trail what the first of two accounts did to the second. */
function act([actor, account]: number[], what: 'PASSWORD_RESET' | 'SECOND_FACTOR_REMOVED'): Promise<unknown> {
  return recordEvent(
    strict.app.db,
    { kind: 'PERSON', id: actor ?? 0, name: 'x', address: null, requestId: 'x' },
    { what, about: { kind: 'ACCOUNT', id: account ?? 0 }, unitId: null },
  );
}

/** Calls with a token and nothing else. */
class Program extends Caller {
  private readonly token: string;

  constructor(token: string) {
    super(strict.server, () => Promise.resolve(null));
    this.token = token;
  }

  override headers(): Promise<Record<string, string>> {
    return Promise.resolve({ authorization: `Bearer ${this.token}` });
  }
}

describe('who moves a plan', () => {
  it('drafts and submits, another one approves and issues', async () => {
    const { planner, approver } = await people(strict);
    const { plan } = await createPlan(planner, { issuer: CITY, year: (year += 1) });
    expect((await movePlan(approver, plan.id, 'SUBMITTED')).code).toBe('FORBIDDEN');
    expect((await movePlan(planner, plan.id, 'SUBMITTED')).code).toBeUndefined();
    expect((await movePlan(planner, plan.id, 'APPROVED')).code).toBe('FORBIDDEN');
    expect((await movePlan(approver, plan.id, 'APPROVED')).code).toBeUndefined();
    expect((await movePlan(planner, plan.id, 'ISSUED', REASON)).code).toBe('FORBIDDEN');
    expect((await movePlan(approver, plan.id, 'ISSUED', REASON)).code).toBeUndefined();
  });

  it('takes back what it submitted, and gets back what the other one returns', async () => {
    const { planner, approver } = await people(strict);
    const { plan } = await createPlan(planner, { issuer: CITY, year: (year += 1) });
    for (const who of [planner, approver]) {
      await movePlan(planner, plan.id, 'SUBMITTED');
      expect((await movePlan(who, plan.id, 'DRAFT', REASON)).code).toBeUndefined();
    }
    await movePlan(planner, plan.id, 'SUBMITTED');
    await movePlan(approver, plan.id, 'APPROVED');
    expect((await movePlan(planner, plan.id, 'DRAFT', REASON)).code).toBe('FORBIDDEN');
    expect((await movePlan(approver, plan.id, 'DRAFT', REASON)).code).toBeUndefined();
  });

  it('does nothing at another issuer', async () => {
    const { planner, other } = await people(strict);
    expect((await createPlan(other, { issuer: CITY, year: year + 1 })).code).toBe('FORBIDDEN');
    const { plan } = await createPlan(planner, { issuer: CITY, year: (year += 1) });
    expect((await setTargets(other, plan.id, [{ unit: '05500', percent: 5 }])).code).toBe('FORBIDDEN');
    expect((await movePlan(other, plan.id, 'SUBMITTED')).code).toBe('FORBIDDEN');
  });

  it('never passes its own work where duties are separate, not even who only changed a target', async () => {
    const { planner, head, approver } = await people(strict);
    const { plan } = await createPlan(planner, { issuer: CITY, year: (year += 1) });
    await setTargets(head, plan.id, [{ unit: '05506', percent: 60 }]);
    await movePlan(planner, plan.id, 'SUBMITTED');
    const refused = await movePlan(head, plan.id, 'APPROVED');
    expect([refused.code, refused.errors[0]?.message]).toEqual([
      'FORBIDDEN',
      'Người lập hoặc sửa bản giao không được tự duyệt, tự ban hành.',
    ]);
    await movePlan(approver, plan.id, 'APPROVED');
    expect((await movePlan(head, plan.id, 'ISSUED', REASON)).code).toBe('FORBIDDEN');
    expect((await movePlan(approver, plan.id, 'ISSUED', REASON)).code).toBeUndefined();
  });

  it.each(['the deputy of an author', 'the principal of one, though the delegation was taken back'])(
    'is none of %s',
    async (which) => {
      const { planner, approver, head } = await people(strict);
      const isDeputy = which.startsWith('the deputy');
      const [maker, other] = isDeputy ? [head, approver] : [approver, head];
      const [principal, deputy] = [head, approver];
      await delegateRole(strict, { principal, deputy });
      const { plan } = await createPlan(planner, { issuer: CITY, year: (year += 1) });
      await strict.db.query('update plan_event set account_id = $2 where plan_id = $1', [plan.id, await idOf(maker)]);
      if (!isDeputy)
        await strict.db.query('update account_grant set revoked_at = now() where delegated_from is not null');
      await movePlan(planner, plan.id, 'SUBMITTED');
      expect((await movePlan(other, plan.id, 'APPROVED')).code).toBe('FORBIDDEN');
    },
  );

  it.each(['made', 'gave a grant to', 'took a grant from', 'gave a password to', 'took the second factor of'])(
    'is nobody whom an author %s',
    async (what) => {
      const { planner, approver, head } = await people(strict);
      const { plan } = await createPlan(head, { issuer: CITY, year: (year += 1) });
      await movePlan(planner, plan.id, 'SUBMITTED');
      const ids = [await idOf(head), await idOf(approver)];
      const acts: Record<string, () => Promise<unknown>> = {
        made: () => strict.db.query('update account set created_by = $1 where id = $2', ids),
        'gave a grant to': () =>
          strict.db.query(
            `insert into account_grant (account_id, role, unit_id, granted_by)
             select $2, 'VIEWER', unit_id, $1 from account_grant where account_id = $2`,
            ids,
          ),
        'took a grant from': () =>
          strict.db.query(
            `insert into account_grant (account_id, role, unit_id, granted_at, revoked_by, revoked_at)
             select $2, 'VIEWER', unit_id, '2020-01-01', $1, now() from account_grant where account_id = $2`,
            ids,
          ),
        'gave a password to': () => act(ids, 'PASSWORD_RESET'),
        'took the second factor of': () => act(ids, 'SECOND_FACTOR_REMOVED'),
      };
      await acts[what]?.();
      expect((await movePlan(approver, plan.id, 'APPROVED')).code).toBe('FORBIDDEN');
    },
  );

  it('is nothing to whose grant an author changed before', async () => {
    const { planner, approver, head } = await people(strict);
    await strict.db.query(`update account_grant set granted_by = $1, granted_at = '2020-01-01' where account_id = $2`, [
      await idOf(head),
      await idOf(approver),
    ]);
    const { plan } = await createPlan(head, { issuer: CITY, year: (year += 1) });
    await movePlan(planner, plan.id, 'SUBMITTED');
    expect((await movePlan(approver, plan.id, 'APPROVED')).code).toBeUndefined();
  });

  it('is no program, nor the maker of a program that made it', async () => {
    const { planner, head } = await people(strict);
    const make = 'mutation ($input: TokenInput!) { createToken(input: $input) { token } }';
    const token = async (role: string) => {
      const input = { name: role, role, unit: CITY, expiresOn: tokenEnd() };
      const { createToken } = await head.ask<{ createToken: { token: string } }>(make, { input });
      return new Program(createToken.token);
    };
    const first = await createPlan(planner, { issuer: CITY, year: (year += 1) });
    await movePlan(planner, first.plan.id, 'SUBMITTED');
    for (const role of ['APPROVER', 'ADMINISTRATOR'])
      expect((await movePlan(await token(role), first.plan.id, 'APPROVED')).code).toBe('FORBIDDEN');
    const { plan } = await createPlan(await token('PLANNER'), { issuer: CITY, year: (year += 1) });
    await movePlan(planner, plan.id, 'SUBMITTED');
    expect((await movePlan(head, plan.id, 'APPROVED')).code).toBe('FORBIDDEN');
  });

  it('is nothing to a deputy of long ago', async () => {
    const { planner, approver, head } = await people(strict);
    await delegateRole(strict, { principal: planner, deputy: approver, from: '2020-01-01', to: '2020-01-31' });
    await delegateRole(strict, { principal: planner, deputy: approver, from: '2020-02-01' });
    await strict.db.query(
      `update account_grant set revoked_at = '2021-01-01' where delegated_from is not null and lower(valid) = '2020-02-01'`,
    );
    const { plan } = await createPlan(planner, { issuer: CITY, year: (year += 1) });
    await movePlan(head, plan.id, 'SUBMITTED');
    expect((await movePlan(approver, plan.id, 'APPROVED')).code).toBeUndefined();
  });

  it('may pass its own work where they are not', async () => {
    const { head } = await people(lenient);
    const { plan } = await createPlan(head, { issuer: CITY, year: (year += 1) });
    for (const to of ['SUBMITTED', 'APPROVED']) expect((await movePlan(head, plan.id, to)).code).toBeUndefined();
    expect((await movePlan(head, plan.id, 'ISSUED', REASON)).code).toBeUndefined();
  });
});
