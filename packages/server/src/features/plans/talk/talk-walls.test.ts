import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import type { Caller } from '../../../../test/caller.ts';
import { buildAccount, tokenEnd } from '../../../../test/factories.ts';
import { createPlan, movePlan, setTargets } from '../../../../test/plans.ts';
import { setInputs } from '../../../../test/scenarios.ts';
import { addComment, answerProposal, consultationsOf, openConsultation, propose } from '../../../../test/talk.ts';
import { withClient } from '../../../app/database.ts';
import { sightOf, sightOfCaller, type Sight } from '../../../app/wall.ts';
import { reachOfAccount } from '../../accounts/reach.service.ts';

const CITY = '165';
const [MINE, OTHER] = ['05506', '05509'] as const;
let api: Api;
let plan = '';
const callers = {} as Record<'planner' | 'mine' | 'other' | 'deputy' | 'gone' | 'elsewhere', Caller>;

beforeAll(async () => {
  api = await openApi({ config: { separateDuties: true }, now: new Date('2022-03-10T05:00:00Z') });
  const account = async (role: string, unit: string, more = {}) =>
    api.as(await buildAccount(api, { role, unit, ...more }));
  callers.planner = await account('PLANNER', CITY);
  callers.mine = await account('CLERK', MINE);
  callers.other = await account('APPROVER', OTHER);
  callers.gone = await account('CLERK', MINE, { to: '2022-03-09' });
  callers.elsewhere = await account('PLANNER', '166');
  callers.deputy = api.as(await buildAccount(api, {}));
  await delegate(callers.mine, callers.deputy);
  plan = (await createPlan(callers.planner, { issuer: CITY, year: 2022 })).plan.id;
  await setTargets(
    callers.planner,
    plan,
    [MINE, OTHER].map((unit) => ({ unit, percent: 55 })),
  );
  await openConsultation(callers.planner, plan, '2022-03-20');
  await addComment(callers.planner, plan, 'Về phường này.', { unit: MINE });
  await addComment(callers.planner, plan, 'Về phường kia.', { unit: OTHER });
  await addComment(callers.planner, plan, 'Về cả bản giao.');
  await propose(callers.mine, plan, MINE, 45);
  await propose(callers.other, plan, OTHER, 46);
});
afterAll(() => api.close());

async function idOf(caller: Caller): Promise<number> {
  return Number((await caller.ask<{ me: { id: string } }>('{ me { id } }')).me.id);
}

async function delegate(principal: Caller, deputy: Caller): Promise<void> {
  await api.db.query(
    `insert into account_grant (account_id, role, unit_id, valid, delegated_from)
     select $2, role, unit_id, daterange('2022-03-01', '2022-03-31', '[]'), id from account_grant where account_id = $1`,
    [await idOf(principal), await idOf(deputy)],
  );
}

/** How many rows of a table a transaction sees that forgot every filter. */
async function seen(caller: Caller | null, table: string, told = true): Promise<number> {
  const id = caller ? await idOf(caller) : null;
  const sight: Sight = told && id !== null ? sightOf(await reachOfAccount(api.app, id), id) : sightOfCaller(id);
  const row = await withClient(
    api.app.db,
    (sql) => sql.row<{ n: number }>(`select count(*)::int as n from ${table}`),
    sight,
  );
  return row?.n ?? -1;
}

describe('the second wall lets see', () => {
  it.each<[keyof typeof callers, number, number, number]>([
    ['planner', 3, 2, 2],
    ['mine', 1, 1, 1],
    ['other', 1, 1, 1],
    ['deputy', 1, 1, 1],
    ['gone', 0, 0, 0],
    ['elsewhere', 0, 0, 0],
  ])('%s %i comments, %i proposals and %i targets of a draft', async (who, comments, proposals, targets) => {
    const found = await Promise.all(
      ['plan_comment', 'counter_proposal', 'target'].map((table) => seen(callers[who], table)),
    );
    expect(found).toEqual([comments, proposals, targets]);
  });

  it('nobody anything who never asked what they reach', async () => {
    for (const table of ['plan_comment', 'counter_proposal', 'target'])
      expect([await seen(callers.planner, table, false), await seen(null, table)]).toEqual([0, 0]);
  });

  it('nobody take a row away', async () => {
    for (const table of ['plan_comment', 'counter_proposal'])
      await expect(withClient(api.app.db, (sql) => sql.run(`delete from ${table}`))).rejects.toThrow(
        'permission denied',
      );
  });
});

