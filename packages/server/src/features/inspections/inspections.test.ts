import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import type { Caller } from '../../../test/caller.ts';
import { buildAccount } from '../../../test/factories.ts';
import { change, done, held, idOf, move, planned, seenBy, type InspectionSeen } from '../../../test/inspections.ts';
import { readPdf, readXml, textOf, unzipped } from '../../../test/papers.ts';

let api: Api;
/** Of the city 164: who plans, who goes; of its communes 05503 and another; of the district 169; of the province. */
let monitor: Caller, member: Caller, commune: Caller, neighbour: Caller, elsewhere: Caller, province: Caller;
const ids = { monitor: '', member: '', commune: '' };
const NOW = new Date('2022-09-12T02:00:00Z');

beforeAll(async () => {
  api = await openApi({ now: NOW });
  const of = async (role: string, unit: string) => api.as(await buildAccount(api, { role, unit }));
  [monitor, member] = [await of('MONITOR', '164'), await of('PLANNER', '164')];
  [commune, neighbour, elsewhere] = [
    await of('CLERK', '05503'),
    await of('CLERK', '05431'),
    await of('MONITOR', '169'),
  ];
  province = await of('AUDITOR', '19');
  [ids.monitor, ids.member, ids.commune] = [await idOf(monitor), await idOf(member), await idOf(commune)];
});
beforeEach(() => {
  api.app.now = () => NOW;
});
afterAll(() => api.close());

const team = (more: object = {}) => planned(ids.monitor, { members: [ids.monitor, ids.member], ...more });
const plan = (more: object = {}) => done(monitor, 'planInspection', { input: team(more) });
const underWay = (more: object = {}) => held(monitor, ids.monitor, { members: [ids.monitor, ids.member], ...more });
const answer = (id: string, item: string, value: string, version = 0): string =>
  `id: "${id}", unit: "05503", item: "${item}", answer: ${value}, expectedVersion: ${version}`;
const finding = (id: string, more: object = {}) => ({
  ...{ inspection: id, unit: '05503', severity: 'SERIOUS', text: 'Nhập lại hồ sơ giấy.', dueOn: '2022-09-30', ...more },
});
const step = ({ findings: [found] }: InspectionSeen, act: string, more: object = {}) => ({
  input: { finding: found?.id, act, text: 'Nội dung.', expectedVersion: found?.version, ...more },
});

