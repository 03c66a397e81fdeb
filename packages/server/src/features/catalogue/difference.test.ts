import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { arbitraryHappening, arbitraryRow, happen, nameReceivingUnits, PROCEDURES } from '../../../test/arbitraries.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { addIndicator } from '../../../test/indicators.ts';
import { issuePlan } from '../../../test/plans.ts';
import { differences } from '../../../test/verifying.ts';

let api: Api;

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-12-15T05:00:00Z') });
  await addIndicator(api, 'AT_PERIOD_END', { eligibilityDate: 'PERIOD_END' });
  await nameReceivingUnits(api);
});
afterAll(() => api.close());

beforeEach(startOver);

async function startOver(): Promise<void> {
  await api.db.query(
    `truncate dossier, dossier_version, quarantine, ingest_batch, ledger, day_total, month_total, month_standing, booked_moment, service_ledger, service_total,
       procedure, change_set, decision, service_list_change, service_list_entry cascade`,
  );
  await saveProcedures(api, ...PROCEDURES);
}

const PERIOD = 'from: "2022-01-01", to: "2022-12-31"';
const COUNTS = 'numerator denominator status';
const EFFECT = `statusChanges province { before { ${COUNTS} } after { ${COUNTS} } }
  units { unit { code } statusChanged before { ${COUNTS} } after { ${COUNTS} } }`;
const ENTRY = 'procedure { code } tier level unit { code }';
const DIFFERENCE = `from to added { ${ENTRY} } removed { ${ENTRY} } changed { ${ENTRY} } changedBefore { ${ENTRY} }`;

interface Figure {
  numerator: number;
  denominator: number;
  status: string;
}
interface Effect {
  statusChanges: number;
  province: { before: Figure; after: Figure };
  units: { unit: { code: string }; statusChanged: boolean; before: Figure; after: Figure }[];
}
interface Entry {
  procedure: { code: string };
  tier: string;
  level: string;
  unit: { code: string } | null;
}
interface Difference {
  added: Entry[];
  removed: Entry[];
  changed: Entry[];
  changedBefore: Entry[];
  effect: Effect;
  other: Effect;
}

const WHOLE = `${DIFFERENCE} effect(indicator: "ONLINE_RESOLUTION_L4", ${PERIOD}) { ${EFFECT} }
  other: effect(indicator: "AT_PERIOD_END", ${PERIOD}) { ${EFFECT} }`;

async function byDays(from: string, to: string, list = 'QD402'): Promise<Difference> {
  const query = `{ serviceListDiff(list: "${list}", from: "${from}", to: "${to}") { ${WHOLE} } }`;
  return (await api.ask<{ serviceListDiff: Difference }>(query)).serviceListDiff;
}

async function byDecision(decision: string, since: string | null = null): Promise<Difference> {
  const query = `query ($decision: ID!, $since: ID) {
    serviceListDiffByDecision(list: "QD402", decision: $decision, since: $since) { ${WHOLE} } }`;
  return (await api.ask<{ serviceListDiffByDecision: Difference }>(query, { decision, since }))
    .serviceListDiffByDecision;
}

/** Every unit's figure of the year, by code. */
async function figures(indicator = 'ONLINE_RESOLUTION_L4'): Promise<Map<string, Figure>> {
  const { attainments } = await api.ask<{ attainments: (Figure & { unit: { code: string } })[] }>(
    `{ attainments(indicator: "${indicator}", ${PERIOD}) { unit { code } ${COUNTS} } }`,
  );
  return new Map(attainments.map(({ unit, ...figure }) => [unit.code, figure]));
}

async function decisionIds(): Promise<string[]> {
  const { serviceList } = await api.ask<{ serviceList: { decisions: { id: string }[] } }>(
    '{ serviceList(code: "QD402") { decisions { id } } }',
  );
  return serviceList.decisions.map(({ id }) => id);
}

const told = (entries: Entry[]) =>
  entries.map(({ procedure, tier, level, unit }) => `${procedure.code} ${unit?.code ?? tier} ${level}`);
const [A, B, C] = PROCEDURES;

