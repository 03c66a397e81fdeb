import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, isBetween, type Day } from '@chi-tieu/shared/domain/days';
import { periodOn } from '@chi-tieu/shared/domain/force';
import { levelOn } from '@chi-tieu/shared/domain/service-list';
import type { Tier } from '@chi-tieu/shared/domain/tier';
import { openApi, type Api } from '../../../test/api.ts';
import {
  arbitraryDay,
  arbitraryHappening,
  arbitraryRow,
  happen,
  nameReceivingUnits,
  PROCEDURES,
} from '../../../test/arbitraries.ts';
import { amendList, saveProcedures } from '../../../test/factories.ts';
import { runs } from '../../../test/runs.ts';
import { withClient } from '../../app/database.ts';
import { CatalogueFromZero } from '../rates/from-zero.ts';
import { statedChanges, statedForce } from '../rates/verify.queries.ts';
import { unitVersions } from '../units/units.queries.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi({ now: new Date('2022-12-15T05:00:00Z') });
  await nameReceivingUnits(api);
});
afterAll(() => api.close());

async function startOver(): Promise<void> {
  await api.db.query(
    `truncate dossier, dossier_version, quarantine, ingest_batch, ledger, day_total, month_total, month_standing, booked_moment, service_ledger, service_total,
       procedure, change_set, decision, service_list_change, service_list_entry cascade`,
  );
  await saveProcedures(api, ...PROCEDURES);
}

interface Period {
  from: Day;
  to: Day;
}
interface Facts {
  catalogue: CatalogueFromZero;
  /** Of units that lines may name: themselves, and what stands below them. */
  below: ReadonlyMap<number, ReadonlySet<number>>;
  codes: ReadonlyMap<number, string>;
  units: ReadonlyMap<number, string>;
  lists: ReadonlyMap<string, number>;
  dossiers: { procedureId: number; unitId: number; tier: Tier; day: Day }[];
}

/** All that the three questions are about, as it was said. */
async function facts(): Promise<Facts> {
  const { provinceId, db } = api.app;
  const [changes, force, versions] = await withClient(db, async (sql) => [
    await statedChanges(sql, provinceId, null),
    await statedForce(sql, provinceId, null),
    await unitVersions(sql, provinceId, null),
  ]);
  const pairs = async <A, B>(text: string) =>
    new Map((await api.db.query<{ a: A; b: B }>(text)).rows.map(({ a, b }) => [a, b] as const));
  const parents = await pairs<number, number | null>(
    `select unit_id as a, parent_id as b from unit_version where superseded_by is null and valid @> date '2022-03-01'`,
  );
  const isWithin = (unitId: number | null | undefined, top: number): boolean =>
    typeof unitId === 'number' && (unitId === top || isWithin(parents.get(unitId), top));
  const { rows } = await api.db.query<Facts['dossiers'][number]>(
    `select d.procedure_id as "procedureId", d.unit_id as "unitId", u.tier, d.received_day::text as day
       from dossier d join unit u on u.id = d.unit_id`,
  );
  return {
    catalogue: new CatalogueFromZero(changes, force, versions),
    below: new Map(
      [...parents.keys()].map((top) => [top, new Set([...parents.keys()].filter((id) => isWithin(id, top)))]),
    ),
    codes: await pairs<number, string>('select id as a, code as b from procedure'),
    units: await pairs<number, string>(
      `select unit_id as a, code as b from unit_version where superseded_by is null and valid @> date '2022-03-01'`,
    ),
    lists: await pairs<string, number>('select code as a, id as b from service_list'),
    dossiers: rows,
  };
}

/** The entries of QD402 by what they are about. */
function entriesOf({ catalogue, lists }: Facts) {
  return [...catalogue.entries].flatMap(([key, entries]) => {
    const [listId, procedureId, tier, unitId] = key.split('|');
    if (Number(listId) !== lists.get('QD402')) return [];
    return [{ procedureId: Number(procedureId), tier, unitId: unitId === undefined ? null : Number(unitId), entries }];
  });
}

type Told = ReturnType<typeof entriesOf>[number];
const line = ({ codes, units }: Facts, about: Omit<Told, 'entries'>, level: string | null, count: number): string =>
  [codes.get(about.procedureId), about.tier, about.unitId === null ? '' : units.get(about.unitId), level, count].join(
    ' ',
  );