describe('who speaks for a unit', () => {
  it('is whoever stands in for one who does', async () => {
    expect((await consultationsOf(callers.deputy)).map(({ unit }) => unit.code)).toEqual([MINE]);
  });

  it('reads the volume and the baseline that the plan goes by, and whether they are typed, of its own unit alone', async () => {
    const units = [
      { unit: MINE, volume: 480, baseline: 31.5 },
      { unit: OTHER, volume: 77 },
    ];
    await setInputs(callers.planner, plan, { units });
    const query = '{ consultations { volume volumeTyped baseline baselineTyped } }';
    const read = async (caller: Caller) => (await caller.ask<{ consultations: unknown[] }>(query)).consultations;
    expect(await read(callers.mine)).toEqual([{ volume: 480, volumeTyped: true, baseline: 31.5, baselineTyped: true }]);
    expect(await read(callers.other)).toEqual([
      { volume: 77, volumeTyped: true, baseline: null, baselineTyped: false },
    ]);
    expect([await seen(callers.mine, 'plan_input'), await seen(callers.elsewhere, 'plan_input')]).toEqual([1, 0]);
    await setInputs(callers.planner, plan, { units: [{ unit: MINE, volume: null, baseline: null }] });
    expect(await read(callers.mine)).toEqual([{ volume: 0, volumeTyped: false, baseline: null, baselineTyped: false }]);
  });

  it('is nobody whose grant is over', async () => {
    expect(await consultationsOf(callers.gone)).toEqual([]);
    expect((await propose(callers.gone, plan, MINE, 40)).code).toBe('FORBIDDEN');
  });

  it('is no program', async () => {
    const { createToken } = await api.ask<{ createToken: { token: string } }>(
      `mutation ($input: TokenInput!) { createToken(input: $input) { token } }`,
      { input: { name: 'Một cửa', role: 'CLERK', unit: MINE, expiresOn: tokenEnd(api.app.now()) } },
    );
    const answer = await api.server.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${createToken.token}` },
      payload: { query: '{ consultations { plan } }' },
    });
    expect(answer.json()).toEqual({ data: { consultations: [] } });
  });
});

describe('separate duties', () => {
  it('keep whose number was taken over from approving the plan', async () => {
    const both = api.as(await buildAccount(api, { role: 'APPROVER', unit: CITY }));
    await api.db.query(
      `insert into account_grant (account_id, role, unit_id, valid)
       select $1, 'CLERK', unit_id, '(,)' from unit_version where code = $2 limit 1`,
      [await idOf(both), MINE],
    );
    const { plan: draft } = await createPlan(callers.planner, { issuer: CITY, year: 2023 });
    const { version } = (await setTargets(callers.planner, draft.id, [{ unit: MINE, percent: 55 }])).plan;
    await openConsultation(callers.planner, draft.id, '2022-03-20');
    const proposal = (await propose(both, draft.id, MINE, 45)).value;
    await addComment(both, draft.id, 'Xin giảm.', { unit: MINE });
    await answerProposal(callers.planner, proposal.id, 'ACCEPT', { expectedVersion: version });
    await movePlan(callers.planner, draft.id, 'SUBMITTED');
    expect((await movePlan(both, draft.id, 'APPROVED')).errors[0]?.message).toBe(
      'Người lập hoặc sửa bản giao không được tự duyệt, tự ban hành.',
    );
  });

  it('let approve who only said something about it', async () => {
    const approver = api.as(await buildAccount(api, { role: 'APPROVER', unit: CITY }));
    const { plan: draft } = await createPlan(callers.planner, { issuer: CITY, year: 2024 });
    await addComment(approver, draft.id, 'Xem lại.');
    await movePlan(callers.planner, draft.id, 'SUBMITTED');
    expect((await movePlan(approver, draft.id, 'APPROVED')).code).toBeUndefined();
  });
});
