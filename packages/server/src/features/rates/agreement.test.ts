import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Period } from '@chi-tieu/shared/domain/eligibility';
import { openApi, type Api } from '../../../test/api.ts';
import {
  arbitraryDay,
  arbitraryHappening,
  happen,
  nameReceivingUnits,
  PROCEDURES,
  RECEIVING,
  type Happening,
} from '../../../test/arbitraries.ts';
import { saveProcedures } from '../../../test/factories.ts';
import { arbitraryDecisionOfDossier, happenToDossiers, type DossierEvent } from '../../../test/identity-steps.ts';
import { addIndicator } from '../../../test/indicators.ts';
import { pureVerdicts } from '../../../test/pure-verdicts.ts';
import { differences } from '../../../test/verifying.ts';
import { runs } from '../../../test/runs.ts';
import { withClient } from '../../app/database.ts';
import { indicators, type IndicatorRow } from './indicators.queries.ts';

let api: Api;
let rules: IndicatorRow[];

beforeAll(async () => {
  api = await openApi();
  await addIndicator(api, 'AT_RESOLUTION', { eligibilityDate: 'RESOLVED' });
  await addIndicator(api, 'AT_PERIOD_END', { eligibilityDate: 'PERIOD_END' });
  await addIndicator(api, 'LISTED_ONLY', { inForceRequired: false, levels: ['LEVEL_3', 'PARTIAL'] });
  await addIndicator(api, 'IN_FORCE_ONLY', { listId: null, levels: [], numeratorChannel: 'POSTAL' });
  await addIndicator(api, 'RECEPTION', { basis: 'RECEIVED', listId: null, levels: [], inForceRequired: false });
  await addIndicator(api, 'RECEPTION_AT_FINISH', { basis: 'RECEIVED', eligibilityDate: 'RESOLVED' });
  await addIndicator(api, 'RECEPTION_AT_END', {
    basis: 'RECEIVED',
    eligibilityDate: 'PERIOD_END',
    inForceRequired: false,
  });
  await addIndicator(api, 'ON_TIME', { numerator: 'ON_TIME', numeratorChannel: null, listId: null, levels: [] });
  await addIndicator(api, 'ON_TIME_RECEIVED', {
    basis: 'RECEIVED',
    numerator: 'ON_TIME',
    numeratorChannel: null,
    tiers: ['COMMUNE', 'PROVINCE'],
    eligibilityDate: 'PERIOD_END',
  });
  await addIndicator(api, 'RETURNED_BY_TIER', {
    statuses: [7, 10],
    tiers: ['DISTRICT', 'COMMUNE'],
    inForceRequired: false,
  });
  await addIndicator(api, 'TAKEN_IN', { basis: 'RECEIVED', statuses: [4, 9, 10], tiers: [] });
  const all = await withClient(api.app.db, (sql) => indicators(sql, api.app.provinceId));
  rules = all.filter(({ counts }) => counts === 'DOSSIERS');
  await nameReceivingUnits(api);
});

afterAll(() => api.close());

async function startOver(): Promise<void> {
  await api.db.query(
    `truncate dossier, dossier_version, dossier_identity, dossier_step, quarantine, ingest_batch, ledger, day_total, month_total, month_standing, booked_moment, service_ledger, service_total,
       procedure, change_set, decision, service_list_change, service_list_entry cascade`,
  );
  await saveProcedures(api, ...PROCEDURES);
}

/** The figures of the receiving units by the pure rule alone, one dossier after the other. */
async function counted(period: Period): Promise<Map<string, string>> {
  const sums = new Map<string, [number, number, number]>();
  for (const { indicator, unit, countedAs, inPeriod } of await pureVerdicts(api, rules, period)) {
    const key = `${indicator} ${unit}`;
    const [online, counts, rest] = sums.get(key) ?? [0, 0, 0];
    sums.set(key, [
      online + (countedAs === 'NUMERATOR' ? 1 : 0),
      counts + (countedAs === 'NOT_COUNTED' ? 0 : 1),
      rest + (countedAs === 'NOT_COUNTED' && inPeriod ? 1 : 0),
    ]);
  }
  return new Map([...sums].map(([key, numbers]) => [key, numbers.join('/')]));
}

interface Shown {
  numerator: number;
  denominator: number;
}
interface Listed extends Shown {
  online: { totalCount: number; nodes: { countedAs: string }[] };
  others: { totalCount: number; nodes: { countedAs: string }[] };
  rest: { totalCount: number; nodes: { countedAs: string }[] };
}

