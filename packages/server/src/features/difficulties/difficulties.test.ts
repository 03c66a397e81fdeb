import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import type { Caller } from '../../../test/caller.ts';
import { done, report, seenBy, stepOf } from '../../../test/difficulties.ts';
import { buildAccount, saveProcedures } from '../../../test/factories.ts';
import { buildSource } from '../../../test/one-stop.ts';

let api: Api;
/** Of the commune 05503 of the city 164, of the commune 05680 of the district 169, of the department 012. */
let commune: Caller, city: Caller, elsewhere: Caller, department: Caller, lead: Caller, looking: Caller;
let DEPARTMENT = '';

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-07-20T05:00:00Z') });
  await saveProcedures(api, '2.000815');
  const { units } = await api.ask<{ units: { nodes: { code: string }[] } }>(
    '{ units(kind: DEPARTMENT) { nodes { code } } }',
  );
  DEPARTMENT = units.nodes[0]?.code ?? '';
  const of = async (role: string, unit: string) => api.as(await buildAccount(api, { role, unit }));
  [commune, city, elsewhere] = [await of('CLERK', '05503'), await of('MONITOR', '164'), await of('CLERK', '05680')];
  [department, lead] = [await of('MONITOR', DEPARTMENT), await of('MONITOR', '19')];
  looking = await of('VIEWER', '05503');
});
beforeEach(async () => {
  await api.db.query('truncate difficulty, difficulty_step cascade');
  api.app.now = () => new Date('2022-07-20T05:00:00Z');
});
afterAll(() => api.close());

const at = (id: string, version: number, more = ''): string => `id: "${id}", expectedVersion: ${version}${more}`;

