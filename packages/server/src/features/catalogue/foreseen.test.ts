import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import {
  arbitraryHappening,
  arbitraryRow,
  happen,
  nameReceivingUnits,
  PROCEDURES,
  type ArbitraryLine,
} from '../../../test/arbitraries.ts';
import { amendList, dossierRow, saveProcedures } from '../../../test/factories.ts';
import { apply, beginImport, mapColumns, preview, showImport } from '../../../test/imports.ts';
import { addIndicator } from '../../../test/indicators.ts';
import { issuePlan } from '../../../test/plans.ts';
import { differences } from '../../../test/verifying.ts';
import {
  expectEffects,
  figuresOf,
  YEAR_EFFECTS,
  type Figures,
  type ShownYearEffect,
} from '../../../test/year-effects.ts';

/** `npm run test:long` looks at more of them. */
const isLong = process.env['LONG_TESTS'] === 'on';
let api: Api;
const [A, B, C] = PROCEDURES;
const INDICATORS = ['ONLINE_RESOLUTION_L4', 'AT_PERIOD_END'];

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-12-15T05:00:00Z') });
  await addIndicator(api, 'AT_PERIOD_END', { eligibilityDate: 'PERIOD_END' });
  await nameReceivingUnits(api);
});
afterAll(() => api.close());
beforeEach(startOver);

async function startOver(): Promise<void> {
  await api.db.query(
    `truncate dossier, dossier_version, quarantine, ingest_batch, ledger, day_total, month_total, month_standing, booked_moment, service_ledger, service_total, catalogue_import,
       procedure, change_set, decision, service_list_change, service_list_entry cascade`,
  );
  await saveProcedures(api, ...PROCEDURES);
}

const figures = (): Promise<Figures> => figuresOf(api, INDICATORS, [2021, 2022]);

const previewForce = (input: unknown) =>
  api.gql<{ previewForce: { effects: ShownYearEffect[] } }>(
    `mutation ($input: ForceChangesInput!) { previewForce(input: $input) { ${YEAR_EFFECTS} } }`,
    { input },
  );
const changeForce = (input: unknown) =>
  api.gql('mutation ($input: ForceChangesInput!) { changeForce(input: $input) { code } }', { input });

const tryDecision = (input: unknown) =>
  api.gql<{ previewDecision: { effects: ShownYearEffect[] } }>(
    `mutation ($input: DecisionEntryInput!) { previewDecision(input: $input) { ${YEAR_EFFECTS} } }`,
    { input },
  );
const enterDecision = (input: unknown) =>
  api.gql('mutation ($input: DecisionEntryInput!) { enterDecision(input: $input) { lines } }', { input });

/** An import that says when procedures are in force. */
async function importing(lines: { code: string; from: string | null; to: string | null }[]): Promise<string> {
  const text = lines.map(({ code, from, to }) => `${code},Thủ tục ${code},${from ?? ''},${to ?? ''}`);
  const id = await beginImport(api, ['code,name,in_force_from,in_force_to', ...text].join('\n'));
  await mapColumns(api, id);
  return id;
}

/** A line of the list as a decision says it: a removal names no level. */
const sayable = ({ level, ...line }: ArbitraryLine) => (line.action === 'REMOVE' ? line : { ...line, level });

const dossiers = fc.array(arbitraryRow(60), { minLength: 60, maxLength: 100 });
const happenings = fc.array(arbitraryHappening, { minLength: 1, maxLength: 4 });

