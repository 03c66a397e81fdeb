import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { addIndicator } from '../../../test/indicators.ts';
import {
  createPlan,
  issuePlan,
  movePlan,
  movePlanUpTo,
  percents,
  setEffectiveDay,
  setTargets,
} from '../../../test/plans.ts';

/** On 01/03/2025 Giang Tiên (05608) became part of Phấn Mễ (05644), both of Phú Lương (168), which ended on 01/07. */
const [BEFORE, AFTER] = ['2025-01-15', '2025-03-15'] as const;
const ISSUER = { issuer: '168', year: 2025, indicator: '' };
const REASON = { reason: 'Theo quyết định.' };
const BOTH = [
  { unit: '05608', percent: 50 },
  { unit: '05644', percent: 60 },
];

let api: Api;

beforeAll(async () => {
  api = await openApi({ now: new Date('2025-01-10T05:00:00Z') });
});
afterAll(() => api.close());

let decisions = 0;
const from = (effectiveOn: string) => ({
  decision: { number: `${(decisions += 1)}/QĐ`, issuedOn: '2025-01-10', effectiveOn },
});

interface Seen {
  state: string;
  version: number;
  effectiveOn: string | null;
  children: { unit: { code: string } }[];
  events: { what: string; reason: string | null; numbers: { count: number; effectiveOn: string | null } | null }[];
}

async function seen(id: string): Promise<Seen> {
  const query = `{ targetPlan(id: "${id}") { state version effectiveOn children { unit { code } }
    events { what reason numbers { count effectiveOn } } } }`;
  return (await api.ask<{ targetPlan: Seen }>(query)).targetPlan;
}
const isAbout = async (id: string, code: string) => (await seen(id)).children.some(({ unit }) => unit.code === code);

let count = 0;
beforeEach(async () => {
  ISSUER.indicator = (await addIndicator(api, `LIKE_${(count += 1)}`, {})).code;
});

describe('a plan that is begun for a day', () => {
  it('is about the units of that day, and says which day that is', async () => {
    const { plan } = await createPlan(api, { ...ISSUER, effectiveOn: AFTER });
    expect([(await seen(plan.id)).effectiveOn, await isAbout(plan.id, '05608')]).toEqual([AFTER, false]);
    await setEffectiveDay(api, plan.id, BEFORE);
    expect([(await seen(plan.id)).effectiveOn, await isAbout(plan.id, '05608')]).toEqual([BEFORE, true]);
  });

  it('is refused for a day outside its year', async () => {
    const answer = await createPlan(api, { ...ISSUER, effectiveOn: '2026-01-01' });
    expect([answer.code, answer.fields[0]?.path]).toEqual(['BAD_USER_INPUT', 'input.effectiveOn']);
  });

  it('is in force from that day where no decision says another one', async () => {
    const { plan } = await createPlan(api, { ...ISSUER, effectiveOn: BEFORE });
    expect((await movePlanUpTo(api, plan.id, 'ISSUED', REASON)).inForceFrom).toBe(BEFORE);
  });
});

describe('an amending plan that is begun for a day', () => {
  it('has the numbers of units that are gone by then pass to who succeeded them, and says why it was begun', async () => {
    const first = await issuePlan(api, ISSUER, BOTH, from(BEFORE).decision);
    const { plan } = await createPlan(api, { ...ISSUER, amends: first.id, effectiveOn: AFTER, reason: 'Sáp nhập xã.' });
    expect(percents(plan)).toEqual(['05644=55']);
    expect((await seen(plan.id)).events).toEqual([
      { what: 'AMENDMENT_BEGUN', reason: 'Sáp nhập xã.', numbers: { count: 2, effectiveOn: AFTER } },
    ]);
  });

  it('is refused for a day before that of the plan that it amends, when begun and later', async () => {
    const only = [{ unit: '05644', percent: 60 }];
    const first = await issuePlan(api, { ...ISSUER, effectiveOn: AFTER }, only, from(AFTER).decision);
    const early = await createPlan(api, { ...ISSUER, amends: first.id, effectiveOn: BEFORE });
    expect([early.code, early.fields[0]?.path]).toEqual(['BAD_USER_INPUT', 'input.effectiveOn']);
    const { plan } = await createPlan(api, { ...ISSUER, amends: first.id, effectiveOn: AFTER });
    const later = await setEffectiveDay(api, plan.id, BEFORE);
    expect([later.code, later.fields[0]?.path]).toEqual(['BAD_USER_INPUT', 'effectiveOn']);
  });
});

