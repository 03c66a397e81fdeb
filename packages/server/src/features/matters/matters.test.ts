import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import type { Caller } from '../../../test/caller.ts';
import {
  amendList,
  buildAccount,
  dossierCode,
  dossierRow,
  nameUnits,
  saveProcedures,
} from '../../../test/factories.ts';
import {
  begun,
  done,
  change,
  guidanceInput,
  issue,
  measureInput,
  planned,
  seenBy,
  type GuidanceSeen,
} from '../../../test/matters.ts';

let api: Api;
/** Of the city 164: who gives guidance; clerks of its communes 05503 and 05431; of the district 169; of the province. */
let monitor: Caller, commune: Caller, neighbour: Caller, elsewhere: Caller, province: Caller, planner: Caller;
const NOW = new Date('2022-09-12T02:00:00Z');
const later = (day: string) => (api.app.now = () => new Date(`${day}T02:00:00Z`));

beforeAll(async () => {
  api = await openApi({ now: NOW });
  const of = async (role: string, unit: string) => api.as(await buildAccount(api, { role, unit }));
  [monitor, planner, elsewhere] = [await of('MONITOR', '164'), await of('PLANNER', '164'), await of('MONITOR', '169')];
  [commune, neighbour, province] = [await of('CLERK', '05503'), await of('CLERK', '05431'), await of('AUDITOR', '19')];
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
});
beforeEach(() => {
  api.app.now = () => NOW;
});
afterAll(() => api.close());

const acknowledge = (caller: Caller, { id, edition }: Pick<GuidanceSeen, 'id' | 'edition'>, unit = '05503') =>
  change('guidance', caller, `acknowledgeGuidance(id: "${id}", unit: "${unit}", edition: ${edition})`);
const ask = (caller: Caller, id: string, text: string, unit = '05503') =>
  change('guidance', caller, `askAboutGuidance(id: "${id}", unit: "${unit}", text: "${text}")`);
const reissue = (caller: Caller, { id, version }: GuidanceSeen, more: object = {}) =>
  change(
    ...([
      'guidance',
      caller,
      `changeGuidance(id: "${id}", input: $input, reason: "Bổ sung.", expectedVersion: ${version})`,
    ] as const),
    { input: guidanceInput(more) },
    '$input: GuidanceInput!',
  );

