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

interface Listed {
  nodes: { code: string; isOwn: boolean }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}
const LIST = `query ($after: String) { procedureDrafts(first: 3, after: $after) {
  nodes { code isOwn } pageInfo { hasNextPage endCursor } } }`;

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
  });

  it('is there again as it was once its publishing is undone, and published again once that is', async () => {
    await hand.save({ fees: 'Không' });
    await keep({ name: 'Tên mới', textFrom: '2022-07-01', locator: 'trang 3' });
    await keep({ name: 'Tên mới hơn', textFrom: '2022-07-01', locator: 'trang 3' }, 1);
    const whole = 'version baseVersion textFrom name fees locator author begunBy begunAt at';
    const before = await draft(whole);
    await publish(2);
    const published = await hand.lastStep();
    const name = () => hand.read('name', { on: '2022-07-01' });
    expect((await hand.undo(published)).code).toBeUndefined();
    expect([await name(), await draft(whole)]).toEqual([{ name: 'Chứng thực bản sao' }, before]);
    await hand.undo(await hand.lastStep());
    expect([await name(), await draft()]).toEqual([{ name: 'Tên mới hơn' }, null]);
    await hand.undo(await hand.lastStep());
    expect([await name(), await draft(whole)]).toEqual([{ name: 'Chứng thực bản sao' }, before]);
    expect((await publish(2)).code).toBeUndefined();
    expect([await name(), await draft()]).toEqual([{ name: 'Tên mới hơn' }, null]);
  });

  it('of a new procedure is there again too, and the procedure is not', async () => {
    await keep({ inForceFrom: '2022-01-01' });
    await publish();
    await hand.undo(await hand.lastStep());
    expect([await hand.read('name'), await draft('version baseVersion')]).toEqual([
      null,
      { version: 1, baseVersion: 0 },
    ]);
    expect((await publish(1)).code).toBeUndefined();
  });

  it('that somebody began meanwhile is not lost: the publishing of another one is not undone, and says why', async () => {
    await hand.save({ fees: 'Không' });
    await keep({ fees: '1' });
    await publish();
    const published = await hand.lastStep();
    await keep({ fees: '2' });
    const answer = await hand.undo(published);
    expect([answer.code, answer.errors[0]?.message]).toEqual(['CONFLICT', expect.stringContaining('bản nháp khác')]);
    expect([await hand.read('fees'), await draft()]).toMatchObject([{ fees: '1' }, { fees: '2', version: 1 }]);
    await drop();
    expect((await hand.undo(published)).code).toBeUndefined();
    expect(await draft()).toMatchObject({ fees: '1' });
  });

  it('makes room for the one of an earlier step, and is back once that is published again', async () => {
    await hand.save({ fees: 'Không' });
    for (const fees of ['1', '2']) {
      await keep({ fees });
      await publish();
    }
    const seen = async () => [await hand.read('fees'), await draft('fees')];
    const [later = '', earlier = ''] = (await hand.steps()).map(({ id }) => id);
    await hand.undo(later);
    expect(await seen()).toEqual([{ fees: '1' }, { fees: '2' }]);
    expect((await hand.undo(earlier)).code).toBeUndefined();
    expect(await seen()).toEqual([{ fees: 'Không' }, { fees: '1' }]);
    await hand.undo(await hand.lastStep());
    expect(await seen()).toEqual([{ fees: '1' }, { fees: '2' }]);
  });

  it('that was changed after it came back stays when the undoing is undone', async () => {
    await hand.save({ fees: 'Không' });
    await keep({ fees: '1' });
    await publish();
    await hand.undo(await hand.lastStep());
    await keep({ fees: '2' }, 1);
    await hand.undo(await hand.lastStep());
    expect([await hand.read('fees'), await draft()]).toMatchObject([{ fees: '1' }, { fees: '2', version: 2 }]);
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

  it('stands before those of others where one began it or saved it last', async () => {
    const editor = await buildAccount(api, { role: 'CATALOGUE_EDITOR' });
    const other = api.as(editor);
    const input = (code: string) => ({ input: { code, name: 'Của người khác', tiers: [] }, seen: null });
    for (const code of ['1.000001', '1.000002']) await keep({ code });
    for (const code of ['1.000001', '1.000003', '1.000004']) await other.ask(KEEP, input(code));
    const list = async (who: { ask: typeof api.ask }) => {
      const found: string[] = [];
      let after: string | null = null;
      do {
        const { procedureDrafts }: { procedureDrafts: Listed } = await who.ask(LIST, { after });
        found.push(...procedureDrafts.nodes.map(({ code, isOwn }) => `${code} ${isOwn ? 'own' : 'other'}`));
        after = procedureDrafts.pageInfo.hasNextPage ? procedureDrafts.pageInfo.endCursor : null;
      } while (after !== null);
      return found;
    };
    expect(await list(api)).toEqual(['1.000001 own', '1.000002 own', '1.000004 other', '1.000003 other']);
    expect(await list(other)).toEqual(['1.000004 own', '1.000003 own', '1.000001 own', '1.000002 other']);
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
