import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import type { Caller } from '../../../test/caller.ts';
import { done, report, seenBy, stepOf } from '../../../test/difficulties.ts';
import { buildSource, OneStop } from '../../../test/one-stop.ts';
import { buildAccount, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../test/factories.ts';

let api: Api;
let commune: Caller, other: Caller, city: Caller, lead: Caller;
const [A, B, C] = ['05503', '05680', '05500'] as const;

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-07-20T05:00:00Z') });
  await saveProcedures(api, '2.000815', '1.000001');
  await nameUnits(api, { [A]: ['H55.1.1'], [B]: ['H55.1.2'] });
  const of = async (role: string, unit: string) => api.as(await buildAccount(api, { role, unit }));
  [commune, other] = [await of('CLERK', A), await of('CLERK', B)];
  [city, lead] = [await of('MONITOR', '164'), await of('MONITOR', '19')];
  let number = 0;
  const rows = (organisation: string, procedure: string, count: number, day: string) =>
    Array.from({ length: count }, () =>
      dossierRow({
        MaHoSo: dossierCode(organisation, (number += 1)),
        MaTTHC: procedure,
        NgayTiepNhan: `${day}080000`,
        NgayKetThucXuLy: `${day}160000`,
      }),
    );
  await api.ingest([
    ...rows('H55.1.1', '2.000815', 5, '20220705'),
    ...rows('H55.1.1', '1.000001', 3, '20220705'),
    ...rows('H55.1.2', '2.000815', 2, '20220712'),
    ...rows('H55.1.2', '2.000815', 4, '20220612'),
  ]);
});
beforeEach(async () => {
  await api.db.query('truncate difficulty, difficulty_step cascade');
});
afterAll(() => api.close());

const at = (id: string, version: number, more = ''): string => `id: "${id}", expectedVersion: ${version}${more}`;
const join = (id: string, to: string, version = 1) => done(lead, 'joinDifficulties', at(id, version, `, to: "${to}"`));

