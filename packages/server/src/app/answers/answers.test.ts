import { getNamedType, isLeafType, isObjectType, Kind, print, parse } from 'graphql';
import {
  ForecastErrorsDocument,
  OverviewDocument,
  RankingDocument,
  StandingsDocument,
} from '@chi-tieu/shared/generated/graphql';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { statementsOf } from '../../../test/count-queries.ts';
import { amendList, buildAccount, dossierRow, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { answersCounted, factsSeenBy, FACT_QUESTIONS, openBeside } from '../../../test/facts.ts';
import { issuePlan } from '../../../test/plans.ts';
import { computeSome } from '../../features/definitions/compute-slices.service.ts';
import { GUARDED_TYPES, RULES } from '../access/rules.ts';
import { buildProductSchema } from '../schema.ts';
import { asksFactsOnly, FACTS } from './facts.ts';

let api: Api;
let other: Api;
let plain: Api;
beforeAll(async () => {
  api = await openApi({ keeps: true });
  other = await openBeside(api, { keeps: true });
  plain = await openBeside(api);
  await nameUnits(api, { '05503': ['H55.164.3'], '05680': ['H55.169.3'] });
  await saveProcedures(api, '2.000815', '1.000689');
  await amendList(api, '2021-01-01', [{ procedure: '2.000815' }]);
});
afterAll(async () => {
  await plain.close();
  await other.close();
  await api.close();
});

const UNIT = `{ unit(code: "05503", on: "2022-12-31") { name aliases
  attainment(indicator: "ONLINE_RESOLUTION_L4", from: "2022-01-01", to: "2022-12-31") { numerator denominator } } }`;

/** How many more answers came each way while something was done. */
async function counted(use: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await answersCounted(api);
  await use();
  const after = await answersCounted(api);
  return Object.fromEntries(Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)]));
}