describe('what is told before a step', () => {
  it('of lines about being in force is exactly what they book', async () => {
    const last = arbitraryHappening.filter((happening) => happening.kind === 'force');
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(dossiers, happenings, last, async (rows, before, { on, changes }) => {
        await startOver();
        await amendList(api, '2021-01-01', [{ procedure: A }, { procedure: B }, { procedure: C, tier: 'DISTRICT' }]);
        await api.ingest(rows);
        for (const [n, happening] of before.entries()) await happen(api, happening, n);
        const input = { decision: { number: 'cuối', issuedOn: on }, changes };
        const was = await figures();
        const tried = await previewForce(input);
        expect(await figures()).toEqual(was);
        const done = await changeForce(input);
        expect([tried.code, tried.fields]).toEqual([done.code, done.fields]);
        if (!tried.data) return;
        if (tried.data.previewForce.effects.length > 0) seen += 1;
        expectEffects(tried.data.previewForce.effects, was, await figures());
        expect(await differences(api)).toEqual([]);
      }),
      { numRuns: isLong ? 12 : 5, seed: 5 },
    );
    expect(seen).toBeGreaterThan(isLong ? 2 : 0);
  }, 120_000);

  it('of a decision with lines about a list and about being in force is exactly what entering it books', async () => {
    const listed = arbitraryHappening.filter((happening) => happening.kind === 'decide');
    const forced = fc.option(
      arbitraryHappening.filter((happening) => happening.kind === 'force'),
      { freq: 2 },
    );
    const seen = { both: 0, listOnly: 0, periodEnd: 0 };
    await fc.assert(
      fc.asyncProperty(dossiers, happenings, listed, forced, async (rows, before, { on, changes }, more) => {
        await startOver();
        await amendList(api, '2021-01-01', [{ procedure: A }, { procedure: B }, { procedure: C, tier: 'DISTRICT' }]);
        await api.ingest(rows);
        for (const [n, happening] of before.entries()) await happen(api, happening, n);
        const decision = { number: 'cuối', issuedOn: on };
        const input = { decision, list: 'QD402', changes: changes.map(sayable), force: more?.changes ?? [] };
        const was = await figures();
        const tried = await tryDecision(input);
        expect(await figures()).toEqual(was);
        const done = await enterDecision(input);
        expect([tried.code, tried.fields]).toEqual([done.code, done.fields]);
        if (!tried.data) return;
        const { effects } = tried.data.previewDecision;
        if (effects.length > 0) seen[more ? 'both' : 'listOnly'] += 1;
        if (effects.some(({ indicator }) => indicator.code === 'AT_PERIOD_END')) seen.periodEnd += 1;
        expectEffects(effects, was, await figures());
        expect(await differences(api)).toEqual([]);
      }),
      { numRuns: isLong ? 28 : 12, seed: 12 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(isLong ? 1 : 0);
  }, 240_000);

  it('of an import is exactly what applying it books', async () => {
    const laws = fc.uniqueArray(
      arbitraryHappening.filter((happening) => happening.kind === 'legislate'),
      { minLength: 1, maxLength: 3, selector: ({ code }) => code },
    );
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(dossiers, happenings, laws, async (rows, before, last) => {
        await startOver();
        await amendList(api, '2021-01-01', [{ procedure: A }, { procedure: B }, { procedure: C, tier: 'DISTRICT' }]);
        await api.ingest(rows);
        for (const [n, happening] of before.entries()) await happen(api, happening, n);
        const id = await importing(
          last.map(({ code, inForceFrom, inForceTo }) => ({ code, from: inForceFrom, to: inForceTo })),
        );
        const was = await figures();
        const { preview: told } = await preview(api, id);
        expect(await figures()).toEqual(was);
        await apply(api, id);
        if ((told?.effects.length ?? 0) > 0) seen += 1;
        expectEffects(told?.effects ?? [], was, await figures());
        expect(await differences(api)).toEqual([]);
      }),
      { numRuns: isLong ? 12 : 5, seed: 6 },
    );
    expect(seen).toBeGreaterThan(2);
  }, 120_000);
});

/** A dossier of a year. */
const row = (n: number, MaTTHC: string, year: number, KenhThucHien: string) =>
  dossierRow({
    MaHoSo: `H55.4-${year - 2000}0301-000${n}`,
    MaTTHC,
    KenhThucHien,
    NgayTiepNhan: `${year}0301080000`,
    NgayKetThucXuLy: `${year}0301160000`,
  });