describe('an inspection', () => {
  it('is planned, announced, begun, concluded, and every step is kept', async () => {
    const { id, possible, changeable } = await plan();
    expect([possible, changeable]).toEqual([['ANNOUNCED', 'CANCELLED'], true]);
    const changed = await done(monitor, 'changeInspection', {
      ...{ args: `id: "${id}", expectedVersion: 1`, input: team({ units: ['05503', '05431'] }) },
    });
    expect(changed.inspected.map(({ unit }) => unit.code)).toEqual(expect.arrayContaining(['05503', '05431']));
    let seen = await done(monitor, 'moveInspection', { args: move(changed, 'ANNOUNCED') });
    const late = await change(monitor, 'changeInspection', {
      ...{ args: `id: "${id}", expectedVersion: ${seen.version}`, input: team() },
    });
    expect(late.code).toBe('CONFLICT');
    seen = await done(monitor, 'moveInspection', { args: move(seen, 'BEGUN') });
    expect((await change(monitor, 'moveInspection', { args: move(seen, 'CONCLUDED') })).fields[0]?.path).toBe('text');
    seen = await done(monitor, 'moveInspection', { args: move(seen, 'CONCLUDED', 'Cơ bản đúng.') });
    expect([seen.state, seen.possible]).toEqual(['CONCLUDED', []]);
    expect(seen.steps.map(({ act }) => act)).toEqual(['PLANNED', 'CHANGED', 'ANNOUNCED', 'BEGUN', 'CONCLUDED']);
  });

  it('is seen by its team and who leads, by its units once they are told, and by nobody else', async () => {
    const { id, version } = await plan({ units: ['05503', '05431'] });
    for (const who of [monitor, member, province, api]) expect((await seenBy(who, id))?.id).toBe(id);
    for (const who of [commune, neighbour, elsewhere]) expect(await seenBy(who, id)).toBeNull();
    const told = await done(monitor, 'moveInspection', { args: move({ id, version }, 'ANNOUNCED') });
    const seen = await seenBy(commune, id);
    expect(seen?.inspected.map(({ unit, answers }) => [unit.code, answers])).toEqual([['05503', true]]);
    expect(seen?.steps.map(({ act }) => act)).toEqual(['ANNOUNCED']);
    expect(await seenBy(elsewhere, id)).toBeNull();
    await done(monitor, 'moveInspection', { args: move(told, 'BEGUN') });
    await done(monitor, 'recordFinding', { input: finding(id) });
    await done(monitor, 'recordFinding', { input: finding(id, { unit: '05431', text: 'Thiếu bảng niêm yết.' }) });
    expect((await seenBy(commune, id))?.findings.map(({ text }) => text)).toEqual(['Nhập lại hồ sơ giấy.']);
    expect((await seenBy(neighbour, id))?.findings.map(({ text }) => text)).toEqual(['Thiếu bảng niêm yết.']);
    const asked = '{ inspections(unit: "05503") { nodes { id } } inspectionCounts(unit: "05503") { state } }';
    expect(await elsewhere.ask(asked)).toEqual({ inspections: { nodes: [] }, inspectionCounts: [] });
    const { inspections } = await commune.ask<{ inspections: { nodes: { id: string }[] } }>(asked);
    expect(inspections.nodes[0]?.id).toBe(id);
  });

  it('is called off with a reason, and what was never told stays unknown', async () => {
    const { id, version } = await plan();
    const seen = await done(monitor, 'moveInspection', { args: move({ id, version }, 'CANCELLED', 'Hoãn.') });
    expect(seen.state).toBe('CANCELLED');
    expect(await seenBy(commune, id)).toBeNull();
    expect((await change(monitor, 'moveInspection', { args: move(seen, 'ANNOUNCED') })).code).toBe('CONFLICT');
  });

  it('is done by nobody from outside, nor by its unit', async () => {
    const { id, version } = await underWay();
    for (const who of [commune, neighbour, elsewhere, province]) {
      for (const [name, given] of [
        ['moveInspection', { args: move({ id, version }, 'CONCLUDED', 'x') }],
        ['answerItem', { args: answer(id, 'KENH', 'NO') }],
        ['recordFinding', { input: finding(id) }],
        ['makeInspectionMinutes', { args: `id: "${id}", unit: "05503"` }],
      ] as const)
        expect((await change(who, name, given)).code, name).toBe('FORBIDDEN');
    }
    // Of the team, and does not lead.
    expect((await change(member, 'moveInspection', { args: move({ id, version }, 'CONCLUDED', 'x') })).code).toBe(
      'FORBIDDEN',
    );
    expect((await change(member, 'recordFinding', { input: finding(id) })).code).toBeUndefined();
  });

  it('says what is wrong with a plan', async () => {
    const wrong = async (more: object) => {
      const { code, fields } = await change(monitor, 'planInspection', { input: team(more) });
      return [code, fields[0]?.path];
    };
    expect(await wrong({ units: [] })).toEqual(['BAD_USER_INPUT', 'input.units']);
    expect(await wrong({ units: ['05503', '99999'] })).toEqual(['BAD_USER_INPUT', 'input.units.1']);
    expect(await wrong({ units: ['164'] })).toEqual(['BAD_USER_INPUT', 'input.units.0']);
    expect(await wrong({ units: ['169'] })).toEqual(['BAD_USER_INPUT', 'input.units.0']);
    expect((await wrong({ leadUnit: '19', units: ['05503'] }))[0]).toBe('FORBIDDEN');
    expect(await wrong({ to: '2022-09-11' })).toEqual(['BAD_USER_INPUT', 'input.to']);
    expect(await wrong({ decisionOn: null })).toEqual(['BAD_USER_INPUT', 'input.decisionNumber']);
    expect(await wrong({ members: [ids.monitor, 'x'] })).toEqual(['BAD_USER_INPUT', 'input.members.1']);
    expect(await wrong({ members: [ids.member] })).toEqual(['BAD_USER_INPUT', 'input.lead']);
    // Somebody of the commune: without the right, and of the unit itself.
    expect(await wrong({ members: [ids.monitor, ids.commune] })).toEqual(['BAD_USER_INPUT', 'input.members.1']);
    expect(await wrong({ checklist: 'KHONG-CO' })).toEqual(['BAD_USER_INPUT', 'input.checklist']);
    expect(await wrong({ indicator: 'SERVICES_USED' })).not.toEqual([undefined, undefined]);
    // Days that are a slip of the pen, and numbers that are none.
    expect(await wrong({ from: '9999-12-30', to: '9999-12-30' })).toEqual(['BAD_USER_INPUT', 'input.from']);
    expect(await wrong({ to: '2025-01-01' })).toEqual(['BAD_USER_INPUT', 'input.to']);
    expect(await wrong({ decisionOn: '0001-01-01' })).toEqual(['BAD_USER_INPUT', 'input.decisionOn']);
    for (const decisionNumber of ['CCCD 019201001234', '000.00.16.H55-220831-0001', '\u200b\u2060'])
      expect(await wrong({ decisionNumber })).toEqual(['BAD_USER_INPUT', 'input.decisionNumber']);
    const tidied = await plan({ decisionNumber: ' 812\n/QĐ\u202E-UBND\u0007 ' });
    const number = await monitor.ask(`{ inspection(id: "${tidied.id}") { decisionNumber } }`);
    expect(number).toEqual({ inspection: { decisionNumber: '812 /QĐ-UBND' } });
    const tomorrow = await plan({ decisionOn: '2022-09-13' });
    expect(
      (await change(monitor, 'moveInspection', { args: move(tomorrow, 'ANNOUNCED') })).fields[0]?.message,
    ).toContain('13/09/2022');
    const undecided = await plan({ decisionNumber: null, decisionOn: null });
    expect((await change(monitor, 'moveInspection', { args: move(undecided, 'ANNOUNCED') })).fields[0]?.path).toBe(
      'move',
    );
  });

  it('of a unit that was merged meanwhile is not announced; one that was told goes on with who succeeded it', async () => {
    api.app.now = () => new Date('2024-12-20T02:00:00Z');
    const province = await idOf(api);
    const days = { decisionOn: '2024-12-16', from: '2024-12-16', to: '2025-12-31' };
    const at = { ...days, leadUnit: '19', units: ['05536'], members: [province], lead: province };
    const waiting = await done(api, 'planInspection', { input: planned(province, at) });
    const told = await held(api, province, at);
    api.app.now = () => new Date('2025-02-01T02:00:00Z');
    const { code, fields } = await change(api, 'moveInspection', { args: move(waiting, 'ANNOUNCED') });
    expect([code, fields[0]?.message]).toEqual(['BAD_USER_INPUT', expect.stringContaining('05536')]);
    expect((await change(api, 'planInspection', { input: planned(province, at) })).fields[0]?.path).toBe(
      'input.units.0',
    );
    const seen = await done(api, 'recordFinding', {
      input: finding(told.id, { unit: '05536', dueOn: '2025-10-01' }),
    });
    const successor = api.as(await buildAccount(api, { role: 'CLERK', unit: '05569' }));
    expect((await done(successor, 'stepFinding', step(seen, 'REMEDIED'))).findings[0]?.state).toBe('REMEDIED');
  });
});