describe('joined difficulties', () => {
  it('follow the one at their head: its answer is read where it is not', async () => {
    const [head, same] = [await report(commune, A), await report(other, B)];
    const joined = await join(same.id, head.id);
    expect(joined).toMatchObject({ joined: true, joinedTo: { id: head.id }, state: 'REPORTED', version: 2 });
    await done(lead, 'takeDifficulty', at(head.id, 1, ', owner: "19"'));
    await done(lead, 'answerDifficulty', at(head.id, 2, ', text: "Đã sửa cho cả tỉnh."'));
    const seen = await seenBy(other, same.id);
    expect(seen).toMatchObject({
      state: 'ANSWERED',
      owner: { code: '19' },
      joined: true,
      joinedTo: null,
      possible: ['REOPENED', 'NOTED'],
    });
    expect(seen?.steps.map(({ act, text, ofHead }) => [act, text, ofHead])).toEqual([
      ['REPORTED', null, false],
      ['JOINED', null, false],
      ['TAKEN', null, true],
      ['ANSWERED', 'Đã sửa cho cả tỉnh.', true],
    ]);
    // Of the other commune's nothing more is seen.
    expect(await seenBy(other, head.id)).toBeNull();
    expect((await seenBy(lead, head.id))?.followers).toEqual([{ id: same.id }]);
    expect((await stepOf(other, 'closeDifficulty', at(same.id, seen?.version ?? 0))).code).toBe('CONFLICT');
  });

  it('parted again are what their own steps made of them, and what followed them follows', async () => {
    const [head, middle, last] = [await report(commune, A), await report(other, B), await report(api, C)];
    await join(last.id, middle.id);
    await done(lead, 'takeDifficulty', at(middle.id, 1, ', owner: "169"'));
    await join(middle.id, head.id, 2);
    await done(lead, 'closeDifficulty', at(head.id, 1, ', text: "Đã xong."'));
    for (const id of [head.id, middle.id, last.id]) expect((await seenBy(lead, id))?.state).toBe('CLOSED');
    const parted = await done(lead, 'partDifficulties', at(middle.id, (await seenBy(lead, middle.id))?.version ?? 0));
    expect(parted).toMatchObject({
      state: 'TAKEN',
      owner: { code: '169' },
      joined: false,
      followers: [{ id: last.id }],
    });
    expect(await seenBy(lead, last.id)).toMatchObject({ state: 'TAKEN', joinedTo: { id: middle.id } });
    expect((await seenBy(lead, head.id))?.followers).toEqual([]);
    expect((await stepOf(lead, 'partDifficulties', at(head.id, 2))).code).toBe('CONFLICT');
  });

  it('tell what was answered before they were joined, and a unit may say that its own is not over', async () => {
    const [head, same] = [await report(commune, A), await report(other, B)];
    await done(lead, 'takeDifficulty', at(head.id, 1, ', owner: "19"'));
    await done(lead, 'answerDifficulty', at(head.id, 2, ', text: "Đã sửa từ hôm qua."'));
    await join(same.id, head.id);
    const seen = await seenBy(other, same.id);
    expect(seen?.steps.slice(2).map(({ act, text, ofHead }) => [act, text, ofHead])).toEqual([
      ['TAKEN', null, true],
      ['ANSWERED', 'Đã sửa từ hôm qua.', true],
    ]);
    const again = at(same.id, seen?.version ?? 0, ', text: "Ở xã vẫn mất."');
    expect(await done(other, 'reopenDifficulty', again)).toMatchObject({ joined: false, state: 'REPORTED' });
    expect((await seenBy(other, same.id))?.steps.at(-1)).toMatchObject({ act: 'PARTED', text: 'Ở xã vẫn mất.' });
    expect((await seenBy(lead, head.id))?.state).toBe('ANSWERED');
  });

  it('are not ended for all of them by the unit whose one the others follow', async () => {
    const [head, same] = [await report(commune, A), await report(other, B)];
    expect((await join(same.id, head.id)).version).toBe(2);
    expect((await seenBy(commune, head.id))?.possible).toEqual(['NOTED']);
    expect((await stepOf(commune, 'closeDifficulty', at(head.id, 1))).code).toBe('CONFLICT');
    await done(lead, 'closeDifficulty', at(head.id, 1, ', text: "Đã xong."'));
    const closed = await seenBy(other, same.id);
    expect(closed).toMatchObject({ state: 'CLOSED', possible: ['REOPENED'] });
    await done(other, 'reopenDifficulty', at(same.id, closed?.version ?? 0, ', text: "Chưa xong."'));
    expect(await seenBy(other, same.id)).toMatchObject({ state: 'REPORTED', joined: false });
  });

  it('make no circle, whoever joins what at once', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 4; count += 1) ids.push((await report(commune, A)).id);
    expect((await stepOf(lead, 'joinDifficulties', at(ids[0] ?? '', 1, `, to: "${ids[0] ?? ''}"`))).code).toBe(
      'CONFLICT',
    );
    const pairs = ids.map((id, index) => [id, ids[(index + 1) % 4] ?? ''] as const);
    const answers = await Promise.all(
      pairs.map(([id, to]) => stepOf(lead, 'joinDifficulties', `id: "${id}", to: "${to}", expectedVersion: 1`)),
    );
    // Whoever was followed meanwhile has another version, or closes the circle: one at least is left.
    expect(answers.some(({ code }) => code === 'CONFLICT')).toBe(true);
    const { rows } = await api.db.query<{ heads: number; lost: number }>(
      `select count(*) filter (where joined_to is null)::int as heads,
              count(*) filter (where not exists (select from difficulty h where h.id = d.head_id and h.joined_to is null))::int as lost
         from difficulty d`,
    );
    expect(rows[0]?.heads).toBeGreaterThanOrEqual(1);
    expect(rows[0]?.lost).toBe(0);
  });

  it('are joined by those alone who handle both', async () => {
    const [mine, theirs] = [await report(commune, A), await report(other, B)];
    const ask = (who: Caller) => stepOf(who, 'joinDifficulties', at(mine.id, 1, `, to: "${theirs.id}"`));
    expect((await ask(commune)).code).toBe('FORBIDDEN');
    expect((await ask(city)).code).toBe('FORBIDDEN');
    expect((await ask(lead)).code).toBeUndefined();
  });
});

