import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import type { Caller } from '../../../test/caller.ts';
import { buildAccount } from '../../../test/factories.ts';
import { withClient } from '../../app/database.ts';
import { sightOfCaller } from '../../app/wall.ts';

let api: Api;
let [viewer, editor]: Caller[] = [];
beforeAll(async () => {
  api = await openApi();
  viewer = api.as(await buildAccount(api, { role: 'VIEWER' }));
  editor = api.as(await buildAccount(api, { role: 'ADMINISTRATOR' }));
});
afterAll(() => api.close());
beforeEach(() => api.db.query('delete from saved_view'));

type Input = Record<string, unknown>;
const SAVE = 'mutation ($input: SavedViewInput!) { saveView(input: $input) { id } }';
const save = async (by: Caller, input: Input = {}): Promise<string> =>
  (
    await by.ask<{ saveView: { id: string } }>(SAVE, {
      input: { place: 'procedures', name: 'A', state: 'x=1', ...input },
    })
  ).saveView.id;
const tried = async (by: Caller, input: Input): Promise<unknown[]> => {
  const { code, fields } = await by.gql(SAVE, { input: { place: 'procedures', name: 'A', state: 'x=1', ...input } });
  return [code, fields[0]?.path];
};
const seen = async (by: Caller): Promise<Record<string, unknown>[]> =>
  (
    await by.ask<{ savedViews: Record<string, unknown>[] }>(
      '{ savedViews(place: "procedures") { name state shared own author } }',
    )
  ).savedViews;
const one = (caller: Caller | undefined): Caller => {
  if (!caller) throw new Error('nobody');
  return caller;
};

describe('views', () => {
  it('are their maker’s own; others neither see, change nor remove them, nor learn that they are there', async () => {
    const id = await save(one(viewer), { state: '?field=H%E1%BB%99+t%E1%BB%8Bch' });
    const mine = { name: 'A', state: 'field=H%E1%BB%99+t%E1%BB%8Bch', shared: false, own: true, author: null };
    expect([await seen(one(viewer)), await seen(one(editor)), await seen(api)]).toEqual([[mine], [], []]);
    expect((await tried(one(editor), { id }))[0]).toBe('NOT_FOUND');
    expect((await one(editor).gql('mutation ($id: ID!) { removeView(id: $id) }', { id })).code).toBe('NOT_FOUND');
    expect(await seen(one(viewer))).toEqual([mine]);
  });

  it('of one name are kept once, however many are saved side by side', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => tried(one(viewer), { name: 'Đua' })));
    const refused = all.filter(([code]) => code !== null && code !== undefined);
    expect(refused).toEqual(Array.from({ length: 7 }, () => ['CONFLICT', 'input.name']));
    expect(await seen(one(viewer))).toHaveLength(1);
  });

  it('are seen by everybody once shared, with who shares them; changed by their maker alone', async () => {
    const id = await save(one(editor), { shared: true });
    const [shared] = await seen(one(viewer));
    expect(shared).toMatchObject({
      name: 'A',
      shared: true,
      own: false,
      author: expect.stringMatching(/^account-/) as string,
    });
    expect((await tried(one(viewer), { id }))[0]).toBe('FORBIDDEN');
    expect((await one(viewer).gql('mutation ($id: ID!) { removeView(id: $id) }', { id })).code).toBe('FORBIDDEN');
    await save(one(editor), { id, name: 'B', shared: false });
    expect(await seen(one(viewer))).toEqual([]);
  });

  it('are shared by those alone who may change what the place shows', async () => {
    expect((await tried(one(viewer), { shared: true }))[0]).toBe('FORBIDDEN');
    expect(await seen(one(viewer))).toEqual([]);
  });

  it('leave events where they are or were shared, and none else', async () => {
    const { rows: before } = await api.db.query(`select 1 from audit_event where about_kind = 'VIEW'`);
    const ask = () =>
      api.db.query<{ what: string }>(`select what from audit_event where about_kind = 'VIEW' order by seq offset $1`, [
        before.length,
      ]);
    await save(one(viewer));
    expect((await ask()).rows).toEqual([]);
    const id = await save(one(editor), { shared: true });
    await save(one(editor), { id, name: 'B', shared: true });
    await one(editor).ask('mutation ($id: ID!) { removeView(id: $id) }', { id });
    expect((await ask()).rows.map(({ what }) => what)).toEqual(['VIEW_SHARED', 'VIEW_CHANGED', 'VIEW_WITHDRAWN']);
  });

  it('have names of their own, one’s own first in Vietnamese order', async () => {
    for (const name of ['Đất', 'Dự', 'Ấn']) await save(one(viewer), { name });
    await save(one(editor), { name: 'An', shared: true });
    expect((await seen(one(viewer))).map(({ name }) => name)).toEqual(['Ấn', 'Dự', 'Đất', 'An']);
    expect(await tried(one(viewer), { name: ' Dự ' })).toEqual(['CONFLICT', 'input.name']);
  });

  it.each([
    [{ name: ' ' }, 'input.name'],
    [{ name: 'x'.repeat(101) }, 'input.name'],
    [{ state: 'x'.repeat(4_001) }, 'input.state'],
    [{ state: 'Hộ tịch' }, 'input.state'],
    [{ place: 'nowhere' }, 'place'],
    [{ place: 'constructor' }, 'place'],
  ])('refuses %j', async (input, path) => {
    expect(await tried(one(viewer), input)).toEqual(['BAD_USER_INPUT', path]);
  });

  it('stand behind the wall: a question that forgot its filter shows no others’ own', async () => {
    await save(one(viewer));
    await save(one(editor), { name: 'Chung', shared: true });
    const ask = (caller: number | null) =>
      withClient(api.app.db, (sql) => sql.rows<{ name: string }>('select name from saved_view'), sightOfCaller(caller));
    expect([await ask(1), await ask(null)]).toEqual([[{ name: 'Chung' }], []]);
  });
});
