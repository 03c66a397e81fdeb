import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { Context } from '../../app/context.ts';
import { unitAsKnown } from './history.service.ts';

let api: Api;
let unitId: number;

beforeAll(async () => {
  api = await openApi();
  const born = await api.db.query<{ id: number }>(
    `insert into unit (province_id, kind, code_is_official) values ($1, 'DEPARTMENT', false) returning id`,
    [api.app.provinceId],
  );
  unitId = born.rows[0]?.id ?? 0;
  await api.db.query(
    `insert into unit_version (province_id, unit_id, code, name, type, parent_id, valid, source, recorded_by)
     select $1, $2, '19-THU', name, 'Ban', $1, valid::daterange, 'thử', (select max(id) from moment)
       from (values ('Ban một', '[2010-01-01,2011-01-01)'), ('Ban hai', '[2015-01-01,2016-01-01)'),
                    ('Ban ba', '[2016-01-01,)')) as x (name, valid)`,
    [api.app.provinceId, unitId],
  );
});
afterAll(() => api.close());

async function shown(day: string): Promise<{ name: string | undefined; inTree: string | undefined }> {
  const ctx = new Context(api.app, { account: null, locale: 'vi', requestId: 'test' });
  const unit = await unitAsKnown(ctx, unitId, day);
  await ctx.close();
  const version = unit?.tree.byId(unitId);
  return { name: unit?.name, inTree: version?.name };
}

describe('a unit as it is known on a day', () => {
  it.each([
    ['2010-06-01', 'Ban một'],
    ['2015-12-31', 'Ban hai'],
    ['2016-01-01', 'Ban ba'],
    ['2030-01-01', 'Ban ba'],
  ])('is the version of that day: %s', async (day, name) => {
    expect(await shown(day)).toEqual({ name, inTree: name });
  });

  it.each([
    ['before all of them', '1999-12-31', 'Ban một'],
    ['soon after one', '2011-03-01', 'Ban một'],
    ['shortly before the next', '2014-11-30', 'Ban hai'],
  ])('is the nearest version where there is none that day: %s', async (_what, day, name) => {
    expect(await shown(day)).toEqual({ name, inTree: name });
  });

  it('is nothing where there never was one', async () => {
    const ctx = new Context(api.app, { account: null, locale: 'vi', requestId: 'test' });
    expect(await unitAsKnown(ctx, -1, '2022-01-01')).toBeNull();
    await ctx.close();
  });
});