describe('a difficulty', () => {
  it('is reported, taken, answered, closed and opened again, and says who did what', async () => {
    const { id, possible } = await report(commune, '05503', {
      procedure: '2.000815',
      indicator: 'ONLINE_RESOLUTION_L4',
    });
    expect(possible).toEqual(['CLOSED', 'NOTED']);
    expect((await done(lead, 'takeDifficulty', at(id, 1, `, owner: "${DEPARTMENT}"`))).owner?.code).toBe(DEPARTMENT);
    await done(department, 'answerDifficulty', at(id, 2, ', text: "Đã tăng đường truyền."'));
    const answered = await seenBy(commune, id);
    expect(answered).toMatchObject({ state: 'ANSWERED', version: 3, possible: ['CLOSED', 'REOPENED', 'NOTED'] });
    expect(await done(commune, 'reopenDifficulty', at(id, 3, ', text: "Sáng nay lại mất."'))).toMatchObject({
      state: 'TAKEN',
      reopened: 1,
    });
    await done(department, 'answerDifficulty', at(id, 4, ', text: "Đã thay thiết bị."'));
    const closed = await done(commune, 'closeDifficulty', at(id, 5));
    expect(closed).toMatchObject({ state: 'CLOSED', owner: { code: DEPARTMENT } });
    expect(closed.steps.map(({ act, text }) => [act, text])).toEqual([
      ['REPORTED', null],
      ['TAKEN', null],
      ['ANSWERED', 'Đã tăng đường truyền.'],
      ['REOPENED', 'Sáng nay lại mất.'],
      ['ANSWERED', 'Đã thay thiết bị.'],
      ['CLOSED', null],
    ]);
  });

  it('is old by the days that it stands, and keeps its age once it is closed', async () => {
    const { id } = await report(commune, '05503');
    api.app.now = () => new Date('2022-08-19T05:00:00Z');
    expect((await seenBy(commune, id))?.age).toBe(30);
    const old = '{ difficulties(olderThan: 29) { totalCount nodes { id } } difficultyCounts(olderThan: 30) { count } }';
    expect(await commune.ask(old)).toEqual({ difficulties: { totalCount: 1, nodes: [{ id }] }, difficultyCounts: [] });
    await done(commune, 'closeDifficulty', at(id, 1));
    api.app.now = () => new Date('2022-12-31T05:00:00Z');
    expect(await seenBy(commune, id)).toMatchObject({ age: 30, state: 'CLOSED' });
  });

  it('is seen by its unit, those above and who owns it, and by nobody else', async () => {
    const { id } = await report(commune, '05503');
    for (const who of [commune, looking, city, lead, api]) expect((await seenBy(who, id))?.id).toBe(id);
    for (const who of [elsewhere, department]) expect(await seenBy(who, id)).toBeNull();
    await done(lead, 'takeDifficulty', at(id, 1, `, owner: "${DEPARTMENT}"`));
    expect((await seenBy(department, id))?.id).toBe(id);
    expect(await seenBy(elsewhere, id)).toBeNull();
  });

  it('is spoken of among those who handle it without its unit reading it', async () => {
    const { id } = await report(commune, '05503');
    await done(lead, 'noteDifficulty', at(id, 1, ', text: "Xã này đã báo ba lần.", amongHandlers: true'));
    await done(city, 'noteDifficulty', at(id, 2, ', text: "Thành phố đã biết.", amongHandlers: true'));
    const texts = async (who: Caller) => (await seenBy(who, id))?.steps.map(({ text }) => text);
    expect(await texts(commune)).toEqual([null]);
    expect(await texts(city)).toEqual([null, 'Thành phố đã biết.']);
    expect(await texts(lead)).toEqual([null, 'Xã này đã báo ba lần.', 'Thành phố đã biết.']);
    const refused = await stepOf(commune, 'noteDifficulty', at(id, 3, ', text: "Riêng.", amongHandlers: true'));
    expect(refused.code).toBe('FORBIDDEN');
  });

  it('keeps what those who handle it say among themselves from the unit that is given it, and from who only looks', async () => {
    const { id } = await report(commune, '05503');
    const viewer = api.as(await buildAccount(api, { role: 'VIEWER', unit: '164' }));
    await done(lead, 'takeDifficulty', at(id, 1, ', owner: "164"'));
    await done(lead, 'noteDifficulty', at(id, 2, ', text: "Nội bộ tỉnh.", amongHandlers: true'));
    await done(city, 'takeDifficulty', at(id, 3, ', owner: "05503"'));
    await done(city, 'noteDifficulty', at(id, 4, ', text: "Nội bộ thành phố.", amongHandlers: true'));
    const texts = async (who: Caller) => (await seenBy(who, id))?.steps.flatMap(({ text }) => text ?? []);
    expect(await texts(lead)).toEqual(['Nội bộ tỉnh.', 'Nội bộ thành phố.']);
    expect(await texts(city)).toEqual(['Nội bộ thành phố.']);
    for (const who of [commune, looking, viewer]) expect(await texts(who)).toEqual([]);
  });

  it('changes no figure: what is cited before and after it is the same', async () => {
    const cite = async () =>
      (
        await api.ask<{ citeFigure: { reference: string } }>(
          'mutation { citeFigure(indicator: "ONLINE_RESOLUTION_L4", unit: "164", from: "2022-01-01", to: "2022-06-30") { reference } }',
        )
      ).citeFigure.reference;
    const before = await cite();
    const { id } = await report(commune, '05503');
    await done(commune, 'closeDifficulty', at(id, 1));
    expect(await cite()).toBe(before);
  });

  it('of a unit that ended is its successor’s, and nothing is reported for it any more', async () => {
    // 05569 succeeds 05536 on 1 January 2025.
    const { id } = await report(api, '05536');
    api.app.now = () => new Date('2025-02-01T05:00:00Z');
    const successor = api.as(await buildAccount(api, { role: 'CLERK', unit: '05569' }));
    expect((await seenBy(successor, id))?.unit.code).toBe('05536');
    const ids = async (unit: string) =>
      (await successor.ask<{ difficulties: { nodes: object[] } }>(`{ difficulties(unit: "${unit}") { nodes { id } } }`))
        .difficulties.nodes;
    expect(await ids('05569')).toEqual([{ id }]);
    expect(await ids('05536')).toEqual([{ id }]);
    expect((await done(successor, 'closeDifficulty', at(id, 1))).state).toBe('CLOSED');
    const input = { unit: '05536', text: 'Thiếu máy.', cause: 'EQUIPMENT' };
    const told = await successor.gql('mutation ($input: DifficultyInput!) { reportDifficulty(input: $input) { id } }', {
      input,
    });
    expect(told.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'input.unit' }] });
  });
});