describe('guidance', () => {
  it('is acknowledged by its receivers, and anew once it is changed', async () => {
    let seen = await issue(monitor, { units: ['05503', '05431'], procedures: ['2.000815'] });
    expect(seen).toMatchObject({
      state: 'IN_FORCE',
      edition: 1,
      given: true,
      receipts: { told: 2, acknowledged: 0, overdue: 0 },
    });
    expect(seen.procedures).toEqual([{ code: '2.000815' }]);
    // A commune sees how it stands itself, and not how others do.
    expect((await seenBy('guidance', commune, seen.id))?.receivers).toEqual([
      { unit: { code: '05503' }, state: 'TO_ACKNOWLEDGE', edition: 0, answers: true },
    ]);
    expect((await acknowledge(commune, seen)).data?.['acknowledgeGuidance']?.receipts).toMatchObject({
      acknowledged: 1,
    });
    // Twice is once.
    const again = await acknowledge(commune, seen);
    expect(again.data?.['acknowledgeGuidance']?.steps.filter(({ act }) => act === 'ACKNOWLEDGED')).toHaveLength(1);
    expect((await acknowledge(commune, seen, '05431')).code).toBe('FORBIDDEN');
    expect((await acknowledge(monitor, seen)).code).toBe('FORBIDDEN');
    later('2022-09-21');
    expect((await seenBy('guidance', monitor, seen.id))?.receipts).toEqual({ told: 2, acknowledged: 1, overdue: 1 });
    const overdue = await monitor.ask<{ guidanceList: { totalCount: number } }>(
      '{ guidanceList(overdue: true) { totalCount } }',
    );
    expect(overdue.guidanceList.totalCount).toBe(1);
    const changed = await reissue(monitor, seen, { title: 'Bản hai', acknowledgeBy: '2022-09-30' });
    seen = changed.data?.['changeGuidance'] ?? seen;
    // Who was told stays told, and takes note anew.
    expect(seen).toMatchObject({ edition: 2, title: 'Bản hai', receipts: { told: 2, acknowledged: 0, overdue: 0 } });
    expect(seen.editions.map(({ edition, reason }) => [edition, reason])).toEqual([
      [2, 'Bổ sung.'],
      [1, null],
    ]);
    expect((await acknowledge(commune, { id: seen.id, edition: 1 })).code).toBe('CONFLICT');
    expect((await acknowledge(commune, seen)).data?.['acknowledgeGuidance']?.receivers[0]?.edition).toBe(2);
  });

  it('is beyond the sight of who neither gives nor receives it nor watches over them', async () => {
    const { id } = await issue(monitor);
    const sees = async (who: Caller) => (await seenBy('guidance', who, id)) !== null;
    expect([await sees(commune), await sees(planner), await sees(province)]).toEqual([true, true, true]);
    expect([await sees(neighbour), await sees(elsewhere)]).toEqual([false, false]);
    expect((await ask(neighbour, id, 'Có tính không?', '05431')).code).toBe('FORBIDDEN');
    const foreign = await change(
      'guidance',
      monitor,
      'issueGuidance(input: $input)',
      { input: guidanceInput({ units: ['169'] }) },
      '$input: GuidanceInput!',
    );
    expect(foreign.fields[0]?.path).toBe('input.leadUnit');
    const below = await change(
      'guidance',
      commune,
      'issueGuidance(input: $input)',
      { input: guidanceInput() },
      '$input: GuidanceInput!',
    );
    expect(below.code).toBe('FORBIDDEN');
  });

  it('goes to all of a kind below a unit', async () => {
    const seen = await issue(api, { leadUnit: '19', units: ['164'], kind: 'COMMUNE', under: '164' });
    const { units } = await api.ask<{ units: { nodes: { kind: string }[] } }>(
      '{ units(under: "164", on: "2022-09-12", first: 500) { nodes { kind } } }',
    );
    expect(seen.receipts.told).toBe(units.nodes.filter(({ kind }) => kind === 'COMMUNE').length + 1);
  });

  it('is asked about, and an answer made public is read by all receivers, without who asked', async () => {
    const { id } = await issue(monitor, { units: ['05503', '05431'] });
    const asked = (await ask(commune, id, 'Hồ sơ bưu chính có tính không?')).data?.['askAboutGuidance'];
    const question = asked?.questions[0];
    expect(question).toMatchObject({ answer: null, public: false, unit: { code: '05503' } });
    expect((await seenBy('guidance', neighbour, id))?.questions).toEqual([]);
    const answer = (who: Caller, version: number, isPublic: boolean) =>
      change(
        'guidance',
        who,
        `answerGuidance(question: "${question?.id}", text: "Không.", public: ${isPublic}, expectedVersion: ${version})`,
      );
    expect((await answer(commune, 1, true)).code).toBe('FORBIDDEN');
    // Two who answer side by side: one of them is told.
    const both = await Promise.all([answer(monitor, 1, false), answer(monitor, 1, false)]);
    expect(both.map(({ code }) => code ?? 'done').sort()).toEqual(['CONFLICT', 'done']);
    expect((await seenBy('guidance', neighbour, id))?.questions).toEqual([]);
    await answer(monitor, 2, true);
    expect((await seenBy('guidance', neighbour, id))?.questions).toMatchObject([
      { answer: 'Không.', public: true, unit: null },
    ]);
    expect((await seenBy('guidance', commune, id))?.questions[0]?.unit).toEqual({ code: '05503' });
    // The log of what one unit asked is that unit's and the giver's.
    expect((await seenBy('guidance', neighbour, id))?.steps.map(({ act }) => act)).toEqual(['ISSUED']);
    expect((await ask(commune, id, 'Số CCCD 019088000123?')).fields[0]?.path).toBe('text');
  });

  it('has at most twenty questions of a unit that wait for an answer', async () => {
    const { id } = await issue(monitor, { units: ['05503', '05431'] });
    for (let at = 1; at <= 20; at += 1) expect((await ask(commune, id, `Câu ${at}?`)).code).toBeUndefined();
    expect(await ask(commune, id, 'Câu 21?')).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'text' }] });
    // Others ask, and so does this one once one is answered.
    expect((await ask(neighbour, id, 'Có tính không?', '05431')).code).toBeUndefined();
    const [first] = (await seenBy('guidance', monitor, id))?.questions ?? [];
    const answer = `answerGuidance(question: "${first?.id}", text: "Có.", public: false, expectedVersion: 1)`;
    expect((await change('guidance', monitor, answer)).code).toBeUndefined();
    expect((await ask(commune, id, 'Câu 21?')).code).toBeUndefined();
  });

  it('is of a day of these years, and taken note of within three', async () => {
    const wrong = async (more: object) => {
      const input = guidanceInput(more);
      const asked = await change(
        'guidance',
        monitor,
        'issueGuidance(input: $input)',
        { input },
        '$input: GuidanceInput!',
      );
      return [asked.code, asked.fields[0]?.path];
    };
    expect(await wrong({ dated: '0001-01-01' })).toEqual(['BAD_USER_INPUT', 'input.dated']);
    expect(await wrong({ acknowledgeBy: '9999-12-31' })).toEqual(['BAD_USER_INPUT', 'input.acknowledgeBy']);
    expect(await wrong({ acknowledgeBy: '2025-09-13' })).toEqual(['BAD_USER_INPUT', 'input.acknowledgeBy']);
    expect((await issue(monitor, { dated: '2002-09-12', acknowledgeBy: '2025-09-12' })).state).toBe('IN_FORCE');
  });

  it('that is withdrawn asks nothing of anybody', async () => {
    const seen = await issue(monitor);
    const withdrawn = await done(
      'guidance',
      monitor,
      `withdrawGuidance(id: "${seen.id}", text: "Hết hiệu lực.", expectedVersion: 1)`,
    );
    expect([withdrawn.state, withdrawn.receivers[0]?.state]).toEqual(['WITHDRAWN', 'NOT_NEEDED']);
    expect((await acknowledge(commune, seen)).code).toBe('CONFLICT');
    expect((await reissue(monitor, withdrawn)).code).toBe('CONFLICT');
    expect((await ask(commune, seen.id, 'Còn áp dụng không?')).code).toBe('CONFLICT');
  });

  it('to a unit that ended is its successor’s; a unit that is no more is none to send it to', async () => {
    // 05569 succeeds 05536 on 1 January 2025.
    const seen = await issue(api, { leadUnit: '19', units: ['05536'] });
    later('2025-02-01');
    const successor = api.as(await buildAccount(api, { role: 'CLERK', unit: '05569' }));
    expect((await acknowledge(successor, seen, '05536')).data?.['acknowledgeGuidance']?.receipts.acknowledged).toBe(1);
    const late = await change(
      ...(['guidance', api, 'issueGuidance(input: $input)'] as const),
      { input: guidanceInput({ leadUnit: '19', units: ['05536'], acknowledgeBy: '2025-03-01' }) },
      '$input: GuidanceInput!',
    );
    expect(late.fields[0]?.path).toBe('input.units.0');
  });

  it('brings files that are read with it alone', async () => {
    const payload = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
    const send = (who: Caller) => who.raw({ method: 'POST', url: '/matters/files', payload });
    expect((await send(elsewhere)).statusCode).toBe(200);
    const viewer = api.as(await buildAccount(api, { role: 'VIEWER', unit: '164' }));
    expect((await send(viewer)).statusCode).toBe(403);
    const sha256 = (await send(monitor)).json<{ sha256: string }>().sha256;
    const seen = await issue(monitor, { files: [{ sha256, name: 'huong-dan.pdf' }] });
    const url = `/matters/steps/${seen.steps[0]?.id}/files/${sha256}`;
    const got = async (who: Caller) => (await who.raw({ method: 'GET', url })).statusCode;
    expect([await got(commune), await got(neighbour)]).toEqual([200, 404]);
    // The catalogue knows nothing of it, and a hash alone attaches nothing.
    const editor = api.as(await buildAccount(api, { role: 'CATALOGUE_EDITOR', unit: '19' }));
    expect((await editor.raw({ method: 'GET', url: `/files/${sha256}` })).statusCode).toBe(404);
    const other = Buffer.from('%PDF-1.4\n2 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
    const theirs = (await elsewhere.raw({ method: 'POST', url: '/matters/files', payload: other })).json<{
      sha256: string;
    }>();
    const stolen = await change(
      ...(['guidance', monitor, 'issueGuidance(input: $input)'] as const),
      { input: guidanceInput({ files: [{ sha256: theirs.sha256, name: 'x.pdf' }] }) },
      '$input: GuidanceInput!',
    );
    expect(stolen.fields[0]?.path).toBe('files.0.sha256');
  });

  it('is not found by a receiver that one does not see', async () => {
    const { id } = await issue(api, { leadUnit: '19', units: ['05503', '169'] });
    const found = async (who: Caller, unit: string) =>
      (
        await who.ask<{ guidanceList: { nodes: { id: string }[] } }>(
          `{ guidanceList(unit: "${unit}") { nodes { id } } }`,
        )
      ).guidanceList.nodes.some((node) => node.id === id);
    expect([await found(commune, '05503'), await found(commune, '169')]).toEqual([true, false]);
    expect(await found(api, '169')).toBe(true);
  });
});

