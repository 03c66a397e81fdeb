import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, saveProcedures } from '../../../../test/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

interface Change {
  kind: string;
  code: string;
  version: number;
}
interface Feed {
  changes: Change[];
  cursor: string;
  hasMore: boolean;
}
const ASK = `query ($since: String, $first: Int) { changes(since: $since, first: $first) {
  changes { kind code version } cursor hasMore } }`;
const page = async (since: string | null, first?: number): Promise<Feed> =>
  (await api.ask<{ changes: Feed }>(ASK, { since, first })).changes;

/** All pages of a round. */
async function round(since: string | null, first = 3): Promise<{ changes: Change[]; cursor: string }> {
  const changes: Change[] = [];
  for (;;) {
    const found: Feed = await page(since, first);
    changes.push(...found.changes);
    since = found.cursor;
    if (!found.hasMore) return { changes, cursor: since };
  }
}
const told = (changes: Change[]) => changes.map(({ kind, code, version }) => `${kind} ${code} ${version}`);

describe('the change feed', () => {
  it('tells procedures, lists and decisions in the order in which they became known, a page at a time', async () => {
    const { cursor } = await round(null);
    await saveProcedures(api, { code: '1.000001' }, { code: '1.000002' });
    await amendList(api, '2022-01-01', [{ procedure: '1.000001' }]);
    await saveProcedures(api, { code: '1.000002', name: 'Khác' });
    const { rows } = await api.db.query<{ number: string }>('select number from decision order by id desc limit 1');
    const expected = [
      'PROCEDURE 1.000001 1',
      'PROCEDURE 1.000002 1',
      `DECISION ${rows[0]?.number} 1`,
      'LIST QD402 2',
      'PROCEDURE 1.000002 2',
    ];
    const { rows: steps } = await api.db.query<{ kind: string }>(
      `select kind from change_set order by moment_id desc limit 3`,
    );
    expect(steps.map(({ kind }) => kind)).toEqual(['SAVED', 'LISTED', 'SAVED']);
    for (const first of [1, 2, 500])
      expect(told((await round(cursor, first)).changes), String(first)).toEqual(expected);
    expect((await page(cursor)).hasMore).toBe(false);
  });

  it('tells what an undoing changed', async () => {
    await saveProcedures(api, { code: '1.000003' });
    const { cursor } = await round(null);
    const { catalogueSteps } = await api.ask<{ catalogueSteps: { nodes: { id: string }[] } }>(
      '{ catalogueSteps { nodes { id } } }',
    );
    await api.ask('mutation ($id: ID!) { undoStep(id: $id) { id } }', { id: catalogueSteps.nodes[0]?.id });
    expect(told((await round(cursor)).changes)).toEqual(['PROCEDURE 1.000003 2']);
  });

  it('tells a decision that is described, renumbered or moved, the list that follows from it, and new names of lists', async () => {
    await saveProcedures(api, { code: '1.000031', tiers: ['COMMUNE'] });
    const entry = (list: string, name: string, changes: object[]) => ({
      decision: { number: 'D31', issuedOn: '2022-01-10' },
      ...{ list, name, changes },
    });
    const enter = (input: object) =>
      api.ask<{ enterDecision: { decision: { id: string } } }>(
        'mutation ($input: DecisionEntryInput!) { enterDecision(input: $input) { decision { id } } }',
        { input },
      );
    let { cursor } = await round(null);
    const news = async () => {
      const found = await round(cursor);
      cursor = found.cursor;
      return told(found.changes);
    };
    const line = { action: 'ADD', procedure: '1.000031', tier: 'COMMUNE', level: 'FULL' };
    const { id } = (await enter(entry('L31', 'Danh sách', [line]))).enterDecision.decision;
    expect(await news()).toEqual(['DECISION D31 1', 'LIST L31 1']);
    const save = (header: object) =>
      api.ask('mutation ($input: DecisionHeaderInput!) { saveDecision(input: $input) { id } }', {
        input: { id, number: 'D31', issuedOn: '2022-01-10', ...header },
      });
    await save({ title: 'Về danh sách' });
    expect(await news()).toEqual(['DECISION D31 2']);
    await save({ effectiveOn: '2022-03-01' });
    expect(await news()).toEqual(['DECISION D31 3', 'LIST L31 2']);
    await enter({
      ...entry('L31', 'Tên khác', [line]),
      decision: { number: 'D31', issuedOn: '2022-01-10', effectiveOn: '2022-03-01' },
    });
    expect(await news()).toEqual(['LIST L31 3']);
    await enter({
      ...entry('L32', 'Còn rỗng', []),
      about: { signer: 'Ông A' },
      decision: { number: 'D32', issuedOn: '2022-01-10' },
    });
    expect(await news()).toEqual(['DECISION D32 2', 'LIST L32 1']);
    await save({ number: 'D31/QĐ', effectiveOn: '2022-03-01' });
    const { changes } = await api.ask<{ changes: { changes: object[] } }>(
      'query ($since: String) { changes(since: $since) { changes { kind code decision } } }',
      { since: cursor },
    );
    expect(changes.changes).toEqual([{ kind: 'DECISION', code: 'D31/QĐ', decision: id }]);
  });

  it('ends a round at the moment at which it began, and goes on from there', async () => {
    await saveProcedures(api, { code: '1.000011' }, { code: '1.000012' }, { code: '1.000013' });
    const { cursor: all } = await round(null);
    await saveProcedures(api, { code: '1.000014' }, { code: '1.000015' });
    const first = await page(all, 1);
    await saveProcedures(api, { code: '1.000016' });
    const rest = await round(first.cursor);
    expect(told([...first.changes, ...rest.changes])).toEqual(['PROCEDURE 1.000014 1', 'PROCEDURE 1.000015 1']);
    expect(told((await round(rest.cursor)).changes)).toEqual(['PROCEDURE 1.000016 1']);
    expect(told((await round((await round(rest.cursor)).cursor)).changes)).toEqual([]);
  });

  it('has no gap and tells nothing twice while several write side by side', async () => {
    let { cursor } = await round(null);
    const state = { isWriting: true };
    const heard: Change[] = [];
    const writers = Promise.all(
      [1, 2, 3, 4].map(async (writer) => {
        for (let turn = 0; turn < 8; turn += 1)
          await saveProcedures(
            api,
            ...[0, 1, 2].map((n) => ({
              code: `2.00${writer}00${n}`,
              name: `Lần ${turn}`,
              field: `Lĩnh vực ${writer}`,
            })),
            { code: `2.00900${(writer + turn) % 3}`, name: `Chung ${writer} ${turn}` },
          );
      }),
    ).finally(() => (state.isWriting = false));
    while (state.isWriting) {
      const found = await round(cursor, 2);
      heard.push(...found.changes);
      cursor = found.cursor;
    }
    await writers;
    heard.push(...(await round(cursor, 2)).changes);
    const { rows } = await api.db.query<Change>(
      `select 'PROCEDURE' as kind, p.code, r.version from procedure_revision r join procedure p on p.id = r.procedure_id where p.code like '2.00%'`,
    );
    expect(told(heard).sort()).toEqual(told(rows).sort());
    const versions = new Map<string, number>();
    for (const { code, version } of heard) {
      expect(version, code).toBe((versions.get(code) ?? 0) + 1);
      versions.set(code, version);
    }
  });

  it('refuses a cursor of another database, of a later state, and what is no cursor', async () => {
    const { cursor } = await round(null);
    const other = await openApi();
    await other.db.query(
      `update installation set detail = jsonb_build_object('id', gen_random_uuid()) where step = 'identity'`,
    );
    const there = await other.gql(ASK, { since: cursor });
    await other.close();
    expect([there.code, there.errors[0]?.message]).toEqual([
      'BAD_USER_INPUT',
      'Con trỏ này của một cơ sở dữ liệu khác. Hãy sao chép lại từ đầu.',
    ]);
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const made = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
    const later = await api.gql(ASK, { since: made([parts[0], '2999-01-01T00:00:00.000000Z', '', 0, null]) });
    expect(later.errors[0]?.message).toContain('khôi phục từ bản sao lưu');
    for (const since of [
      '',
      'x',
      made([]),
      made([parts[0], 'yesterday', '', 0, null]),
      made([parts[0], '2022-02-30T00:00:00.000000Z', '', 0, null]),
      made([parts[0], '0000-01-01T00:00:00.000000Z', '', 0, null]),
      made([parts[0], parts[1], '', 0, '2022-02-30T00:00:00.000000Z']),
      made([parts[0], parts[1], "'", 0, null]),
    ])
      expect((await api.gql(ASK, { since })).fields[0]?.path, since).toBe('since');
    expect((await api.gql(ASK, { first: 501 })).fields[0]?.path).toBe('first');
  });
});
