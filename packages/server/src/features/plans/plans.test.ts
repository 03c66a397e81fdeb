import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { createPlan, issuePlan, movePlan, movePlanUpTo, percents, setTargets } from '../../../test/plans.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi({ now: new Date('2022-11-15T05:00:00Z') });
});
afterAll(() => api.close());

/** A decision that the catalogue has. */
const knowDecision = (input: Record<string, unknown>) =>
  api.ask('mutation ($input: DecisionHeaderInput!) { saveDecision(input: $input) { id } }', {
    input: { issuer: '19', ...input },
  });

describe('beginning a plan', () => {
  it('gives a draft of version 1 without targets', async () => {
    const { plan } = await createPlan(api, { issuer: '164' });
    expect(plan).toMatchObject({
      version: 1,
      state: 'DRAFT',
      inForceFrom: null,
      reason: null,
      decision: null,
      targets: [],
    });
  });

  it('keeps the decision it was begun with, issued by the issuing unit unless told otherwise', async () => {
    const decision = { number: ' 12/QĐ-UBND ', issuedOn: '2022-03-01' };
    const own = await createPlan(api, { issuer: '167', decision });
    await knowDecision({ ...decision, number: '12/QĐ-UBND', effectiveOn: '2022-04-01' });
    expect(own.plan.decision).toEqual({ number: '12/QĐ-UBND', effectiveOn: '2022-03-01', issuer: { code: '167' } });
    const other = await createPlan(api, {
      issuer: '168',
      decision: { ...decision, effectiveOn: '2022-04-01', issuer: '19' },
    });
    expect(other.plan.decision).toEqual({ number: '12/QĐ-UBND', effectiveOn: '2022-04-01', issuer: { code: '19' } });
  });

  it('takes the same decision of the same unit again, and refuses it with another effective day', async () => {
    const decision = { number: '900/QĐ-UBND', issuedOn: '2022-01-10', issuer: '19' };
    await knowDecision({ ...decision, effectiveOn: '2022-01-10' });
    await createPlan(api, { issuer: '169', decision });
    expect((await createPlan(api, { issuer: '170', decision })).code).toBeUndefined();
    const moved = await createPlan(api, { issuer: '171', decision: { ...decision, effectiveOn: '2022-02-01' } });
    expect([moved.code, moved.fields.map(({ path }) => path)]).toEqual(['CONFLICT', ['input.decision.effectiveOn']]);
    expect(moved.errors[0]?.message).toContain('10/01/2022');
  });

  it('never makes a decision of another unit: it cites one that is known', async () => {
    const decision = { number: '901/QĐ-UBND', issuedOn: '2022-01-10' };
    for (const issuer of ['19', '164', '05506']) {
      const refused = await createPlan(api, { issuer: '172', decision: { ...decision, issuer } });
      expect([refused.code, refused.fields.map(({ path }) => path)]).toEqual([
        'BAD_USER_INPUT',
        ['input.decision.issuer'],
      ]);
    }
    const { plan } = await createPlan(api, { issuer: '172' });
    for (const to of ['SUBMITTED', 'APPROVED']) await movePlan(api, plan.id, to);
    const issue = (given: object) => movePlan(api, plan.id, 'ISSUED', { reason: 'Thiếu.', decision: given });
    const refused = await issue({ ...decision, issuer: '19' });
    expect([refused.code, refused.fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', ['decision.issuer']]);
    expect((await api.db.query('select from decision where number = $1', [decision.number])).rowCount).toBe(0);
    expect((await issue({ ...decision, issuer: '172' })).plan.decision?.issuer.code).toBe('172');
  });

  const wrong: [string, Record<string, unknown>, string][] = [
    ['an issuer that nobody knows', { issuer: '99999' }, 'input.issuer'],
    ['an issuer without units below it', { issuer: '05506' }, 'input.issuer'],
    ['a department as issuer', { issuer: '19-STTTT' }, 'input.issuer'],
    ['an indicator that nobody knows', { indicator: 'NOTHING' }, 'input.indicator'],
    ['a year before 2000', { year: 1999 }, 'input.year'],
    ['a year after 2100', { year: 2101 }, 'input.year'],
    ['a decision without a number', { decision: { number: ' ', issuedOn: '2022-01-01' } }, 'input.decision.number'],
    [
      'a decision with an endless number',
      { decision: { number: 'x'.repeat(101), issuedOn: '2022-01-01' } },
      'input.decision.number',
    ],
    [
      'a decision of nobody',
      { decision: { number: '1', issuedOn: '2022-01-01', issuer: '99' } },
      'input.decision.issuer',
    ],
    ['a plan to amend that does not exist', { amends: 'b2a7c5a8-8d4b-4b51-9d8b-2d7f52a1a111' }, 'input.amends'],
    ['a plan to amend that has no id at all', { amends: "' or true --" }, 'input.amends'],
  ];
  it.each(wrong)('refuses %s and names the field', async (_what, input, path) => {
    const answer = await createPlan(api, { issuer: '173', ...input });
    expect([answer.code, answer.fields.map((field) => field.path)]).toEqual(['BAD_USER_INPUT', [path]]);
    expect(
      (
        await api.db.query(
          `select from target_plan p join unit_version v on v.unit_id = p.issuer_id where v.code = '173'`,
        )
      ).rowCount,
    ).toBe(0);
  });

  it('refuses a second plan of the same issuer, indicator and year, and tells the version of the first', async () => {
    const { plan } = await createPlan(api, { year: 2019 });
    await setTargets(api, plan.id, [{ unit: '05506', percent: 50 }]);
    const second = await createPlan(api, { year: 2019 });
    expect(second.code).toBe('CONFLICT');
    expect(second.errors[0]?.extensions).toMatchObject({ version: 2, fields: [{ path: 'input.year' }] });
    expect((await createPlan(api, { year: 2018 })).code).toBeUndefined();
  });

  it('lets only one of several that begin it at once through', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => createPlan(api, { year: 2017 })));
    expect(answers.map(({ code }) => code).sort()).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', undefined]);
  });

  it('answers many at once though each needs the database twice', async () => {
    const years = Array.from({ length: 30 }, (_none, index) => 2040 + index);
    const answers = await Promise.all(years.map((year) => createPlan(api, { year })));
    expect(answers.map(({ code }) => code)).toEqual(years.map(() => undefined));
  });
});