describe('the facts', () => {
  it('are fields of the schema that everybody who is signed in may ask, and lead to facts or plain values alone', async () => {
    const schema = await buildProductSchema();
    const wrong: string[] = [];
    for (const [name, fields] of Object.entries(FACTS)) {
      const type = schema.getType(name);
      if (name in GUARDED_TYPES || !isObjectType(type)) wrong.push(name);
      for (const field of fields) {
        const found = isObjectType(type) ? type.getFields()[field] : undefined;
        const given = found && getNamedType(found.type);
        if (!given || !(isLeafType(given) || given.name in FACTS)) wrong.push(`${name}.${field}`);
        if (name === 'Query' && RULES.Query[field] !== 'SIGNED_IN') wrong.push(`${field}: not for everybody`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('are all that the console asks for on the pages that are opened most', async () => {
    const schema = await buildProductSchema();
    for (const each of [OverviewDocument, StandingsDocument, RankingDocument, ForecastErrorsDocument]) {
      const document = parse(print(each));
      const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)!;
      expect([operation.name?.value, asksFactsOnly(schema, document, operation)]).toEqual([
        operation.name?.value,
        true,
      ]);
    }
  });

  it('are the same for whoever asks: the administrator, somebody of a unit, somebody who may do nothing', async () => {
    await api.ingest([
      dossierRow({ MaHoSo: 'H55.164.3-220301-0001' }),
      dossierRow({ MaHoSo: 'H55.169.3-220301-0001' }),
    ]);
    const seen = [await factsSeenBy(plain)];
    for (const facts of [{ role: 'VIEWER', unit: '164' }, {}])
      seen.push(await factsSeenBy(plain.as(await buildAccount(api, facts))));
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
    expect(seen[0]?.filter((body) => body.includes('"errors"'))).toEqual([]);
  });
});

describe('an answer of facts', () => {
  it('is given again while nothing is written, for two statements, to whoever is signed in', async () => {
    const account = api.as(await buildAccount(api, {}));
    await account.ask(UNIT);
    const first = await account.raw({ method: 'POST', url: '/graphql', payload: { query: UNIT } });
    let again = first;
    const statements = await statementsOf(async () => {
      again = await api.raw({ method: 'POST', url: '/graphql', payload: { query: UNIT } });
    });
    expect(again.body).toBe(first.body);
    expect(statements).toHaveLength(2);
    const about = ({ headers }: typeof first) => ({ ...headers, date: '', 'x-request-id': '' });
    expect(about(again)).toEqual(about(first));
  });

  it('is looked up anew once anything was written, by this server or another one', async () => {
    const name = (alias: string, by: Api) => nameUnits(by, { '05503': ['H55.164.3', alias] });
    for (const [alias, by] of [
      ['Tên một', api],
      ['Tên hai', other],
    ] as const) {
      await api.ask(UNIT);
      await name(alias, by);
      const counts = await counted(async () => {
        expect((await api.ask<{ unit: { aliases: string[] } }>(UNIT)).unit.aliases).toContain(alias);
        expect((await api.ask<{ unit: { aliases: string[] } }>(UNIT)).unit.aliases).toContain(alias);
      });
      expect(counts).toEqual({ first: 0, changed: 1, again: 1 });
    }
  });

  it('is another one in another language, with other variables, of another operation and on another day', async () => {
    const query = 'query a($code: ID!) { unit(code: $code) { name } } query b { unit(code: "19") { name } }';
    const payloads = [
      { query, operationName: 'a', variables: { code: '05503' } },
      { query, operationName: 'a', variables: { code: '164' } },
      { query, operationName: 'b' },
    ];
    const all = () => Promise.all(payloads.map((payload) => api.raw({ method: 'POST', url: '/graphql', payload })));
    const first = await counted(all);
    expect(first).toEqual({ first: 3, changed: 0, again: 0 });
    expect(new Set((await all()).map(({ body }) => body)).size).toBe(3);
    const english = await counted(() => api.gql(query, {}, { 'accept-language': 'en' }));
    expect(english['again']).toBe(0);
    api.app.now = () => new Date(Date.now() + 24 * 60 * 60 * 1000);
    const tomorrow = await counted(all);
    api.app.now = () => new Date();
    expect(tomorrow['again']).toBe(0);
  });

  it('is never kept where something was wrong, where it is more than facts, nor given to who is not signed in', async () => {
    const wrong = '{ attainments(indicator: "NOPE", from: "2022-01-01", to: "2022-12-31") { rate } }';
    const more = '{ unit(code: "05503") { name } me { id } }';
    const counts = await counted(async () => {
      for (const query of [wrong, wrong, wrong, more, more, 'mutation { changePassword(current: "", next: "") }'])
        await api.gql(query);
      await api.ask(UNIT);
      await api.ask(UNIT);
      expect((await api.as(null).gql(UNIT)).code).toBe('UNAUTHENTICATED');
    });
    // Only the question that is facts, which was asked before.
    expect(counts).toEqual({ first: 0, changed: 0, again: 2 });
  });

  it('is worded alike by the compiled question and by GraphQL itself, errors too', async () => {
    const queries = [
      ...FACT_QUESTIONS,
      '{ unit(code: "05503") { ... on Unit { name ...more } __typename } } fragment more on Unit { kind parent { name @skip(if: true) code } }',
      'query ($on: Date) { unit(code: "05503", on: $on) { name } }',
    ];
    for (const query of queries) {
      const bodies = [];
      for (let time = 0; time < 3; time++) bodies.push(await plain.gql(query));
      expect(bodies[1]).toEqual(bodies[0]);
      expect(bodies[2]).toEqual(bodies[0]);
    }
    const bad = 'query ($on: Date!) { unit(code: "05503", on: $on) { name } }';
    const answers = [];
    for (let time = 0; time < 3; time++) answers.push(await plain.gql(bad, { on: '2022-13-01' }));
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[0]?.code).toBe('BAD_USER_INPUT');
  });
});

/** The next step of a definition's life on its way to answer: drafted, begun, computed by slices, switched on. */
async function goOn(by: Api, basis: 'RECEIVED' | 'RESOLVED'): Promise<string> {
  interface Shown {
    id: string;
    state: string;
    revision: number;
  }
  const code = 'ONLINE_RESOLUTION_L4';
  const { indicatorDefinitions: all } = await by.ask<{ indicatorDefinitions: Shown[] }>(
    'query ($code: ID!) { indicatorDefinitions(indicator: $code) { id state revision } }',
    { code },
  );
  const found = all.find(({ state }) => ['DRAFT', 'COMPUTING', 'READY'].includes(state));
  const input = {
    counts: 'DOSSIERS',
    basis,
    eligibilityDate: basis,
    inForceRequired: false,
    levels: [],
    numerator: 'CHANNEL',
  };
  const { id, revision } = found ?? { id: '', revision: 0 };
  if (found?.state === 'COMPUTING') await computeSome(by.app, 1);
  else if (found?.state === 'READY')
    await by.ask('mutation ($id: ID!) { switchOnDefinition(id: $id, reason: "Theo quyết định mới.") { id } }', { id });
  else if (found?.state === 'DRAFT')
    await by.ask(
      'mutation ($id: ID!, $revision: Int!) { startComputing(id: $id, expectedRevision: $revision) { id } }',
      { id, revision },
    );
  else {
    const { createDefinition: made } = await by.ask<{ createDefinition: Shown }>(
      'mutation ($code: ID!) { createDefinition(indicator: $code) { id revision } }',
      { code },
    );
    await by.ask(
      'mutation ($id: ID!, $revision: Int!, $input: DefinitionInput!) { saveDefinition(id: $id, expectedRevision: $revision, input: $input) { id } }',
      { id: made.id, revision: made.revision, input: { ...input, numeratorChannel: 'ONLINE' } },
    );
  }
  return found?.state ?? 'none';
}

/** Closes March of 2022, or reopens it. */
async function turnMarch(by: Api): Promise<void> {
  const { closedPeriods } = await by.ask<{ closedPeriods: { nodes: { id: string; reopenedAt: string | null }[] } }>(
    '{ closedPeriods(indicator: "ONLINE_RESOLUTION_L4", from: "2022-03-01", to: "2022-03-31") { nodes { id reopenedAt } } }',
  );
  const standing = closedPeriods.nodes.find(({ reopenedAt }) => reopenedAt === null);
  const [mutation, variables] = standing
    ? ['mutation ($id: ID!) { reopenPeriod(id: $id, reason: "Sai sót.") { id } }', { id: standing.id }]
    : ['mutation { closePeriod(indicator: "ONLINE_RESOLUTION_L4", from: "2022-03-01", to: "2022-03-31") { id } }', {}];
  await by.ask(mutation, variables);
}

describe('an answer that was kept', () => {
  it('outlives the computing of a definition, and not its end, its being switched on or a closing', async () => {
    const steps: Record<string, Record<string, number>> = {};
    await api.ingest([
      dossierRow({ MaHoSo: 'H55.164.3-220301-0001' }),
      dossierRow({
        MaHoSo: 'H55.164.3-220401-0002',
        NgayTiepNhan: '20220401080000',
        NgayKetThucXuLy: '20220401160000',
      }),
    ]);
    for (let step = 0; step < 5; step += 1) {
      await api.ask(UNIT);
      const name = await goOn(step % 2 ? other : api, 'RECEIVED');
      steps[`${step} ${name}`] = await counted(() => api.ask(UNIT));
    }
    const again = { first: 0, changed: 0, again: 1 };
    const changed = { first: 0, changed: 1, again: 0 };
    expect(steps).toEqual({
      '0 none': changed,
      '1 DRAFT': changed,
      '2 COMPUTING': again,
      '3 COMPUTING': changed,
      '4 READY': changed,
    });
    await turnMarch(api);
    expect(await counted(() => api.ask(UNIT))).toEqual(changed);
  });
});

describe('two servers on one database', () => {
  let number = 1000;
  const dossier = () => dossierRow({ MaHoSo: `H55.164.3-220301-${(number += 1)}` });
  let year = 2022;
  /** What may be written, each by either server. */
  const WRITES: Record<string, (by: Api) => Promise<unknown>> = {
    dossier: (by) => by.ingest([dossier()]),
    again: (by) => by.ingest([dossierRow({ MaHoSo: 'H55.164.3-220301-0001', KenhThucHien: String(1 + (number % 2)) })]),
    aliases: (by) => nameUnits(by, { '05680': ['H55.169.3', `Tên ${(number += 1)}`] }),
    procedure: (by) => saveProcedures(by, { code: '1.000689', name: `Thủ tục ${(number += 1)}` }),
    list: (by) =>
      amendList(by, '2021-06-01', [{ procedure: '1.000689', action: number % 2 ? 'ADD' : 'REMOVE' }]).catch(() => null),
    plan: (by) =>
      issuePlan(by, { issuer: '164', year: (year += 1) }, [{ unit: '05503', percent: 50 }], {
        number: `${year}/QĐ`,
        issuedOn: `${year}-01-05`,
      }),
    define: (by) => goOn(by, number % 2 ? 'RECEIVED' : 'RESOLVED'),
    march: turnMarch,
  };

  it('answer at every instant as one that keeps nothing, whatever is written by whichever, in any order', async () => {
    const write = fc.record({ what: fc.constantFrom(...Object.keys(WRITES)), byOther: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 3 }), async (writes) => {
        for (const { what, byOther } of writes) {
          await WRITES[what]?.(byOther ? other : api);
          const truth = await factsSeenBy(plain);
          expect(await factsSeenBy(api)).toEqual(truth);
          expect(await factsSeenBy(other)).toEqual(truth);
          expect(await factsSeenBy(api)).toEqual(truth);
        }
      }),
      { numRuns: process.env['LONG_TESTS'] === 'on' ? 60 : 6 },
    );
  }, 600_000);

  it('give nobody an older answer than somebody was told before, while others write', async () => {
    const seen: number[] = [];
    let isOver = false;
    const ask = async (from: Api) => {
      const { unit } = await from.ask<{ unit: { attainment: { denominator: number } } }>(UNIT);
      return unit.attainment.denominator;
    };
    const reader = async () => {
      // One after the other, by turns: each has to see at least what the one before saw.
      while (!isOver) for (const from of [api, other]) seen.push(await ask(from));
    };
    const writer = async () => {
      for (let time = 0; time < 12; time++) await [api, other][time % 2]?.ingest([dossier()]);
      isOver = true;
    };
    await Promise.all([reader(), writer()]);
    seen.push(await ask(api));
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(await ask(plain));
  });
});