describe('drafting for another day', () => {
  it('says beforehand what comes of it, and is one step that can be read in the history', async () => {
    const { plan } = await createPlan(api, { ...ISSUER, effectiveOn: BEFORE });
    await setTargets(api, plan.id, BOTH);
    const told = await api.ask(
      `{ targetPlan(id: "${plan.id}") { changesOn(effectiveOn: "${AFTER}") { came { code } gone { code }
        passed { unit { code } percent mergedFrom { code } } left { why } } } }`,
    );
    expect(told).toEqual({
      targetPlan: {
        changesOn: {
          came: [],
          gone: [{ code: '05608' }],
          passed: [{ unit: { code: '05644' }, percent: 55, mergedFrom: [{ code: '05608' }, { code: '05644' }] }],
          left: [],
        },
      },
    });
    const { plan: after } = await setEffectiveDay(api, plan.id, AFTER);
    expect([percents(after), after.version]).toEqual([['05644=55'], plan.version + 2]);
    expect((await seen(plan.id)).events.at(-1)).toMatchObject({
      what: 'DAY_SET',
      numbers: { count: 2, effectiveOn: AFTER },
    });
    expect((await setEffectiveDay(api, plan.id, AFTER)).plan.version).toBe(after.version);
  });

  it('is a CONFLICT at another version than the caller saw, and of what is no draft', async () => {
    const { plan } = await createPlan(api, { ...ISSUER, effectiveOn: BEFORE });
    await setTargets(api, plan.id, BOTH);
    expect((await setEffectiveDay(api, plan.id, AFTER, { expectedVersion: plan.version })).code).toBe('CONFLICT');
    await movePlan(api, plan.id, 'SUBMITTED');
    expect((await setEffectiveDay(api, plan.id, AFTER)).code).toBe('CONFLICT');
  });
});

describe('issuing with another day than the plan was drafted for', () => {
  it('is refused where the units are others, by name and whatever the reason; sent back for that day it can be issued', async () => {
    const { plan } = await createPlan(api, { ...ISSUER, effectiveOn: BEFORE });
    await setTargets(api, plan.id, BOTH);
    await movePlanUpTo(api, plan.id, 'APPROVED');
    const refused = await movePlan(api, plan.id, 'ISSUED', { ...REASON, ...from(AFTER) });
    expect([refused.code, refused.fields.map(({ path }) => path)]).toEqual([
      'BAD_USER_INPUT',
      ['decision.effectiveOn'],
    ]);
    expect(refused.fields[0]?.message).toContain('15/03/2025');
    expect(refused.fields[0]?.message).toContain('Giang Tiên');
    const back = await movePlan(api, plan.id, 'DRAFT', { reason: 'Lập lại theo ngày hiệu lực.', effectiveOn: AFTER });
    expect([back.plan.state, percents(back.plan)]).toEqual(['DRAFT', ['05644=55']]);
    expect((await seen(plan.id)).events.at(-1)).toMatchObject({ what: 'MOVED', numbers: { effectiveOn: AFTER } });
    const issued = await movePlanUpTo(api, plan.id, 'ISSUED', { ...REASON, ...from(AFTER) });
    expect(issued.inForceFrom).toBe(AFTER);
  });

  it('is let through where they are the same', async () => {
    const { plan } = await createPlan(api, { ...ISSUER, effectiveOn: '2025-03-20' });
    await setTargets(api, plan.id, [{ unit: '05644', percent: 60 }]);
    expect((await movePlanUpTo(api, plan.id, 'ISSUED', { ...REASON, ...from(AFTER) })).inForceFrom).toBe(AFTER);
  });

  it('takes a day to be drafted for only with a way back', async () => {
    const { plan } = await createPlan(api, { ...ISSUER, effectiveOn: BEFORE });
    const answer = await movePlan(api, plan.id, 'SUBMITTED', { effectiveOn: AFTER });
    expect([answer.code, answer.fields[0]?.path]).toEqual(['BAD_USER_INPUT', 'effectiveOn']);
  });
});
