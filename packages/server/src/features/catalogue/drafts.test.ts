import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { CatalogueHand, CODE, type Draft } from '../../../test/catalogue-hand.ts';
import { buildAccount } from '../../../test/factories.ts';

let api: Api;
const hand = new CatalogueHand(() => api);
beforeAll(async () => {
  api = await openApi({ now: new Date('2022-06-15T05:00:00Z') });
});
afterAll(() => api.close());
beforeEach(() => api.db.query('truncate procedure, change_set, decision, procedure_draft cascade'));

const KEEP = `mutation ($input: ProcedureInput!, $seen: Int) {
  saveProcedureDraft(input: $input, expectedVersion: $seen) { version baseVersion } }`;
const keep = (draft: Draft, seen: number | null = null) =>
  api.gql<{ saveProcedureDraft: { version: number; baseVersion: number } }>(KEEP, {
    input: { code: CODE, name: 'Chứng thực bản sao', tiers: ['COMMUNE'], ...draft },
    seen,
  });
const publish = (seen: number | null = null, code = CODE) =>
  api.gql(
    'mutation ($code: ID!, $seen: Int) { publishProcedureDraft(code: $code, expectedVersion: $seen) { version } }',
    {
      code,
      seen,
    },
  );
const drop = (seen: number | null = null) =>
  api.gql('mutation ($code: ID!, $seen: Int) { dropProcedureDraft(code: $code, expectedVersion: $seen) }', {
    code: CODE,
    seen,
  });

async function draft(fields = 'version baseVersion name fees'): Promise<unknown> {
  const answer = await api.ask<{ procedureDraft: unknown }>(
    `query ($code: ID!) { procedureDraft(code: $code) { ${fields} } }`,
    { code: CODE },
  );
  return answer.procedureDraft;
}

function sides(answer: { errors: readonly { extensions?: Record<string, unknown> }[] }): unknown[] {
  const [told] = (answer.errors[0]?.extensions?.['conflicts'] ?? []) as { fields: Record<string, unknown>[] }[];
  return (told?.fields ?? []).map(({ field, ancestor, current, own, touchedBy }) => [
    field,
    ancestor,
    current,
    own,
    touchedBy,
  ]);
}

