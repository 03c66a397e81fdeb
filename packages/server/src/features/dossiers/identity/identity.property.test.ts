import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { arbitraryHappening, happen, nameReceivingUnits, PROCEDURES, RECEIVING } from '../../../../test/arbitraries.ts';
import { saveProcedures } from '../../../../test/factories.ts';
import { arbitraryDossierEvent, happenToDossiers, type Senders } from '../../../../test/identity-steps.ts';
import { addIndicator } from '../../../../test/indicators.ts';
import { buildSource, OneStop } from '../../../../test/one-stop.ts';
import { pureVerdicts } from '../../../../test/pure-verdicts.ts';
import { differences } from '../../../../test/verifying.ts';
import { Snapshot, withClient } from '../../../app/database.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { indicators, type IndicatorRow } from '../../rates/indicators.queries.ts';
import { takenFor } from './taken-rows.queries.ts';

const PASSWORD = 'Mat-khau-nguon';
const PERIOD = { from: '2022-01-01', to: '2022-12-31' };
const isLong = process.env['LONG_TESTS'] === 'on';
let api: Api;
let rules: IndicatorRow[];
let senders: Senders;

beforeAll(async () => {
  api = await openApi();
  await addIndicator(api, 'RECEPTION', { basis: 'RECEIVED', listId: null, levels: [], inForceRequired: false });
  await addIndicator(api, 'AT_END', { eligibilityDate: 'PERIOD_END' });
  const all = await withClient(api.app.db, (sql) => indicators(sql, api.app.provinceId));
  rules = all.filter(({ counts }) => counts === 'DOSSIERS');
  await nameReceivingUnits(api);
  const made = [
    { name: 'Cổng tỉnh', rank: 1 },
    { name: 'Một cửa', rank: 50 },
  ].map(async (facts, n) => {
    const id = await buildSource(api, { ...facts, loginName: `nguon${n}`, password: PASSWORD });
    return { id, session: await new OneStop(api).login(`nguon${n}`, PASSWORD) };
  });
  const all2 = await Promise.all(made);
  senders = { ids: all2.map(({ id }) => id), sessions: all2.map(({ session }) => session) };
});
afterAll(() => api.close());

async function startOver(): Promise<void> {
  await api.db.query(
    `truncate month_standing, booked_moment, dossier, dossier_version, dossier_statement, dossier_progress, progress_waiting, progress_said, dossier_identity, dossier_step, source_day,
       quarantine, ingest_batch, ledger, day_total, month_total, service_ledger, service_total, procedure, change_set, decision,
       service_list_change, service_list_entry cascade`,
  );
  await saveProcedures(api, ...PROCEDURES);
}

const latest = async () => (await api.db.query<{ at: Date }>('select max(at) as at from moment')).rows[0]!.at;

/** The figures of all units that receive, by unit and indicator. */
async function shown(knownAt: Date | null): Promise<Map<string, string>> {
  const units = RECEIVING.map((code, n) => {
    const asked = rules.map(
      ({ code: indicator }) =>
        `${indicator}: attainment(indicator: "${indicator}", from: "${PERIOD.from}", to: "${PERIOD.to}", scope: OWN, knownAt: $knownAt) { numerator denominator }`,
    );
    return `u${n}: unit(code: "${code}") { ${asked.join(' ')} }`;
  });
  type Counts = { numerator: number; denominator: number };
  const found = await api.ask<Record<string, Record<string, Counts>>>(
    `query ($knownAt: DateTime) { ${units.join(' ')} }`,
    { knownAt: knownAt?.toISOString() ?? null },
  );
  return new Map(
    RECEIVING.flatMap((unit, n) =>
      Object.entries(found[`u${n}`] ?? {}).map(([indicator, { numerator, denominator }]) => [
        `${indicator} ${unit}`,
        `${numerator}/${denominator}`,
      ]),
    ),
  );
}

/** The same by the pure rule, one dossier after the other. */
async function counted(): Promise<Map<string, string>> {
  const sums = new Map<string, [number, number]>();
  for (const unit of RECEIVING) for (const { code } of rules) sums.set(`${code} ${unit}`, [0, 0]);
  for (const { indicator, unit, countedAs } of await pureVerdicts(api, rules, PERIOD)) {
    const [numerator, denominator] = sums.get(`${indicator} ${unit}`) ?? [0, 0];
    const isIn = countedAs === 'NUMERATOR' ? 1 : 0;
    sums.set(`${indicator} ${unit}`, [numerator + isIn, denominator + (countedAs === 'NOT_COUNTED' ? 0 : 1)]);
  }
  return new Map([...sums].map(([key, [numerator, denominator]]) => [key, `${numerator}/${denominator}`]));
}

/** What sources said last is about the dossiers that their codes are taken for, and rows of a dossier that stands are its own. */
async function expectLinesToHold(): Promise<void> {
  const { rows: stated } = await api.db.query<{ code: string; source: number; key: string }>(
    'select code_key as code, source_id as source, coalesce(dossier_key, code_key) as key from dossier_statement',
  );
  const snapshot = new Snapshot(api.app.db, 0, undefined, EVERYTHING);
  const lead = async (source: number | null, code: string) =>
    (await takenFor(snapshot, api.app.provinceId, source, [code])).get(code) ?? code;
  for (const { code, source, key } of stated)
    expect([code, source, key]).toEqual([code, source, await lead(source, code)]);
  const { rows: standing } = await api.db.query<{ code: string; gone: string | null }>(
    `select code_key as code, gone from dossier where code_key not like '%#%'`,
  );
  for (const { code, gone } of standing)
    expect([code, gone === 'MERGED']).toEqual([code, (await lead(null, code)) !== code]);
  await snapshot.close();
}

const arbitraryEvent = fc.oneof(
  { weight: 4, arbitrary: arbitraryDossierEvent.map((event) => ({ ofDossiers: true as const, event })) },
  {
    weight: 1,
    arbitrary: arbitraryHappening.map((event) => ({ ofDossiers: false as const, event })),
  },
);

it('counts each dossier once, as the pure rule and a recount from zero do, now and as known at every moment before', async () => {
  const happened = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryEvent, { minLength: 8, maxLength: isLong ? 30 : 16 }), async (events) => {
      await startOver();
      const then: { at: Date; figures: Map<string, string> }[] = [];
      const start = await latest();
      for (const [n, one] of events.entries()) {
        if (!one.ofDossiers) await happen(api, one.event, n);
        else {
          const outcome = `${one.event.kind} ${await happenToDossiers(api, one.event, senders)}`;
          happened.set(outcome, (happened.get(outcome) ?? 0) + 1);
        }
        if (n % 5 === 4) then.push({ at: await latest(), figures: await shown(null) });
      }
      expect(await shown(null)).toEqual(await counted());
      await expectLinesToHold();
      expect(await differences(api)).toEqual([]);
      for (const { at, figures } of then) expect([at, await shown(at)]).toEqual([at, figures]);
      const { rows } = await api.db.query<{ at: Date }>('select at from moment where at > $1 order by at', [start]);
      for (const { at } of rows.filter((_, n) => isLong || n % 3 === 0))
        expect([at, await differences(api, at)]).toEqual([at, []]);
    }),
    { numRuns: isLong ? 60 : 4 },
  );
  const never = ['delete', 'restore', 'merge', 'unmerge', 'split'].filter((kind) => !happened.has(`${kind} done`));
  if (isLong) expect(never).toEqual([]);
}, 900_000);