describe('the checklist of a unit', () => {
  it('is answered item by item, and of two who answer the same one at once the second is told', async () => {
    const { id } = await underWay();
    const first = await Promise.all([
      change(monitor, 'answerItem', { args: answer(id, 'KENH', 'NO') }),
      change(member, 'answerItem', { args: answer(id, 'KENH', 'YES') }),
      change(member, 'answerItem', { args: answer(id, 'NOP_HO', 'YES') }),
    ]);
    expect(first.map(({ code }) => code ?? 'done').sort()).toEqual(['CONFLICT', 'done', 'done']);
    const seen = await done(member, 'answerItem', {
      args: `${answer(id, 'KENH', 'NO', 1)}, note: "Sai ở năm hồ sơ."`,
    });
    const [unit] = seen.inspected;
    const items = Object.fromEntries((unit?.items ?? []).map((item) => [item.key, item]));
    expect(items['KENH']).toMatchObject({ answer: 'NO', departs: true, version: 2, note: 'Sai ở năm hồ sơ.' });
    expect(items['NOP_HO']).toMatchObject({ answer: 'YES', departs: true });
    expect(items['GIAO']).toMatchObject({ answer: null, departs: false, version: 0 });
    expect((await change(member, 'answerItem', { args: answer(id, 'KHONG', 'NO') })).fields[0]?.path).toBe('item');
    const dossier = `${answer(id, 'GIAO', 'NO')}, note: "Xem 000.00.16.H55-220831-0001"`;
    expect((await change(member, 'answerItem', { args: dossier })).fields[0]?.path).toBe('note');
  });

  it('is the version that the inspection was planned with', async () => {
    const save = (version: number, key: string) =>
      api.gql(
        `mutation { saveChecklist(code: "MOT-CUA", name: "Một cửa", expectedVersion: ${version},
           items: [{ key: "${key}", text: "Có niêm yết.", expected: YES }]) { version } }`,
      );
    expect((await save(0, 'A')).data).toEqual({ saveChecklist: { version: 1 } });
    const { inspected } = await plan({ checklist: 'MOT-CUA' });
    expect((await save(1, 'B')).data).toEqual({ saveChecklist: { version: 2 } });
    expect((await save(1, 'C')).code).toBe('CONFLICT');
    expect((await save(2, 'không phải mã')).fields[0]?.path).toBe('items.0');
    for (const [name, text, path] of [
      ['CCCD 019201001234', 'Có niêm yết.', 'name'],
      ['Một cửa', '\u200b', 'items.0.text'],
      ['Một cửa', 'Hồ sơ H55.16-20220831-0001.', 'items.0.text'],
    ] as const) {
      const items = [{ key: 'A', text, expected: 'YES' }];
      const { fields } = await api.gql(
        `mutation ($name: String!, $items: [ChecklistItemInput!]!) {
           saveChecklist(code: "MOT-CUA", name: $name, expectedVersion: 2, items: $items) { version } }`,
        { name, items },
      );
      expect(fields[0]?.path).toBe(path);
    }
    expect(inspected[0]?.items.map(({ key }) => key)).toEqual(['A']);
    const { checklists } = await member.ask<{ checklists: { code: string; version: number }[] }>(
      '{ checklists { code version } }',
    );
    expect(checklists).toEqual([
      { code: 'CHUAN', version: 0 },
      { code: 'MOT-CUA', version: 2 },
    ]);
    const versions = async (who: Caller, code: string) =>
      (
        await who.gql<{ checklistVersions: { version: number; by: string | null; items: { key: string }[] }[] }>(
          `{ checklistVersions(code: "${code}") { version by items { key } } }`,
        )
      ).data?.checklistVersions;
    expect(await versions(member, 'MOT-CUA')).toEqual([
      { version: 2, by: expect.any(String) as string, items: [{ key: 'B' }] },
      { version: 1, by: expect.any(String) as string, items: [{ key: 'A' }] },
    ]);
    expect((await versions(member, 'CHUAN'))?.map(({ version, by }) => [version, by])).toEqual([[0, null]]);
    expect(await versions(member, 'KHONG-CO')).toEqual([]);
    expect(await versions(commune, 'MOT-CUA')).toBeUndefined();
  });
});