describe('the effect of changing many procedures', () => {
  const EDIT = `mutation ($selection: ProcedureSelectionInput!, $changes: ProcedureChangesInput!, $dryRun: Boolean, $token: String) {
    editProcedures(selection: $selection, changes: $changes, dryRun: $dryRun, token: $token) { token ${YEAR_EFFECTS} } }`;
  const edit = async (asked: Record<string, unknown>) =>
    (await api.ask<{ editProcedures: { token: string; effects: ShownYearEffect[] } }>(EDIT, asked)).editProcedures;

  it('is told by its dry run, and exactly what doing it books', async () => {
    await amendList(api, '2020-01-01', [{ procedure: A }, { procedure: B }]);
    await api.ingest([row(1, A, 2021, '1'), row(2, A, 2022, '2'), row(3, B, 2022, '1'), row(4, B, 2022, '1')]);
    const asked = { selection: { codes: [A, B, C] }, changes: { inForceTo: '2022-02-28' } };
    const was = await figures();
    const tried = await edit({ ...asked, dryRun: true });
    expect(tried.effects.map(({ indicator, year }) => `${indicator.code} ${year}`)).toEqual([
      'AT_PERIOD_END 2022',
      'ONLINE_RESOLUTION_L4 2022',
    ]);
    expect(await figures()).toEqual(was);
    await edit({ ...asked, token: tried.token });
    expectEffects(tried.effects, was, await figures());
    expect(await differences(api)).toEqual([]);
  });

  it('is none where only texts change', async () => {
    await amendList(api, '2020-01-01', [{ procedure: A }]);
    await api.ingest([row(1, A, 2022, '1')]);
    const asked = { selection: { codes: [A] }, changes: { field: 'Hộ tịch' } };
    expect((await edit({ ...asked, dryRun: true })).effects).toEqual([]);
  });
});

describe('the effect of an import', () => {
  const short = ({ indicator, year, effect }: ShownYearEffect) => {
    const { before, after } = effect.province;
    const counts = [before, after].map(({ numerator, denominator }) => `${numerator}/${denominator}`);
    return `${indicator.code} ${year} ${counts.join(' → ')}, ${effect.statusChanges}`;
  };

  beforeEach(async () => {
    await issuePlan(api, { issuer: '164', year: 2022 }, [
      { unit: '05503', percent: 50 },
      { unit: '05500', percent: 50 },
    ]);
    await amendList(api, '2020-01-01', [{ procedure: A }, { procedure: B }]);
    await api.ingest([row(1, A, 2021, '1'), row(2, A, 2022, '2'), row(3, B, 2022, '1'), row(4, B, 2022, '1')]);
  });

  it('is told by indicators and years, with the units that get another status by their targets', async () => {
    const id = await importing([{ code: B, from: '2020-01-01', to: '2022-02-28' }]);
    const { preview: told } = await preview(api, id);
    expect(told?.effects.map(short)).toEqual([
      'AT_PERIOD_END 2022 1/3 → 1/1, 0',
      'ONLINE_RESOLUTION_L4 2022 1/3 → 1/1, 1',
    ]);
    const turned = told?.effects[1]?.effect.units.filter(({ statusChanged }) => statusChanged);
    expect(turned?.map(({ unit, before, after }) => [unit.code, before.status, after.status])).toEqual([
      ['05503', 'NOT_MET', 'MET'],
    ]);
  });

  it('of a procedure that ends within a year takes that whole year from an indicator that asks on its last day', async () => {
    const id = await importing([{ code: A, from: '2020-01-01', to: '2021-06-30' }]);
    const { preview: told } = await preview(api, id);
    expect(told?.effects.map(short)).toEqual([
      'AT_PERIOD_END 2021 0/1 → 0/0, 3',
      'AT_PERIOD_END 2022 1/3 → 0/2, 0',
      'ONLINE_RESOLUTION_L4 2022 1/3 → 0/2, 0',
    ]);
  });

  it('reads the same once it was applied: what was before is told as before', async () => {
    const id = await importing([{ code: B, from: '2020-01-01', to: '2022-02-28' }]);
    const before = (await preview(api, id)).preview?.effects;
    await apply(api, id);
    expect((await showImport(api, id)).preview?.effects).toEqual(before);
  });
});
