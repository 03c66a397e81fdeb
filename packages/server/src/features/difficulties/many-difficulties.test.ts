import { addDays, type Day } from '@chi-tieu/shared/domain/days';
import { comparedBy, likest, wordsOf } from '@chi-tieu/shared/domain/difficulties/likeness';
import { standingsOf, stoodIn, type LogStep } from '@chi-tieu/shared/domain/difficulties/log';
import { afterStep, AT_FIRST, isPossible, type Standing } from '@chi-tieu/shared/domain/difficulties/states';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import type { Caller } from '../../../test/caller.ts';
import { done, report, seenBy } from '../../../test/difficulties.ts';
import { amendList, buildAccount, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { draft, rows } from '../../../test/reports.ts';
import { Context } from '../../app/context.ts';
import { withClient } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';
import { EVERYTHING } from '../../app/wall.ts';
import { reachOfCaller } from '../accounts/reach.service.ts';
import { candidates, countStanding, standingIn } from './difficulties.queries.ts';
import { touchedByGroups } from './touched.service.ts';

let api: Api;
let lead: Caller, commune: Caller;
const UNIT = '05503';
const TODAY = '2022-04-05';

beforeAll(async () => {
  api = await openApi({ now: new Date(`${TODAY}T03:00:00Z`) });
  await nameUnits(api, { [UNIT]: ['H55.164.3'] });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
  await api.ingest(rows(6, 3, '02'));
  const of = async (role: string, unit: string) => api.as(await buildAccount(api, { role, unit }));
  [lead, commune] = [await of('MONITOR', '19'), await of('CLERK', UNIT)];
});
beforeEach(async () => {
  await api.db.query('truncate difficulty, difficulty_step cascade');
});
afterAll(() => api.close());

const reading = <T>(read: (sql: Sql) => Promise<T>): Promise<T> => withClient(api.app.db, read, EVERYTHING);

/** So many reported on one day, and closed on another where it is told, each with its log. */
async function many(count: number, reported: Day, closed: Day | null, bodies: readonly string[] = ['Mất điện.']) {
  await api.db.query(
    `with u as (select p.id as province, c.unit_id as unit, (select min(id) from moment) as moment
                  from unit p, unit_version c where p.kind = 'PROVINCE' and c.code = $1 limit 1),
     n as (select nextval(pg_get_serial_sequence('difficulty', 'id')) as id, n from generate_series(1, $2::int) n),
     added as (
       insert into difficulty (id, head_id, province_id, unit_id, body, cause, state, reopened, reported_on, closed_on, recorded_by)
       overriding system value
       select n.id, n.id, u.province, u.unit, ($5::text[])[1 + (n.n - 1) % cardinality($5::text[])], 'SYSTEM',
              case when $4::date is null then 'REPORTED' else 'CLOSED' end, case when $4::date is null then 0 else 1 end, $3, $4, u.moment
         from n, u returning id, province_id, unit_id, recorded_by)
     insert into difficulty_step (province_id, difficulty_id, act, side_unit_id, day, recorded_by)
     select a.province_id, a.id, s.act, a.unit_id, s.day, a.recorded_by
       from added a, (values (1, 'REPORTED', $3::date), (2, 'CLOSED', $4), (3, 'REOPENED', $4), (4, 'CLOSED', $4)) s (at, act, day)
      where s.day is not null order by a.id, s.at`,
    [UNIT, count, reported, closed, bodies],
  );
}

const difficultiesOf = (id: string) =>
  api.db.query<{ facts: { difficulties: unknown } }>('select facts from report where id = $1', [id]);

it('what was closed years ago keeps nobody from a report or a synthesis, however much of it there is', async () => {
  await many(5_001, '2010-01-01', '2010-03-01');
  await many(2, '2022-02-03', null);
  const ask = `{ difficultySynthesis(from: "2022-01-01", to: "2022-01-31") { reports } }`;
  expect(await lead.ask(ask)).toEqual({ difficultySynthesis: { reports: 0 } });
  const { data, errors } = await draft(lead, 2);
  expect(errors).toEqual([]);
  const facts = (await difficultiesOf(data?.createReport.id ?? '')).rows[0]?.facts.difficulties;
  expect(facts).toMatchObject({
    reports: 2,
    units: 1,
    groups: [{ cause: 'SYSTEM', count: 2, open: 2, dossiers: null }],
  });
});

it('a report counts what nobody would read one by one', async () => {
  await many(5_001, '2022-03-01', '2022-03-20');
  const ask = `{ difficultySynthesis(from: "2022-03-01", to: "2022-03-31") { reports } }`;
  expect((await lead.gql(ask)).code).toBe('BAD_USER_INPUT');
  const { data } = await draft(lead, 3);
  const facts = (await difficultiesOf(data?.createReport.id ?? '')).rows[0]?.facts.difficulties;
  expect(facts).toMatchObject({ reports: 5_001, groups: [{ count: 5_001, open: 0, reports: 5_001, units: 1 }] });
});

/** A log as steps may make it: own ones, those of a head that it follows, joined to it and parted from it. */
const anyLog = fc
  .array(
    fc.tuple(fc.constantFrom('TAKEN', 'ANSWERED', 'CLOSED', 'REOPENED', 'NOTED', 'LINK'), fc.nat(3), fc.boolean()),
    {
      maxLength: 9,
    },
  )
  .map((wishes): LogStep[] => {
    let day = '2022-01-01';
    const log: LogStep[] = [{ act: 'REPORTED', ownerId: null, ofHead: false, day }];
    let [own, shown, isJoined]: [Standing, Standing, boolean] = [AT_FIRST, AT_FIRST, false];
    for (const [wish, gap, ofHead] of wishes) {
      day = addDays(day, gap);
      if (wish === 'LINK') {
        if (!isJoined && !isPossible(shown.state, 'JOINED')) continue;
        const act: 'PARTED' | 'JOINED' = isJoined && !ofHead ? 'PARTED' : 'JOINED';
        log.push({ act, ownerId: null, ofHead: isJoined && ofHead, day });
        shown = act === 'PARTED' ? own : AT_FIRST;
        isJoined = act === 'JOINED';
        continue;
      }
      if (!isPossible(shown.state, wish)) continue;
      const step = { act: wish, ownerId: wish === 'TAKEN' ? 1 : null };
      if (wish === 'NOTED') log.push({ ...step, ofHead: false, day });
      else {
        log.push({ ...step, ofHead: isJoined, day });
        shown = afterStep(shown, step);
        if (!isJoined) own = shown;
      }
    }
    return log;
  });

it('what stood, and what was closed at the end, is what the logs say', async () => {
  const logs = fc.sample(anyLog, { numRuns: 300, seed: 7 });
  await many(logs.length, '2022-01-01', null);
  await api.db.query(
    `with d as (select id, province_id, unit_id, recorded_by, row_number() over (order by id) - 1 as at from difficulty)
     insert into difficulty_step (province_id, difficulty_id, act, side_unit_id, owner_unit_id, of_head, day, recorded_by)
     select d.province_id, d.id, s.act, d.unit_id, case when s.act = 'TAKEN' then d.unit_id end,
            case when s.of_head then d.id end, s.day, d.recorded_by
       from jsonb_to_recordset($1::jsonb) as s (log int, place int, act text, of_head boolean, day date) join d on d.at = s.log
      where s.place > 0 order by s.log, s.place`,
    [
      JSON.stringify(
        logs.flatMap((log, at) =>
          log.map(({ act, ofHead, day }, place) => ({ log: at, place, act, of_head: ofHead, day })),
        ),
      ),
    ],
  );
  const { rows: ids } = await api.db.query<{ id: string }>('select id::text from difficulty order by id');
  const closed = logs.flatMap((log, at) => {
    const day = standingsOf(log.filter(({ act }) => act !== 'NOTED')).at(-1)?.standing.closedOn;
    return day ? [{ id: ids[at]?.id, day }] : [];
  });
  await api.db.query(
    `update difficulty d set state = 'CLOSED', closed_on = c.day from jsonb_to_recordset($1::jsonb) as c (id bigint, day date) where d.id = c.id`,
    [JSON.stringify(closed)],
  );
  for (const [from, to] of [
    ['2022-01-02', '2022-01-05'],
    ['2022-01-04', '2022-01-04'],
    ['2022-01-06', '2022-01-20'],
    ['2022-02-01', '2022-02-02'],
  ] as const) {
    const expected = logs.flatMap((log, at) => {
      const standing = stoodIn(
        log.filter(({ act, day }) => act !== 'NOTED' && day <= to),
        { from, to },
      );
      return standing ? [{ id: ids[at]?.id ?? '', isOpen: standing.state !== 'CLOSED' }] : [];
    });
    const period = { from, to, units: null };
    const found = await reading((sql) => standingIn(sql, api.app.provinceId, period, 1_000));
    expect(found.map(({ id }) => id).toReversed()).toEqual(expected.map(({ id }) => id));
    const counted = await reading((sql) => countStanding(sql, api.app.provinceId, period));
    const open = expected.filter(({ isOpen }) => isOpen).length;
    expect(counted.map(({ reports, entries, open: left }) => [reports, entries, left])).toEqual([
      [expected.length, expected.length, open],
    ]);
  }
});

it('what is like a text is found among thousands of newer ones, and is what comparing with each of them finds', async () => {
  const WORDS = 'phần mềm một cửa mất kết nối đường truyền chậm máy quét hỏng thiếu cán bộ Đặng'.split(' ');
  const anyText = fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 8 }).map((words) => words.join(' '));
  const texts = fc.sample(anyText, { numRuns: 150, seed: 11 });
  await many(texts.length, '2022-01-01', null, texts);
  await many(2_100, '2022-02-01', null, ['Công dân không mang theo giấy tờ.']);
  const { rows: all } = await api.db.query<{ id: string; body: string }>(
    'select id::text, body from difficulty order by id desc',
  );
  const facts = { cause: null, procedureId: null, indicatorId: null, sourceId: null };
  const others = all.map(({ id, body }) => comparedBy({ ...facts, id, text: body, cause: 'SYSTEM' as const }));
  for (const text of fc.sample(anyText, { numRuns: 8, seed: 13 })) {
    const asked = { ...facts, cause: 'SYSTEM' as const, words: [...wordsOf(text)] };
    const rows = await reading((sql) => candidates(sql, api.app.provinceId, asked, { since: '2021-04-05', most: 50 }));
    const compared = rows.map((row) => comparedBy({ ...row, text: row.body }));
    expect(likest({ ...asked, text }, compared, 5).map(({ id }) => id)).toEqual(
      likest({ ...asked, text }, others, 5).map(({ id }) => id),
    );
  }
  const text = texts[0] ?? '';
  const { similarDifficulties: similar } = await lead.ask<{ similarDifficulties: { text: string }[] }>(
    `query ($text: String!) { similarDifficulties(text: $text) { text } }`,
    { text },
  );
  expect(similar.length).toBeGreaterThan(0);
});