describe('a measure', () => {
  const step = (who: Caller, { id, version }: { id: string; version: number }, act: string, text = 'Lý do.') =>
    change('measure', who, `stepMeasure(id: "${id}", act: ${act}, text: "${text}", expectedVersion: ${version})`);

  it('is its unit’s: seen from above, by nobody beside it', async () => {
    const { id } = await planned(commune);
    const sees = async (who: Caller) => (await seenBy('measure', who, id)) !== null;
    expect([await sees(monitor), await sees(province)]).toEqual([true, true]);
    expect([await sees(neighbour), await sees(elsewhere)]).toEqual([false, false]);
    expect((await step(neighbour, { id, version: 1 }, 'BEGUN')).code).toBe('FORBIDDEN');
    expect((await step(province, { id, version: 1 }, 'BEGUN')).code).toBe('FORBIDDEN');
    expect((await seenBy('measure', province, id))?.possible).toEqual([]);
  });

  it('is planned, begun, overdue, done, taken up again; two who write side by side are told', async () => {
    let seen = await planned(commune, { ownerPost: null, ownerAccount: await idOf(commune) });
    expect([seen.ownerPost, seen.ownerName !== null]).toEqual([null, true]);
    const both = await Promise.all([step(commune, seen, 'BEGUN'), step(monitor, seen, 'GIVEN_UP')]);
    expect(both.map(({ code }) => code ?? 'done').sort()).toEqual(['CONFLICT', 'done']);
    seen = (await seenBy('measure', commune, seen.id)) ?? seen;
    if (seen.state === 'GIVEN_UP') seen = (await step(commune, seen, 'RESUMED')).data?.['stepMeasure'] ?? seen;
    later('2022-10-01');
    expect((await seenBy('measure', commune, seen.id))?.overdue).toBe(true);
    seen = (await step(commune, seen, 'DONE')).data?.['stepMeasure'] ?? seen;
    expect(seen).toMatchObject({ state: 'DONE', overdue: false, endedOn: '2022-10-01' });
    const late = await change(
      ...([
        'measure',
        commune,
        `changeMeasure(id: "${seen.id}", input: $input, expectedVersion: ${seen.version})`,
      ] as const),
      { input: measureInput() },
      '$input: MeasureInput!',
    );
    expect(late.code).toBe('CONFLICT');
    expect((await step(commune, seen, 'RESUMED', '')).fields[0]?.path).toBe('text');
    expect((await step(commune, seen, 'RESUMED')).data?.['stepMeasure']?.state).not.toBe('DONE');
  });

  it('names an owner, a deadline after its beginning, and an effect that can be', async () => {
    const wrong = async (more: object) =>
      (
        await change(
          'measure',
          commune,
          'planMeasure(input: $input)',
          { input: measureInput(more) },
          '$input: MeasureInput!',
        )
      ).fields[0]?.path;
    expect(await wrong({ ownerPost: null })).toBe('input.ownerPost');
    expect(await wrong({ ownerAccount: await idOf(monitor) })).toBe('input.ownerAccount');
    expect(await wrong({ due: '2022-06-30' })).toBe('input.due');
    expect(await wrong({ expected: 0 })).toBe('input.expected');
    expect(await wrong({ effect: 'POINTS', expected: 10_001 })).toBe('input.expected');
    expect(await wrong({ ownerPost: 'Ông A, điện thoại 0912345678' })).toBe('input.ownerPost');
    expect(await wrong({ difficulty: '999999' })).toBe('input.difficulty');
    expect(await wrong({ indicator: 'NO_SUCH' })).toBe('input.indicator');
    expect(await wrong({ begin: '0001-01-01' })).toBe('input.begin');
    expect(await wrong({ due: '9999-12-31' })).toBe('input.due');
  });

  it('is held against two cited figures, which hold whatever comes later', async () => {
    const rows = (month: string, online: number) =>
      Array.from({ length: 4 }, (_, at) =>
        dossierRow({
          ...{ MaHoSo: dossierCode('H55.164.3', Number(month) * 10 + at), KenhThucHien: at < online ? '2' : '1' },
          ...{ NgayTiepNhan: `2022${month}01080000`, NgayKetThucXuLy: `2022${month}02160000` },
        }),
      );
    await api.ingest([...rows('06', 1), ...rows('08', 3)]);
    const { id } = await begun(commune, { effect: 'POINTS', expected: 5000 });
    const days = (month: number) => `{ from: "2022-0${month}-01", to: "2022-0${month}-30" }`;
    const judge = (version: number, before: number, after: number) =>
      change(
        'measure',
        commune,
        `judgeMeasure(id: "${id}", before: ${days(before)}, after: ${days(after)}, text: "Tăng từ tháng 8.", expectedVersion: ${version})`,
      );
    const seen = (await judge(2, 6, 8)).data?.['judgeMeasure'];
    expect(seen?.judgements).toMatchObject([
      {
        came: 5000,
        expected: 5000,
        asExpected: true,
        before: { numerator: 1, denominator: 4 },
        after: { numerator: 3, denominator: 4 },
      },
    ]);
    expect((await judge(1, 6, 8)).code).toBe('CONFLICT');
    expect((await judge(3, 8, 6)).fields[0]?.path).toBe('after.from');
    await api.ingest(rows('08', 4));
    const [judged] = (await seenBy('measure', commune, id))?.judgements ?? [];
    expect([judged?.came, judged?.before.holds, judged?.after.holds]).toEqual([5000, true, true]);
  });

  it('is judged by nothing where its periods are not alike, or lie before it; the page says why', async () => {
    const { id } = await begun(commune);
    let version = 1;
    const judge = async (before: string, after: string) => {
      const days = (text: string) => `{ from: "${text.slice(0, 10)}", to: "${text.slice(11)}" }`;
      version += 1;
      const call = `judgeMeasure(id: "${id}", before: ${days(before)}, after: ${days(after)}, expectedVersion: ${version})`;
      const { data, fields } = await change('measure', commune, call);
      return data?.['judgeMeasure']?.judgements[0] ?? fields[0]?.path;
    };
    const none = { came: null, asExpected: null };
    expect(await judge('2022-06-01 2022-06-30', '2022-07-01 2022-08-31')).toMatchObject({
      ...{ ...none, misfit: 'LENGTH', why: expect.stringContaining('không cùng loại') as string },
    });
    expect(await judge('2022-03-01 2022-03-31', '2022-06-01 2022-06-30')).toMatchObject({ ...none, misfit: 'BEGIN' });
    // A month and a month are alike. Of points nothing is told without dossiers, and not nought.
    expect(await judge('2022-06-01 2022-06-30', '2022-07-01 2022-07-31')).toMatchObject({ misfit: null, why: null });
    expect(await judge('0001-01-01 0001-01-31', '2022-07-01 2022-07-31')).toBe('before.from');
    version -= 1;
    expect(await judge('2022-06-01 2022-06-30', '2022-07-01 9999-12-31')).toBe('after.to');
    const all = (await seenBy('measure', commune, id))?.judgements.map(({ misfit }) => misfit);
    expect(all).toEqual([null, 'BEGIN', 'LENGTH']);
  });

  it('of a unit that ended is its successor’s', async () => {
    const { id } = await planned(api, { unit: '05536' });
    later('2025-02-01');
    const successor = api.as(await buildAccount(api, { role: 'CLERK', unit: '05569' }));
    expect((await step(successor, { id, version: 1 }, 'DONE')).data?.['stepMeasure']?.state).toBe('DONE');
    const late = await change(
      'measure',
      api,
      'planMeasure(input: $input)',
      { input: measureInput({ unit: '05536' }) },
      '$input: MeasureInput!',
    );
    expect(late.fields[0]?.path).toBe('input.unit');
  });
});

async function idOf(caller: Caller): Promise<string> {
  return (await caller.ask<{ me: { id: string } }>('{ me { id } }')).me.id;
}