const PLAIN: Record<string, (known: Facts, period: Period) => string[]> = {
  LISTED_WITHOUT_DOSSIER: (known, { from, to }) =>
    entriesOf(known).flatMap((about) => {
      const within = about.entries.filter((entry) => entry.from <= to && (entry.to === null || entry.to >= from));
      const last = within.sort((a, b) => (a.from < b.from ? -1 : 1)).at(-1);
      const isHeld = known.dossiers.some(
        ({ procedureId, unitId, tier, day }) =>
          procedureId === about.procedureId &&
          isBetween(day, from, to) &&
          (about.unitId === null ? tier === about.tier : known.below.get(about.unitId)?.has(unitId)),
      );
      return last && !isHeld ? [line(known, about, last.level, 0)] : [];
    }),
  DOSSIERS_NOT_LISTED: (known, { from, to }) => {
    const counts = new Map<string, { about: Omit<Told, 'entries'>; count: number }>();
    for (const { procedureId, unitId, tier, day } of known.dossiers) {
      const receiver = { unitId, tier };
      const level = (list: number) => known.catalogue.factsOn(list, procedureId, receiver, day).level;
      if (!isBetween(day, from, to) || [...known.lists.values()].some((list) => level(list) !== null)) continue;
      const key = `${procedureId}|${tier}`;
      const count = (counts.get(key)?.count ?? 0) + 1;
      counts.set(key, { about: { procedureId, tier, unitId: null }, count });
    }
    return [...counts.values()].map(({ about, count }) => line(known, about, null, count));
  },
  LISTED_NOT_IN_FORCE: (known, { to }) =>
    entriesOf(known).flatMap((about) => {
      const level = levelOn(about.entries, to);
      const isInForce = periodOn(known.catalogue.periods.get(about.procedureId) ?? [], to) !== null;
      return level !== null && !isInForce ? [line(known, about, level, 0)] : [];
    }),
};

async function told(kind: string, { from, to }: Period): Promise<string[]> {
  interface Row {
    procedure: { code: string };
    tier: string;
    unit: { code: string } | null;
    level: string | null;
    dossiers: number;
  }
  const { listCoverage } = await api.ask<{ listCoverage: { nodes: Row[] } }>(
    `{ listCoverage(list: "QD402", from: "${from}", to: "${to}", kind: ${kind}, first: 500) {
       nodes { procedure { code } tier unit { code } level dossiers } } }`,
  );
  return listCoverage.nodes.map((row) =>
    [row.procedure.code, row.tier, row.unit?.code ?? '', row.level, row.dossiers].join(' '),
  );
}

it('tells of any lists, dossiers and periods what the rules tell, one entry and one dossier after the other', async () => {
  const places = PROCEDURES.flatMap((procedure) => [
    ...(['PROVINCE', 'DISTRICT', 'COMMUNE'] as const).map((tier) => ({ procedure, tier })),
    { procedure, tier: 'DISTRICT' as const, unit: '164' },
    { procedure, tier: 'COMMUNE' as const, unit: '05503' },
  ]);
  const world = fc.record({
    rows: fc.array(arbitraryRow(60), { minLength: 20, maxLength: 60 }),
    standing: fc.subarray(places, { minLength: 1, maxLength: 10 }),
    others: fc.subarray(places, { minLength: 1, maxLength: 3 }),
    happenings: fc.array(arbitraryHappening, { minLength: 1, maxLength: 5 }),
    since: fc.constantFrom('2022-01-01', '2022-02-26', '2022-03-01'),
    ends: fc.option(arbitraryDay),
    from: arbitraryDay,
    lasts: fc.integer({ min: 0, max: 6 }),
  });
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(world, async ({ rows, standing, others, happenings, since, ends, from, lasts }) => {
      await startOver();
      await saveProcedures(api, ...PROCEDURES.slice(0, 2).map((code) => ({ code, ...(ends && { inForceTo: ends }) })));
      await amendList(api, since, standing);
      await amendList(api, '2022-03-02', others, 'QD-KHAC');
      await api.ingest(rows);
      for (const [n, happening] of happenings.entries()) await happen(api, happening, n);
      const period = { from, to: addDays(from, lasts) };
      const known = await facts();
      for (const [kind, plain] of Object.entries(PLAIN)) {
        const expected = plain(known, period);
        seen.set(kind, (seen.get(kind) ?? 0) + expected.length);
        expect((await told(kind, period)).sort(), kind).toEqual(expected.sort());
      }
    }),
    { numRuns: runs({ daily: 6, long: 15 }), seed: 402 },
  );
  for (const kind of Object.keys(PLAIN)) expect(seen.get(kind), kind).toBeGreaterThan(3);
}, 120_000);