describe('amending', () => {
  it('begins with the targets of the issued plan', async () => {
    const targets = [
      { unit: '05506', percent: 50.25, scope: 'OWN' },
      { unit: '05509', percent: 60, locked: true },
    ];
    const issued = await issuePlan(api, { year: 2016 }, targets);
    const { plan } = await createPlan(api, { year: 2016, amends: issued.id.toUpperCase() });
    expect(plan).toMatchObject({ version: 1, state: 'DRAFT', inForceFrom: null, targets: issued.targets });
    const answer = await api.ask<{ targetPlan: unknown }>(
      `{ targetPlan(id: "${plan.id}") { amends { id state } events { what } } }`,
    );
    expect(answer.targetPlan).toEqual({
      amends: { id: issued.id, state: 'ISSUED' },
      events: [{ what: 'AMENDMENT_BEGUN' }],
    });
    expect((await createPlan(api, { year: 2016, amends: issued.id })).code).toBe('CONFLICT');
  });

  it('is refused for a plan that is not issued, and for one of another issuer or year', async () => {
    const { plan: draft } = await createPlan(api, { year: 2015 });
    expect(await createPlan(api, { year: 2015, amends: draft.id })).toMatchObject({ code: 'BAD_USER_INPUT' });
    await movePlanUpTo(api, draft.id, 'APPROVED');
    expect((await createPlan(api, { year: 2015, amends: draft.id })).fields[0]?.path).toBe('input.amends');
    const issued = await issuePlan(api, { year: 2014 }, []);
    expect((await createPlan(api, { year: 2013, amends: issued.id })).fields[0]?.path).toBe('input.amends');
    expect((await createPlan(api, { issuer: '172', year: 2014, amends: issued.id })).fields[0]?.path).toBe(
      'input.amends',
    );
  });
});

describe('finding plans', () => {
  it('narrows by year, issuer and indicator', async () => {
    const codes = async (args: string) => {
      const { targetPlans } = await api.ask<{ targetPlans: { year: number; issuer: { code: string } }[] }>(
        `{ targetPlans${args} { year issuer { code } } }`,
      );
      return targetPlans.map(({ year, issuer }) => `${issuer.code}/${year}`);
    };
    await createPlan(api, { issuer: '19', year: 2012 });
    await createPlan(api, { issuer: '172', year: 2012 });
    expect(await codes('(year: 2012)')).toEqual(['19/2012', '172/2012']);
    for (const year of [1999, 2101, 99_999, 10_000, 0, -1, 2_147_483_647]) {
      expect([await codes(`(year: ${year})`), await codes(`(year: ${year}, issuer: "19")`)]).toEqual([[], []]);
    }
    expect(await codes('(year: 2012, issuer: "172", indicator: "ONLINE_RESOLUTION_L4")')).toEqual(['172/2012']);
    expect(await codes('(year: 1900)')).toEqual([]);
    expect(await codes('(year: 2147483647)')).toEqual([]);
  });

  it('tells NOT_FOUND for an argument that names nobody, and null for a plan that does not exist', async () => {
    expect((await api.gql('{ targetPlans(issuer: "nobody") { id } }')).code).toBe('NOT_FOUND');
    expect((await api.gql('{ targetPlans(indicator: "nothing") { id } }')).code).toBe('NOT_FOUND');
    expect(
      await api.ask(
        '{ a: targetPlan(id: "1") { id } b: targetPlan(id: "b2a7c5a8-8d4b-4b51-9d8b-2d7f52a1a111") { id } }',
      ),
    ).toEqual({ a: null, b: null });
  });

  it('gives targets in the order of the codes', async () => {
    const { plan } = await createPlan(api, { year: 2011 });
    const set = await setTargets(api, plan.id, [
      { unit: '05533', percent: 3 },
      { unit: '05506', percent: 1 },
      { unit: '05518', percent: 2 },
    ]);
    expect(percents(set.plan)).toEqual(['05506=1', '05518=2', '05533=3']);
  });
});