describe('a finding', () => {
  it('is remedied by its unit, refused with another deadline, remedied again and confirmed', async () => {
    const { id } = await underWay();
    let seen = await done(member, 'recordFinding', { input: finding(id, { item: 'KENH' }) });
    expect(seen.findings[0]).toMatchObject({ state: 'OPEN', possible: ['WITHDRAWN', 'NOTED'] });
    expect((await change(member, 'stepFinding', step(seen, 'REMEDIED'))).code).toBe('FORBIDDEN');
    api.app.now = () => new Date('2022-10-03T02:00:00Z');
    expect((await seenBy(commune, id))?.waiting).toEqual({ open: 1, overdue: 1, nextDue: '2022-09-30' });
    seen = await done(commune, 'stepFinding', step(seen, 'REMEDIED'));
    expect(seen.findings[0]).toMatchObject({ state: 'REMEDIED', overdue: false, daysLate: 3 });
    expect((await change(commune, 'stepFinding', step(seen, 'CONFIRMED'))).code).toBe('FORBIDDEN');
    const again = step(seen, 'REFUSED', { dueOn: '2022-10-20' });
    expect((await change(monitor, 'stepFinding', step(seen, 'REFUSED', { dueOn: '2022-09-01' }))).fields[0]?.path).toBe(
      'dueOn',
    );
    seen = await done(monitor, 'stepFinding', again);
    expect(seen.findings[0]).toMatchObject({ state: 'OPEN', refused: 1, dueOn: '2022-10-20', overdue: false });
    expect((await change(monitor, 'stepFinding', again)).code).toBe('CONFLICT');
    seen = await done(commune, 'stepFinding', step(seen, 'REMEDIED'));
    seen = await done(monitor, 'stepFinding', step(seen, 'CONFIRMED', { text: null }));
    expect(seen.findings[0]).toMatchObject({ state: 'CONFIRMED', daysLate: 0, possible: ['NOTED'] });
    await done(monitor, 'stepFinding', step(seen, 'NOTED', { text: 'Nội bộ.', teamOnly: true }));
    expect((await seenBy(commune, id))?.steps.map(({ act }) => act)).toEqual([
      ...['ANNOUNCED', 'BEGUN', 'FOUND', 'REMEDIED', 'REFUSED', 'REMEDIED', 'CONFIRMED'],
    ]);
  });

  it('has a deadline that is not before the inspection, and files that are there', async () => {
    const { id } = await underWay();
    const wrong = async (more: object) =>
      (await change(member, 'recordFinding', { input: finding(id, more) })).fields[0]?.path;
    expect(await wrong({ dueOn: '2022-09-11' })).toBe('dueOn');
    expect(await wrong({ dueOn: '9999-12-31' })).toBe('dueOn');
    expect(await wrong({ item: 'KHONG' })).toBe('item');
    expect(await wrong({ files: [{ sha256: 'a'.repeat(64) }] })).toBe('files.0.sha256');
    expect(await wrong({ unit: '05431' })).toBe('unit');
    expect(await wrong({ text: ' ' })).toBe('text');
  });

  it('shows its evidence to its team and its unit alone, and takes no file that is too large or of no known kind', async () => {
    const { id } = await underWay();
    const post = (payload: Buffer, who = member) =>
      who.raw({ method: 'POST', url: `/inspections/${id}/files`, payload });
    expect((await post(Buffer.from('không phải PDF'))).statusCode).toBe(415);
    expect((await post(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(31 << 20)]))).statusCode).toBe(413);
    for (const who of [neighbour, elsewhere, province])
      expect((await post(Buffer.from('%PDF-1.7\n'), who)).statusCode).toBe(403);
    const sent = await post(Buffer.from('%PDF-1.7\nảnh chụp sổ'));
    expect(sent.statusCode).toBe(200);
    const { sha256 } = sent.json<{ sha256: string }>();
    const seen = await done(member, 'recordFinding', {
      input: finding(id, { files: [{ sha256, name: 'Sổ tiếp nhận.pdf' }] }),
    });
    expect(seen.steps.at(-1)?.files).toEqual([{ sha256 }]);
    const get = async (who: Caller) =>
      (await who.raw({ method: 'GET', url: `/inspections/${id}/files/${sha256}` })).statusCode;
    expect(await Promise.all([monitor, member, commune, province].map(get))).toEqual([200, 200, 200, 200]);
    expect(await Promise.all([neighbour, elsewhere].map(get))).toEqual([403, 403]);
    expect((await neighbour.raw({ method: 'GET', url: `/files/${sha256}` })).statusCode).toBe(404);
    // The unit answers with files of its own.
    expect((await post(Buffer.from('%PDF-1.7\nđã sửa'), commune)).statusCode).toBe(200);
  });
});