describe('a draft', () => {
  it('is kept beside what is published, which stays as it is until it is published', async () => {
    await hand.save({ fees: 'Không' });
    await keep({ name: 'Tên mới', conditions: 'Có', textFrom: '2022-07-01' });
    expect(await hand.read('version name')).toEqual({ version: 1, name: 'Chứng thực bản sao' });
    expect(await draft('version baseVersion textFrom name fees conditions author procedure { name }')).toEqual({
      version: 1,
      baseVersion: 1,
      textFrom: '2022-07-01',
      name: 'Tên mới',
      fees: 'Không',
      conditions: 'Có',
      author: 'Quản trị hệ thống',
      procedure: { name: 'Chứng thực bản sao' },
    });
    expect((await publish(1)).data).toEqual({ publishProcedureDraft: { version: 2 } });
    expect(await draft()).toBeNull();
    expect(await hand.read('name fees')).toEqual({ name: 'Chứng thực bản sao', fees: 'Không' });
    expect(await hand.read('name conditions', { on: '2022-07-01' })).toEqual({ name: 'Tên mới', conditions: 'Có' });
    expect(await hand.read('revisions { kind }')).toEqual({ revisions: [{ kind: 'PUBLISHED' }, { kind: 'SAVED' }] });
    await hand.undo(await hand.lastStep());
    expect(await hand.read('name', { on: '2022-07-01' })).toEqual({ name: 'Chứng thực bản sao' });
  });

  it('of a new procedure is seen by nobody but who edits, and makes it when it is published', async () => {
    await keep({ inForceFrom: '2022-01-01' });
    expect(await hand.read('name')).toBeNull();
    const { rows } = await api.db.query('select from procedure');
    expect(rows).toEqual([]);
    expect((await publish()).code).toBeUndefined();
    expect(await hand.read('name inForceFrom version')).toEqual({
      name: 'Chứng thực bản sao',
      inForceFrom: '2022-01-01',
      version: 1,
    });
  });

  it('may lack what is needed until it is published', async () => {
    await keep({ name: '' });
    const answer = await publish();
    expect([answer.code, answer.fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', ['input.0.name']]);
    expect(await draft('version')).toEqual({ version: 1 });
    const refused = await keep({ conditions: 'x'.repeat(20_001) });
    expect(refused.fields.map(({ path }) => path)).toEqual(['input.conditions']);
  });

  it('names the decision that will say it, which is recorded with the publishing', async () => {
    await hand.save({});
    await keep({ fees: '1', decision: { number: '7/QĐ-UBND', issuedOn: '2022-06-01' }, locator: 'trang 3' });
    expect(await draft('decision { number issuedOn effectiveOn issuer } locator')).toEqual({
      decision: { number: '7/QĐ-UBND', issuedOn: '2022-06-01', effectiveOn: null, issuer: null },
      locator: 'trang 3',
    });
    expect((await api.db.query('select from decision')).rows).toEqual([]);
    await publish();
    expect(await hand.read('textDecision { number } textLocator')).toEqual({
      textDecision: { number: '7/QĐ-UBND' },
      textLocator: 'trang 3',
    });
  });

  it('takes what was published meanwhile, where it did not touch it itself', async () => {
    await hand.save({ fees: 'Không' });
    await keep({ name: 'Tên mới' });
    await hand.save({ fees: '2.000 đồng' });
    await hand.decide([{ action: 'REPEALED' }]);
    expect((await publish()).code).toBeUndefined();
    expect(await hand.read('name fees inForceTo')).toEqual({
      name: 'Tên mới',
      fees: '2.000 đồng',
      inForceTo: '2022-02-28',
    });
  });

  it('is a conflict where both changed a field, stays as it is, and is published once somebody chose', async () => {
    await hand.save({ fees: 'Không' });
    await keep({ fees: '1.000 đồng', conditions: 'Có' });
    await hand.save({ fees: '2.000 đồng' });
    const answer = await publish();
    expect([answer.code, sides(answer)]).toEqual([
      'CONFLICT',
      [
        ['fees', 'Không', '2.000 đồng', '1.000 đồng', 'BOTH'],
        ['conditions', null, null, 'Có', 'OWN'],
      ],
    ]);
    expect(await draft()).toEqual({ version: 1, baseVersion: 1, name: 'Chứng thực bản sao', fees: '1.000 đồng' });
    await keep({ fees: '1.000 đồng', conditions: 'Có', expectedVersion: 2 }, 1);
    expect((await publish(2)).code).toBeUndefined();
    expect(await hand.read('version fees conditions')).toEqual({ version: 3, fees: '1.000 đồng', conditions: 'Có' });
  });

  it('is saved, dropped and published only by who saw its version', async () => {
    await hand.save({ fees: 'Không' });
    await keep({ fees: '1' }, 0);
    await keep({ fees: '2' }, 1);
    const late = await keep({ fees: '3' }, 1);
    expect([late.code, sides(late)]).toEqual(['CONFLICT', [['fees', 'Không', '2', '3', 'BOTH']]]);
    expect([(await drop(1)).code, (await publish(1)).code]).toEqual(['CONFLICT', 'CONFLICT']);
    expect(await draft()).toMatchObject({ version: 2, fees: '2' });
    expect((await drop(2)).data).toEqual({ dropProcedureDraft: CODE });
    expect([await draft(), (await drop()).code, (await publish()).code]).toEqual([null, 'NOT_FOUND', 'NOT_FOUND']);
    expect(await hand.read('version fees')).toEqual({ version: 1, fees: 'Không' });
  });

  it('cannot claim to know a version that is still to come', async () => {
    await hand.save({ fees: 'Không' });
    await keep({ fees: '1', expectedVersion: 99 });
    await hand.save({ fees: '2' });
    expect((await publish()).code).toBe('CONFLICT');
    expect((await keep({ expectedVersion: -1 })).code).toBe('BAD_USER_INPUT');
  });

  it('stands in a list, the one saved last first, page by page', async () => {
    for (const code of ['1.000001', '1.000002', '1.000003']) await keep({ code });
    await keep({ code: '1.000001', fees: '1' });
    const page = (after: string | null) =>
      api.ask<{ procedureDrafts: { totalCount: number; nodes: { code: string }[]; pageInfo: { endCursor: string } } }>(
        'query ($after: String) { procedureDrafts(first: 2, after: $after) { totalCount nodes { code } pageInfo { endCursor } } }',
        { after },
      );
    const { procedureDrafts: first } = await page(null);
    const { procedureDrafts: second } = await page(first.pageInfo.endCursor);
    expect([first.totalCount, first.nodes, second.nodes]).toEqual([
      3,
      [{ code: '1.000001' }, { code: '1.000003' }],
      [{ code: '1.000002' }],
    ]);
  });

  it('leaves its saving, its dropping and its publishing in the audit trail', async () => {
    await keep({});
    await drop();
    await keep({});
    await publish();
    const { rows } = await api.db.query<{ what: string }>(
      `select what from audit_event where what like 'PROCEDURE%' order by seq desc limit 5`,
    );
    expect(rows.map(({ what }) => what)).toEqual([
      'PROCEDURE_DRAFT_PUBLISHED',
      'PROCEDURE_SAVED',
      'PROCEDURE_DRAFT_SAVED',
      'PROCEDURE_DRAFT_DROPPED',
      'PROCEDURE_DRAFT_SAVED',
    ]);
  });
});

describe('behind the wall a draft', () => {
  it('is not there for who does not edit the whole catalogue, also where a question forgot its filter', async () => {
    await keep({});
    const counted = async (role: string, unit: string) => {
      const account = await buildAccount(api, { role, unit });
      return (await api.as(account).gql('{ procedureDrafts { totalCount } }')).code;
    };
    expect(await counted('ADMINISTRATOR', '164')).toBe('FORBIDDEN');
    const client = await api.app.db.query<{ n: number }[]>('select count(*)::int as n from procedure_draft');
    expect(client[0]?.n).toBe(0);
  });
});