describe('the difference of a list', () => {
  beforeEach(async () => {
    await amendList(api, '2021-01-01', [{ procedure: A }, { procedure: B, level: 'LEVEL_3' }]);
    await amendList(api, '2022-03-01', [
      { procedure: A, action: 'REMOVE' },
      { procedure: B, action: 'CHANGE_LEVEL', level: 'FULL' },
      { procedure: C, tier: 'DISTRICT', unit: '164' },
    ]);
  });

  it('between two days is what came, went and changed, with the level before', async () => {
    const difference = await byDays('2022-02-28', '2022-03-01');
    expect(told(difference.added)).toEqual([`${C} 164 LEVEL_4`]);
    expect(told(difference.removed)).toEqual([`${A} COMMUNE LEVEL_4`]);
    expect(told(difference.changed)).toEqual([`${B} COMMUNE FULL`]);
    expect(told(difference.changedBefore)).toEqual([`${B} COMMUNE LEVEL_3`]);
  });

  it('is none within a day, and turned round when it is asked backwards', async () => {
    const none = await byDays('2022-03-01', '2022-03-01');
    expect([none.added, none.removed, none.changed, none.effect.units]).toEqual([[], [], [], []]);
    const back = await byDays('2022-03-01', '2022-02-28');
    expect([told(back.added), told(back.removed)]).toEqual([[`${A} COMMUNE LEVEL_4`], [`${C} 164 LEVEL_4`]]);
  });

  it('is also that of a decision, or between two of them', async () => {
    const [first = '', second = ''] = await decisionIds();
    expect(told((await byDecision(second)).added)).toEqual([`${C} 164 LEVEL_4`]);
    expect(told((await byDecision(second, first)).removed)).toEqual([`${A} COMMUNE LEVEL_4`]);
    expect(told((await byDecision(first)).added)).toEqual([`${A} COMMUNE LEVEL_4`, `${B} COMMUNE LEVEL_3`]);
  });

  it('is refused for what nobody knows', async () => {
    const [first = '', second = ''] = await decisionIds();
    const ask = (args: string) => api.gql(`{ serviceListDiffByDecision(${args}) { from } }`);
    expect((await ask(`list: "QD402", decision: "999999"`)).fields[0]?.path).toBe('decision');
    expect((await ask(`list: "QD402", decision: "${first}", since: "${second}"`)).fields[0]?.path).toBe('since');
    expect((await ask(`list: "NONE", decision: "${first}"`)).code).toBe('NOT_FOUND');
    expect(
      (await api.gql('{ serviceListDiff(list: "NONE", from: "2022-01-01", to: "2022-01-02") { from } }')).code,
    ).toBe('NOT_FOUND');
    const effect = (args: string) =>
      api.gql(
        `{ serviceListDiff(list: "QD402", from: "2022-01-01", to: "2022-12-01") { effect(${args}) { statusChanges } } }`,
      );
    expect((await effect('indicator: "NONE", from: "2022-01-01", to: "2022-01-02"')).code).toBe('NOT_FOUND');
    expect((await effect('indicator: "ONLINE_RESOLUTION_L4", from: "2022-01-02", to: "2022-01-01"')).code).toBe(
      'BAD_USER_INPUT',
    );
  });
});

