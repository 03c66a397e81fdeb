import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { trailOf } from '../../../../test/audit-trail.ts';
import type { Caller } from '../../../../test/caller.ts';
import { amendList, buildAccount, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { change, directed, drawn, published, seenBy, takeTask, tookTask } from '../../../../test/matters.ts';
import { monthOf } from '../../../../test/urging.ts';

let api: Api;
/** Of the province: who draws up, who approves; of the commune 05503 and another one; of the city above it. */
let monitor: Caller, approver: Caller, commune: Caller, neighbour: Caller, city: Caller;
const NOW = new Date('2022-09-12T02:00:00Z');
const later = (day: string) => (api.app.now = () => new Date(`${day}T02:00:00Z`));
let report = '';

beforeAll(async () => {
  api = await openApi({ now: NOW });
  const of = async (role: string, unit: string) => api.as(await buildAccount(api, { role, unit }));
  [monitor, approver] = [await of('MONITOR', '19'), await of('APPROVER', '19')];
  [commune, neighbour, city] = [await of('CLERK', '05503'), await of('CLERK', '05431'), await of('MONITOR', '164')];
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
  await api.ingest([...monthOf('H55.164.3', 8, 24), ...[4, 9, 10].flatMap((month) => monthOf('H55.164.3', month, 10))]);
  report = await published(api, '2022-08-01', '85/BC');
});
beforeEach(() => {
  api.app.now = () => NOW;
});
afterAll(() => api.close());

const taskOf = async (who: Caller, id: string, at = 0) => (await seenBy('direction', who, id))?.tasks[at];

describe('a direction', () => {
  it('follows from a sentence or a row of a published report, and is a task of each of its units', async () => {
    const seen = await directed(approver, report, { units: ['05503', '05431'], row: '164', number: '312/TB' });
    expect(seen.quote).toMatch(/^Thành phố Thái Nguyên: 24\/40 hồ sơ/);
    expect(seen.report).toEqual({ id: report, name: 'Tháng 8/2022', replacedBy: null });
    expect(seen.tasks.map(({ unit, state, dueOn }) => [unit.code, state, dueOn])).toEqual([
      ['05503', 'GIVEN', '2022-09-30'],
      ['05431', 'GIVEN', '2022-09-30'],
    ]);
    expect((await directed(approver, report, { sentence: '0.1' })).quote).not.toBeNull();
    // The trail says in words what it was decided on, and until when.
    const { text, after } =
      (await trailOf(api, { about: seen.id, first: 20 })).find(({ what }) => what === 'DIRECTION_ENTERED') ?? {};
    expect(after).toEqual({ units: 2, dueOn: '2022-09-30', report: 'Tháng 8/2022' });
    expect(text).not.toMatch(/[0-9a-f]{8}-|2022-09-30|dueOn|units/);
    const wrong = async (who: Caller, more: object) => {
      const input = { report, text: 'Làm rõ.', givenOn: '2022-09-12', due: '2022-09-30', units: ['05503'], ...more };
      const { code, fields } = await change(
        'direction',
        who,
        'enterDirection(input: $input)',
        { input },
        '$input: DirectionInput!',
      );
      return fields[0]?.path ?? code;
    };
    expect(await wrong(monitor, {})).toBe('FORBIDDEN');
    expect(await wrong(approver, { row: '05503' })).toBe('input.row');
    expect(await wrong(approver, { sentence: '99.0' })).toBe('input.sentence');
    expect(await wrong(approver, { units: [] })).toBe('input.units');
    expect(await wrong(approver, { due: '2022-09-11' })).toBe('input.due');
    expect(await wrong(approver, { givenOn: '2022-09-13', due: '2022-10-01' })).toBe('input.givenOn');
    expect(await wrong(approver, { givenOn: '2022-09-01' })).toBe('input.givenOn');
    // Three years ahead is the last day, and a year that no deadline has is no error of the server.
    expect(await wrong(approver, { due: '2025-09-13' })).toBe('input.due');
    expect(await wrong(approver, { due: '9999-12-31' })).toBe('input.due');
    expect(await wrong(approver, { report: await drawn(monitor, '2022-05-01') })).toBe('CONFLICT');
  });

  it('is seen by its units, each with its own task, and by those above them', async () => {
    const { id } = await directed(approver, report, { units: ['05503', '169'] });
    const codes = async (who: Caller) => (await seenBy('direction', who, id))?.tasks.map(({ unit }) => unit.code);
    expect(await codes(commune)).toEqual(['05503']);
    expect(await codes(city)).toEqual(['05503']);
    expect(await codes(monitor)).toEqual(['05503', '169']);
    expect(await codes(neighbour)).toBeUndefined();
    expect((await takeTask(neighbour, await taskOf(api, id), 'DONE')).code).toBe('FORBIDDEN');
  });

  it('is taken note of, reported on, done, given back, extended, confirmed', async () => {
    const { id } = await directed(approver, report);
    let task = await tookTask(commune, await taskOf(commune, id), 'NOTED', { text: null });
    expect(task.possible).toEqual(['PROGRESS', 'DONE']);
    expect((await takeTask(city, task, 'CONFIRMED')).code).toBe('FORBIDDEN');
    expect((await takeTask(commune, task, 'PROGRESS', { text: ' ' })).fields[0]?.path).toBe('text');
    const stale = task;
    task = await tookTask(commune, task, 'PROGRESS');
    // A second report of who did not see the first, though the state lets both happen.
    expect((await takeTask(commune, stale, 'PROGRESS')).code).toBe('CONFLICT');
    later('2022-10-03');
    expect(await taskOf(monitor, id)).toMatchObject({ overdue: true, daysLate: 3 });
    expect((await takeTask(monitor, task, 'EXTENDED', { due: '2022-10-02' })).fields[0]?.path).toBe('due');
    task = await tookTask(monitor, task, 'EXTENDED', { due: '2022-10-10' });
    expect(task).toMatchObject({ overdue: false, extended: 1, dueOn: '2022-10-10' });
    task = await tookTask(commune, task, 'DONE');
    expect((await takeTask(commune, task, 'CONFIRMED')).code).toBe('FORBIDDEN');
    task = await tookTask(monitor, task, 'RETURNED', { due: '2022-10-20' });
    expect(task).toMatchObject({ state: 'NOTED', returned: 1, dueOn: '2022-10-20' });
    task = await tookTask(commune, task, 'DONE');
    // Two who judge side by side: one of them is told.
    const both = await Promise.all([takeTask(monitor, task, 'CONFIRMED'), takeTask(approver, task, 'RETURNED')]);
    expect(both.map(({ code }) => code ?? 'done').sort()).toEqual(['CONFLICT', 'done']);
    expect((await takeTask(commune, task, 'PROGRESS')).code).toBe('CONFLICT');
  });

  it('of a unit that ended is its successor’s; none is given to a unit that is no more', async () => {
    const { id } = await directed(approver, report, { units: ['05536'] });
    later('2025-02-01');
    const successor = api.as(await buildAccount(api, { role: 'CLERK', unit: '05569' }));
    expect((await tookTask(successor, await taskOf(successor, id), 'DONE')).state).toBe('DONE');
    const input = { report, text: 'Làm rõ.', givenOn: '2022-09-12', due: '2025-03-01', units: ['05536'] };
    const late = await change(
      'direction',
      approver,
      'enterDirection(input: $input)',
      { input },
      '$input: DirectionInput!',
    );
    expect(late.fields[0]?.path).toBe('input.units.0');
  });
});

describe('the next report of the kind', () => {
  const told = async (id: string): Promise<string> => {
    const { report: seen } = await api.ask<{ report: { content: { blocks: unknown } } }>(
      `{ report(id: "${id}") { content { blocks } } }`,
    );
    return JSON.stringify(seen.content.blocks);
  };

  it('says what became of each task, as of the paper’s own moment, until its end was told', async () => {
    // July's own report is before what was decided on August's, and has nothing to answer.
    later('2022-10-05');
    const { id } = await directed(approver, report, {
      text: 'Tập huấn công chức một cửa.',
      givenOn: '2022-09-12',
      due: '2022-09-20',
    });
    expect(await told(await drawn(monitor, '2022-07-01'))).not.toContain('THỰC HIỆN CHỈ ĐẠO');
    const september = await published(api, '2022-09-01', '99/BC');
    const paper = await told(september);
    expect(paper).toContain('THỰC HIỆN CHỈ ĐẠO');
    expect(paper).toContain('Tập huấn công chức một cửa.');
    expect(paper).toContain('Chưa báo tiếp nhận; quá hạn 15 ngày');
    await tookTask(commune, await taskOf(commune, id), 'DONE');
    await tookTask(monitor, await taskOf(monitor, id), 'CONFIRMED', { text: null });
    // What is printed stays what it was.
    expect(await told(september)).toBe(paper);
    later('2022-11-05');
    const october = await published(api, '2022-10-01', '120/BC');
    expect(await told(october)).toContain('Hoàn thành; ngày 05/10/2022; chậm 15 ngày');
    // Told once that it is done it is told no more.
    later('2022-12-05');
    expect(await told(await drawn(monitor, '2022-11-01'))).not.toContain('Tập huấn công chức một cửa.');
  });
});

describe('my work', () => {
  it('holds what waits for the unit, and then for who follows directions', async () => {
    const kinds = async (who: Caller) =>
      Object.fromEntries(
        (await who.ask<{ myWork: { kind: string; count: number }[] }>('{ myWork { kind count } }')).myWork.map(
          ({ kind, count }) => [kind, count],
        ),
      );
    const before = await kinds(neighbour);
    const { id } = await directed(approver, report, { units: ['05431'] });
    expect((await kinds(neighbour))['TASK_TO_DO']).toBe((before['TASK_TO_DO'] ?? 0) + 1);
    const waiting = (await kinds(monitor))['TASK_TO_CONFIRM'] ?? 0;
    await tookTask(neighbour, await taskOf(neighbour, id), 'DONE');
    expect([(await kinds(neighbour))['TASK_TO_DO'] ?? 0, (await kinds(monitor))['TASK_TO_CONFIRM']]).toEqual([
      before['TASK_TO_DO'] ?? 0,
      waiting + 1,
    ]);
    expect((await kinds(neighbour))['TASK_TO_CONFIRM']).toBeUndefined();
  });
});

describe('a report that was replaced', () => {
  it('says so where something is decided on it, and what was decided on it before', async () => {
    const first = await published(api, '2022-04-01', '41/BC');
    const before = await directed(approver, first);
    expect(before.report.replacedBy).toBeNull();
    const { replaceReport } = await api.ask<{ replaceReport: { id: string } }>(
      `mutation { replaceReport(id: "${first}", reason: "Đính chính.", takesNewFigures: false) { id } }`,
    );
    await api.ask(`mutation { publishReport(id: "${replaceReport.id}", number: "42/BC") { version } }`);
    expect((await seenBy('direction', monitor, before.id))?.report.replacedBy).toEqual({ id: replaceReport.id });
    const input = { report: first, text: 'Làm rõ.', givenOn: '2022-09-12', due: '2022-09-30', units: ['05503'] };
    const enter = (more: object) =>
      change(
        ...(['direction', approver, 'enterDirection(input: $input)'] as const),
        { input: { ...input, ...more } },
        '$input: DirectionInput!',
      );
    expect(await enter({})).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'input.onReplaced' }] });
    expect((await enter({ onReplaced: true })).code).toBeUndefined();
    expect((await enter({ report: replaceReport.id })).code).toBeUndefined();
  });

  it('is quoted as far as a quote may be long: a longer sentence is refused by name', async () => {
    await api.db.query(
      `update report set composed = null, written = (select jsonb_object_agg('0.0', repeat('Dài ', 1001))) where id = $1`,
      [report],
    );
    const input = { report, text: 'Làm rõ.', givenOn: '2022-09-12', due: '2022-09-30', units: ['05503'] };
    const enter = { input: { ...input, sentence: '0.0' } };
    const asked = await change(
      'direction',
      approver,
      'enterDirection(input: $input)',
      enter,
      '$input: DirectionInput!',
    );
    expect(asked).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'input.sentence' }] });
  });
});
