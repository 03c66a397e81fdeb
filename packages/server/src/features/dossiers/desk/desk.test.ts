import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import type { Caller } from '../../../../test/caller.ts';
import { amendList, buildAccount, dossierRow, figure, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { differences } from '../../../../test/verifying.ts';
import { PORTION } from '../ingest/quarantine.service.ts';

let api: Api;

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-06-01T03:00:00Z') });
  await saveProcedures(api, '2.000815', '1.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }, { procedure: '1.000815' }]);
});

beforeEach(async () => {
  await api.db.query(
    'truncate dossier, dossier_version, quarantine, ingest_batch, ledger, day_total, month_total, month_standing, booked_moment, service_ledger, service_total, cause_mend, cause_mend_step, procedure_alias, held_batch, held_row',
  );
  await nameUnits(api, { '05503': ['H55.164.3'], '05500': [], '05680': ['H55.169.3'] });
  PORTION.rows = 10_000;
});

afterAll(() => api.close());

const ofUnit = (organisation: string, number: number, facts = {}) =>
  dossierRow({ MaHoSo: `${organisation}-220301-${String(number).padStart(4, '0')}`, ...facts });
const some = (count: number, make: (number: number) => object) => Array.from({ length: count }, (_, i) => make(i + 1));

interface Cause {
  id: string;
  problem: string;
  field: string;
  text: string;
  count: number;
  batches: number;
  ways: string[];
  example: string | null;
  names: string[];
  suggestions: {
    unit: { code: string } | null;
    procedure: { code: string } | null;
    value: string | null;
    grounds: { kind: string; sentence: string }[];
  }[];
}
interface Page {
  quarantineCauses: { nodes: Cause[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
}
const CAUSES = `query ($first: Int, $after: String) { quarantineCauses(first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage }
  nodes { id problem field text count batches ways example names suggestions { unit { code } procedure { code } value grounds { kind sentence } } } } }`;

async function causes(caller: Caller = api): Promise<Cause[]> {
  const { quarantineCauses } = await caller.ask<{ quarantineCauses: { nodes: Cause[]; totalCount: number } }>(CAUSES);
  expect(quarantineCauses.totalCount).toBe(quarantineCauses.nodes.length);
  return quarantineCauses.nodes;
}
const short = (all: Cause[]) => all.map(({ problem, text, count }) => [problem, text, count]);

interface Mend {
  id: string;
  state: string;
  total: number;
  tried: number;
  good: number;
  effects: {
    year: number;
    effect: { province: { before: { denominator: number }; after: { denominator: number } } };
  }[];
}
const MEND = `id state total tried good effects { year effect { province { before { denominator } after { denominator } } } }`;

async function mend(cause: string, by: object, caller: Caller = api): Promise<Mend> {
  const text = `mutation ($cause: ID!, $by: CauseDecisionInput!) { mendCause(cause: $cause, by: $by) { ${MEND} } }`;
  return (await caller.ask<{ mendCause: Mend }>(text, { cause, by })).mendCause;
}
async function goOn(what: 'continueMend' | 'stopMend' | 'undoMend', id: string): Promise<Mend> {
  const text = `mutation ($id: ID!) { result: ${what}(id: $id) { ${MEND} } }`;
  return (await api.ask<{ result: Mend }>(text, { id })).result;
}

describe('causes', () => {
  it('group what waits by problem, field and the text that nobody knows, those with most rows first', async () => {
    await api.ingest([...some(3, (n) => ofUnit('H55.164.9', n)), ofUnit('H55.164.3', 1, { KenhThucHien: '7' })]);
    await api.ingest([
      ...some(2, (n) => ofUnit('000.8.164.H55', n)),
      ofUnit('H55.164.9', 9),
      ofUnit('H55.164.3', 2, { MaTTHC: '2.000185.000.00.00.H55' }),
      ofUnit('H55.164.3', 3, { NgayTiepNhan: '1/3/2022' }),
      ofUnit('H55.164.3', 4, { NgayTiepNhan: '2/3/2022' }),
    ]);
    expect(short(await causes())).toEqual([
      ['UNKNOWN_UNIT', 'H55.164.9', 4],
      ['MALFORMED', '9/9/9999', 2],
      ['UNKNOWN_UNIT', 'H55.164.8', 2],
      ['UNKNOWN_CHANNEL', '7', 1],
      ['UNKNOWN_PROCEDURE', '2.000185', 1],
    ]);
    expect((await causes()).map(({ batches }) => batches)).toEqual([2, 1, 1, 1, 1]);
  });

  it('whose right value is another one in each row take no one value, show an example and lead to their rows', async () => {
    await api.ingest([
      ofUnit('H55.164.3', 1, { NgayTiepNhan: '1/3/2022' }),
      ofUnit('H55.164.3', 2, { NgayKetThucXuLy: '20220101000000' }),
      ofUnit('H55.164.3', 3, { KenhThucHien: 'TRUCTUYEN' }),
      ofUnit('H55.164.3', 4, { MaTTHC: 'x/' }),
    ]);
    const found = await causes();
    expect(found.map(({ problem, text, ways, example }) => [problem, text, ways, example])).toEqual([
      ['FINISH_BEFORE_RECEPTION', '', [], null],
      ['MALFORMED', 'x/', ['VALUE'], null],
      ['MALFORMED', '9/9/9999', [], '1/3/2022'],
      ['UNKNOWN_CHANNEL', 'TRUCTUYEN', ['VALUE'], null],
    ]);
    expect(found[3]!.suggestions).toMatchObject([{ value: '2', grounds: [{ kind: 'WORD' }] }]);
    await expect(mend(found[0]!.id, { value: '' })).rejects.toThrow();
    const rows = `query ($cause: ID) { quarantine(cause: $cause) { totalCount nodes { fields } } }`;
    const { quarantine } = await api.ask<{ quarantine: unknown }>(rows, { cause: found[2]!.id });
    expect(quarantine).toMatchObject({ totalCount: 1, nodes: [{ fields: { NgayTiepNhan: '1/3/2022' } }] });
  });

  it('come page by page, each once', async () => {
    await api.ingest(some(5, (n) => ofUnit(`H55.164.${n + 10}`, 1)));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Page = await api.ask<Page>(CAUSES, { first: 2, after });
      const { nodes, pageInfo } = page.quarantineCauses;
      seen.push(...nodes.map(({ text }) => text));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(['H55.164.11', 'H55.164.12', 'H55.164.13', 'H55.164.14', 'H55.164.15']);
  });

  it('are those within reach, counted by what is within reach', async () => {
    await api.ingest([ofUnit('H55.164.3', 1, { KenhThucHien: '7' }), ofUnit('H55.169.3', 1, { KenhThucHien: '7' })]);
    const clerk = api.as(await buildAccount(api, { role: 'CLERK', unit: '05503' }));
    expect(short(await causes(clerk))).toEqual([['UNKNOWN_CHANNEL', '7', 1]]);
    const [cause] = await causes();
    expect(await mend(cause!.id, { value: '1' }, clerk)).toMatchObject({ total: 1, good: 1 });
    expect(short(await causes())).toEqual([['UNKNOWN_CHANNEL', '7', 1]]);
  });
});

describe('what is suggested', () => {
  it('is the unit whose name the rows say, with its ground in a sentence', async () => {
    const { unit } = await api.ask<{ unit: { name: string } }>('{ unit(code: "05500", on: "2022-06-01") { name } }');
    const said = `UBND ${unit.name.normalize('NFD').replace(/\p{M}/gu, '')}`;
    await api.ingest(some(2, (n) => ofUnit('H55.164.9', n, { DonViXuLy: said })));
    const [cause] = await causes();
    expect(cause).toMatchObject({ ways: ['UNIT'], names: [said] });
    const [first] = cause!.suggestions;
    expect(first).toMatchObject({ unit: { code: '05500' } });
    await api.ingest([ofUnit('H55.164.8', 1, { DonViXuLy: 'Ông A 0987654321' }), ofUnit('H55.164.8', 2)]);
    expect((await causes())[0]).toMatchObject({ text: 'H55.164.8', names: [] });
    expect(first!.grounds[0]).toEqual({ kind: 'NAME', sentence: `Các dòng ghi đơn vị xử lý là “${said}”.` });
  });

  it('is a unit below the one to which neighbouring identifiers belong, and where other rows of the import went', async () => {
    await api.ingest([...some(3, (n) => ofUnit('H55.164.3', n)), ofUnit('H55.164.4', 1)]);
    const [cause] = await causes();
    const found = cause!.suggestions.map(({ unit, grounds }) => [unit?.code, grounds.map(({ kind }) => kind)]);
    expect(found[0]).toEqual(['05503', ['CLOSE_CODE', 'SENDER']]);
    expect(found[1]?.[1]).toEqual(['NEIGHBOUR']);
  });

  it('is a procedure whose code is a slip away, and a value that is the same number', async () => {
    await api.ingest([
      ofUnit('H55.164.3', 1, { MaTTHC: '2.000851' }),
      ofUnit('H55.164.3', 2, { KenhThucHien: '02' }),
      ofUnit('H55.164.3', 3, { KenhThucHien: '02' }),
    ]);
    const [channel, procedure] = await causes();
    expect(channel).toMatchObject({ ways: ['VALUE'], suggestions: [{ value: '2' }] });
    expect(procedure?.suggestions[0]).toMatchObject({
      procedure: { code: '2.000815' },
      grounds: [{ kind: 'EXCHANGED' }],
    });
  });
});

describe('a decision about a cause', () => {
  it('is told before it is made, and changes nothing then', async () => {
    await api.ingest(some(3, (n) => ofUnit('H55.164.9', n)));
    const [cause] = await causes();
    const text = `mutation ($cause: ID!) { foreseeMend(cause: $cause, by: { unit: "05500" }) { total tried good
      effects { year indicator { code } effect { province { before { denominator } after { denominator } } } } } }`;
    const { foreseeMend } = await api.ask<{ foreseeMend: unknown }>(text, { cause: cause!.id });
    expect(foreseeMend).toMatchObject({ total: 3, tried: 3, good: 3 });
    expect(foreseeMend).toMatchObject({
      effects: ['ONLINE_RESOLUTION_L4', 'RECEPTION_ONLINE'].map((code) => ({
        indicator: { code },
        year: 2022,
        effect: { province: { before: { denominator: 0 }, after: { denominator: 3 } } },
      })),
    });
    expect(await figure(api, '05500')).toBe('0/0');
    expect(short(await causes())).toEqual([['UNKNOWN_UNIT', 'H55.164.9', 3]]);
  });

  it('names a unit: its rows are taken, and rows to come are', async () => {
    await api.ingest([...some(3, (n) => ofUnit('H55.164.9', n)), ofUnit('H55.164.8', 1)]);
    const [cause] = await causes();
    expect(await mend(cause!.id, { unit: '05500' })).toMatchObject({ state: 'DONE', total: 3, tried: 3, good: 3 });
    expect(short(await causes())).toEqual([['UNKNOWN_UNIT', 'H55.164.8', 1]]);
    expect(await figure(api, '05500')).toBe('3/3');
    expect((await api.ingest([ofUnit('000.9.164.H55', 7)])).result).toMatchObject({ created: 1, rejected: 0 });
    expect(await differences(api)).toEqual([]);
  });

  it('names a procedure: its rows keep the code as it was received, and rows to come are of it too', async () => {
    await api.ingest(some(2, (n) => ofUnit('H55.164.3', n, { MaTTHC: '2.000851' })));
    const [cause] = await causes();
    expect(await mend(cause!.id, { procedure: '2.000815' })).toMatchObject({ state: 'DONE', good: 2 });
    expect((await api.ingest([ofUnit('H55.164.3', 3, { MaTTHC: '2.000851.000.00.00.H55' })])).result.created).toBe(1);
    const { rows } = await api.db.query<{ text: string }>('select procedure_text as text from dossier order by id');
    expect(rows.map(({ text }) => text)).toEqual(['2.000851', '2.000851', '2.000851.000.00.00.H55']);
    await saveProcedures(api, '2.000851');
    expect((await api.ingest([ofUnit('H55.164.3', 4, { MaTTHC: '2.000851' })])).result.created).toBe(1);
    const own = await api.db.query(
      `select from dossier d join procedure p on p.id = d.procedure_id where p.code = '2.000851'`,
    );
    expect(own.rowCount).toBe(1);
    expect(await differences(api)).toEqual([]);
  });

  it('sets one field of all rows, and rows that are still bad wait for what is wrong then', async () => {
    await api.ingest([
      ofUnit('H55.164.3', 1, { KenhThucHien: '7' }),
      ofUnit('H55.164.3', 2, { KenhThucHien: '7', TrangThaiHoSo: '99' }),
    ]);
    const [cause] = await causes();
    expect(await mend(cause!.id, { value: '1' })).toMatchObject({ state: 'DONE', total: 2, tried: 2, good: 1 });
    expect(short(await causes())).toEqual([['UNKNOWN_STATUS', '99', 1]]);
  });

  it('goes on in portions, is stopped between two of them and gone on with', async () => {
    await api.ingest(some(25, (n) => ofUnit('H55.164.9', n)));
    const [cause] = await causes();
    PORTION.rows = 10;
    const begun = await mend(cause!.id, { unit: '05500' });
    expect(begun).toMatchObject({ state: 'RUNNING', total: 25, tried: 10, good: 10 });
    expect(await goOn('stopMend', begun.id)).toMatchObject({ state: 'STOPPED', tried: 10 });
    expect(await goOn('continueMend', begun.id)).toMatchObject({ state: 'RUNNING', tried: 20 });
    expect(await goOn('continueMend', begun.id)).toMatchObject({ state: 'DONE', tried: 25, good: 25 });
    expect(await goOn('continueMend', begun.id)).toMatchObject({ state: 'DONE', tried: 25 });
    expect(await figure(api, '05500')).toBe('25/25');
  });

  it('is refused where it does not mend the cause, or decides for others', async () => {
    await api.ingest([ofUnit('H55.164.9', 1), ofUnit('H55.164.3', 1, { MaHoSo: 'xyz' })]);
    const found = await causes();
    const text = 'mutation ($cause: ID!, $by: CauseDecisionInput!) { mendCause(cause: $cause, by: $by) { id } }';
    const ask = (cause: Cause | undefined, by: object, who: Caller = api) => who.gql(text, { cause: cause?.id, by });
    const unit = found.find(({ problem }) => problem === 'UNKNOWN_UNIT');
    const code = found.find(({ problem }) => problem === 'MALFORMED');
    expect((await ask(unit, { procedure: '2.000815' })).code).toBe('BAD_USER_INPUT');
    expect((await ask(unit, { unit: '05500', value: '1' })).code).toBe('BAD_USER_INPUT');
    expect((await ask(code, { value: 'H55.164.3-220301-0001' })).code).toBe('BAD_USER_INPUT');
    const clerk = api.as(await buildAccount(api, { role: 'CLERK', unit: '19' }));
    expect((await ask(unit, { unit: '05500' }, clerk)).code).toBe('FORBIDDEN');
    expect((await ask({ id: 'xx' } as Cause, { unit: '05500' })).code).toBe('NOT_FOUND');
  });

  it('that puts rows aside says why, and is taken back', async () => {
    await api.ingest(some(3, (n) => ofUnit('H55.164.9', n)));
    const [cause] = await causes();
    const text =
      'mutation ($cause: ID!) { discardCause(cause: $cause, reason: "Đơn vị thử nghiệm.") { id total reason } }';
    const { discardCause } = await api.ask<{ discardCause: { id: string } }>(text, { cause: cause!.id });
    expect(discardCause).toMatchObject({ total: 3, reason: 'Đơn vị thử nghiệm.' });
    expect(await causes()).toEqual([]);
    await goOn('undoMend', discardCause.id);
    expect(short(await causes())).toEqual([['UNKNOWN_UNIT', 'H55.164.9', 3]]);
  });
});

describe('a decision that is taken back', () => {
  it('leaves nothing of what it made, has its rows wait again, and keeps what was known meanwhile', async () => {
    await api.ingest([ofUnit('H55.164.3', 1)]);
    await api.ingest(some(3, (n) => ofUnit('H55.164.9', n)));
    const [cause] = await causes();
    const made = await mend(cause!.id, { unit: '05500' });
    const { rows } = await api.db.query<{ at: Date }>('select max(at) as at from moment');
    expect(await goOn('undoMend', made.id)).toMatchObject({ state: 'UNDONE' });
    expect(await figure(api, '05500')).toBe('0/0');
    expect(await figure(api, '05503')).toBe('1/1');
    expect(await figure(api, '05500', { knownAt: rows[0]!.at.toISOString() })).toBe('3/3');
    expect(short(await causes())).toEqual([['UNKNOWN_UNIT', 'H55.164.9', 3]]);
    expect((await api.ingest([ofUnit('H55.164.9', 8)])).result.rejected).toBe(1);
    expect(await differences(api)).toEqual([]);
    const [again] = await causes();
    expect(await mend(again!.id, { unit: '05503' })).toMatchObject({ good: 4 });
    expect(await differences(api)).toEqual([]);
  });

  it('restores what a dossier was before, and leaves what came of it since', async () => {
    await api.ingest([ofUnit('H55.164.3', 1, { KenhThucHien: '1' }), ofUnit('H55.164.3', 2, { KenhThucHien: '1' })]);
    await api.ingest([ofUnit('H55.164.3', 1, { KenhThucHien: '02' }), ofUnit('H55.164.3', 2, { KenhThucHien: '02' })]);
    const [cause] = await causes();
    const made = await mend(cause!.id, { value: '2' });
    expect(await figure(api, '05503')).toBe('2/2');
    await api.ingest([ofUnit('H55.164.3', 2, { KenhThucHien: '3' })]);
    await goOn('undoMend', made.id);
    const { rows } = await api.db.query('select channel, version from dossier order by code_key');
    expect(rows).toEqual([
      { channel: 'IN_PERSON', version: 3 },
      { channel: 'POSTAL', version: 3 },
    ]);
    expect(await differences(api)).toEqual([]);
  });

  it('tells what it leaves as it is, and why: what was merged since, what changed since, what had changed nothing', async () => {
    const first = [1, 2, 3, 4, 5, 6].map((n) => ofUnit('H55.164.3', n, { KenhThucHien: n === 5 ? '2' : '1' }));
    await api.ingest(first);
    await api.ingest([1, 2, 3, 4, 5].map((n) => ofUnit('H55.164.3', n, { KenhThucHien: '02' })));
    const [cause] = await causes();
    const made = await mend(cause!.id, { value: '2' });
    const code = (n: number) => `H55.164.3-220301-000${n}`;
    const merge = (from: number, into: number) =>
      api.ask(
        'mutation ($from: ID!, $into: ID!) { mergeDossiers(from: $from, into: $into, reason: "Một hồ sơ.") { code } }',
        { from: code(from), into: code(into) },
      );
    await merge(1, 6);
    await merge(6, 2);
    await api.ingest([ofUnit('H55.164.3', 3, { KenhThucHien: '3' })]);
    const text = 'mutation ($id: ID!) { undoMend(id: $id) { state left { reason count } } }';
    expect(await api.ask(text, { id: made.id })).toEqual({
      undoMend: {
        state: 'UNDONE',
        left: [
          { reason: 'MERGED', count: 2 },
          { reason: 'CHANGED', count: 1 },
          { reason: 'UNCHANGED', count: 1 },
        ],
      },
    });
    expect(short(await causes())).toEqual([['UNKNOWN_CHANNEL', '02', 1]]);
    expect(await differences(api)).toEqual([]);
  });
});