it('what a source ties to more dossiers than are looked at is not told, what procedures tie is', async () => {
  const { rows: dossiers } = await api.db.query<{ unitId: number; procedureId: number; count: number }>(
    `select unit_id as "unitId", procedure_id as "procedureId", count(*)::int as count from dossier group by 1, 2`,
  );
  const [{ unitId, procedureId, count }] = dossiers as [(typeof dossiers)[0]];
  const { username } = await buildAccount(api, { role: 'MONITOR', unit: '19' });
  const { rows: accounts } = await api.db.query<{ id: number }>('select id from account where username = $1', [
    username,
  ]);
  const account = { id: accounts[0]?.id ?? 0, username, name: 'x' };
  const ctx = new Context(api.app, { account, locale: 'vi', requestId: 'test' });
  try {
    await reachOfCaller(ctx);
    const ties = [
      { unitId, procedureId, sourceId: null },
      { unitId, procedureId: null, sourceId: 77 },
    ];
    const told = async (most: number) => {
      const within = { from: '2022-01-01', to: '2022-12-31', most };
      return [
        ...(await touchedByGroups(ctx, ties, ({ sourceId }) => [sourceId === null ? 'plain' : 'sourced'], within)),
      ];
    };
    expect(await told(count)).toEqual([
      ['plain', count],
      ['sourced', 0],
    ]);
    expect(await told(count - 1)).toEqual([['plain', count]]);
  } finally {
    await ctx.end();
  }
});