describe('the synthesis', () => {
  const ask = (who: Caller, more = '') =>
    who.ask<{ difficultySynthesis: { reports: number; groups: Record<string, unknown>[] } }>(
      `{ difficultySynthesis(from: "2022-07-01", to: "2022-07-31"${more}) { reports groups { cause count open reports unitCount dossiers
           entries { difficulty { id } reports units { code } dossiers } } } }`,
    );

  it('groups by cause, with units and dossiers of the period, each once', async () => {
    const procedure = '2.000815';
    const [head, same] = [await report(commune, A, { procedure }), await report(other, B, { procedure })];
    // The same again of the same unit: it touches no dossier twice.
    const again = await report(commune, A, { procedure });
    const people = await report(commune, A, { cause: 'PEOPLE' });
    await join(same.id, head.id);
    const { difficultySynthesis: told } = await ask(lead);
    expect(told).toEqual({
      reports: 4,
      groups: [
        {
          ...{ cause: 'SYSTEM', count: 2, open: 2, reports: 3, unitCount: 2, dossiers: 7 },
          entries: [
            { difficulty: { id: head.id }, reports: 2, units: [{ code: A }, { code: B }], dossiers: 7 },
            { difficulty: { id: again.id }, reports: 1, units: [{ code: A }], dossiers: 5 },
          ],
        },
        {
          ...{ cause: 'PEOPLE', count: 1, open: 1, reports: 1, unitCount: 1, dossiers: null },
          entries: [{ difficulty: { id: people.id }, reports: 1, units: [{ code: A }], dossiers: null }],
        },
      ],
    });
    // Each sees of it what is its own.
    const { difficultySynthesis: own } = await ask(other);
    expect(own).toMatchObject({
      reports: 1,
      groups: [{ cause: 'SYSTEM', unitCount: 1, dossiers: 2, entries: [{ difficulty: { id: same.id } }] }],
    });
    expect((await ask(lead, ', under: "164"')).difficultySynthesis).toMatchObject({
      reports: 3,
      groups: [{ unitCount: 1, dossiers: 5 }, {}],
    });
    expect(
      await lead.ask(`{ difficulty(id: "${head.id}") { dossiers(from: "2022-06-01", to: "2022-07-31") } }`),
    ).toEqual({
      difficulty: { dossiers: 11 },
    });
  });

  it('of a source touches what that source says, once with what is tied to the procedure too', async () => {
    const source = await buildSource(api, {
      ...{ name: 'Một cửa', loginName: 'mot-cua', password: 'mat khau mot cua' },
      units: [A],
    });
    const oneStop = new OneStop(api);
    const session = await oneStop.login('mot-cua', 'mat khau mot cua');
    const row = { MaTTHC: '2.000815', NgayTiepNhan: '20220706080000', NgayKetThucXuLy: '20220706160000' };
    const rows = ['0901', '0902'].map((number) => dossierRow({ MaHoSo: `H55.1.1-220706-${number}`, ...row }));
    expect(await oneStop.send(session, 'DongBoHoSoMC', rows)).toMatchObject({ error_code: '0' });
    const head = await report(api, A, { source });
    const dossiers = (id: string) =>
      lead.ask(`{ difficulty(id: "${id}") { dossiers(from: "2022-07-01", to: "2022-07-31") } }`);
    expect(await dossiers(head.id)).toEqual({ difficulty: { dossiers: 2 } });
    const same = await report(commune, A, { procedure: '2.000815' });
    expect(await dossiers(same.id)).toEqual({ difficulty: { dossiers: 7 } });
    await join(same.id, head.id);
    expect(await dossiers(head.id)).toEqual({ difficulty: { dossiers: 7 } });
    await api.db.query('truncate difficulty, difficulty_step cascade');
    await api.db.query(`delete from dossier where code_key like '%220706%'`);
  });

  it('has what stood at any time of the period, closed since or not', async () => {
    const { id } = await report(commune, A);
    await done(commune, 'closeDifficulty', at(id, 1));
    expect((await ask(lead)).difficultySynthesis).toMatchObject({ reports: 1, groups: [{ count: 1, open: 0 }] });
    const before = '{ difficultySynthesis(from: "2022-06-01", to: "2022-07-19") { reports } }';
    expect(await lead.ask(before)).toEqual({ difficultySynthesis: { reports: 0 } });
  });
});

