import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import type { Caller } from '../../../../test/caller.ts';
import { buildAccount } from '../../../../test/factories.ts';
import { begun, change, done, planned, seenBy } from '../../../../test/matters.ts';

let api: Api;
/** Of a commune, and of the one beside it. */
let commune: Caller, neighbour: Caller;

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-09-12T02:00:00Z') });
  const of = async (unit: string) => api.as(await buildAccount(api, { role: 'CLERK', unit }));
  [commune, neighbour] = [await of('05503'), await of('05431')];
});
afterAll(() => api.close());

const judge = (id: string, version: number) =>
  change(
    ...(['measure', commune] as const),
    `judgeMeasure(id: "${id}", before: { from: "2022-06-01", to: "2022-06-30" }, after: { from: "2022-07-01", to: "2022-07-31" },
      expectedVersion: ${version})`,
  );
const step = (id: string, version: number, rest: string) =>
  change('measure', commune, `stepMeasure(id: "${id}", expectedVersion: ${version}, ${rest})`);

describe('a measure', () => {
  it('is begun on a day that may lie before today, and not judged before', async () => {
    const { id } = await planned(commune);
    expect((await judge(id, 1)).code).toBe('CONFLICT');
    expect((await step(id, 1, 'act: BEGUN, since: "2022-09-13"')).fields[0]?.path).toBe('since');
    expect((await step(id, 1, 'act: BEGUN, since: "0001-01-01"')).fields[0]?.path).toBe('since');
    expect((await step(id, 1, 'act: GIVEN_UP, text: "Thôi.", since: "2022-09-01"')).fields[0]?.path).toBe('since');
    const seen = (await step(id, 1, 'act: BEGUN, since: "2022-07-01"')).data?.['stepMeasure'];
    expect(seen).toMatchObject({ state: 'UNDER_WAY', begunOn: '2022-07-01' });
    expect((await step(id, 2, 'act: DONE, text: "Đã mở.", since: "2022-07-02"')).fields[0]?.path).toBe('since');
    expect((await judge(id, 2)).data?.['judgeMeasure']?.judgements).toMatchObject([{ misfit: null }]);
  });

  it('is done by who says what was done, of one never begun since when too', async () => {
    const { id } = await planned(commune);
    expect((await step(id, 1, 'act: DONE')).fields[0]?.path).toBe('text');
    const seen = (await step(id, 1, 'act: DONE, text: "Đã mở.", since: "2022-07-04"')).data?.['stepMeasure'];
    expect(seen).toMatchObject({ state: 'DONE', begunOn: '2022-07-04', endedOn: '2022-09-12' });
  });

  it('has a judgement that was wrong struck out, once, with a reason; it stays to be read', async () => {
    const { id } = await begun(commune);
    const seen = (await judge(id, 2)).data?.['judgeMeasure'];
    const strike = (who: Caller, version: number, text: string, judgement = seen?.judgements[0]?.id) =>
      change(
        ...(['measure', who] as const),
        `strikeJudgement(id: "${id}", judgement: "${judgement}", text: "${text}", expectedVersion: ${version})`,
      );
    expect((await strike(neighbour, 3, 'Nhầm kỳ.')).code).toBe('FORBIDDEN');
    expect((await strike(commune, 3, '')).fields[0]?.path).toBe('text');
    expect((await strike(commune, 3, 'Nhầm kỳ.', '999999')).fields[0]?.path).toBe('judgement');
    const other = await begun(commune);
    const call = `judgement: "${seen?.judgements[0]?.id}", text: "Nhầm kỳ.", expectedVersion: 2`;
    expect((await change('measure', commune, `strikeJudgement(id: "${other.id}", ${call})`)).fields[0]?.path).toBe(
      'judgement',
    );
    const struck = (await strike(commune, 3, 'Nhầm kỳ.')).data?.['strikeJudgement'];
    expect(struck?.judgements ?? (await strike(commune, 3, 'Nhầm kỳ.'))).toMatchObject([
      { struckOn: '2022-09-12', struckReason: 'Nhầm kỳ.' },
    ]);
    expect(struck?.steps.at(-1)).toMatchObject({ act: 'STRUCK', text: 'Nhầm kỳ.' });
    expect((await strike(commune, 4, 'Nhầm kỳ.')).code).toBe('CONFLICT');
    expect((await seenBy('measure', commune, id))?.judgements).toHaveLength(1);
    await done('measure', commune, `stepMeasure(id: "${id}", act: DONE, text: "Xong.", expectedVersion: 4)`);
  });
});