describe('the effect of a difference', () => {
  it('tells who would have another status, by the targets in force', async () => {
    await nameUnits(api, { '05503': ['H55.4'], '05500': ['H55.5'] });
    await issuePlan(api, { issuer: '164', year: 2022 }, [
      { unit: '05503', percent: 50 },
      { unit: '05500', percent: 50 },
    ]);
    await amendList(api, '2021-01-01', [{ procedure: A }]);
    const row = (n: number, MaTTHC: string, KenhThucHien: string) =>
      dossierRow({ MaHoSo: dossierCode('H55.4', n), MaTTHC, KenhThucHien });
    await api.ingest([row(1, A, '2'), row(2, B, '1'), row(3, B, '1')]);
    await amendList(api, '2022-02-01', [{ procedure: B }]);
    const { effect } = await byDays('2022-01-31', '2022-02-01');
    expect(effect.statusChanges).toBe(1);
    expect(effect.units.find(({ unit }) => unit.code === '05503')).toEqual({
      unit: { code: '05503' },
      statusChanged: true,
      before: { numerator: 1, denominator: 1, status: 'MET' },
      after: { numerator: 1, denominator: 3, status: 'NOT_MET' },
    });
    expect(effect.province).toMatchObject({ before: { denominator: 1 }, after: { denominator: 3 } });
    expect(effect.units.map(({ unit }) => unit.code)).toEqual(['05503', '164', '19']);
  });

  it('of another list is nothing', async () => {
    await amendList(api, '2021-01-01', [{ procedure: A }], 'QD-KHAC');
    const { added, effect } = await byDays('2020-12-31', '2021-01-01', 'QD-KHAC');
    expect([added.length, effect.units, effect.statusChanges]).toEqual([1, [], 0]);
  });

  it('told before a decision is what it does then, and what is told of it afterwards', async () => {
    const dossiers = fc.array(arbitraryRow(60), { minLength: 120, maxLength: 160 });
    const happenings = fc.array(arbitraryHappening, { minLength: 1, maxLength: 5 });
    const last = arbitraryHappening.filter((happening) => happening.kind === 'decide');
    const mostlyTrue = fc.constantFrom(true, true, true, false);
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(dossiers, happenings, last, mostlyTrue, async (rows, before, decide, adds) => {
        await startOver();
        await api.ingest(rows);
        for (const [n, happening] of before.entries()) await happen(api, happening, n);
        const lines = adds ? decide.changes.map((line) => ({ ...line, action: 'ADD' })) : decide.changes;
        const changes = lines.map(({ level, ...line }) => (line.action === 'REMOVE' ? line : { ...line, level }));
        const input = { list: 'QD402', decision: { number: 'cuối', issuedOn: decide.on }, changes };
        const was = { main: await figures(), other: await figures('AT_PERIOD_END') };
        const tried = await api.gql<{ previewAmendment: { difference: Difference; effect: Effect } }>(
          `query ($input: ServiceListAmendmentInput!) { previewAmendment(input: $input) { lines difference { ${WHOLE} } effect(indicator: "ONLINE_RESOLUTION_L4", ${PERIOD}) { ${EFFECT} } } }`,
          { input },
        );
        expect(await figures()).toEqual(was.main);
        const done = await api.gql(
          'mutation ($input: ServiceListAmendmentInput!) { amendServiceList(input: $input) { code } }',
          { input },
        );
        expect([tried.code, tried.fields]).toEqual([done.code, done.fields]);
        if (!tried.data) return;
        const is = { main: await figures(), other: await figures('AT_PERIOD_END') };
        const { difference, effect } = tried.data.previewAmendment;
        expect(effect).toEqual(difference.effect);
        if (difference.effect.units.length > 0) seen += 1;
        expectEffect(difference.effect, was.main, is.main);
        expectEffect(difference.other, was.other, is.other);
        const afterwards = await byDecision((await lastDecision()) ?? '');
        expect(afterwards.effect).toEqual(difference.effect);
        expect([afterwards.added, afterwards.removed, afterwards.changed].map(told)).toEqual(
          [difference.added, difference.removed, difference.changed].map(told),
        );
        expect(await differences(api)).toEqual([]);
      }),
      { numRuns: 25, seed: 402 },
    );
    expect(seen).toBeGreaterThan(3);
  }, 120_000);

  it('between two days is what later decisions did', async () => {
    await api.ingest([A, B, C].map((MaTTHC, n) => dossierRow({ MaHoSo: dossierCode('H55.4', n), MaTTHC })));
    await amendList(api, '2021-01-01', [{ procedure: A }]);
    const was = await figures();
    await amendList(api, '2022-02-10', [
      { procedure: B },
      { procedure: C, unit: '05503' },
      { procedure: A, action: 'REMOVE' },
    ]);
    expectEffect((await byDays('2022-02-01', '2022-02-20')).effect, was, await figures());
  });
});

/** What is told of units is how their figures differ, and nobody who differs is left out. */
function expectEffect(effect: Effect, was: Map<string, Figure>, is: Map<string, Figure>): void {
  const differing = [...is].filter(([code, after]) => {
    const before = was.get(code);
    return before?.numerator !== after.numerator || before.denominator !== after.denominator;
  });
  expect(effect.units.map(({ unit, before, after }) => [unit.code, before, after])).toEqual(
    differing.map(([code, after]) => [code, was.get(code), after]),
  );
  expect([effect.province.before, effect.province.after]).toEqual([was.get('19'), is.get('19')]);
}

async function lastDecision(): Promise<string | undefined> {
  const { rows } = await api.db.query<{ id: number }>(`select id from decision where number = 'cuối'`);
  return rows[0] && String(rows[0].id);
}