/** What the API shows of one unit and all indicators: the figure, the lists behind it with their totals, the series. */
async function shown(unit: string, { from, to }: Period, knownAt: string | null): Promise<Map<string, string>> {
  const list = (indicator: string, countedAs: string) =>
    `dossiers(indicator: "${indicator}", unit: $unit, from: $from, to: $to, scope: OWN, knownAt: $knownAt, countedAs: ${countedAs}, first: 500)
       { numerator denominator totalCount nodes { countedAs } }`;
  const question = (code: string) => `query ($unit: ID!, $from: Date!, $to: Date!, $knownAt: DateTime) {
      ${code}_figure: unit(code: $unit) { attainment(indicator: "${code}", from: $from, to: $to, scope: OWN, knownAt: $knownAt) { numerator denominator }
        series(indicator: "${code}", from: $from, to: $to, scope: OWN, knownAt: $knownAt, grain: DAY) { from numerator denominator }
        months: series(indicator: "${code}", from: $from, to: $to, scope: OWN, knownAt: $knownAt, grain: MONTH) { from numerator denominator } }
      ${code}_online: ${list(code, 'NUMERATOR')} ${code}_others: ${list(code, 'DENOMINATOR')} ${code}_rest: ${list(code, 'NOT_COUNTED')} }`;
  type Point = Shown & { from: string };
  type Found = Record<string, Shown & Listed['online'] & { attainment: Shown; series: Point[]; months: Point[] }>;
  const found: Found = {};
  for (const { code } of rules) Object.assign(found, await api.ask<Found>(question(code), { unit, from, to, knownAt }));
  return new Map(
    rules.map(({ code, eligibilityDate }) => {
      const [figure, online, others, rest] = ['figure', 'online', 'others', 'rest'].map(
        (part) => found[`${code}_${part}`]!,
      );
      const { numerator, denominator } = figure!.attainment;
      const byDay = figure!.series.reduce((sum, point) => sum + point.denominator, 0);
      expect([code, byDay]).toEqual([code, eligibilityDate === 'PERIOD_END' ? 0 : denominator]);
      expect([code, ...byMonth(figure!.months)]).toEqual([code, ...byMonth(figure!.series)]);
      for (const [part, countedAs] of [
        [online!, 'NUMERATOR'],
        [others!, 'DENOMINATOR'],
        [rest!, 'NOT_COUNTED'],
      ] as const) {
        expect(part).toMatchObject({ numerator, denominator, totalCount: part.nodes.length });
        expect(part.nodes.filter((node) => node.countedAs !== countedAs)).toEqual([]);
      }
      expect([code, online!.totalCount, online!.totalCount + others!.totalCount]).toEqual([
        code,
        numerator,
        denominator,
      ]);
      return [`${code} ${unit}`, `${numerator}/${denominator}/${rest!.totalCount}`];
    }),
  );
}

/** A series added up by month: of days, and of months, is the same. */
function byMonth(points: readonly { from: string; numerator: number; denominator: number }[]): string[] {
  const sums = new Map<string, [number, number]>();
  for (const { from, numerator, denominator } of points) {
    const [known, all] = sums.get(from.slice(0, 7)) ?? [0, 0];
    sums.set(from.slice(0, 7), [known + numerator, all + denominator]);
  }
  return [...sums].map(([month, [known, all]]) => `${month} ${known}/${all}`).sort();
}

/** Something that happens, among it what people decide of single dossiers. */
const arbitraryEvent = fc.oneof(
  { weight: 3, arbitrary: arbitraryHappening.map((event) => ({ event })) },
  { weight: 1, arbitrary: arbitraryDecisionOfDossier.map((decision) => ({ decision })) },
);
type Occurring = { event: Happening } | { decision: DossierEvent };

async function occur(one: Occurring, n: number): Promise<void> {
  if ('event' in one) await happen(api, one.event, n);
  else await happenToDossiers(api, one.decision, { sessions: [], ids: [] });
}

const arbitraryPeriod = fc
  .tuple(arbitraryDay, arbitraryDay)
  .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

it('counts as the pure rule counts, shows the dossiers behind each figure, and books every change of the past', async () => {
  const history = fc.array(arbitraryEvent, { minLength: 4, maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(history, arbitraryPeriod, fc.nat(), async (happenings, period, chosen) => {
      await startOver();
      const start = await latest();
      const units = [0, 1].map((n) => RECEIVING[(chosen + n) % RECEIVING.length] ?? '19');
      const half = Math.floor(happenings.length / 2);
      for (const [n, happening] of happenings.slice(0, half).entries()) await occur(happening, n);
      const then = { at: await latest(), figures: await shown(units[0]!, period, null) };
      for (const [n, happening] of happenings.slice(half).entries()) await occur(happening, half + n);
      expect(await differences(api)).toEqual([]);
      const expected = await counted(period);
      for (const unit of units) {
        for (const [key, numbers] of await shown(unit, period, null)) {
          expect([key, numbers]).toEqual([key, expected.get(key) ?? '0/0/0']);
        }
      }
      expect(await shown(units[0]!, period, then.at.toISOString())).toEqual(then.figures);
      const since = await api.db.query<{ at: Date }>('select at from moment where at > $1', [start]);
      for (const { at } of since.rows) expect([at, await differences(api, at)]).toEqual([at, []]);
    }),
    { numRuns: runs({ daily: 4, long: 80 }) },
  );
}, 420_000);

async function latest(): Promise<Date> {
  const { rows } = await api.db.query<{ at: Date }>('select max(at) as at from moment');
  return rows[0]!.at;
}
