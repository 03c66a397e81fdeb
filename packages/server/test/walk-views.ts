import type { Api } from './api.ts';
import { ADMIN } from './test-config.ts';
import { OPEN, PROVINCE, type Case, type Who } from './walk.ts';

const DRAW = `mutation { saveBoundaries(input: { name: "a.geojson", width: 10, height: 10,
  shapes: [{ unit: "164", path: "M0 0L9 0L9 9Z", x: 5, y: 4 }] }) { width } }`;

/** Questions about saved views and how units are drawn; `usernames` are filled in before the first is asked. */
export function viewCases(
  api: () => Api,
  usernames: ReadonlyMap<Who, string>,
): Record<string, Case | Record<string, Case>> {
  return {
    'Query.savedViews': { query: '{ savedViews(place: "procedures") { name } }', expected: OPEN },
    'Mutation.saveView': {
      'for oneself': {
        query: 'mutation { saveView(input: { place: "procedures", name: "Của tôi", state: "?sort=name" }) { id } }',
        expected: OPEN,
      },
      'for everybody': {
        query: 'mutation { saveView(input: { place: "procedures", name: "Chung", state: "", shared: true }) { id } }',
        expected: PROVINCE,
      },
    },
    'Query.publicPage': { query: '{ publicPage { isOn } }', expected: OPEN },
    'Mutation.switchPublicPage': { query: 'mutation { switchPublicPage(on: true) { isOn } }', expected: PROVINCE },
    'Query.boundaries': {
      query: '{ boundaries { width } }',
      variables: async () => {
        await emptied(api());
        await api().ask(DRAW);
        return {};
      },
      expected: OPEN,
    },
    'Mutation.saveBoundaries': { query: DRAW, variables: () => emptied(api()), expected: PROVINCE },
    'Mutation.removeBoundaries': {
      query: 'mutation { removeBoundaries(expectedVersion: 1) }',
      variables: () => emptied(api()),
      expected: PROVINCE,
    },
    'Mutation.removeView': {
      query: 'mutation ($id: ID!) { removeView(id: $id) }',
      variables: async (who) => ({ id: await viewOf(api(), usernames.get(who) ?? ADMIN.username) }),
      expected: OPEN,
    },
  };
}

/** There is no drawing, which is what who draws the first one has seen. */
async function emptied(api: Api): Promise<Record<string, never>> {
  await api.db.query('delete from boundary_drawing');
  return {};
}

/** A view of somebody's own, to be taken away. */
async function viewOf(api: Api, username: string): Promise<string> {
  const name = `Của ${username} ${Math.random()}`;
  const { rows } = await api.db.query<{ id: number }>(
    `insert into saved_view (province_id, account_id, place, name, state, recorded_by)
     select $1, a.id, 'procedures', $2, '', (select max(id) from moment) from account a where a.username = $3 returning id`,
    [api.app.provinceId, name, username],
  );
  return String(rows[0]?.id ?? '');
}