describe('what is wrong', () => {
  const refusal = async (caller: Caller, given: object) => {
    const input = { unit: '05503', text: 'Thiếu máy quét.', cause: 'EQUIPMENT', ...given };
    const { errors } = await caller.gql(
      'mutation ($input: DifficultyInput!) { reportDifficulty(input: $input) { id } }',
      { input },
    );
    return [
      errors[0]?.extensions?.['code'],
      (errors[0]?.extensions?.['fields'] as { path: string }[] | undefined)?.[0]?.path,
    ];
  };

  it.each([
    [{ text: '' }, 'input.text'],
    [{ text: ' \u200b\n' }, 'input.text'],
    [{ text: 'x'.repeat(2_001) }, 'input.text'],
    [{ text: 'Bà An, số 0912 345 678, không nộp được.' }, 'input.text'],
    [{ text: 'CCCD 019 188 001 234 báo lỗi.' }, 'input.text'],
    [{ text: 'Hồ sơ 000.00.16.H55-220831-0001 bị treo.' }, 'input.text'],
    [{ unit: '99999' }, 'input.unit'],
    [{ procedure: '9.999999' }, 'input.procedure'],
    [{ procedure: 'không có' }, 'input.procedure'],
    [{ indicator: 'NOPE' }, 'input.indicator'],
    [{ source: '4711' }, 'input.source'],
  ])('%o is refused at %s', async (given, path) => {
    expect(await refusal(commune, given)).toEqual(['BAD_USER_INPUT', path]);
    const { rows } = await api.db.query('select 1 from difficulty');
    expect(rows).toEqual([]);
  });

  it('a source beyond reach is unknown, within reach it is named', async () => {
    const source = await buildSource(api, { name: 'Một cửa thành phố', units: ['169'] });
    expect(await refusal(commune, { source })).toEqual(['BAD_USER_INPUT', 'input.source']);
    const { id } = await report(api, '05503', { source });
    expect(await commune.ask(`{ difficulty(id: "${id}") { source } }`)).toEqual({
      difficulty: { source: 'Một cửa thành phố' },
    });
  });

  it('nobody reports for a unit that is not theirs, and nobody below takes or answers', async () => {
    expect((await refusal(elsewhere, {}))[0]).toBe('FORBIDDEN');
    expect((await refusal(looking, {}))[0]).toBe('FORBIDDEN');
    const { id } = await report(commune, '05503');
    for (const [who, name, more] of [
      [commune, 'takeDifficulty', ', owner: "05503"'],
      [commune, 'answerDifficulty', ', text: "Xong."'],
      [looking, 'closeDifficulty', ''],
      [elsewhere, 'closeDifficulty', ''],
      [department, 'answerDifficulty', ', text: "Xong."'],
      // It is given to those alone for whom one handles difficulties.
      [city, 'takeDifficulty', `, owner: "${DEPARTMENT}"`],
      [city, 'takeDifficulty', ', owner: "169"'],
    ] as const)
      expect([name, (await stepOf(who, name, at(id, 1, more))).code]).toEqual([name, 'FORBIDDEN']);
    expect(await seenBy(lead, id)).toMatchObject({ version: 1, state: 'REPORTED' });
  });

  it('what no state lets happen is a conflict, and what handles says why it closes what nobody answered', async () => {
    const { id } = await report(commune, '05503');
    expect((await stepOf(lead, 'answerDifficulty', at(id, 1, ', text: "Xong."'))).code).toBe('CONFLICT');
    expect((await stepOf(lead, 'reopenDifficulty', at(id, 1, ', text: "Lại."'))).code).toBe('CONFLICT');
    expect((await stepOf(city, 'takeDifficulty', at(id, 1, ', owner: "164"'))).code).toBeUndefined();
    const untold = await stepOf(city, 'closeDifficulty', at(id, 2));
    // The city reports for its communes too: it may close what is its own without a word.
    expect(untold.code).toBeUndefined();
    expect((await stepOf(city, 'noteDifficulty', at(id, 3, ', text: "Thêm."'))).code).toBe('CONFLICT');
  });

  it('who owns it, and does not report for its unit, says why it is closed unanswered', async () => {
    const { id } = await report(commune, '05503');
    await done(lead, 'takeDifficulty', at(id, 1, `, owner: "${DEPARTMENT}"`));
    expect((await stepOf(department, 'closeDifficulty', at(id, 2))).code).toBe('BAD_USER_INPUT');
    expect((await done(department, 'closeDifficulty', at(id, 2, ', text: "Trùng với kế hoạch năm."'))).state).toBe(
      'CLOSED',
    );
  });

  it('of two who take a step at once one is told of the other', async () => {
    const { id } = await report(commune, '05503');
    const answers = await Promise.all([
      stepOf(lead, 'takeDifficulty', at(id, 1, `, owner: "${DEPARTMENT}"`)),
      stepOf(city, 'takeDifficulty', at(id, 1, ', owner: "164"')),
      stepOf(commune, 'closeDifficulty', at(id, 1)),
    ]);
    expect(answers.map(({ code }) => code ?? '').sort()).toEqual(['', 'CONFLICT', 'CONFLICT']);
    const lost = answers.find(({ code }) => code === 'CONFLICT');
    expect(lost?.errors[0]?.extensions?.['version']).toBe(2);
    expect((await seenBy(lead, id))?.steps).toHaveLength(2);
  });

  it('the log is added to and never changed', async () => {
    const { id } = await report(commune, '05503');
    const { rows } = await api.db.query<{ may: boolean }>(
      `select has_table_privilege(rolname, 'difficulty_step', 'update') or has_table_privilege(rolname, 'difficulty_step', 'delete')
              or has_table_privilege(rolname, 'difficulty', 'delete') as may
         from pg_roles where rolname like 'chi_tieu_test_%' and has_table_privilege(rolname, 'difficulty_step', 'insert')`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ may }) => !may)).toBe(true);
    expect((await seenBy(commune, id))?.steps).toHaveLength(1);
  });
});