describe('a period that is over', () => {
  const JULY =
    '{ difficultySynthesis(from: "2022-07-01", to: "2022-07-31") { groups { open age entries { state age } } } }';
  const restore = () => (api.app.now = () => new Date('2022-07-20T05:00:00Z'));

  it('is told as it was at its end, whatever was done later', async () => {
    const { id } = await report(commune, A);
    try {
      api.app.now = () => new Date('2022-12-01T05:00:00Z');
      const then = {
        difficultySynthesis: { groups: [{ open: 1, age: 11, entries: [{ state: 'REPORTED', age: 11 }] }] },
      };
      expect(await lead.ask(JULY)).toEqual(then);
      await done(commune, 'closeDifficulty', at(id, 1));
      expect(await lead.ask(JULY)).toEqual(then);
      const december = JULY.replaceAll('-07-', '-12-');
      expect(await lead.ask(december)).toMatchObject({ difficultySynthesis: { groups: [{ open: 0, age: 134 }] } });
      await done(commune, 'reopenDifficulty', at(id, 2, ', text: "Lại mất."'));
      expect(await lead.ask(JULY)).toEqual(then);
    } finally {
      restore();
    }
  });

  it('counts the dossiers of the unit as it was, and of its successor from the day on which that took over', async () => {
    // 05569 succeeds 05536 on 1 January 2025.
    await nameUnits(api, { '05536': ['H55.1.6'], '05569': ['H55.1.9'] });
    const { id } = await report(api, '05536', { procedure: '2.000815' });
    try {
      api.app.now = () => new Date('2025-03-01T05:00:00Z');
      const row = (organisation: string, number: string, day: string) => {
        const MaHoSo = `${organisation}-${day.slice(2)}-${number}`;
        return dossierRow({ MaHoSo, NgayTiepNhan: `${day}080000`, NgayKetThucXuLy: `${day}160000` });
      };
      await api.ingest([
        ...[row('H55.1.6', '0001', '20240605'), row('H55.1.6', '0002', '20240605')],
        ...[row('H55.1.9', '0001', '20240605'), row('H55.1.9', '0002', '20250205')],
      ]);
      const touched = async (from: string, to: string) => {
        const query = `{ difficulty(id: "${id}") { dossiers(from: "${from}", to: "${to}") } }`;
        return (await lead.ask<{ difficulty: { dossiers: number } }>(query)).difficulty.dossiers;
      };
      expect(await touched('2024-01-01', '2024-12-31')).toBe(2);
      expect(await touched('2024-01-01', '2025-02-28')).toBe(3);
      expect(await touched('2025-01-01', '2025-02-28')).toBe(1);
    } finally {
      restore();
    }
  });
});

describe('what is like it', () => {
  it('is shown while somebody types, of what they see', async () => {
    const { id } = await report(commune, A, { text: 'Phần mềm một cửa mất kết nối buổi sáng', procedure: '2.000815' });
    await report(commune, A, { text: 'Thiếu cán bộ tiếp nhận', cause: 'PEOPLE' });
    const ask = (who: Caller, text: string) =>
      who.ask(`{ similarDifficulties(text: "${text}", procedure: "2.000815") { id } }`);
    const found = { similarDifficulties: [{ id }] };
    expect(await ask(commune, 'phan mem mat ket noi')).toEqual(found);
    expect(await ask(city, 'phan mem mat ket noi')).toEqual(found);
    expect(await ask(other, 'phan mem mat ket noi')).toEqual({ similarDifficulties: [] });
    expect(await ask(commune, '')).toEqual({ similarDifficulties: [] });
  });

  it('pages as other lists do', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) ids.unshift((await report(commune, A)).id);
    const page = (after: string) =>
      commune.ask<{ difficulties: { nodes: { id: string }[]; totalCount: number; pageInfo: { endCursor: string } } }>(
        `{ difficulties(first: 2${after}) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
      );
    const { difficulties: first } = await page('');
    expect(first).toMatchObject({ totalCount: 3, nodes: ids.slice(0, 2).map((id) => ({ id })) });
    const { difficulties: rest } = await page(`, after: "${first.pageInfo.endCursor}"`);
    expect(rest.nodes).toEqual([{ id: ids[2] }]);
    expect((await commune.gql('{ difficulties(after: "x") { nodes { id } } }')).code).toBe('BAD_USER_INPUT');
  });
});