it('a note and a step wait for nobody who joins others meanwhile, and those that follow go along', async () => {
  const [head, same, other] = [await report(commune, UNIT), await report(commune, UNIT), await report(commune, UNIT)];
  for (const { id } of [same, other])
    await done(lead, 'joinDifficulties', `id: "${id}", to: "${head.id}", expectedVersion: 1`);
  const joining = await api.db.connect();
  try {
    await joining.query('begin');
    await joining.query(`select pg_advisory_xact_lock(hashtext('difficulty joining'), $1)`, [api.app.provinceId]);
    await done(commune, 'noteDifficulty', `id: "${same.id}", text: "Vẫn còn.", expectedVersion: 2`);
    await done(lead, 'takeDifficulty', `id: "${head.id}", owner: "19", expectedVersion: 1`);
  } finally {
    await joining.query('rollback');
    joining.release();
  }
  for (const { id } of [same, other])
    expect(await seenBy(lead, id)).toMatchObject({
      state: 'TAKEN',
      owner: { code: '19' },
      version: id === same.id ? 4 : 3,
    });
});

it('a step of the head and the parting of one that follows it, at once, leave both whole', async () => {
  const head = await report(commune, UNIT);
  const followers: string[] = [];
  for (let at = 0; at < 4; at += 1) {
    const { id } = await report(commune, UNIT);
    await done(lead, 'joinDifficulties', `id: "${id}", to: "${head.id}", expectedVersion: 1`);
    followers.push(id);
  }
  const [first = '', , , last = ''] = followers;
  const answers = await Promise.all([
    lead.gql(`mutation { partDifficulties(id: "${first}", expectedVersion: 2) { id } }`),
    lead.gql(`mutation { takeDifficulty(id: "${head.id}", owner: "19", expectedVersion: 1) { id } }`),
    lead.gql(`mutation { partDifficulties(id: "${last}", expectedVersion: 2) { id } }`),
  ]);
  const [parted, taken, partedLast] = answers.map(({ code }) => code ?? 'DONE');
  expect(taken).toBe('DONE');
  for (const [id, answer] of [
    [first, parted],
    [last, partedLast],
  ] as const) {
    // Who came before the head's step is as it was reported; who came after it was told first that the difficulty changed.
    expect(answer).toMatch(/^(DONE|CONFLICT)$/);
    expect((await seenBy(lead, id))?.state).toBe(answer === 'DONE' ? 'REPORTED' : 'TAKEN');
  }
  for (const id of followers.slice(1, 3)) expect((await seenBy(lead, id))?.state).toBe('TAKEN');
});