describe('minutes', () => {
  it('tell of files that the unit may read, each once', async () => {
    const { id } = await underWay();
    const send = async (text: string) => {
      const payload = Buffer.from(`%PDF-1.7\n${text}`);
      const answer = await member.raw({ method: 'POST', url: `/inspections/${id}/files`, payload });
      return { sha256: answer.json<{ sha256: string }>().sha256 };
    };
    const [open, inner] = [await send('cho đơn vị'), await send('riêng của đoàn')];
    const seen = await done(member, 'recordFinding', { input: finding(id, { files: [open] }) });
    await done(member, 'stepFinding', step(seen, 'NOTED', { files: [open] }));
    await done(member, 'stepFinding', step(seen, 'NOTED', { files: [inner], teamOnly: true, expectedVersion: 2 }));
    const { inspected } = await done(member, 'makeInspectionMinutes', { args: `id: "${id}", unit: "05503"` });
    const url = `/inspections/${inspected[0]?.minutes[0]?.reference ?? ''}.docx`;
    const docx = await member.raw({ method: 'GET', url });
    expect(textOf(readXml(unzipped(docx.rawPayload)['word/document.xml'] ?? ''))).toContain('(kèm 1 tệp)');
  });

  it('tell what was found, cite the figure of the unit, and stay what they were', async () => {
    const { id, version } = await underWay();
    await done(member, 'answerItem', { args: answer(id, 'KENH', 'NO') });
    await done(member, 'recordFinding', { input: finding(id) });
    const draft = await done(member, 'makeInspectionMinutes', { args: `id: "${id}", unit: "05503"` });
    expect(draft.inspected[0]?.minutes).toMatchObject([{ draft: true }]);
    await done(monitor, 'moveInspection', { args: move({ id, version }, 'CONCLUDED', 'Cơ bản đúng.') });
    const seen = await done(member, 'makeInspectionMinutes', { args: `id: "${id}", unit: "05503"` });
    const [paper] = seen.inspected[0]?.minutes ?? [];
    if (!paper?.figure) throw new Error('no minutes');
    const cited = await api.ask<{ figure: { numerator: number; holds: boolean } }>(
      `{ figure(reference: "${paper.figure}") { numerator holds } }`,
    );
    expect(cited.figure.holds).toBe(true);
    const file = (who: Caller, form: string) =>
      who.raw({ method: 'GET', url: `/inspections/${paper.reference}.${form}` });
    const docx = await file(commune, 'docx');
    expect(docx.headers['content-disposition']).toContain('.docx');
    const text = textOf(readXml(unzipped(docx.rawPayload)['word/document.xml'] ?? ''));
    for (const said of [
      'BIÊN BẢN',
      'Kiểm tra quý III',
      '812/QĐ-UBND',
      paper.figure,
      'Nhập lại hồ sơ giấy.',
      'Cơ bản đúng.',
    ])
      expect(text).toContain(said);
    expect(text).toContain('đã kiểm tra 1 trên 10 nội dung, 1 nội dung chưa đạt');
    const pages = await readPdf((await file(member, 'pdf')).rawPayload);
    expect(pages.length).toBeGreaterThan(0);
    for (const who of [neighbour, elsewhere]) expect((await file(who, 'docx')).statusCode).toBe(404);
    // What comes later changes other minutes, not these.
    await done(commune, 'stepFinding', step(seen, 'REMEDIED'));
    expect((await file(member, 'docx')).rawPayload.equals(docx.rawPayload)).toBe(true);
  });
});
